using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Evaluation.Plans;
using Stepdesk.Kql.Expressions;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Operators;

public sealed record WhereOperator(Expression Predicate) : Operator
{
    internal override OrderOfRows Order => OrderOfRows.Kept;

    internal static Operator Read(Parser parser, Token keyword) => new WhereOperator(parser.ParseExpression());

    internal override Plan Bind(Binder binder, Plan source, Scope scope)
    {
        var predicate = Predicate.Bind(binder, scope);
        return predicate is Broken ? source : new WherePlan(source, binder.Condition(predicate, Predicate));
    }
}
