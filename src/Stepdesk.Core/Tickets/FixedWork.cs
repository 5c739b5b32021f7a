using Stepdesk.Core.History;
using Stepdesk.Core.Service;

namespace Stepdesk.Core.Tickets;

/// <summary>What a ticket with a fixed date knows of its work: what is wanted, what was agreed, and what was handed over.</summary>
public sealed record FixedWork
{
    public static readonly FixedWork None = new();

    /// <summary>The class has no date that rules.</summary>
    public static readonly Refusal NotFixed = new("work-without-fixed-deadline");

    /// <summary>What is to be made, in the order of its importance; empty while nobody wrote it down.</summary>
    public IReadOnlyList<ScopeItem> Scope { get; init; } = [];

    /// <summary>Where the scope was written down last.</summary>
    public Mark? ScopeSet { get; init; }
    public IReadOnlyList<Question> Questions { get; init; } = [];

    /// <summary>What was asked for, offered and agreed, in order.</summary>
    public IReadOnlyList<Bargain> Bargains { get; init; } = [];

    /// <summary>The parts of the work, the first to be begun first; empty while nobody planned.</summary>
    public IReadOnlyList<Milestone> Milestones { get; init; } = [];

    /// <summary>The date they were planned back from.</summary>
    public DateTimeOffset? PlannedFor { get; init; }

    /// <summary>The files that were handed over, in order.</summary>
    public IReadOnlyList<Handed> Handed { get; init; } = [];

    /// <summary>Whether the date has moved since it was planned for.</summary>
    public bool IsPlannedForAnother(DateTimeOffset? deadline) => Milestones.Count > 0 && PlannedFor != deadline;

    /// <summary>Why nothing of this can be done to the ticket; null where it can.</summary>
    internal static Refusal? WhyNot(Ticket ticket) =>
        !ticket.IsOpen ? Refusals.Closed
        : ticket.Class is not ClassOfService.FixedDeadline ? NotFixed
        : null;
}

/// <summary>A question of the desk, known by the version of the event that asked it.</summary>
/// <param name="Answer">Where its last answer is.</param>
public sealed record Question(int Version, DateTimeOffset At, Mark? Answer = null);

/// <summary>One step of a negotiation, known by the version of its event.</summary>
public sealed record Bargain(int Version, DateTimeOffset At, BargainStep Step);

/// <summary>A file that was handed over.</summary>
public sealed record Handed(int Version, DateTimeOffset At, string Sha256);
