using System.Collections.Immutable;
using Stepdesk.Core.History;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Templates;

/// <summary>The templates of a desk: those that were written, over those it came with.</summary>
public sealed class TemplateBook
{
    public static readonly Refusal NoSuchTemplate = new("no-such-template");

    /// <summary>As a desk comes.</summary>
    public static readonly TemplateBook Shipped = new(0, ImmutableDictionary<Slot, (string?, int)>.Empty);

    // Without a text: given up, which is an edit that the next editor must have seen.
    readonly ImmutableDictionary<Slot, (string? Text, int Version)> edits;

    TemplateBook(int version, ImmutableDictionary<Slot, (string?, int)> edits) =>
        (Version, this.edits) = (version, edits);

    /// <summary>Counts the edits.</summary>
    public int Version { get; }

    /// <summary>As it stands after what happened.</summary>
    public TemplateBook After(IEnumerable<Recorded> history) =>
        history.Aggregate(
            this,
            (book, recorded) =>
                recorded.What is TemplateSet set
                    ? new(recorded.Version, book.edits.SetItem(set.Slot, (set.Text, recorded.Version)))
                    : book
        );

    /// <summary>What every message can be begun from, in order: the shipped ones, each written over or not, and those of a class or a team.</summary>
    public IEnumerable<Template> All =>
        Enum.GetValues<Occasion>()
            .SelectMany(o => Enum.GetValues<Audience>().Where(a => IsWritten(o, a)).Select(a => (o, a)))
            .SelectMany(p => Enum.GetValues<Language>().Select(l => new Slot(p.o, p.a, l)))
            .Union(edits.Where(e => e.Value.Text is not null).Select(e => e.Key))
            .OrderBy(s => s.Occasion)
            .ThenBy(s => s.Audience)
            .ThenBy(s => s.Team)
            .ThenBy(s => s.Class)
            .ThenBy(s => s.Language)
            .Select(s => Of(s)!);

    /// <summary>Whether this audience is written to then; the others have no templates.</summary>
    public static bool IsWritten(Occasion occasion, Audience audience) => Words.Text.Knows(Key(occasion, audience));

    /// <summary>The one that was written for just this; else the text that holds in its place; null where nobody writes so.</summary>
    public Template? Of(Slot slot) =>
        edits.TryGetValue(slot, out var edit) && edit.Text is { } text ? new(slot, text, edit.Version) { IsOwn = true }
        : Fitting(slot.Occasion, slot.Audience, slot.Language, slot.Class, slot.Team) is { } instead
            ? new(slot, instead.Text, edit.Version)
        : null;

    /// <summary>The one that fits a ticket best: of its team, else of its class, else of all, else as shipped; null where there is none.</summary>
    public Template? Fitting(
        Occasion occasion,
        Audience audience,
        Language language,
        ClassOfService? classOfService,
        int? team
    ) =>
        edits
            .Where(e =>
                e.Value.Text is not null
                && e.Key.Occasion == occasion
                && e.Key.Audience == audience
                && e.Key.Language == language
                && e.Key.Covers(classOfService, team)
            )
            .OrderByDescending(e => e.Key.Closeness)
            .Select(e => Of(e.Key))
            .FirstOrDefault()
        ?? ShippedFor(new(occasion, audience, language));

    /// <summary>The one a desk comes with, the same for every class and team; null where it comes with none.</summary>
    public static Template? ShippedFor(Slot slot)
    {
        var key = Key(slot.Occasion, slot.Audience);
        return Words.Text.Knows(key) ? new(slot, Words.Text.Of(key, slot.Language)) : null;
    }

    static string Key(Occasion occasion, Audience audience) => $"template-{occasion}-{audience}".ToLowerInvariant();
}
