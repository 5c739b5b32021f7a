using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation;
using Stepdesk.Kql.Evaluation.Plans;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Binding;

/// <summary>A query with every name and type known.</summary>
public sealed record BoundQuery(Plan? Plan, string? Visualization, IReadOnlyDictionary<string, string> RenderProperties)
{
    public Chart? ChartOf(Schema schema) =>
        Visualization is null ? null : Chart.Of(Visualization, RenderProperties, schema);
}

/// <summary>
/// Finds what names mean, checks types, and makes the plan. With a run at hand it computes subqueries on the way
/// (toscalar, the columns of bag_unpack); without one it only checks.
/// </summary>
public sealed partial class Binder
{
    private const int MaxCalls = 32;

    private readonly KqlCatalog _catalog;
    private readonly DiagnosticBag _diagnostics;
    private readonly DateTime _now;
    private readonly Run? _run;
    private string? _visualization;
    private Dictionary<string, string> _renderProperties = new(StringComparer.OrdinalIgnoreCase);
    private int _calls;

    private Binder(KqlCatalog catalog, DiagnosticBag diagnostics, DateTime now, Run? run)
    {
        _catalog = catalog;
        _diagnostics = diagnostics;
        _now = now;
        _run = run;
    }

    public static BoundQuery Bind(Query query, KqlCatalog catalog, DiagnosticBag diagnostics, DateTime now, Run? run)
    {
        var binder = new Binder(catalog, diagnostics, now, run);
        var meaning = binder.BindBody(query, Names.None);
        var plan = meaning switch
        {
            TableMeaning table => table.Plan,
            // A lone scalar answers as a table of one cell.
            ScalarMeaning scalar => Single(scalar.Value),
            _ => null,
        };
        if (plan is null && !diagnostics.HasErrors && query.Statements.Count > 0)
        {
            diagnostics.Add(Messages.NoAnswer(new Span(query.Span.End, 0)));
        }

        return new BoundQuery(plan, binder._visualization, binder._renderProperties);
    }

    private static ProjectPlan Single(Scalar value) =>
        new(new TablePlan(OneRow), new Schema([new Field("print_0", value.Type)]), [value]);

    private static readonly KqlTable OneRow = new(Schema.Empty, [], 1);

    // Lets in order, each seeing those before it; the last expression answers.
    private Meaning? BindBody(Query query, Names names)
    {
        Meaning? answer = null;
        foreach (var statement in query.Statements)
        {
            switch (statement)
            {
                case LetStatement let:
                    names = names.With(let.Name.Name, BindLet(let.Value, names));
                    break;
                case ExpressionStatement expression:
                    answer = BindMeaning(expression.Value, names);
                    break;
            }
        }

        return answer;
    }

    private Meaning BindLet(Expression value, Names names)
    {
        if (value is FunctionExpression function)
        {
            return new FunctionMeaning(function, names);
        }

        return BindMeaning(value, names) switch
        {
            TableMeaning { Plan: var plan } => new TableMeaning(new SharedPlan(plan) { IsOpen = plan.IsOpen }),
            var meaning => meaning,
        };
    }

    /// <summary>A table or a scalar, whichever the expression is.</summary>
    private Meaning BindMeaning(Expression expression, Names names)
    {
        switch (expression)
        {
            case ParenthesizedExpression inner:
                return BindMeaning(inner.Inner, names);
            case PipelineExpression or PrintExpression or RangeExpression or DataTableExpression:
            case UnionExpression or SearchExpression:
                return new TableMeaning(BindTable(expression, names));
            case NameExpression name when names.Find(name.Name) is { } meaning:
                return meaning is FunctionMeaning called
                    ? Invoke(called, name.Name, name.Span, [], names, null)
                    : meaning;
            case NameExpression:
                return new TableMeaning(BindTable(expression, names));
            case PathExpression
            {
                Target: CallExpression { Name: "database" or "workspace" or "app" or "cluster" or "resource" }
            }:
                return new TableMeaning(BindTable(expression, names));
            case CallExpression { Name: "materialize" or "table" or "view" }:
                return new TableMeaning(BindTable(expression, names));
            case CallExpression call when names.Find(call.Name) is FunctionMeaning function:
                return Invoke(function, call.Name, call.Span, call.Arguments, names, null);
            default:
                return new ScalarMeaning(BindScalar(expression, new Scope(Schema.Empty, names)));
        }
    }

    private Plan BindTable(Expression expression, Names names)
    {
        switch (expression)
        {
            case MissingExpression:
                return Unknown();
            case ParenthesizedExpression inner:
                return BindTable(inner.Inner, names);
            case PipelineExpression pipeline:
                return BindPipeline(BindTable(pipeline.Source, names), pipeline.Operators, names);
            case PrintExpression print:
                return BindPrint(print, names);
            case RangeExpression range:
                return BindRange(range, names);
            case DataTableExpression data:
                return BindDataTable(data, names);
            case UnionExpression union:
                return BindUnion(null, union.Union, names);
            case SearchExpression search:
                return BindSearch(null, search.Search, names);
            case NameExpression name:
                return BindTableName(name.Span, name.Name, names);
            case PathExpression { Target: CallExpression { Name: "cluster" } cluster }:
                _diagnostics.Add(Messages.Refused(cluster.Span, "cluster"));
                return Unknown();
            case PathExpression { Target: CallExpression or PathExpression } path:
                return BindTableName(path.NameSpan, path.Name, names);
            case CallExpression call:
                return BindTableCall(call, names);
            case LiteralExpression { Value: var value }:
                _diagnostics.Add(Messages.TableNeeded(expression.Span, Format.Text(value)));
                return Unknown();
            default:
                _diagnostics.Add(Messages.TableNeeded(expression.Span, TextOf(expression)));
                return Unknown();
        }
    }

    private string TextOf(Node node) =>
        node.Span.End <= _diagnostics.Text.Length ? _diagnostics.Text.Substring(node.Span.Start, node.Span.Length) : "";

    private static TablePlan Unknown() => new(KqlTable.None(Schema.Empty)) { IsOpen = true };

    private Plan BindTableName(Span span, string name, Names names)
    {
        switch (names.Find(name))
        {
            case TableMeaning table:
                return table.Plan;
            case FunctionMeaning function:
                return AsPlan(Invoke(function, name, span, [], names, null), span, name);
            case ScalarMeaning:
                _diagnostics.Add(Messages.TableNeeded(span, name));
                return Unknown();
        }

        if (_catalog.Find(name) is { } found)
        {
            return new TablePlan(found);
        }

        var all = names.All.Concat(_catalog.Names).ToList();
        var near =
            TwoWorlds.OtherTable(name) is { } other && _catalog.Find(other) is not null
                ? [other]
                : NearNames.Of(name, all);
        _diagnostics.Add(Messages.UnknownTable(span, name, near, [.. _catalog.Names]));
        return Unknown();
    }

    private Plan BindTableCall(CallExpression call, Names names)
    {
        switch (call.Name)
        {
            case "materialize" or "view" when call.Arguments.Count == 1:
                var shared = BindTable(call.Arguments[0], names);
                return new SharedPlan(shared) { IsOpen = shared.IsOpen };
            case "table" when call.Arguments is [LiteralExpression { Type: KqlType.String, Value: string name }, ..]:
                return BindTableName(call.Arguments[0].Span, name, names);
            case "externaldata" or "external_table" or "cluster":
                _diagnostics.Add(Messages.Refused(call.NameSpan, call.Name));
                return Unknown();
            default:
                if (names.Find(call.Name) is FunctionMeaning function)
                {
                    return AsPlan(
                        Invoke(function, call.Name, call.Span, call.Arguments, names, null),
                        call.Span,
                        call.Name
                    );
                }

                var known = names.All.Concat(_catalog.Names).ToList();
                _diagnostics.Add(
                    _catalog.Find(call.Name) is not null || Functions.FunctionTable.Find(call.Name) is null
                        ? Messages.UnknownFunction(call.NameSpan, call.Name, NearNames.Of(call.Name, known))
                        : Messages.TableNeeded(call.Span, $"{call.Name}()")
                );
                return Unknown();
        }
    }

    private Plan AsPlan(Meaning meaning, Span span, string name)
    {
        if (meaning is TableMeaning table)
        {
            return table.Plan;
        }

        if (meaning is not ScalarMeaning { Value: Broken })
        {
            _diagnostics.Add(Messages.TableNeeded(span, name));
        }

        return Unknown();
    }

    /// <summary>Calls a function of the query: its body is bound again with the arguments in place of parameters.</summary>
    private Meaning Invoke(
        FunctionMeaning meaning,
        string name,
        Span span,
        IReadOnlyList<Expression> arguments,
        Names names,
        Scope? scope
    )
    {
        var function = meaning.Function;
        var least = function.Parameters.Count(p => p.Default is null);
        if (arguments.Count < least || arguments.Count > function.Parameters.Count)
        {
            var needed = least == function.Parameters.Count ? $"{least}" : $"{least}-{function.Parameters.Count}";
            _diagnostics.Add(Messages.ArgumentCount(span, name, needed, arguments.Count));
            return new ScalarMeaning(new Broken());
        }

        if (_calls >= MaxCalls)
        {
            _diagnostics.Add(Messages.TooDeep(span));
            return new ScalarMeaning(new Broken());
        }

        var inside = meaning.Closure;
        var varying = (Expression?)null;
        for (var i = 0; i < function.Parameters.Count; i++)
        {
            var parameter = function.Parameters[i];
            var argument = ArgumentFor(parameter, i, arguments);
            if (parameter.Table is not null)
            {
                inside = inside.With(parameter.Name, new TableMeaning(BindTable(argument!, names)));
                continue;
            }

            var value = BindScalar(argument!, scope ?? new Scope(Schema.Empty, names));
            varying ??= value.IsConstant || value is Broken ? null : argument;
            inside = inside.With(parameter.Name, new ScalarMeaning(Fit(value, parameter, argument!)));
        }

        _calls++;
        var result = BindBody(function.Body, inside);
        _calls--;
        if (result is TableMeaning && varying is not null)
        {
            _diagnostics.Add(Messages.ConstantNeeded(varying.Span, name));
        }

        return result ?? new ScalarMeaning(new Broken());
    }

    private static Expression? ArgumentFor(Parameter parameter, int i, IReadOnlyList<Expression> arguments)
    {
        var named = arguments.OfType<NamedExpression>().FirstOrDefault(n => n.Names[0].Name == parameter.Name);
        return named?.Value
            ?? (i < arguments.Count && arguments[i] is not NamedExpression ? arguments[i] : parameter.Default);
    }

    private Scalar Fit(Scalar value, Parameter parameter, Expression argument)
    {
        var type = parameter.Type!.Value;
        if (value is Broken || value.Type == type)
        {
            return value;
        }

        if (
            (value.Type.IsNumber() && type.IsNumber())
            || value.Type == KqlType.Dynamic
            || type == KqlType.Dynamic
            || value is Constant { Held: null }
        )
        {
            return Functions.Conversions.To(type, value);
        }

        _diagnostics.Add(Messages.ArgumentType(argument.Span, parameter.Name, type.Name(), value.Type.Name()));
        return new Broken();
    }

    /// <summary>The rows of a subquery while binding; null when only checking or when something is already wrong.</summary>
    private KqlTable? Compute(Plan plan) => _run is null || _diagnostics.HasErrors ? null : plan.Execute(_run);
}
