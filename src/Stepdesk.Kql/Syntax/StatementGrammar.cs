using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Expressions;

namespace Stepdesk.Kql.Syntax;

/// <summary>Statements, and the functions a let may hold.</summary>
internal static class StatementGrammar
{
    public static Query ParseQuery(this Parser parser, string? closing)
    {
        var start = parser.Current.Span.Start;
        var statements = new List<Statement>();
        while (!parser.AtEnd && (closing is null || !parser.Current.Is(closing)))
        {
            if (parser.Accept(";"))
            {
                continue;
            }

            var before = parser.Current.Span;
            if (parser.ParseStatement() is { } statement)
            {
                statements.Add(statement);
            }

            if (parser.AtEnd || (closing is not null && parser.Current.Is(closing)))
            {
                break;
            }

            if (!parser.Accept(";"))
            {
                parser.Unexpected("|", ";");
                parser.Recover();
                if (parser.Current.Is("|"))
                {
                    // The rest of a broken pipeline: read it only for its own errors.
                    parser.SkipOperators();
                }
                else if (!parser.Current.Is(";") && !parser.AtEnd && (closing is null || !parser.Current.Is(closing)))
                {
                    parser.Next();
                }
            }

            if (parser.Current.Span == before && !parser.AtEnd)
            {
                parser.Next();
            }
        }

        if (closing is null && statements.Count == 0 && !parser.Diagnostics.HasErrors)
        {
            parser.Diagnostics.Add(Messages.Empty(new Span(start, 0)));
        }

        return new Query(parser.Since(start), statements);
    }

    private static void SkipOperators(this Parser parser)
    {
        while (parser.Current.Is("|"))
        {
            parser.Next();
            parser.ParseOperator();
        }
    }

    private static Statement? ParseStatement(this Parser parser)
    {
        var start = parser.Current.Span.Start;
        parser.Link();
        if (parser.Current.Is("let") && parser.Peek(1).Kind is TokenKind.Name or TokenKind.QuotedName)
        {
            parser.Next();
            var name = parser.ParseName();
            if (!parser.Expect("="))
            {
                parser.Recover();
                return null;
            }

            var let = parser.ParseLetValue();
            return new LetStatement(parser.Since(start), name, let);
        }

        if (parser.Current.Is("set") && parser.Peek(1).Kind == TokenKind.Name)
        {
            parser.Recover();
            return null;
        }

        if (parser.Current.Is("declare") && parser.Peek(1).Is("query_parameters"))
        {
            parser.Recover();
            if (parser.Current.Is(")"))
            {
                parser.Next();
            }

            return null;
        }

        if (
            parser.Current.Kind == TokenKind.Name
            && string.Equals(parser.Current.Text, "select", StringComparison.OrdinalIgnoreCase)
            && parser.Peek(1) is { Kind: TokenKind.Name or TokenKind.Symbol } after
            && !after.Is("|")
            && !after.Is("(")
        )
        {
            parser.Diagnostics.Add(Messages.Sql(parser.Current.Span));
            parser.Recover();
            return null;
        }

        var value = parser.ParseValue();
        return value is MissingExpression ? null : new ExpressionStatement(parser.Since(start), value);
    }

    private static Expression ParseLetValue(this Parser parser)
    {
        var start = parser.Current.Span.Start;
        var isView = parser.Current.Is("view") && parser.Peek(1).Is("(");
        if (isView || (parser.Current.Is("(") && parser.IsParameterList()))
        {
            if (isView)
            {
                parser.Next();
            }

            return parser.ParseFunction(start) with
            {
                IsView = isView,
            };
        }

        return parser.ParseValue();
    }

    // (x:string, t:(*)) { ... } - found by the brace behind the matching bracket.
    private static bool IsParameterList(this Parser parser)
    {
        var open = 0;
        for (var i = 0; parser.Peek(i) is { Kind: not TokenKind.End } token; i++)
        {
            if (token.Is("("))
            {
                open++;
            }
            else if (token.Is(")") && --open == 0)
            {
                return parser.Peek(i + 1).Is("{");
            }
        }

        return false;
    }

    private static FunctionExpression ParseFunction(this Parser parser, int start)
    {
        parser.Expect("(");
        var parameters = new List<Parameter>();
        while (!parser.AtEnd && !parser.Current.Is(")"))
        {
            parameters.Add(parser.ParseParameter());
            if (!parser.Accept(","))
            {
                break;
            }
        }

        parser.Expect(")");
        parser.Expect("{");
        if (!parser.Enter())
        {
            return new FunctionExpression(parser.Since(start), parameters, new Query(parser.Since(start), []));
        }

        var body = parser.ParseQuery("}");
        parser.Leave();
        parser.Expect("}");
        return new FunctionExpression(parser.Since(start), parameters, body);
    }

    private static Parameter ParseParameter(this Parser parser)
    {
        var start = parser.Current.Span.Start;
        var name = parser.ParseName();
        parser.Expect(":");
        if (parser.Accept("("))
        {
            if (parser.Accept("*"))
            {
                parser.Expect(")");
                return new Parameter(parser.Since(start), name.Name, null, [], null);
            }

            var columns = parser.ParseSchema();
            parser.Expect(")");
            return new Parameter(parser.Since(start), name.Name, null, columns, null);
        }

        var type = parser.ParseType();
        var fallback = parser.Accept("=") ? parser.ParseExpression() : null;
        return new Parameter(parser.Since(start), name.Name, type, null, fallback);
    }
}
