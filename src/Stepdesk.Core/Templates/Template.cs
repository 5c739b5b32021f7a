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
public sealed record Template(Slot Slot, string Text);

/// <summary>A template was written anew, or, without a text, given up for the shipped one; one stream for the desk.</summary>
public sealed record TemplateSet(Slot Slot, string? Text) : Event;

/// <summary>The templates of a desk: those that were written, over those it came with.</summary>
public sealed class TemplateBook
{
    readonly Dictionary<Slot, string> written = [];

    /// <summary>As they stand after what happened.</summary>
    public static TemplateBook From(IEnumerable<Event> history)
    {
        var templates = new TemplateBook();
        foreach (var set in history.OfType<TemplateSet>())
            if (set.Text is { } text)
                templates.written[set.Slot] = text;
            else
                templates.written.Remove(set.Slot);
        return templates;
    }

    /// <summary>Those that were written here, in order.</summary>
    public IEnumerable<Template> Written =>
        written
            .Select(w => new Template(w.Key, w.Value))
            .OrderBy(t => t.Slot.Occasion)
            .ThenBy(t => t.Slot.Audience)
            .ThenBy(t => t.Slot.Language)
            .ThenBy(t => t.Slot.Class)
            .ThenBy(t => t.Slot.Team);

    /// <summary>The one that fits a ticket best: of its team, else of its class, else of all, else as shipped; null where there is none.</summary>
    public Template? Fitting(
        Occasion occasion,
        Audience audience,
        Language language,
        ClassOfService? classOfService,
        int? team
    ) =>
        Written
            .Where(t =>
                t.Slot.Occasion == occasion
                && t.Slot.Audience == audience
                && t.Slot.Language == language
                && t.Slot.Covers(classOfService, team)
            )
            .MaxBy(t => t.Slot.Closeness)
        ?? ShippedFor(new(occasion, audience, language));

    /// <summary>The one a desk comes with; null where it comes with none.</summary>
    public static Template? ShippedFor(Slot slot)
    {
        var key = $"template-{slot.Occasion}-{slot.Audience}".ToLowerInvariant();
        return Words.Text.Knows(key) ? new(slot, Words.Text.Of(key, slot.Language)) : null;
    }
}
