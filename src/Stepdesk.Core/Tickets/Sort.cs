using Stepdesk.Core.History;
using Stepdesk.Core.Service;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tickets;

/// <summary>Sets the priority apart from what the class gave.</summary>
public sealed record SetPriority(Priority Priority) : TicketAction
{
    public override Decision Decide(Ticket ticket, Moment moment) =>
        !ticket.IsOpen ? Refusals.Closed
        : ticket.Priority == Priority ? Decision.Nothing
        : new PrioritySet(Priority);
}

public sealed record PrioritySet(Priority Priority) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) => ticket with { Priority = Priority };
}

/// <summary>Files the ticket under a category; null takes it out.</summary>
public sealed record SetCategory(string? Category) : TicketAction
{
    public static readonly Refusal TooLong = new("category-is-too-long");

    public override Decision Decide(Ticket ticket, Moment moment) =>
        !ticket.IsOpen ? Refusals.Closed
        : Slug.IsTooLong(Category) ? TooLong
        : ticket.Category == Slug.Of(Category) ? Decision.Nothing
        : new CategorySet(Slug.Of(Category));
}

public sealed record CategorySet(string? Category) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) => ticket with { Category = Category };
}

/// <summary>Replaces the tags. Closed tickets may still be tagged: trend analysis comes after the close.</summary>
public sealed record SetTags(IReadOnlyList<string> Tags) : TicketAction
{
    public const int Most = 20;
    public static readonly Refusal TooMany = new("too-many-tags");
    public static readonly Refusal TooLong = new("tag-is-too-long");

    /// <summary>Why these cannot be a ticket's tags; null when they can.</summary>
    internal static Refusal? Check(IReadOnlyList<string> tags) =>
        tags.FirstOrDefault(Slug.IsTooLong) is { } tag
            ? TooLong with
            {
                Detail = Plain.Cut(Plain.Line(tag), Slug.Longest),
            }
        : Slug.All(tags).Count > Most ? TooMany
        : null;

    public override Decision Decide(Ticket ticket, Moment moment)
    {
        var tags = Slug.All(Tags);
        return Check(Tags) is { } unfit ? unfit
            : tags.SequenceEqual(ticket.Tags, StringComparer.Ordinal) ? Decision.Nothing
            : new TagsSet(tags);
    }
}

public sealed record TagsSet(IReadOnlyList<string> Tags) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) => ticket with { Tags = Tags };
}

/// <summary>
/// Counts the people who cannot work as they should; null when nobody knows. It suggests a class and never sets one.
/// </summary>
public sealed record SetAffected(Affected? Affected) : TicketAction
{
    /// <summary>More people than any school has; a number like that was mistyped.</summary>
    public const int Most = 1_000_000;
    public static readonly Refusal Negative = new("affected-is-negative");
    public static readonly Refusal TooMany = new("affected-is-too-large");

    /// <summary>Why nobody can count so many people.</summary>
    internal static Refusal? Check(Affected? affected) =>
        affected?.Count switch
        {
            < 0 => Negative,
            > Most => TooMany,
            _ => null,
        };

    public override Decision Decide(Ticket ticket, Moment moment) =>
        !ticket.IsOpen ? Refusals.Closed
        : Check(Affected) is { } impossible ? impossible
        : Counted.With(ticket, Affected) == ticket ? Decision.Nothing
        : new AffectedSet(Affected);
}

public sealed record AffectedSet(Affected? Affected) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) => Counted.With(ticket, Affected);
}
