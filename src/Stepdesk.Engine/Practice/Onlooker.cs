using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Practice;

/// <summary>
/// Stands at the door of a session's world. What the trainee does at the desk becomes moves of the session in the same
/// transaction, so a session knows neither more nor less than its desk; and what only simulated people can say, nobody
/// writes down for them.
/// </summary>
sealed class Onlooker(IDbContextFactory<Db> databases, Library library, SessionTelemetry telemetry, TimeProvider real)
    : IOnlooker
{
    public static readonly Refusal IsPaused = new("practice-is-paused");

    /// <summary>The scenario was changed under a session that is still open.</summary>
    public static readonly Refusal TextGone = new("practice-text-gone");
    public static readonly Refusal OnlyTheySay = new("practice-only-they-say");
    public static readonly Refusal ClockSays = new("practice-clock-says");
    public static readonly Refusal NobodyReported = new("practice-nobody-reported");

    // What says nothing about how somebody works: the page was old, or the session does not go on.
    static readonly HashSet<string> Unremarkable = new(StringComparer.Ordinal)
    {
        Refusals.NoSuchTicket.Code,
        Refusals.Changed.Code,
        Refusals.KeyReused.Code,
        Sound.Unknown.Code,
        Trainee.IsOver.Code,
        IsPaused.Code,
        TextGone.Code,
    };

    public async Task<Refusal?> WhyNotAsync(
        Db db,
        World world,
        Ticket on,
        TicketAction action,
        Actor me,
        CancellationToken stop
    )
    {
        if (!Works(me))
            return null;
        if (await Held.TakeAsync(db, library, real, world.Id, stop) is not { } held)
            return TextGone;
        Director.AdvanceTo(held.Session, held.Now);
        return held.Session.IsOver ? Trainee.IsOver
            : held.Row.State is SessionState.Paused ? IsPaused
            : action switch
            {
                Confirm when !await IsConfirmedAsync(db, held, on, stop) => OnlyTheySay,
                Dispute or Grant or Deny => OnlyTheySay,
                RecordAnswer when !HasAnswered(held.Session) => OnlyTheySay,
                Log log => await WhyNotLoggedAsync(db, held, log, stop),
                // A part of a report belongs to somebody of the session, as the report does.
                Split { Requester: { } whose }
                    when !(await Cast.ReadAsync(db, held.Row.Id, held.Session.Scenario, stop)).ContainsKey(whose) =>
                    NobodyReported,
                _ => null,
            };
    }

    public async Task HearAsync(Db db, World world, IReadOnlyList<Heard> happened, Actor me, CancellationToken stop)
    {
        if (
            (!Works(me) && !happened.Any(IsPassedOn))
            || await Held.TakeAsync(db, library, real, world.Id, stop) is not { } held
        )
            return;
        var cast = await Cast.ReadAsync(db, world.Id, held.Session.Scenario, stop);
        var translation = new Translation(db, held, cast, telemetry);
        foreach (var heard in happened)
        {
            // What the desk adds by itself to an act is not the trainee's.
            if (heard.What.Moment.Who.PersonId != held.Row.Inside && !IsPassedOn(heard))
                continue;
            if (heard.What.What is Logged logged)
                await ReceivedAsync(db, held, cast, heard.Ticket, logged, stop);
            foreach (var move in await translation.OfAsync(heard, happened, stop))
                Trainee.Act(held.Session, move, held.At(heard.What.Moment.When));
            await held.KeepAsync(
                string.Create(CultureInfo.InvariantCulture, $"ticket/{heard.Ticket}/{heard.What.Version}"),
                stop
            );
        }
    }

    public async Task<Refusal?> HearToldAsync(Db db, World world, Recorded told, Actor me, CancellationToken stop)
    {
        if (!Works(me))
            return null;
        if (await Held.TakeAsync(db, library, real, world.Id, stop) is not { } held)
            return TextGone;
        Director.AdvanceTo(held.Session, held.Now);
        if (held.Session.IsOver || held.Row.State is SessionState.Paused)
            return held.Session.IsOver ? Trainee.IsOver : IsPaused;
        var cast = await Cast.ReadAsync(db, world.Id, held.Session.Scenario, stop);
        foreach (var move in new Translation(db, held, cast, telemetry).OfTold(told))
            Trainee.Act(held.Session, move, held.At(told.Moment.When));
        await held.KeepAsync(
            $"{Streams.Broadcasts(world.Id)}/{told.Version.ToString(CultureInfo.InvariantCulture)}",
            stop
        );
        return null;
    }

    public async Task RefusedAsync(World world, string action, Refusal refusal, Actor me, CancellationToken stop)
    {
        if (!Works(me) || Unremarkable.Contains(refusal.Code))
            return;
        await using var db = await databases.CreateDbContextAsync(stop);
        await using var work = await db.BeginAsync(stop);
        if (await Held.TakeAsync(db, library, real, world.Id, stop) is not { } held || held.Row.Inside != me.PersonId)
            return;
        var verb = JsonNamingPolicy.KebabCaseLower.ConvertName(action);
        Trainee.Tried(held.Session, verb, refusal, held.Now);
        await held.KeepAsync(null, stop);
        await db.SaveChangesAsync(stop);
        await work.CommitAsync(stop);
    }

    // Simulated people are customers or parts of the desk when they act; only the trainee works at it.
    static bool Works(Actor me) => me is { PersonId: not null, IsStaff: true };

    // What the trainee said to the first who reported it, the desk says to the others for them.
    static bool IsPassedOn(Heard heard) => heard.What.What is Replied { From: not null } or Resolved { From: not null };

    // Each reporter for themselves: the word of another says nothing about theirs.
    static async Task<bool> IsConfirmedAsync(Db db, Held held, Ticket on, CancellationToken stop) =>
        (await Cast.ReadAsync(db, held.Row.Id, held.Session.Scenario, stop)).TryGetValue(on.Requester, out var reporter)
        && held.Session.Events.LastOrDefault(e =>
            e.Actor == reporter.Id && e.Type is EventTypes.Confirmed or EventTypes.Disputed
        )?.Type is EventTypes.Confirmed;

    static bool HasAnswered(Session session) =>
        session.Story.First(EventTypes.EscalationSent) is { } asked
        && session.Events.Any(e =>
            e.Seq > asked.Seq
            && e.Type is EventTypes.ChatReceived or EventTypes.MailReceived
            && session.Scenario.Person(e.Actor) is { Audience: not Core.Practice.Scenarios.Audience.Customer }
        );

    static async Task<Refusal?> WhyNotLoggedAsync(Db db, Held held, Log log, CancellationToken stop)
    {
        var cast = await Cast.ReadAsync(db, held.Row.Id, held.Session.Scenario, stop);
        if (!cast.TryGetValue(log.Requester, out var reporter) || !HasWritten(held.Session, reporter))
            return NobodyReported;
        if (log.MailId is not { } mail)
            return log.ReportedAt is null ? null : ClockSays;
        var received = await db
            .Mails.Where(m => m.Id == mail && m.World == held.Row.Id && m.State == MailState.Waiting)
            .Select(m => new { m.ReceivedAt, m.Mailbox })
            .SingleOrDefaultAsync(stop);
        return received is null || Post.SenderOf(held.Session, received.Mailbox) != reporter.Id ? NobodyReported
            : log.ReportedAt is { } at && at != received.ReceivedAt ? ClockSays
            : null;
    }

    static bool HasWritten(Session session, Character who) =>
        session.Events.Any(e => e.Actor == who.Id && e.Type is EventTypes.MailReceived or EventTypes.ChatReceived);

    // What somebody reported is logged now: their mails belong to the ticket, and the one it was logged from is done with.
    static async Task ReceivedAsync(
        Db db,
        Held held,
        IReadOnlyDictionary<int, Character> cast,
        int ticket,
        Logged logged,
        CancellationToken stop
    )
    {
        held.Row.Ticket ??= ticket;
        var world = held.Row.Id;
        var waiting = await db
            .Mails.Where(m => m.World == world && m.State == MailState.Waiting)
            .OrderBy(m => m.Id)
            .Select(m => new { m.Id, m.Mailbox })
            .ToListAsync(stop);
        var theirs = waiting.FindAll(m => Post.SenderOf(held.Session, m.Mailbox) == cast[logged.Requester].Id);
        foreach (var mail in theirs)
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO threads (world, message_id, ticket) VALUES ({world}, {Post.MessageId(
                    mail.Mailbox
                )}, {ticket})
                ON CONFLICT DO NOTHING
                """,
                stop
            );
        if ((logged.MailId ?? theirs.FirstOrDefault()?.Id) is { } report)
            await db
                .Mails.Where(m => m.Id == report)
                .ExecuteUpdateAsync(
                    m => m.SetProperty(r => r.State, MailState.Handled).SetProperty(r => r.Ticket, ticket),
                    stop
                );
    }
}
