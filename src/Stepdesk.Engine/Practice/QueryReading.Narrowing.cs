using Stepdesk.Kql.Expressions;

namespace Stepdesk.Engine.Practice;

/// <summary>What rows are narrowed to: a time, a name, texts, numbers, and how it went.</summary>
sealed partial class QueryReading
{
    // What all rows are called is what was asked for, whichever part of it was written.
    void Hold(Expression predicate, PipelineExpression of, List<Look> on, int known)
    {
        if (narrowed is null)
            return;
        var before = string.Concat(named.Take(known).Select(l => $"{Written(l)};\n"));
        var rows = before + text[of.Span.Start..predicate.Span.End];
        foreach (
            var (name, only) in narrowed.By(
                rows,
                QueryTerms.Compared(predicate).Select(e => (e, Written(e))),
                on[0].Meant
            )
        )
        foreach (var look in on)
            look.Hold(name, only);
    }

    void Narrow(Expression predicate, List<Look> on)
    {
        foreach (var look in on)
        {
            look.Said.AddRange(QueryTerms.SaidIn(predicate));
            look.Failed ??= Outcomes.Failed(predicate, look);
            if (
                predicate is not (ParenthesizedExpression or BinaryExpression { Operator: "and" })
                && !IsOfOutcomeOrTime(predicate, look)
            )
                look.Asked.Add(Written(predicate));
            look.IsPart |=
                look.IsSplitByOutcome
                && QueryTerms.NamesIn(predicate).Any(n => look.Counted.ContainsKey(n) || look.IsOutcome(n));
        }
        switch (predicate)
        {
            case ParenthesizedExpression inner:
                Narrow(inner.Inner, on);
                break;
            case BinaryExpression { Operator: "and" } both:
                Narrow(both.Left, on);
                Narrow(both.Right, on);
                break;
            case BinaryExpression { Operator: ">" or ">=" } after when IsInstant(after.Left):
                Bound(on, from: Instant(after.Right));
                break;
            case BinaryExpression { Operator: "<" or "<=" } before when IsInstant(before.Left):
                Bound(on, to: Instant(before.Right));
                break;
            case BinaryExpression { Operator: "<" or "<=" } after when IsInstant(after.Right):
                Bound(on, from: Instant(after.Left));
                break;
            case BinaryExpression { Operator: ">" or ">=" } before when IsInstant(before.Right):
                Bound(on, to: Instant(before.Left));
                break;
            case BetweenExpression { Not: false } between when IsInstant(between.Value):
                Bound(on, Instant(between.Low), Instant(between.High));
                break;
            case BinaryExpression { Operator: "==" or "=~" } same when QueryTerms.NameOf(same.Left) is "name" or "Name":
                foreach (var look in on)
                    look.Names.UnionWith(QueryTerms.Literals(same.Right));
                break;
            case InExpression { Operator: "in" or "in~" } one when QueryTerms.NameOf(one.Left) is "name" or "Name":
                foreach (var look in on)
                    look.Names.UnionWith(one.Items.SelectMany(QueryTerms.Literals));
                break;
            case BinaryExpression { Operator: ">" or ">=", Right: LiteralExpression { Value: var least } } above
                when QueryTerms.NumberOf(least) is { } number:
                // How many there are of something is no number that something has.
                foreach (var look in on.Where(l => !l.Counted.ContainsKey(QueryTerms.NameOf(above.Left) ?? "")))
                    look.Above.Add(number);
                break;
            default:
                foreach (var look in on)
                    look.Filters.AddRange(QueryTerms.Filters(predicate));
                break;
        }
    }

    static bool IsOfOutcomeOrTime(Expression predicate, Look look) =>
        Outcomes.Failed(predicate, look) is not null
        || QueryTerms.NamesIn(predicate).All(n => n is "timestamp" or "TimeGenerated");

    static void Bound(List<Look> on, DateTimeOffset? from = null, DateTimeOffset? to = null)
    {
        foreach (var look in on)
            (look.From, look.To) = (Look.Later(look.From, from), Look.Earlier(look.To, to));
    }
}
