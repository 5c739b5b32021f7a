using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation;
using Stepdesk.Kql.Functions;
using Stepdesk.Kql.Operators;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Expressions;

public sealed record UnaryExpression(Span Span, string Operator, Expression Operand) : Expression(Span)
{
    internal override Scalar Bind(Binder binder, Scope scope)
    {
        var operand = Operand.Bind(binder, scope);
        if (operand is Broken)
        {
            return operand;
        }

        var result = Operator == "-" ? Arithmetic.Negate(operand) : operand;
        if (result is not null)
        {
            return result;
        }

        binder.Diagnostics.Add(Messages.NoOperator(Span, Operator, operand.Type.Name(), operand.Type.Name()));
        return new Broken();
    }
}

public sealed record BinaryExpression(Span Span, string Operator, Span OperatorSpan, Expression Left, Expression Right)
    : Expression(Span)
{
    internal override Scalar Bind(Binder binder, Scope scope)
    {
        if (Left is StarExpression)
        {
            // Any column that holds text.
            return SearchCondition.AnyColumn(scope.Row, column => BindTo(binder, column, Right.Bind(binder, scope)));
        }

        var left = Left.Bind(binder, scope);
        return BindTo(binder, left, Right.Bind(binder, scope));
    }

    /// <summary>The operator on operands that are already bound.</summary>
    internal Scalar BindTo(Binder binder, Scalar left, Scalar right)
    {
        if (left is Broken || right is Broken)
        {
            return new Broken();
        }

        switch (Operator)
        {
            case "and":
                return Logic.And(binder.Condition(left, Left), binder.Condition(right, Right));
            case "or":
                return Logic.Or(binder.Condition(left, Left), binder.Condition(right, Right));
            case "matches regex":
                return BindRegex(binder, left, right);
            case "==" or "!=" or "<>" or "<" or "<=" or ">" or ">=":
                return Comparisons.Bind(Operator, left, right) ?? Refuse(binder, left, right);
            case "+" or "-" or "*" or "/" or "%":
                return Arithmetic.Bind(Operator, left, right) ?? Refuse(binder, left, right);
            default:
                return left.Type is KqlType.String or KqlType.Dynamic && right.Type is KqlType.String or KqlType.Dynamic
                    ? TextTests.Bind(
                        Operator,
                        Conversions.To(KqlType.String, left),
                        Conversions.To(KqlType.String, right)
                    )
                    : Refuse(binder, left, right);
        }
    }

    private Scalar BindRegex(Binder binder, Scalar left, Scalar right)
    {
        if (left.Type is not (KqlType.String or KqlType.Dynamic) || right.Type != KqlType.String)
        {
            return Refuse(binder, left, right);
        }

        if (!right.IsConstant)
        {
            binder.Diagnostics.Add(Messages.ConstantNeeded(Right.Span, "matches regex"));
            return new Broken();
        }

        var text = (string)right.Value!;
        if (TextTests.Pattern(text) is not { } pattern)
        {
            binder.Diagnostics.Add(Messages.BadRegex(Right.Span, text));
            return new Broken();
        }

        return Scalar.Fold(
            new Map<string, bool>(KqlType.Bool, Conversions.To(KqlType.String, left), s => pattern.IsMatch(s))
        );
    }

    private Broken Refuse(Binder binder, Scalar left, Scalar right)
    {
        var milliseconds =
            left.Type.IsNumber() && right is Constant { Held: TimeSpan span }
                ? Format.Text((long)span.TotalMilliseconds)
                : null;
        if (milliseconds is not null)
        {
            binder.Diagnostics.Add(Messages.Milliseconds(Span, binder.TextOf(Left), milliseconds, Right.Span));
            return new Broken();
        }

        var conversion =
            DaysHint(binder, left, right)
            ?? ConversionHint(binder, Left, left.Type, right.Type)
            ?? ConversionHint(binder, Right, right.Type, left.Type);
        binder.Diagnostics.Add(
            conversion is null
                ? Messages.NoOperator(Span, Operator, left.Type.Name(), right.Type.Name())
                : Messages.NoOperator(Span, Operator, left.Type.Name(), right.Type.Name(), conversion)
        );
        return new Broken();
    }

    // now() - 1: a day was meant.
    private Hint? DaysHint(Binder binder, Scalar left, Scalar right) =>
        Operator is "+" or "-" && left.Type.IsTime() && right.Type.IsNumber() && Right is LiteralExpression
            ? Messages.Days(Right.Span, binder.TextOf(Right))
            : null;

    /// <summary>How the text of a value would be converted so that it can be compared.</summary>
    internal static Hint? ConversionHint(Binder binder, Expression syntax, KqlType from, KqlType to)
    {
        var function = (from, to) switch
        {
            (KqlType.String, KqlType.Int or KqlType.Long) => "toint",
            (KqlType.String, KqlType.Real or KqlType.Decimal) => "todouble",
            (KqlType.String, KqlType.DateTime) => "todatetime",
            (KqlType.String, KqlType.TimeSpan) => "totimespan",
            (var number, KqlType.String) when number.IsNumber() => "tostring",
            (KqlType.Dynamic, KqlType.Dynamic) => "tostring",
            _ => null,
        };
        if (function is null || (syntax is LiteralExpression && to != KqlType.DateTime))
        {
            return null;
        }

        var text = syntax is LiteralExpression literal
            ? $"datetime({Format.Text(literal.Value)})"
            : $"{function}({binder.TextOf(syntax)})";
        return new Hint(
            new Words($"Use {text}", $"Dùng {text}"),
            new TextEdit(syntax.Span.Start, syntax.Span.Length, text)
        );
    }
}

/// <summary><c>value between (low .. high)</c>, both ends included.</summary>
public sealed record BetweenExpression(Span Span, bool Not, Expression Value, Expression Low, Expression High)
    : Expression(Span)
{
    internal static BetweenExpression Read(Parser parser, Expression left)
    {
        var op = parser.Next();
        Expression low = new MissingExpression(parser.Current.Span);
        Expression high = low;
        if (parser.Expect("("))
        {
            low = parser.ParseSum();
            if (parser.Current.Is(","))
            {
                // A list was written where a range is meant.
                parser.Diagnostics.Add(Messages.RangeNeeded(parser.Next().Span));
                high = parser.ParseSum();
            }
            else if (parser.Expect(".."))
            {
                high = parser.ParseSum();
            }

            parser.Expect(")");
        }

        return new BetweenExpression(parser.Since(left.Span.Start), op.Text[0] == '!', left, low, high);
    }

    internal override Scalar Bind(Binder binder, Scope scope)
    {
        var value = Value.Bind(binder, scope);
        var low = Low.Bind(binder, scope);
        var high = High.Bind(binder, scope);
        if (value is Broken || low is Broken || high is Broken)
        {
            return new Broken();
        }

        // t .. 1h is t .. t + 1h.
        if (low.Type == KqlType.DateTime && high.Type == KqlType.TimeSpan)
        {
            high = Arithmetic.Bind("+", low, high)!;
        }

        if (value.Type == KqlType.Dynamic && low.Type != KqlType.Dynamic)
        {
            value = Conversions.To(low.Type.IsInteger() ? KqlType.Real : low.Type, value);
        }

        if (Comparisons.Bind(">=", value, low) is null || Comparisons.Bind("<=", value, high) is null)
        {
            var other = Comparisons.Bind(">=", value, low) is null ? low : high;
            binder.Diagnostics.Add(
                BinaryExpression.ConversionHint(binder, Value, value.Type, other.Type) is { } hint
                    ? Messages.NoOperator(Span, "between", value.Type.Name(), other.Type.Name(), hint)
                    : Messages.NoOperator(Span, "between", value.Type.Name(), other.Type.Name())
            );
            return new Broken();
        }

        return Comparisons.Between(value, low, high, Not);
    }
}
