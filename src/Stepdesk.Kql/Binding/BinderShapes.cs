using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation;
using Stepdesk.Kql.Evaluation.Plans;
using Stepdesk.Kql.Functions;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Binding;

// Operators that change the shape of the table: parse, mv-expand, mv-apply, make-series, top-nested, evaluate.
public sealed partial class Binder
{
    private Plan BindParse(Plan source, ParseOperator parse, Scope scope)
    {
        var value = BindScalar(parse.Value, scope);
        if (value is Broken)
        {
            return source;
        }

        if (PatternOf(parse) is not { } pattern)
        {
            return source;
        }

        var fields = source.Schema.Fields.ToList();
        var places = new List<int>();
        var captures = parse.Pattern.Where(p => p.Name is not null).ToList();
        foreach (var part in captures)
        {
            // A column of that name is replaced where it stands.
            var field = new Field(part.Name!.Name, part.Type);
            var at = fields.FindIndex(f => f.Name == field.Name);
            if (at >= 0)
            {
                fields[at] = field;
            }
            else
            {
                at = fields.Count;
                fields.Add(field);
            }

            places.Add(at);
        }

        return new ParsePlan(
            source,
            Conversions.To(KqlType.String, value),
            pattern,
            [.. captures.Select(p => p.Type)],
            [.. places],
            relaxed: parse.Kind == "relaxed",
            filters: parse.Filters,
            new Schema(fields)
        );
    }

    // Simple and relaxed: literal texts and what stands between them. Regex: the texts are patterns themselves.
    private Regex? PatternOf(ParseOperator parse)
    {
        var isRegex = parse.Kind == "regex";
        var text = new StringBuilder(isRegex ? "" : "^");
        var captures = 0;
        var parts = parse.Pattern;
        for (var i = 0; i < parts.Count; i++)
        {
            var last = i == parts.Count - 1;
            var part = parts[i];
            if (part.Text is { } literal)
            {
                text.Append(isRegex ? literal : Regex.Escape(literal));
            }
            else if (part.IsStar)
            {
                text.Append(last ? ".*" : ".*?");
            }
            else
            {
                var inner = Capture(part.Type, last, isRegex);
                text.Append("(?<c")
                    .Append(captures++.ToString(CultureInfo.InvariantCulture))
                    .Append('>')
                    .Append(inner)
                    .Append(')');
            }
        }

        if (!isRegex)
        {
            text.Append('$');
        }

        var options = RegexOptions.Singleline;
        options |= parse.Flags.Contains('i', StringComparison.Ordinal) ? RegexOptions.IgnoreCase : RegexOptions.None;
        options |= parse.Flags.Contains('m', StringComparison.Ordinal) ? RegexOptions.Multiline : RegexOptions.None;
        var pattern = TextTests.Pattern(text.ToString(), options);
        if (pattern is null)
        {
            _diagnostics.Add(Messages.BadRegex(parse.Span, text.ToString()));
        }

        return pattern;
    }

    private static string Capture(KqlType type, bool last, bool isRegex) =>
        type switch
        {
            KqlType.Int or KqlType.Long when !isRegex => @"\s*-?\d+\s*?",
            KqlType.Real or KqlType.Decimal when !isRegex => @"\s*-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?\s*?",
            _ => last ? ".*" : ".*?",
        };

    private Plan BindMvExpand(Plan source, MvExpandOperator expand, Scope scope) =>
        BindExpansion(source, expand.Items, expand.IndexName, expand.Limit, expand.AsArray, scope, "mv-expand")
            is { } plan
            ? plan
            : Unknown();

    private MvExpandPlan? BindExpansion(
        Plan source,
        IReadOnlyList<MvExpandItem> items,
        NamePart? index,
        Expression? limit,
        bool asArray,
        Scope scope,
        string use
    )
    {
        var fields = source.Schema.Fields.ToList();
        var expansions = new List<Expansion>();
        foreach (var item in items)
        {
            var value = BindScalar(item.Value, scope);
            if (value is Broken)
            {
                return null;
            }

            if (value.Type != KqlType.Dynamic)
            {
                _diagnostics.Add(Messages.DynamicNeeded(item.Value.Span, use, value.Type.Name()));
                return null;
            }

            var name = item.Name?.Name ?? ResultName(item.Value, scope) ?? "Column1";
            var type = item.Type ?? KqlType.Dynamic;
            var at = fields.FindIndex(f => f.Name == name);
            if (at < 0)
            {
                at = fields.Count;
                fields.Add(new Field(name, type));
            }
            else
            {
                fields[at] = new Field(name, type);
            }

            expansions.Add(new Expansion(value, at, type));
        }

        var indexPlace = -1;
        if (index is not null)
        {
            indexPlace = fields.Count;
            fields.Add(new Field(index.Name, KqlType.Long));
        }

        var most = limit is null ? int.MaxValue : CountOf(limit, scope, "limit");
        return new MvExpandPlan(source, [.. expansions], asArray, indexPlace, most, new Schema(fields));
    }

    private Plan BindMvApply(Plan source, MvApplyOperator apply, Scope scope)
    {
        var expand = BindExpansion(
            source,
            apply.Items,
            apply.IndexName,
            apply.Limit,
            asArray: false,
            scope,
            "mv-apply"
        );
        if (expand is null)
        {
            return Unknown();
        }

        var input = new InputPlan(expand.Schema);
        var body = BindPipeline(input, apply.Body.Operators, scope.Names);
        if (body.IsOpen)
        {
            return Unknown();
        }

        // The source's own columns first, taken from the subquery where it still has them, then what it added.
        var fields = new List<Field>();
        var columns = new List<(int Source, int Body)>();
        for (var c = 0; c < source.Schema.Count; c++)
        {
            var inBody = body.Schema.IndexOf(source.Schema[c].Name);
            fields.Add(inBody >= 0 ? body.Schema[inBody] : source.Schema[c]);
            columns.Add((c, inBody));
        }

        for (var c = 0; c < body.Schema.Count; c++)
        {
            if (source.Schema.IndexOf(body.Schema[c].Name) < 0)
            {
                fields.Add(body.Schema[c]);
                columns.Add((-1, c));
            }
        }

        return new MvApplyPlan(source, expand, input, body, [.. columns], new Schema(fields));
    }

    private Plan BindMakeSeries(Plan source, MakeSeriesOperator series, Scope scope)
    {
        var axis = BindScalar(series.Axis, scope);
        var outside = scope with { Row = Schema.Empty };
        var from = series.From is null ? null : BindScalar(series.From, outside);
        var to = series.To is null ? null : BindScalar(series.To, outside);
        var step = series.Step is null ? new Broken() : BindScalar(series.Step, outside);
        if (axis is Broken || from is Broken || to is Broken || step is Broken)
        {
            return Unknown();
        }

        if (axis.Type is not (KqlType.DateTime or KqlType.TimeSpan) && !axis.Type.IsNumber())
        {
            _diagnostics.Add(
                Messages.ArgumentType(series.Axis.Span, "make-series", "datetime or number", axis.Type.Name())
            );
            return Unknown();
        }

        var type =
            axis.Type is KqlType.Int ? KqlType.Long
            : axis.Type == KqlType.Decimal || step.Type == KqlType.Real ? KqlType.Real
            : axis.Type;
        if (type.IsTime() && step.Type != KqlType.TimeSpan)
        {
            _diagnostics.Add(Messages.ArgumentType(series.Step!.Span, "step", "timespan", step.Type.Name()));
            return Unknown();
        }

        var stepType = type == KqlType.DateTime ? KqlType.TimeSpan : type;
        var first = from is null ? null : Conversions.Boxed(type, from.Value);
        var end = to is null ? null : Conversions.Boxed(type, to.Value);
        var size = Conversions.Boxed(stepType, step.Value);
        axis = Conversions.Widen(type, axis);
        var limited = Within(source, axis, type, first, end);
        var bin = BinAt(axis, type, first, size);
        return SeriesOf(limited, series, scope, bin, first, end, size);
    }

    private static Plan Within(Plan source, Scalar axis, KqlType type, object? first, object? end)
    {
        if (first is not null)
        {
            source = new WherePlan(source, Comparisons.Bind(">=", axis, new Constant(type, first))!);
        }

        return end is null ? source : new WherePlan(source, Comparisons.Bind("<", axis, new Constant(type, end))!);
    }

    private static Scalar BinAt(Scalar axis, KqlType type, object? first, object? size)
    {
        if (type == KqlType.Real)
        {
            var origin = first is double f ? f : 0;
            var width = size is double s && s > 0 ? s : 1;
            return new Map<double, double>(type, axis, v => origin + (Math.Floor((v - origin) / width) * width));
        }

        var start = first is null ? 0 : Cell.Unbox(first);
        var step = size is null || Cell.Unbox(size) <= 0 ? 1 : Cell.Unbox(size);
        return new Map<long, long>(type, axis, v => start + Times.Floor(v - start, step));
    }

    private Plan SeriesOf(
        Plan source,
        MakeSeriesOperator series,
        Scope scope,
        Scalar bin,
        object? first,
        object? end,
        object? size
    )
    {
        var keys = new OutputNames(_diagnostics);
        foreach (var key in series.Keys)
        {
            AddKey(key, scope, keys, "make-series by");
        }

        var keyCount = keys.Count;
        var groupKeys = keys.Values.Append(bin).ToArray();
        var aggregates = new AggregateList(keyCount + 1);
        var output = new OutputNames(_diagnostics);
        output.AddAll(keys.Schema);
        var defaults = new List<object?>();
        var values = new OutputNames(_diagnostics);
        foreach (var aggregate in series.Aggregates)
        {
            AddAggregate(aggregate.Value, scope with { Aggregates = aggregates }, values);
            if (values.Count <= defaults.Count)
            {
                return Unknown();
            }

            var type = values.Values[^1].Type;
            var fallback = aggregate.Default is null
                ? null
                : BindScalar(aggregate.Default, scope with { Row = Schema.Empty });
            defaults.Add(
                fallback is null
                    ? Conversions.Boxed(type is KqlType.String or KqlType.Dynamic ? KqlType.Long : type, 0L)
                : fallback.Type == KqlType.Bool || !fallback.IsConstant ? null
                : type.IsNumber() && fallback.Type.IsNumber() && fallback.Value is not double
                    ? Conversions.Boxed(type, fallback.Value)
                : fallback.Value
            );
        }

        if (Array.Exists(keys.Values, k => k is Broken) || Array.Exists(values.Values, v => v is Broken))
        {
            return Unknown();
        }

        var axisName = ResultName(series.Axis, scope) ?? "Column1";
        var valueSchema = values.Schema;
        foreach (var field in valueSchema.Fields)
        {
            output.Add(field.Name, null, new Constant(KqlType.Dynamic, null));
        }

        output.Add(axisName, null, new Constant(KqlType.Dynamic, null));
        var grouped = new Schema([.. keys.Schema.Fields, new Field(axisName, bin.Type), .. aggregates.Fields]);
        Scalar[] ordered =
        [
            .. Enumerable.Range(0, keyCount + 1).Select(i => (Scalar)new ColumnScalar(i, grouped[i])),
            .. values.Values,
        ];
        var summarized = new SummarizePlan(source, groupKeys, [.. aggregates.Makers], grouped);
        var laid = new ProjectPlan(
            summarized,
            new Schema([.. Enumerable.Range(0, keyCount + 1).Select(i => grouped[i]), .. valueSchema.Fields]),
            ordered
        );
        return new MakeSeriesPlan(laid, keyCount, first, end, size, [.. defaults], series.NonEmpty, output.Schema);
    }

    private Plan BindTopNested(Plan source, TopNestedOperator nested, Scope scope)
    {
        var levels = new List<NestedLevel>();
        var output = new OutputNames(_diagnostics);
        foreach (var level in nested.Levels)
        {
            var input = new InputPlan(source.Schema);
            var keys = new OutputNames(_diagnostics);
            AddKey(level.Value, scope, keys, "top-nested");
            var aggregates = new AggregateList(1);
            var values = new OutputNames(_diagnostics);
            AddAggregate(level.Aggregate, scope with { Aggregates = aggregates }, values);
            if (keys.Count == 0 || keys.Values[0] is Broken || values.Count == 0 || values.Values[0] is Broken)
            {
                return Unknown();
            }

            var key = keys.Schema[0];
            var name = level.Aggregate is NamedExpression ? values.Schema[0].Name : "aggregated_" + key.Name;
            var value = new Field(name, values.Values[0].Type);
            var grouped = new Schema([key, .. aggregates.Fields]);
            var total = new AggregateList(0);
            var totals = new OutputNames(_diagnostics);
            AddAggregate(level.Aggregate, scope with { Aggregates = total }, totals);
            levels.Add(
                new NestedLevel(
                    input,
                    keys.Values[0],
                    new ProjectPlan(
                        new SummarizePlan(input, keys.Values, [.. aggregates.Makers], grouped),
                        new Schema([key, value]),
                        [new ColumnScalar(0, key), values.Values[0]]
                    ),
                    new ProjectPlan(
                        new SummarizePlan(input, [], [.. total.Makers], new Schema(total.Fields)),
                        new Schema([value]),
                        [totals.Values[0]]
                    ),
                    level.Count is null ? null : CountOf(level.Count, scope, "top-nested"),
                    level.Ascending,
                    level.Others is not null,
                    level.Others is null ? null : OthersOf(level.Others, key.Type, scope)
                )
            );
            output.Add(key.Name, null, new Constant(key.Type, null));
            output.Add(value.Name, null, new Constant(value.Type, null));
        }

        return new TopNestedPlan(source, [.. levels], output.Schema);
    }

    private object? OthersOf(Expression syntax, KqlType type, Scope scope)
    {
        var value = BindScalar(syntax, scope with { Row = Schema.Empty });
        return value is Broken || !value.IsConstant ? null : Conversions.Boxed(type, value.Value);
    }

    private Plan BindEvaluate(Plan source, EvaluateOperator evaluate, Scope scope)
    {
        switch (evaluate.Plugin.Name)
        {
            case "bag_unpack" when evaluate.Plugin.Arguments.Count > 0:
                return BindBagUnpack(source, evaluate, scope);
            case "pivot" when evaluate.Plugin.Arguments.Count > 0:
                return BindPivot(source, evaluate, scope);
            case "narrow":
                return new NarrowPlan(source);
            case "bag_unpack" or "pivot":
                _diagnostics.Add(Messages.ArgumentCount(evaluate.Plugin.Span, evaluate.Plugin.Name, "1+", 0));
                return Unknown();
            case "http_request"
            or "http_request_post"
            or "sql_request"
            or "mysql_request"
            or "postgresql_request"
            or "cosmosdb_sql_request"
            or "python"
            or "r"
            or "azure_digital_twins_query_request":
                _diagnostics.Add(Messages.Refused(evaluate.Plugin.NameSpan, evaluate.Plugin.Name));
                return Unknown();
            default:
                _diagnostics.Add(Messages.NotHere(evaluate.Plugin.NameSpan, evaluate.Plugin.Name));
                return Unknown();
        }
    }

    private Plan BindBagUnpack(Plan source, EvaluateOperator evaluate, Scope scope)
    {
        var argument = evaluate.Plugin.Arguments[0];
        if (BindScalar(argument, scope) is not ColumnScalar { Type: KqlType.Dynamic } bag)
        {
            if (!scope.IsOpen && !_diagnostics.HasErrors)
            {
                _diagnostics.Add(Messages.DynamicNeeded(argument.Span, "bag_unpack", "another type"));
            }

            return Unknown();
        }

        var prefix =
            evaluate.Plugin.Arguments.Count > 1
            && BindScalar(evaluate.Plugin.Arguments[1], scope with { Row = Schema.Empty })
                is Constant { Held: string text }
                ? text
                : "";
        if (Compute(source) is not { } table)
        {
            return Unknown();
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

        var kept = source.Schema.Fields.Where((_, c) => c != bag.Ordinal).ToList();
        foreach (var key in found.Keys.Where(k => kept.Exists(f => f.Name == prefix + k)))
        {
            _diagnostics.Add(Messages.DuplicateColumn(evaluate.Plugin.Span, prefix + key));
        }

        var fields = found.Select(p => new Field(prefix + p.Key, p.Value ?? KqlType.Dynamic));
        return new BagUnpackPlan(new TablePlan(table), bag.Ordinal, [.. found.Keys], new Schema([.. kept, .. fields]));
    }

    private static KqlType Meet(KqlType? before, KqlType type) =>
        before is null || before == type ? type
        : before.Value.IsNumber() && type.IsNumber() ? KqlType.Real
        : KqlType.Dynamic;

    private Plan BindPivot(Plan source, EvaluateOperator evaluate, Scope scope)
    {
        var arguments = evaluate.Plugin.Arguments;
        if (BindScalar(arguments[0], scope) is not ColumnScalar pivot)
        {
            if (!scope.IsOpen && !_diagnostics.HasErrors)
            {
                _diagnostics.Add(Messages.ColumnNeeded(arguments[0].Span));
            }

            return Unknown();
        }

        var aggregate =
            arguments.Count > 1 ? arguments[1] : new CallExpression(evaluate.Span, "count", evaluate.Span, []);
        var used = new HashSet<int> { pivot.Ordinal };
        if (aggregate is CallExpression { Arguments: [NameExpression argument, ..] })
        {
            used.Add(scope.Row.IndexOf(argument.Name));
        }

        var fixedColumns =
            arguments.Count > 2
                ? arguments.Skip(2).SelectMany(a => ColumnsOf(a, scope)).ToList()
                : [.. Enumerable.Range(0, scope.Row.Count).Where(c => !used.Contains(c))];
        var aggregates = new AggregateList(fixedColumns.Count + 1);
        var values = new OutputNames(_diagnostics);
        AddAggregate(aggregate, scope with { Aggregates = aggregates }, values);
        if (values.Count == 0 || values.Values[0] is Broken || source.IsOpen)
        {
            return Unknown();
        }

        Scalar[] keys =
        [
            .. fixedColumns.Select(c => (Scalar)new ColumnScalar(c, scope.Row[c])),
            Conversions.To(KqlType.String, pivot),
        ];
        var keyFields = fixedColumns.Select(c => scope.Row[c]).ToList();
        var grouped = new Schema([.. keyFields, new Field("$pivot", KqlType.String), .. aggregates.Fields]);
        var summarized = new ProjectPlan(
            new SummarizePlan(source, keys, [.. aggregates.Makers], grouped),
            new Schema([.. keyFields, grouped[keyFields.Count], new Field("$value", values.Values[0].Type)]),
            [.. Enumerable.Range(0, keys.Length).Select(i => (Scalar)new ColumnScalar(i, grouped[i])), values.Values[0]]
        );
        if (Compute(summarized) is not { } table)
        {
            return Unknown();
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
