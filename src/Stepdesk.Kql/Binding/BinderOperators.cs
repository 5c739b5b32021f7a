using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation;
using Stepdesk.Kql.Evaluation.Plans;
using Stepdesk.Kql.Functions;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Binding;

public sealed partial class Binder
{
    private Plan BindPipeline(Plan plan, IReadOnlyList<Operator> operators, Names names)
    {
        foreach (var step in operators)
        {
            // as T gives the rows so far a name for the steps behind it.
            if (step is AsOperator named)
            {
                var shared = new SharedPlan(plan) { IsOpen = plan.IsOpen };
                names = names.With(named.Name.Name, new TableMeaning(shared));
                plan = shared;
                continue;
            }

            plan = BindOperator(plan, step, names);
        }

        return plan;
    }

    private Plan BindOperator(Plan source, Operator step, Names names)
    {
        var scope = new Scope(source.Schema, names) { IsOpen = source.IsOpen };
        var plan = step switch
        {
            WhereOperator where => BindWhere(source, where, scope),
            ProjectOperator project => BindProject(source, project, scope),
            ProjectAwayOperator away => BindKeep(source, away.Items, scope, keep: false),
            ProjectKeepOperator kept => BindKeep(source, kept.Items, scope, keep: true),
            ProjectRenameOperator rename => BindRename(source, rename, scope),
            ProjectReorderOperator reorder => BindReorder(source, reorder, scope),
            ExtendOperator extend => BindExtend(source, extend.Items, scope),
            SerializeOperator serialize => BindExtend(source, serialize.Items, scope),
            SummarizeOperator summarize => BindSummarize(source, summarize, scope),
            SortOperator sort => BindSort(source, sort.Keys, null, scope),
            TopOperator top => BindSort(source, top.Keys, CountOf(top.Count, scope, "top"), scope),
            TakeOperator take => new TakePlan(source, CountOf(take.Count, scope, "take")),
            SampleOperator sample => new SamplePlan(source, CountOf(sample.Count, scope, "sample")),
            SampleDistinctOperator sample => BindSampleDistinct(source, sample, scope),
            DistinctOperator distinct => BindDistinct(source, distinct, scope),
            CountOperator count => new CountPlan(source, count.Name?.Name ?? "Count"),
            JoinOperator join => BindJoin(source, join, scope),
            UnionOperator union => BindUnion(source, union, names),
            SearchOperator search => BindSearch(source, search, names),
            ParseOperator parse => BindParse(source, parse, scope),
            MvExpandOperator expand => BindMvExpand(source, expand, scope),
            MvApplyOperator apply => BindMvApply(source, apply, scope),
            MakeSeriesOperator series => BindMakeSeries(source, series, scope),
            TopNestedOperator nested => BindTopNested(source, nested, scope),
            EvaluateOperator evaluate => BindEvaluate(source, evaluate, scope),
            RenderOperator render => BindRender(source, render),
            GetSchemaOperator => BindGetSchema(source),
            _ => source,
        };
        // What follows an unknown table cannot be judged either.
        return source.IsOpen && !plan.IsOpen ? Unknown() : plan;
    }

    private Plan BindWhere(Plan source, WhereOperator where, Scope scope)
    {
        var predicate = BindScalar(where.Predicate, scope);
        return predicate is Broken ? source : new WherePlan(source, Condition(predicate, where.Predicate));
    }

    private ProjectPlan BindProject(Plan source, ProjectOperator project, Scope scope)
    {
        var output = new OutputNames(_diagnostics);
        foreach (var item in project.Items)
        {
            if (item is StarExpression)
            {
                output.AddAll(source.Schema);
            }
            else
            {
                AddItem(item, scope, output, extend: false);
            }
        }

        return new ProjectPlan(source, output.Schema, output.Values);
    }

    private Plan BindExtend(Plan source, IReadOnlyList<Expression> items, Scope scope)
    {
        if (items.Count == 0)
        {
            return source;
        }

        var output = new OutputNames(_diagnostics);
        output.AddAll(source.Schema);
        foreach (var item in items)
        {
            AddItem(item, scope, output, extend: true);
        }

        return new ProjectPlan(source, output.Schema, output.Values);
    }

    private void AddItem(Expression item, Scope scope, OutputNames output, bool extend)
    {
        if (item is NamedExpression named)
        {
            if (named.Names.Count > 1)
            {
                _diagnostics.Add(Messages.NamesForValues(named.Span, named.Names.Count, 1));
                return;
            }

            output.Give(named.Names[0].Name, named.Names[0].Span, BindScalar(named.Value, scope), replace: true);
            return;
        }

        var value = BindScalar(item, scope);
        if (value is ColumnScalar column && IsPlainColumn(item))
        {
            if (extend)
            {
                output.Add(column.Field.Name, null, value);
            }
            else
            {
                output.Give(column.Field.Name, item.Span, value, replace: false);
            }

            return;
        }

        var name = ResultName(item, scope);
        output.Add(name ?? "Column1", name ?? "Column", value, replace: extend && name is not null);
    }

    // A column, or a conversion of one that changes nothing.
    private static bool IsPlainColumn(Expression item) =>
        item switch
        {
            NameExpression => true,
            ParenthesizedExpression inner => IsPlainColumn(inner.Inner),
            CallExpression { Arguments: [NameExpression] } call => call.Name.StartsWith("to", StringComparison.Ordinal),
            _ => false,
        };

    private ProjectPlan BindKeep(Plan source, IReadOnlyList<Expression> items, Scope scope, bool keep)
    {
        var named = new HashSet<int>();
        foreach (var item in items)
        {
            named.UnionWith(ColumnsOf(item, scope));
        }

        var output = new OutputNames(_diagnostics);
        for (var i = 0; i < source.Schema.Count; i++)
        {
            if (named.Contains(i) == keep)
            {
                output.Add(source.Schema[i].Name, null, new ColumnScalar(i, source.Schema[i]));
            }
        }

        return new ProjectPlan(source, output.Schema, output.Values);
    }

    private List<int> ColumnsOf(Expression item, Scope scope)
    {
        switch (item)
        {
            case StarExpression:
                return [.. Enumerable.Range(0, scope.Row.Count)];
            case PatternExpression pattern:
                return
                [
                    .. Enumerable.Range(0, scope.Row.Count).Where(i => Matches(scope.Row[i].Name, pattern.Pattern)),
                ];
            case NameExpression name when scope.Row.IndexOf(name.Name) is var i and >= 0:
                return [i];
            case NameExpression name:
                if (!scope.IsOpen)
                {
                    ReportColumn(name.Span, name.Name, scope);
                }

                return [];
            case MissingExpression:
                return [];
            default:
                _diagnostics.Add(Messages.ColumnNeeded(item.Span));
                return [];
        }
    }

    private ProjectPlan BindRename(Plan source, ProjectRenameOperator rename, Scope scope)
    {
        var fields = source.Schema.Fields.ToList();
        foreach (var item in rename.Items)
        {
            if (item is not NamedExpression { Names: [var name], Value: var value })
            {
                _diagnostics.Add(Messages.Unexpected(item.Span, TextOf(item), "new = old"));
                continue;
            }

            foreach (var i in ColumnsOf(value, scope))
            {
                if (fields.Exists(f => f.Name == name.Name))
                {
                    _diagnostics.Add(Messages.DuplicateColumn(name.Span, name.Name));
                }

                fields[i] = fields[i] with { Name = name.Name };
            }
        }

        return new ProjectPlan(source, new Schema(fields), AllColumns(source.Schema));
    }

    private static Scalar[] AllColumns(Schema schema) =>
        [.. schema.Fields.Select((f, i) => (Scalar)new ColumnScalar(i, f))];

    private ProjectPlan BindReorder(Plan source, ProjectReorderOperator reorder, Scope scope)
    {
        var order = new List<int>();
        foreach (var item in reorder.Items)
        {
            IEnumerable<int> columns = ColumnsOf(item.Value, scope);
            columns = item.Ascending switch
            {
                true => columns.OrderBy(c => source.Schema[c].Name, StringComparer.Ordinal),
                false => columns.OrderByDescending(c => source.Schema[c].Name, StringComparer.Ordinal),
                _ => columns,
            };
            order.AddRange(columns.Where(c => !order.Contains(c)).ToList());
        }

        order.AddRange(Enumerable.Range(0, source.Schema.Count).Where(c => !order.Contains(c)).ToList());
        return new ProjectPlan(
            source,
            new Schema([.. order.Select(c => source.Schema[c])]),
            [.. order.Select(c => new ColumnScalar(c, source.Schema[c]))]
        );
    }

    private long CountOf(Expression syntax, Scope scope, string what)
    {
        var value = BindScalar(syntax, scope with { Row = Schema.Empty });
        if (value is Broken)
        {
            return 0;
        }

        if (!value.IsConstant)
        {
            _diagnostics.Add(Messages.ConstantNeeded(syntax.Span, what));
            return 0;
        }

        if (value.Value is not null && !value.Type.IsNumber())
        {
            _diagnostics.Add(Messages.ArgumentType(syntax.Span, what, "long", value.Type.Name()));
        }

        return Conversions.AsLong(value.Value) is { Has: true } n ? Math.Clamp(n.Value, 0, int.MaxValue) : 0;
    }

    private Plan BindSort(Plan source, IReadOnlyList<Ordering> keys, long? limit, Scope scope)
    {
        var bound = new List<SortKey>();
        foreach (var key in keys)
        {
            var value = BindScalar(key.Value, scope);
            if (value is Broken)
            {
                return source;
            }

            if (value.Type == KqlType.Dynamic)
            {
                _diagnostics.Add(
                    Messages.DynamicKey(key.Value.Span, limit is null ? "sort" : "top", TextOf(key.Value))
                );
                return source;
            }

            var ascending = key.Ascending ?? false;
            bound.Add(new SortKey(value, ascending, key.NullsFirst ?? ascending));
        }

        return new SortPlan(source, [.. bound], limit);
    }

    private Plan BindDistinct(Plan source, DistinctOperator distinct, Scope scope)
    {
        var output = new OutputNames(_diagnostics);
        foreach (var item in distinct.Items)
        {
            if (item is StarExpression)
            {
                output.AddAll(source.Schema);
                continue;
            }

            var before = output.Count;
            AddItem(item, scope, output, extend: false);
            if (output.Count > before && output.Values[^1] is { Type: KqlType.Dynamic } and not Broken)
            {
                _diagnostics.Add(Messages.DynamicKey(item.Span, "distinct", TextOf(item)));
            }
        }

        return new DistinctPlan(new ProjectPlan(source, output.Schema, output.Values));
    }

    private Plan BindSampleDistinct(Plan source, SampleDistinctOperator sample, Scope scope)
    {
        var output = new OutputNames(_diagnostics);
        AddItem(sample.Value, scope, output, extend: false);
        var distinct = new DistinctPlan(new ProjectPlan(source, output.Schema, output.Values));
        return new TakePlan(distinct, CountOf(sample.Count, scope, "sample-distinct"));
    }

    private Plan BindSummarize(Plan source, SummarizeOperator summarize, Scope scope)
    {
        var keys = new OutputNames(_diagnostics);
        foreach (var key in summarize.Keys)
        {
            AddKey(key, scope, keys, "summarize by");
        }

        var before = _keyNames;
        _keyNames = keys.Schema.Fields.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        var aggregates = new AggregateList(keys.Count);
        var output = new OutputNames(_diagnostics);
        var keySchema = keys.Schema;
        for (var i = 0; i < keySchema.Count; i++)
        {
            output.Give(keySchema[i].Name, summarize.Span, new ColumnScalar(i, keySchema[i]), replace: false);
        }

        foreach (var item in summarize.Aggregates)
        {
            AddAggregate(item, scope with { Aggregates = aggregates }, output);
        }

        _keyNames = before;
        if (Array.Exists(keys.Values, k => k is Broken) || Array.Exists(output.Values, v => v is Broken))
        {
            return Unknown();
        }

        var grouped = new Schema([.. keySchema.Fields, .. aggregates.Fields]);
        return new ProjectPlan(
            new SummarizePlan(source, keys.Values, [.. aggregates.Makers], grouped),
            output.Schema,
            output.Values
        );
    }

    private void AddKey(Expression key, Scope scope, OutputNames keys, string use)
    {
        var before = keys.Count;
        AddItem(key, scope, keys, extend: false);
        if (keys.Count > before && keys.Values[^1] is { Type: KqlType.Dynamic } and not Broken)
        {
            var value = key is NamedExpression named ? named.Value : key;
            _diagnostics.Add(Messages.DynamicKey(value.Span, use, TextOf(value)));
        }
    }

    private void AddAggregate(Expression item, Scope scope, OutputNames output)
    {
        var names = item is NamedExpression named ? named.Names : [];
        var value = item is NamedExpression inner ? inner.Value : item;
        while (value is ParenthesizedExpression bracket)
        {
            value = bracket.Inner;
        }

        if (value is CallExpression call && IsAggregate(call) && scope.Names.Find(call.Name) is null)
        {
            var columns = BindAggregate(call, scope, scope.Aggregates!);
            if (columns.Count == 0)
            {
                output.Add("Column1", "Column", new Broken());
                return;
            }

            if (names.Count > columns.Count)
            {
                _diagnostics.Add(Messages.NamesForValues(item.Span, names.Count, columns.Count));
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

        var makers = scope.Aggregates!.Makers.Count;
        var bound = BindScalar(value, scope);
        if (bound is not Broken && scope.Aggregates.Makers.Count == makers && !bound.IsConstant)
        {
            _diagnostics.Add(Messages.AggregateNeeded(value.Span));
            bound = new Broken();
        }

        if (names.Count > 0)
        {
            output.Give(names[0].Name, names[0].Span, bound, replace: false);
        }
        else
        {
            var name = ResultName(value, scope);
            output.Add(name ?? "Column1", name ?? "Column", bound);
        }
    }

    private Plan BindJoin(Plan source, JoinOperator join, Scope scope)
    {
        var right = BindTable(join.Right, scope.Names);
        if (source.IsOpen || right.IsOpen)
        {
            return Unknown();
        }

        var leftKeys = new List<Scalar>();
        var rightKeys = new List<Scalar>();
        var rightScope = new Scope(right.Schema, scope.Names);
        foreach (var key in join.Keys)
        {
            AddJoinKeys(key, scope, rightScope, leftKeys, rightKeys);
        }

        if (leftKeys.Exists(k => k is Broken) || rightKeys.Exists(k => k is Broken) || leftKeys.Count == 0)
        {
            return Unknown();
        }

        var kind = join.Kind switch
        {
            "inner" => JoinKind.Inner,
            "leftouter" => JoinKind.LeftOuter,
            "rightouter" => JoinKind.RightOuter,
            "fullouter" => JoinKind.FullOuter,
            "leftsemi" => JoinKind.LeftSemi,
            "rightsemi" => JoinKind.RightSemi,
            "leftanti" or "anti" or "leftantisemi" => JoinKind.LeftAnti,
            "rightanti" or "rightantisemi" => JoinKind.RightAnti,
            _ => JoinKind.InnerUnique,
        };
        var kept = Enumerable
            .Range(0, right.Schema.Count)
            .Where(c => !join.IsLookup || !rightKeys.Exists(k => k is ColumnScalar column && column.Ordinal == c))
            .ToArray();
        var schema = kind switch
        {
            JoinKind.LeftSemi or JoinKind.LeftAnti => source.Schema,
            JoinKind.RightSemi or JoinKind.RightAnti => right.Schema,
            _ => Joined(source.Schema, right.Schema, kept),
        };
        return new JoinPlan(source, right, kind, [.. leftKeys], [.. rightKeys], kept, schema);
    }

    private static Schema Joined(Schema left, Schema right, int[] kept)
    {
        var fields = left.Fields.ToList();
        var used = fields.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var c in kept)
        {
            var name = right[c].Name;
            for (var n = 1; !used.Add(name); n++)
            {
                name = right[c].Name + n.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }

            fields.Add(right[c] with { Name = name });
        }

        return new Schema(fields);
    }

    private void AddJoinKeys(Expression key, Scope left, Scope right, List<Scalar> leftKeys, List<Scalar> rightKeys)
    {
        switch (key)
        {
            case ParenthesizedExpression inner:
                AddJoinKeys(inner.Inner, left, right, leftKeys, rightKeys);
                return;
            case BinaryExpression { Operator: "and" } both:
                AddJoinKeys(both.Left, left, right, leftKeys, rightKeys);
                AddJoinKeys(both.Right, left, right, leftKeys, rightKeys);
                return;
            case BinaryExpression { Operator: "==" } equal:
                var a = SideOf(equal.Left);
                var b = SideOf(equal.Right);
                if (a is not null && b is not null && a.Value.IsLeft != b.Value.IsLeft)
                {
                    var (l, r) = a.Value.IsLeft ? (a.Value, b.Value) : (b.Value, a.Value);
                    AddPair(equal, JoinColumn(l.Column, left), JoinColumn(r.Column, right), leftKeys, rightKeys);
                    return;
                }

                break;
            case NameExpression name:
                AddPair(key, JoinColumn(name, left), JoinColumn(name, right), leftKeys, rightKeys);
                return;
        }

        _diagnostics.Add(Messages.JoinKey(key.Span));
        leftKeys.Add(new Broken());
    }

    private static (bool IsLeft, NameExpression Column)? SideOf(Expression expression) =>
        expression switch
        {
            PathExpression { Target: NameExpression { Name: "$left" } } path => (
                true,
                new NameExpression(path.NameSpan, path.Name)
            ),
            PathExpression { Target: NameExpression { Name: "$right" } } path => (
                false,
                new NameExpression(path.NameSpan, path.Name)
            ),
            ElementExpression
            {
                Target: NameExpression { Name: "$left" or "$right" } side,
                Index: LiteralExpression { Value: string name } index
            } => (side.Name == "$left", new NameExpression(index.Span, name)),
            _ => null,
        };

    private Scalar JoinColumn(NameExpression name, Scope side)
    {
        var i = side.Row.IndexOf(name.Name);
        if (i >= 0)
        {
            return new ColumnScalar(i, side.Row[i]);
        }

        ReportColumn(name.Span, name.Name, side);
        return new Broken();
    }

    private void AddPair(Expression key, Scalar left, Scalar right, List<Scalar> leftKeys, List<Scalar> rightKeys)
    {
        if (left is not Broken && right is not Broken)
        {
            if (left.Type == KqlType.Dynamic || right.Type == KqlType.Dynamic)
            {
                _diagnostics.Add(Messages.DynamicKey(key.Span, "join", TextOf(key)));
                left = new Broken();
            }
            else if (left.Type != right.Type)
            {
                if (!left.Type.IsNumber() || Comparisons.CommonType(left.Type, right.Type) is not { } common)
                {
                    _diagnostics.Add(Messages.NoOperator(key.Span, "join", left.Type.Name(), right.Type.Name()));
                    left = new Broken();
                }
                else
                {
                    left = Conversions.Widen(common, left);
                    right = Conversions.Widen(common, right);
                }
            }
        }

        leftKeys.Add(left);
        rightKeys.Add(right);
    }

    private Plan BindRender(Plan source, RenderOperator render)
    {
        _visualization = render.Chart;
        _renderProperties = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in render.Properties)
        {
            _renderProperties[name] = value;
        }

        if (!Chart.CanDraw(render.Chart))
        {
            _diagnostics.Add(Messages.UnknownChart(render.Span, render.Chart));
        }

        return source;
    }

    private static TablePlan BindGetSchema(Plan source)
    {
        var builder = new KqlTableBuilder(
            new Schema([
                new Field("ColumnName", KqlType.String),
                new Field("ColumnOrdinal", KqlType.Int),
                new Field("DataType", KqlType.String),
                new Field("ColumnType", KqlType.String),
            ])
        );
        for (var i = 0; i < source.Schema.Count; i++)
        {
            builder.Add(source.Schema[i].Name, (long)i, ClrName(source.Schema[i].Type), source.Schema[i].Type.Name());
        }

        return new TablePlan(builder.ToTable());
    }

    private static string ClrName(KqlType type) =>
        type switch
        {
            KqlType.Bool => "System.SByte",
            KqlType.Int => "System.Int32",
            KqlType.Long => "System.Int64",
            KqlType.Real => "System.Double",
            KqlType.Decimal => "System.Data.SqlTypes.SqlDecimal",
            KqlType.String => "System.String",
            KqlType.DateTime => "System.DateTime",
            KqlType.TimeSpan => "System.TimeSpan",
            KqlType.Guid => "System.Guid",
            _ => "System.Object",
        };
}
