namespace Stepdesk.Core.Service;

/// <summary>The class of service decides the treatment of a ticket.</summary>
public enum ClassOfService
{
    Standard = 1,
    Priority,
    Expedite,
    FixedDeadline,
}

/// <summary>How soon among its neighbours a ticket is worked on.</summary>
public enum Priority
{
    Low = 1,
    Normal,
    High,
    Urgent,
}

/// <summary>How many people cannot work as they should, and how we know.</summary>
public sealed record Affected(int Count, AffectedSource Source = AffectedSource.Reported);

public enum AffectedSource
{
    Reported,
    Estimated,
    Telemetry,
    LinkedTickets,
}
