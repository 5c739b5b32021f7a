using Stepdesk.Kql.Expressions;
using Stepdesk.Kql.Operators;

namespace Stepdesk.Engine.Practice;

/// <summary>Single values that are worked out of rows: <c>toscalar</c>, and what is printed of several.</summary>
sealed partial class QueryReading
{
    // What single values are worked out from is looked at as one, when they are of the same rows.
    List<Look> Printed(PrintExpression print, int known)
    {
        var found = print.Items.SelectMany(i => Singles(i, known)).ToList();
        foreach (var look in found)
            look.Failed = null;
        Look.Mix(found);
        if (found is not [var whole, ..])
            return found;
        whole.Single = (one, of) => CountOf(one, of, known);
        whole.Group(
            [
                .. print.Items.Select(
                    (item, at) =>
                        item is NamedExpression
                            ? item
                            : new NamedExpression(item.Span, [new(item.Span, $"print_{at}")], item)
                ),
            ],
            []
        );
        return found;
    }

    IEnumerable<Look> Singles(Expression expression, int known) =>
        expression switch
        {
            _ when IsTooMuch => [],
            CallExpression { Name: "toscalar", Arguments: [var table] } => Walk(table, known),
            NameExpression { Name: var name }
                when LetOf(name, known) is >= 0 and var let && IsScalar(named[let].Value, let) => Singles(
                named[let].Value,
                let
            ),
            NamedExpression made => Singles(made.Value, known),
            ParenthesizedExpression inner => Singles(inner.Inner, known),
            BinaryExpression both => Singles(both.Left, known).Concat(Singles(both.Right, known)),
            CallExpression call => call.Arguments.SelectMany(a => Singles(a, known)),
            _ => [],
        };

    /// <summary>What a single value counts that is worked out beside these rows: of others it is no share of anything.</summary>
    Counts? CountOf(Expression one, Look beside, int known)
    {
        if (IsTooMuch)
            return null;
        switch (one)
        {
            case NameExpression { Name: var name } when LetOf(name, known) is >= 0 and var let:
                var outside = beside.Single;
                beside.Single = (inner, of) => CountOf(inner, of, let);
                var worked = Outcomes.Of(named[let].Value, beside);
                beside.Single = outside;
                return worked;
            case CallExpression { Name: "toscalar", Arguments: [var table] }:
                var before = looks.Count;
                var found = Walk(table, known);
                looks.RemoveRange(before, looks.Count - before);
                return
                    found is [{ Counted.Count: 1, IsPart: false, IsSplitByOutcome: false } of]
                    && of.Asked.SetEquals(beside.Asked)
                    && (of.Table, of.From, of.To) == (beside.Table, beside.From, beside.To)
                    ? (of.Counted.Values.Single(), of.Failed) switch
                    {
                        (var counts, null) => counts,
                        (Counts.All, true) => Counts.Failed,
                        (Counts.All, false) => Counts.Fine,
                        _ => null,
                    }
                    : null;
            default:
                return null;
        }
    }
}
