using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>The director of 06 looks for the file a message speaks of, and writes at hours at which directors write.</summary>
public sealed class DeadlineScenarioTests
{
    static readonly Scenario Report = Shipped.Read("06-deadline-report").Scenario;

    [Theory]
    [InlineData("update", "Chào anh Khải, báo cáo trong tệp đính kèm ạ.", null, true)]
    [InlineData("ack", "Chào anh Khải, em gửi anh báo cáo trong tệp đính kèm.", null, true)]
    [InlineData("resolution", "Dear Mr Khải, please find attached the report.", null, true)]
    [InlineData("update", "Chào anh Khải, báo cáo trong tệp đính kèm ạ.", "bao-cao.xlsx", false)]
    [InlineData("update", "Chào anh Khải, em sẽ gửi anh tệp đính kèm vào ngày mai.", null, false)]
    public void Whoever_is_told_of_a_file_that_is_not_there_says_so_whatever_the_message_was_sent_as(
        string tag,
        string text,
        string? file,
        bool isMissed
    )
    {
        var session = Session.Begin(Report, 3, Language.Vi, "smooth");
        Told(session, tag, text, file, TimeSpan.FromHours(1));

        Director.AdvanceTo(session, Report.Start.AddHours(3));

        Assert.Equal(isMissed, Mails(session, "khai.no-file").Any());
        Assert.Equal(isMissed && tag is "resolution", session.Events.Any(e => e.Type is EventTypes.Disputed));
    }

    [Theory]
    [InlineData("3. Which part matters most to you?\n4. How detailed shall it be?", Outcome.NeedsMentor)]
    [InlineData("3. Which part matters most to you?", Outcome.NotMet)]
    public void A_question_that_nobody_understood_is_read_by_a_mentor(string asked, Outcome outcome)
    {
        var run = new Practising("06-deadline-report", "smooth")
            .Log(4, "khai")
            .Do(
                9,
                "message",
                ("to", "khai"),
                ("channel", "mail"),
                ("tag", "ack"),
                ("text", $"Dear Mr Khải,\n1. Which period should it cover?\n{asked}")
            )
            .Wait(100);

        Assert.Equal(outcome, run.Verdict("06-2").Outcome);
        Assert.Empty(run.Said("khai.ask-decision"));
    }

    [Fact]
    public void Whoever_announces_a_file_twice_is_told_twice()
    {
        var session = Session.Begin(Report, 3, Language.Vi, "smooth");
        Told(session, "update", "Chào anh Khải, báo cáo trong tệp đính kèm ạ.", null, TimeSpan.FromHours(1));
        Told(session, "update", "Em gửi lại, anh xem tệp đính kèm ạ.", null, TimeSpan.FromHours(3));

        Director.AdvanceTo(session, Report.Start.AddHours(5));

        Assert.Equal(2, Mails(session, "khai.no-file").Count());
    }

    [Theory]
    [InlineData(1UL)]
    [InlineData(7UL)]
    [InlineData(19UL)]
    public void Nobody_of_the_house_writes_at_night(ulong seed)
    {
        var session = Session.Begin(Report, seed, Language.Vi, "smooth");
        Assert.Null(
            Trainee.Act(
                session,
                new(
                    "create",
                    Fields.Of(
                        ("title", "Báo cáo"),
                        ("description", "Tuyển sinh"),
                        ("requester", "khai"),
                        ("class", "fixed_deadline")
                    )
                ),
                Report.Start.AddMinutes(4)
            )
        );
        Assert.Null(
            Trainee.Act(
                session,
                new(
                    "ask-approval",
                    Fields.Of(
                        ("to", "thuy"),
                        ("purpose", "data_release"),
                        ("fields", "số tuyển sinh"),
                        ("text", "Chị duyệt giúp em.")
                    )
                ),
                Report.Start.AddHours(7)
            )
        );

        Director.AdvanceTo(session, session.LatestEnd);

        Assert.Contains(session.Events, e => e.Type is EventTypes.ApprovalGranted);
        Assert.NotEmpty(Mails(session, "khai.chase"));
        Assert.All(
            session.Events.Where(e => e.Type is EventTypes.MailReceived or EventTypes.ChatReceived),
            said => Assert.InRange(said.At.Hour, 7, 19)
        );
    }

    static IEnumerable<SessionEvent> Mails(Session session, string key) =>
        session.Events.Where(e => e.Type is EventTypes.MailReceived && e.Data.One("key") == key);

    static void Told(Session session, string tag, string text, string? file, TimeSpan at) =>
        Assert.Null(
            Trainee.Act(
                session,
                new(
                    "message",
                    Fields.Of(("to", "khai"), ("tag", tag), ("channel", "mail"), ("text", text), ("files", file))
                ),
                Report.Start + at
            )
        );
}
