using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation;
using Stepdesk.Kql.Evaluation.Plans;
using Stepdesk.Kql.Expressions;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Operators;

/// <summary>The values that occur most, or whose sum is largest; exact here.</summary>
public sealed record TopHittersOperator(Expression Count, Expression Value, Expression? Summed) : Operator
{
    internal override OrderOfRows Order => OrderOfRows.Made;

    internal static Operator Read(Parser parser, Token keyword)
    {
        var count = parser.ParseSum();
        parser.Expect("of");
        var value = parser.ParseItem();
        return new TopHittersOperator(count, value, parser.Accept("by") ? parser.ParseItem() : null);
    }

    internal override Plan Bind(Binder binder, Plan source, Scope scope)
    {
        var keys = new OutputNames(binder.Diagnostics);
        binder.AddKey(Value, scope, keys, "top-hitters");
        if (keys.AreBroken || keys.Count == 0)
        {
            return Binder.Unknown();
        }

        var aggregates = new AggregateList(keys.Schema);
        var measure = new CallExpression(Span, Summed is null ? "count" : "sum", Span, Summed is null ? [] : [Summed]);
        if (binder.BindAggregate(measure, scope with { Aggregates = aggregates }, aggregates) is not [var measured, ..])
        {
            return Binder.Unknown();
        }

        var key = keys.Schema[0];
        var name = Summed is null ? $"approximate_count_{key.Name}" : $"approximate_{measured.Field.Name}";
        var counted = new ProjectPlan(
            aggregates.Over(source, keys.Values),
            new Schema([key, new Field(name, measured.Type)]),
            [new ColumnScalar(0, key), measured]
        );
        var sorted = new SortKey(new ColumnScalar(1, counted.Schema[1]), Ascending: false, NullsFirst: false);
        return new SortPlan(counted, [sorted], binder.CountOf(Count, scope, "top-hitters"));
    }
}
