using System.Globalization;

namespace Stepdesk.Core.Reading;

/// <summary>What digits and the marks between them are: a number, a date, a time, or a code.</summary>
static class Numerals
{
    // What has more parts is an address or a line drawn with digits.
    const int MostParts = 6;
    const int MostDigits = 9;

    /// <summary>The numeral that begins here. Always takes at least the first digit.</summary>
    public static Token At(string text, int start, int end, bool stuck)
    {
        var run = Run(text, start, end);
        var code = new Token(TokenKind.Code, start, run, stuck);
        var said = text[start..run];
        if (said.Count(c => !char.IsAsciiDigit(c)) >= MostParts)
            return code;
        if (Of(said) is { } whole)
            return Placed(whole, run);
        // Two of them with a dash or a comma between: 13:00-15:00, 20,18,15.
        return said.IndexOfAny(['-', ',']) is > 0 and var cut && !IsPhone(said) && Of(said[..cut]) is { } first
            ? Placed(first, start + cut)
            : code;

        Token Placed(Token token, int stop) => token with { Start = start, End = stop, IsStuck = stuck };
    }

    static int Run(string text, int start, int end)
    {
        var at = start;
        while (
            at < end
            && (
                char.IsAsciiDigit(text[at])
                || text[at] is '.' or ',' or ':' or '/' or '-' && at + 1 < end && char.IsAsciiDigit(text[at + 1])
            )
        )
            at++;
        return at;
    }

    static bool IsPhone(string said) =>
        said.Split('-') is { Length: >= 3 } groups && groups.Sum(g => g.Length) >= 8 && groups.All(IsNumber);

    static Token? Of(string said) =>
        said.All(char.IsAsciiDigit) ? Number(said)
        : said.Contains(':') ? Clock(said.Split(':'))
        : Date(said) ?? Thousands(said) ?? Pair(said);

    static Token? Number(string digits) =>
        digits.Length > MostDigits || digits.Length > 2 && digits[0] is '0'
            ? new(TokenKind.Code, 0, 0, false)
            : new(TokenKind.Number, 0, 0, false)
            {
                A = Value(digits),
                Exact = digits,
                Bare = digits,
            };

    static Token? Clock(string[] parts) =>
        parts is [{ Length: 1 or 2 } hours, { Length: 2 } minutes, .. { Length: <= 1 }]
        && IsNumber(hours)
        && IsNumber(minutes)
            ? new(TokenKind.Clock, 0, 0, false)
            {
                A = Value(hours),
                B = Value(minutes),
                C = hours.Length - 1,
            }
            : null;

    // Day first, as it is written in Vietnam, unless the year stands in front.
    static Token? Date(string said) =>
        Array.Find(['/', '-', '.'], mark => said.Split(mark) is [_, _, _] parts && parts.All(IsNumber)) is var mark
        && mark is not '\0'
        && said.Split(mark) is [var one, var two, var three]
            ? (one.Length, two.Length, three.Length) switch
            {
                (4, <= 2, <= 2) => Day(three, two, one),
                (<= 2, <= 2, 4) => Day(one, two, three),
                (<= 2, <= 2, 2) when mark is not '.' => Day(one, two, $"20{three}"),
                _ => null,
            }
            : null;

    static Token Day(string day, string month, string year) =>
        new(TokenKind.Date, 0, 0, false)
        {
            A = Value(day),
            B = Value(month),
            C = Value(year),
        };

    static Token? Thousands(string said) =>
        Array.Find(['.', ','], said.Contains) is var mark
        && mark is not '\0'
        && said.Split(mark) is [{ Length: <= 3 } first, .. var groups]
        && first is not "0"
        && groups.All(g => g.Length is 3 && IsNumber(g))
        && IsNumber(first)
            ? Number(first + string.Concat(groups))
            : null;

    static Token? Pair(string said) =>
        said.Split('/') is [{ Length: <= 4 } part, { Length: <= 4 } whole] && IsNumber(part) && IsNumber(whole)
            ? Of(TokenKind.Fraction, part, whole)
        : said.Split('-') is [{ Length: <= 4 } low, { Length: <= 4 } high] && IsNumber(low) && IsNumber(high)
            ? Of(TokenKind.Range, low, high)
        // A decimal counts no people.
        : said.Split('.', ',') is [_, _] ? new Token(TokenKind.Code, 0, 0, false)
        : null;

    static Token Of(TokenKind kind, string a, string b) => new(kind, 0, 0, false) { A = Value(a), B = Value(b) };

    static bool IsNumber(string said) => said.Length is > 0 and <= MostDigits && said.All(char.IsAsciiDigit);

    static int Value(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
