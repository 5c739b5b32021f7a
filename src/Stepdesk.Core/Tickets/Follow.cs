using Stepdesk.Core.History;

namespace Stepdesk.Core.Tickets;

/// <summary>A colleague wants to see what the requester sees of the ticket: what is said, and how it ends.</summary>
public sealed record Follow : TicketAction
{
    /// <summary>More colleagues than a notice to each of them could help.</summary>
    public const int Most = 100;
    public static readonly Refusal TooMany = new("too-many-followers");

    public override Decision Decide(Ticket ticket, Moment moment) =>
        moment.Who.PersonId is not { } me || ticket.Followers.Contains(me) ? Decision.Nothing
        : ticket.Followers.Count >= Most ? TooMany
        : new Followed(me);
}

/// <summary>A colleague has seen enough of it.</summary>
public sealed record Unfollow : TicketAction
{
    public override Decision Decide(Ticket ticket, Moment moment) =>
        moment.Who.PersonId is { } me && ticket.Followers.Contains(me) ? new Unfollowed(me) : Decision.Nothing;
}

public sealed record Followed(int Person) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) => ticket.FollowedBy([Person]);
}

public sealed record Unfollowed(int Person) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket with
        {
            Followers = [.. ticket.Followers.Where(f => f != Person)],
        };
}

static class Followings
{
    /// <summary>The ticket with these among its followers, as far as there is room.</summary>
    public static Ticket FollowedBy(this Ticket ticket, IReadOnlyList<int> people) =>
        ticket with
        {
            Followers = [.. ticket.Followers.Union(people).Take(Math.Max(Follow.Most, ticket.Followers.Count))],
        };
}
