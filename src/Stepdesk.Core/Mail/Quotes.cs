using System.Text;
using System.Text.RegularExpressions;

namespace Stepdesk.Core.Mail;

/// <summary>
/// Tells what a person wrote from the older mail quoted below it. Careful by intent: when in doubt everything counts as
/// new, because a quote shown twice costs a glance and a lost sentence costs a customer.
/// </summary>
public static class Quotes
{
    /// <summary>The new part of a mail's text.</summary>
    public static string Strip(string text) => Split(text).New;

    /// <summary>The new part, and the quoted rest from its introduction on: nothing is lost between the two but blank lines.</summary>
    public static (string New, string Quoted) Split(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var start = Start(lines);
        var fresh = Join(lines[..start]);
        return fresh.Trim().Length is 0 ? (Join(lines), "") : (fresh, Join(lines[start..]));
    }

    /// <summary>
    /// What of a quote no mark tells to be one, without what introduces it: where it is not empty, anybody may have written
    /// between its lines.
    /// </summary>
    public static string Unmarked(string quoted)
    {
        var lines = quoted.ReplaceLineEndings("\n").Split('\n');
        var rest = lines[IntroductionOf(lines)..];
        return rest.All(l => IsQuoted(l) || l.Trim().Length is 0) ? "" : Join(rest).TrimStart('\n');
    }

    /// <summary>
    /// Whether two texts are one letter, whatever a mail program made of it on its way: it lays out lines anew, leads its
    /// links elsewhere and marks what was bold or in a table.
    /// </summary>
    public static bool AreSame(string one, string other) => Bare(one) == Bare(other);

    static string Bare(string text) =>
        string.Concat(
            Links
                .Replace(text.Normalize(NormalizationForm.FormC), " ")
                .ToLowerInvariant()
                .Where(c => !char.IsWhiteSpace(c) && !Layout.Contains(c, StringComparison.Ordinal))
        );

    /// <summary>How many lines say whose mail is quoted below them.</summary>
    static int IntroductionOf(string[] lines)
    {
        if (Introduced(lines, 0) is > 0 and var said)
            return said;
        var at =
            OriginalMessage.IsMatch(Line(lines, 0)) || Underscores.IsMatch(Line(lines, 0)) ? NextWritten(lines, 1) : 0;
        return HeaderBlock(lines, at)
            ? at + 1 + lines.Skip(at + 1).TakeWhile(l => OtherLabel.IsMatch(Short(l))).Count()
            : at;
    }

    /// <summary>Where the quote starts; the number of lines when there is none to take off.</summary>
    static int Start(string[] lines)
    {
        // The first quoted line ends the search, so what follows it is the same question for every line before.
        var endsQuoted = EndsQuoted(lines);
        for (var i = 0; i < lines.Length; i++)
        {
            if (Forwarded(lines[i]))
                return lines.Length; // What was forwarded is what the mail is about.
            if (Divider(lines, i) || Introduced(lines, i) > 0 && endsQuoted)
                return i;
            if (IsQuoted(lines[i]))
                return endsQuoted ? i : lines.Length;
        }
        return lines.Length;
    }

    /// <summary>"On … wrote:", on one line or wrapped over up to three: over how many; none where it is not there.</summary>
    static int Introduced(string[] lines, int at)
    {
        if (!Opening.IsMatch(Line(lines, at)))
            return 0;
        var said = "";
        for (var i = at; i < Math.Min(lines.Length, at + 3); i++)
        {
            said = $"{said} {Line(lines, i)}".Trim();
            if (Attribution.IsMatch(said))
                return i - at + 1;
        }
        return 0;
    }

    /// <summary>
    /// Outlook draws a line or repeats the header of the mail it quotes, and marks no lines; everything below belongs to it.
    /// </summary>
    static bool Divider(string[] lines, int at) =>
        OriginalMessage.IsMatch(Line(lines, at))
        || Underscores.IsMatch(Line(lines, at)) && HeaderBlock(lines, NextWritten(lines, at + 1))
        || HeaderBlock(lines, at);

    /// <summary>A block that starts with a sender and names at least two more fields of a header.</summary>
    static bool HeaderBlock(string[] lines, int at)
    {
        if (!FromLabel.IsMatch(Line(lines, at)))
            return false;
        var others = lines
            .Skip(at + 1)
            .Take(6)
            .TakeWhile(l => l.Trim().Length > 0)
            .Count(l => OtherLabel.IsMatch(Short(l)));
        return others >= 2;
    }

    static int NextWritten(string[] lines, int at)
    {
        while (at < lines.Length && lines[at].Trim().Length is 0)
            at++;
        return at;
    }

    /// <summary>
    /// True when nothing but the quote follows. Text between quoted lines is an answer, so it stays with what it answers;
    /// the rest of an introduction that was wrapped, and quotes without any mark, are read as quoted.
    /// </summary>
    static bool EndsQuoted(string[] lines)
    {
        var first = Array.FindIndex(lines, IsQuoted);
        return first < 0 || lines.Skip(first).All(l => IsQuoted(l) || l.Trim().Length is 0);
    }

    static bool IsQuoted(string line) => line.TrimStart().StartsWith('>');

    static bool Forwarded(string line) => ForwardLine.IsMatch(Short(line));

    static string Line(string[] lines, int at) => at < lines.Length ? Short(lines[at]) : "";

    static string Short(string line) => line.Length <= LongestLine ? line : line[..LongestLine];

    static string Join(string[] lines) => string.Join('\n', lines).TrimEnd();

    static readonly Regex Opening = Linear(@"^\s*\*?(on|vào|le|am|el|op|em|il|den|w dniu)\s");
    static readonly Regex Attribution = Linear(
        @"^\s*\*?(on|vào|le|am|el|op|em|il|den|w dniu)\s.*(\d|@).*(wrote|đã viết|viết|a écrit|schrieb.*|escribió|schreef.*|escreveu|ha scritto|skrev.*|napisał\(?a?\)?)\s*:\s*\*?$"
    );
    static readonly Regex OriginalMessage = Linear(
        @"^\s*-{3,}\s*(original message|original appointment|tin nhắn gốc|thư gốc|message d'origine|ursprüngliche nachricht|mensaje original)\s*-{3,}\s*$"
    );
    static readonly Regex ForwardLine = Linear(
        @"^\s*(-{3,}\s*(forwarded message|thư được chuyển tiếp|thư đã chuyển tiếp|tin nhắn đã chuyển tiếp|message transféré)\s*-{3,}|(begin forwarded message|bắt đầu thư được chuyển tiếp|bắt đầu chuyển tiếp thư)\s*:)\s*$"
    );
    static readonly Regex Underscores = Linear(@"^\s*_{10,}\s*$");
    static readonly Regex FromLabel = Linear(@"^\s*\*?(from|từ|người gửi)\s*:\*?\s*\S");
    static readonly Regex OtherLabel = Linear(
        @"^\s*\*?(sent|date|đã gửi|ngày gửi|ngày|gửi|to|đến|tới|người nhận|cc|subject|chủ đề|tiêu đề|reply-to)\s*:\*?"
    );

    static readonly Regex Links = Linear(@"[<(\[]?\b(https?://|mailto:)\S+");

    // What stands for a cell, for bold or for underlined.
    const string Layout = ":|*_";

    static Regex Linear(string pattern) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    const int LongestLine = 500;
}
