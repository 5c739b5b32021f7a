using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;

namespace Stepdesk.Kql.Syntax;

/// <summary>Cuts a query into tokens. It never fails: what it cannot read becomes a diagnostic and a bad token.</summary>
public sealed class Lexer
{
    private static readonly HashSet<string> RawLiterals =
    [
        .. "datetime date timespan time guid bool boolean int long real double decimal".Split(' '),
    ];

    // Longer ones first.
    private static readonly string[] Symbols =
        "== != <> <= >= =~ !~ => .. <| | ( ) [ ] { } , ; : . = < > + - * / % ~ ! ? @ # &".Split(' ');

    private readonly List<Token> _tokens = [];

    private Lexer(string text, DiagnosticBag diagnostics)
    {
        Text = text;
        Diagnostics = diagnostics;
    }

    public static IReadOnlyList<Token> Read(string text, DiagnosticBag diagnostics)
    {
        var lexer = new Lexer(text, diagnostics);
        lexer.ReadAll();
        return lexer._tokens;
    }

    internal string Text { get; }

    internal DiagnosticBag Diagnostics { get; }

    internal int At { get; set; }

    internal char Current => Peek(0);

    internal char Peek(int ahead) => At + ahead < Text.Length ? Text[At + ahead] : '\0';

    private void ReadAll()
    {
        while (true)
        {
            SkipBlanks();
            if (At >= Text.Length)
            {
                _tokens.Add(new Token(TokenKind.End, new Span(Text.Length, 0), ""));
                return;
            }

            ReadOne();
        }
    }

    private void SkipBlanks()
    {
        while (At < Text.Length)
        {
            if (char.IsWhiteSpace(Text[At]) || Text[At] is '\uFEFF' or '\u200B')
            {
                At++;
            }
            else if (Text[At] == '/' && Peek(1) == '/')
            {
                while (At < Text.Length && !EndsLine(Text[At]))
                {
                    At++;
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
            this.ReadText(prefix);
        }
        else if (char.IsAsciiDigit(c))
        {
            this.ReadNumber();
        }
        else if (char.IsLetter(c) || c is '_' or '$')
        {
            ReadName();
        }
        else if (c == '!' && char.IsLetter(Peek(1)))
        {
            var start = At++;
            Skip(IsNamePart);

            if (Current == '~')
            {
                At++;
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

    internal bool IsFence(char c) => Current == c && Peek(1) == c && Peek(2) == c;

    private void ReadName()
    {
        // The first character may be $, which is no part of a name further on.
        var start = At++;
        Skip(IsNamePart);

        var name = Text[start..At];
        if (name == "in" && Current == '~')
        {
            At++;
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
        var close = Text.IndexOf(')', At);
        var lineEnd = Text.IndexOf('\n', At);
        if (close < 0 || (lineEnd >= 0 && lineEnd < close))
        {
            Add(TokenKind.Name, start);
            return;
        }

        var raw = Text[(At + 1)..close].Trim();
        _ = KqlTypes.TryParse(name, out var type);
        // A nested call such as datetime(now()) is no literal: the parser reads it and says what to write. Nor is
        // datetime(now) or datetime(), which ask for the clock.
        if (raw.Contains('(') || (type == KqlType.DateTime && raw is "" or "now"))
        {
            Add(TokenKind.Name, start);
            return;
        }

        At = close + 1;
        if (Literals.TryRead(type, raw, out var value))
        {
            AddLiteral(start, type, value);
        }
        else
        {
            Diagnostics.Add(Messages.BadTypedLiteral(new Span(start, At - start), name, raw));
            AddLiteral(start, type, null);
        }
    }

    private void ReadSymbol()
    {
        var start = At;
        if (Current == '[' && Peek(1) is '"' or '\'')
        {
            var quote = Peek(1);
            var end = Text.IndexOf(quote, At + 2);
            var name = end < 0 ? "" : Text[(At + 2)..end];
            // With a backslash in it, or over a line's end, it is a text like any other, which ends somewhere else.
            var isName = end > 0 && !name.Contains('\\') && !name.Any(EndsLine);
            if (isName && end + 1 < Text.Length && Text[end + 1] == ']' && !FollowsValue())
            {
                At = end + 2;
                _tokens.Add(new Token(TokenKind.QuotedName, new Span(start, At - start), name));
                return;
            }
        }

        foreach (var symbol in Symbols)
        {
            if (string.CompareOrdinal(Text, At, symbol, 0, symbol.Length) == 0)
            {
                At += symbol.Length;
                Add(TokenKind.Symbol, start);
                return;
            }
        }

        At += char.IsSurrogatePair(Current, Peek(1)) ? 2 : 1;
        Diagnostics.Add(Messages.StrangeCharacter(new Span(start, At - start), Text[start..At]));
        Add(TokenKind.Bad, start);
    }

    // After a name or a closing bracket ['x'] is element access, elsewhere it is a quoted name.
    private bool FollowsValue() =>
        _tokens.Count > 0
        && _tokens[^1] is var last
        && last.Span.End == At
        && (last.Kind is TokenKind.Name or TokenKind.QuotedName || last.Text is ")" or "]" or "}");

    internal void Skip(Func<char, bool> what)
    {
        while (what(Current))
        {
            At++;
        }
    }

    internal void BadLiteral(int start, KqlType type)
    {
        Diagnostics.Add(Messages.BadLiteral(new Span(start, At - start), Text[start..At], type.Name()));
        AddLiteral(start, type, null);
    }

    internal void Add(TokenKind kind, int start) =>
        _tokens.Add(new Token(kind, new Span(start, At - start), Text[start..At]));

    internal void AddLiteral(int start, KqlType type, object? value) =>
        _tokens.Add(
            new Token(TokenKind.Literal, new Span(start, At - start), Text[start..At]) { Type = type, Value = value }
        );

    /// <summary>Where a comment or a text ends at the latest; the language has more of them than computers.</summary>
    internal static bool EndsLine(char c) => c is '\n' or '\r' or '\u2028' or '\u2029';

    internal static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c == '_';
}
