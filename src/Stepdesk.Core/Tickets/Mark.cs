namespace Stepdesk.Core.Tickets;

/// <summary>A place in the ticket's history.</summary>
public sealed record Mark(int Version, DateTimeOffset At);
