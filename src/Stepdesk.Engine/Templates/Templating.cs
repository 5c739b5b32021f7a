using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Templates;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Templates;

/// <summary>Edits the texts that messages are begun from. What was written of them already is nobody's to change.</summary>
public sealed class Templating(
    IDbContextFactory<Db> databases,
    Worlds worlds,
    TemplateShelf shelf,
    Drafts drafts,
    TimeProvider real
)
{
    public static readonly Refusal Changed = new("template-has-changed");

    /// <summary>
    /// Keeps the template for this slot, or gives it up for the shipped one, and answers it as it is then; or says why not.
    /// What is so already is no edit.
    /// </summary>
    /// <param name="text">In Liquid; null gives up what was written.</param>
    /// <param name="after">The version of this template that was looked at; another edit of it since then refuses this one. Null minds none.</param>
    public async Task<(Template? Set, Refusal? Refusal)> SetAsync(
        Slot slot,
        string? text,
        int? after,
        Actor me,
        CancellationToken stop
    )
    {
        if (!Permissions.MaySetTemplates(me))
            return (null, Refusals.NotAllowed);
        if (Sound.Check(slot) is { } unsound)
            return (null, unsound);
        if (!TemplateBook.IsWritten(slot.Occasion, slot.Audience))
            return (null, TemplateBook.NoSuchTemplate);
        var world = worlds.Live;
        var wanted = text is null ? null : Plain.Text(text);
        var sample = Values.Sample(slot.Language, "", world.Now, TimeZoneInfo.Utc).In(slot.Language);
        if (wanted is not null && Filling.Check(wanted, sample) is { } wrong)
            return (null, wrong);
        await using var db = await databases.CreateDbContextAsync(stop);
        if (wanted is not null && await Assignees.CheckTeamAsync(db, world.Id, slot.Team, stop) is { } noSuchTeam)
            return (null, noSuchTeam);
        var edit = await db.EditAsync(
            Streams.Templates(world.Id),
            world.Id,
            Changed,
            // The stream is every template's; who edits another one is in nobody's way.
            after: null,
            new(world.Now, me),
            real.GetUtcNow().ToMicroseconds(),
            DecideAsync,
            stop
        );
        return edit.Refusal is { } refusal
            ? (null, refusal)
            : ((await shelf.LatestAsync(db, world.Id, stop)).Of(slot), null);

        async Task<Decision> DecideAsync(int version)
        {
            var now = (await shelf.LatestAsync(db, world.Id, stop)).Of(slot)!;
            return after is not null && after != now.Version ? Changed
                : wanted == (now.IsOwn ? now.Text : null) ? Decision.Nothing
                : new TemplateSet(slot, wanted);
        }
    }

    /// <summary>As they are now.</summary>
    public async Task<TemplateBook> ReadAsync(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await shelf.LatestAsync(db, worlds.Live.Id, stop);
    }

    /// <summary>
    /// A text as a message would begin with it: on a ticket, or on one that does not exist. Nothing is kept.
    /// </summary>
    /// <param name="ticket">The id of a ticket this reader may see.</param>
    public async Task<(string? Text, Refusal? Refusal)> PreviewAsync(
        string text,
        Language language,
        int? ticket,
        Actor me,
        CancellationToken stop
    )
    {
        if (!Permissions.MaySeeTemplates(me))
            return (null, Refusals.NotAllowed);
        await using var db = await databases.CreateDbContextAsync(stop);
        if (ticket is not { } id)
            return Filling.Fill(text, (await SampleAsync(db, language, stop)).In(language));
        var number = await db
            .Tickets.Where(t => t.Id == id && t.World == worlds.Live.Id)
            .Select(t => (int?)t.Number)
            .SingleOrDefaultAsync(stop);
        var history = number is null ? [] : await db.StreamAsync(Streams.Ticket(id), stop);
        var read = Ticket.From(history.Select(e => e.Read()));
        if (number is null || !Permissions.MaySee(me, read))
            return (null, Refusals.NoSuchTicket);
        var about = new About(id, number.Value, read);
        var values = (await Drafts.ValuesAsync(db, worlds.Live, about, me, stop)) with
        {
            Incident = await drafts.IncidentAsync(db, worlds.Live, about, stop),
        };
        return Filling.Fill(text, values.In(language));
    }

    async Task<Values> SampleAsync(Db db, Language language, CancellationToken stop)
    {
        var (desk, zone) = await Drafts.DeskAsync(db, worlds.Live, stop);
        return Values.Sample(language, desk ?? "Stepdesk", worlds.Live.Now, zone);
    }
}
