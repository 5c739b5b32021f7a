using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation;
using Stepdesk.Kql.Evaluation.Plans;
using Stepdesk.Kql.Expressions;
using Stepdesk.Kql.Functions;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Operators;

/// <summary>A column find is asked to show, perhaps as another type.</summary>
public sealed record FindColumn(NamePart Name, KqlType? Type);

/// <summary>
/// <c>find in (a, b) where condition project x, pack_all()</c>: rows of several tables that hold, each with its table's
/// name. Without project it shows the columns of the condition and those all tables have; what else a row has is packed.
/// </summary>
public sealed record FindExpression(
    Span Span,
    string SourceColumn,
    IReadOnlyList<Expression> Tables,
    Expression Predicate,
    IReadOnlyList<FindColumn>? Columns,
    bool PacksAll
) : TableExpression(Span)
{
    internal static FindExpression Read(Parser parser)
    {
        var start = parser.Next().Span.Start;
        var source = "source_";
        while (parser.Current.Kind == TokenKind.Name && parser.Peek(1).Is("="))
        {
            var isSource = parser.Next().Text is "withsource" or "with_source";
            parser.Next();
            source = isSource ? parser.ParseName().Name : source;
        }

        var tables = parser.Accept("in") ? parser.ParseTableList() : [];
        parser.Accept("where");
        var predicate = parser.ParseExpression();
        List<FindColumn>? columns = null;
        var packs = false;
        if (parser.Current.Is("project") && parser.Peek(1).Is("-") && parser.Peek(2).Is("smart"))
        {
            parser.ReadKeyword();
        }
        else if (parser.Accept("project"))
        {
            columns = ReadColumns(parser, ref packs);
        }

        return new FindExpression(parser.Since(start), source, tables, predicate, columns, packs);
    }

    private static List<FindColumn> ReadColumns(Parser parser, ref bool packs)
    {
        var columns = new List<FindColumn>();
        do
        {
            if (parser.Current.Is("pack_all") || (parser.Current.Is("pack") && parser.Peek(1).Is("(")))
            {
                parser.Next();
                parser.Expect("(");
                parser.Accept("*");
                parser.Expect(")");
                packs = true;
                continue;
            }

            var name = parser.ParseName();
            columns.Add(new FindColumn(name, parser.Accept(":") ? parser.ParseType() : null));
        } while (parser.Accept(",") && !parser.IsStop);

        return columns;
    }

    internal override Plan BindTable(Binder binder, Names names)
    {
        var union = new UnionOperator(Inner: false, null, Fuzzy: false, Tables) { Span = Span };
        var tables = new List<(string Name, Plan Plan)>();
        foreach (var item in Tables.Count > 0 ? Tables : [new StarExpression(Span)])
        {
            union.AddTables(binder, item, names, tables);
        }

        if (tables.Exists(t => t.Plan.IsOpen))
        {
            return Binder.Unknown();
        }

        // A table that has none of the columns asked for is not looked at.
        var asked = Asked(Predicate).Distinct(StringComparer.Ordinal).ToList();
        var known = asked.Where(c => tables.Exists(t => t.Plan.Schema.IndexOf(c) >= 0)).ToList();
        var looked = tables.FindAll(t => known.Count == 0 || known.Exists(c => t.Plan.Schema.IndexOf(c) >= 0));
        var shown = Columns?.Select(c => c.Name.Name).ToList() ?? Smart(known, looked);
        var found = new List<(string Name, Plan Plan)>();
        foreach (var (name, plan) in looked)
        {
            if (Found(binder, names, plan, known, shown) is not { } rows)
            {
                return Binder.Unknown();
            }

            found.Add((name, rows));
        }

        var all = (union with { SourceColumn = SourceColumn, Tables = [] }).Bind(binder, found, Names.None);
        // The source first, then as asked for, what is packed last: each table alone knows only its part of that order.
        var order = Enumerable
            .Range(0, all.Schema.Count)
            .OrderBy(c => c == 0 ? -1 : Place(shown, all.Schema[c].Name))
            .ToArray();
        return new ProjectPlan(
            all,
            new Schema([.. order.Select(c => all.Schema[c])]),
            [.. order.Select(c => new ColumnScalar(c, all.Schema[c]))]
        );
    }

    // x_long and x_string stand where x was asked for.
    private static int Place(List<string> shown, string column) =>
        column == "pack_" ? int.MaxValue
        : shown.IndexOf(column) is var i and >= 0 ? i
        : shown.FindIndex(s => column.StartsWith(s + "_", StringComparison.Ordinal));

    private ProjectPlan? Found(Binder binder, Names names, Plan table, List<string> known, List<string> shown)
    {
        // Columns of other tables are null here.
        var missing = known.Where(c => table.Schema.IndexOf(c) < 0).ToList();
        var wide = new OutputNames(binder.Diagnostics);
        wide.AddAll(table.Schema);
        missing.ForEach(c => wide.Add(c, null, new Constant(KqlType.Dynamic, null)));
        var scope = new Scope(wide.Schema, names);
        var condition = new SearchCondition(binder, isCaseSensitive: false).Of(Predicate, scope);
        if (condition is Broken)
        {
            return null;
        }

        var output = new OutputNames(binder.Diagnostics);
        foreach (var column in shown)
        {
            if (table.Schema.IndexOf(column) is var i and >= 0)
            {
                var type = Columns?.FirstOrDefault(c => c.Name.Name == column)?.Type;
                var value = new ColumnScalar(i, table.Schema[i]);
                output.Add(column, null, type is { } wanted ? Conversions.To(wanted, value) : value);
            }
        }

        if (Columns is null || PacksAll)
        {
            output.Add("pack_", null, Packed(table.Schema, shown));
        }

        var rows = new WherePlan(new ProjectPlan(table, wide.Schema, wide.Values), condition);
        return new ProjectPlan(rows, output.Schema, output.Values);
    }

    private static MapMany Packed(Schema schema, List<string> shown)
    {
        var rest = schema
            .Fields.Select((f, i) => new ColumnScalar(i, f))
            .Where(c => !shown.Contains(c.Field.Name))
            .ToArray();
        return new MapMany(
            KqlType.Dynamic,
            rest,
            values =>
            {
                var bag = new DynamicBag();
                for (var i = 0; i < values.Length; i++)
                {
                    bag[rest[i].Field.Name] = values[i];
                }

                return bag;
            }
        );
    }

    private static List<string> Smart(List<string> asked, List<(string Name, Plan Plan)> tables) =>
        [
            .. asked,
            .. tables
                .SelectMany(t => t.Plan.Schema.Fields)
                .Where(f => tables.TrueForAll(t => t.Plan.Schema.Fields.Contains(f)))
                .Select(f => f.Name)
                .Distinct(StringComparer.Ordinal)
                .Where(n => !asked.Contains(n)),
        ];

    private static IEnumerable<string> Asked(Expression expression) =>
        expression switch
        {
            NameExpression name => [name.Name],
            ParenthesizedExpression inner => Asked(inner.Inner),
            PathExpression path => Asked(path.Target),
            ElementExpression element => Asked(element.Target),
            UnaryExpression unary => Asked(unary.Operand),
            BinaryExpression binary => Asked(binary.Left).Concat(Asked(binary.Right)),
            InExpression list => Asked(list.Left).Concat(list.Items.SelectMany(Asked)),
            BetweenExpression between => Asked(between.Value).Concat(Asked(between.Low)).Concat(Asked(between.High)),
            CallExpression call => call.Arguments.SelectMany(Asked),
            _ => [],
        };
}
