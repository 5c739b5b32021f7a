using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation;
using Stepdesk.Kql.Evaluation.Aggregates;
using Stepdesk.Kql.Expressions;
using Stepdesk.Kql.Functions;

namespace Stepdesk.Kql.Binding;

/// <summary>Calls of aggregates, alone or inside of larger expressions.</summary>
internal static class AggregateCalls
{
    public static void AddAggregate(this Binder binder, Expression item, Scope scope, OutputNames output)
    {
        var names = item is NamedExpression named ? named.Names : [];
        var value = item is NamedExpression inner ? inner.Value : item;
        while (value is ParenthesizedExpression bracket)
        {
            value = bracket.Inner;
        }

        if (
            value is CallExpression call
            && AggregateTable.IsAggregate(call.Name)
            && scope.Names.Find(call.Name) is null
        )
        {
            var columns = binder.BindAggregate(call, scope, scope.Aggregates!);
            if (columns.Count == 0)
            {
                output.Add("Column1", "Column", new Broken());
                return;
            }

            if (names.Count > columns.Count)
            {
                binder.Diagnostics.Add(Messages.NamesForValues(item.Span, names.Count, columns.Count));
            }

            for (var i = 0; i < columns.Count; i++)
            {
                if (i < names.Count)
                {
                    output.Give(names[i].Name, names[i].Span, columns[i], replace: false);
                }
                else
                {
                    output.Add(columns[i].Field.Name, null, columns[i]);
                }
            }

            return;
        }

        var makers = scope.Aggregates!.Count;
        var bound = value.Bind(binder, scope);
        if (bound is not Broken && scope.Aggregates.Count == makers && !bound.IsConstant)
        {
            binder.Diagnostics.Add(Messages.AggregateNeeded(value.Span));
            bound = new Broken();
        }

        if (names.Count > 0)
        {
            output.Give(names[0].Name, names[0].Span, bound, replace: false);
        }
        else
        {
            var name = value.ColumnName(scope);
            output.Add(name ?? "Column1", name ?? "Column", bound);
        }
    }

    /// <summary>The results of an aggregate call as columns behind the keys; none after reporting.</summary>
    public static IReadOnlyList<ColumnScalar> BindAggregate(
        this Binder binder,
        CallExpression call,
        Scope scope,
        AggregateList aggregates
    )
    {
        var inside = scope.Inside;
        if (AggregateTable.IsMany(call.Name))
        {
            return call.Name is "arg_max" or "arg_min" or "argmax" or "argmin"
                ? BindArg(binder, call, inside, aggregates)
                : BindAny(binder, call, inside, aggregates);
        }

        var info = AggregateTable.Find(call.Name)!;
        var arguments = call.Arguments.Select(a => a.Bind(binder, inside)).ToList();
        if (arguments.Exists(a => a is Broken))
        {
            return [];
        }

        if (arguments.Count < info.Least || arguments.Count > info.Most)
        {
            var needed =
                info.Least == info.Most ? $"{info.Least}"
                : info.Most >= 64 ? $"{info.Least}+"
                : $"{info.Least}-{info.Most}";
            var wrong = Messages.ArgumentCount(call.Span, call.Name, needed, arguments.Count);
            binder.Diagnostics.Add(
                info.Name is "percentile" or "percentiles" && arguments.Count == 1
                    ? wrong with
                    {
                        Hints = [Messages.Percentile(call.Span, binder.TextOf(call))],
                    }
                    : wrong
            );
            return [];
        }

        var bound = new Call(
            call.Name,
            call.Span,
            arguments,
            call.Arguments,
            inside.Row,
            binder.Now,
            binder.Diagnostics
        );
        var name = call.Arguments.Count > 0 ? call.Arguments[0].ColumnName(inside) ?? "" : "";
        var aggregate = info.Bind(bound, name);
        return aggregate is null || bound.Failed ? [] : aggregates.Add(aggregate.Outputs, aggregate.Make);
    }

    private static IReadOnlyList<ColumnScalar> BindArg(
        Binder binder,
        CallExpression call,
        Scope scope,
        AggregateList aggregates
    )
    {
        if (call.Arguments.Count == 0)
        {
            binder.Diagnostics.Add(Messages.ArgumentCount(call.Span, call.Name, "1+", 0));
            return [];
        }

        var max = call.Name is "arg_max" or "argmax";
        var prefix = max ? "max_" : "min_";
        var value = call.Arguments[0].Bind(binder, scope);
        var first = call.Arguments[0].ColumnName(scope);
        var wanted = new List<Scalar> { value };
        var fields = new List<Field> { new(first ?? prefix, value.Type) };
        for (var i = 1; i < call.Arguments.Count; i++)
        {
            if (call.Arguments[i] is StarExpression)
            {
                AddStar(scope, aggregates, fields, wanted);
                continue;
            }

            var one = call.Arguments[i].Bind(binder, scope);
            wanted.Add(one);
            fields.Add(new Field(call.Arguments[i].ColumnName(scope) ?? $"{prefix}{first}_arg{i}", one.Type));
        }

        if (wanted.Exists(w => w is Broken))
        {
            return [];
        }

        Scalar[] all = [.. wanted];
        return aggregates.Add(fields, () => new ArgAggregator(value, all, max));
    }

    // A star stands for the columns not named yet and not grouped by.
    private static void AddStar(Scope scope, AggregateList aggregates, List<Field> fields, List<Scalar> wanted)
    {
        for (var c = 0; c < scope.Row.Count; c++)
        {
            var field = scope.Row[c];
            if (!fields.Exists(f => f.Name == field.Name) && !aggregates.IsKey(field.Name))
            {
                fields.Add(field);
                wanted.Add(new ColumnScalar(c, field));
            }
        }
    }

    private static IReadOnlyList<ColumnScalar> BindAny(
        Binder binder,
        CallExpression call,
        Scope scope,
        AggregateList aggregates
    )
    {
        var conditional = call.Name is "anyif" or "take_anyif";
        if (call.Arguments.Count == 0 || (conditional && call.Arguments.Count != 2))
        {
            binder.Diagnostics.Add(
                Messages.ArgumentCount(call.Span, call.Name, conditional ? "2" : "1+", call.Arguments.Count)
            );
            return [];
        }

        var prefix = call.Name switch
        {
            "any" when call.Arguments.Count == 1 && call.Arguments[0] is not StarExpression => "any_",
            "anyif" => "anyif_",
            _ => "",
        };
        var wanted = new List<Scalar>();
        var fields = new List<Field>();
        for (var i = 0; i < (conditional ? 1 : call.Arguments.Count); i++)
        {
            if (call.Arguments[i] is StarExpression)
            {
                AddStar(scope, aggregates, fields, wanted);
                continue;
            }

            var one = call.Arguments[i].Bind(binder, scope);
            wanted.Add(one);
            var name = call.Arguments[i].ColumnName(scope);
            fields.Add(
                new Field(
                    name is null
                        ? prefix.Length > 0
                            ? prefix
                            : $"any_arg{i}"
                        : prefix + name,
                    one.Type
                )
            );
        }

        var predicate = conditional ? binder.Condition(call.Arguments[1].Bind(binder, scope), call.Arguments[1]) : null;
        if (wanted.Exists(w => w is Broken))
        {
            return [];
        }

        Scalar[] all = [.. wanted];
        return aggregates.Add(fields, () => new AnyAggregator(all, predicate));
    }
}
