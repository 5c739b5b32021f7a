using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Evaluation.Plans;
using Stepdesk.Kql.Expressions;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Operators;

public sealed record ProjectOperator(IReadOnlyList<Expression> Items) : Operator
{
    internal override OrderOfRows Order => OrderOfRows.Kept;

    internal static Operator Read(Parser parser, Token keyword) => new ProjectOperator(parser.ParseItemsOrNone());

    internal override Plan Bind(Binder binder, Plan source, Scope scope)
    {
        var output = new OutputNames(binder.Diagnostics);
        foreach (var item in Items)
        {
            if (item is StarExpression)
            {
                output.AddAll(source.Schema);
            }
            else
            {
                binder.AddItem(item, scope, output, extend: false);
            }
        }

        return new ProjectPlan(source, output.Schema, output.Values);
    }
}

public sealed record ExtendOperator(IReadOnlyList<Expression> Items) : Operator
{
    internal override OrderOfRows Order => OrderOfRows.Kept;

    internal static Operator Read(Parser parser, Token keyword) => new ExtendOperator(parser.ParseItems());

    internal override Plan Bind(Binder binder, Plan source, Scope scope) => Extended(binder, source, Items, scope);

    internal static Plan Extended(Binder binder, Plan source, IReadOnlyList<Expression> items, Scope scope)
    {
        if (items.Count == 0)
        {
            return source;
        }

        var output = new OutputNames(binder.Diagnostics);
        output.AddAll(source.Schema);
        foreach (var item in items)
        {
            binder.AddItem(item, scope, output, extend: true);
        }

        return new ProjectPlan(source, output.Schema, output.Values);
    }
}

/// <summary>Rows keep their order here anyway; what is left is to say so, and an extend that may rely on it.</summary>
public sealed record SerializeOperator(IReadOnlyList<Expression> Items) : Operator
{
    internal override OrderOfRows Order => OrderOfRows.Made;

    internal static Operator Read(Parser parser, Token keyword) => new SerializeOperator(parser.ParseItemsOrNone());

    internal override Plan Bind(Binder binder, Plan source, Scope scope) =>
        ExtendOperator.Extended(binder, source, Items, scope with { IsUnordered = false });
}
