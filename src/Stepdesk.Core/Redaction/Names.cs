using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Stepdesk.Core.Redaction;

/// <summary>
/// Names of people and where they live, as far as they show themselves: a Vietnamese family name with what follows, what
/// stands behind "họ tên" or "address", a house number with its street. Names that are known are taken out for certain.
/// </summary>
static partial class Names
{
    public static IEnumerable<Find> In(Sight sight, IReadOnlyList<string> known)
    {
        foreach (var name in known)
        foreach (var place in KnownNames.In(sight, name))
            yield return place with
            {
                Value = WholeOf(place.Value, known),
            };
        foreach (Match words in Capitals().Matches(sight.Text))
            if (PersonIn(sight, words) is { } person)
                yield return person;
        foreach (Match label in Behind().Matches(sight.Bare))
            if (sight.Begins(label.Index) && ValueOf(sight, label) is { } place)
                yield return place;
        foreach (
            Match street in Street()
                .Matches(sight.Text)
                .Concat(Lives().Matches(sight.Text))
                .Concat(District().Matches(sight.Text))
        )
            if (sight.Begins(street.Index))
                yield return Of(
                    Sensitive.PostalAddress,
                    street.Index,
                    street.Index + street.Value.TrimEnd(' ', ',').Length,
                    street.Value
                );
    }

    // Whoever is called by a part of a name is the same person, as long as nobody else is called so: who is known by it
    // twice is two.
    static string WholeOf(string part, IReadOnlyList<string> known)
    {
        var names = known.Select(n => n.Normalize(NormalizationForm.FormC).ToLowerInvariant()).ToList();
        var called = names.Where(n => Words.Fold.Of(n) == part).ToList();
        if (called.Count != 1)
            return part;
        var whole = names.Where(n => IsPartOf(called[0], n)).OrderByDescending(n => n.Length).ToList();
        return whole is [var longest, .. var others] && others.TrueForAll(n => IsPartOf(n, longest))
            ? Words.Fold.Of(longest)
            : part;

        static bool IsPartOf(string part, string whole) => whole.EndsWith($" {part}", StringComparison.Ordinal);
    }

    // A family name with two more; with one more only where something says that it is a person.
    static Find? PersonIn(Sight sight, Match words)
    {
        var parts = words.Value.Split(' ');
        var first = Array.FindIndex(parts, p => IsFamily(p, parts[^1]));
        for (
            ;
            first >= 0 && first + 1 < parts.Length;
            first = Array.FindIndex(parts, first + 1, p => IsFamily(p, parts[^1]))
        )
        {
            var start = words.Index + parts.Take(first).Sum(p => p.Length + 1);
            var isSaid = parts.Length - first > 2 && IsSure(parts[first], parts[first + 1]);
            if (
                !sight.Names(start, NameWords.Places, reach: 12)
                && (isSaid || IsTitled(sight, start) || sight.Names(start, NameWords.Labels, reach: 16))
            )
                return Of(Sensitive.Name, start, words.Index + words.Length, words.Value[(start - words.Index)..]);
        }
        return null;
    }

    static bool IsFamily(string word, string last) =>
        !ReferenceEquals(word, last)
        && (NameWords.Families.Contains(Proper(word)) || NameWords.Bare.Contains(Proper(word)));

    // Without marks some family names are words of English; a middle name tells them apart.
    static bool IsSure(string family, string middle) =>
        NameWords.Families.Contains(Proper(family)) || NameWords.Middle.Contains(Words.Fold.Of(middle));

    static bool IsTitled(Sight sight, int at)
    {
        var before = sight.Bare.AsSpan(0, at).TrimEnd(" .:,");
        return NameWords.Titles.Contains(before[(before.LastIndexOfAny(" \n\t(,") + 1)..].ToString());
    }

    static string Proper(string word) =>
        word.Length > 1 && word[1..].Any(char.IsUpper) ? word[0] + word[1..].ToLowerInvariant() : word;

    // What stands behind the label, to the end of the line or sentence.
    static Find? ValueOf(Sight sight, Match label)
    {
        var start = label.Index + label.Length;
        var stop = sight.Text.AsSpan(start).IndexOfAny(Ends);
        var end = stop < 0 ? sight.Text.Length : start + stop;
        if (sight.Text.AsSpan(start, end - start).IndexOf(". ", StringComparison.Ordinal) is >= 0 and var sentence)
            end = start + sentence;
        var isAddress = Array.Exists(NameWords.Addresses, a => label.Value.StartsWith(a, StringComparison.Ordinal));
        if (!isAddress && sight.Text.AsSpan(start, end - start).IndexOfAny(",(") is >= 0 and var comma)
            end = start + comma;
        var value = sight.Text[start..end].Trim();
        if (
            value.Length < 2
            || value.Length > (isAddress ? 160 : 40)
            || value.Contains('@')
            || value.Contains("://", StringComparison.Ordinal)
        )
            return null;
        var at = sight.Text.IndexOf(value, start, StringComparison.Ordinal);
        return isAddress
            ? value.Any(char.IsAsciiDigit) || value.Contains(',')
                ? Of(Sensitive.PostalAddress, at, at + value.Length, value)
                : null
            : value.Split(' ').All(w => w.Length == 0 || char.IsUpper(w[0])) && !value.Any(char.IsAsciiDigit)
                ? Of(Sensitive.Name, at, at + value.Length, value)
                : null;
    }

    static readonly SearchValues<char> Ends = SearchValues.Create("\r\n;|<>");

    static Find Of(Sensitive kind, int start, int end, string value) => new(kind, start, end, Words.Fold.Of(value));

    const RegexOptions Quick =
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\p{Lu}\p{L}{0,7}( \p{Lu}\p{L}{0,7}){1,4}", Quick)]
    private static partial Regex Capitals();

    [GeneratedRegex(
        "(ho (va )?ten( hoc vien| khach hang)?|full ?name|customer name|student name|contact person|nguoi lien he|nguoi nhan|dia chi( nha| lien he)?|noi o|thuong tru|tam tru|(home |postal |shipping )?address|ship to|giao den)[ \t]*[:=][ \t]*",
        Quick
    )]
    private static partial Regex Behind();

    [GeneratedRegex(
        @"([Ss]ố (nhà )?)?[0-9]{1,4}[A-Za-z]?(/[0-9]{1,4}[A-Za-z]?){0,4},? ([Đđ]ường|[Pp]hố|[Nn]gõ|[Nn]gách|[Hh]ẻm|[Đđ]\.)( [\p{Lu}0-9][\p{L}0-9/]{0,12}){1,5}(, ?(([Pp]hường|[Xx]ã|[Qq]uận|[Hh]uyện|[Tt]hành phố|[Tt]ỉnh|[Tt]hị trấn|TP\.?|P\.|Q\.) ?)?(\p{Lu}[\p{L}0-9]{0,10}|[0-9]{1,2})( \p{Lu}\p{L}{0,10}){0,3}){0,4}",
        Quick
    )]
    private static partial Regex Street();

    // "ở 25 Nguyễn Trãi, Thanh Xuân": a number and a name behind where somebody lives.
    [GeneratedRegex(
        @"([Ởở]|[Tt]ại|[Nn]hà) (số )?[0-9]{1,4}[A-Za-z]?(/[0-9]{1,4}[A-Za-z]?){0,4},?( \p{Lu}\p{L}{0,10}){2,4}(, ?\p{Lu}\p{L}{0,10}( \p{Lu}\p{L}{0,10}){0,3}){0,4}",
        Quick
    )]
    private static partial Regex Lives();

    // "12 Lê Lợi, Quận 1": a number and a name before a ward, a district or a city.
    [GeneratedRegex(
        @"[0-9]{1,4}[A-Za-z]?(/[0-9]{1,4}[A-Za-z]?){0,4}( \p{Lu}\p{L}{0,10}){2,5}(, ?([Pp]hường|[Xx]ã|[Qq]uận|[Hh]uyện|[Tt]hành phố|[Tt]ỉnh|[Tt]hị trấn|TP\.?|P\.|Q\.) ?(\p{Lu}[\p{L}0-9]{0,10}|[0-9]{1,2})( \p{Lu}\p{L}{0,10}){0,3}){1,4}",
        Quick
    )]
    private static partial Regex District();
}
