using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;

namespace Stepdesk.Kql.Syntax;

/// <summary>
/// Reads a query. Written by hand because keywords are also names, operators carry hyphens, and one pass must report
/// several errors: after an error it goes on at the next pipe, semicolon or closing bracket. What a query, an expression
/// or a step looks like is told beside this, by the grammars and by the steps themselves.
/// </summary>
public sealed class Parser
{
    private const int MaxDepth = 120;

    // Each link of a chain, such as a + b + c or steps behind pipes, is a call inside the one before it when it is bound
    // and run. A few tens of thousands are more than a thread's stack holds, and end the whole program.
    private const int MaxLinks = 5_000;

    private readonly IReadOnlyList<Token> _tokens;
    private int _at;
    private int _depth;
    private int _links;
    private int _last;

    private Parser(IReadOnlyList<Token> tokens, DiagnosticBag diagnostics)
    {
        _tokens = tokens;
        Diagnostics = diagnostics;
    }

    public static Query Parse(string text, DiagnosticBag diagnostics)
    {
        if (text.TrimStart().StartsWith('.'))
        {
            var start = text.IndexOf('.', StringComparison.Ordinal);
            diagnostics.Add(Messages.Command(new Span(start, 1)));
            return new Query(new Span(0, text.Length), []);
        }

        var parser = new Parser(Lexer.Read(text, diagnostics), diagnostics);
        return parser.ParseQuery(closing: null);
    }

    internal DiagnosticBag Diagnostics { get; }

    internal Token Current => _tokens[_at];

    internal Token Peek(int ahead) => _tokens[Math.Min(_at + ahead, _tokens.Count - 1)];

    internal bool AtEnd => Current.Kind == TokenKind.End;

    internal Token Next()
    {
        var token = Current;
        if (_at < _tokens.Count - 1)
        {
            _at++;
        }

        _last = token.Span.End;
        return token;
    }

    internal bool Accept(string text)
    {
        if (!Current.Is(text))
        {
            return false;
        }

        Next();
        return true;
    }

    internal bool Expect(string text)
    {
        if (Accept(text))
        {
            return true;
        }

        Unexpected(text);
        return false;
    }

    internal void Unexpected(params string[] expected) =>
        Diagnostics.Add(Messages.Unexpected(Current.Span, Current.Text, expected));

    /// <summary>Where what was read last ends.</summary>
    internal int LastEnd => _last;

    internal Span Since(int start) => new(start, Math.Max(0, _last - start));

    internal bool IsStop =>
        AtEnd || Current.Is("|") || Current.Is(";") || Current.Is(")") || Current.Is("}") || Current.Is("]");

    // Goes on where a reader would: at the next step of the pipeline, skipping whole brackets.
    internal void Recover()
    {
        var open = 0;
        while (!AtEnd)
        {
            if (open == 0 && IsStop)
            {
                return;
            }

            var token = Next();
            open +=
                token.Text is "(" or "[" or "{" && token.Kind == TokenKind.Symbol ? 1
                : token.Text is ")" or "]" or "}" && token.Kind == TokenKind.Symbol ? -1
                : 0;
        }
    }

    internal void Leave() => _depth--;

    internal bool Touches(int ahead) => Peek(ahead).Span.Start == Peek(ahead - 1).Span.End;

    /// <summary>True, having read both, where <paramref name="option"/> and an equals sign stand.</summary>
    internal bool AcceptOption(string option)
    {
        if (!Current.Is(option) || !Peek(1).Is("="))
        {
            return false;
        }

        Next();
        Next();
        return true;
    }

    internal void SkipTo(string closing)
    {
        Recover();
        Accept(closing);
    }

    // project-away is one word only when nothing stands between its parts.
    internal Token ReadKeyword()
    {
        var token = Next();
        while (
            Current.Is("-")
            && Current.Span.Start == _last
            && Peek(1).Kind == TokenKind.Name
            && Peek(1).Span.Start == Current.Span.End
        )
        {
            Next();
            var part = Next();
            token = token with { Text = token.Text + "-" + part.Text, Span = Since(token.Span.Start) };
        }

        return token;
    }

    internal List<SchemaPart> ParseSchema()
    {
        var columns = new List<SchemaPart>();
        while (!AtEnd && !Current.Is(")"))
        {
            var start = Current.Span.Start;
            var name = ParseName();
            if (!Expect(":"))
            {
                break;
            }

            var type = ParseType();
            columns.Add(new SchemaPart(Since(start), name.Name, type));
            if (!Accept(","))
            {
                break;
            }
        }

        return columns;
    }

    internal KqlType ParseType()
    {
        if (Current.Kind == TokenKind.Name && KqlTypes.TryParse(Current.Text, out var type))
        {
            Next();
            return type;
        }

        Diagnostics.Add(
            Current.Kind == TokenKind.Name
                ? Messages.Choice(Current.Span, "type", Current.Text, TypeNames)
                : Messages.Unexpected(Current.Span, Current.Text, TypeNames)
        );
        if (Current.Kind == TokenKind.Name)
        {
            Next();
        }

        return KqlType.String;
    }

    private static readonly string[] TypeNames = [.. Enum.GetValues<KqlType>().Select(t => t.Name())];

    internal NamePart ParseName()
    {
        if (Current.Kind is TokenKind.Name or TokenKind.QuotedName)
        {
            var token = Next();
            return new NamePart(token.Span, token.Text);
        }

        if (Current is { Kind: TokenKind.Literal, Type: KqlType.String, Value: string text })
        {
            return new NamePart(Next().Span, text);
        }

        Unexpected("name");
        return new NamePart(Current.Span, "");
    }

    /// <summary>Goes a level deeper; false, having said so, where nobody would nest that far.</summary>
    internal bool Enter()
    {
        if (++_depth <= MaxDepth)
        {
            return true;
        }

        _depth--;
        GiveUp();
        return false;
    }

    /// <summary>Goes on with a chain; reads nothing more, having said so, where nobody would write one that long.</summary>
    internal void Link()
    {
        if (++_links > MaxLinks)
        {
            GiveUp();
        }
    }

    private void GiveUp()
    {
        Diagnostics.Add(Messages.TooDeep(Current.Span));
        while (!AtEnd)
        {
            Next();
        }
    }

    internal string ParseChoice(string what, params string[] choices)
    {
        var token = Current;
        if (token.Kind is TokenKind.Name or TokenKind.Literal)
        {
            Next();
            if (choices.Contains(token.Text, StringComparer.Ordinal))
            {
                return token.Text;
            }

            Diagnostics.Add(Messages.Choice(token.Span, what, token.Text, choices));
            return choices[0];
        }

        Unexpected(choices);
        return choices[0];
    }

    // hint.strategy=broadcast and the like tune the service; they change no result.
    internal void SkipHints()
    {
        while (Current.Kind == TokenKind.Name && Current.Text == "hint" && Peek(1).Is("."))
        {
            Next();
            Next();
            Next();
            if (Accept("="))
            {
                Next();
            }
        }
    }
}
