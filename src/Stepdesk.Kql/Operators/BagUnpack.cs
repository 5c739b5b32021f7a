using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation;
using Stepdesk.Kql.Evaluation.Plans;
using Stepdesk.Kql.Expressions;

namespace Stepdesk.Kql.Operators;

/// <summary>bag_unpack: a column for each property that any of the bags has. Which these are, only the rows tell.</summary>
internal static class BagUnpack
{
    public static Plan Bind(CallExpression plugin, Binder binder, Plan source, Scope scope)
    {
        var argument = plugin.Arguments[0];
        if (argument.Bind(binder, scope) is not ColumnScalar { Type: KqlType.Dynamic } bag)
        {
            if (!scope.IsOpen && !binder.Diagnostics.HasErrors)
            {
                binder.Diagnostics.Add(Messages.DynamicNeeded(argument.Span, "bag_unpack", "another type"));
            }

            return Binder.Unknown();
        }

        var outside = scope with { Row = Schema.Empty };
        object? Option(string name, int place) =>
            OptionAt(plugin, name, place)?.Bind(binder, outside) is Constant { Held: var value } ? value : null;
        var prefix = Option("outputColumnPrefix", 1) as string ?? "";
        var conflict = Option("columnsConflict", 2) as string ?? "error";
        var ignored = Option("ignoredProperties", 3) is DynamicArray { Items: var names }
            ? names.Select(Format.Text).ToHashSet(StringComparer.Ordinal)
            : [];
        if (binder.Compute(source) is not { } table)
        {
            return Binder.Unknown();
        }

        var found = new SortedDictionary<string, KqlType?>(StringComparer.Ordinal);
        foreach (var batch in Batch.Over(table))
        {
            var vector = batch.Column(bag.Ordinal);
            for (var i = 0; i < batch.Count; i++)
            {
                foreach (var (key, value) in (vector[i] as DynamicBag)?.Entries ?? [])
                {
                    found.TryGetValue(key, out var before);
                    found[key] = value is null ? before : Meet(before, Cell.TypeOf(value));
                }
            }
        }

        var keys = found.Keys.Where(k => !ignored.Contains(k)).ToList();
        var kept = Enumerable.Range(0, source.Schema.Count).Where(c => c != bag.Ordinal).ToList();
        bool IsKept(string name) => kept.Exists(c => source.Schema[c].Name == name);
        switch (conflict)
        {
            case "keep_source":
                keys.RemoveAll(k => IsKept(prefix + k));
                break;
            case "replace_source":
                kept.RemoveAll(c => keys.Exists(k => prefix + k == source.Schema[c].Name));
                break;
            default:
                keys.FindAll(k => IsKept(prefix + k))
                    .ForEach(k => binder.Diagnostics.Add(Messages.DuplicateColumn(plugin.Span, prefix + k)));
                break;
        }

        var fields = keys.Select(k => new Field(prefix + k, found[k] ?? KqlType.Dynamic));
        var schema = new Schema([.. kept.Select(c => source.Schema[c]), .. fields]);
        return new BagUnpackPlan(new TablePlan(table), bag.Ordinal, [.. kept], [.. keys], schema);
    }

    private static Expression? OptionAt(CallExpression plugin, string name, int place)
    {
        var arguments = plugin.Arguments;
        return arguments.OfType<NamedExpression>().FirstOrDefault(a => a.Names[0].Name == name)?.Value
            ?? (place < arguments.Count && arguments[place] is not NamedExpression ? arguments[place] : null);
    }

    private static KqlType Meet(KqlType? before, KqlType type) =>
        before is null || before == type ? type : KqlType.Dynamic;
}
