using Stepdesk.Core.History;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Door;

/// <summary>How an action is asked for, beyond what it is.</summary>
public sealed record Terms
{
    public static readonly Terms None = new();

    /// <summary>Names the request: asked again with the same key, it is answered again and not done again.</summary>
    public string? Key { get; init; }

    /// <summary>Act only while the ticket is at this version.</summary>
    public int? IfVersion { get; init; }

    /// <summary>Why to go on although a step asks for more; only for those who may, see <see cref="Overriding"/>.</summary>
    public string? Override { get; init; }

    /// <summary>What made the actor act, kept with the events: a rule, a job, an import.</summary>
    public string? Cause { get; init; }

    /// <summary>What must be written in the same transaction when the action was not refused, given the ticket's id.</summary>
    public Func<Db, int, CancellationToken, Task>? Also { get; init; }
}

/// <summary>What came of an action.</summary>
/// <param name="Version">The ticket's version afterwards.</param>
public sealed record Outcome(int Ticket, int Version, IReadOnlyList<Recorded> Events, Refusal? Refusal = null)
{
    internal static Outcome No(int ticket, Refusal refusal, int version = 0) => new(ticket, version, [], refusal);
}
