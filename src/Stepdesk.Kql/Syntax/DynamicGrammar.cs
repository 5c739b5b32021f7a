using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Expressions;

namespace Stepdesk.Kql.Syntax;

/// <summary>What stands inside <c>dynamic(...)</c>: JSON, with the literals of the language in it.</summary>
internal static class DynamicGrammar
{
    public static LiteralExpression ParseDynamic(this Parser parser)
    {
        var start = parser.Next().Span.Start;
        parser.Next();
        var value = parser.ParseDynamicValue();
        parser.Expect(")");
        return new LiteralExpression(parser.Since(start), KqlType.Dynamic, value);
    }

    private static object? ParseDynamicValue(this Parser parser)
    {
        if (!parser.Enter())
        {
            return null;
        }

        var value = parser.ReadDynamicValue();
        parser.Leave();
        return value;
    }

    private static object? ReadDynamicValue(this Parser parser)
    {
        if (parser.Accept("["))
        {
            var items = new List<object?>();
            while (!parser.AtEnd && !parser.Current.Is("]"))
            {
                items.Add(parser.ParseDynamicValue());
                if (!parser.Accept(","))
                {
                    break;
                }
            }

            parser.Expect("]");
            return new DynamicArray(items);
        }

        if (parser.Accept("{"))
        {
            var bag = new DynamicBag();
            while (!parser.AtEnd && !parser.Current.Is("}"))
            {
                var key = parser.ParseName();
                parser.Expect(":");
                bag[key.Name] = parser.ParseDynamicValue();
                if (!parser.Accept(","))
                {
                    break;
                }
            }

            parser.Expect("}");
            return bag;
        }

        if (parser.Current.Kind == TokenKind.QuotedName)
        {
            // ["a"] was read as a quoted name: here it is a list of one text.
            return new DynamicArray([parser.Next().Text]);
        }

        if (parser.Current.Is("null"))
        {
            parser.Next();
            return null;
        }

        if (parser.Current.Is("dynamic") && parser.Peek(1).Is("("))
        {
            return parser.ParseDynamic().Value;
        }

        var negative = parser.Accept("-");
        if (!negative)
        {
            parser.Accept("+");
        }

        if (parser.Current.Kind == TokenKind.Literal)
        {
            var value = parser.Next().Value;
            return (negative, value) switch
            {
                (true, long number) => -number,
                (true, double number) => -number,
                (true, TimeSpan duration) => -duration,
                _ => value,
            };
        }

        parser.Unexpected("JSON value");
        if (!parser.IsStop)
        {
            parser.Next();
        }

        return null;
    }
}
