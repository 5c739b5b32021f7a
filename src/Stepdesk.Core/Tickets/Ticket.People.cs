using Stepdesk.Core.Service;

namespace Stepdesk.Core.Tickets;

public sealed partial record Ticket
{
    /// <summary>
    /// The people affected. What somebody counted is the whole, and linked reports may tell of the same people, until they
    /// alone speak for more; where nobody has counted, they add up.
    /// </summary>
    public Affected? AffectedInAll =>
        (PeopleLinked, CountedIn) is (0, 0) ? Affected
        : (int)Math.Clamp((long)AffectedAlone + PeopleLinked, 0, SetAffected.Most) is var all && all == Affected?.Count
            ? Affected
        : new(all, AffectedSource.LinkedTickets);

    /// <summary>
    /// What the count would be were none of the linked reports in it, where somebody counted and did not say that it is
    /// from linked tickets; null elsewhere.
    /// </summary>
    public int? AffectedAddedUp =>
        Affected is { Source: not AffectedSource.LinkedTickets, Count: > 0 and var said }
        && PeopleLinked is > 0 and var linked
            ? (int)Math.Min((long)said + linked, SetAffected.Most)
            : null;

    /// <summary>
    /// How many people of linked reports are in the count already: whoever said that it is from linked tickets had seen
    /// them. What is linked later adds to it.
    /// </summary>
    public int CountedIn { get; init; }

    /// <summary>
    /// How many people it speaks for beside linked reports; one, where nobody has counted. Below zero where somebody
    /// found that the reports tell of the same people.
    /// </summary>
    public int AffectedAlone =>
        Affected switch
        {
            null => 1,
            { Source: AffectedSource.LinkedTickets, Count: var together } => together - CountedIn,
            // Whoever reported both is not counted with the other report, but here.
            { Count: var whole } => Math.Max(
                Links.Any(l => l.Kind.Adds() && l.Requester == Requester) ? 1 : 0,
                whole - PeopleLinked
            ),
        };

    /// <summary>How many people linked reports speak for.</summary>
    public int PeopleLinked =>
        (int)Math.Clamp(ReportsBeside(0).Sum(r => (long)r.People), -SetAffected.Most, SetAffected.Most);

    /// <summary>The reports whose people count here, each once however many ties lead to it; not what one ticket brings.</summary>
    public IReadOnlyList<Report> ReportsBeside(int ticket) =>
        [.. Links.Where(l => l.Ticket != ticket).SelectMany(l => l.Reports()).DistinctBy(r => r.Ticket)];
}
