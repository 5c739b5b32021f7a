namespace Stepdesk.Core.Reading;

/// <summary>Cuts lines into tokens, each character looked at a fixed number of times whatever was written.</summary>
sealed class Tokens
{
    readonly List<Token> found = [];
    readonly string text;

    Tokens(string text) => this.text = text;

    /// <summary>The tokens of the lines somebody wrote anew: not of what is quoted, nor of a signature.</summary>
    public static List<Token> Of(string text)
    {
        var tokens = new Tokens(text);
        Lines.Line? before = null;
        foreach (var line in Lines.Written(text))
        {
            if (before is { } last && !Lines.GoesOn(text, last, line))
                tokens.found.Add(new(TokenKind.Break, last.End, last.End, false));
            tokens.Cut(line.Start, line.End);
            before = line;
        }
        tokens.ForgetPhones();
        return tokens.found;
    }

    void Cut(int at, int end)
    {
        // Up to here hyphenated words hold no digit.
        var noCodeUntil = at;
        while (at < end)
        {
            var (letter, stuck) = (text[at], found is [.., { End: var last }] && last == at);
            if (Letters.IsSpace(letter))
            {
                at++;
                continue;
            }
            var token =
                !stuck && AddressEnd(at, end) is > 0 and var stop ? Written(TokenKind.Code, at, stop, stuck)
                : Letters.IsLetter(letter) ? WordAt(at, end, stuck, ref noCodeUntil)
                : char.IsAsciiDigit(letter) ? NumeralAt(at, end, stuck)
                : Written(TokenKind.Mark, at, at + 1, stuck);
            found.Add(token);
            at = token.End;
            // 2026-12-01T10:00 is a date and a time.
            if (token.Kind is TokenKind.Date && at + 1 < end && text[at] is 'T' && char.IsAsciiDigit(text[at + 1]))
                at++;
        }
    }

    /// <summary>Where a web or mail address that begins here ends; 0 when there is none.</summary>
    int AddressEnd(int at, int end)
    {
        var stop = at;
        while (stop < end && !Letters.IsSpace(text[stop]))
            stop++;
        var chunk = text.AsSpan(at, stop - at);
        return
            chunk.Contains("://", StringComparison.Ordinal)
            || chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
            || chunk[..^1].LastIndexOf('@') > 0
            ? at + chunk.TrimEnd(".,;:!?)>").Length
            : 0;
    }

    Token WordAt(int at, int end, bool stuck, ref int noCodeUntil)
    {
        var stop = at;
        while (
            stop < end
            && (
                Letters.IsLetter(text[stop])
                || text[stop] is '\'' or '’' && stop + 1 < end && Letters.IsLetter(text[stop + 1])
            )
        )
            stop++;
        if (stop <= noCodeUntil || stuck && IsHour(at, stop))
            return Written(TokenKind.Word, at, stop, stuck);
        var (run, digits) = (stop, false);
        while (run < end && IsOfCode(run, end))
            digits |= char.IsAsciiDigit(text[run++]);
        if (digits)
            return Written(TokenKind.Code, at, run, stuck);
        noCodeUntil = run;
        return Written(TokenKind.Word, at, stop, stuck);
    }

    // The h of 9h30.
    bool IsHour(int at, int stop) => found[^1].Kind is TokenKind.Number && text[at..stop] is "h" or "H" or "g" or "giờ";

    bool IsOfCode(int at, int end) =>
        char.IsLetterOrDigit(text[at])
        || text[at] is '-' or '_' && at + 1 < end && char.IsLetterOrDigit(text[at + 1])
        || text[at] is '.' && char.IsAsciiDigit(text[at - 1]) && at + 1 < end && char.IsAsciiDigit(text[at + 1]);

    Token NumeralAt(int at, int end, bool stuck)
    {
        var token = Numerals.At(text, at, end, stuck);
        if (token.Kind is not (TokenKind.Number or TokenKind.Code) || token.End >= end)
            return token;
        var stop = token.End;
        while (stop < end && Letters.IsLetter(text[stop]))
            stop++;
        // 3A and 4G are names; 9H is an hour.
        if (stop == token.End + 1 && char.IsUpper(text[token.End]) && text[token.End] is not 'H')
            return Written(TokenKind.Code, at, CodeEnd(stop, end), stuck);
        // 9h30 and 8g are times, 12A1 and 5e8 are codes.
        return
            stop > token.End
            && stop < end
            && char.IsAsciiDigit(text[stop])
            && text[token.End..stop] is not ("h" or "H" or "g" or "giờ")
            ? Written(TokenKind.Code, at, CodeEnd(stop, end), stuck)
            : token;
    }

    int CodeEnd(int at, int end)
    {
        while (at < end && IsOfCode(at, end))
            at++;
        return at;
    }

    Token Written(TokenKind kind, int start, int end, bool stuck)
    {
        // What is longer is no word of any vocabulary.
        var word = end - start <= LongestWord ? text[start..end] : "";
        return new(kind, start, end, stuck) { Exact = Letters.Exact(word), Bare = Letters.Bare(word) };
    }

    /// <summary>0912 345 678 is no number of 678 people.</summary>
    void ForgetPhones()
    {
        for (var first = 0; first < found.Count; first++)
        {
            var (last, digits) = (first, 0);
            while (last < found.Count && found[last].Kind is TokenKind.Number or TokenKind.Code && OnlyDigits(last))
                digits += found[last].End - found[last++].Start;
            if (digits >= 8 && last - first > 1)
                for (var i = first; i < last; i++)
                    found[i] = found[i] with { Kind = TokenKind.Code };
            first = Math.Max(first, last - 1);
        }
    }

    bool OnlyDigits(int at)
    {
        var token = found[at];
        if (token.End - token.Start > LongestWord)
            return false;
        foreach (var letter in text.AsSpan(token.Start, token.End - token.Start))
            if (!char.IsAsciiDigit(letter))
                return false;
        return true;
    }

    const int LongestWord = 40;
}
