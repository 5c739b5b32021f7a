using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation.Plans;
using Stepdesk.Kql.Expressions;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Operators;

/// <summary>How one sort key orders; <c>null</c> means the default of the operator.</summary>
public sealed record Ordering(Span Span, Expression Value, bool? Ascending, bool? NullsFirst)
{
    /// <summary>Numbers inside of names count as numbers: a9 comes before a20.</summary>
    public bool IsNatural { get; init; }
}

public sealed record SortOperator(IReadOnlyList<Ordering> Keys) : Operator
{
    internal override OrderOfRows Order => OrderOfRows.Made;

    internal static Operator Read(Parser parser, Token keyword)
    {
        parser.SkipHints();
        parser.Expect("by");
        return new SortOperator(parser.ParseOrderings());
    }

    internal override Plan Bind(Binder binder, Plan source, Scope scope) => Sorted(binder, source, Keys, null, scope);

    internal static Plan Sorted(Binder binder, Plan source, IReadOnlyList<Ordering> keys, long? limit, Scope scope)
    {
        var bound = new List<SortKey>();
        foreach (var key in keys)
        {
            var value = key.Value.Bind(binder, scope);
            if (value is Broken)
            {
                return source;
            }

            if (value.Type == KqlType.Dynamic)
            {
                binder.Diagnostics.Add(
                    Messages.DynamicKey(key.Value.Span, limit is null ? "sort" : "top", binder.TextOf(key.Value))
                );
                return source;
            }

            var ascending = key.Ascending ?? false;
            bound.Add(new SortKey(value, ascending, key.NullsFirst ?? ascending));
        }

        return new SortPlan(source, [.. bound], limit);
    }
}

public sealed record TopOperator(Expression Count, IReadOnlyList<Ordering> Keys) : Operator
{
    internal override OrderOfRows Order => OrderOfRows.Made;

    internal static Operator Read(Parser parser, Token keyword)
    {
        var count = parser.ParseSum();
        parser.SkipHints();
        parser.Expect("by");
        return new TopOperator(count, parser.ParseOrderings());
    }

    internal override Plan Bind(Binder binder, Plan source, Scope scope) =>
        SortOperator.Sorted(binder, source, Keys, binder.CountOf(Count, scope, "top"), scope);
}
