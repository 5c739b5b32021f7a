using Stepdesk.Core.History;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Templates;

/// <summary>When something is written.</summary>
public enum Occasion
{
    /// <summary>The first answer.</summary>
    Acknowledgement = 1,

    /// <summary>News while the work goes on, or that there are none.</summary>
    Update,

    /// <summary>Specialists are asked; to the requester, that they are.</summary>
    Escalation,

    /// <summary>What was done.</summary>
    Resolution,

    /// <summary>Whether it works, asked the first times.</summary>
    FollowUp,

    /// <summary>Whether it works, asked the last time before the ticket closes.</summary>
    Reminder,
}

/// <summary>What a template is for. Without a class or a team it is for all of them.</summary>
public sealed record Slot(
    Occasion Occasion,
    Audience Audience,
    Language Language,
    ClassOfService? Class = null,
    int? Team = null
)
{
    /// <summary>Whether it is for a ticket of this class and team.</summary>
    public bool Covers(ClassOfService? classOfService, int? team) =>
        (Class is null || Class == classOfService) && (Team is null || Team == team);

    // What a team says goes before what a class says: a team knows its own readers.
    internal int Closeness => (Team is null ? 0 : 2) + (Class is null ? 0 : 1);
}

/// <summary>A text that a message is begun from, in Liquid, with the variables of <see cref="Variable"/>.</summary>
/// <param name="Version">Where its slot was last written or given up; 0 for one that nobody touched.</param>
public sealed record Template(Slot Slot, string Text, int Version = 0)
{
    /// <summary>Whether it was written here; else it is a shipped one.</summary>
    public bool IsOwn { get; init; }
}

/// <summary>A template was written anew, or, without a text, given up for the shipped one; one stream for the desk.</summary>
public sealed record TemplateSet(Slot Slot, string? Text) : Event;
