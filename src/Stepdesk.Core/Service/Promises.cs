namespace Stepdesk.Core.Service;

/// <summary>What the desk promises on every ticket, in elapsed time.</summary>
/// <param name="Log">From the report until it is logged.</param>
/// <param name="Acknowledge">From the report until an answer was accepted for delivery to the requester.</param>
/// <param name="UpdateEvery">From one update to the next until the resolution was told.</param>
public sealed record Promises(TimeSpan Log, TimeSpan Acknowledge, TimeSpan UpdateEvery)
{
    public static readonly Promises Default = new(
        TimeSpan.FromMinutes(15),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(24)
    );
}
