using System.Buffers;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Stepdesk.Core.Redaction;

/// <summary>Passwords, PINs and codes, known by the words before them: "mật khẩu tạm của em là …", "OTP …".</summary>
static partial class Passwords
{
    // What may stand between the word and the value.
    static readonly HashSet<string> Fillers =
    [
        "tam",
        "thoi",
        "moi",
        "cu",
        "mac",
        "dinh",
        "dang",
        "nhap",
        "cua",
        "em",
        "anh",
        "chi",
        "ban",
        "toi",
        "minh",
        "thay",
        "co",
        "wifi",
        "lms",
        "mail",
        "email",
        "zalo",
        "he",
        "thong",
        "tai",
        "khoan",
        "cho",
        "la",
        "hien",
        "nay",
        "new",
        "temporary",
        "temp",
        "default",
        "old",
        "my",
        "your",
        "his",
        "her",
        "their",
        "the",
        "for",
        "of",
        "login",
        "account",
        "user",
        "current",
        "code",
        "ma",
        "so",
        "to",
        "now",
        "is",
        "was",
        "as",
        "lop",
        "hoc",
        "vien",
        "a",
        "xac",
        "thuc",
        "nhan",
        "day",
        "nhe",
        "sau",
    ];

    // What is said of a password instead of it.
    static readonly HashSet<string> Said =
    [
        "khong",
        "da",
        "sai",
        "chua",
        "dung",
        "bi",
        "het",
        "van",
        "duoc",
        "gi",
        "nao",
        "quen",
        "wrong",
        "incorrect",
        "expired",
        "invalid",
        "not",
        "reset",
        "required",
        "must",
        "cannot",
        "please",
        "hidden",
        "removed",
        "too",
        "change",
        "changed",
        "forgot",
        "forgotten",
        "unknown",
        "missing",
        "failed",
        "error",
        "none",
        "null",
        "true",
        "false",
        "nhu",
        "giong",
        "qua",
        "can",
        "phai",
        "redacted",
        "masked",
        "string",
        "here",
        "below",
        "above",
        "accepted",
        "correct",
        "sent",
        "link",
        "policy",
        "screen",
        "page",
    ];

    static readonly SearchValues<char> Closing = SearchValues.Create("\"'”’`»*\r\n");

    public static IEnumerable<Find> In(Sight sight)
    {
        foreach (Match word in Word().Matches(sight.Bare))
            if (sight.IsWhole(word.Index, word.Index + word.Length) && After(sight, word) is { } found)
                yield return found;
    }

    static Find? After(Sight sight, Match word)
    {
        const int Most = 6;
        var (at, sign, isSaid) = (word.Index + word.Length, false, false);
        for (var fillers = 0; fillers <= Most; )
        {
            at = Skip(sight.Text, at);
            if (at >= sight.Text.Length)
                return null;
            if (sight.Text[at] is ':' or '=' or '→' || IsArrow(sight.Text, at))
            {
                (sign, at) = (true, at + (IsArrow(sight.Text, at) ? 2 : 1));
                continue;
            }
            if (
                sight.Text[at] is '"' or '\''
                && at == word.Index + word.Length
                && Skip(sight.Text, at + 1) is var colon
                && colon < sight.Text.Length
                && sight.Text[colon] is ':' or '='
            )
            {
                // The name of a setting was quoted.
                at++;
                continue;
            }
            // "Invalid username or password": the word ends what was quoted, and nothing begins behind it.
            if (sight.Text[at] is '"' or '\'' && at == word.Index + word.Length)
                return null;
            if (sight.Text[at] is '"' or '\'' or '“' or '‘' or '`' or '«' or '*')
            {
                var end = sight.Text.AsSpan(at + 1).IndexOfAny(Closing);
                return end > 0 && (sign || isSaid || end > 3)
                    ? Of(sight, at + 1, at + 1 + end, word, sign: true)
                    : null;
            }
            var stop = EndOf(sight.Text, at);
            var next = sight.Bare[at..stop].TrimEnd('.', ',', ';', ')');
            if (next.Length == 0)
                return null;
            if (!sign && Fillers.Contains(next))
            {
                isSaid |= next is "la" or "is" or "was";
                (at, fillers) = (stop, fillers + 1);
                continue;
            }
            return Said.Contains(next) ? null : Of(sight, at, stop, word, sign, isSaid);
        }
        return null;
    }

    static Find? Of(Sight sight, int start, int end, Match word, bool sign, bool isSaid = false)
    {
        var isCode =
            word.Value is "otp" or "pin"
            || word.Value.StartsWith("ma ", StringComparison.Ordinal)
            || word.Value.EndsWith("code", StringComparison.Ordinal);
        // A code is often said in two halves.
        if (
            isCode
            && end - start is 3 or 4
            && end + 4 <= sight.Text.Length
            && sight.Text[end] is ' '
            && Halves().IsMatch(sight.Text[start..(end + 4)])
        )
            end += 4;
        var value = sight.Text[start..end];
        if (
            value.Contains("://", StringComparison.Ordinal)
            || IsReference(value)
            || IsStandIn(sight.Text, start, value)
            || (!sign && !isSaid && !isCode && Hour().IsMatch(value))
        )
            return null;
        var (letters, digits, marks) = (
            value.Count(char.IsLetter),
            value.Count(char.IsAsciiDigit),
            value[..^1].Count(c => !char.IsLetterOrDigit(c) && c is not ('-' or '.' or '/'))
        );
        var isMixed = (letters > 0 && (digits > 0 || marks > 0)) || (digits > 0 && marks > 0);
        var isLikely =
            sign ? isMixed || digits >= 4 || value.Trim('.', ',').Length >= 5
            : isSaid ? isMixed || digits >= 4
            : isCode ? digits >= 4 && letters + marks == 0
            : isMixed && value.Length >= 6 && digits > 0;
        return isLikely ? new(Sensitive.Password, start, end, value) : null;
    }

    // "Gửi liên kết đặt lại mật khẩu (08:13)." says when.
    [GeneratedRegex(
        @"^([01]?[0-9]|2[0-3])(:|h)[0-5][0-9](:[0-5][0-9])?[).,;]*$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Hour();

    // What was taken out already, such as "[password-1]".
    static bool IsStandIn(string text, int start, string value) =>
        start > 0
        && text[start - 1] is '['
        && StandIn().Match(value) is { Success: true } match
        && StandIns.Contains(match.Groups["kind"].Value);

    static readonly HashSet<string> StandIns =
    [
        .. Enum.GetValues<Sensitive>().Select(kind => JsonNamingPolicy.KebabCaseLower.ConvertName($"{kind}")),
    ];

    [GeneratedRegex(
        @"^(?<kind>[a-z]+(-[a-z]+)*)-[0-9]+\][).,;]*$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex StandIn();

    // Ticket#00009 and #123 are numbers of tickets.
    internal static bool IsReference(string value) => Reference().IsMatch(value);

    static bool IsArrow(string text, int at) => at + 1 < text.Length && text[at] is '-' or '=' && text[at + 1] is '>';

    static int Skip(string text, int at)
    {
        while (at < text.Length && (text[at] is ' ' or '\t' or '(' or '[' or '\u00a0'))
            at++;
        return at;
    }

    static int EndOf(string text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('<' or '"' or '“' or '”'))
            if (at++ is var sign && text[sign] is ':' or '=' && at < text.Length && text[at] is ' ')
                return sign;
        return at;
    }

    [GeneratedRegex(
        "mat khau|mat ma|passwords?|passwd|passcode|passphrase|pass|pwd|pw|mk|ma pin|pin|ma otp|otp|ma xac (thuc|nhan|minh)|(verification|security|one-time|access|sms|2fa) code|secret( key)?|(api|secret|access)[ _-]key|(access|refresh|auth)?[ _-]?token",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Word();

    [GeneratedRegex("^[0-9]{3,4} [0-9]{3}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Halves();

    [GeneratedRegex(
        "^(ticket|phieu|phiếu|case|issue|bug|no|ht)?#[0-9]+[.,;:)]*$",
        RegexOptions.NonBacktracking
            | RegexOptions.CultureInvariant
            | RegexOptions.ExplicitCapture
            | RegexOptions.IgnoreCase
    )]
    private static partial Regex Reference();
}
