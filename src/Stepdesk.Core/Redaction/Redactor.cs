using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Stepdesk.Core.Redaction;

/// <summary>
/// Takes out of texts what must not leave the desk. One redactor is for one export: in it the same value always has the
/// same stand-in, such as <c>[email-1]</c>, so that one can still tell who wrote to whom; two exports cannot be joined.
/// Error codes, ids of requests and times stay, as they are what a diagnosis lives from.
/// </summary>
public sealed partial class Redactor(RedactionProfile profile = RedactionProfile.Full)
{
    /// <summary>Encoded within encoded is read so often.</summary>
    const int Deepest = 3;

    readonly Dictionary<(Sensitive, string), int> standIns = [];
    readonly Dictionary<Sensitive, int> counts = [];

    /// <summary>The text without it.</summary>
    /// <param name="known">Names of people that are known: participants, contacts.</param>
    public Redacted Redact(string text, IReadOnlyList<string>? known = null)
    {
        var (kept, removed, at) = (new StringBuilder(text.Length), new SortedDictionary<Sensitive, int>(), 0);
        foreach (var find in Apart(FindIn(text, known ?? [], Deepest)))
        {
            kept.Append(text, at, find.Start - at).Append(StandIn(find));
            removed[find.Kind] = removed.GetValueOrDefault(find.Kind) + 1;
            at = find.End;
        }
        kept.Append(text, at, text.Length - at);
        return new(kept.ToString(), [.. removed.Select(r => new Removed(r.Key, r.Value))]);
    }

    /// <summary>Where the first thing stands that lets somebody in; null when there is none.</summary>
    internal static (int Start, int End)? FirstSecret(Sight sight) =>
        Secrets.In(sight).OrderBy(f => f.Start).Select(f => ((int, int)?)(f.Start, f.End)).FirstOrDefault();

    List<Find> FindIn(string text, IReadOnlyList<string> known, int depth)
    {
        var found = new List<Find>();
        foreach (var sight in (Sight?[])[Sight.Plain(text), Sight.Decoded(text)])
            if (sight is { Text.Length: > 0 })
                foreach (var find in All(sight, known))
                    if (find.End > find.Start)
                    {
                        var (start, end) = sight.PlaceOf(find.Start, find.End);
                        found.Add(find with { Start = start, End = end });
                    }
        if (depth > 0)
            foreach (Match word in Encoded().Matches(text))
                if (Base64Text.Read(word.Value) is { } inner && FindIn(inner, known, depth - 1) is [var first, ..])
                    found.Add(new(first.Kind, word.Index, word.Index + word.Length, first.Value));
        return found;
    }

    IEnumerable<Find> All(Sight sight, IReadOnlyList<string> known) =>
        profile is RedactionProfile.Secrets
            ? Secrets.In(sight)
            : Secrets.In(sight).Concat(Contacts.In(sight)).Concat(Digits.In(sight)).Concat(Names.In(sight, known));

    // What overlaps is one, by the kind that goes first; nothing of either is left.
    static List<Find> Apart(List<Find> found)
    {
        var apart = new List<Find>();
        foreach (var find in found.OrderBy(f => f.Start).ThenBy(f => f.Kind))
            if (apart.Count > 0 && find.Start < apart[^1].End)
            {
                var (before, first) = (apart[^1], find.Kind < apart[^1].Kind ? find : apart[^1]);
                apart[^1] = first with { Start = before.Start, End = Math.Max(before.End, find.End) };
            }
            else
                apart.Add(find);
        return apart;
    }

    string StandIn(Find find)
    {
        if (!standIns.TryGetValue((find.Kind, find.Value), out var number))
            standIns[(find.Kind, find.Value)] = number = counts[find.Kind] = counts.GetValueOrDefault(find.Kind) + 1;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"[{JsonNamingPolicy.KebabCaseLower.ConvertName($"{find.Kind}")}-{number}]"
        );
    }

    [GeneratedRegex(
        @"[A-Za-z0-9+/_-]{12,}(\r?\n[A-Za-z0-9+/_-]{4,})*={0,2}",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Encoded();
}
