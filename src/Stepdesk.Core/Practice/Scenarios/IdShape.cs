using System.Text.RegularExpressions;
using Stepdesk.Core.Practice.Claims;

namespace Stepdesk.Core.Practice.Scenarios;

/// <summary>How ids of a scenario look, such as those of videos. One of that shape that nobody was ever shown is made up.</summary>
/// <param name="Known">Those there are, although the log does not show them; <c>*</c> stands for anything.</param>
public sealed record IdShape(string Id, IReadOnlyList<Wording> Shape, IReadOnlyList<string> Known)
{
    readonly List<Wording> known =
    [
        .. Known.Select(k => new Wording(
            $"^{Regex.Escape(FoldedText.Of(k).Folded).Replace(@"\*", ".*", StringComparison.Ordinal)}$"
        )),
    ];

    /// <summary>Where somebody names for sure an id that is none of them.</summary>
    /// <param name="isShown">Whether this one had been shown.</param>
    public IEnumerable<Excerpt> MadeUpIn(FoldedText text, Func<string, bool> isShown) =>
        Shape
            .SelectMany(s => s.SaidIn(text))
            .Where(words => FoldedText.Of(words.Text) is var id && !known.Exists(k => k.In(id)) && !isShown(id.Folded))
            .Where(words => Stance.IsNamed(text, words) && !Quoting.IsQuoted(text.Source, words.Offset))
            .DistinctBy(words => words.Offset);
}
