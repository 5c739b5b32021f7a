using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Completing;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation;
using Stepdesk.Kql.Evaluation.Plans;
using Stepdesk.Kql.Expressions;
using Stepdesk.Kql.Functions;
using Stepdesk.Kql.Operators;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Binding;

/// <summary>A query with every name and type known.</summary>
public sealed record BoundQuery(Plan? Plan, RenderOperator? Render)
{
    public Chart? ChartOf(Schema schema) => Render is null ? null : Chart.Of(Render.Chart, Render.Settings, schema);
}

/// <summary>
/// What one binding knows and has found. Expressions and steps find what their own names mean, check types and make
/// their plans, and ask here for what they share. With a run at hand subqueries are computed on the way (toscalar, the
/// columns of bag_unpack); without one they are only checked.
/// </summary>
public sealed class Binder
{
    private const int MaxCalls = 32;

    // Functions that call others twice double with each level: nobody writes what this does not suffice for.
    private const int MostCalls = 10_000;

    private readonly Run? _run;
    private RenderOperator? _render;
    private int _calls;
    private int _allCalls;

    private Binder(KqlCatalog catalog, DiagnosticBag diagnostics, DateTime now, Run? run, Place? place)
    {
        Catalog = catalog;
        Diagnostics = diagnostics;
        Now = now;
        _run = run;
        Place = place;
    }

    internal KqlCatalog Catalog { get; }

    internal DiagnosticBag Diagnostics { get; }

    internal DateTime Now { get; }

    /// <summary>Where the query is being written, when that is what is asked.</summary>
    internal Place? Place { get; }

    internal static KqlTable OneRow { get; } = new(Schema.Empty, [], 1);

    public static BoundQuery Bind(Query query, KqlCatalog catalog, DiagnosticBag diagnostics, DateTime now, Run? run) =>
        Bind(query, catalog, diagnostics, now, run, place: null);

    internal static BoundQuery Bind(
        Query query,
        KqlCatalog catalog,
        DiagnosticBag diagnostics,
        DateTime now,
        Run? run,
        Place? place
    )
    {
        var binder = new Binder(catalog, diagnostics, now, run, place);
        var plan = binder.BindBody(query, Names.None) switch
        {
            TableMeaning table => table.Plan,
            // A lone scalar answers as a table of one cell.
            ScalarMeaning { Value: var value } => new ProjectPlan(
                new TablePlan(OneRow),
                new Schema([new Field("print_0", value.Type)]),
                [value]
            ),
            _ => null,
        };
        if (plan is null && !diagnostics.HasErrors && query.Statements.Count > 0)
        {
            diagnostics.Add(Messages.NoAnswer(new Span(query.Span.End, 0)));
        }

        return new BoundQuery(plan, binder._render);
    }

    // Lets in order, each seeing those before it; the last expression answers.
    internal Meaning? BindBody(Query query, Names names)
    {
        Meaning? answer = null;
        foreach (var statement in query.Statements)
        {
            switch (statement)
            {
                case LetStatement let:
                    names = names.With(let.Name.Name, Shared(let.Value.BindMeaning(this, names)));
                    LookInto(let, names);
                    break;
                case ExpressionStatement expression:
                    answer = expression.Value.BindMeaning(this, names);
                    break;
            }
        }

        return answer;
    }

    // A function is bound where it is called, which one that is being written is not yet.
    private void LookInto(LetStatement let, Names names)
    {
        if (Place is { IsMet: false } && Place.IsIn(let) && names.Find(let.Name.Name) is FunctionMeaning function)
        {
            BindBody(function.Function.Body, function.Inside());
        }
    }

    private static Meaning Shared(Meaning meaning) =>
        meaning is TableMeaning { Plan: var plan } ? new TableMeaning(SharedPlan.Of(plan)) : meaning;

    internal Plan BindPipeline(Plan plan, IReadOnlyList<Operator> operators, Names names)
    {
        foreach (var step in operators)
        {
            // as T gives the rows so far a name for the steps behind it.
            if (step is AsOperator named)
            {
                var shared = SharedPlan.Of(plan);
                names = names.With(named.Name.Name, new TableMeaning(shared));
                plan = shared;
                continue;
            }

            var scope = new Scope(plan.Schema, names)
            {
                IsOpen = plan.IsOpen,
                IsUnordered = !plan.IsSerialized && !plan.IsOpen,
            };
            var next = step.Bind(this, plan, scope);
            // What follows an unknown table cannot be judged either.
            next = plan.IsOpen && !next.IsOpen ? Unknown() : next;
            plan =
                step.Order == OrderOfRows.Made || (step.Order == OrderOfRows.Kept && plan.IsSerialized)
                    ? Serialized(next)
                    : next;
        }

        return plan;
    }

    private static Plan Serialized(Plan plan)
    {
        // Rows that are already there may be read elsewhere without the order.
        var own = plan is TablePlan ? SharedPlan.Of(plan) : plan;
        own.IsSerialized = true;
        return own;
    }

    internal Plan BindTableName(Span span, string name, Names names)
    {
        switch (names.Find(name))
        {
            case TableMeaning table:
                return table.Plan;
            case FunctionMeaning function:
                return AsPlan(function.Invoke(this, name, span, [], names, null), span, name);
            case ScalarMeaning:
                Diagnostics.Add(Messages.TableNeeded(span, name));
                return Unknown();
        }

        Place?.SeeTable(span, names);
        if (Catalog.Find(name) is { } found)
        {
            return new TablePlan(found);
        }

        var all = names.All.Concat(Catalog.Names).ToList();
        var near =
            TwoWorlds.OtherTable(name) is { } other && Catalog.Find(other) is not null
                ? [other]
                : NearNames.Of(name, all);
        Diagnostics.Add(Messages.UnknownTable(span, name, near, [.. Catalog.Names]));
        return Unknown();
    }

    internal Plan AsPlan(Meaning meaning, Span span, string name)
    {
        if (meaning is TableMeaning table)
        {
            return table.Plan;
        }

        if (meaning is not ScalarMeaning { Value: Broken })
        {
            Diagnostics.Add(Messages.TableNeeded(span, name));
        }

        return Unknown();
    }

    /// <summary>Stands for a table that was reported: any column may be in it.</summary>
    internal static TablePlan Unknown() => new(KqlTable.None(Schema.Empty)) { IsOpen = true };

    /// <summary>A bool; a dynamic is converted, anything else is reported.</summary>
    internal Scalar Condition(Scalar value, Expression syntax)
    {
        if (value.Type is KqlType.Bool or KqlType.Dynamic)
        {
            return Conversions.To(KqlType.Bool, value);
        }

        Diagnostics.Add(Messages.BoolNeeded(syntax.Span, value.Type.Name()));
        return new Constant(KqlType.Bool, false);
    }

    /// <summary>A number of rows, known before the rows are.</summary>
    internal long CountOf(Expression syntax, Scope scope, string what)
    {
        var value = syntax.Bind(this, scope with { Row = Schema.Empty });
        if (value is Broken)
        {
            return 0;
        }

        if (!value.IsConstant)
        {
            Diagnostics.Add(Messages.ConstantNeeded(syntax.Span, what));
            return 0;
        }

        if (value.Value is not null && !value.Type.IsNumber())
        {
            Diagnostics.Add(Messages.ArgumentType(syntax.Span, what, "long", value.Type.Name()));
        }

        return Conversions.AsLong(value.Value) is { Has: true } n ? Math.Clamp(n.Value, 0, int.MaxValue) : 0;
    }

    internal void ReportColumn(Span span, string name, Scope scope)
    {
        Place?.See(span, scope);
        if (scope.IsOpen)
        {
            return;
        }

        var known = scope.Row.Fields.Select(f => f.Name).ToList();
        if (TwoWorlds.OtherColumn(name) is { } other && known.Contains(other, StringComparer.Ordinal))
        {
            Diagnostics.Add(Messages.OtherWorldColumn(span, name, other));
            return;
        }

        var near = NearNames.Of(name, known.Concat(scope.Names.All));
        Diagnostics.Add(
            known.Count == 0 && Catalog.Find(name) is not null
                ? Messages.ScalarNeeded(span)
                : Messages.UnknownColumn(span, name, near, known)
        );
    }

    internal string TextOf(Node node) =>
        node.Span.End <= Diagnostics.Text.Length ? Diagnostics.Text.Substring(node.Span.Start, node.Span.Length) : "";

    /// <summary>The rows of a subquery while binding; null when only checking or when something is already wrong.</summary>
    internal KqlTable? Compute(Plan plan) => _run is null || Diagnostics.HasErrors ? null : plan.Execute(_run);

    internal void Draw(RenderOperator render) => _render = render;

    /// <summary>Goes into the body of a function; false where functions call each other without end.</summary>
    internal bool Enter()
    {
        Budget.Tick();
        if (_calls >= MaxCalls || _allCalls >= MostCalls)
        {
            return false;
        }

        _calls++;
        _allCalls++;
        return true;
    }

    internal void Leave() => _calls--;
}
