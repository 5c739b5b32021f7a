using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation.Plans;
using Stepdesk.Kql.Expressions;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Operators;

public sealed record UnionOperator(bool Inner, string? SourceColumn, bool Fuzzy, IReadOnlyList<Expression> Tables)
    : Operator
{
    internal static Operator Read(Parser parser, Token keyword) => Read(parser);

    internal static Expression ReadSource(Parser parser)
    {
        var start = parser.Next().Span.Start;
        var union = Read(parser);
        return new UnionExpression(parser.Since(start), union with { Span = parser.Since(start) });
    }

    private static UnionOperator Read(Parser parser)
    {
        var inner = false;
        var fuzzy = false;
        string? sourceColumn = null;
        while (parser.Current.Kind == TokenKind.Name && parser.Peek(1).Is("="))
        {
            var name = parser.Next();
            parser.Next();
            switch (name.Text)
            {
                case "kind":
                    inner = parser.ParseChoice("union kind", "outer", "inner") == "inner";
                    break;
                case "withsource" or "with_source":
                    sourceColumn = parser.ParseName().Name;
                    break;
                case "isfuzzy":
                    fuzzy = parser.Next().Value is true;
                    break;
                default:
                    if (!name.Text.StartsWith("hint", StringComparison.Ordinal))
                    {
                        parser.Diagnostics.Add(
                            Messages.Choice(name.Span, "union option", name.Text, ["kind", "withsource", "isfuzzy"])
                        );
                    }

                    parser.Next();
                    break;
            }
        }

        parser.SkipHints();
        var tables = new List<Expression>();
        do
        {
            if (parser.IsStop)
            {
                parser.Unexpected("table name");
                break;
            }

            tables.Add(parser.ParseTableItem());
        } while (parser.Accept(","));

        return new UnionOperator(inner, sourceColumn, fuzzy, tables);
    }

    internal override Plan Bind(Binder binder, Plan source, Scope scope) =>
        Bind(binder, [("union_arg0", source)], scope.Names);

    /// <summary>The tables named, behind those already there.</summary>
    internal Plan Bind(Binder binder, List<(string Name, Plan Plan)> plans, Names names)
    {
        foreach (var item in Tables)
        {
            AddTables(binder, item, names, plans);
        }

        if (plans.Exists(p => p.Plan.IsOpen))
        {
            return Binder.Unknown();
        }

        if (plans.Count == 0)
        {
            return new TablePlan(KqlTable.None(Schema.Empty));
        }

        var (fields, maps) = Inner ? SharedFields(plans) : AllFields(plans);
        if (SourceColumn is { } name)
        {
            fields.Insert(0, new Field(name, KqlType.String));
        }

        // A table that is only a let of the query has no name of its own.
        var labels = SourceColumn is null
            ? null
            : plans.Select((p, i) => names.Find(p.Name) is TableMeaning ? $"union_arg{i}" : p.Name).ToArray();
        return new UnionPlan([.. plans.Select(p => p.Plan)], maps, labels, new Schema(fields));
    }

    internal void AddTables(Binder binder, Expression item, Names names, List<(string Name, Plan Plan)> plans)
    {
        switch (item)
        {
            case StarExpression:
                plans.AddRange(Views(binder, names));
                // Of one telemetry under two sets of names the classic ones are enough.
                plans.AddRange(Matching(binder.Catalog, n => !IsTwin(binder.Catalog, n)));
                break;
            case PatternExpression pattern:
                plans.AddRange(Views(binder, names).Where(v => pattern.Matches(v.Name)));
                plans.AddRange(Matching(binder.Catalog, pattern.Matches));
                break;
            case var unknown
                when Fuzzy
                    && SourceOf(unknown) is NameExpression name
                    && names.Find(name.Name) is null
                    && binder.Catalog.Find(name.Name) is null:
                break;
            case NameExpression name:
                plans.Add((name.Name, name.BindTable(binder, names)));
                break;
            default:
                plans.Add((NameByAs(item) ?? $"union_arg{plans.Count}", item.BindTable(binder, names)));
                break;
        }
    }

    // Only a let that says view stands beside the tables.
    private static IEnumerable<(string Name, Plan Plan)> Views(Binder binder, Names names) =>
        names
            .All.Distinct(StringComparer.Ordinal)
            .Where(n => names.Find(n) is FunctionMeaning { Function.IsView: true })
            .Order(StringComparer.Ordinal)
            .Select(n => (n, binder.BindTableName(default, n, names)));

    private static Expression SourceOf(Expression item) =>
        item switch
        {
            ParenthesizedExpression bracket => SourceOf(bracket.Inner),
            PipelineExpression pipeline => SourceOf(pipeline.Source),
            _ => item,
        };

    private static string? NameByAs(Expression item) =>
        item switch
        {
            ParenthesizedExpression bracket => NameByAs(bracket.Inner),
            PipelineExpression { Operators: [.., AsOperator last] } => last.Name.Name,
            _ => null,
        };

    private static bool IsTwin(KqlCatalog catalog, string name) =>
        TwoWorlds.WorkspaceTable(name) is null
        && TwoWorlds.OtherTable(name) is { } classic
        && catalog.Find(classic) is not null;

    private static IEnumerable<(string, Plan)> Matching(KqlCatalog catalog, Func<string, bool> matches) =>
        catalog
            .Names.Where(matches)
            .Order(StringComparer.Ordinal)
            .Select(n => (n, (Plan)new TablePlan(catalog.Find(n)!)));

    private static (List<Field> Fields, int[][] Maps) SharedFields(List<(string Name, Plan Plan)> plans)
    {
        var fields = plans[0]
            .Plan.Schema.Fields.Where(f => plans.TrueForAll(p => p.Plan.Schema.Fields.Contains(f)))
            .ToList();
        return (fields, [.. plans.Select(p => fields.Select(f => p.Plan.Schema.IndexOf(f.Name)).ToArray())]);
    }

    // One name with two types becomes two columns: x_long and x_string.
    private static (List<Field> Fields, int[][] Maps) AllFields(List<(string Name, Plan Plan)> plans)
    {
        var all = plans.SelectMany(p => p.Plan.Schema.Fields).Distinct().ToList();
        var clashing = all.GroupBy(f => f.Name, StringComparer.Ordinal)
            .Where(g => g.Count() > 1)
            .Select(g => g.Key)
            .ToHashSet(StringComparer.Ordinal);
        var taken = all.Select(f => f.Name).Where(n => !clashing.Contains(n)).ToHashSet(StringComparer.Ordinal);
        var fields = all.Select(f =>
            clashing.Contains(f.Name) ? f with { Name = FreeName.Of($"{f.Name}_{f.Type.Name()}", taken) } : f
        );
        int[] Map(Schema schema) =>
            [.. all.Select(f => schema.IndexOf(f.Name) is var i and >= 0 && schema[i].Type == f.Type ? i : -1)];
        return ([.. fields], [.. plans.Select(p => Map(p.Plan.Schema))]);
    }
}

public sealed record UnionExpression(Span Span, UnionOperator Union) : TableExpression(Span)
{
    internal override Plan BindTable(Binder binder, Names names) => Union.Bind(binder, [], names);
}
