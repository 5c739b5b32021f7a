using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation;
using Stepdesk.Kql.Evaluation.Plans;
using Stepdesk.Kql.Expressions;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Operators;

public sealed record SummarizeOperator(IReadOnlyList<Expression> Aggregates, IReadOnlyList<Expression> Keys) : Operator
{
    internal static Operator Read(Parser parser, Token keyword)
    {
        parser.SkipHints();
        var aggregates = new List<Expression>();
        var keys = new List<Expression>();
        if (!parser.Current.Is("by") && !parser.IsStop)
        {
            do
            {
                aggregates.Add(parser.ParseItem());
            } while (parser.Accept(",") && !parser.IsStop);
        }

        if (parser.Current.Is("group") && parser.Peek(1).Is("by"))
        {
            var group = parser.Next();
            parser.Next();
            parser.Diagnostics.Add(Messages.GroupBy(parser.Since(group.Span.Start)));
            keys = parser.ParseItems();
        }
        else if (parser.Accept("by"))
        {
            keys = parser.ParseItems();
        }
        else if (aggregates.Count == 0)
        {
            parser.Unexpected("aggregate", "by");
        }

        return new SummarizeOperator(aggregates, keys);
    }

    internal override Plan Bind(Binder binder, Plan source, Scope scope)
    {
        var keys = new OutputNames(binder.Diagnostics);
        foreach (var key in Keys)
        {
            binder.AddKey(key, scope, keys, "summarize by");
        }

        var aggregates = new AggregateList(keys.Schema);
        var output = new OutputNames(binder.Diagnostics);
        for (var i = 0; i < keys.Count; i++)
        {
            output.Give(keys.Schema[i].Name, Span, new ColumnScalar(i, keys.Schema[i]), replace: false);
        }

        foreach (var item in Aggregates)
        {
            binder.AddAggregate(item, scope with { Aggregates = aggregates }, output);
        }

        return keys.AreBroken || output.AreBroken
            ? Binder.Unknown()
            : new ProjectPlan(aggregates.Over(source, keys.Values), output.Schema, output.Values);
    }
}
