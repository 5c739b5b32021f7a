using System.Diagnostics.CodeAnalysis;
using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation;
using Stepdesk.Kql.Evaluation.Plans;
using Stepdesk.Kql.Expressions;
using Stepdesk.Kql.Functions;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Operators;

public sealed record SeriesAggregate(Span Span, Expression Value, Expression? Default);

public sealed record MakeSeriesOperator(
    bool NonEmpty,
    IReadOnlyList<SeriesAggregate> Aggregates,
    Expression Axis,
    Expression? From,
    Expression? To,
    Expression? Step,
    IReadOnlyList<Expression> Keys
) : Operator
{
    /// <summary>
    /// The older form <c>in range(from, to, step)</c>: both ends belong to it, and bins begin at multiples of the step.
    /// </summary>
    public bool IsOlder { get; init; }

    internal static Operator Read(Parser parser, Token keyword)
    {
        var nonEmpty = false;
        while (parser.AcceptOption("kind"))
        {
            nonEmpty = parser.ParseChoice("make-series kind", "nonempty") == "nonempty";
        }

        parser.SkipHints();
        var aggregates = new List<SeriesAggregate>();
        do
        {
            var at = parser.Current.Span.Start;
            var value = parser.ParseItem();
            Expression? fallback = null;
            if (parser.AcceptOption("default"))
            {
                fallback = parser.ParseUnary();
            }

            aggregates.Add(new SeriesAggregate(parser.Since(at), value, fallback));
        } while (parser.Accept(","));

        Expression axis = new MissingExpression(parser.Current.Span);
        Expression? from = null;
        Expression? to = null;
        Expression? step = null;
        var isOlder = false;
        if (parser.Expect("on"))
        {
            axis = parser.ParseItem();
            if (parser.Current.Is("in") && parser.Peek(1).Is("range"))
            {
                parser.Next();
                parser.Next();
                parser.Expect("(");
                from = parser.ParseExpression();
                parser.Expect(",");
                to = parser.ParseExpression();
                parser.Expect(",");
                step = parser.ParseExpression();
                parser.Expect(")");
                isOlder = true;
            }
            else
            {
                if (parser.Accept("from"))
                {
                    from = parser.ParseSum();
                }

                if (parser.Accept("to"))
                {
                    to = parser.ParseSum();
                }

                if (parser.Expect("step"))
                {
                    step = parser.ParseSum();
                }
            }
        }

        var keys = parser.Accept("by") ? parser.ParseItems() : [];
        return new MakeSeriesOperator(nonEmpty, aggregates, axis, from, to, step, keys) { IsOlder = isOlder };
    }

    internal override Plan Bind(Binder binder, Plan source, Scope scope)
    {
        var axis = Axis.Bind(binder, scope);
        var outside = scope with { Row = Schema.Empty };
        var from = From is null ? null : From.Bind(binder, outside);
        var to = To is null ? null : To.Bind(binder, outside);
        var step = Step is null ? new Broken() : Step.Bind(binder, outside);
        if (axis is Broken || from is Broken || to is Broken || step is Broken)
        {
            return Binder.Unknown();
        }

        if (axis.Type is not (KqlType.DateTime or KqlType.TimeSpan) && !axis.Type.IsNumber())
        {
            binder.Diagnostics.Add(
                Messages.ArgumentType(Axis.Span, "make-series", "datetime or number", axis.Type.Name())
            );
            return Binder.Unknown();
        }

        var type =
            axis.Type is KqlType.Int ? KqlType.Long
            : axis.Type == KqlType.Decimal || step.Type == KqlType.Real ? KqlType.Real
            : axis.Type;
        if (type.IsTime() && step.Type != KqlType.TimeSpan)
        {
            binder.Diagnostics.Add(Messages.ArgumentType(Step!.Span, "step", "timespan", step.Type.Name()));
            return Binder.Unknown();
        }

        var stepType = type == KqlType.DateTime ? KqlType.TimeSpan : type;
        var first = from is null ? null : Conversions.Boxed(type, from.Value);
        var end = to is null ? null : Conversions.Boxed(type, to.Value);
        var size = Conversions.Boxed(stepType, step.Value);
        if (!IsPositive(size))
        {
            binder.Diagnostics.Add(Messages.StepNotPositive(Step!.Span));
            return Binder.Unknown();
        }

        if (IsOlder)
        {
            (first, end) = (BinStart(first, size), After(end));
        }

        axis = Conversions.Widen(type, axis);
        var limited = Within(source, axis, type, first, end);
        var bin = BinAt(axis, type, first, size);
        return SeriesOf(binder, limited, scope, bin, first, end, size);
    }

    private static bool IsPositive([NotNullWhen(true)] object? size) =>
        size switch
        {
            null => false,
            double step => step > 0 && double.IsFinite(step),
            _ => Cell.Unbox(size) > 0,
        };

    private static object? BinStart(object? first, object size) =>
        (first, size) switch
        {
            (double from, double step) => Math.Floor(from / step) * step,
            (null or double, _) or (_, double) => first,
            _ => Cell.Box(Cell.TypeOf(first), Times.Floor(Cell.Unbox(first), Cell.Unbox(size))),
        };

    // The smallest end that leaves the last value inside.
    private static object? After(object? end) =>
        end switch
        {
            null => null,
            double last => Math.BitIncrement(last),
            _ => Cell.Box(Cell.TypeOf(end), Cell.Unbox(end) + 1),
        };

    private static Plan Within(Plan source, Scalar axis, KqlType type, object? first, object? end)
    {
        if (first is not null)
        {
            source = new WherePlan(source, Comparisons.Bind(">=", axis, new Constant(type, first))!);
        }

        return end is null ? source : new WherePlan(source, Comparisons.Bind("<", axis, new Constant(type, end))!);
    }

    private static Scalar BinAt(Scalar axis, KqlType type, object? first, object size)
    {
        if (type == KqlType.Real)
        {
            var origin = first is double f ? f : 0;
            var width = (double)size;
            return new Map<double, double>(type, axis, v => origin + (Math.Floor((v - origin) / width) * width));
        }

        var start = first is null ? 0 : Cell.Unbox(first);
        var step = Cell.Unbox(size);
        return new Map<long, long>(type, axis, v => start + Times.Floor(v - start, step));
    }

    private Plan SeriesOf(Binder binder, Plan source, Scope scope, Scalar bin, object? first, object? end, object size)
    {
        var keys = new OutputNames(binder.Diagnostics);
        foreach (var key in Keys)
        {
            binder.AddKey(key, scope, keys, "make-series by");
        }

        var axisName = Axis.ColumnName(scope) ?? "Column1";
        var grouped = new Schema([.. keys.Schema.Fields, new Field(axisName, bin.Type)]);
        var aggregates = new AggregateList(grouped);
        var output = new OutputNames(binder.Diagnostics);
        output.AddAll(keys.Schema);
        var defaults = new List<object?>();
        var values = new OutputNames(binder.Diagnostics);
        foreach (var aggregate in Aggregates)
        {
            binder.AddAggregate(aggregate.Value, scope with { Aggregates = aggregates }, values);
            if (values.Count <= defaults.Count)
            {
                return Binder.Unknown();
            }

            var type = values.Values[^1].Type;
            var fallback = aggregate.Default is null
                ? null
                : aggregate.Default.Bind(binder, scope with { Row = Schema.Empty });
            defaults.Add(
                fallback is null
                    ? Conversions.Boxed(type is KqlType.String or KqlType.Dynamic ? KqlType.Long : type, 0L)
                : fallback.Type == KqlType.Bool || !fallback.IsConstant ? null
                : type.IsNumber() && fallback.Type.IsNumber() && fallback.Value is not double
                    ? Conversions.Boxed(type, fallback.Value)
                : fallback.Value
            );
        }

        if (keys.AreBroken || values.AreBroken)
        {
            return Binder.Unknown();
        }

        var valueSchema = values.Schema;
        foreach (var field in valueSchema.Fields)
        {
            output.Add(field.Name, null, new Constant(KqlType.Dynamic, null));
        }

        output.Add(axisName, null, new Constant(KqlType.Dynamic, null));
        var laid = new ProjectPlan(
            aggregates.Over(source, [.. keys.Values, bin]),
            new Schema([.. grouped.Fields, .. valueSchema.Fields]),
            [.. Items.AllColumns(grouped), .. values.Values]
        );
        return new MakeSeriesPlan(laid, keys.Count, first, end, size, [.. defaults], NonEmpty, output.Schema);
    }
}
