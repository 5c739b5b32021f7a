using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation.Plans;
using Stepdesk.Kql.Expressions;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Operators;

/// <summary>A subquery over the rows of each value of a column, one after the other.</summary>
public sealed record PartitionOperator(Expression Key, IReadOnlyList<Operator> Body) : Operator
{
    internal static Operator Read(Parser parser, Token keyword)
    {
        parser.SkipHints();
        parser.Expect("by");
        var key = parser.ParseName();
        return new PartitionOperator(new NameExpression(key.Span, key.Name), parser.ParseSubquery());
    }

    internal override Plan Bind(Binder binder, Plan source, Scope scope)
    {
        var key = Key.Bind(binder, scope);
        if (key is Broken)
        {
            return Binder.Unknown();
        }

        if (key.Type == Columns.KqlType.Dynamic)
        {
            binder.Diagnostics.Add(Messages.DynamicKey(Key.Span, "partition", binder.TextOf(Key)));
            return Binder.Unknown();
        }

        var input = new InputPlan(source.Schema) { IsSerialized = source.IsSerialized };
        var body = binder.BindPipeline(input, Body, scope.Names);
        return body.IsOpen ? Binder.Unknown() : new PartitionPlan(source, key, input, body);
    }
}

/// <summary>A function of the query's own that the table is given to as its first argument.</summary>
public sealed record InvokeOperator(CallExpression Call) : Operator
{
    internal static Operator Read(Parser parser, Token keyword)
    {
        if (parser.Current.Kind != TokenKind.Name)
        {
            parser.Unexpected("name");
            parser.Recover();
            return new BadOperator();
        }

        var name = parser.Next();
        return new InvokeOperator(parser.ParseCall(name, name.Span.Start));
    }

    internal override Plan Bind(Binder binder, Plan source, Scope scope)
    {
        var call = Call with { Arguments = [new BoundTable(Call.NameSpan, source), .. Call.Arguments] };
        return call.BindTable(binder, scope.Names);
    }

    private sealed record BoundTable(Span Span, Plan Plan) : TableExpression(Span)
    {
        internal override Plan BindTable(Binder binder, Names names) => Plan;
    }
}
