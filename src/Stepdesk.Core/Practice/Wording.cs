using System.Text.RegularExpressions;

namespace Stepdesk.Core.Practice;

/// <summary>
/// How something may be said: a regular expression over folded text, so "lop khac" finds "lớp khác". It never
/// backtracks, hence no author can write one that takes for ever.
/// </summary>
public sealed class Wording
{
    readonly Regex regex;

    /// <summary>Compiled once, with the scenario or the lexicon it stands in.</summary>
    /// <exception cref="FormatException">It is no regular expression, or one that needs to backtrack.</exception>
    public Wording(string source)
    {
        Source = source;
        try
        {
            regex = new(source, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception e) when (e is NotSupportedException or ArgumentException)
        {
            throw new FormatException(e.Message.TrimEnd('.'), e);
        }
    }

    public string Source { get; }

    /// <summary>The expression itself.</summary>
    internal Regex Expression => regex;

    public bool In(FoldedText text) => regex.IsMatch(text.Folded);

    public IEnumerable<Excerpt> All(FoldedText text) => regex.Matches(text.Folded).Select(text.Excerpt);

    /// <summary>Where it stands as a statement: neither in a question nor turned into its opposite.</summary>
    public IEnumerable<Excerpt> SaidIn(FoldedText text) =>
        All(text).Where(words => !text.IsAsked(words) && !Stance.IsDenied(text, words, this));

    public override string ToString() => Source;
}
