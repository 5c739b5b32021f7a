using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Reviews;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Practice;
using Stepdesk.Engine.Telemetry;
using Outcome = Stepdesk.Engine.Door.Outcome;
using Report = Stepdesk.Core.Practice.Judging.Report;

namespace Stepdesk.Tests.Practice;

/// <summary>
/// Somebody who practises: works at the desk of a session as any agent does, and beside it in the side panel. The real
/// clock is the test's.
/// </summary>
sealed class Trying
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    readonly DeskApp app;

    Trying(DeskApp app, Sessions sessions, int id, PersonRow me) =>
        (this.app, Sessions, Id, Me) = (app, sessions, id, me);

    public Sessions Sessions { get; }
    public int Id { get; }

    /// <summary>As a person of the live desk.</summary>
    public PersonRow Me { get; }

    /// <summary>The ticket worked on, once it is logged.</summary>
    public int Ticket { get; private set; }

    public static async Task<Trying> BeginAsync(
        DeskApp app,
        string scenario = "s02-slow-lms",
        ulong? seed = null,
        PracticeMode mode = PracticeMode.Practice,
        string name = "Thảo"
    )
    {
        await using var db = app.Database();
        var email = $"{Guid.NewGuid():n}@desk.example";
        var me = await app.PersonAsync(Role.Trainee, name, email);
        var sessions = app.Services.GetRequiredService<Sessions>();
        var (id, refusal) = await sessions.StartAsync(scenario, me.AsActor, mode, Language.Vi, seed, Stop);
        Assert.Null(refusal);
        return new(app, sessions, id!.Value, me);
    }

    /// <summary>The same person, on another node.</summary>
    public Trying On(DeskApp node) =>
        new(node, node.Services.GetRequiredService<Sessions>(), Id, Me) { Ticket = Ticket };

    public async Task<PracticeSession> LookAsync()
    {
        await Sessions.AdvanceAsync(Id, Stop);
        return (await Sessions.FindAsync(Id, Me.AsActor, Stop))!;
    }

    public async Task<IReadOnlyList<SessionEvent>> EventsAsync() => (await LookAsync()).Session.Events;

    /// <summary>Lets real time pass.</summary>
    public async Task WaitAsync(TimeSpan real)
    {
        app.Clock.Advance(real);
        await Sessions.AdvanceAsync(Id, Stop);
    }

    /// <summary>Lets time pass until the session's clock shows so long after its beginning; at its ordinary speed.</summary>
    public async Task UntilAsync(TimeSpan since)
    {
        var now = await LookAsync();
        if (now.Scenario.Start + since > now.Now)
            await WaitAsync(now.Scenario.Start + since - now.Now);
    }

    /// <summary>Lets time pass until such a thing has happened; false when it never does.</summary>
    public async Task<bool> UntilAsync(Pattern which, DateTimeOffset? latest = null)
    {
        for (var session = await LookAsync(); ; session = await LookAsync())
        {
            if (session.Session.Story.First(which, 0) is not null)
                return true;
            if (session.Row.DueAt is not { } due || session.IsOver)
                return false;
            var now = app.Clock.GetUtcNow();
            if (latest is { } last && due > last)
            {
                await WaitAsync(last > now ? last - now : TimeSpan.Zero);
                return (await LookAsync()).Session.Story.First(which, 0) is not null;
            }
            await WaitAsync(due > now ? due - now : TimeSpan.Zero);
        }
    }

    public async Task<Outcome> ActAsync(TicketAction action, int? ticket = null)
    {
        var session = await LookAsync();
        var outcome = await app.Desk.ActAsync(ticket ?? Ticket, action, session.Inside.AsActor, stop: Stop);
        await Sessions.AdvanceAsync(Id, Stop);
        return outcome;
    }

    /// <summary>The mails that wait to be logged, oldest first.</summary>
    public async Task<IReadOnlyList<MailRow>> WaitingAsync()
    {
        await using var db = app.Database();
        return await db
            .Mails.AsNoTracking()
            .Where(m => m.World == Id && m.State == MailState.Waiting)
            .OrderBy(m => m.Id)
            .ToListAsync(Stop);
    }

    public async Task<PersonRow> PersonAsync(string email)
    {
        await using var db = app.Database();
        return await db.People.AsNoTracking().SingleAsync(p => p.World == Id && p.Email == email, Stop);
    }

    /// <summary>Reception: the report of the scenario's first mail becomes a ticket.</summary>
    public async Task<Outcome> LogAsync(Log log)
    {
        var session = await LookAsync();
        var outcome = await app.Desk.LogAsync(Id, log, session.Inside.AsActor, stop: Stop);
        if (outcome.Refusal is null)
            Ticket = outcome.Ticket;
        await Sessions.AdvanceAsync(Id, Stop);
        return outcome;
    }

    public Task<Core.History.Refusal?> MoveAsync(string verb, params ReadOnlySpan<(string, string?)> fields) =>
        Sessions.MoveAsync(Id, new(verb, Fields.Of(fields)), Me.AsActor, Stop);

    /// <summary>Asks the session's platform, and pins what it showed.</summary>
    public async Task<TelemetryAnswer> AskAsync(string query, bool pin = true)
    {
        var session = await LookAsync();
        var source = Sessions.TelemetryOf(session, Me.AsActor);
        var question = new TelemetryQuestion(query);
        var answer = await source.AskAsync(question, Stop);
        Assert.Null(answer.Refusal);
        Assert.Null(answer.Error);
        if (pin)
        {
            var kept = await ActAsync(new KeepFinding(Findings.Of(source, question, answer)));
            Assert.Null(kept.Refusal);
        }
        return answer;
    }

    public async Task<Report> ReportAsync()
    {
        var (report, refusal) = await Sessions.ReportAsync(Id, Me.AsActor, Stop);
        Assert.Null(refusal);
        return report!;
    }

    /// <summary>A mentor gives all that rules leave open the best level, and confirms the run.</summary>
    public async Task ConfirmAsync(PersonRow mentor)
    {
        var reviews = app.Services.GetRequiredService<Reviews>();
        var (found, _) = await reviews.FindAsync(Id, mentor.AsActor, Stop);
        foreach (var line in found!.Run.Lines.Where(l => l.IsForMentor))
            Assert.Null(await reviews.ActAsync(Id, new GradeLine(line.Line.Id, line.Levels - 1), mentor.AsActor, Stop));
        Assert.Null(await reviews.ActAsync(Id, new ConfirmRun(), mentor.AsActor, Stop));
    }

    public async Task<Ticket> TicketAsync()
    {
        await using var db = app.Database();
        return Core.Tickets.Ticket.From((await db.StreamAsync(Streams.Ticket(Ticket), Stop)).Select(r => r.Read()));
    }
}
