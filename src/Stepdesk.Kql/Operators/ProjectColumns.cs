using System.Text;
using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation;
using Stepdesk.Kql.Evaluation.Plans;
using Stepdesk.Kql.Expressions;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Operators;

public sealed record ProjectAwayOperator(IReadOnlyList<Expression> Items) : Operator
{
    internal override OrderOfRows Order => OrderOfRows.Kept;

    internal static Operator Read(Parser parser, Token keyword) => new ProjectAwayOperator(parser.ParseItems());

    internal override Plan Bind(Binder binder, Plan source, Scope scope) =>
        ProjectKeepOperator.Kept(binder, source, Items, scope, keep: false);
}

public sealed record ProjectKeepOperator(IReadOnlyList<Expression> Items) : Operator
{
    internal override OrderOfRows Order => OrderOfRows.Kept;

    internal static Operator Read(Parser parser, Token keyword) => new ProjectKeepOperator(parser.ParseItems());

    internal override Plan Bind(Binder binder, Plan source, Scope scope) =>
        Kept(binder, source, Items, scope, keep: true);

    internal static ProjectPlan Kept(
        Binder binder,
        Plan source,
        IReadOnlyList<Expression> items,
        Scope scope,
        bool keep
    )
    {
        var named = new HashSet<int>();
        foreach (var item in items)
        {
            named.UnionWith(binder.ColumnsOf(item, scope));
        }

        var output = new OutputNames(binder.Diagnostics);
        for (var i = 0; i < source.Schema.Count; i++)
        {
            if (named.Contains(i) == keep)
            {
                output.Add(source.Schema[i].Name, null, new ColumnScalar(i, source.Schema[i]));
            }
        }

        return new ProjectPlan(source, output.Schema, output.Values);
    }
}

public sealed record ProjectRenameOperator(IReadOnlyList<Expression> Items) : Operator
{
    internal override OrderOfRows Order => OrderOfRows.Kept;

    internal static Operator Read(Parser parser, Token keyword) => new ProjectRenameOperator(parser.ParseItems());

    internal override Plan Bind(Binder binder, Plan source, Scope scope)
    {
        var fields = source.Schema.Fields.ToList();
        foreach (var item in Items)
        {
            if (item is not NamedExpression { Names: [var name], Value: var value })
            {
                binder.Diagnostics.Add(Messages.Unexpected(item.Span, binder.TextOf(item), "new = old"));
                continue;
            }

            foreach (var i in binder.ColumnsOf(value, scope))
            {
                if (fields.Exists(f => f.Name == name.Name))
                {
                    binder.Diagnostics.Add(Messages.DuplicateColumn(name.Span, name.Name));
                }

                fields[i] = fields[i] with { Name = name.Name };
            }
        }

        return new ProjectPlan(source, new Schema(fields), Binding.Items.AllColumns(source.Schema));
    }
}

public sealed record ProjectReorderOperator(IReadOnlyList<Ordering> Items) : Operator
{
    internal override OrderOfRows Order => OrderOfRows.Kept;

    internal static Operator Read(Parser parser, Token keyword) => new ProjectReorderOperator(parser.ParseOrderings());

    internal override Plan Bind(Binder binder, Plan source, Scope scope)
    {
        var order = new List<int>();
        foreach (var item in Items)
        {
            IEnumerable<int> columns = binder.ColumnsOf(item.Value, scope);
            columns = item.Ascending switch
            {
                true => columns.OrderBy(Key, StringComparer.Ordinal),
                false => columns.OrderByDescending(Key, StringComparer.Ordinal),
                _ => columns,
            };
            order.AddRange(columns.Where(c => !order.Contains(c)).ToList());

            string Key(int c) => item.IsNatural ? Padded(source.Schema[c].Name) : source.Schema[c].Name;
        }

        order.AddRange(Enumerable.Range(0, source.Schema.Count).Where(c => !order.Contains(c)).ToList());
        return new ProjectPlan(
            source,
            new Schema([.. order.Select(c => source.Schema[c])]),
            [.. order.Select(c => new ColumnScalar(c, source.Schema[c]))]
        );
    }

    // The numbers inside of a name all equally long, so that they compare as numbers.
    private static string Padded(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; )
        {
            var end = i;
            while (end < name.Length && char.IsAsciiDigit(name[end]))
            {
                end++;
            }

            text.Append(end > i ? name[i..end].PadLeft(20, '0') : name[i..++end]);
            i = end;
        }

        return text.ToString();
    }
}
