namespace Stepdesk.Core.Service;

public enum ClockName
{
    Reception,
    Acknowledgement,
    Update,

    /// <summary>The fixed date of a Fixed Deadline ticket.</summary>
    Deadline,
}

public enum ClockState
{
    Running,
    Warning,
    Met,
    Broken,
}

/// <summary>
/// A promise running on a ticket. <paramref name="Cycle"/> tells one update from the next: it is the version the
/// cycle started at, and 1 for the clocks that run once.
/// </summary>
public sealed record Clock(
    ClockName Name,
    int Cycle,
    DateTimeOffset StartedAt,
    DateTimeOffset DueAt,
    DateTimeOffset? MetAt = null
)
{
    /// <summary>When two thirds of the time are gone.</summary>
    public DateTimeOffset WarnAt => DueAt - ((DueAt - StartedAt) / 3);

    /// <summary>At the deadline is kept, later is broken. A promise kept too late stays broken.</summary>
    public ClockState At(DateTimeOffset now) =>
        (MetAt ?? now) > DueAt ? ClockState.Broken
        : MetAt is not null ? ClockState.Met
        : now >= WarnAt ? ClockState.Warning
        : ClockState.Running;
}
