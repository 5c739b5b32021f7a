using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Evaluation.Plans;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Operators;

public sealed record CountOperator(NamePart? Name) : Operator
{
    internal static Operator Read(Parser parser, Token keyword) =>
        new CountOperator(parser.Accept("as") ? parser.ParseName() : null);

    internal override Plan Bind(Binder binder, Plan source, Scope scope) =>
        new CountPlan(source, Name?.Name ?? "Count");
}
