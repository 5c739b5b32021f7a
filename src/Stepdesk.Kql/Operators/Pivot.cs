using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation;
using Stepdesk.Kql.Evaluation.Plans;
using Stepdesk.Kql.Expressions;
using Stepdesk.Kql.Functions;

namespace Stepdesk.Kql.Operators;

/// <summary>pivot: a column for each value of one column. Which these are, only the rows tell.</summary>
internal static class Pivot
{
    public static Plan Bind(CallExpression plugin, Binder binder, Plan source, Scope scope)
    {
        var arguments = plugin.Arguments;
        if (arguments[0].Bind(binder, scope) is not ColumnScalar pivot)
        {
            if (!scope.IsOpen && !binder.Diagnostics.HasErrors)
            {
                binder.Diagnostics.Add(Messages.ColumnNeeded(arguments[0].Span));
            }

            return Binder.Unknown();
        }

        var aggregate = arguments.Count > 1 ? arguments[1] : new CallExpression(plugin.Span, "count", plugin.Span, []);
        var used = new HashSet<int> { pivot.Ordinal };
        if (aggregate is CallExpression { Arguments: [NameExpression argument, ..] })
        {
            used.Add(scope.Row.IndexOf(argument.Name));
        }

        var fixedColumns =
            arguments.Count > 2
                ? arguments.Skip(2).SelectMany(a => binder.ColumnsOf(a, scope)).ToList()
                : [.. Enumerable.Range(0, scope.Row.Count).Where(c => !used.Contains(c))];
        var keyFields = fixedColumns.Select(c => scope.Row[c]).ToList();
        var keyed = new Schema([.. keyFields, new Field("$pivot", KqlType.String)]);
        var aggregates = new AggregateList(keyed);
        var values = new OutputNames(binder.Diagnostics);
        binder.AddAggregate(aggregate, scope with { Aggregates = aggregates }, values);
        if (values.Count == 0 || values.Values[0] is Broken || source.IsOpen)
        {
            return Binder.Unknown();
        }

        Scalar[] keys =
        [
            .. fixedColumns.Select(c => (Scalar)new ColumnScalar(c, scope.Row[c])),
            Conversions.To(KqlType.String, pivot),
        ];
        var summarized = new ProjectPlan(
            aggregates.Over(source, keys),
            new Schema([.. keyed.Fields, new Field("$value", values.Values[0].Type)]),
            [.. Items.AllColumns(keyed), values.Values[0]]
        );
        if (binder.Compute(summarized) is not { } table)
        {
            return Binder.Unknown();
        }

        var names = Enumerable
            .Range(0, table.Count)
            .Select(row => Format.Text(table[row, keyFields.Count]))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToArray();
        var schema = new Schema([.. keyFields, .. names.Select(n => new Field(n, values.Values[0].Type))]);
        return new PivotPlan(new TablePlan(table), keyFields.Count, names, schema);
    }
}
