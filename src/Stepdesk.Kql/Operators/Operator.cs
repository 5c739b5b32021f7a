using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Evaluation.Plans;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Operators;

/// <summary>What a step does to the order of its rows.</summary>
internal enum OrderOfRows
{
    Lost,
    Kept,
    Made,
}

/// <summary>One step of a pipeline: how it is written, and what it makes of the rows it gets.</summary>
public abstract record Operator() : Node(default(Span))
{
    internal virtual OrderOfRows Order => OrderOfRows.Lost;

    internal abstract Plan Bind(Binder binder, Plan source, Scope scope);
}

/// <summary>An operator that was reported; the rows pass through it unchanged.</summary>
public sealed record BadOperator : Operator
{
    internal override Plan Bind(Binder binder, Plan source, Scope scope) => source;
}
