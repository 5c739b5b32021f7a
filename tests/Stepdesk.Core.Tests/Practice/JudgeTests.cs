using FsCheck.Xunit;
using Stepdesk.Core.Practice.Authoring;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>A verdict rests on what it cites: on nothing less, and on nothing else.</summary>
public sealed class JudgeTests
{
    static readonly ScenarioRuns Runs = new();

    /// <summary>Each shipped run, played once.</summary>
    sealed class ScenarioRuns
    {
        public List<IReadOnlyList<SessionEvent>> Logs { get; } =
        [
            .. Shipped.Slow.Tests.Select(test =>
            {
                var session = Session.Begin(Shipped.Slow, 11, Language.Vi, test.Branch);
                Shipped.Run(test.Run).Play(session);
                return session.Events;
            }),
        ];
    }

    static Report Judged(IReadOnlyList<SessionEvent> events) => Judge.Of(Shipped.Slow, events);

    [Property(MaxTest = 60)]
    public void An_irrelevant_event_changes_no_verdict(byte run, ushort place)
    {
        var log = Runs.Logs[run % Runs.Logs.Count];
        var at = 1 + place % log.Count;
        var seq = log[at - 1].Seq;
        var extra = new SessionEvent(
            seq + 1,
            log[at - 1].At,
            "lookup.performed",
            SessionEvent.Trainee,
            Fields.Of(("system", "calendar")),
            []
        );
        // Numbers behind it move on by one.
        IReadOnlyList<SessionEvent> more =
        [
            .. log.Take(at),
            extra,
            .. log.Skip(at).Select(e => e with { Seq = e.Seq + 1 }),
        ];

        Assert.Equal(
            Judged(log).Verdicts.Select(v => (v.Line, v.Outcome)),
            Judged(more).Verdicts.Select(v => (v.Line, v.Outcome))
        );
    }

    [Fact]
    public void Without_the_events_it_cites_a_verdict_is_another()
    {
        var looked = 0;
        foreach (var log in Runs.Logs)
        foreach (var verdict in Judged(log).Verdicts)
            if (verdict.Outcome is Outcome.Met or Outcome.Violated && verdict.Ruling.Evidence.Count > 0)
            {
                var cited = verdict.Ruling.Evidence.Select(c => c.Seq).ToHashSet();
                var rest = log.Where(e => !cited.Contains(e.Seq)).ToList();
                Assert.True(
                    Judged(rest).Of(verdict.Line).Outcome != verdict.Outcome,
                    $"{verdict.Line} is {verdict.Outcome} without what it cites: {verdict.Sentence.En}"
                );
                looked++;
            }
        Assert.True(looked > 60, $"only {looked} verdicts had evidence");
    }

    [Fact]
    public void What_is_cited_happened_and_the_words_stand_where_they_are_said_to()
    {
        foreach (var log in Runs.Logs)
        foreach (var cited in Judged(log).Verdicts.SelectMany(v => v.Ruling.Evidence))
        {
            var happened = Assert.Single(log, e => e.Seq == cited.Seq);
            if (cited.Words is { } words)
                Assert.Contains(words.Text, string.Join('\n', happened.Data.Names.SelectMany(happened.Data.All)));
        }
    }

    [Fact]
    public void Every_verdict_is_a_whole_sentence_in_both_languages()
    {
        foreach (var verdict in Runs.Logs.SelectMany(log => Judged(log).Verdicts))
        {
            Assert.DoesNotMatch(@"\{\w+\}", verdict.Sentence.En);
            Assert.DoesNotMatch(@"\{\w+\}", verdict.Sentence.Vi);
            Assert.NotEqual(verdict.Sentence.En, verdict.Sentence.Vi);
            Assert.False(char.IsLower(verdict.Sentence.En[0]) || char.IsLower(verdict.Sentence.Vi[0]));
            // A number of the log is no number a trainee knows.
            Assert.DoesNotMatch(@"(^|\s)#\d", verdict.Sentence.En);
        }
    }

    [Fact]
    public void A_message_is_not_too_short_to_hold_no_secret()
    {
        var scenario = Shipped.Read("01-login").Scenario;
        var session = Session.Begin(scenario, 3, Language.Vi, "active");
        void Say(string text, int minute) =>
            Assert.Null(
                Trainee.Act(
                    session,
                    new("message", Fields.Of(("to", "an"), ("tag", "update"), ("channel", "mail"), ("text", text))),
                    scenario.Start.AddMinutes(minute)
                )
            );

        Say("Thử lần hai ạ.", 5);
        Assert.Equal(Outcome.Met, Judge.Of(scenario, session.Events).Of("01-8").Outcome);

        Say("Mật khẩu của thầy là Hanoi@2026 ạ.", 6);
        var verdict = Judge.Of(scenario, session.Events).Of("01-8");
        Assert.Equal(Outcome.Violated, verdict.Outcome);
        // What lets somebody in is not told once more, and what is wrong is.
        Assert.Contains("holds a password or key", verdict.Sentence.En, StringComparison.Ordinal);
        Assert.Contains("mật khẩu hoặc khóa", verdict.Sentence.Vi, StringComparison.Ordinal);
        using var file = new MemoryStream();
        using (var json = new System.Text.Json.Utf8JsonWriter(file))
            ReportJson.Write(verdict, json);
        Assert.DoesNotContain("Hanoi", System.Text.Encoding.UTF8.GetString(file.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_lacks_something_says_of_whom_and_what()
    {
        var scenario = Shipped.Read("04-feature-request").Scenario;
        var session = Session.Begin(scenario, 3, Language.Vi);
        var answer = new Move(
            "message",
            Fields.Of(
                ("to", "nhung"),
                ("tag", "ack"),
                ("channel", "mail"),
                ("text", "Chào chị Nhung, em đã nhận được thư.")
            )
        );
        Assert.Null(Trainee.Act(session, answer, scenario.Start.AddMinutes(5)));

        var verdict = Judge.Of(scenario, session.Events).Of("04-5");

        var offered = scenario.Workarounds.Single(w => w.Id is "export").Says;
        var customer = scenario.Person("nhung")!.Name.En;
        Assert.Equal($"This was not done: a message to {customer} ({offered.En}).", verdict.Sentence.En);
        Assert.Equal($"Chưa làm việc này: tin gửi đi cho {customer} ({offered.Vi}).", verdict.Sentence.Vi);
    }

    [Fact]
    public void Every_tag_a_line_asks_for_has_a_word()
    {
        var asked = Shipped
            .Folders.SelectMany(f => Shipped.Read(Path.GetFileName(f)!).Scenario.Rubric)
            .SelectMany(line => line.Check.Patterns)
            .SelectMany(p => p.Fields)
            .Where(f => f.Name is "tag")
            .SelectMany(f => f.Of)
            .Where(tag => tag is not ("*" or "-"))
            .ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(asked);
        Assert.All(asked, tag => Assert.True(Text.Knows($"practice-tag-{tag}"), tag));
    }

    [Fact]
    public void Branches_are_equally_hard()
    {
        var best = Shipped
            .Slow.Tests.Where(t => t.Expects.Passes.Count > 0)
            .Select(t => Runs.Logs[Shipped.Slow.Tests.ToList().IndexOf(t)])
            .Select(Judged)
            .ToList();

        Assert.All(best, report => Assert.True(report.Passes));
        Assert.All(best, report => Assert.Equal(1, report.Share));
    }

    [Theory]
    [InlineData(5, 0, Outcome.Met)]
    [InlineData(6, 0, Outcome.Met)]
    [InlineData(6, 1, Outcome.NotMet)]
    public void A_minute_of_grace_is_given_and_no_second_more(int minutes, int seconds, Outcome outcome)
    {
        var session = Session.Begin(Shipped.Slow, 3, Language.Vi, "pool");
        Trainee.Act(
            session,
            new("classify", Fields.Of(("class", "priority"))),
            Shipped.Slow.Start.AddMinutes(minutes).AddSeconds(seconds)
        );

        Assert.Equal(outcome, Judged(session.Events).Of("02-1").Outcome);
    }

    [Fact]
    public void A_promised_contact_that_came_late_is_told_with_when_it_came()
    {
        var session = Session.Begin(Shipped.Slow, 3, Language.Vi, "pool");
        Writes(5, "15m");
        var promised = session.Events[^1].Seq;
        Writes(25, null);
        var late = session.Events.Last(e => e.Type is EventTypes.MessageSent).Seq;

        var verdict = Judged(session.Events).Of("G6");

        Assert.Equal(Outcome.NotMet, verdict.Outcome);
        Assert.Contains("14:40; it came at 14:45", verdict.Sentence.En, StringComparison.Ordinal);
        Assert.Contains("lúc 14:40 nhưng đến 14:45 mới liên lạc", verdict.Sentence.Vi, StringComparison.Ordinal);
        Assert.Equal([promised, late], verdict.Ruling.Evidence.Select(c => c.Seq));

        void Writes(int minute, string? next) =>
            Assert.Null(
                Trainee.Act(
                    session,
                    new(
                        "message",
                        Fields.Of(("to", "ha"), ("text", "Chào chị Hà, em đang xem."), ("next_contact", next))
                    ),
                    Shipped.Slow.Start.AddMinutes(minute)
                )
            );
    }

    [Theory]
    [InlineData("02-slow-lms")]
    [InlineData("05-video")]
    [InlineData("06-deadline-report")]
    public void Sentences_use_the_words_of_readers_and_no_name_of_an_author(string name)
    {
        var (scenario, manuscript) = Shipped.Read(name);
        foreach (var test in scenario.Tests)
        {
            var script = ScriptReader.Read(manuscript.Runs[test.Run], scenario, []);
            var report = Rehearsal.Play(scenario, test, script, 1).Report;
            foreach (var verdict in report.Verdicts)
            foreach (var sentence in (string[])[verdict.Sentence.Vi, verdict.Sentence.En])
            {
                Assert.DoesNotMatch(@"\b[a-z]+(_[a-z]+)+\b", sentence);
                Assert.DoesNotMatch(
                    @"\b(ticket|message|note|escalation|mail|fact|telemetry|variable)\.[a-z]",
                    sentence
                );
                Assert.DoesNotContain(scenario.Facts.Where(f => f.Id.Contains('_')), f => sentence.Contains(f.Id));
            }
        }
    }
}
