using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Mail;

namespace Stepdesk.Engine.Chat;

/// <summary>
/// Puts what is owed into the live desk's chat channels and tells the door what came of it, unless it is an alarm. Each
/// channel for itself: one that is away holds up no other, and no mail. A card stands there twice only when its node dies
/// between the chat's yes and our writing it down; a webhook knows no id by which it could tell.
/// </summary>
public sealed partial class PayChats(
    IDbContextFactory<Db> databases,
    Worlds worlds,
    Desk desk,
    MailOptions address,
    ChatOptions options,
    ILogger<PayChats> log
)
{
    const int AtOnce = 4;

    /// <summary>After this long a card that could not get in is given up, and its ticket says so.</summary>
    public static readonly TimeSpan GivesUpAfter = PayOutbox.GivesUpAfter;
    static readonly Actor Post = Actor.System("chat");
    static readonly Unposted Gone = new("not-set-up", ForGood: true);

    // What a chat took and could not be written down yet. Its lease is kept, so that no other node posts it meanwhile.
    readonly ConcurrentDictionary<long, OutboxRow> unrecorded = new();

    // Until when a channel asked to be left alone, as far as this node knows.
    readonly ConcurrentDictionary<string, DateTimeOffset> rests = new();

    // Longer than one card may take, so that a lease never ends under a living node.
    TimeSpan Lease => 2 * options.Patience + TimeSpan.FromSeconds(30);

    /// <summary>Pays until nothing is due, or a channel is away. How many cards got in.</summary>
    public async Task<int> PayAsync(CancellationToken stop)
    {
        var world = worlds.Live;
        foreach (var owed in unrecorded.Values)
            await RecordAsync(owed, world);
        await GiveUpAsync(world, stop);
        return (await Task.WhenAll(world.Chats.Select(channel => PayAsync(channel, world, stop)))).Sum();
    }

    async Task<int> PayAsync(IChatOut channel, World world, CancellationToken stop)
    {
        for (var paid = 0; ; )
        {
            if (rests.TryGetValue(channel.Name, out var until) && world.Now < until)
                return paid;
            await using var db = await databases.CreateDbContextAsync(stop);
            var due = Due(db, channel.Name, world);
            var taken = await Claims.TakeAsync(db, due, world.Now + Lease, AtOnce, stop);
            var results = await Task.WhenAll(taken.Select(owed => PayAsync(owed, channel, world, stop)));
            paid += results.Count(r => r is null);
            if (taken.Count == 0 || results.Any(r => r is { ForGood: false }))
                return paid;
        }
    }

    // What a ticket says in a channel comes in the order it was said. An alarm waits for nothing.
    static IQueryable<OutboxRow> Due(Db db, string channel, World world)
    {
        var (message, alarm) = (OutboxRow.ChatTo(channel), OutboxRow.ChatAlarmTo(channel));
        return Claims
            .Free(db, world.Id, world.Now)
            .Where(o =>
                o.Effect == alarm
                || (
                    o.Effect == message
                    && !db.Outbox.Any(before =>
                        before.Ticket == o.Ticket
                        && before.Version < o.Version
                        && before.Effect == message
                        && before.DoneAt == null
                        && before.FailedAt == null
                    )
                )
            );
    }

    // Null when the card got in.
    async Task<Unposted?> PayAsync(OutboxRow owed, IChatOut channel, World world, CancellationToken stop)
    {
        if (unrecorded.ContainsKey(owed.Id))
        {
            await RecordAsync(owed, world);
            return null;
        }
        var since = owed.DueAt;
        Unposted? why;
        try
        {
            Cards cards;
            await using (var db = await databases.CreateDbContextAsync(stop))
                cards = await Cards.LoadAsync(db, owed, stop);
            since = cards.Since;
            why = await channel.PostAsync(cards.Compose(address), stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Settling.GiveBackAsync(databases, owed, owed.DueAt, "stopped");
            throw;
        }
#pragma warning disable CA1031 // Whatever went wrong with one card, the others must go on; it is logged and tried again.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogBroken(log, failure, owed.Ticket, owed.Version, channel.Name);
            why = new("failed");
        }
        if (why is null)
        {
            await RecordAsync(owed, world);
            return null;
        }
        LogNotPosted(log, owed.Ticket, owed.Version, channel.Name, owed.Attempts, why.Status);
        if (why.Wait is { } wait)
            rests[channel.Name] = world.Now + wait;
        if (why.ForGood || world.Now - since >= GivesUpAfter)
            await FailedAsync(owed, why.Status, world);
        else
            await Settling.GiveBackAsync(
                databases,
                owed,
                world.Now + (why.Wait ?? BackOff.After(owed.Attempts, isServerAway: true)),
                why.Status
            );
        return why;
    }

    // What is owed to a channel that is no longer set up: said at once, and not after days of waiting.
    async Task GiveUpAsync(World world, CancellationToken stop)
    {
        var known = world
            .Chats.SelectMany(c => (string[])[OutboxRow.ChatTo(c.Name), OutboxRow.ChatAlarmTo(c.Name)])
            .ToList();
        for (; ; )
        {
            await using var db = await databases.CreateDbContextAsync(stop);
            var lost = Claims
                .Free(db, world.Id, world.Now)
                .Where(o => o.Effect.StartsWith(OutboxRow.Chat) && !known.Contains(o.Effect));
            var taken = await Claims.TakeAsync(db, lost, world.Now + Lease, AtOnce, stop);
            foreach (var owed in taken)
            {
                LogNotPosted(log, owed.Ticket, owed.Version, owed.Channel!, owed.Attempts, Gone.Status);
                await FailedAsync(owed, Gone.Status, world);
            }
            if (taken.Count == 0)
                return;
        }
    }

    // Tried again at every beat until it is written.
    async Task RecordAsync(OutboxRow owed, World world)
    {
        unrecorded[owed.Id] = owed;
        try
        {
            await PostedAsync(owed, world);
            unrecorded.TryRemove(owed.Id, out _);
        }
#pragma warning disable CA1031 // The card is there whatever happens here: to fail now would post it again.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogNotRecorded(log, failure, owed.Ticket, owed.Version, owed.Channel!);
        }
    }

    // What the chat accepted is written down even while the host is stopping: else it would be posted again.
    Task PostedAsync(OutboxRow owed, World world) =>
        SettleAsync(
            owed,
            new RecordChatPost(owed.Version, owed.Channel!),
            (db, stop) => Settling.DoneAsync(db, owed, world.Now, stop),
            world
        );

    Task FailedAsync(OutboxRow owed, string status, World world) =>
        SettleAsync(
            owed,
            new RecordChatFailure(owed.Version, owed.Channel!, status),
            (db, stop) => Settling.FailedAsync(db, owed, status, world.Now, stop),
            world
        );

    async Task SettleAsync(
        OutboxRow owed,
        TicketAction action,
        Func<Db, CancellationToken, Task> settleAsync,
        World world
    )
    {
        if (owed.IsAlarm)
        {
            await using var db = await databases.CreateDbContextAsync();
            await settleAsync(db, CancellationToken.None);
            return;
        }
        var outcome = await desk.ActAsync(
            owed.Ticket,
            action,
            Post,
            new() { Also = (db, _, stop) => settleAsync(db, stop) },
            CancellationToken.None
        );
        if (outcome.Refusal is { } refusal)
            await Settling.FailedAsync(databases, owed, refusal.Code, world.Now);
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Message {Version} of ticket {Ticket} is in the chat channel {Channel}, but could not be written down yet"
    )]
    static partial void LogNotRecorded(ILogger log, Exception failure, int ticket, int version, string channel);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Message {Version} of ticket {Ticket} to the chat channel {Channel} could not be written"
    )]
    static partial void LogBroken(ILogger log, Exception failure, int ticket, int version, string channel);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Message {Version} of ticket {Ticket} did not get into the chat channel {Channel} at attempt {Attempt}: {Status}"
    )]
    static partial void LogNotPosted(ILogger log, int ticket, int version, string channel, int attempt, string status);
}
