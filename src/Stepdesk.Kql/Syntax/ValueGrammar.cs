using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Expressions;

namespace Stepdesk.Kql.Syntax;

/// <summary>The smallest parts of an expression: literals, names, calls, brackets.</summary>
internal static class ValueGrammar
{
    public static Expression ParsePrimary(this Parser parser)
    {
        var token = parser.Current;
        switch (token.Kind)
        {
            case TokenKind.Literal:
                return parser.ParseLiteral();
            case TokenKind.QuotedName:
                parser.Next();
                return new NameExpression(token.Span, token.Text);
            case TokenKind.Name when token.Text == "dynamic" && parser.Peek(1).Is("("):
                return parser.ParseDynamic();
            case TokenKind.Name when token.Text == "typeof" && parser.Peek(1).Is("("):
                parser.Next();
                parser.Next();
                var type = parser.ParseType();
                parser.Expect(")");
                return new TypeofExpression(parser.Since(token.Span.Start), type);
            case TokenKind.Name when parser.Peek(1).Is("("):
                parser.Next();
                return parser.ParseCall(token, token.Span.Start);
            case TokenKind.Name
                when parser.Peek(1).Is("*") && parser.Peek(1).Span.Start == token.Span.End && parser.IsPatternEnd(2):
                parser.Next();
                parser.Next();
                return new PatternExpression(parser.Since(token.Span.Start), token.Text + "*");
            case TokenKind.Name:
                parser.Next();
                return new NameExpression(token.Span, token.Text);
            case TokenKind.Symbol when token.Text == "*" && parser.Peek(1).Kind == TokenKind.Name && parser.Touches(1):
                parser.Next();
                var tail = parser.Next().Text + (parser.Current.Is("*") ? parser.Next().Text : "");
                return new PatternExpression(parser.Since(token.Span.Start), "*" + tail);
            case TokenKind.Symbol when token.Text == "*":
                parser.Next();
                return new StarExpression(token.Span);
            case TokenKind.Symbol when token.Text == "(":
                return parser.ParseParenthesized();
            case TokenKind.Symbol when token.Text == "[":
                return parser.ParseBracketedName();
            default:
                parser.Unexpected("expression");
                return new MissingExpression(token.Span);
        }
    }

    public static bool IsPatternEnd(this Parser parser, int ahead) =>
        parser.Peek(ahead) is var t
        && (t.Kind == TokenKind.End || t.Text is "," or "|" or ")" or ";" or "asc" or "desc" or "granny");

    private static Expression ParseLiteral(this Parser parser)
    {
        var token = parser.Next();
        if (token.Type == KqlType.String && token.Value is string text)
        {
            // Texts side by side are one text.
            while (parser.Current is { Kind: TokenKind.Literal, Type: KqlType.String, Value: string more })
            {
                text += more;
                parser.Next();
            }

            return new LiteralExpression(parser.Since(token.Span.Start), KqlType.String, text);
        }

        if (token.Value is NumberLexing.BeyondLong)
        {
            parser.Diagnostics.Add(Messages.BadLiteral(token.Span, token.Text, KqlType.Long.Name()));
            return new LiteralExpression(token.Span, token.Type, null);
        }

        return new LiteralExpression(token.Span, token.Type, token.Value);
    }

    private static Expression ParseBracketedName(this Parser parser)
    {
        var start = parser.Next().Span.Start;
        if (
            parser.Current is { Kind: TokenKind.Literal, Type: KqlType.String, Value: string name }
            && parser.Peek(1).Is("]")
        )
        {
            parser.Next();
            parser.Next();
            return new NameExpression(parser.Since(start), name);
        }

        parser.Unexpected("['name']");
        parser.Recover();
        parser.Accept("]");
        return new MissingExpression(parser.Since(start));
    }

    private static ParenthesizedExpression ParseParenthesized(this Parser parser)
    {
        var start = parser.Next().Span.Start;
        var inner = parser.ParseValue();
        if (!parser.Accept(")"))
        {
            parser.Unexpected(")");
            parser.SkipTo(")");
        }

        return new ParenthesizedExpression(parser.Since(start), inner);
    }

    public static CallExpression ParseCall(this Parser parser, Token name, int start)
    {
        parser.Expect("(");
        if (name.Text is "count" && parser.Current.Is("*") && parser.Peek(1).Is(")"))
        {
            parser.Next();
            parser.Next();
            parser.Diagnostics.Add(Messages.CountStar(parser.Since(start)));
            return new CallExpression(parser.Since(start), name.Text, name.Span, []);
        }

        var arguments = new List<Expression>();
        while (!parser.AtEnd && !parser.Current.Is(")"))
        {
            arguments.Add(parser.ParseArgument());
            if (!parser.Accept(","))
            {
                break;
            }
        }

        if (!parser.Accept(")"))
        {
            parser.Unexpected(")", ",");
            parser.SkipTo(")");
        }

        return new CallExpression(parser.Since(start), name.Text, name.Span, arguments);
    }

    private static Expression ParseArgument(this Parser parser)
    {
        var start = parser.Current.Span.Start;
        if (parser.Current.Kind is TokenKind.Name or TokenKind.QuotedName && parser.Peek(1).Is("="))
        {
            var name = parser.ParseName();
            parser.Next();
            var value = parser.ParseValue();
            return new NamedExpression(parser.Since(start), [name], value);
        }

        return parser.ParseValue();
    }
}
