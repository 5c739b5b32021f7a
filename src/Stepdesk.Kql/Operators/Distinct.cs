using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation.Plans;
using Stepdesk.Kql.Expressions;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Operators;

public sealed record DistinctOperator(IReadOnlyList<Expression> Items) : Operator
{
    internal static Operator Read(Parser parser, Token keyword)
    {
        parser.SkipHints();
        return new DistinctOperator(parser.ParseItems());
    }

    internal override Plan Bind(Binder binder, Plan source, Scope scope)
    {
        var output = new OutputNames(binder.Diagnostics);
        foreach (var item in Items)
        {
            if (item is StarExpression)
            {
                output.AddAll(source.Schema);
                continue;
            }

            var before = output.Count;
            binder.AddItem(item, scope, output, extend: false);
            if (output.Count > before && output.Values[^1] is { Type: KqlType.Dynamic } and not Broken)
            {
                binder.Diagnostics.Add(Messages.DynamicKey(item.Span, "distinct", binder.TextOf(item)));
            }
        }

        return new DistinctPlan(new ProjectPlan(source, output.Schema, output.Values));
    }
}
