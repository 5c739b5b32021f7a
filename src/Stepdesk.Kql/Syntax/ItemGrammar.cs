using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Expressions;
using Stepdesk.Kql.Operators;

namespace Stepdesk.Kql.Syntax;

/// <summary>Lists of what steps work on: values with or without names, and orders.</summary>
internal static class ItemGrammar
{
    /// <summary><c>name = value</c>, <c>(a, b) = value</c> or a plain value.</summary>
    public static Expression ParseItem(this Parser parser)
    {
        var start = parser.Current.Span.Start;
        if (parser.Current.Kind is TokenKind.Name or TokenKind.QuotedName && parser.Peek(1).Is("="))
        {
            var name = parser.ParseName();
            parser.Next();
            var value = parser.ParseExpression();
            return new NamedExpression(parser.Since(start), [name], value);
        }

        if (
            parser.Current.Is("[")
            && parser.Peek(1) is { Kind: TokenKind.Literal }
            && parser.Peek(2).Is("]")
            && parser.Peek(3).Is("=")
        )
        {
            parser.Next();
            var name = parser.ParseName();
            parser.Next();
            parser.Next();
            var value = parser.ParseExpression();
            return new NamedExpression(parser.Since(start), [name], value);
        }

        if (parser.Current.Is("(") && parser.IsNameList())
        {
            parser.Next();
            var names = new List<NamePart>();
            while (!parser.Current.Is(")"))
            {
                names.Add(parser.ParseName());
                parser.Accept(",");
            }

            parser.Next();
            parser.Next();
            var value = parser.ParseExpression();
            return new NamedExpression(parser.Since(start), names, value);
        }

        var item = parser.ParseExpression();
        if (parser.Current.Is("as") && parser.Peek(1).Kind == TokenKind.Name)
        {
            parser.Next();
            var alias = parser.Next();
            parser.Diagnostics.Add(
                Messages.AsAlias(
                    parser.Since(start),
                    alias.Text,
                    parser.Diagnostics.Text.Substring(item.Span.Start, item.Span.Length)
                )
            );
        }

        return item;
    }

    private static bool IsNameList(this Parser parser)
    {
        var i = 1;
        while (parser.Peek(i).Kind is TokenKind.Name or TokenKind.QuotedName)
        {
            i++;
            if (!parser.Peek(i).Is(","))
            {
                break;
            }

            i++;
        }

        return parser.Peek(i).Is(")") && parser.Peek(i + 1).Is("=");
    }

    public static List<Expression> ParseItems(this Parser parser)
    {
        var items = new List<Expression>();
        do
        {
            if (parser.IsStop)
            {
                parser.Unexpected("expression");
                break;
            }

            items.Add(parser.ParseItem());
        } while (parser.Accept(","));

        return items;
    }

    public static List<Expression> ParseItemsOrNone(this Parser parser) => parser.IsStop ? [] : parser.ParseItems();

    public static List<Ordering> ParseOrderings(this Parser parser)
    {
        var keys = new List<Ordering>();
        do
        {
            if (parser.IsStop)
            {
                parser.Unexpected("expression");
                break;
            }

            var start = parser.Current.Span.Start;
            var value = parser.ParseItem();
            var natural = parser.Current.Is("granny") && parser.Peek(1).Is("-");
            if (natural)
            {
                parser.Next();
                parser.Next();
            }

            bool? ascending =
                parser.Accept("asc") ? true
                : parser.Accept("desc") ? false
                : null;
            bool? nullsFirst = null;
            if (parser.Accept("nulls"))
            {
                nullsFirst = parser.ParseChoice("place for nulls", "first", "last") == "first";
            }

            keys.Add(new Ordering(parser.Since(start), value, ascending, nullsFirst) { IsNatural = natural });
        } while (parser.Accept(","));

        return keys;
    }
}
