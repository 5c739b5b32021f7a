using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation;
using Stepdesk.Kql.Evaluation.Plans;
using Stepdesk.Kql.Expressions;
using Stepdesk.Kql.Functions;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Operators;

public sealed record TopNestedLevel(
    Span Span,
    Expression? Count,
    Expression Value,
    Expression? Others,
    Expression Aggregate,
    bool Ascending
);

public sealed record TopNestedOperator(IReadOnlyList<TopNestedLevel> Levels) : Operator
{
    internal override OrderOfRows Order => OrderOfRows.Made;

    internal static Operator Read(Parser parser, Token keyword)
    {
        var levels = new List<TopNestedLevel>();
        while (true)
        {
            var at = parser.Current.Span.Start;
            var count = parser.Current.Is("of") ? null : parser.ParseSum();
            parser.Expect("of");
            var value = parser.ParseItem();
            Expression? others = null;
            if (parser.Accept("with"))
            {
                parser.Expect("others");
                parser.Expect("=");
                others = parser.ParseUnary();
            }

            parser.Expect("by");
            var aggregate = parser.ParseItem();
            var ascending = parser.Accept("asc");
            if (!ascending)
            {
                parser.Accept("desc");
            }

            levels.Add(new TopNestedLevel(parser.Since(at), count, value, others, aggregate, ascending));
            if (
                !(
                    parser.Current.Is(",")
                    && parser.Peek(1).Is("top")
                    && parser.Peek(2).Is("-")
                    && parser.Peek(3).Is("nested")
                )
            )
            {
                return new TopNestedOperator(levels);
            }

            parser.Next();
            parser.ReadKeyword();
        }
    }

    internal override Plan Bind(Binder binder, Plan source, Scope scope)
    {
        var levels = new List<NestedLevel>();
        var output = new OutputNames(binder.Diagnostics);
        foreach (var level in Levels)
        {
            var input = new InputPlan(source.Schema);
            var keys = new OutputNames(binder.Diagnostics);
            binder.AddKey(level.Value, scope, keys, "top-nested");
            if (
                keys.Count == 0
                || keys.AreBroken
                || Aggregated(binder, level, input, keys, scope) is not { } each
                || Aggregated(binder, level, input, new OutputNames(binder.Diagnostics), scope) is not { } all
            )
            {
                return Binder.Unknown();
            }

            var key = keys.Schema[0];
            var name = level.Aggregate is NamedExpression ? each.Schema[^1].Name : "aggregated_" + key.Name;
            levels.Add(
                new NestedLevel(
                    input,
                    keys.Values[0],
                    each,
                    all,
                    level.Count is null ? null : binder.CountOf(level.Count, scope, "top-nested"),
                    level.Ascending,
                    level.Others is not null,
                    level.Others is null ? null : OthersOf(binder, level.Others, key.Type, scope)
                )
            );
            output.Add(key.Name, null, new Constant(key.Type, null));
            output.Add(name, null, new Constant(each.Schema[^1].Type, null));
        }

        return new TopNestedPlan(source, [.. levels], output.Schema);
    }

    /// <summary>The keys and the level's aggregate of each; null after reporting.</summary>
    private static ProjectPlan? Aggregated(
        Binder binder,
        TopNestedLevel level,
        Plan input,
        OutputNames keys,
        Scope scope
    )
    {
        var aggregates = new AggregateList(keys.Schema);
        var values = new OutputNames(binder.Diagnostics);
        binder.AddAggregate(level.Aggregate, scope with { Aggregates = aggregates }, values);
        return values.Count == 0 || values.AreBroken
            ? null
            : new ProjectPlan(
                aggregates.Over(input, keys.Values),
                new Schema([.. keys.Schema.Fields, values.Schema[0]]),
                [.. Items.AllColumns(keys.Schema), values.Values[0]]
            );
    }

    private static object? OthersOf(Binder binder, Expression syntax, KqlType type, Scope scope)
    {
        var value = syntax.Bind(binder, scope with { Row = Schema.Empty });
        return value is Broken || !value.IsConstant ? null : Conversions.Boxed(type, value.Value);
    }
}
