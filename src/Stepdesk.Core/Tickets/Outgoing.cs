namespace Stepdesk.Core.Tickets;

/// <summary>A message to the requester, known by the version of the event that wrote it.</summary>
/// <param name="At">When it was written.</param>
/// <param name="Arrival">Where it was accepted for delivery.</param>
/// <param name="HasBounced">It was reported as not delivered, for good.</param>
public sealed record Outgoing(
    int Version,
    DateTimeOffset At,
    DateTimeOffset? NextUpdateAt = null,
    Mark? Arrival = null,
    bool HasBounced = false
)
{
    public DateTimeOffset? ArrivedAt => Arrival?.At;

    /// <summary>The desk wrote it by itself to ask again whether the solution works.</summary>
    public bool IsReminder { get; init; }

    /// <summary>The desk wrote it by itself because specialists were asked: an update, and no answer.</summary>
    public bool IsTelling { get; init; }
}
