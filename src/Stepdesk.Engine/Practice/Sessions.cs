using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Lookups;
using Stepdesk.Engine.Mail;
using Stepdesk.Engine.Telemetry;

namespace Stepdesk.Engine.Practice;

/// <summary>
/// The practice ground's door. A session goes on by itself: any node lets happen what is due, and one that was killed
/// loses nothing, since all there is to a session is its stream of history.
/// </summary>
public sealed class Sessions
{
    public static readonly Refusal NoScenario = new("practice-no-scenario");

    /// <summary>There is no such session, or not for this reader.</summary>
    public static readonly Refusal NoSession = new("practice-no-session");

    /// <summary>What the desk has a form for is done with that form.</summary>
    public static readonly Refusal AtTheDesk = new("practice-at-the-desk");
    public static readonly Refusal ByMail = new("practice-by-mail");
    public static readonly Refusal IsAssessed = new("practice-is-assessed");
    public static readonly Refusal NoSuchSpeed = new("practice-speed");
    public static readonly Refusal NothingComes = new("practice-nothing-comes");
    public static readonly Refusal NotOver = new("practice-not-over");

    /// <summary>How much faster than the real time a session's clock may go.</summary>
    public static IReadOnlyList<int> Speeds { get; } = [1, 2, 5, 10];

    // What the side panel offers; everything else a trainee can do, the desk does.
    static readonly HashSet<string> Beside = new(StringComparer.Ordinal)
    {
        "look",
        "message",
        "test",
        "watch",
        "reset-link",
        "reactivate",
        "set-password",
        "extract",
        "article",
        "draft",
        "submit",
        "finish",
    };

    // Writing what is handed in is no part of what is timed.
    static readonly HashSet<string> WhilePaused = new(StringComparer.Ordinal) { "submit", "finish" };

    readonly IDbContextFactory<Db> databases;
    readonly Library library;
    readonly SimulatedWorlds worlds;
    readonly Starting starting;
    readonly Arrivals arrivals;
    readonly SessionTelemetry telemetry;
    readonly PayOutbox outbox;
    readonly Watch watch;
    readonly TimeProvider real;

    internal Sessions(
        IDbContextFactory<Db> databases,
        Library library,
        SimulatedWorlds worlds,
        Starting starting,
        Arrivals arrivals,
        SessionTelemetry telemetry,
        PayOutbox outbox,
        Watch watch,
        TimeProvider real
    ) =>
        (
            this.databases,
            this.library,
            this.worlds,
            this.starting,
            this.arrivals,
            this.telemetry,
            this.outbox,
            this.watch,
            this.real
        ) = (databases, library, worlds, starting, arrivals, telemetry, outbox, watch, real);

    /// <summary>Begins a session for somebody of the live desk, or says why not.</summary>
    /// <param name="trainee">Who practises.</param>
    /// <param name="seed">Decides everything left to chance; drawn when left out.</param>
    public async Task<(int? Id, Refusal? Refusal)> StartAsync(
        string scenario,
        Actor trainee,
        PracticeMode mode,
        Language language,
        ulong? seed = null,
        CancellationToken stop = default
    )
    {
        if (library.Find(scenario) is not { } found)
            return (null, NoScenario with { Detail = scenario });
        if (!Permissions.MayPractise(trainee))
            return (null, Core.Tickets.Refusals.NotAllowed);
        var id = await starting.StartAsync(found, trainee, mode, language, seed, stop);
        await AdvanceAsync(id, stop);
        return (id, null);
    }

    /// <summary>The session as it is now; null when there is none for this reader.</summary>
    public async Task<PracticeSession?> FindAsync(int id, Actor me, CancellationToken stop = default)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        if (await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, stop) is not { } row)
            return null;
        if (row.Trainee != me.PersonId && row.Inside != me.PersonId && !Permissions.MaySeePractice(me))
            return null;
        var history = await db.StreamAsync(Streams.Session(id), stop);
        return await Held.ResumeAsync(db, library, row, history, stop) is { } session
            ? new(
                row,
                session,
                worlds.Of(row),
                await db.People.AsNoTracking().SingleAsync(p => p.Id == row.Inside, stop)
            )
            {
                SkippedTo = SkippedTo(history, session),
            }
            : null;
    }

    /// <summary>Lets happen what is due in the session and lets the desk hear of it. Does nothing when nothing is due.</summary>
    /// <exception cref="InvalidOperationException">There is no such session.</exception>
    public async Task AdvanceAsync(int id, CancellationToken stop = default)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var row =
            await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, stop)
            ?? throw new InvalidOperationException($"There is no session {id}.");
        var now = real.GetUtcNow();
        if (row.DueAt <= now || Held.AwaySince(row, now) is not null)
        {
            await GoOnAsync(id, stop);
            row = await db.Sessions.AsNoTracking().SingleAsync(s => s.Id == id, stop);
        }
        await arrivals.EnterAsync(id, stop);
        var world = worlds.Of(row);
        if (await db.Outbox.AnyAsync(o => o.World == id && o.DoneAt == null && o.FailedAt == null, stop))
            await outbox.PayAsync(world, stop);
        await watch.LookAsync(world, stop);
    }

    /// <summary>What the trainee does beside the desk: look something up, chat, test, watch, hand in.</summary>
    public Task<Refusal?> MoveAsync(int id, Move move, Actor me, CancellationToken stop = default) =>
        ChangeAsync(
            id,
            me,
            held =>
                !Beside.Contains(move.Verb) ? AtTheDesk
                : held.Row.State is SessionState.Paused && !WhilePaused.Contains(move.Verb) ? Onlooker.IsPaused
                : move.Verb is "message" && IsToCustomer(held.Session, move) ? ByMail
                : Trainee.Act(
                    held.Session,
                    move.Verb is "message" ? new(move.Verb, move.Fields.With("channel", "chat")) : move,
                    held.Now
                ),
            stop
        );

    /// <summary>Stops the session's clock, lets it go on, faster or slower, or puts it forward to the next thing that can be seen.</summary>
    public Task<Refusal?> PaceAsync(int id, Pace pace, Actor me, CancellationToken stop = default) =>
        ChangeAsync(
            id,
            me,
            held =>
            {
                Director.AdvanceTo(held.Session, held.Now);
                var row = held.Row;
                var now = SessionClock.Of(row, real).GetUtcNow();
                if (held.Session.IsOver)
                    return Trainee.IsOver;
                if (row.Mode is PracticeMode.Assessed)
                    return IsAssessed;
                switch (pace.Change)
                {
                    case PaceChange.Paused when row.State is SessionState.Running:
                        held.Pace(PaceChange.Paused, row.Times, now, me);
                        return null;
                    case PaceChange.Resumed when row.State is SessionState.Paused:
                        held.Pace(PaceChange.Resumed, row.Times, now, me);
                        return null;
                    case PaceChange.Sped:
                        if (!Speeds.Contains(pace.Times))
                            return NoSuchSpeed;
                        held.Pace(PaceChange.Sped, pace.Times, now, me);
                        return null;
                    case PaceChange.Skipped:
                        if (PuttingForward.Of(held.Session, held.Now) is not { } next)
                            return NothingComes;
                        held.Pace(PaceChange.Skipped, row.Times, next > now ? next : now, me);
                        Director.AdvanceTo(held.Session, held.Now);
                        return null;
                    default:
                        return null; // asked twice, it stands or goes as it did
                }
            },
            stop
        );

    /// <summary>How the session went, line by line; only once it is over.</summary>
    public async Task<(Report? Report, Refusal? Refusal)> ReportAsync(
        int id,
        Actor me,
        CancellationToken stop = default
    ) =>
        await FindAsync(id, me, stop) is not { } session ? (null, NoSession)
        : !session.IsOver ? (null, NotOver)
        : (Judge.Of(session.Scenario, session.Session.Events), null);

    /// <summary>Somebody's sessions, the latest first.</summary>
    public async Task<IReadOnlyList<SessionRow>> OfAsync(int trainee, CancellationToken stop = default)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db
            .Sessions.AsNoTracking()
            .Where(s => s.Trainee == trainee)
            .OrderByDescending(s => s.Id)
            .Take(100)
            .ToListAsync(stop);
    }

    /// <summary>The one source of telemetry there is in a session: what is asked of it, the session knows.</summary>
    /// <param name="me">Who asks; only the trainee's looks count.</param>
    public ITelemetrySource TelemetryOf(PracticeSession session, Actor me) => new Looking(this, telemetry, session, me);

    /// <summary>The systems of its scenario that can be asked for a ticket, as those of the live desk can.</summary>
    /// <inheritdoc cref="TelemetryOf"/>
    public IEnumerable<ILookupSystem> SystemsOf(PracticeSession session, Actor me) =>
        session.Scenario.Systems.Select(name => new SessionSystem(this, session, name, me));

    static DateTimeOffset? SkippedTo(IReadOnlyList<HistoryRow> history, Session session) =>
        history.LastOrDefault(e => EventNames.TypeOf(e.Kind) == typeof(SessionPaced)) is { } last
        && last.Read().What is SessionPaced { Change: PaceChange.Skipped, Sim: var to }
            ? to.ToOffset(session.Scenario.Start.Offset)
            : null;

    static bool IsToCustomer(Session session, Move move) =>
        move.Fields.All("to").Any(to => session.Scenario.Person(to) is { Audience: Audience.Customer });

    async Task GoOnAsync(int id, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        await using var work = await db.BeginAsync(stop);
        if (await Held.TakeAsync(db, library, real, id, stop) is not { } held)
        {
            // Its scenario was rewritten: nothing comes of it any more, and nobody need look again.
            await db
                .Sessions.Where(s => s.Id == id)
                .ExecuteUpdateAsync(s => s.SetProperty(r => r.DueAt, (DateTimeOffset?)null), stop);
            await work.CommitAsync(stop);
            return;
        }
        Director.AdvanceTo(held.Session, held.Now);
        await held.KeepAsync(null, stop);
        await db.SaveChangesAsync(stop);
        await work.CommitAsync(stop);
    }

    // What a refused move left behind is kept too: it was tried.
    internal async Task<Refusal?> ChangeAsync(int id, Actor me, Func<Held, Refusal?> change, CancellationToken stop)
    {
        Refusal? refusal;
        await using (var db = await databases.CreateDbContextAsync(stop))
        {
            await using var work = await db.BeginAsync(stop);
            if (
                !await db.Sessions.AnyAsync(
                    s => s.Id == id && (s.Trainee == me.PersonId || s.Inside == me.PersonId),
                    stop
                )
            )
                return NoSession;
            if (await Held.TakeAsync(db, library, real, id, stop) is not { } held)
                return Onlooker.TextGone;
            refusal = change(held);
            await held.KeepAsync(null, stop);
            await db.SaveChangesAsync(stop);
            await work.CommitAsync(stop);
        }
        await AdvanceAsync(id, stop);
        return refusal;
    }
}
