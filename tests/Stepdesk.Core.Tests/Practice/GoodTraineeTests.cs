using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Sessions;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>What somebody does well counts, in whatever natural way it is done; what is said of it is true.</summary>
public sealed class GoodTraineeTests
{
    const string Exam = "03-nobody-can-submit";

    static Move Exceptions(params string[] shows) =>
        new(
            "query",
            Fields
                .Of(("table", "exceptions"), ("from", "2026-03-09T08:30:00+07:00"), ("rows", "2"))
                .With("shows", shows)
        );

    static Practising WithFigures() =>
        new Practising(Exam, "clean")
            .Log(1, "lan")
            .Do(2, Exceptions("InvalidOperationException", "connection", "pool"))
            .Do(
                3,
                new Move(
                    "query",
                    Fields.Of(("table", "requests"), ("from", "2026-03-09T08:30:00+07:00")).With("split", ["class"])
                )
            );

    [Fact]
    public void Whoever_reads_the_errors_knows_what_they_say_of_the_pool()
    {
        var run = WithFigures()
            .Do(
                4,
                "escalate",
                ("to", "dev"),
                ("text", "Exceptions: timeouts waiting for the connection pool (433)."),
                ("ask", "Please roll back 3.18.0.")
            );

        Assert.True(run.Knows("pool"));
        Assert.NotEqual(Outcome.Violated, run.Verdict("03-S").Outcome);
    }

    [Theory]
    [InlineData("timeouts waiting for the connection pool (433) and lock waits on submissions (196)")]
    [InlineData("Timeout expired prior to obtaining a connection from the pool, 433 times")]
    [InlineData("connection timeouts have shot up")]
    [InlineData("hết thời gian chờ kết nối tới pool 433 lần")]
    [InlineData("lỗi không lấy được kết nối, InvalidOperationException 433 lần")]
    public void Errors_are_named_in_the_words_of_their_table(string words)
    {
        var run = WithFigures()
            .Do(
                4,
                "escalate",
                ("to", "dev"),
                ("ask", "Please look."),
                (
                    "text",
                    "100% of submissions fail since 09:00 with HTTP 500. Every class fails. Three classes, 53 students. "
                        + $"{words}. The pool is full."
                )
            );

        Assert.Contains("exceptions", run.Session.Events.Single(e => e.Type is EventTypes.EscalationSent).Carried);
        Assert.Equal(Outcome.Met, run.Verdict("03-3").Outcome);
    }

    [Fact]
    public void What_came_but_lacked_something_is_not_said_to_have_never_come()
    {
        var run = WithFigures()
            .Do(
                4,
                "escalate",
                ("to", "dev"),
                ("ask", "Please look."),
                ("text", "100% of submissions fail since 09:00. Every class fails. Three classes, 53 students.")
            );
        var sent = run.Session.Events.Single(e => e.Type is EventTypes.EscalationSent);

        var verdict = run.Verdict("03-3");

        Assert.Equal(Outcome.NotMet, verdict.Outcome);
        Assert.EndsWith(
            "lacks: Database connection errors have shot up.",
            verdict.Sentence.En,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("never came", verdict.Sentence.En, StringComparison.Ordinal);
        Assert.EndsWith(
            "còn thiếu: Lỗi kết nối cơ sở dữ liệu tăng vọt.",
            verdict.Sentence.Vi,
            StringComparison.Ordinal
        );
        Assert.Contains(verdict.Ruling.Evidence, c => c.Seq == sent.Seq);
    }

    [Fact]
    public void What_is_counted_says_what_the_nearest_of_them_lacked()
    {
        var run = new Practising("05-video", "edge")
            .Log(1, "hanh")
            .Do(
                2,
                "message",
                ("to", "hanh"),
                ("tag", "ack"),
                ("channel", "mail"),
                ("text", "Dear Ms Hạnh, could you send me the link of the lesson and a screenshot of the error?")
            );

        var verdict = run.Verdict("05-4");

        Assert.Equal(Outcome.NotMet, verdict.Outcome);
        Assert.Contains("lacks: the question answered by “", verdict.Sentence.En, StringComparison.Ordinal);
        Assert.Single(verdict.Ruling.Evidence);
    }

    [Fact]
    public void What_was_done_too_late_is_said_to_have_come_too_late()
    {
        var run = new Practising("05-video", "edge")
            .Do(1, "message", ("to", "hanh"), ("tag", "ack"), ("channel", "mail"), ("text", "Dear Ms Hạnh, I look."))
            .Log(2, "hanh");

        Assert.Equal("Logging the ticket (19:52) came only after a message (19:51).", run.Verdict("G1").Sentence.En);
    }

    [Theory]
    [InlineData("question")]
    [InlineData("update")]
    [InlineData(null)]
    public void The_first_that_somebody_hears_is_a_first_word_whatever_its_kind(string? tag)
    {
        var run = new Practising(Exam, "clean").Do(
            1,
            "message",
            ("to", "phong"),
            ("tag", tag),
            ("channel", "chat"),
            (
                "text",
                "Hello Mr Phong, 53 students of three classes cannot submit. We are looking into it with the engineers. I report again in 10 minutes."
            ),
            ("next_contact", "10m")
        );

        Assert.Equal(Outcome.Met, run.Verdict("G3m").Outcome);
    }

    [Theory]
    [InlineData("01-login", "active", "dev")]
    [InlineData("02-slow-lms", "pool", "dev")]
    [InlineData(Exam, "clean", "dev")]
    [InlineData(Exam, "clean", "ops")]
    [InlineData("04-feature-request", "backlog", "product")]
    [InlineData("05-video", "edge", "content")]
    [InlineData("05-video", "edge", "devops")]
    public void A_team_that_is_alerted_in_the_chat_asks_for_it_on_the_ticket(string name, string branch, string team)
    {
        var run = new Practising(name, branch)
            .Do(1, "message", ("to", team), ("tag", "question"), ("channel", "chat"), ("text", "URGENT, please join."))
            .Wait(2);

        Assert.Single(run.Said($"{team}.ticket"));
    }

    [Fact]
    public void A_team_that_has_it_on_the_ticket_does_not_ask_for_that()
    {
        var run = new Practising(Exam, "clean")
            .Log(1, "lan")
            .Do(2, "escalate", ("to", "dev"), ("text", "Nobody can submit."), ("ask", "Please join."))
            .Do(3, "message", ("to", "dev"), ("tag", "update"), ("channel", "chat"), ("text", "Thank you."))
            .Wait(5);

        Assert.Empty(run.Said("dev.ticket"));
    }

    [Fact]
    public void A_team_that_gets_it_on_the_ticket_right_after_the_chat_does_not_ask_for_that()
    {
        var run = new Practising(Exam, "clean")
            .Log(1, "lan")
            .Do(2, "message", ("to", "dev"), ("tag", "question"), ("channel", "chat"), ("text", "URGENT, please join."))
            .Do(2.2, "escalate", ("to", "dev"), ("text", "Nobody can submit."), ("ask", "Please join."))
            .Wait(5);

        Assert.Empty(run.Said("dev.ticket"));
    }

    [Fact]
    public void Whoever_was_told_before_hears_no_first_word_though_another_reader_does()
    {
        static Fields To(params string[] to) =>
            Fields.Of(("tag", "update"), ("channel", "mail"), ("text", "We are still looking into it.")).With("to", to);

        var run = new Practising(Exam, "clean")
            .Do(1, new Move("message", To("lan")))
            .Do(2, new Move("message", To("lan", "dung")));

        Assert.Equal(
            [true, false],
            run.Session.Events.Where(e => e.Type is EventTypes.MessageSent)
                .Select(e => e.Data.All("tag").Contains("ack"))
        );
    }

    [Fact]
    public void A_query_that_did_not_show_it_is_told_as_one_that_did_not()
    {
        var run = new Practising("05-video", "content")
            .Log(1, "hanh")
            .Do(2, "look", ("system", "content-library"))
            .Do(
                3,
                new Move(
                    "query",
                    Fields
                        .Of(("table", "requests"), ("from", "2026-03-09T19:10:00+07:00"), ("rows", "2"))
                        .With("shows", ["VID-JS-ADV-L3-001, 80%.. of failed"])
                )
            )
            .Do(4, "note", ("tag", "decision"), ("text", "It is the content."));

        var verdict = run.Verdict("05-5");

        Assert.NotEqual(Outcome.Met, verdict.Outcome);
        Assert.Contains("an answer that shows 403", verdict.Sentence.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("draft", "text", "title")]
    [InlineData("trend", "text", null)]
    [InlineData("note", "text", null)]
    [InlineData("resolve", "resolution", "cause")]
    public void Exams_are_accounted_for_wherever_it_is_written(string verb, string field, string? beside)
    {
        var run = new Practising(Exam, "clean")
            .Log(1, "lan")
            .Do(
                2,
                "message",
                ("to", "lan"),
                ("tag", "question"),
                ("channel", "mail"),
                ("text", "How many exams came in by mail, and are all of them uploaded?")
            )
            .Wait(8);
        Assert.True(run.Knows("collected"));

        run.Do(9, verb, (beside ?? field, "A release"), (field, "9 exams came by mail, all uploaded."));

        Assert.NotNull(run.Session.Story.Variable("collected"));
    }
}
