using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation.Plans;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Operators;

/// <summary>A subquery over the elements of each row.</summary>
public sealed record MvApplyOperator(MvExpandOperator Expansion, IReadOnlyList<Operator> Body) : Operator
{
    internal override OrderOfRows Order => OrderOfRows.Kept;

    internal static Operator Read(Parser parser, Token keyword)
    {
        var index = parser.AcceptOption("with_itemindex") ? parser.ParseName() : null;
        var items = MvExpandOperator.ReadItems(parser);
        var limit = parser.Accept("limit") ? parser.ParseSum() : null;
        parser.Expect("on");
        return new MvApplyOperator(new MvExpandOperator(AsArray: false, index, items, limit), parser.ParseSubquery());
    }

    internal override Plan Bind(Binder binder, Plan source, Scope scope)
    {
        var expand = Expansion.Expanded(binder, source, scope, "mv-apply");
        if (expand is null)
        {
            return Binder.Unknown();
        }

        var input = new InputPlan(expand.Schema) { IsSerialized = true };
        var body = binder.BindPipeline(input, Body, scope.Names);
        if (body.IsOpen)
        {
            return Binder.Unknown();
        }

        // The source's own columns first, taken from the subquery where it still has them, then what it added.
        var fields = new List<Field>();
        var columns = new List<(int Source, int Body)>();
        for (var c = 0; c < source.Schema.Count; c++)
        {
            var inBody = body.Schema.IndexOf(source.Schema[c].Name);
            fields.Add(inBody >= 0 ? body.Schema[inBody] : source.Schema[c]);
            columns.Add((c, inBody));
        }

        for (var c = 0; c < body.Schema.Count; c++)
        {
            if (source.Schema.IndexOf(body.Schema[c].Name) < 0)
            {
                fields.Add(body.Schema[c]);
                columns.Add((-1, c));
            }
        }

        return new MvApplyPlan(source, expand, input, body, [.. columns], new Schema(fields));
    }
}
