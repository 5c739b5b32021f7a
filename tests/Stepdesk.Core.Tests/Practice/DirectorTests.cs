using FsCheck.Xunit;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>What makes a session fair: pace changes nothing, a look shifts nobody, and everything says why.</summary>
public sealed class DirectorTests
{
    static readonly DateTimeOffset Start = Shipped.Slow.Start;

    static Session Begun(ulong seed, string? branch = "pool") => Session.Begin(Shipped.Slow, seed, Language.Vi, branch);

    static DateTimeOffset At(int minutes) => Start.AddMinutes(minutes);

    static Move Look(string system) => new("look", Fields.Of(("system", system)));

    static Move To(string person, string text, string? tag = null) =>
        new("message", Fields.Of(("to", person), ("text", text), ("tag", tag)));

    static Move Escalation(string text) => new("escalate", Fields.Of(("to", "dev"), ("text", text)));

    static readonly Move Create = new(
        "create",
        Fields.Of(("title", "LMS"), ("description", "chậm"), ("requester", "ha"), ("class", "priority"))
    );

    [Property(MaxTest = 60)]
    public void A_session_looks_the_same_at_any_pace(ulong seed, byte pace)
    {
        var ticks = TimeSpan.FromSeconds(7 + pace * 11);
        var (calm, busy) = (Begun(seed, null), Begun(seed, null));
        foreach (var (minute, move) in Acts())
        {
            for (var at = busy.Story.End + ticks; at < At(minute); at += ticks)
                Director.AdvanceTo(busy, at);
            Assert.Null(Trainee.Act(calm, move, At(minute)));
            Assert.Null(Trainee.Act(busy, move, At(minute)));
        }
        for (var at = At(60); at < At(190); at += ticks)
            Director.AdvanceTo(busy, at);
        Director.AdvanceTo(calm, At(190));
        Director.AdvanceTo(busy, At(190));

        Assert.Equal(SessionLog.Write(calm.Events), SessionLog.Write(busy.Events));
    }

    [Property(MaxTest = 40)]
    public void A_session_taken_up_again_goes_on_as_if_nothing_had_been(ulong seed, byte cut)
    {
        var (whole, broken) = (Begun(seed), Begun(seed));
        foreach (var (minute, move) in Acts())
        {
            Trainee.Act(whole, move, At(minute));
            if (cut % 7 == minute % 7)
                broken = Session.Resume(
                    Shipped.Slow,
                    [
                        .. SessionLog
                            .Write(broken.Events)
                            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                            .Select(SessionLog.Read),
                    ]
                );
            Trainee.Act(broken, move, At(minute));
        }
        Director.AdvanceTo(whole, At(190));
        Director.AdvanceTo(broken, At(190));

        Assert.Equal(SessionLog.Write(whole.Events), SessionLog.Write(broken.Events));
    }

    [Property(MaxTest = 40)]
    public void An_extra_look_shifts_nobody(ulong seed)
    {
        var (plain, curious) = (Begun(seed), Begun(seed));
        foreach (var (minute, move) in Acts())
        {
            Trainee.Act(plain, move, At(minute));
            Trainee.Act(curious, Look("releases"), At(minute));
            Trainee.Act(curious, move, At(minute));
        }
        Director.AdvanceTo(plain, At(190));
        Director.AdvanceTo(curious, At(190));

        Assert.Equal(People(plain), People(curious));

        static IEnumerable<(DateTimeOffset, string, string)> People(Session session) =>
            session
                .Events.Where(e => e.Actor is not (SessionEvent.Trainee or SessionEvent.Director))
                .Select(e => (e.At, e.Actor, e.Type));
    }

    [Fact]
    public void Whoever_is_asked_by_mail_something_they_do_not_understand_says_so()
    {
        var session = Session.Begin(Shipped.Slow, 1, Language.Vi, "pool");
        var asked = Fields.Of(
            ("to", "ha"),
            ("text", "Chị có thích cà phê không ạ?"),
            ("tag", "update"),
            ("channel", "mail")
        );
        Assert.Null(Trainee.Act(session, new("message", asked), Shipped.Slow.Start));
        Director.AdvanceTo(session, Shipped.Slow.Start.AddMinutes(15));

        Assert.Equal("ha", Assert.Single(session.Events, e => e.Data.One("line") is "ha.unclear").Actor);
    }

    [Fact]
    public void Branches_are_drawn_by_their_weights()
    {
        const int Seeds = 20_000;
        var drawn = Enumerable
            .Range(1, Seeds)
            .Select(seed => Chance.Pick((ulong)seed, "branch", Shipped.Slow.Branches, b => b.Weight).Id)
            .CountBy(id => id)
            .ToDictionary();

        Assert.All(Shipped.Slow.Branches, b => Assert.InRange(100.0 * drawn[b.Id] / Seeds, b.Weight - 1, b.Weight + 1));
    }

    [Fact]
    public void Who_hears_nothing_asks_and_the_rule_cites_the_message_the_silence_began_with()
    {
        var session = Begun(7);
        Trainee.Act(session, To("ha", "Chào chị Hà, em đã nhận."), At(8));
        Trainee.Act(session, Look("releases"), At(20));
        Director.AdvanceTo(session, At(29));

        var fired = session.Events.First(e => e.Type is EventTypes.RuleFired && e.Data.One("rule") == "chase");
        Assert.Equal(At(28), fired.At);
        var began = session.Events[Assert.Single(fired.Causes) - 1];
        Assert.Equal((EventTypes.MessageSent, At(8)), (began.Type, began.At));
        var chase = session.Events.First(e => e.Causes.Contains(fired.Seq));
        Assert.Equal(("ha", "ha.chase"), (chase.Actor, chase.Data.One("line")));
    }

    [Fact]
    public void Somebody_who_keeps_silent_is_asked_three_times_twenty_minutes_apart()
    {
        var session = Begun(7);
        Director.AdvanceTo(session, At(180));

        Assert.Equal(
            [At(20), At(40), At(60)],
            session.Events.Where(e => e.Data.One("line") == "ha.chase").Select(e => e.At)
        );
        Assert.Equal(EventTypes.Ended, session.Events[^1].Type);
    }

    [Fact]
    public void A_question_nobody_understands_is_asked_back_twice_and_then_shown_to_the_mentor()
    {
        var session = Begun(7);
        for (var n = 0; n < 4; n++)
            Trainee.Act(session, To("ha", "Xyz uvw?", "question"), At(10 + n * 10));
        Director.AdvanceTo(session, At(60));

        Assert.Equal(2, session.Events.Count(e => e.Data.One("line") == "ha.unclear"));
        Assert.Single(session.Events, e => e.Type is EventTypes.MentorHinted);
        Assert.DoesNotContain(session.Events, e => e.Type is EventTypes.Refused);
    }

    [Theory]
    [InlineData("Cảm ơn chị đã gửi ảnh chụp lỗi.", false)]
    [InlineData("Em đã xem ảnh chụp màn hình chị gửi.", false)]
    [InlineData("Nhờ ảnh chụp màn hình của chị mà em thấy mã lỗi.", false)]
    [InlineData("Em đã nhận được đường dẫn bài học và ảnh chụp của chị.", false)]
    [InlineData("Thank you for the screenshot you sent.", false)]
    [InlineData("Chị gửi giúp em ảnh chụp màn hình nhé.", true)]
    [InlineData("Chị gửi ảnh chụp màn hình nhé.", true)]
    [InlineData("Chị đã gửi ảnh chụp màn hình chưa ạ?", true)]
    [InlineData("Cảm ơn chị đã báo và xin chị gửi em ảnh chụp màn hình.", true)]
    [InlineData("Cảm ơn chị, nhờ chị gửi thêm ảnh chụp màn hình.", true)]
    [InlineData("Thanks for the screenshot; please send another screenshot of the whole page.", true)]
    public void Whoever_is_thanked_for_something_is_not_asked_for_it(string said, bool isAsked)
    {
        var session = Session.Begin(Shipped.Read("05-video").Scenario, 7, Language.Vi);
        Trainee.Act(session, To("hanh", said, "update"), session.Scenario.Start.AddMinutes(5));

        var understood = session.Events.Last(e => e.Type is EventTypes.MessageSent).Data.All("understood");

        Assert.Equal(isAsked, understood.Contains("hanh.ask-screenshot"));
    }

    [Fact]
    public void What_was_chosen_counts_before_what_was_worded()
    {
        var session = Begun(7);
        Trainee.Act(
            session,
            new("message", Fields.Of(("to", "ha"), ("text", "Lớp khác có bị không chị?"), ("asks", "ask-pages"))),
            At(5)
        );
        Director.AdvanceTo(session, At(15));

        Assert.Contains(session.Events, e => e.Data.One("line") == "ha.ask-pages");
        Assert.DoesNotContain(session.Events, e => e.Data.One("line") == "ha.ask-others");
    }

    [Fact]
    public void Developers_who_are_given_evidence_need_no_particular_words()
    {
        var session = Begun(7);
        Trainee.Act(session, Create, At(2));
        Trainee.Act(
            session,
            new("query", Fields.Of(("table", "requests"), ("from", "13:30"), ("split", "ClassCode"))),
            At(5)
        );
        var refusal = Trainee.Act(
            session,
            new("escalate", Fields.Of(("to", "dev"), ("text", "Xem giúp.")).With("attached", "latency", "scope")),
            At(6)
        );
        Director.AdvanceTo(session, At(30));

        Assert.Null(refusal);
        Assert.Contains(session.Events, e => e.Type is "fix.live");
        Assert.DoesNotContain(session.Events, e => e.Data.One("line") == "dev.ask");
    }

    [Fact]
    public void What_nobody_has_seen_cannot_be_attached_and_the_attempt_stays_in_the_log()
    {
        var session = Begun(7);
        Trainee.Act(session, Create, At(2));

        var refusal = Trainee.Act(
            session,
            new("escalate", Fields.Of(("to", "dev"), ("text", "Xem giúp."), ("attached", "pool"))),
            At(3)
        );

        Assert.Equal(Trainee.NotSeen("pool"), refusal);
        Assert.Equal("practice-not-seen", session.Events[^1].Data.One("code"));
    }

    [Fact]
    public void Nobody_closes_before_the_customer_has_confirmed()
    {
        var session = Begun(7);
        Trainee.Act(session, Create, At(2));

        Assert.Equal(Trainee.NotConfirmed, Trainee.Act(session, new("close", Fields.None), At(3)));
    }

    [Fact]
    public void A_fix_announced_before_it_is_live_is_disputed_and_does_not_confirm_later()
    {
        var session = Begun(7);
        Trainee.Act(session, Create, At(2));
        Trainee.Act(session, To("ha", "Em đã xử lý xong.", "resolution"), At(5));
        Trainee.Act(session, Escalation("33 giây, các lớp khác vẫn bình thường"), At(20));
        Director.AdvanceTo(session, At(120));

        Assert.Contains(session.Events, e => e.Type is EventTypes.Disputed);
        Assert.Contains(session.Events, e => e.Type is "fix.live");
        Assert.DoesNotContain(session.Events, e => e.Type is EventTypes.Confirmed);
    }

    [Fact]
    public void Who_asks_states_nothing()
    {
        var session = Begun(7);
        Trainee.Act(session, To("ha", "Chị ơi, các lớp khác vẫn bình thường phải không ạ?"), At(5));

        Assert.Empty(session.Events.First(e => e.Type is EventTypes.MessageSent).Data.All("mentions"));
    }

    [Theory]
    [InlineData("dance", "x", "practice-unknown-verb")]
    [InlineData("look", "subject", "practice-field-missing")]
    [InlineData("look", "colour", "practice-unknown-field")]
    [InlineData("watch", "for", "practice-field-unreadable")]
    [InlineData("test", "target", "practice-unknown-name")]
    public void A_move_that_is_none_is_refused_with_its_field(string verb, string field, string code)
    {
        var refusal = Trainee.Act(Begun(7), new(verb, Fields.Of((field, "quite some time"))), At(1));

        Assert.Equal(code, refusal?.Code);
        Assert.NotEqual(Text.Of(refusal!, Language.En), Text.Of(refusal!, Language.Vi));
    }

    [Fact]
    public void Rules_that_answer_themselves_pause_the_session_and_name_the_rule()
    {
        var echo = new Rule(
            "echo",
            0,
            new AnyOf([new Happened(new(EventTypes.VariableSet, [])), new Elapsed(TimeSpan.Zero)]),
            null,
            Rule.Always,
            [new Assign(Delay.None, "n", "1")]
        );
        var session = Session.Begin(Shipped.Slow with { Rules = [echo] }, 1, Language.En);
        Director.AdvanceTo(session, At(10));

        Assert.True(session.IsOver);
        Assert.Equal((EventTypes.Paused, "echo"), (session.Events[^1].Type, session.Events[^1].Data.One("rule")));
    }

    static IEnumerable<(int Minute, Move Move)> Acts() =>
        [
            (2, Create),
            (8, To("ha", "Chào chị Hà, chị bị ở trang nào ạ?")),
            (12, new("query", Fields.Of(("table", "requests"), ("from", "13:30"), ("split", "ClassCode")))),
            (19, Escalation("Từ 14:00, 33 giây, các lớp khác vẫn bình thường")),
            (30, To("ha", "Chị dùng thử mạng khác giúp em.", "update")),
            (47, new("watch", Fields.Of(("for", "10m")))),
            (58, To("ha", "Chị kiểm tra lại giúp em.", "resolution")),
        ];
}
