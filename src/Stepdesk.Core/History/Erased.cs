namespace Stepdesk.Core.History;

/// <summary>
/// Personal text was removed from this stream: the payloads of <paramref name="Versions"/> are blank and their
/// salts gone. Only an event so named may miss its salt.
/// </summary>
public sealed record Erased(IReadOnlyList<int> Versions, string Why, string LegalGround) : Event
{
    /// <summary>SHA-256 of what each payload reads now, in the order of <see cref="Versions"/>, so that it stays sealed.</summary>
    public IReadOnlyList<string> Remains { get; init; } = [];
}
