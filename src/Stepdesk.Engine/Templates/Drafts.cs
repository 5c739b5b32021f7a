using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.Broadcasts;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Templates;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Broadcasts;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Templates;

/// <summary>What a message would begin with.</summary>
/// <param name="Language">Its readers'.</param>
/// <param name="IsOwn">Whether the template was written here; else it is a shipped one.</param>
public sealed record Begun(string Text, Language Language, bool IsOwn);

/// <summary>The ticket a message is about, as it stands in somebody's hand.</summary>
public sealed record About(int Id, int Number, Ticket Ticket);

/// <summary>Begins messages on a ticket from the desk's templates.</summary>
public sealed class Drafts(TemplateShelf shelf, KnownIncidents incidents)
{
    /// <summary>The text a message would begin with, or why there is none.</summary>
    /// <param name="language">The readers' own when left out.</param>
    /// <param name="me">Who writes; the desk itself is no agent.</param>
    public async Task<(Begun? Draft, Refusal? Refusal)> BeginAsync(
        Db db,
        World world,
        About about,
        Occasion occasion,
        Audience audience,
        Language? language,
        Actor me,
        CancellationToken stop
    )
    {
        var ticket = about.Ticket;
        var spoken = language ?? await LanguageOfAsync(db, world, ticket, audience, stop);
        var book = await shelf.LatestAsync(db, world.Id, stop);
        if (book.Fitting(occasion, audience, spoken, ticket.Class, ticket.Team) is not { } template)
            return (null, TemplateBook.NoSuchTemplate);
        var values = await ValuesAsync(db, world, about, me, stop);
        // Asked only where it is said: most messages are about no incident that many know.
        if (template.Text.Contains("incident", StringComparison.Ordinal))
            values = values with { Incident = await IncidentAsync(db, world, about, stop) };
        var (text, refusal) = Filling.Fill(template.Text, values.In(spoken));
        return text is null ? (null, refusal) : (new(text, spoken, template.IsOwn), null);
    }

    /// <summary>What many are told of the incident this ticket seems to report; null when it seems to report none.</summary>
    internal async Task<Edition?> IncidentAsync(Db db, World world, About about, CancellationToken stop) =>
        await incidents.OfAsync(db, world, about.Id, about.Ticket, stop) is [var surest, ..]
            ? surest.Broadcast.Latest
            : null;

    /// <summary>What the variables stand for on this ticket, when this person writes.</summary>
    internal static async Task<Values> ValuesAsync(Db db, World world, About about, Actor me, CancellationToken stop)
    {
        var ticket = about.Ticket;
        var names = await db
            .People.Where(p => p.Id == ticket.Requester || p.Id == me.PersonId)
            .ToDictionaryAsync(p => p.Id, p => p.Name, stop);
        var team = await db.Teams.Where(t => t.Id == ticket.Team).Select(t => t.Name).SingleOrDefaultAsync(stop);
        var (desk, zone) = await DeskAsync(db, world, stop);
        return new(world.Now, zone)
        {
            Customer = names.GetValueOrDefault(ticket.Requester),
            Number = about.Number,
            Title = ticket.Title,
            Class = ticket.Class,
            Affected = ticket.AffectedInAll?.Count,
            Deadline = ticket.Deadline,
            Agent = names.GetValueOrDefault(me.PersonId ?? 0),
            Team = team,
            Desk = desk,
            Solution = await SolutionAsync(db, about, stop),
        };
    }

    /// <summary>What the desk is called and where its clocks hang.</summary>
    internal static async Task<(string? Name, TimeZoneInfo Zone)> DeskAsync(Db db, World world, CancellationToken stop)
    {
        var row = await db.Worlds.AsNoTracking().SingleOrDefaultAsync(w => w.Id == world.Id, stop);
        return (
            row?.Name,
            row is not null && TimeZoneInfo.TryFindSystemTimeZoneById(row.Zone, out var zone) ? zone : TimeZoneInfo.Utc
        );
    }

    // It may be in hand and not yet in the database, where much happens in one transaction.
    static async Task<string?> SolutionAsync(Db db, About about, CancellationToken stop) =>
        about.Ticket.Resolution is { } resolution
        && await db.History.FindAsync([Streams.Ticket(about.Id), resolution.Version], stop) is { } row
            ? (row.Read().What as Resolved)?.Solution
            : null;

    // Several readers may speak several languages, and one message is in one: in the one most of them read.
    static async Task<Language> LanguageOfAsync(
        Db db,
        World world,
        Ticket ticket,
        Audience audience,
        CancellationToken stop
    )
    {
        var readers =
            audience is Audience.Requester
                ? [ticket.Requester]
                : ticket.Parties.Where(p => p.As == audience).Select(p => p.Person).ToList();
        var spoken = await db
            .People.Where(p => readers.Contains(p.Id))
            .GroupBy(p => p.Language)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key)
            .Select(g => (Language?)g.Key)
            .FirstOrDefaultAsync(stop);
        return spoken
            ?? await db.Worlds.Where(w => w.Id == world.Id).Select(w => w.Language).SingleOrDefaultAsync(stop);
    }
}
