using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Authoring;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Demo;
using Stepdesk.Engine.Practice;
using DoorDesk = Stepdesk.Engine.Door.Desk;

namespace Stepdesk.Bench;

/// <summary>
/// What a session costs: three simulated hours in which nobody does anything, the verdicts of a finished run, and fifty
/// trainees at once at ten times the speed, each answering every ten simulated minutes.
/// </summary>
static class Practice
{
    const int Rounds = 51;
    const int Trainees = 50;
    const int Times = 10;
    static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    public static async Task MeasureAsync(Place place, Report report)
    {
        if (!place.IsPostgres)
            foreach (var folder in ScenarioFolder.All(ScenarioFolder.Shipped))
                await AloneAsync(folder, report);
        await TogetherAsync(place, report);
    }

    static async Task AloneAsync(string folder, Report report)
    {
        var found = new List<Diagnostic>();
        var manuscript = ScenarioFolder.Read(folder, found)!;
        var scenario = ScenarioReader.Read(manuscript, found)!;
        var test = scenario.Tests[0];
        var events = Rehearsal
            .Play(scenario, test, ScriptReader.Read(manuscript.Runs[test.Run], scenario, found), 1)
            .Events;
        var (advanced, judged) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var i = 0; i < Rounds; i++)
        {
            var session = Session.Begin(scenario, 1, Language.Vi, test.Branch);
            advanced.Add(
                await Timing.OfAsync(() => Run(() => Director.AdvanceTo(session, scenario.Start.AddHours(3))))
            );
            judged.Add(await Timing.OfAsync(() => Run(() => Judge.Of(scenario, events))));
        }
        report.Row(
            ("Scenario", scenario.Id),
            ("Three hours without a trainee", advanced.Median()),
            ("Events of a good run", events.Count),
            ("Its verdicts", judged.Median())
        );
    }

    static Task Run(Action work)
    {
        work();
        return Task.CompletedTask;
    }

    static async Task TogetherAsync(Place place, Report report)
    {
        var clock = new MovingClock(new DateTimeOffset(2026, 3, 2, 2, 0, 0, TimeSpan.Zero));
        await using var services = await place.DeskAsync(clock);
        var sessions = services.GetRequiredService<Sessions>();
        var beat = services.GetRequiredService<Beat>();
        var trainees = new List<(int Session, Actor Inside, int Ticket)>();
        await using var db = await services.DbAsync();
        for (var n = 0; n < Trainees; n++)
            trainees.Add(await BeginAsync(services, db, n));

        await sessions.AdvanceAsync(trainees[0].Session);
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        for (var passed = TimeSpan.Zero; passed < Lasts; passed += TimeSpan.FromSeconds(1))
        {
            clock.MoveTo(clock.GetUtcNow().AddSeconds(1));
            await beat.AdvanceAsync(default);
            if (passed.Seconds % 5 == 0)
                await beat.LookAsync(default);
            // Everybody once a minute, and not all in the same second.
            foreach (var (session, inside, ticket) in trainees.Where((_, n) => n % 60 == passed.Seconds))
                await services
                    .GetRequiredService<DoorDesk>()
                    .ActAsync(ticket, new Reply("Chào chị Hà, em vẫn đang xem."), inside);
        }
        var used = Process.GetCurrentProcess().TotalProcessorTime - before;
        report.Row(
            ("Database", place.Name),
            ("Sessions at ten times the speed", Trainees),
            ("Simulated", $"{(Lasts * Times).TotalMinutes:0} min"),
            ("Events in all", await db.Sessions.SumAsync(s => s.Seq)),
            ("Of one core", $"{used / Lasts:P0}")
        );
    }

    static async Task<(int Session, Actor Inside, int Ticket)> BeginAsync(IServiceProvider services, Db db, int n)
    {
        var sessions = services.GetRequiredService<Sessions>();
        var (person, _) = await services
            .GetRequiredService<People>()
            .AddAsync(
                new($"Trainee {n}", $"trainee-{n}@desk.example", Role.Trainee, Language.Vi),
                Actor.System("bench")
            );
        var (id, _) = await sessions.StartAsync(
            "s02-slow-lms",
            person!.AsActor,
            PracticeMode.Practice,
            Language.Vi,
            (ulong)n
        );
        await sessions.PaceAsync(id!.Value, new(PaceChange.Sped, Times), person.AsActor);
        var inside = (await sessions.FindAsync(id.Value, person.AsActor))!.Inside.AsActor;
        var ha = await db.People.SingleAsync(p => p.World == id && p.Role == Role.Customer);
        var logged = await services
            .GetRequiredService<DoorDesk>()
            .LogAsync(id.Value, new Log("LMS chậm", "Trang mở hơn một phút", ha.Id, Channel.Mail), inside);
        return (id.Value, inside, logged.Ticket);
    }
}
