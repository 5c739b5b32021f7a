using System.Text.RegularExpressions;

namespace Stepdesk.Core.Redaction;

/// <summary>What lets somebody in: keys, tokens, passwords, links that open by themselves.</summary>
static partial class Secrets
{
    public static IEnumerable<Find> In(Sight sight)
    {
        var text = sight.Text;
        foreach (Match key in PrivateKey().Matches(text))
        {
            var end = PrivateKeyEnd().Match(text, key.Index + key.Length) is { Success: true } close
                ? close.Index + close.Length
                : text.Length;
            yield return new(Sensitive.PrivateKey, key.Index, end, text[key.Index..end]);
        }
        foreach (Match token in Signed().Matches(text))
            yield return Of(Sensitive.Token, token);
        foreach (Match key in Issued().Matches(text))
            if (sight.Begins(key.Index))
                yield return Of(Sensitive.Token, key);
        foreach (Match header in Header().Matches(text))
            if (!char.IsLetterOrDigit(Before(text, header.Index)))
                yield return Of(Sensitive.Token, header.Groups["value"]);
        foreach (Match login in Login().Matches(text))
            yield return Of(Sensitive.Password, login.Groups["value"]);
        foreach (var link in Links(text))
            yield return link;
        foreach (Match setting in Setting().Matches(text))
            yield return Of(Sensitive.Password, setting.Groups["value"]);
        foreach (var password in Passwords.In(sight).Concat(SignIns.In(sight)))
            yield return password;
        foreach (Match word in LongWord().Matches(text))
            if (
                sight.IsWhole(word.Index, word.Index + word.Length)
                && IsRandom(word.ValueSpan)
                && Base64Text.Read(word.Value) is null
            )
                yield return Of(Sensitive.Token, word);
    }

    static IEnumerable<Find> Links(string text)
    {
        foreach (Match link in Link().Matches(text))
        {
            var address = link.ValueSpan.TrimEnd(".,;:!?)]}'\"");
            // What stands in the path is a way in where nobody could guess it.
            var path = address.IndexOf("://", StringComparison.Ordinal) + 3;
            var query = address.IndexOfAny('?', '#');
            var last = address[..(query < 0 ? address.Length : query)];
            var (hasKey, before, parts) = (false, default(Range), 0);
            foreach (var part in last[path..].Split('/'))
            {
                hasKey |=
                    IsKey(last[path..][part])
                    || IsId().IsMatch(last[path..][part]) && (parts is 1 || Shared().IsMatch(last[path..][before]));
                (before, parts) = (part, parts + 1);
            }
            if (hasKey)
                yield return new(Sensitive.AccessLink, link.Index, link.Index + address.Length, address.ToString());
            else if (query >= 0 && Opening().IsMatch(address[query..]))
                yield return new(
                    Sensitive.AccessLink,
                    link.Index + query,
                    link.Index + address.Length,
                    address[query..].ToString()
                );
        }
    }

    // An id of a request or a class opens nothing; alone behind a host, or behind a word for sharing, it does.
    [GeneratedRegex("^([0-9a-f]{32,}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$", Quick | RegexOptions.IgnoreCase)]
    private static partial Regex IsId();

    [GeneratedRegex(
        "^(s|share|shared|sharing|i|invite|invitation|join|r|reset|d|dl|download|v|view|f|l|link|links|open|magic|verify|confirm|activate|public|pub|access|token|t|k|key|unsubscribe|guest|preview)$",
        Quick | RegexOptions.IgnoreCase
    )]
    private static partial Regex Shared();

    static bool IsKey(ReadOnlySpan<char> part) => part.Length >= 20 && !part.Contains('.') && IsRandom(part);

    /// <summary>Nobody writes so: capitals, small letters and digits in turn. Hexadecimal ids are of use and open nothing.</summary>
    static bool IsRandom(ReadOnlySpan<char> word)
    {
        var (capitals, smalls, digits, turns, kind) = (0, 0, 0, 0, 0);
        foreach (var letter in word)
        {
            var next = letter switch
            {
                >= 'A' and <= 'Z' => 1,
                >= 'a' and <= 'z' => 2,
                >= '0' and <= '9' => 3,
                _ => 0,
            };
            (capitals, smalls, digits) = (
                capitals + (next is 1 ? 1 : 0),
                smalls + (next is 2 ? 1 : 0),
                digits + (next is 3 ? 1 : 0)
            );
            turns += next is not 0 && next != kind ? 1 : 0;
            kind = next;
        }
        return capitals > 1 && smalls > 1 && digits > 1 && turns >= word.Length / 4;
    }

    static char Before(string text, int at) => at > 0 ? text[at - 1] : ' ';

    static Find Of(Sensitive kind, Capture found) => new(kind, found.Index, found.Index + found.Length, found.Value);

    const RegexOptions Quick =
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex("-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY( BLOCK)?-----", Quick)]
    private static partial Regex PrivateKey();

    [GeneratedRegex("-----END [A-Z0-9 ]{0,30}PRIVATE KEY( BLOCK)?-----", Quick)]
    private static partial Regex PrivateKeyEnd();

    // A token of three parts, signed or not.
    [GeneratedRegex(@"eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{4,}(\.[A-Za-z0-9_-]*)*", Quick)]
    private static partial Regex Signed();

    // What the well-known services hand out begins so.
    [GeneratedRegex(
        "((AKIA|ASIA)[A-Z0-9]{16}|gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|glpat-[A-Za-z0-9_-]{16,}"
            + "|xox[abeprs]-[A-Za-z0-9-]{10,}|AIza[A-Za-z0-9_-]{30,}|ya29\\.[A-Za-z0-9_-]{20,}|(sk|pk|rk)[-_](live|test|proj|ant)?[-_]?[A-Za-z0-9_-]{20,}"
            + "|[0-9]{8,10}:AA[A-Za-z0-9_-]{30,}|SG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}|npm_[A-Za-z0-9]{30,}|sdk_[A-Za-z0-9]{20,})",
        Quick
    )]
    private static partial Regex Issued();

    [GeneratedRegex(
        @"(bearer|basic)[ \t]+(?<value>[A-Za-z0-9._~+/=-]{8,})|(authorization|proxy-authorization|x-api-key|x-auth-token|api-key|ocp-apim-subscription-key|x-functions-key)""?[ \t]*[:=][ \t]*""?((bearer|basic|token|apikey)[ \t]+)?(?<value>[^\s"",;]{6,})|(set-cookie|cookie)[ \t]*:[ \t]*(?<value>[^\r\n]{3,})",
        Quick | RegexOptions.IgnoreCase
    )]
    private static partial Regex Header();

    // user:password in front of a host.
    [GeneratedRegex(
        @"[a-z][a-z0-9+.-]{1,20}://(?<value>[^\s/@:]{1,100}:[^\s/@]{1,100})@",
        Quick | RegexOptions.IgnoreCase
    )]
    private static partial Regex Login();

    // Of a connection string; what follows up to the next part.
    [GeneratedRegex(
        @"(?<name>[a-z_.-]{0,40}(password|passwd|pwd|account_?key|access_?key|shared_?access_?signature|secret|secret_?key|token|api_?key|instrumentation_?key|user id|uid))""?[ \t]{0,3}=[ \t]{0,3}[""']?(?<value>[^\s;""'&<>,]{3,})",
        Quick | RegexOptions.IgnoreCase
    )]
    private static partial Regex Setting();

    [GeneratedRegex(@"[a-z][a-z0-9+.-]{1,20}://[^\s<>""“”]{3,}", Quick | RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex(
        @"[?&#;](sig|signature|token|t|access_token|id_token|refresh_token|auth|authkey|key|apikey|api_key|code|otp|pwd|pass|password|passwd|reset|ticket|invite|secret|session|sid|sessionid|jwt|x-amz-signature|x-amz-credential|x-goog-signature|se|sp|sv|hash|h|magic|confirm|verify)=[^&#\s]{4,}",
        Quick | RegexOptions.IgnoreCase
    )]
    private static partial Regex Opening();

    [GeneratedRegex("[A-Za-z0-9_+/-]{24,}={0,2}", Quick)]
    private static partial Regex LongWord();
}
