using Stepdesk.Core.Service.Calendars;

namespace Stepdesk.Core.Assignment;

/// <summary>Somebody of a team, as far as it matters for whether they can be given a ticket.</summary>
/// <param name="Open">How many open tickets they have.</param>
/// <param name="Turn">Which of all turns was their last; null for none yet.</param>
public sealed record Member(int Person, int Open, int? Turn)
{
    /// <summary>When they work; null for whenever the desk does.</summary>
    public Calendar? Hours { get; init; }

    /// <summary>When they are not there, now or later; null where nothing is planned.</summary>
    public Away? Away { get; init; }

    /// <summary>Why they cannot be given one now; null when they can.</summary>
    public PassedOver? WhyNot(AssignmentRule rule, DateTimeOffset now) =>
        Away?.Covers(now) is true ? PassedOver.Away
        : Hours is { } hours && hours.Elapsed(now, now + Instant, []) == TimeSpan.Zero ? PassedOver.OffHours
        : Open >= rule.Most ? PassedOver.Full
        : null;

    // A window counts from its first tick on, and its end is outside.
    static readonly TimeSpan Instant = TimeSpan.FromTicks(1);
}

/// <summary>A time somebody is not there, its end outside.</summary>
/// <param name="Until">Null for until further notice.</param>
public sealed record Away(DateTimeOffset From, DateTimeOffset? Until)
{
    public bool Covers(DateTimeOffset now) => From <= now && !IsOver(now);

    public bool IsOver(DateTimeOffset now) => Until <= now;
}

/// <summary>Why somebody is not given a ticket.</summary>
public enum PassedOver
{
    Away = 1,
    OffHours,

    /// <summary>They have as many open tickets as the team gives one person.</summary>
    Full,
}
