using Stepdesk.Core.Tickets;

namespace Stepdesk.Core.Service;

public enum ClockName
{
    Reception,
    Acknowledgement,
    Update,

    /// <summary>The fixed date of a Fixed Deadline ticket.</summary>
    Deadline,

    /// <summary>Until a fix or workaround was told.</summary>
    Resolution,

    /// <summary>Until specialists were told.</summary>
    Alert,

    /// <summary>From one message to the stakeholders to the next.</summary>
    StakeholderUpdate,

    /// <summary>Until a ticket nobody confirmed is closed. It is the customer's time, and nothing breaks when it ends.</summary>
    FollowUp,

    /// <summary>From a short alert to its full package.</summary>
    Package,

    /// <summary>From an escalation to the specialists' answer.</summary>
    Return,
}

public enum ClockState
{
    Running,
    Warning,
    Met,
    Broken,

    /// <summary>Standing still while the desk waits for others; it has no deadline meanwhile.</summary>
    Paused,
}

/// <summary>
/// A promise running on a ticket. <paramref name="Cycle"/> tells one update from the next: it is the version the
/// cycle started at, and 1 for the clocks that run once.
/// </summary>
/// <param name="StartedAt">From when it counts.</param>
/// <param name="DueAt">Its deadline as things stand; null while it is paused.</param>
/// <param name="WarnAt">When two thirds of the promised time are gone; null while it is paused.</param>
/// <param name="MetAt">When it was kept, or kept too late.</param>
/// <param name="BrokenAt">
/// When the promise breaks, or broke: its deadline, or the moment a change left it one that had passed. Null when it was
/// kept in time or is paused.
/// </param>
/// <param name="Because">The change that left it a deadline that had passed; null when it simply ran out.</param>
public sealed record Clock(
    ClockName Name,
    int Cycle,
    DateTimeOffset StartedAt,
    DateTimeOffset? DueAt,
    DateTimeOffset? WarnAt,
    DateTimeOffset? MetAt = null,
    DateTimeOffset? BrokenAt = null,
    Change? Because = null
)
{
    /// <summary>At the deadline is kept, later is broken. A promise kept too late stays broken.</summary>
    public ClockState At(DateTimeOffset now) =>
        IsBrokenAt(now) ? ClockState.Broken
        : MetAt is not null ? ClockState.Met
        : DueAt is null ? ClockState.Paused
        : now >= WarnAt ? ClockState.Warning
        : ClockState.Running;

    // What simply runs out is still kept at its last instant; what a change broke is broken from then on.
    bool IsBrokenAt(DateTimeOffset now) => Because is null ? now > BrokenAt : now >= BrokenAt;
}
