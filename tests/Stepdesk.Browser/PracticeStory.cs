using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Practice;

namespace Stepdesk.Tests;

/// <summary>Two sessions of the story's first person: one with a mail to log, one handed in with a little done in it.</summary>
public sealed record PracticeStory(int Running, long Letter, int Over, int Ticket)
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    public static async Task<PracticeStory> TellAsync(DeskApp app)
    {
        var sessions = app.Services.GetRequiredService<Sessions>();
        var me = Actor.Person(1, Role.Administrator);
        var over = await BeginAsync(sessions, me);
        var ticket = await LogAsync(app, sessions, over, me);
        await MoveAsync(sessions, over, me, "look", ("system", "releases"), ("subject", "hôm nay"));
        await MoveAsync(
            sessions,
            over,
            me,
            "message",
            ("to", "dev"),
            ("text", "Lớp WEB101 chậm, nhờ team xem giúp."),
            ("tag", "question")
        );
        await MoveAsync(sessions, over, me, "watch", ("for", "10m"));
        app.Clock.Advance(TimeSpan.FromMinutes(25));
        await MoveAsync(sessions, over, me, "submit", ("kind", "reflection"), ("text", "Lần sau tôi hỏi sớm hơn."));
        await MoveAsync(sessions, over, me, "finish");
        var running = await BeginAsync(sessions, me);
        await using var db = app.Database();
        var letter = await db.Mails.Where(m => m.World == running).Select(m => m.Id).SingleAsync(Stop);
        return new(running, letter, over, ticket);
    }

    static async Task<int> BeginAsync(Sessions sessions, Actor me)
    {
        var (id, refusal) = await sessions.StartAsync(
            "s02-slow-lms",
            me,
            PracticeMode.Practice,
            Language.Vi,
            seed: 1,
            stop: Stop
        );
        Assert.Null(refusal);
        return id!.Value;
    }

    static async Task<int> LogAsync(DeskApp app, Sessions sessions, int session, Actor me)
    {
        await using var db = app.Database();
        var ha = await db.People.SingleAsync(p => p.World == session && p.EmailKey == "thu.ha@campus.example", Stop);
        var letter = await db.Mails.Where(m => m.World == session).Select(m => m.Id).SingleAsync(Stop);
        var inside = (await sessions.FindAsync(session, me, Stop))!.Inside;
        var outcome = await app.Desk.LogAsync(
            session,
            new Log("LMS chậm, lớp WEB101-HN-2024", "Trang mở hơn một phút, 15 học viên.", ha.Id, Channel.Mail)
            {
                MailId = letter,
                Affected = new(15),
                Class = new Classify(ClassOfService.Priority, "15 học viên không học tiếp được"),
            },
            inside.AsActor,
            stop: Stop
        );
        Assert.Null(outcome.Refusal);
        Assert.Null(
            (
                await app.Desk.ActAsync(
                    outcome.Ticket,
                    new Reply("Chào chị Hà, em đã nhận được và đang xem lớp WEB101-HN-2024."),
                    inside.AsActor,
                    stop: Stop
                )
            ).Refusal
        );
        return outcome.Ticket;
    }

    static async Task MoveAsync(
        Sessions sessions,
        int session,
        Actor me,
        string verb,
        params (string, string?)[] fields
    ) => Assert.Null(await sessions.MoveAsync(session, new(verb, Fields.Of(fields)), me, Stop));
}
