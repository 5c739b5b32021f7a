using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Authoring;
using Stepdesk.Core.Practice.Reviews;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Practice;

namespace Stepdesk.Engine.Demo;

/// <summary>
/// What the demo's trainees have practised: runs that the authors of the scenarios wrote down, good ones and bad ones,
/// played by the player that tests them, and handed in. A mentor has confirmed some good ones; the others wait. Reading
/// all scenarios takes longer than filling a desk, so this is done once the desk answers.
/// </summary>
public sealed class PractisedRuns(
    IDbContextFactory<Db> databases,
    Library library,
    Sessions sessions,
    Accounts.People people,
    TimeProvider real
)
{
    sealed record HandedIn(int Trainee, int HoursAgo, string Scenario, string Run, bool IsConfirmed = false);

    // What the row says, as it is written and as it is read.
    sealed record Due(byte[] Written, DateTimeOffset End, DateTimeOffset? LeasedUntil);

    // In the order in which they were played.
    static readonly HandedIn[] Runs =
    [
        new(0, 15 * 24, "s01-login", "golden/active.yaml", IsConfirmed: true),
        new(1, 14 * 24, "s01-login", "golden/system.yaml", IsConfirmed: true),
        new(0, 9 * 24, "s04-feature-request", "golden/backlog.yaml", IsConfirmed: true),
        new(1, 8 * 24, "s05-video", "golden/edge.yaml", IsConfirmed: true),
        new(0, 45, "s02-slow-lms", "bad/claims.yaml"),
        new(1, 30, "s06-deadline-report", "bad/says-yes.yaml"),
        new(1, 5, "s05-video", "golden/browser.yaml"),
        new(0, 2, "s03-nobody-can-submit", "golden/partial.yaml"),
    ];

    // There from when the desk is filled until all of this is done, with the end of what the desk tells; while a node
    // plays, with the end of its claim too.
    internal const string Owed = "demo-practice";

    // Claimed again before every run, so that a claim never ends under a living node.
    static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    internal static SecretRow OwedUntil(DateTimeOffset end, DateTimeOffset? leasedUntil = null) =>
        new() { Name = Owed, Value = Encoding.UTF8.GetBytes(FormattableString.Invariant($"{end:O} {leasedUntil:O}")) };

    /// <summary>
    /// Plays what a demo desk still lacks; nothing on any other. Of any number of nodes one plays and the others wait
    /// until it is done or its claim has ended. What was begun before a node was killed is gone on with.
    /// </summary>
    public async Task PlayAsync(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        while (await OwedAsync(db, stop) is { } owed)
            if (owed.LeasedUntil > real.GetUtcNow() || await ClaimAsync(db, owed, stop) is not { } mine)
                await Task.Delay(Pause, stop);
            else
                await PlayAsync(db, mine, stop);
    }

    async Task PlayAsync(Db db, Due mine, CancellationToken stop)
    {
        try
        {
            var trainees = await OfRoleAsync(db, Role.Trainee, stop);
            var mentors = await OfRoleAsync(db, Role.Mentor, stop);
            foreach (var (at, run) in Runs.Index())
            {
                // The seeds are those its author's tests look at too.
                if (
                    trainees.ElementAtOrDefault(run.Trainee) is not { } trainee
                    || mentors is not [var mentor, ..]
                    || await OfAsync(db, run, (ulong)at + 1, trainee.Language, stop) is not { } played
                )
                    continue;
                if (await ClaimAsync(db, mine, stop) is not { } still)
                    return;
                mine = still;
                await HandInAsync(db, run, played, trainee, mentor.AsActor, mine.End, stop);
            }
            // Who looks in for the first time has read what is older than a day.
            await db
                .Notices.Where(n => n.Session != null && n.ReadAt == null && n.At < mine.End.AddDays(-1))
                .ExecuteUpdateAsync(n => n.SetProperty(row => row.ReadAt, row => row.At), stop);
            await OwedAs(db, mine).ExecuteDeleteAsync(stop);
        }
        finally
        {
            // Whoever comes next need not wait until the claim ends.
            await WriteAsync(db, mine, null, CancellationToken.None);
        }
    }

    static async Task<Due?> OwedAsync(Db db, CancellationToken stop)
    {
        if (await db.Secrets.AsNoTracking().SingleOrDefaultAsync(s => s.Name == Owed, stop) is not { } row)
            return null;
        var times = Encoding
            .UTF8.GetString(row.Value)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(t => DateTimeOffset.Parse(t, CultureInfo.InvariantCulture))
            .ToList();
        return new(row.Value, times[0], times.Count > 1 ? times[1] : null);
    }

    Task<Due?> ClaimAsync(Db db, Due owed, CancellationToken stop) =>
        WriteAsync(db, owed, real.GetUtcNow() + Lease, stop);

    // Null where another node was here since it was read.
    static async Task<Due?> WriteAsync(Db db, Due owed, DateTimeOffset? leasedUntil, CancellationToken stop)
    {
        var written = OwedUntil(owed.End, leasedUntil).Value;
        var changed = await OwedAs(db, owed).ExecuteUpdateAsync(s => s.SetProperty(r => r.Value, written), stop);
        return changed == 1 ? new(written, owed.End, leasedUntil) : null;
    }

    static IQueryable<SecretRow> OwedAs(Db db, Due owed)
    {
        var written = owed.Written;
        return db.Secrets.Where(s => s.Name == Owed && s.Value == written);
    }

    async Task HandInAsync(
        Db db,
        HandedIn run,
        Session played,
        PersonRow trainee,
        Actor mentor,
        DateTimeOffset end,
        CancellationToken stop
    )
    {
        var then = new MovingClock(end.AddHours(-run.HoursAgo));
        var began = then.GetUtcNow().ToMicroseconds();
        var known = await db
            .Sessions.AsNoTracking()
            .Where(s => s.Trainee == trainee.Id && s.StartedAt == began)
            .OrderBy(s => s.Id)
            .FirstOrDefaultAsync(stop);
        var worlds = new SimulatedWorlds(then, new Onlooker(databases, library, new(), then));
        var id =
            known?.Id
            ?? await new Starting(databases, worlds, library, people, then).StartAsync(
                played.Scenario,
                trainee.AsActor,
                PracticeMode.Practice,
                trainee.Language,
                played.Seed,
                stop,
                played.Events
            );
        then.MoveTo(began.AddHours(3));
        if (run.IsConfirmed && known is not { Percent: not null })
            await ConfirmAsync(id, trainee.Id, played, mentor, new(databases, sessions, library, then), stop);
    }

    // Null where the scenario is not here, or its author has no such run any more.
    async Task<Session?> OfAsync(Db db, HandedIn run, ulong seed, Language language, CancellationToken stop)
    {
        if (
            library.Find(run.Scenario) is not { } scenario
            || scenario.Tests.FirstOrDefault(t => t.Run == run.Run) is not { } test
            || await library.ManuscriptAsync(db, scenario.Hash, stop) is not { } written
        )
            return null;
        var session = Session.Begin(scenario, seed, language, test.Branch, run.Run);
        ScriptReader.Read(written.Runs[test.Run], scenario, []).Play(session);
        if (!session.IsOver)
            Trainee.Act(session, new("finish", Fields.None), session.Story.End);
        return session;
    }

    // What its author calls good needs no other judgement than that.
    static async Task ConfirmAsync(
        int id,
        int trainee,
        Session played,
        Actor mentor,
        Reviews reviews,
        CancellationToken stop
    )
    {
        foreach (var line in ReviewedRun.Of(trainee, played.Scenario, played.Events, []).ForMentor)
            await SayAsync(new GradeLine(line.Line.Id, line.Levels - 1));
        await SayAsync(new ConfirmRun());

        // Another mentor may have confirmed it meanwhile.
        async Task SayAsync(ReviewAction said)
        {
            if (await reviews.ActAsync(id, said, mentor, stop) is { } refusal && refusal != ReviewAction.IsConfirmed)
                throw new InvalidOperationException($"A practice run of the demo was not confirmed: {refusal.Code}.");
        }
    }

    static Task<List<PersonRow>> OfRoleAsync(Db db, Role role, CancellationToken stop) =>
        db
            .People.AsNoTracking()
            .Where(p => p.World == WorldRow.Live && p.Role == role)
            .OrderBy(p => p.Id)
            .Take(10)
            .ToListAsync(stop);
}
