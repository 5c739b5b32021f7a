using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Reviews;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Practice;

namespace Stepdesk.Tests;

/// <summary>
/// Two sessions of the story's first person: one with a mail to log, one handed in with a little done in it, for which a
/// mentor asked for more; and one of a trainee, on which something was said.
/// </summary>
public sealed record PracticeStory(int Running, long Letter, int Over, int Ticket, int Theirs, int Who)
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    public static async Task<PracticeStory> TellAsync(DeskApp app)
    {
        var sessions = app.Services.GetRequiredService<Sessions>();
        var me = Actor.Person(1, Role.Administrator);
        var (over, ticket) = await HandInAsync(app, me);
        var running = await BeginAsync(sessions, me);
        await using var db = app.Database();
        var letter = await db.Mails.Where(m => m.World == running).Select(m => m.Id).SingleAsync(Stop);
        return new(running, letter, over, ticket, await ReviewedAsync(app, over, me), await ReadyAsync(app));
    }

    static async Task<int> ReviewedAsync(DeskApp app, int over, Actor me)
    {
        var mentor = (await app.PersonAsync(Role.Mentor, "Mai Phương", "mai.phuong@desk.example")).AsActor;
        var trainee = (await app.PersonAsync(Role.Trainee, "Ngọc Hân", "ngoc.han@desk.example")).AsActor;
        var (theirs, _) = await HandInAsync(app, trainee);
        var reflection = (await ReadAsync(app, over, mentor)).Find("M2")!.Verdict.Ruling.Evidence[^1].Seq;
        await SayAsync(app, over, new AskRevision("M2", reflection, "Bạn nêu một việc cụ thể nhé."), mentor);
        await SayAsync(app, over, new ContestLine("02-1", "Tôi đã xếp hạng ngay khi ghi phiếu."), me);
        await SayAsync(app, theirs, new GradeLine("M1", 2) { Comment = "Lịch sự, dễ hiểu." }, mentor);
        await SayAsync(app, theirs, new OverrideVerdict("02-2", Outcome.NotMet, "Mức ưu tiên để trống."), mentor);
        await SayAsync(app, theirs, new CommentMoment(reflection, "Hỏi ai, hỏi điều gì?"), mentor);
        await SayAsync(app, theirs, new ContestLine("02-3", "Tôi trả lời trong 15 phút."), trainee);
        await SayAsync(app, theirs, new AskRevision("M2", reflection, "Bạn nêu một việc cụ thể nhé."), mentor);
        await SayAsync(app, theirs, new Revise("M2", "Lần sau tôi so với các lớp khác trước khi hỏi."), trainee);
        await SayAsync(app, theirs, new HandInAgain(), trainee);
        return theirs;
    }

    // Somebody who has passed two scenarios, and of whom a mentor says that they are ready.
    static async Task<int> ReadyAsync(DeskApp app)
    {
        var mentor = (await app.PersonAsync(Role.Mentor, "Lan Chi", "lan.chi@desk.example")).AsActor;
        var trainee = (await app.PersonAsync(Role.Trainee, "Gia Bảo", "gia.bao@desk.example")).AsActor;
        foreach (var scenario in (string[])["s01-login", "s02-slow-lms"])
        {
            var run = await BeginAsync(app.Services.GetRequiredService<Sessions>(), trainee, scenario);
            await MoveAsync(app.Services.GetRequiredService<Sessions>(), run, trainee, "finish");
            foreach (var line in (await ReadAsync(app, run, mentor)).Lines)
                if (line.IsForMentor)
                    await SayAsync(app, run, new GradeLine(line.Line.Id, line.Levels - 1), mentor);
                else if (line.Outcome is not (Outcome.Met or Outcome.NotApplicable))
                    await SayAsync(app, run, new OverrideVerdict(line.Line.Id, Outcome.Met, "Đã trao đổi."), mentor);
            await SayAsync(app, run, new ConfirmRun(), mentor);
        }
        Assert.Null(
            await app
                .Services.GetRequiredService<Progresses>()
                .ConfirmAsync(
                    trainee.PersonId!.Value,
                    new(PracticeStage.Beside, "Bình tĩnh, hỏi đúng câu và không hứa điều chưa chắc."),
                    mentor,
                    Stop
                )
        );
        return trainee.PersonId!.Value;
    }

    /// <summary>A run as it is read for its review.</summary>
    public static async Task<ReviewedRun> ReadAsync(DeskApp app, int session, Actor me) =>
        (await app.Services.GetRequiredService<Reviews>().FindAsync(session, me, Stop)).Found!.Run;

    static async Task SayAsync(DeskApp app, int session, ReviewAction action, Actor who) =>
        Assert.Null(await app.Services.GetRequiredService<Reviews>().ActAsync(session, action, who, Stop));

    /// <summary>A run in which a little was done, and what had to be written was written, if not well.</summary>
    public static async Task<(int Session, int Ticket)> HandInAsync(DeskApp app, Actor me)
    {
        var sessions = app.Services.GetRequiredService<Sessions>();
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
        return (over, ticket);
    }

    static async Task<int> BeginAsync(Sessions sessions, Actor me, string scenario = "s02-slow-lms")
    {
        var (id, refusal) = await sessions.StartAsync(
            scenario,
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
