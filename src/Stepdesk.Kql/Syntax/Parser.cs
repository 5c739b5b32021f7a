using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;

namespace Stepdesk.Kql.Syntax;

/// <summary>
/// Reads a query. Written by hand because keywords are also names, operators carry hyphens, and one pass must report
/// several errors: after an error it goes on at the next pipe, semicolon or closing bracket.
/// </summary>
public sealed partial class Parser
{
    private const int MaxDepth = 120;

    private readonly IReadOnlyList<Token> _tokens;
    private readonly DiagnosticBag _diagnostics;
    private int _at;
    private int _depth;
    private int _last;

    private Parser(IReadOnlyList<Token> tokens, DiagnosticBag diagnostics)
    {
        _tokens = tokens;
        _diagnostics = diagnostics;
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

    private Token Current => _tokens[_at];

    private Token Peek(int ahead) => _tokens[Math.Min(_at + ahead, _tokens.Count - 1)];

    private bool AtEnd => Current.Kind == TokenKind.End;

    private Token Next()
    {
        var token = Current;
        if (_at < _tokens.Count - 1)
        {
            _at++;
        }

        _last = token.Span.End;
        return token;
    }

    private bool Accept(string text)
    {
        if (!Current.Is(text))
        {
            return false;
        }

        Next();
        return true;
    }

    private bool Expect(string text)
    {
        if (Accept(text))
        {
            return true;
        }

        Unexpected(text);
        return false;
    }

    private void Unexpected(params string[] expected) =>
        _diagnostics.Add(Messages.Unexpected(Current.Span, Current.Text, expected));

    private Span Since(int start) => new(start, Math.Max(0, _last - start));

    private bool IsStop =>
        AtEnd || Current.Is("|") || Current.Is(";") || Current.Is(")") || Current.Is("}") || Current.Is("]");

    // Goes on where a reader would: at the next step of the pipeline, skipping whole brackets.
    private void Recover()
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

    private Query ParseQuery(string? closing)
    {
        var start = Current.Span.Start;
        var statements = new List<Statement>();
        while (!AtEnd && (closing is null || !Current.Is(closing)))
        {
            if (Accept(";"))
            {
                continue;
            }

            var before = _at;
            if (ParseStatement() is { } statement)
            {
                statements.Add(statement);
            }

            if (AtEnd || (closing is not null && Current.Is(closing)))
            {
                break;
            }

            if (!Accept(";"))
            {
                Unexpected("|", ";");
                Recover();
                if (Current.Is("|"))
                {
                    // The rest of a broken pipeline: read it only for its own errors.
                    SkipOperators();
                }
                else if (!Current.Is(";") && !AtEnd && (closing is null || !Current.Is(closing)))
                {
                    Next();
                }
            }

            if (_at == before)
            {
                Next();
            }
        }

        if (closing is null && statements.Count == 0 && !_diagnostics.HasErrors)
        {
            _diagnostics.Add(Messages.Empty(new Span(start, 0)));
        }

        return new Query(Since(start), statements);
    }

    private void SkipOperators()
    {
        while (Current.Is("|"))
        {
            Next();
            ParseOperator();
        }
    }

    private Statement? ParseStatement()
    {
        var start = Current.Span.Start;
        if (Current.Is("let") && Peek(1).Kind is TokenKind.Name or TokenKind.QuotedName)
        {
            Next();
            var name = ParseName();
            if (!Expect("="))
            {
                Recover();
                return null;
            }

            return new LetStatement(Since(start), name, ParseLetValue()) { Span = Since(start) };
        }

        if (Current.Is("set") && Peek(1).Kind == TokenKind.Name)
        {
            Recover();
            return null;
        }

        if (Current.Is("declare") && Peek(1).Is("query_parameters"))
        {
            Recover();
            if (Current.Is(")"))
            {
                Next();
            }

            return null;
        }

        if (
            Current.Kind == TokenKind.Name
            && string.Equals(Current.Text, "select", StringComparison.OrdinalIgnoreCase)
            && Peek(1) is { Kind: TokenKind.Name or TokenKind.Symbol } after
            && !after.Is("|")
            && !after.Is("(")
        )
        {
            _diagnostics.Add(Messages.Sql(Current.Span));
            Recover();
            return null;
        }

        var value = ParseValue();
        return value is MissingExpression ? null : new ExpressionStatement(Since(start), value);
    }

    private Expression ParseLetValue()
    {
        var start = Current.Span.Start;
        var isView = Current.Is("view") && Peek(1).Is("(");
        if (isView || (Current.Is("(") && IsParameterList()))
        {
            if (isView)
            {
                Next();
            }

            return ParseFunction(start);
        }

        return ParseValue();
    }

    // (x:string, t:(*)) { ... } - found by the brace behind the matching bracket.
    private bool IsParameterList()
    {
        var open = 0;
        for (var i = 0; _at + i < _tokens.Count - 1; i++)
        {
            var token = Peek(i);
            if (token.Is("("))
            {
                open++;
            }
            else if (token.Is(")") && --open == 0)
            {
                return Peek(i + 1).Is("{");
            }
        }

        return false;
    }

    private FunctionExpression ParseFunction(int start)
    {
        Expect("(");
        var parameters = new List<Parameter>();
        while (!AtEnd && !Current.Is(")"))
        {
            parameters.Add(ParseParameter());
            if (!Accept(","))
            {
                break;
            }
        }

        Expect(")");
        Expect("{");
        if (!Enter())
        {
            return new FunctionExpression(Since(start), parameters, new Query(Since(start), []));
        }

        var body = ParseQuery("}");
        _depth--;
        Expect("}");
        return new FunctionExpression(Since(start), parameters, body);
    }

    private Parameter ParseParameter()
    {
        var start = Current.Span.Start;
        var name = ParseName();
        Expect(":");
        if (Accept("("))
        {
            if (Accept("*"))
            {
                Expect(")");
                return new Parameter(Since(start), name.Name, null, [], null);
            }

            var columns = ParseSchema();
            Expect(")");
            return new Parameter(Since(start), name.Name, null, columns, null);
        }

        var type = ParseType();
        var fallback = Accept("=") ? ParseExpression() : null;
        return new Parameter(Since(start), name.Name, type, null, fallback);
    }

    private List<SchemaPart> ParseSchema()
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

            columns.Add(new SchemaPart(Since(start), name.Name, ParseType()) { Span = Since(start) });
            if (!Accept(","))
            {
                break;
            }
        }

        return columns;
    }

    private KqlType ParseType()
    {
        if (Current.Kind == TokenKind.Name && KqlTypes.TryParse(Current.Text, out var type))
        {
            Next();
            return type;
        }

        _diagnostics.Add(
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

    private static readonly string[] TypeNames =
    [
        "string",
        "long",
        "int",
        "real",
        "datetime",
        "timespan",
        "bool",
        "dynamic",
        "guid",
        "decimal",
    ];

    private NamePart ParseName()
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

    private bool Enter()
    {
        if (++_depth <= MaxDepth)
        {
            return true;
        }

        _depth--;
        _diagnostics.Add(Messages.TooDeep(Current.Span));
        while (!AtEnd)
        {
            Next();
        }

        return false;
    }
}
