using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Expressions;
using Stepdesk.Kql.Functions;

namespace Stepdesk.Kql.Syntax;

/// <summary>
/// Precedence, loosest first: or, and, equality and in, relational, sum, product, string operators, sign, path.
/// </summary>
internal static class ExpressionGrammar
{
    public static Expression ParseExpression(this Parser parser)
    {
        if (!parser.Enter())
        {
            return new MissingExpression(parser.Current.Span);
        }

        var left = parser.ParseAnd();
        while (parser.Current.Is("or"))
        {
            left = parser.Binary(left, ParseAnd);
        }

        parser.Leave();
        return left;
    }

    private static Expression ParseAnd(this Parser parser)
    {
        var left = parser.ParseEquality();
        while (parser.Current.Is("and"))
        {
            left = parser.Binary(left, ParseEquality);
        }

        return left;
    }

    private static BinaryExpression Binary(this Parser parser, Expression left, Func<Parser, Expression> right)
    {
        var op = parser.Next();
        parser.Link();
        var operand = right(parser);
        return new BinaryExpression(Span.Between(left.Span, operand.Span), op.Text, op.Span, left, operand);
    }

    private static Expression ParseEquality(this Parser parser)
    {
        var left = parser.ParseRelational();
        if (parser.Current.Is("==") || parser.Current.Is("!=") || parser.Current.Is("<>"))
        {
            return parser.Binary(left, ParseRelational);
        }

        if (parser.Current.Is("="))
        {
            // Names were read before: here a comparison was meant, and is read as one.
            parser.Diagnostics.Add(Messages.SingleEquals(parser.Current.Span));
            return parser.Binary(left, ParseRelational) with { Operator = "==" };
        }

        if (
            parser.Current.Kind is TokenKind.Name or TokenKind.Symbol
            && InExpression.IsOperator(parser.Current.Text)
            && !parser.Peek(1).Is("range")
        )
        {
            return InExpression.Read(parser, left);
        }

        if (parser.Current.Is("between") || parser.Current.Is("!between"))
        {
            return BetweenExpression.Read(parser, left);
        }

        return left;
    }

    private static Expression ParseRelational(this Parser parser)
    {
        var left = parser.ParseSum();
        return parser.Current.Is("<") || parser.Current.Is("<=") || parser.Current.Is(">") || parser.Current.Is(">=")
            ? parser.Binary(left, ParseSum)
            : left;
    }

    public static Expression ParseSum(this Parser parser)
    {
        var left = parser.ParseProduct();
        while (parser.Current.Is("+") || (parser.Current.Is("-") && !parser.IsDashComment()))
        {
            left = parser.Binary(left, ParseProduct);
        }

        return left;
    }

    // x --comment: a second minus directly behind the first and a blank before it.
    private static bool IsDashComment(this Parser parser) =>
        parser.Peek(1).Is("-") && parser.Touches(1) && parser.Peek(2).Kind == TokenKind.Name;

    private static Expression ParseProduct(this Parser parser)
    {
        var left = parser.ParseText();
        while (parser.Current.Is("*") || parser.Current.Is("/") || parser.Current.Is("%"))
        {
            left = parser.Binary(left, ParseText);
        }

        return left;
    }

    private static Expression ParseText(this Parser parser)
    {
        var left = parser.ParseUnary();
        if (parser.Current.Is("matches") && parser.Peek(1).Is("regex"))
        {
            parser.Next();
            var op = parser.Next();
            var pattern = parser.ParseUnary();
            return new BinaryExpression(Span.Between(left.Span, pattern.Span), "matches regex", op.Span, left, pattern);
        }

        return parser.Current.Kind is TokenKind.Name or TokenKind.Symbol && TextTests.IsOperator(parser.Current.Text)
            ? parser.Binary(left, ParseUnary)
            : left;
    }

    public static Expression ParseUnary(this Parser parser)
    {
        if (!parser.Current.Is("-") && !parser.Current.Is("+"))
        {
            return parser.ParsePostfix();
        }

        if (!parser.Enter())
        {
            return new MissingExpression(parser.Current.Span);
        }

        var op = parser.Next();
        if (op.Text == "-" && parser.Current is { Kind: TokenKind.Literal, Value: NumberLexing.BeyondLong })
        {
            parser.Next();
            parser.Leave();
            return new LiteralExpression(parser.Since(op.Span.Start), KqlType.Long, long.MinValue);
        }

        var operand = parser.ParseUnary();
        parser.Leave();
        return new UnaryExpression(Span.Between(op.Span, operand.Span), op.Text, operand);
    }

    private static Expression ParsePostfix(this Parser parser)
    {
        var start = parser.Current.Span.Start;
        var target = parser.ParsePrimary();
        while (target is not MissingExpression)
        {
            if (parser.Current.Is(".") && parser.Peek(1).Kind is TokenKind.Name or TokenKind.QuotedName)
            {
                parser.Next();
                parser.Link();
                var name = parser.Next();
                // database("x").requests, workspace("y").AppRequests: the place before the dot names no value.
                target =
                    parser.Current.Is("(") && target is CallExpression or NameExpression
                        ? parser.ParseCall(name, start)
                        : new PathExpression(parser.Since(start), target, name.Text, name.Span);
            }
            else if (parser.Current.Is(".") && !parser.Peek(1).Is("."))
            {
                parser.Next();
                parser.Unexpected("property name");
                return new PathExpression(parser.Since(start), target, "", parser.Current.Span);
            }
            else if (parser.Current.Is("["))
            {
                parser.Next();
                parser.Link();
                var index = parser.ParseExpression();
                parser.Expect("]");
                target = new ElementExpression(parser.Since(start), target, index);
            }
            else
            {
                return target;
            }
        }

        return target;
    }
}
