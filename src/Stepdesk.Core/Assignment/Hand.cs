namespace Stepdesk.Core.Assignment;

/// <summary>Whom a ticket goes to, and why nobody else.</summary>
/// <param name="To">Null where nobody can take it: it stays in the queue.</param>
/// <param name="PassedOver">Who could not be given it, in the order of their ids.</param>
public sealed record Given(Handing How, int? To, IReadOnlyList<Passed> PassedOver)
{
    /// <summary>How many open tickets the chosen one had; null where nobody was chosen.</summary>
    public int? Open { get; init; }
}

/// <summary>Somebody who was not given the ticket.</summary>
public sealed record Passed(int Person, PassedOver Why);

/// <summary>
/// Chooses whom a ticket goes to. It keeps nothing: whose turn it is follows from when each had theirs last, so people may
/// join, leave and be away, and a restart changes nothing.
/// </summary>
public static class Hand
{
    /// <summary>The choice; null where the team chooses by hand.</summary>
    public static Given? Out(AssignmentRule rule, IReadOnlyList<Member> members, DateTimeOffset now)
    {
        if (rule.How is Handing.Manual)
            return null;
        var asked = members.OrderBy(m => m.Person).Select(m => (Member: m, Why: m.WhyNot(rule, now))).ToList();
        var able = asked.Where(a => a.Why is null).Select(a => a.Member);
        // Who never had a turn is first.
        var chosen = (rule.How is Handing.LeastLoaded ? able.OrderBy(m => m.Open) : able.OrderBy(_ => 0))
            .ThenBy(m => m.Turn ?? 0)
            .ThenBy(m => m.Person)
            .FirstOrDefault();
        return new(
            rule.How,
            chosen?.Person,
            [.. asked.Where(a => a.Why is not null).Select(a => new Passed(a.Member.Person, a.Why!.Value))]
        )
        {
            Open = chosen?.Open,
        };
    }
}
