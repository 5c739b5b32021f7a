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
    Accounts.People people
)
{
    sealed record HandedIn(int Trainee, int HoursAgo, string Scenario, string Run, bool IsConfirmed = false);

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

    // There from when the desk is filled until all of this is done, with the end of what the desk tells.
    internal const string Owed = "demo-practice";

    internal static SecretRow OwedUntil(DateTimeOffset end) =>
        new() { Name = Owed, Value = Encoding.UTF8.GetBytes(end.ToString("O", CultureInfo.InvariantCulture)) };

    /// <summary>Plays what a demo desk still lacks; nothing on any other. What was begun before it was killed is gone on with.</summary>
    public async Task PlayAsync(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        if (await db.Secrets.AsNoTracking().SingleOrDefaultAsync(s => s.Name == Owed, stop) is not { } owed)
            return;
        var end = DateTimeOffset.Parse(Encoding.UTF8.GetString(owed.Value), CultureInfo.InvariantCulture);
        var trainees = await OfRoleAsync(db, Role.Trainee, stop);
        var mentors = await OfRoleAsync(db, Role.Mentor, stop);
        foreach (var (at, run) in Runs.Index())
            // The seeds are those its author's tests look at too.
            if (trainees.ElementAtOrDefault(run.Trainee) is { } trainee && mentors is [var mentor, ..])
                await PlayAsync(db, run, (ulong)at + 1, trainee, mentor.AsActor, end, stop);
        // Who looks in for the first time has read what is older than a day.
        await db
            .Notices.Where(n => n.Session != null && n.ReadAt == null && n.At < end.AddDays(-1))
            .ExecuteUpdateAsync(n => n.SetProperty(row => row.ReadAt, row => row.At), stop);
        await db.Secrets.Where(s => s.Name == Owed).ExecuteDeleteAsync(stop);
    }

    async Task PlayAsync(
        Db db,
        HandedIn run,
        ulong seed,
        PersonRow trainee,
        Actor mentor,
        DateTimeOffset end,
        CancellationToken stop
    )
    {
        if (await OfAsync(db, run, seed, trainee.Language, stop) is not { } played)
            return;
        var then = new MovingClock(end.AddHours(-run.HoursAgo));
        var began = then.GetUtcNow().ToMicroseconds();
        var known = await db
            .Sessions.AsNoTracking()
            .SingleOrDefaultAsync(s => s.Trainee == trainee.Id && s.StartedAt == began, stop);
        var worlds = new SimulatedWorlds(then, new Onlooker(databases, library, then));
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
            await reviews.ActAsync(id, new GradeLine(line.Line.Id, line.Levels - 1), mentor, stop);
        await reviews.ActAsync(id, new ConfirmRun(), mentor, stop);
    }

    static Task<List<PersonRow>> OfRoleAsync(Db db, Role role, CancellationToken stop) =>
        db
            .People.AsNoTracking()
            .Where(p => p.World == WorldRow.Live && p.Role == role)
            .OrderBy(p => p.Id)
            .Take(10)
            .ToListAsync(stop);
}
