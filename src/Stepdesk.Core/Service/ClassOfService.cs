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

/// <summary>Which class a count and a date speak for. It suggests; a person decides and says why.</summary>
public static class Classes
{
    /// <summary>From this many people on a ticket is Priority.</summary>
    public const int PriorityFrom = 5;

    /// <summary>Up to this many people a ticket is Priority; above, Expedite.</summary>
    public const int PriorityUpTo = 25;

    public static ClassOfService Suggest(Affected? affected, DateTimeOffset? deadline) =>
        (deadline, affected?.Count) switch
        {
            (not null, _) => ClassOfService.FixedDeadline,
            (_, > PriorityUpTo) => ClassOfService.Expedite,
            (_, >= PriorityFrom) => ClassOfService.Priority,
            _ => ClassOfService.Standard,
        };

    public static Priority PriorityOf(ClassOfService? classOfService) =>
        classOfService switch
        {
            ClassOfService.Expedite => Priority.Urgent,
            ClassOfService.Priority => Priority.High,
            _ => Priority.Normal,
        };
}
