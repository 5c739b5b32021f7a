using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.Broadcasts;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Broadcasts;

/// <summary>
/// The door to broadcasts: permission, whom it reaches, history and owed mails in one transaction, in the world of whoever
/// acts. Of two at the same instant the later one decides on what the first one left.
/// </summary>
public sealed class Broadcasting(
    IDbContextFactory<Db> databases,
    Worlds worlds,
    BroadcastShelf shelf,
    Changes changes,
    TimeProvider real
)
{
    /// <summary>Somebody told something since the page was read.</summary>
    public static readonly Refusal Changed = new("broadcast-has-changed");

    // Another one's broadcast at the same instant is no reason to refuse this one.
    const int Tries = 3;

    /// <summary>Tells, or says why not. Answers the broadcast as it is then.</summary>
    /// <param name="after">The edition that was looked at; another one since then refuses this. Null minds none.</param>
    public Task<(Broadcast? Told, Refusal? Refusal)> ActAsync(
        BroadcastAction action,
        int? after,
        Actor me,
        CancellationToken stop
    ) => ActAsync(action, after, me, key: null, stop);

    /// <inheritdoc cref="ActAsync(BroadcastAction, int?, Actor, CancellationToken)"/>
    /// <param name="key">Names the request: asked again with the same key, it is answered again and nobody is told again.</param>
    public async Task<(Broadcast? Told, Refusal? Refusal)> ActAsync(
        BroadcastAction action,
        int? after,
        Actor me,
        string? key,
        CancellationToken stop
    )
    {
        if (!Permissions.MayBroadcast(me))
            return (null, Refusals.NotAllowed);
        if (Sound.Check(action) is { } unsound)
            return (null, unsound);
        var request = Answers.KeyOf(
            me,
            key,
            () => $"{action.GetType().Name}\n{JsonSerializer.Serialize(action, action.GetType())}"
        );
        for (var tried = 1; ; tried++)
        {
            await using var db = await databases.CreateDbContextAsync(stop);
            var world = await worlds.OfAsync(db, me, stop);
            var number = 0;
            var edit = await db.EditAsync(
                Streams.Broadcasts(world.Id),
                world.Id,
                Changed,
                after: null,
                new(world.Now, me),
                real.GetUtcNow().ToMicroseconds(),
                DecideAsync,
                stop
            );
            if (edit.Refusal == Changed && tried < Tries && after is null)
                continue;
            if (edit.Refusal is { } refusal)
            {
                if (world.Onlooker is { } onlooker)
                    await onlooker.RefusedAsync(world, action.GetType().Name, refusal, me, stop);
                return (null, refusal);
            }
            var told = (await shelf.LatestAsync(db, world.Id, stop)).Find(number);
            // Raises what pays; a page about no ticket hears nothing.
            changes.Tell(told?.Ticket ?? 0);
            return (told, null);

            async Task<Decision> DecideAsync(int version)
            {
                if (request is not null && await Answers.FindAsync(db, request, stop) is { } before)
                {
                    number = before.Version;
                    return before.Refusal is { } reused ? reused : Decision.Nothing;
                }
                var book = await shelf.LatestAsync(db, world.Id, stop);
                var informed = await InformAsync(db, world, book, Tidied(action), me, stop);
                if (WhyNotAfter(book, informed, after) is { } changed)
                    return changed;
                var moment = new Moment(world.Now, me);
                var decision = informed.Decide(book, moment);
                number = NumberOf(informed) ?? book.NextNumber;
                foreach (var what in decision.Events)
                {
                    var recorded = new Recorded(++version, moment, what);
                    if (
                        world.Onlooker is { } onlooker
                        && await onlooker.HearToldAsync(db, world, recorded, me, stop) is { } barred
                    )
                        return barred;
                    db.Outbox.AddRange(Owed(world, number, recorded));
                }
                if (request is not null && decision.Refusal is null)
                    db.Answered.Add(request.Answered(OutboxRow.NoTicket, number, real.GetUtcNow().ToMicroseconds()));
                return decision;
            }
        }
    }

    /// <summary>
    /// Whom it would reach, and why it could not be told so; nothing is kept and nobody is told. That it reaches many is no
    /// reason here: that is what is asked.
    /// </summary>
    public async Task<(Reach? Reach, Refusal? Refusal)> PreviewAsync(
        BroadcastAction action,
        Actor me,
        CancellationToken stop
    )
    {
        if (!Permissions.MayBroadcast(me))
            return (null, Refusals.NotAllowed);
        if (Sound.Check(action) is { } unsound)
            return (null, unsound);
        await using var db = await databases.CreateDbContextAsync(stop);
        var world = await worlds.OfAsync(db, me, stop);
        var book = await shelf.LatestAsync(db, world.Id, stop);
        var informed = await InformAsync(db, world, book, Tidied(action), me, stop);
        var readers = informed.Readers;
        if (NumberOf(informed) is { } number)
            readers = [.. readers.Union(book.Find(number)?.Readers ?? []).Order()];
        var refusal = (informed with { Confirmed = BroadcastAction.Most }).Decide(book, new(world.Now, me)).Refusal;
        var first = readers.Take(Reach.Shown).ToList();
        var names = await db
            .People.Where(p => first.Contains(p.Id))
            .OrderBy(p => p.Id)
            .Select(p => p.Name)
            .ToListAsync(stop);
        return (new(readers.Count, names, refusal), null);
    }

    /// <summary>All broadcasts of the world somebody is in.</summary>
    public async Task<BroadcastBook> ReadAsync(Actor me, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await shelf.LatestAsync(db, (await worlds.OfAsync(db, me, stop)).Id, stop);
    }

    /// <summary>What everybody may read at the live desk now.</summary>
    public async Task<BroadcastBook> LiveAsync(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await shelf.LatestAsync(db, worlds.Live.Id, stop);
    }

    static BroadcastAction Tidied(BroadcastAction action) =>
        (action is SendBroadcast send ? send with { To = send.To.Tidy() } : action) with
        {
            Tellings = Core.Broadcasts.Tellings.Tidy(action.Tellings),
        };

    static int? NumberOf(BroadcastAction action) =>
        action switch
        {
            UpdateBroadcast update => update.Number,
            WithdrawBroadcast withdraw => withdraw.Number,
            _ => null,
        };

    static Refusal? WhyNotAfter(BroadcastBook book, BroadcastAction action, int? after) =>
        after is { } looked
        && NumberOf(action) is { } number
        && book.Find(number) is { } now
        && now.Latest.Version != looked
            ? Changed
            : null;

    // The ticket is held, so that it is not closed while it is told of; a broadcast that is over reaches nobody new.
    static async Task<BroadcastAction> InformAsync(
        Db db,
        World world,
        BroadcastBook book,
        BroadcastAction action,
        Actor me,
        CancellationToken stop
    )
    {
        var (ticket, circle) = action switch
        {
            SendBroadcast send => (send.Ticket, send.To),
            UpdateBroadcast update when book.Find(update.Number) is { } known => (known.Ticket, known.To),
            _ => (null, new Circle()),
        };
        (int Id, Ticket Ticket)? about = null;
        if (
            ticket is { } id
            && (
                db.Database.CurrentTransaction is null
                    ? await db.Tickets.FindAsync([id], stop)
                    : await db.HoldAsync(id, stop)
            )
                is { } row
            && row.World == world.Id
        )
            about = (id, Ticket.From((await db.StreamAsync(Streams.Ticket(id), stop)).Select(e => e.Read())));
        var readers = await Circles.FindAsync(db, world.Id, circle, about, me, stop);
        return (action is SendBroadcast wanted ? wanted with { About = about?.Ticket } : action) with
        {
            Readers = readers,
        };
    }

    static IEnumerable<OutboxRow> Owed(World world, int number, Recorded recorded)
    {
        var readers = recorded.What switch
        {
            BroadcastSent sent => sent.Readers,
            BroadcastUpdated updated => updated.Readers,
            BroadcastWithdrawn withdrawn => withdrawn.Readers,
            _ => [],
        };
        return readers.Select(reader => new OutboxRow
        {
            World = world.Id,
            Ticket = OutboxRow.NoTicket,
            Version = recorded.Version,
            Effect = OutboxRow.BroadcastTo(number, reader),
            DueAt = recorded.Moment.When,
        });
    }
}

/// <summary>Whom a broadcast would reach.</summary>
/// <param name="Names">Of the first of them.</param>
/// <param name="Refusal">Why it could not be told as it is.</param>
public sealed record Reach(int Count, IReadOnlyList<string> Names, Refusal? Refusal)
{
    /// <summary>So many names are enough to see whether it is the right circle.</summary>
    public const int Shown = 12;
}
