using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;

namespace Stepdesk.Kql.Syntax;

// Precedence, loosest first: or, and, equality and in, relational, sum, product, string operators, sign, path.
public sealed partial class Parser
{
    private static readonly HashSet<string> TextOperators = new(StringComparer.Ordinal)
    {
        "=~",
        "!~",
        "contains",
        "!contains",
        "contains_cs",
        "!contains_cs",
        "containscs",
        "!containscs",
        "has",
        "!has",
        "has_cs",
        "!has_cs",
        "hasprefix",
        "!hasprefix",
        "hasprefix_cs",
        "!hasprefix_cs",
        "hassuffix",
        "!hassuffix",
        "hassuffix_cs",
        "!hassuffix_cs",
        "startswith",
        "!startswith",
        "startswith_cs",
        "!startswith_cs",
        "endswith",
        "!endswith",
        "endswith_cs",
        "!endswith_cs",
        "notcontains",
        "nothas",
        ":",
    };

    private static readonly HashSet<string> ListOperators = new(StringComparer.Ordinal)
    {
        "in",
        "!in",
        "in~",
        "!in~",
        "has_any",
        "has_all",
    };

    /// <summary>A scalar or, where a pipe or a tabular keyword says so, a table.</summary>
    private Expression ParseValue()
    {
        if (!Enter())
        {
            return new MissingExpression(Current.Span);
        }

        var start = Current.Span.Start;
        var source = ParseSource() ?? ParseExpression();
        if (Current.Is("|") && source is not MissingExpression)
        {
            source = ParsePipeline(start, source);
        }

        _depth--;
        return source;
    }

    private PipelineExpression ParsePipeline(int start, Expression source)
    {
        var operators = new List<Operator>();
        while (Accept("|"))
        {
            var before = _diagnostics.Count;
            operators.Add(ParseOperator());
            if (!IsStop)
            {
                if (_diagnostics.Count == before)
                {
                    ReportRest();
                }

                Recover();
            }
        }

        return new PipelineExpression(Since(start), source, operators);
    }

    private void ReportRest()
    {
        if (Current.Is("-") && Peek(1).Is("-"))
        {
            _diagnostics.Add(Messages.DashComment(new Span(Current.Span.Start, 2)));
        }
        else
        {
            Unexpected("|", "operator");
        }
    }

    private Expression ParseExpression()
    {
        if (!Enter())
        {
            return new MissingExpression(Current.Span);
        }

        var left = ParseAnd();
        while (Current.Is("or"))
        {
            left = Binary(left, ParseAnd);
        }

        _depth--;
        return left;
    }

    private Expression ParseAnd()
    {
        var left = ParseEquality();
        while (Current.Is("and"))
        {
            left = Binary(left, ParseEquality);
        }

        return left;
    }

    private BinaryExpression Binary(Expression left, Func<Expression> right)
    {
        var op = Next();
        var operand = right();
        return new BinaryExpression(Span.Between(left.Span, operand.Span), op.Text, op.Span, left, operand);
    }

    private Expression ParseEquality()
    {
        var left = ParseRelational();
        if (Current.Is("==") || Current.Is("!=") || Current.Is("<>"))
        {
            return Binary(left, ParseRelational);
        }

        if (Current.Is("="))
        {
            // Names were read before: here a comparison was meant, and is read as one.
            _diagnostics.Add(Messages.SingleEquals(Current.Span));
            return Binary(left, ParseRelational) with { Operator = "==" };
        }

        if (Current.Kind is TokenKind.Name or TokenKind.Symbol && ListOperators.Contains(Current.Text))
        {
            return ParseIn(left);
        }

        if (Current.Is("between") || Current.Is("!between"))
        {
            return ParseBetween(left);
        }

        return left;
    }

    private InExpression ParseIn(Expression left)
    {
        var op = Next();
        var items = new List<Expression>();
        if (Expect("("))
        {
            while (!AtEnd && !Current.Is(")"))
            {
                items.Add(ParseValue());
                if (!Accept(","))
                {
                    break;
                }
            }

            Expect(")");
        }
        else
        {
            Recover();
        }

        return new InExpression(Since(left.Span.Start), op.Text, op.Span, left, items);
    }

    private BetweenExpression ParseBetween(Expression left)
    {
        var op = Next();
        Expression low = new MissingExpression(Current.Span);
        Expression high = low;
        if (Expect("("))
        {
            low = ParseSum();
            if (Expect(".."))
            {
                high = ParseSum();
            }

            Expect(")");
        }

        return new BetweenExpression(Since(left.Span.Start), op.Text[0] == '!', left, low, high);
    }

    private Expression ParseRelational()
    {
        var left = ParseSum();
        return Current.Is("<") || Current.Is("<=") || Current.Is(">") || Current.Is(">=")
            ? Binary(left, ParseSum)
            : left;
    }

    private Expression ParseSum()
    {
        var left = ParseProduct();
        while (Current.Is("+") || (Current.Is("-") && !IsDashComment))
        {
            left = Binary(left, ParseProduct);
        }

        return left;
    }

    // x --comment: a second minus directly behind the first and a blank before it.
    private bool IsDashComment =>
        Peek(1).Is("-") && Peek(1).Span.Start == Current.Span.End && Peek(2).Kind == TokenKind.Name;

    private Expression ParseProduct()
    {
        var left = ParseText();
        while (Current.Is("*") || Current.Is("/") || Current.Is("%"))
        {
            left = Binary(left, ParseText);
        }

        return left;
    }

    private Expression ParseText()
    {
        var left = ParseUnary();
        if (Current.Is("matches") && Peek(1).Is("regex"))
        {
            Next();
            var op = Next();
            var pattern = ParseUnary();
            return new BinaryExpression(Span.Between(left.Span, pattern.Span), "matches regex", op.Span, left, pattern);
        }

        return Current.Kind is TokenKind.Name or TokenKind.Symbol && TextOperators.Contains(Current.Text)
            ? Binary(left, ParseUnary)
            : left;
    }

    private Expression ParseUnary()
    {
        if (!Current.Is("-") && !Current.Is("+"))
        {
            return ParsePostfix();
        }

        if (!Enter())
        {
            return new MissingExpression(Current.Span);
        }

        var op = Next();
        var operand = ParseUnary();
        _depth--;
        return new UnaryExpression(Span.Between(op.Span, operand.Span), op.Text, operand);
    }

    private Expression ParsePostfix()
    {
        var start = Current.Span.Start;
        var target = ParsePrimary();
        while (target is not MissingExpression)
        {
            if (Current.Is(".") && Peek(1).Kind is TokenKind.Name or TokenKind.QuotedName)
            {
                Next();
                var name = Next();
                // database("x").requests, workspace("y").AppRequests: the place before the dot names no value.
                target =
                    Current.Is("(") && target is CallExpression or NameExpression
                        ? ParseCall(name, start)
                        : new PathExpression(Since(start), target, name.Text, name.Span);
            }
            else if (Current.Is(".") && !Peek(1).Is("."))
            {
                Next();
                Unexpected("property name");
                return new PathExpression(Since(start), target, "", Current.Span);
            }
            else if (Current.Is("["))
            {
                Next();
                var index = ParseExpression();
                Expect("]");
                target = new ElementExpression(Since(start), target, index);
            }
            else
            {
                return target;
            }
        }

        return target;
    }

    private Expression ParsePrimary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Literal:
                return ParseLiteral();
            case TokenKind.QuotedName:
                Next();
                return new NameExpression(token.Span, token.Text);
            case TokenKind.Name when token.Text == "dynamic" && Peek(1).Is("("):
                return ParseDynamic();
            case TokenKind.Name when token.Text == "typeof" && Peek(1).Is("("):
                Next();
                Next();
                var type = ParseType();
                Expect(")");
                return new TypeofExpression(Since(token.Span.Start), type);
            case TokenKind.Name when Peek(1).Is("("):
                Next();
                return ParseCall(token, token.Span.Start);
            case TokenKind.Name when Peek(1).Is("*") && Peek(1).Span.Start == token.Span.End && IsPatternEnd(2):
                Next();
                Next();
                return new PatternExpression(Since(token.Span.Start), token.Text + "*");
            case TokenKind.Name:
                Next();
                return new NameExpression(token.Span, token.Text);
            case TokenKind.Symbol when token.Text == "*" && Peek(1).Kind == TokenKind.Name && Touches(1):
                Next();
                var tail = Next().Text + (Current.Is("*") ? Next().Text : "");
                return new PatternExpression(Since(token.Span.Start), "*" + tail);
            case TokenKind.Symbol when token.Text == "*":
                Next();
                return new StarExpression(token.Span);
            case TokenKind.Symbol when token.Text == "(":
                return ParseParenthesized();
            case TokenKind.Symbol when token.Text == "[":
                return ParseBracketedName();
            default:
                Unexpected("expression");
                return new MissingExpression(token.Span);
        }
    }

    private bool Touches(int ahead) => Peek(ahead).Span.Start == Peek(ahead - 1).Span.End;

    private bool IsPatternEnd(int ahead) =>
        Peek(ahead) is var t && (t.Kind == TokenKind.End || t.Is(",") || t.Is("|") || t.Is(")") || t.Is(";"));

    private Expression ParseLiteral()
    {
        var token = Next();
        if (token.Type == KqlType.String && token.Value is string text)
        {
            // Texts side by side are one text.
            while (Current is { Kind: TokenKind.Literal, Type: KqlType.String, Value: string more })
            {
                text += more;
                Next();
            }

            return new LiteralExpression(Since(token.Span.Start), KqlType.String, text);
        }

        return new LiteralExpression(token.Span, token.Type, token.Value);
    }

    private Expression ParseBracketedName()
    {
        var start = Next().Span.Start;
        if (Current is { Kind: TokenKind.Literal, Type: KqlType.String, Value: string name } && Peek(1).Is("]"))
        {
            Next();
            Next();
            return new NameExpression(Since(start), name);
        }

        Unexpected("['name']");
        Recover();
        Accept("]");
        return new MissingExpression(Since(start));
    }

    private ParenthesizedExpression ParseParenthesized()
    {
        var start = Next().Span.Start;
        var inner = ParseValue();
        if (!Accept(")"))
        {
            Unexpected(")");
            SkipTo(")");
        }

        return new ParenthesizedExpression(Since(start), inner);
    }

    private void SkipTo(string closing)
    {
        Recover();
        if (Current.Is(closing))
        {
            Next();
        }
    }

    private CallExpression ParseCall(Token name, int start)
    {
        Expect("(");
        if (name.Text is "count" && Current.Is("*") && Peek(1).Is(")"))
        {
            Next();
            Next();
            _diagnostics.Add(Messages.CountStar(Since(start)));
            return new CallExpression(Since(start), name.Text, name.Span, []);
        }

        var arguments = new List<Expression>();
        while (!AtEnd && !Current.Is(")"))
        {
            arguments.Add(ParseArgument());
            if (!Accept(","))
            {
                break;
            }
        }

        if (!Accept(")"))
        {
            Unexpected(")", ",");
            SkipTo(")");
        }

        return new CallExpression(Since(start), name.Text, name.Span, arguments);
    }

    private Expression ParseArgument()
    {
        var start = Current.Span.Start;
        if (Current.Kind is TokenKind.Name or TokenKind.QuotedName && Peek(1).Is("="))
        {
            var name = ParseName();
            Next();
            return new NamedExpression(Since(start), [name], ParseValue()) { Span = Since(start) };
        }

        return ParseValue();
    }

    /// <summary><c>name = value</c>, <c>(a, b) = value</c> or a plain value.</summary>
    private Expression ParseItem()
    {
        var start = Current.Span.Start;
        if (Current.Kind is TokenKind.Name or TokenKind.QuotedName && Peek(1).Is("="))
        {
            var name = ParseName();
            Next();
            var value = ParseExpression();
            return new NamedExpression(Since(start), [name], value);
        }

        if (Current.Is("[") && Peek(1) is { Kind: TokenKind.Literal } && Peek(2).Is("]") && Peek(3).Is("="))
        {
            Next();
            var name = ParseName();
            Next();
            Next();
            return new NamedExpression(Since(start), [name], ParseExpression()) { Span = Since(start) };
        }

        if (Current.Is("(") && IsNameList())
        {
            Next();
            var names = new List<NamePart>();
            while (!Current.Is(")"))
            {
                names.Add(ParseName());
                Accept(",");
            }

            Next();
            Next();
            return new NamedExpression(Since(start), names, ParseExpression()) { Span = Since(start) };
        }

        var item = ParseExpression();
        if (Current.Is("as") && Peek(1).Kind == TokenKind.Name)
        {
            Next();
            var alias = Next();
            _diagnostics.Add(
                Messages.AsAlias(
                    Since(start),
                    alias.Text,
                    _diagnostics.Text.Substring(item.Span.Start, item.Span.Length)
                )
            );
        }

        return item;
    }

    private bool IsNameList()
    {
        var i = 1;
        while (Peek(i).Kind is TokenKind.Name or TokenKind.QuotedName)
        {
            i++;
            if (!Peek(i).Is(","))
            {
                break;
            }

            i++;
        }

        return Peek(i).Is(")") && Peek(i + 1).Is("=");
    }

    private List<Expression> ParseItems()
    {
        var items = new List<Expression>();
        do
        {
            if (IsStop && items.Count == 0)
            {
                Unexpected("expression");
                return items;
            }

            if (IsStop)
            {
                Unexpected("expression");
                break;
            }

            items.Add(ParseItem());
        } while (Accept(","));

        return items;
    }

    private LiteralExpression ParseDynamic()
    {
        var start = Next().Span.Start;
        Next();
        var value = ParseDynamicValue();
        Expect(")");
        return new LiteralExpression(Since(start), KqlType.Dynamic, value);
    }

    private object? ParseDynamicValue()
    {
        if (!Enter())
        {
            return null;
        }

        var value = ReadDynamicValue();
        _depth--;
        return value;
    }

    private object? ReadDynamicValue()
    {
        if (Accept("["))
        {
            var items = new List<object?>();
            while (!AtEnd && !Current.Is("]"))
            {
                items.Add(ParseDynamicValue());
                if (!Accept(","))
                {
                    break;
                }
            }

            Expect("]");
            return new DynamicArray(items);
        }

        if (Accept("{"))
        {
            var bag = new DynamicBag();
            while (!AtEnd && !Current.Is("}"))
            {
                var key = ParseName();
                Expect(":");
                bag[key.Name] = ParseDynamicValue();
                if (!Accept(","))
                {
                    break;
                }
            }

            Expect("}");
            return bag;
        }

        if (Current.Kind == TokenKind.QuotedName)
        {
            // ["a"] was read as a quoted name: here it is a list of one text.
            return new DynamicArray([Next().Text]);
        }

        if (Current.Is("null"))
        {
            Next();
            return null;
        }

        if (Current.Is("dynamic") && Peek(1).Is("("))
        {
            return ParseDynamic().Value;
        }

        var negative = Accept("-");
        if (!negative)
        {
            Accept("+");
        }

        if (Current.Kind == TokenKind.Literal)
        {
            var value = Next().Value;
            return (negative, value) switch
            {
                (true, long number) => -number,
                (true, double number) => -number,
                (true, TimeSpan duration) => -duration,
                _ => value,
            };
        }

        Unexpected("JSON value");
        if (!IsStop)
        {
            Next();
        }

        return null;
    }
}
