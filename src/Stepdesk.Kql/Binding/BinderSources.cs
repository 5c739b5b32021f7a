using System.Globalization;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation;
using Stepdesk.Kql.Evaluation.Plans;
using Stepdesk.Kql.Functions;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Binding;

public sealed partial class Binder
{
    private ProjectPlan BindPrint(PrintExpression print, Names names)
    {
        var scope = new Scope(Schema.Empty, names);
        var output = new OutputNames(_diagnostics);
        for (var i = 0; i < print.Items.Count; i++)
        {
            var value = BindScalar(print.Items[i], scope);
            if (print.Items[i] is NamedExpression named)
            {
                output.Give(named.Names[0].Name, named.Names[0].Span, value, replace: false);
            }
            else
            {
                output.Add("print_" + i.ToString(CultureInfo.InvariantCulture), null, value);
            }
        }

        return new ProjectPlan(new TablePlan(OneRow), output.Schema, output.Values);
    }

    private Plan BindRange(RangeExpression range, Names names)
    {
        var scope = new Scope(Schema.Empty, names);
        var from = BindScalar(range.From, scope);
        var to = BindScalar(range.To, scope);
        var step = BindScalar(range.Step, scope);
        if (from is Broken || to is Broken || step is Broken)
        {
            return Unknown();
        }

        var type =
            from.Type == KqlType.DateTime || to.Type == KqlType.DateTime ? KqlType.DateTime
            : from.Type == KqlType.TimeSpan ? KqlType.TimeSpan
            : from.Type == KqlType.Real || to.Type == KqlType.Real || step.Type == KqlType.Real ? KqlType.Real
            : KqlType.Long;
        var stepType =
            type != KqlType.DateTime ? type
            : step.Type.IsInteger() ? KqlType.Long
            : KqlType.TimeSpan;
        foreach (
            var (value, syntax, needed) in new[]
            {
                (from, range.From, type),
                (to, range.To, type),
                (step, range.Step, stepType),
            }
        )
        {
            if (!value.IsConstant)
            {
                _diagnostics.Add(Messages.ConstantNeeded(syntax.Span, "range"));
                return Unknown();
            }

            if (value.Type != needed && value.Type != KqlType.Dynamic && !(value.Type.IsNumber() && needed.IsNumber()))
            {
                _diagnostics.Add(Messages.ArgumentType(syntax.Span, "range", needed.Name(), value.Type.Name()));
                return Unknown();
            }
        }

        return new RangePlan(
            new Schema([new Field(range.Name.Name, type)]),
            Conversions.Boxed(type, from.Value),
            Conversions.Boxed(type, to.Value),
            Conversions.Boxed(stepType, step.Value)
        );
    }

    private Plan BindDataTable(DataTableExpression data, Names names)
    {
        var scope = new Scope(Schema.Empty, names);
        var schema = new Schema([.. data.Columns.Select(c => new Field(c.Name, c.Type))]);
        if (schema.Count == 0 || data.Values.Count % schema.Count != 0)
        {
            _diagnostics.Add(Messages.ValuesPerRow(data.Span, schema.Count, data.Values.Count));
            return new TablePlan(KqlTable.None(schema));
        }

        var builder = new KqlTableBuilder(schema);
        var row = new object?[schema.Count];
        for (var i = 0; i < data.Values.Count; i++)
        {
            var c = i % schema.Count;
            var value = BindScalar(data.Values[i], scope);
            if (value is not Broken && !value.IsConstant)
            {
                _diagnostics.Add(Messages.ConstantNeeded(data.Values[i].Span, "datatable"));
            }

            row[c] = value.IsConstant ? Conversions.Boxed(schema[c].Type, value.Value) : null;
            if (c == schema.Count - 1)
            {
                builder.Add(row);
            }
        }

        return new TablePlan(builder.ToTable());
    }

    private Plan BindUnion(Plan? source, UnionOperator union, Names names)
    {
        var plans = new List<(string Name, Plan Plan)>();
        if (source is not null)
        {
            plans.Add(("union_arg0", source));
        }

        foreach (var item in union.Tables)
        {
            AddTables(item, union.Fuzzy, names, plans);
        }

        if (plans.Exists(p => p.Plan.IsOpen))
        {
            return Unknown();
        }

        if (plans.Count == 0)
        {
            return new TablePlan(KqlTable.None(Schema.Empty));
        }

        var (fields, maps) = union.Inner ? SharedFields(plans) : AllFields(plans);
        if (union.SourceColumn is { } name)
        {
            fields.Insert(0, new Field(name, KqlType.String));
        }

        var labels = union.SourceColumn is null ? null : plans.Select(p => p.Name).ToArray();
        return new UnionPlan([.. plans.Select(p => p.Plan)], maps, labels, new Schema(fields));
    }

    private void AddTables(Expression item, bool fuzzy, Names names, List<(string Name, Plan Plan)> plans)
    {
        switch (item)
        {
            case StarExpression:
                plans.AddRange(
                    _catalog
                        .Names.Order(StringComparer.Ordinal)
                        .Select(n => (n, (Plan)new TablePlan(_catalog.Find(n)!)))
                );
                break;
            case PatternExpression pattern:
                plans.AddRange(
                    _catalog
                        .Names.Where(n => Matches(n, pattern.Pattern))
                        .Order(StringComparer.Ordinal)
                        .Select(n => (n, (Plan)new TablePlan(_catalog.Find(n)!)))
                );
                break;
            case NameExpression name when fuzzy && names.Find(name.Name) is null && _catalog.Find(name.Name) is null:
                break;
            case NameExpression name:
                plans.Add((name.Name, BindTable(name, names)));
                break;
            default:
                plans.Add(($"union_arg{plans.Count}", BindTable(item, names)));
                break;
        }
    }

    private static bool Matches(string name, string pattern)
    {
        var parts = pattern.Split('*');
        return name.StartsWith(parts[0], StringComparison.Ordinal)
            && name.EndsWith(parts[^1], StringComparison.Ordinal)
            && name.Length >= parts[0].Length + parts[^1].Length
            && parts[1..^1].All(p => name.Contains(p, StringComparison.Ordinal));
    }

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
        var fields = all.Select(f => clashing.Contains(f.Name) ? f with { Name = $"{f.Name}_{f.Type.Name()}" } : f);
        int[] Map(Schema schema) =>
            [.. all.Select(f => schema.IndexOf(f.Name) is var i and >= 0 && schema[i].Type == f.Type ? i : -1)];
        return ([.. fields], [.. plans.Select(p => Map(p.Plan.Schema))]);
    }

    private Plan BindSearch(Plan? source, SearchOperator search, Names names)
    {
        var plan = source ?? SearchTables(search, names);
        if (plan.IsOpen)
        {
            return plan;
        }

        var scope = new Scope(plan.Schema, names);
        var predicate = SearchPredicate(search.Predicate, scope, search.CaseSensitive);
        return predicate is Broken ? plan : new WherePlan(plan, predicate);
    }

    private Plan SearchTables(SearchOperator search, Names names)
    {
        IReadOnlyList<Expression> tables = search.Tables.Count > 0 ? search.Tables : [new StarExpression(search.Span)];
        return BindUnion(
            null,
            new UnionOperator(search.Span, search.KeywordSpan, Inner: false, "$table", Fuzzy: false, tables),
            names
        );
    }

    private Scalar SearchPredicate(Expression expression, Scope scope, bool sensitive)
    {
        switch (expression)
        {
            case ParenthesizedExpression inner:
                return SearchPredicate(inner.Inner, scope, sensitive);
            case BinaryExpression { Operator: "and" or "or" } binary:
                var left = SearchPredicate(binary.Left, scope, sensitive);
                var right = SearchPredicate(binary.Right, scope, sensitive);
                if (left is Broken || right is Broken)
                {
                    return new Broken();
                }

                return binary.Operator == "and" ? Logic.And(left, right) : Logic.Or(left, right);
            case CallExpression { Name: "not", Arguments: [var argument] }:
                var negated = SearchPredicate(argument, scope, sensitive);
                return negated is Broken ? negated : Logic.Not(negated);
            case LiteralExpression { Type: KqlType.String, Value: string text }:
                return AnyColumn(text, scope.Row, sensitive);
            case BinaryExpression
            {
                Operator: ":",
                Left: NameExpression column,
                Right: LiteralExpression { Value: string text }
            }:
                var value = BindScalar(column, scope);
                return value is Broken ? value : Term(Conversions.To(KqlType.String, value), text, sensitive);
            default:
                var condition = BindScalar(expression, scope);
                return condition is Broken ? condition : Condition(condition, expression);
        }
    }

    private static Scalar AnyColumn(string text, Schema row, bool sensitive)
    {
        Scalar any = new Constant(KqlType.Bool, false);
        for (var i = 0; i < row.Count; i++)
        {
            if (row[i].Type is KqlType.String or KqlType.Dynamic && row[i].Name != "$table")
            {
                var value = Conversions.To(KqlType.String, new ColumnScalar(i, row[i]));
                any = Logic.Or(any, Term(value, text, sensitive));
            }
        }

        return any;
    }

    // abc is a whole term, abc* its beginning, *abc its end, *abc* any place.
    private static Scalar Term(Scalar value, string text, bool sensitive)
    {
        var op = (text.StartsWith('*'), text.EndsWith('*')) switch
        {
            (true, true) => "contains",
            (true, false) => "hassuffix",
            (false, true) => "hasprefix",
            _ => "has",
        };
        return TextTests.Bind(sensitive ? op + "_cs" : op, value, new Constant(KqlType.String, text.Trim('*')));
    }
}
