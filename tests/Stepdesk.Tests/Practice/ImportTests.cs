using System.IO.Compression;
using System.Text;
using Stepdesk.Core.Practice.Imports;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Practice;
using Stepdesk.Web.Cli;
using Stepdesk.Web.Practice;
using Record = Stepdesk.Web.Practice.Record;

namespace Stepdesk.Tests.Practice;

/// <summary>Work that was done elsewhere is taken over as far as its record goes, and no further.</summary>
public sealed class ImportTests
{
    static readonly TimeSpan There = TimeSpan.FromHours(7);
    static readonly Scenario Slow = ScenarioVerbs.Compiled(ScenarioFolder.Find("02")!)!;

    const string List = """
        "Subject","Ticket IDs Sequence","Customer","Priority","Tags","Stage","Created on","Close date","Description","Affected users"
        "LMS chậm, lớp WEB101","325","Nguyễn Thu Hà","High priority","lms","Resolved","2026-11-20 14:25:00","","<p>Trang mở<br>hơn một phút</p>","15"
        "","","","","cos:priority","","","","",""
        """;

    const string Copied = """
        2026-11-20 14:25 - Nguyễn Thu Hà
        Lớp WEB101 rất chậm, 15 bạn không nộp bài được.
        2026-11-20 14:33 - Trần Học Viên
        Chào chị Hà, em đã nhận thông tin lớp WEB101-HN-2024.
        Em đang kiểm tra và cập nhật cho chị trong 15 phút nữa.
        2026-11-20 14:40 - Trần Học Viên (ghi chú)
        Chuyển cấp cho Đội phát triển LMS: 15 học viên, từ 14:00.
        20/11/2026 15:05 - Trần Học Viên
        Chị kiểm tra lại giúp em nhé.
        """;

    [Fact]
    public void A_list_with_its_messages_becomes_the_log_of_a_run()
    {
        var events = Log(List, Copied);

        Assert.Equal(
            [
                "ha mail.received 0",
                "trainee ticket.created 0",
                "trainee message.sent 8",
                "trainee escalation.sent 15",
                "trainee message.sent 40",
            ],
            events
                .Where(e => e.Type is not (EventTypes.FactRevealed or EventTypes.Started or EventTypes.Ended))
                .Select(e => $"{e.Actor} {e.Type} {(e.At - Slow.Start).TotalMinutes}")
        );
        var ticket = events.Single(e => e.Type is EventTypes.TicketCreated).Data;
        Assert.Equal(
            ("priority", "high", "15", "lms", "Trang mở\nhơn một phút"),
            (
                ticket.One("class"),
                ticket.One("priority"),
                ticket.One("affected"),
                ticket.One("tags"),
                ticket.One("description")
            )
        );
        Assert.Equal("dev", events.Single(e => e.Type is EventTypes.EscalationSent).Data.One("to"));
        // It can be taken up like any other, and nothing more happens in it.
        Assert.True(Session.Resume(Slow, events).IsOver);
    }

    [Fact]
    public void What_the_record_shows_is_judged_and_the_rest_is_a_mentors_with_what_is_missing()
    {
        var report = Judge.Of(Slow, Log(List, Copied));

        Assert.Equal(Outcome.Met, report.Of("02-3").Outcome); // answered in time
        foreach (var line in (string[])["02-1", "02-4", "02-6", "02-8", "02-11", "G6", "G8", "G10"])
            Assert.Equal((line, Outcome.NeedsMentor), (line, report.Of(line).Outcome));
        Assert.Contains("a look at telemetry", report.Of("02-6").Sentence.En, StringComparison.Ordinal);
        Assert.Contains("không cho thấy", report.Of("02-6").Sentence.Vi, StringComparison.Ordinal);
        Assert.Equal(Outcome.NotApplicable, report.Of("02-12").Outcome); // of another branch
    }

    [Fact]
    public void Without_times_nothing_is_said_about_time_and_without_the_branch_nothing_about_it()
    {
        var untimed = Judge.Of(Slow, Log(List.Replace("2026-11-20 14:25:00", "", StringComparison.Ordinal), null));
        Assert.Contains("when things happened", untimed.Of("02-3").Sentence.En, StringComparison.Ordinal);

        var unknown = Judge.Of(Slow, Log(List, Copied, branch: null));
        Assert.Contains("which way it turned out", unknown.Of("02-7").Sentence.En, StringComparison.Ordinal);
        Assert.Equal(Outcome.Met, unknown.Of("02-3").Outcome);
    }

    [Fact]
    public void A_late_answer_is_late_wherever_it_was_given() =>
        Assert.Equal(
            Outcome.NotMet,
            Judge.Of(Slow, Log(List, Copied.Replace("14:33", "14:50", StringComparison.Ordinal))).Of("02-3").Outcome
        );

    // Odoo exports its lists in UTC and shows messages by the clock on the wall.
    [Theory]
    [InlineData("2026-11-20 07:25:00", null, Outcome.NeedsMentor)]
    [InlineData("2026-11-20 21:25:00", null, Outcome.NeedsMentor)]
    [InlineData("2026-11-20 07:25:00", "UTC", Outcome.Met)]
    [InlineData("2026-11-20 14:25:00", "Asia/Ho_Chi_Minh", Outcome.Met)]
    [InlineData("2026-11-20 07:25:00", "Asia/Ho_Chi_Minh", Outcome.NotMet)]
    [InlineData("2026-11-20 12:25:00", null, Outcome.Met)]
    public void A_list_by_another_clock_than_its_messages_judges_nobody(string created, string? zone, Outcome answered)
    {
        // Without a report of its own, the first message is the answer.
        var copied = Copied[Copied.IndexOf("2026-11-20 14:33", StringComparison.Ordinal)..];
        var (read, _) = ImportedFile.Read(
            Bytes(List.Replace("2026-11-20 14:25:00", created, StringComparison.Ordinal)),
            Bytes(created.Contains("12:25", StringComparison.Ordinal) ? copied.Replace("14:33", "12:33") : copied),
            null,
            There,
            zone is null ? null : TimeZoneInfo.FindSystemTimeZoneById(zone)
        );

        var verdict = Judge.Of(Slow, Importing.Log(Slow, read!.Ticket, "pool", Language.Vi)).Of("02-3");

        Assert.Equal(answered, verdict.Outcome);
    }

    [Fact]
    public void A_grouped_workbook_of_this_desk_says_the_same_as_its_list()
    {
        var made = Made();
        var book = RecordBook.Write(made, new Stepdesk.Web.Shared.Words(null!));

        var (read, refusal) = ImportedFile.Read(book, Encoding.UTF8.GetBytes(Copied), null, There);

        Assert.Null(refusal);
        Assert.Equal(
            ("LMS is slow", "Nguyễn Thu Hà", "high", "lms, web101"),
            (read!.Ticket.Title, read.Ticket.Requester, read.Ticket.Priority, string.Join(", ", read.Ticket.Tags))
        );
        Assert.Equal(4, read.Ticket.Messages.Count);
    }

    [Fact]
    public void A_record_of_this_desk_comes_back_with_scenario_branch_and_messages()
    {
        var (read, refusal) = ImportedFile.Read(RecordJson.Write(Made()), null, null, There);

        Assert.Null(refusal);
        Assert.Equal(("s02-slow-lms", "pool"), (read!.Scenario, read.Branch));
        var events = Importing.Log(Slow, read.Ticket, read.Branch, Language.En);
        Assert.Equal("priority", events.Single(e => e.Type is EventTypes.TicketCreated).Data.One("class"));
        Assert.Equal("We look at it.", events.Single(e => e.Type is EventTypes.MessageSent).Data.One("text"));
        Assert.Equal("justification", events.Single(e => e.Type is EventTypes.Submitted).Data.One("kind"));
        Assert.Contains("taken out", Judge.Of(Slow, events).Of("02-S").Sentence.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_no_record_can_hold_is_not_held_to_be_missing()
    {
        var record = Encoding
            .UTF8.GetString(RecordJson.Write(Made()))
            .Replace("We look at it.", "We look at it, the picture is attached.", StringComparison.Ordinal);
        var (read, _) = ImportedFile.Read(Bytes(record), null, null, There);

        var verdicts = Judge.Of(Slow, Importing.Log(Slow, read!.Ticket, read.Branch, Language.En)).Verdicts;

        Assert.DoesNotContain(
            verdicts,
            v =>
                v.Ruling.Outcome is Outcome.Violated or Outcome.NotMet
                && v.Ruling.Missing.Contains("no_missing_attachment")
        );
    }

    [Theory]
    [InlineData("", "import-empty")]
    [InlineData("{\"format\":\"other/1\"}", "import-not-a-record")]
    [InlineData("{\"format\":\"stepdesk.record/1\",\"record\":{\"ticket\":null}}", "import-no-ticket")]
    [InlineData("{\"format\":", "import-unreadable")]
    [InlineData("[1,2]", "import-not-a-record")]
    [InlineData("a,b,c\n1,2,3", "import-no-subject")]
    [InlineData("Subject,Customer\n,", "import-no-ticket")]
    [InlineData("Subject,Number\nOne,1\nTwo,2", "import-several-tickets")]
    [InlineData("Subject,Created on\nOne,yesterday", "import-no-time")]
    [InlineData("PK and then nothing of a workbook", "import-unreadable")]
    public void What_cannot_be_taken_over_says_why(string file, string code)
    {
        var (read, refusal) = ImportedFile.Read(Encoding.UTF8.GetBytes(file), null, null, There);

        Assert.Null(read);
        Assert.Equal(code, refusal!.Code);
        foreach (var language in Enum.GetValues<Language>())
            Assert.DoesNotContain("{", Text.Of(refusal, language), StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_text_and_files_that_fill_a_machine_are_refused()
    {
        Assert.Equal("import-unreadable", Refused([0xff, 0xfe, 0x00, 0x41]));
        Assert.Equal("import-too-large", Refused(new byte[ImportedFile.Largest + 1]));
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("xl/workbook.xml").Open())
            for (var megabyte = 0; megabyte < 101; megabyte++)
                entry.Write(new byte[1024 * 1024]);
        Assert.True(packed.Length < ImportedFile.Largest);
        Assert.Equal("import-unreadable", Refused(packed.ToArray()));

        static string Refused(byte[] file) => ImportedFile.Read(file, null, null, There).Refusal!.Code;
    }

    [Fact]
    public void Messages_are_read_from_a_list_too_and_changes_of_fields_are_none()
    {
        const string messages = """
            Date;Author;Contents;Subtype
            2026-11-20 14:33:00;Trần Học Viên;<p>Chào chị Hà</p>;Discussions
            2026-11-20 14:34:00;Trần Học Viên;;Stage Changed
            2026-11-20 14:35:00;Trần Học Viên;Đã xem;Note
            """;

        var (read, refusal) = ImportedFile.Read(Bytes(List), Bytes(messages), null, There);

        Assert.Null(refusal);
        Assert.Equal([("Chào chị Hà", false), ("Đã xem", true)], read!.Ticket.Messages.Select(m => (m.Text, m.IsNote)));
    }

    static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    static IReadOnlyList<SessionEvent> Log(string list, string? copied, string? branch = "pool")
    {
        var (read, refusal) = ImportedFile.Read(Bytes(list), copied is null ? null : Bytes(copied), null, There);
        Assert.Null(refusal);
        return Importing.Log(Slow, read!.Ticket, branch, Language.Vi);
    }

    static Record Made()
    {
        var at = new DateTimeOffset(2026, 3, 9, 14, 20, 0, There);
        return new()
        {
            Session = 7,
            Scenario = "Slow",
            ScenarioId = "s02-slow-lms",
            Branch = "pool",
            Mode = "Practice",
            StartedAt = at,
            Result = "",
            Percent = 0,
            IsConfirmed = false,
            Ticket = new(
                3,
                "LMS is slow",
                "Slow",
                "Nguyễn Thu Hà",
                "Priority",
                "",
                "High",
                15,
                "performance",
                ["lms", "web101"],
                at,
                at.AddMinutes(8),
                null,
                null,
                "First Response Sent",
                Core.Service.Priority.High
            ),
            Mails =
            [
                new(at, "Nguyễn Thu Hà", "Trainee", "It is slow."),
                new(at.AddMinutes(8), "Trainee", "Nguyễn Thu Hà", "We look at it."),
            ],
            Timeline = [],
            Evidence = [],
            Written = [new("Why this class of service", at, "15 people are more than 5 and fewer than 26.")],
            Lines = [],
        };
    }
}
