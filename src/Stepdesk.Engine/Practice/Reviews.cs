using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Reviews;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Practice;

/// <summary>
/// What mentors and trainees say about runs that are over: the one way to it. It is kept in the stream of the session,
/// behind what happened there, so neither a restart nor a second mentor loses any of it.
/// </summary>
public sealed class Reviews(IDbContextFactory<Db> databases, Sessions sessions, Library library, TimeProvider real)
{
    /// <summary>Nobody waits longer than this behind runs that came later.</summary>
    static readonly TimeSpan TooLong = TimeSpan.FromDays(2);

    const int AtOnce = 100;

    /// <summary>Who is to judge a run blind is told nothing about it before.</summary>
    public static readonly Refusal JudgeFirst = new("calibration-judge-first");

    /// <summary>The run with all that was said about it, or why there is none to be read.</summary>
    public async Task<(ReviewedSession? Found, Refusal? Refusal)> FindAsync(
        int id,
        Actor me,
        CancellationToken stop = default
    )
    {
        var (found, refusal) = await ReadAsync(id, me, stop);
        if (found is null)
            return (null, refusal);
        await using var db = await databases.CreateDbContextAsync(stop);
        return (await db.CalibrationAsync(stop)).Find(id)?.AwaitsBlind(me, found.Run) is true
            ? (null, JudgeFirst)
            : (found, null);
    }

    /// <summary>The same, whether or not this reader has yet to judge it blind.</summary>
    internal async Task<(ReviewedSession? Found, Refusal? Refusal)> ReadAsync(int id, Actor me, CancellationToken stop)
    {
        if (await sessions.FindAsync(id, me, stop) is not { } session)
            return (null, Sessions.NoSession);
        if (!session.IsOver)
            return (null, Sessions.NotOver);
        await using var db = await databases.CreateDbContextAsync(stop);
        var history = (await db.StreamAsync(Streams.Session(id), stop)).ConvertAll(e => e.Read());
        var run = ReviewedRun.Of(session.Row.Trainee, session.Scenario, session.Session.Events, history);
        var people = history.Where(e => e.What is ReviewEvent).Select(e => e.Moment.Who.PersonId).OfType<int>();
        return (new(session, run, await NamesAsync(db, [.. people, session.Row.Trainee], stop)), null);
    }

    /// <summary>Says something about a run that is over, or says why that may not be.</summary>
    public async Task<Refusal?> ActAsync(int id, ReviewAction action, Actor me, CancellationToken stop = default)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        await using var work = await db.BeginAsync(stop);
        // For whom it is not there, it is not there, whatever they wanted.
        if (
            !Permissions.MaySeePractice(me)
            && !await db.Sessions.AnyAsync(s => s.Id == id && s.Trainee == me.PersonId, stop)
        )
            return Sessions.NoSession;
        if (await Held.TakeAsync(db, library, real, id, stop) is not { } held)
            return await db.Sessions.AnyAsync(s => s.Id == id, stop) ? Onlooker.TextGone : Sessions.NoSession;
        if (held.Row.State is not SessionState.Over)
            return Sessions.NotOver;
        var history = held.History.Select(e => e.Read()).ToList();
        var moment = new Moment(real.GetUtcNow().ToMicroseconds(), me);
        var decision = action.Decide(Run(held, history), moment);
        if (decision.Refusal is { } refusal)
            return await NamedAsync(db, refusal, stop);
        foreach (var said in decision.Events.Cast<ReviewEvent>())
            history.Add(held.Add(moment, said));
        held.Row.Show(Run(held, history));
        await RunNotices.SaidAsync(db, held, history, [.. decision.Events], moment, stop);
        await db.SaveChangesAsync(stop);
        await work.CommitAsync(stop);
        return null;
    }

    /// <summary>
    /// The runs of others that wait for a mentor, those in need first: what its author's mistake stopped, what is contested or has waited too long, then
    /// where decisive lines are not met, then by how long somebody waits.
    /// </summary>
    public async Task<IReadOnlyList<WaitingRun>> QueueAsync(Actor me, CancellationToken stop = default)
    {
        if (!Permissions.MayReviewPractice(me))
            return [];
        var late = real.GetUtcNow() - TooLong;
        await using var db = await databases.CreateDbContextAsync(stop);
        var rows = await db
            .Sessions.AsNoTracking()
            .Where(s => s.WaitingSince != null && s.Trainee != me.PersonId)
            .OrderByDescending(s => s.Contested > 0 || s.WaitingSince < late)
            .ThenByDescending(s => s.CriticalFailed > 0)
            .ThenBy(s => s.WaitingSince)
            .ThenBy(s => s.Id)
            .Take(AtOnce)
            .Join(db.People, s => s.Trainee, p => p.Id, (s, p) => new { Row = s, p.Name })
            .ToListAsync(stop);
        var stopped = await StoppedAsync(db, [.. rows.Select(r => r.Row.Id)], stop);
        // A join promises no order.
        return
        [
            .. rows.OrderByDescending(r => stopped.ContainsKey(r.Row.Id))
                .ThenByDescending(r => r.Row.Contested > 0 || r.Row.WaitingSince < late)
                .ThenByDescending(r => r.Row.CriticalFailed > 0)
                .ThenBy(r => r.Row.WaitingSince)
                .ThenBy(r => r.Row.Id)
                .Select(r => new WaitingRun(r.Row, r.Name, stopped.GetValueOrDefault(r.Row.Id))),
        ];
    }

    // Those that a mistake in the scenario stopped, with the rule it is in.
    static async Task<Dictionary<int, string>> StoppedAsync(Db db, IReadOnlyList<int> sessions, CancellationToken stop)
    {
        var streams = sessions.ToDictionary(Streams.Session, id => id, StringComparer.Ordinal);
        var names = streams.Keys.ToList();
        var paused = await db
            .History.AsNoTracking()
            .Where(e => names.Contains(e.Stream) && e.Data.Contains(EventTypes.Paused))
            .OrderBy(e => e.Stream)
            .ThenBy(e => e.Version)
            .ToListAsync(stop);
        var stopped = new Dictionary<int, string>();
        foreach (var row in paused)
            if (row.Read().What is Practised { Type: EventTypes.Paused } happened)
                stopped[streams[row.Stream]] = happened.Read(row.At).Data.One("rule") ?? "";
        return stopped;
    }

    /// <summary>How many runs wait for this mentor.</summary>
    public async Task<int> CountAsync(Actor me, CancellationToken stop = default)
    {
        if (!Permissions.MayReviewPractice(me))
            return 0;
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Sessions.CountAsync(s => s.WaitingSince != null && s.Trainee != me.PersonId, stop);
    }

    static ReviewedRun Run(Held held, IEnumerable<Recorded> history) =>
        ReviewedRun.Of(held.Row.Trainee, held.Session.Scenario, held.Session.Events, history);

    // The core knows people by number; who reads a refusal knows them by name.
    static async Task<Refusal> NamedAsync(Db db, Refusal refusal, CancellationToken stop) =>
        refusal.Code == ReviewAction.Meanwhile("").Code
        && new Actor(refusal.Detail ?? "", Role.System).PersonId is { } person
            ? refusal with
            {
                Detail = (await NamesAsync(db, [person], stop)).GetValueOrDefault(person, refusal.Detail!),
            }
            : refusal;

    static Task<Dictionary<int, string>> NamesAsync(Db db, IReadOnlyList<int> people, CancellationToken stop) =>
        db
            .People.AsNoTracking()
            .Where(p => people.Contains(p.Id))
            .OrderBy(p => p.Id)
            .ToDictionaryAsync(p => p.Id, p => p.Name, stop);
}

/// <summary>A run that waits for a mentor.</summary>
/// <param name="Who">Whose it is.</param>
/// <param name="Stopped">The rule in which its author made a mistake that stopped it; null where none did.</param>
public sealed record WaitingRun(SessionRow Row, string Who, string? Stopped = null);

/// <summary>A run that is over with all that was said about it.</summary>
/// <param name="Names">Those who said something, and the trainee, by their number.</param>
public sealed record ReviewedSession(PracticeSession Of, ReviewedRun Run, IReadOnlyDictionary<int, string> Names)
{
    /// <summary>The name of who said something.</summary>
    public string NameOf(Word word) =>
        new Actor(word.By, Role.System).PersonId is { } person ? Names.GetValueOrDefault(person, word.By) : word.By;
}
