using System.Text;
using System.Text.RegularExpressions;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Practice.Claims;

/// <summary>A phrase of a clause and what it is, by a letter of <see cref="ClaimWords"/>.</summary>
sealed record Phrase(char Kind, int Start, int Length);

/// <summary>A clause as a row of phrases; a word nobody knows is a question mark.</summary>
sealed partial class Phrases
{
    public const char Unknown = '?';

    // The longest phrase in the lists.
    const int Words = 4;

    readonly Dictionary<string, char> known = new(StringComparer.Ordinal);
    readonly IReadOnlyList<(char Kind, Func<Regex> Read)> counted;
    readonly Form form;
    readonly Wording? thing;

    /// <summary>The phrases of a sort of number.</summary>
    /// <param name="about">The thing, in an author's words.</param>
    public Phrases(Form form, Wording? about)
    {
        (this.form, thing) = (form, about);
        foreach (var kind in form.Uses)
        foreach (var phrase in ClaimWords.Common.Where(c => c.Kind == kind).SelectMany(c => c.Phrases))
            known.TryAdd(phrase, kind);
        foreach (var phrase in ClaimWords.Common.Where(c => c.Kind is Unknown).SelectMany(c => c.Phrases))
            known.TryAdd(phrase, Unknown);
        foreach (var phrase in form.Besides.Concat(ClaimWords.Common[0].Phrases))
            known.TryAdd(phrase, '.');
        counted = [.. Counted.Where(c => c.Kind is 'k' || form.Uses.Contains(c.Kind, StringComparison.Ordinal))];
        // Since when changes nothing of how many.
        if (!form.Uses.Contains('h', StringComparison.Ordinal))
            counted = [.. counted, ('.', SinceHour)];
    }

    public IReadOnlyList<Phrase> In(Clause clause)
    {
        var (said, row) = (clause.Said, new List<Phrase>());
        var things = (thing?.Expression.Matches(said) ?? Enumerable.Empty<Match>()).ToList();
        List<(int Start, int Length, char Kind)> spans =
        [
            .. things.Select(m => (m.Index, m.Length, form.About)),
            .. counted.SelectMany(c =>
                c.Read()
                    .Matches(said)
                    .Where(m => c.Kind is not ('d' or 'q' or 'n') || IsNumber(clause, m, things))
                    .Select(m => (m.Index, m.Length, c.Kind))
            ),
        ];
        for (var at = 0; at < said.Length; )
            if (spans.Find(s => s.Start == at && s.Length > 0) is { Length: > 0 } span)
            {
                row.Add(new(span.Kind, clause.From + at, span.Length));
                at += span.Length;
            }
            else if (!IsLetter(said[at]))
                at++;
            else
            {
                var (kind, length) = Longest(clause, at);
                var isName = row.Count > 0 && kind is '.' or 'e' && IsName(clause.Text.Spelt(clause.From + at, length));
                row.Add(new(isName ? Unknown : kind, clause.From + at, length));
                at += length;
            }
        return row;
    }

    public static string Shape(IEnumerable<Phrase> row) =>
        row.Aggregate(new StringBuilder(), (shape, p) => shape.Append(p.Kind)).ToString();

    (char Kind, int Length) Longest(Clause clause, int at)
    {
        var said = clause.Said;
        var (end, ends) = (at, new List<int>());
        while (ends.Count < Words && end < said.Length && IsLetter(said[end]))
        {
            while (end < said.Length && IsLetter(said[end]))
                end++;
            ends.Add(end);
            if (end < said.Length && said[end] is ' ')
                end++;
        }
        foreach (var last in Enumerable.Reverse(ends))
            if (
                known.TryGetValue(clause.Text.Spelt(clause.From + at, last - at).ToLowerInvariant(), out var kind)
                || known.TryGetValue(said[at..last], out kind)
            )
                return (kind, last - at);
        return (Unknown, ends[0] - at);
    }

    // What somebody reports is no claim of who writes it down: "Thầy An báo".
    static bool IsName(string spelt) =>
        spelt.Length > 1 && char.IsUpper(spelt[0]) && char.IsLower(spelt[1]) && !spelt.Contains(' ');

    // "Sau", "tạm" and "nam" are no numbers, and "bản ba" has one that counts nothing.
    static bool IsNumber(Clause clause, Match match, List<Match> things)
    {
        var word = match.Value.Split(' ')[0];
        if (Numerals.Few(word) is null)
            return true;
        var end = match.Index + match.Length;
        return (match.Length > word.Length || things.Exists(t => t.Index == end + 1))
            && (
                Spelt.Contains(clause.Text.Spelt(clause.From + match.Index, word.Length).ToLowerInvariant())
                || Unmarked.Contains(word) && !clause.Text.HasMarks
            );
    }

    static readonly HashSet<string> Spelt = new(
        WordList.Of(
            """
            một, hai, ba, bốn, năm, sáu, bảy, bẩy, tám, chín, mười, one, two, three, four, five, six, seven, eight, nine,
            ten
            """
        ),
        StringComparer.Ordinal
    );

    // Those that are no other word where a thing follows.
    static readonly HashSet<string> Unmarked = new(WordList.Of("mot, bon, bay, chin, muoi"), StringComparer.Ordinal);

    static bool IsLetter(char letter) =>
        char.IsLetterOrDigit(letter) || letter is '_' or '\'' or '’' or '-' or '/' or '%' or '+';

    const string Few = "mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|one|two|three|four|five|six|seven|eight|nine|ten";

    static readonly IReadOnlyList<(char Kind, Func<Regex> Read)> Counted =
    [
        ('k', Code),
        ('h', Hour),
        ('d', Duration),
        ('%', Share),
        ('q', People),
        ('v', Version),
        ('X', ErrorCode),
        ('n', Number),
    ];

    const RegexOptions Options =
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\b([a-z]+[0-9]+(-[a-z0-9]+)+|[a-z]{3,}[0-9]{3}|[a-z]+(-[a-z]+)+-[0-9]+)\b", Options)]
    private static partial Regex Code();

    [GeneratedRegex(
        @"\b[0-9]{1,2}( ?(:|h|gio) ?[0-9]{2}( ?(am|pm|sang|chieu|toi))?| ?(h|gio)( (sang|chieu|toi))?| ?(am|pm))\b",
        Options
    )]
    private static partial Regex Hour();

    [GeneratedRegex(
        @"\b(tu|ke tu|tu luc|tu khoang|since)( about| around| khoang)? [0-9]{1,2}( ?(:|h|gio) ?[0-9]{2}| ?(h|gio)( (sang|chieu|toi))?| ?(am|pm))\b",
        Options
    )]
    private static partial Regex SinceHour();

    [GeneratedRegex(
        $@"\b([0-9]+(\.[0-9]+)? ?(s|giay|sec|secs|seconds?)|({Few}|a) (giay|sec|secs|seconds?)|([0-9]+(\.[0-9]+)? ?|({Few}|nua|a|half a) )(phut|minutes?|mins?)( (ruoi|[0-9]+ ?(giay|s|sec|seconds?)))?)\b",
        Options
    )]
    internal static partial Regex Duration();

    [GeneratedRegex(@"\b[0-9]+(\.[0-9]+)? ?(%|phan tram\b|percent\b|/ ?100\b)", Options)]
    private static partial Regex Share();

    [GeneratedRegex(
        $@"\b([0-9]+|{Few}) (ban( hoc (vien|sinh)| sinh vien)?|nguoi( dung| hoc)?|em|hoc vien|hoc sinh|sinh vien|thi sinh|tai khoan|students?|users?|people|learners?|persons?|pupils?)\b",
        Options
    )]
    private static partial Regex People();

    [GeneratedRegex(@"\b[0-9]+\.[0-9]+(\.[0-9]+)?\b", Options)]
    private static partial Regex Version();

    [GeneratedRegex(@"\b(bi |bao |gap |tra |tra ve )?(loi|error|ma loi) [45][0-9]{2}\b", Options)]
    private static partial Regex ErrorCode();

    [GeneratedRegex($@"\b([0-9]+|{Few})\b", Options)]
    private static partial Regex Number();
}
