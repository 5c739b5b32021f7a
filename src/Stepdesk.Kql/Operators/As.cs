using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Evaluation.Plans;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Operators;

/// <summary>Names the rows so far for the steps behind it.</summary>
public sealed record AsOperator(NamePart Name) : Operator
{
    internal static Operator Read(Parser parser, Token keyword)
    {
        parser.SkipHints();
        return new AsOperator(parser.ParseName());
    }

    internal override Plan Bind(Binder binder, Plan source, Scope scope) => source;
}

/// <summary>Asks a service to do the work and show nothing; here the rows are shown.</summary>
public sealed record ConsumeOperator : Operator
{
    internal override Plan Bind(Binder binder, Plan source, Scope scope) => source;
}
