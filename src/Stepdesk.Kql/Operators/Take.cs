using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Evaluation.Plans;
using Stepdesk.Kql.Expressions;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Operators;

public sealed record TakeOperator(Expression Count) : Operator
{
    internal override OrderOfRows Order => OrderOfRows.Kept;

    internal static Operator Read(Parser parser, Token keyword) => new TakeOperator(parser.ParseSum());

    internal override Plan Bind(Binder binder, Plan source, Scope scope) =>
        new TakePlan(source, binder.CountOf(Count, scope, "take"));
}

public sealed record SampleOperator(Expression Count) : Operator
{
    internal static Operator Read(Parser parser, Token keyword) => new SampleOperator(parser.ParseSum());

    internal override Plan Bind(Binder binder, Plan source, Scope scope) =>
        new SamplePlan(source, binder.CountOf(Count, scope, "sample"));
}

public sealed record SampleDistinctOperator(Expression Count, Expression Value) : Operator
{
    internal static Operator Read(Parser parser, Token keyword)
    {
        var count = parser.ParseSum();
        parser.Expect("of");
        return new SampleDistinctOperator(count, parser.ParseExpression());
    }

    internal override Plan Bind(Binder binder, Plan source, Scope scope)
    {
        var output = new OutputNames(binder.Diagnostics);
        binder.AddItem(Value, scope, output, extend: false);
        var distinct = new DistinctPlan(new ProjectPlan(source, output.Schema, output.Values));
        return new TakePlan(distinct, binder.CountOf(Count, scope, "sample-distinct"));
    }
}
