using System.Globalization;
using System.Text;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;

namespace Stepdesk.Kql.Syntax;

/// <summary>Cuts a query into tokens. It never fails: what it cannot read becomes a diagnostic and a bad token.</summary>
public sealed class Lexer
{
    private static readonly HashSet<string> RawLiterals = new(StringComparer.Ordinal)
    {
        "datetime",
        "date",
        "timespan",
        "time",
        "guid",
        "bool",
        "boolean",
        "int",
        "long",
        "real",
        "double",
        "decimal",
    };

    private static readonly string[] Symbols =
    [
        "==",
        "!=",
        "<>",
        "<=",
        ">=",
        "=~",
        "!~",
        "=>",
        "..",
        "<|",
        "|",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ",",
        ";",
        ":",
        ".",
        "=",
        "<",
        ">",
        "+",
        "-",
        "*",
        "/",
        "%",
        "~",
        "!",
        "?",
        "@",
        "#",
        "&",
    ];

    private readonly string _text;
    private readonly DiagnosticBag _diagnostics;
    private readonly List<Token> _tokens = [];
    private int _at;

    private Lexer(string text, DiagnosticBag diagnostics)
    {
        _text = text;
        _diagnostics = diagnostics;
    }

    public static IReadOnlyList<Token> Read(string text, DiagnosticBag diagnostics)
    {
        var lexer = new Lexer(text, diagnostics);
        lexer.ReadAll();
        return lexer._tokens;
    }

    private char Current => Peek(0);

    private char Peek(int ahead) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    private void ReadAll()
    {
        while (true)
        {
            SkipBlanks();
            if (_at >= _text.Length)
            {
                _tokens.Add(new Token(TokenKind.End, new Span(_text.Length, 0), ""));
                return;
            }

            ReadOne();
        }
    }

    private void SkipBlanks()
    {
        while (_at < _text.Length)
        {
            if (char.IsWhiteSpace(_text[_at]) || _text[_at] is '\uFEFF' or '\u200B')
            {
                _at++;
            }
            else if (_text[_at] == '/' && Peek(1) == '/')
            {
                while (_at < _text.Length && _text[_at] != '\n')
                {
                    _at++;
                }
            }
            else
            {
                return;
            }
        }
    }

    private void ReadOne()
    {
        var c = Current;
        if (IsTextStart(out var prefix))
        {
            ReadText(prefix);
        }
        else if (char.IsAsciiDigit(c))
        {
            ReadNumber();
        }
        else if (char.IsLetter(c) || c is '_' or '$')
        {
            ReadName();
        }
        else if (c == '!' && char.IsLetter(Peek(1)))
        {
            var start = _at++;
            while (IsNamePart(Current))
            {
                _at++;
            }

            if (Current == '~')
            {
                _at++;
            }

            Add(TokenKind.Symbol, start);
        }
        else
        {
            ReadSymbol();
        }
    }

    private bool IsTextStart(out int prefix)
    {
        prefix = 0;
        if (Current is 'h' or 'H' && (Peek(1) is '"' or '\'' || (Peek(1) == '@' && Peek(2) is '"' or '\'')))
        {
            prefix = 1;
        }

        if (Peek(prefix) == '@' && Peek(prefix + 1) is '"' or '\'')
        {
            prefix++;
            return true;
        }

        return Peek(prefix) is '"' or '\'' || IsFence('`') || IsFence('~');
    }

    private bool IsFence(char c) => Current == c && Peek(1) == c && Peek(2) == c;

    private void ReadText(int prefix)
    {
        var start = _at;
        if (IsFence('`') || IsFence('~'))
        {
            var fence = new string(Current, 3);
            var end = _text.IndexOf(fence, _at + 3, StringComparison.Ordinal);
            if (end < 0)
            {
                _diagnostics.Add(Messages.OpenText(new Span(start, 3)));
            }

            var content = _text[(_at + 3)..(end < 0 ? _text.Length : end)];
            _at = end < 0 ? _text.Length : end + 3;
            AddLiteral(start, KqlType.String, content.StartsWith('\n') ? content[1..] : content);
            return;
        }

        var verbatim = prefix > 0 && _text[_at + prefix - 1] == '@';
        _at += prefix;
        var quote = Current;
        _at++;
        var value = new StringBuilder();
        while (true)
        {
            if (_at >= _text.Length || Current is '\n' or '\r')
            {
                _diagnostics.Add(Messages.OpenText(new Span(start, _at - start)));
                break;
            }

            if (Current == quote)
            {
                _at++;
                if (verbatim && Current == quote)
                {
                    value.Append(quote);
                    _at++;
                    continue;
                }

                break;
            }

            if (!verbatim && Current == '\\')
            {
                ReadEscape(value);
                continue;
            }

            value.Append(Current);
            _at++;
        }

        AddLiteral(start, KqlType.String, value.ToString());
    }

    private void ReadEscape(StringBuilder value)
    {
        var start = _at;
        _at++;
        var c = Current;
        _at++;
        switch (c)
        {
            case 'n':
                value.Append('\n');
                break;
            case 't':
                value.Append('\t');
                break;
            case 'r':
                value.Append('\r');
                break;
            case 'a':
                value.Append('\a');
                break;
            case 'b':
                value.Append('\b');
                break;
            case 'f':
                value.Append('\f');
                break;
            case 'v':
                value.Append('\v');
                break;
            case '0':
                value.Append('\0');
                break;
            case '\\' or '"' or '\'' or '`' or '/':
                value.Append(c);
                break;
            case 'u' or 'x':
                var digits = c == 'u' ? 4 : 2;
                if (
                    _at + digits <= _text.Length
                    && int.TryParse(
                        _text.AsSpan(_at, digits),
                        NumberStyles.AllowHexSpecifier,
                        CultureInfo.InvariantCulture,
                        out var code
                    )
                )
                {
                    value.Append((char)code);
                    _at += digits;
                    break;
                }

                goto default;
            default:
                _at = Math.Min(_at, _text.Length);
                _diagnostics.Add(Messages.BadEscape(new Span(start, _at - start)));
                break;
        }
    }

    private void ReadNumber()
    {
        var start = _at;
        if (Current == '0' && Peek(1) is 'x' or 'X' && char.IsAsciiHexDigit(Peek(2)))
        {
            _at += 2;
            while (char.IsAsciiHexDigit(Current))
            {
                _at++;
            }

            if (
                long.TryParse(
                    _text.AsSpan(start + 2, _at - start - 2),
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out var hex
                )
            )
            {
                AddLiteral(start, KqlType.Long, hex);
            }
            else
            {
                BadLiteral(start, "long");
            }

            return;
        }

        while (char.IsAsciiDigit(Current))
        {
            _at++;
        }

        var real = false;
        if (Current == '.' && char.IsAsciiDigit(Peek(1)))
        {
            real = true;
            _at++;
            while (char.IsAsciiDigit(Current))
            {
                _at++;
            }
        }
        else if (Current == '.' && Peek(1) != '.' && !char.IsLetter(Peek(1)) && Peek(1) != '_')
        {
            real = true;
            _at++;
        }

        if (
            Current is 'e' or 'E'
            && (char.IsAsciiDigit(Peek(1)) || (Peek(1) is '+' or '-' && char.IsAsciiDigit(Peek(2))))
            && !IsNamePart(AfterExponent())
        )
        {
            real = true;
            _at += 2;
            while (char.IsAsciiDigit(Current))
            {
                _at++;
            }
        }

        var number = _text.AsSpan(start, _at - start);
        if (IsNamePart(Current))
        {
            ReadUnit(start, number.ToString(), real);
        }
        else if (real)
        {
            AddLiteral(start, KqlType.Real, double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture));
        }
        else if (long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var integer))
        {
            AddLiteral(start, KqlType.Long, integer);
        }
        else
        {
            BadLiteral(start, "long");
        }
    }

    private char AfterExponent()
    {
        var ahead = 1;
        if (Peek(ahead) is '+' or '-')
        {
            ahead++;
        }

        while (char.IsAsciiDigit(Peek(ahead)))
        {
            ahead++;
        }

        return Peek(ahead);
    }

    // 5m is a timespan, 5xx a name.
    private void ReadUnit(int start, string number, bool real)
    {
        var unitStart = _at;
        while (IsNamePart(Current))
        {
            _at++;
        }

        if (Literals.Unit(_text[unitStart.._at]) is { } unit)
        {
            var ticks = double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture) * unit;
            if (Math.Abs(ticks) < 9.2e18)
            {
                var exact = real ? (long)Math.Round(ticks) : checked((long)decimal.Truncate((decimal)ticks));
                AddLiteral(start, KqlType.TimeSpan, new TimeSpan(exact));
                return;
            }

            BadLiteral(start, "timespan");
            return;
        }

        if (real)
        {
            BadLiteral(start, "real");
            return;
        }

        Add(TokenKind.Name, start);
    }

    private void ReadName()
    {
        // The first character may be $, which is no part of a name further on.
        var start = _at++;
        while (IsNamePart(Current))
        {
            _at++;
        }

        var name = _text[start.._at];
        if (name == "in" && Current == '~')
        {
            _at++;
            Add(TokenKind.Name, start);
            return;
        }

        if (RawLiterals.Contains(name) && Current == '(')
        {
            ReadRaw(start, name);
            return;
        }

        switch (name)
        {
            case "true" or "True" or "TRUE":
                AddLiteral(start, KqlType.Bool, true);
                break;
            case "false" or "False" or "FALSE":
                AddLiteral(start, KqlType.Bool, false);
                break;
            default:
                Add(TokenKind.Name, start);
                break;
        }
    }

    private void ReadRaw(int start, string name)
    {
        var close = _text.IndexOf(')', _at);
        var lineEnd = _text.IndexOf('\n', _at);
        if (close < 0 || (lineEnd >= 0 && lineEnd < close))
        {
            Add(TokenKind.Name, start);
            return;
        }

        var raw = _text[(_at + 1)..close].Trim();
        // A nested call such as datetime(now()) is no literal: the parser reads it and says what to write.
        if (raw.Contains('('))
        {
            Add(TokenKind.Name, start);
            return;
        }

        _ = KqlTypes.TryParse(name, out var type);
        _at = close + 1;
        if (Literals.TryRead(type, raw, out var value))
        {
            AddLiteral(start, type, value);
        }
        else
        {
            _diagnostics.Add(Messages.BadTypedLiteral(new Span(start, _at - start), name, raw));
            AddLiteral(start, type, null);
        }
    }

    private void ReadSymbol()
    {
        var start = _at;
        if (Current == '[' && Peek(1) is '"' or '\'')
        {
            var quote = Peek(1);
            var end = _text.IndexOf(quote, _at + 2);
            if (end > 0 && end + 1 < _text.Length && _text[end + 1] == ']' && !FollowsValue())
            {
                var name = _text[(_at + 2)..end];
                _at = end + 2;
                _tokens.Add(new Token(TokenKind.QuotedName, new Span(start, _at - start), name));
                return;
            }
        }

        foreach (var symbol in Symbols)
        {
            if (string.CompareOrdinal(_text, _at, symbol, 0, symbol.Length) == 0)
            {
                _at += symbol.Length;
                Add(TokenKind.Symbol, start);
                return;
            }
        }

        _at += char.IsSurrogatePair(Current, Peek(1)) ? 2 : 1;
        _diagnostics.Add(Messages.StrangeCharacter(new Span(start, _at - start), _text[start.._at]));
        Add(TokenKind.Bad, start);
    }

    // After a name or a closing bracket ['x'] is element access, elsewhere it is a quoted name.
    private bool FollowsValue() =>
        _tokens.Count > 0
        && _tokens[^1] is var last
        && last.Span.End == _at
        && (last.Kind is TokenKind.Name or TokenKind.QuotedName || last.Text is ")" or "]" or "}");

    private void BadLiteral(int start, string type)
    {
        _diagnostics.Add(Messages.BadLiteral(new Span(start, _at - start), _text[start.._at], type));
        AddLiteral(
            start,
            type == "long" ? KqlType.Long
                : type == "real" ? KqlType.Real
                : KqlType.TimeSpan,
            null
        );
    }

    private void Add(TokenKind kind, int start) =>
        _tokens.Add(new Token(kind, new Span(start, _at - start), _text[start.._at]));

    private void AddLiteral(int start, KqlType type, object? value) =>
        _tokens.Add(
            new Token(TokenKind.Literal, new Span(start, _at - start), _text[start.._at]) { Type = type, Value = value }
        );

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c == '_';
}
