using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Reviews;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Practice;

/// <summary>
/// A session in the hand of one transaction: folded from its stream, gone on with, and kept. Whoever else wants it waits.
/// Who holds a ticket too has taken that first.
/// </summary>
sealed class Held
{
    /// <summary>Who does in the desk what nobody of the session does.</summary>
    public static readonly Actor Practice = Actor.System("practice");

    readonly Db db;
    readonly TimeProvider real;
    HistoryRow? last;

    Held(Db db, SessionRow row, Session session, IReadOnlyList<HistoryRow> history, TimeProvider real) =>
        (this.db, Row, Session, History, last, this.real) = (
            db,
            row,
            session,
            history,
            history is [.., var newest] ? newest : null,
            real
        );

    public SessionRow Row { get; }
    public Session Session { get; }

    /// <summary>Its stream as it was when it was taken.</summary>
    public IReadOnlyList<HistoryRow> History { get; }

    /// <summary>What the session's clock shows, to the second; never before what has happened.</summary>
    public DateTimeOffset Now => At(SessionClock.Of(Row, real).GetUtcNow());

    /// <summary>An instant of its world as the session tells it.</summary>
    public DateTimeOffset At(DateTimeOffset instant)
    {
        var there = instant.ToOffset(Session.Scenario.Start.Offset);
        there = there.AddTicks(-(there.Ticks % TimeSpan.TicksPerSecond));
        return there > Session.Story.End ? there : Session.Story.End;
    }

    /// <summary>A session that begins now.</summary>
    public static Held Begin(Db db, SessionRow row, Session session, TimeProvider real)
    {
        db.Sessions.Add(row);
        return new(db, row, session, [], real);
    }

    /// <summary>The session, or null when there is none, or when its scenario's text is not here any more, nor was kept.</summary>
    public static async Task<Held?> TakeAsync(Db db, Library library, TimeProvider real, int id, CancellationToken stop)
    {
        // Writing the same again holds the row until the transaction ends, on either database.
        await db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(r => r.Seq, r => r.Seq), stop);
        if (await db.Sessions.SingleOrDefaultAsync(s => s.Id == id, stop) is not { } row)
            return null;
        var history = await db.StreamAsync(Streams.Session(id), stop);
        return await ResumeAsync(db, library, row, history, stop) is { } session
            ? new Held(db, row, session, history, real).Stood()
            : null;
    }

    /// <summary>So long without a node is an outage: nobody could work, so no time passed.</summary>
    public static readonly TimeSpan Outage = TimeSpan.FromMinutes(1);

    /// <summary>Since when no node has been there; null while one is.</summary>
    public static DateTimeOffset? AwaySince(SessionRow row, DateTimeOffset now) =>
        row is { State: SessionState.Running, SeenAt: { } seen }
        && (seen > row.RealAnchor ? seen : row.RealAnchor) is var since
        && now - since > Outage
            ? since
            : null;

    Held Stood()
    {
        var now = real.GetUtcNow().ToMicroseconds();
        if (AwaySince(Row, now) is not { } since)
            return this;
        Pace(PaceChange.Stood, Row.Times, Row.SimAnchor + (Row.Times * (since - Row.RealAnchor)), Practice);
        Row.SeenAt = now;
        return this;
    }

    /// <summary>The session its stream tells of.</summary>
    public static async Task<Session?> ResumeAsync(
        Db db,
        Library library,
        SessionRow row,
        IReadOnlyList<HistoryRow> history,
        CancellationToken stop
    ) =>
        await library.OfHashAsync(db, row.Hash, stop) is { } scenario
            ? Session.Resume(scenario, Events(scenario, history))
            : null;

    public static IReadOnlyList<SessionEvent> Events(Scenario scenario, IEnumerable<HistoryRow> history) =>
        [
            .. from kept in history
            let happened = kept.Read().What as Practised
            where happened is not null
            select happened.Read(kept.At.ToOffset(scenario.Start.Offset)),
        ];

    /// <summary>Puts what happened in the session since it was taken into the context.</summary>
    /// <param name="because">What of the desk made the trainee's events, where it was something done there.</param>
    /// <param name="mentor">Who sent in what was sent in.</param>
    public async Task KeepAsync(string? because, CancellationToken stop, Actor? mentor = null)
    {
        var now = real.GetUtcNow().ToMicroseconds();
        foreach (var happened in Session.Events.Skip(Row.Seq))
        {
            var isTheirs = happened.Actor == SessionEvent.Trainee;
            Append(
                isTheirs ? Actor.Person(Row.Inside, Role.Agent)
                    : happened.Actor == SessionEvent.Mentor ? mentor ?? Practice
                    : Practice,
                happened.At,
                now,
                Practised.Of(happened),
                isTheirs ? because : null
            );
        }
        Row.Seq = Session.Events.Count;
        // Whatever is done shows that a node is here, as its beats do: no outage reaches back before it.
        if (Row.SeenAt is not null)
            Row.SeenAt = now;
        if (Session.IsOver && Row.State is not SessionState.Over)
        {
            // Its world stands still from here on, whatever else is looked at later.
            Row.SimAnchor = Session.Story.End.ToUniversalTime();
            (Row.RealAnchor, Row.State, Row.EndedAt) = (now, SessionState.Over, now);
            Row.Show(ReviewedRun.Of(Row.Trainee, Session.Scenario, Session.Events, []));
            await RunNotices.EndedAsync(db, this, now, stop);
        }
        Row.DueAt = Due();
    }

    /// <summary>Changes the pace, at what the clock shows or is put to.</summary>
    public void Pace(PaceChange change, int times, DateTimeOffset sim, Actor who)
    {
        var now = real.GetUtcNow().ToMicroseconds();
        Row.SimAnchor = sim.ToUniversalTime().ToMicroseconds();
        (Row.RealAnchor, Row.Times) = (now, times);
        Row.State = change is PaceChange.Paused ? SessionState.Paused : SessionState.Running;
        Append(who, sim, now, new SessionPaced(change, Row.SimAnchor, times), null);
        Row.DueAt = Due();
    }

    /// <summary>Adds what somebody said about the run once it was over; it changes nothing that happened in it.</summary>
    public Recorded Add(Moment moment, ReviewEvent said)
    {
        Append(moment.Who, moment.When, moment.When, said, null);
        return new(Row.Version, moment, said);
    }

    DateTimeOffset? Due()
    {
        if (Row.State is not SessionState.Running)
            return null;
        var next = Director.NextInstant(Session) is { } soon && soon < Session.LatestEnd ? soon : Session.LatestEnd;
        return SessionClock.Of(Row, real).RealOf(next)?.ToUniversalTime().ToMicroseconds();
    }

    void Append(Actor who, DateTimeOffset at, DateTimeOffset recordedAt, Event what, string? cause)
    {
        last = db.Append(
            Streams.Session(Row.Id),
            Row.Id,
            last,
            new(at.ToUniversalTime().ToMicroseconds(), who),
            recordedAt,
            what,
            cause
        );
        Row.Version = last.Version;
    }
}
