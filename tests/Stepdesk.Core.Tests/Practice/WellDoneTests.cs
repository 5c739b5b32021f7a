using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>What somebody does well in the smaller scenarios counts, in whatever natural words.</summary>
public sealed class WellDoneTests
{
    const string Wish = "04-feature-request";

    [Theory]
    [InlineData(Wish, "backlog", "nhung", "đề-nghị-tính-năng", "04-1")]
    [InlineData(Wish, "backlog", "nhung", "yêu-cầu-tính-năng-mới", "04-1")]
    [InlineData(Wish, "backlog", "nhung", "góp-ý", "04-1")]
    [InlineData(Wish, "backlog", "nhung", "Feature request", "04-1")]
    [InlineData("01-login", "active", "an", "tài-khoản-lms", "01-2")]
    [InlineData("01-login", "active", "an", "không-đăng-nhập-được", "01-2")]
    [InlineData("01-login", "active", "an", "technical-support", "01-2")]
    [InlineData("01-login", "active", "an", "Login problem", "01-2")]
    public void A_category_is_known_by_natural_words(
        string name,
        string branch,
        string requester,
        string category,
        string line
    )
    {
        var verdict = Logged(name, branch, requester, category).Verdict(line);

        Assert.True(verdict.Outcome is Outcome.Met, verdict.Sentence.En);
    }

    [Fact]
    public void A_category_that_is_none_of_them_is_told_in_readable_words()
    {
        var verdict = Logged(Wish, "backlog", "nhung", "lỗi-hệ-thống").Verdict("04-1");

        Assert.Equal(Outcome.NotMet, verdict.Outcome);
        Assert.Contains("lỗi hệ thống", verdict.Sentence.Vi, StringComparison.Ordinal);
        Assert.Contains("đề nghị tính năng.", verdict.Sentence.Vi, StringComparison.Ordinal);
        Assert.DoesNotContain("*", verdict.Sentence.Vi, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("resolve", "Người theo dõi tiếp: Lý Gia Hân, xem lại ngày 13/04/2026.", true)]
    [InlineData("note", "Em theo dõi tiếp và xem lại vào cuối tháng.", true)]
    [InlineData("note", "I keep an eye on it and review it on 13 April.", true)]
    [InlineData("note", "Đã gọi cho chị Nhung.", false)]
    public void Who_looks_after_it_and_when_may_stand_anywhere_and_has_to_stand_there(
        string verb,
        string text,
        bool isSaid
    )
    {
        var run = Passed(6)
            .Wait(99)
            .Do(
                100,
                verb,
                (verb is "note" ? "text" : "resolution", text),
                (verb is "note" ? "tag" : "cause", "review")
            );

        Assert.Equal(isSaid, run.Session.Story.Variable("followed") is not null);
    }

    [Theory]
    [InlineData("I reviewed KB-0042 and what the product offers.")]
    [InlineData("We reviewed earlier tickets, 2 campuses asked for the like.")]
    [InlineData("Em đã rà soát Kho kiến thức KB-0042 và các phiếu trước.")]
    [InlineData("Em nhắc lại yêu cầu: báo cáo hằng tuần cho phụ huynh.")]
    [InlineData("Em theo dõi tiếp và xem lại vào cuối tháng.")]
    public void What_is_looked_at_before_Product_has_it_is_no_claim_and_no_follow_up(string text)
    {
        var run = new Practising(Wish, "backlog")
            .Log(1, "nhung")
            .Do(2, "look", ("system", "tickets"))
            .Do(2, "look", ("system", "knowledge-base"))
            .Do(2, "look", ("system", "product-scope"))
            .Do(3, "note", ("tag", "decision"), ("text", text));

        Assert.NotEqual(Outcome.Violated, run.Verdict("G5").Outcome);
        Assert.Null(run.Session.Story.Variable("followed"));
    }

    [Theory]
    [InlineData("lỗi-hệ-thống", true)]
    [InlineData("báo-lỗi", true)]
    [InlineData("Lỗi LMS", true)]
    [InlineData("lợi-ích", false)]
    [InlineData("trả-lời", false)]
    [InlineData("tra-loi", false)]
    public void A_word_of_a_category_is_a_whole_word_with_its_marks(string category, bool has) =>
        Assert.Equal(has, new FieldMatch("category", ["*lỗi*"]).Matches(Fields.Of(("category", category))));

    [Theory]
    [InlineData("feature-requests", true)]
    [InlineData("new-feature", true)]
    [InlineData("featureless", false)]
    public void A_word_of_a_category_may_be_in_the_plural(string category, bool has) =>
        Assert.Equal(has, new FieldMatch("category", ["*feature*"]).Matches(Fields.Of(("category", category))));

    [Fact]
    public void Whoever_tells_Product_what_it_is_worth_when_they_ask_has_told_them()
    {
        var run = new Practising(Wish, "backlog")
            .Log(1, "nhung")
            .Do(
                5,
                "escalate",
                ("to", "product"),
                ("ask", "Please consider it."),
                ("text", "An Bình asks for reports to parents every week. Two other campuses asked. Personal data.")
            )
            .Do(
                10,
                "message",
                ("to", "nhung"),
                ("channel", "mail"),
                ("text", "How long does it take by hand, and how many families are there?")
            )
            .Wait(60)
            .Do(61, "message", ("to", "product"), ("channel", "chat"), ("text", "It takes 6 hours for 180 families."))
            .Wait(120);

        Assert.Equal(Outcome.Met, run.Verdict("04-2v").Outcome);
        Assert.Equal(Outcome.Met, run.Verdict("04-N").Outcome);
    }

    [Theory]
    [InlineData("Ba cơ sở xin cùng một điều, nên gộp lại.")]
    [InlineData("Các cơ sở khác cũng đề nghị điều này.")]
    [InlineData("Three campuses ask for the same.")]
    public void A_trend_names_the_other_campuses_in_its_own_words(string text)
    {
        var run = Passed(6).Do(60, "trend", ("text", text));

        Assert.Equal(Outcome.Met, run.Verdict("04-R").Outcome);
    }

    [Fact]
    public void Who_answers_a_mail_does_not_also_say_that_they_understood_nothing()
    {
        var run = Passed(6).Wait(400);
        Assert.NotEmpty(run.Said("product.answer"));

        run.Do(
                401,
                "message",
                ("to", "nhung"),
                ("channel", "mail"),
                ("tag", "update"),
                (
                    "text",
                    "Chào chị Nhung, bộ phận sản phẩm trả lời là chưa có kế hoạch trong quý này. Như vậy đã ổn chưa ạ?"
                )
            )
            .Wait(500);

        Assert.NotEmpty(run.Said("nhung.thanks"));
        Assert.Empty(run.Said("nhung.unclear"));
    }

    // However they came into the answer: grouped by, gathered in a set, or row by row.
    [Fact]
    public void Codes_that_an_answer_shows_have_been_looked_at()
    {
        var run = new Practising("05-video", "edge")
            .Log(1, "hanh")
            .Do(
                4,
                new Move(
                    "query",
                    Fields
                        .Of(("table", "requests"), ("from", "2026-03-09T19:10:00+07:00"), ("rows", "12"))
                        .With("split", ["course", "asset"])
                        .With("shows", [.. Shipped.Read("05-video").Scenario.Showings.Select(s => s.Written)])
                )
            )
            .Do(6, "note", ("tag", "decision"), ("text", "502, 503 and 504 in every course."));

        var verdict = run.Verdict("05-5b");

        Assert.True(verdict.Outcome is Outcome.Met, verdict.Sentence.En);
    }

    [Theory]
    [InlineData("Could you also try once in a private (incognito) window?", true)]
    [InlineData("Thầy thử mở cửa sổ ẩn danh giúp em được không ạ?", true)]
    [InlineData("Is that an incognito window?", false)]
    public void A_way_out_that_is_politely_asked_for_is_offered(string text, bool isOffered)
    {
        var run = new Practising("01-login", "active").Do(
            2,
            "message",
            ("to", "an"),
            ("channel", "mail"),
            ("text", text)
        );

        Assert.Equal(isOffered ? Outcome.Met : Outcome.NotMet, run.Verdict("01-W").Outcome);
    }

    static Practising Logged(string name, string branch, string requester, string category) =>
        new Practising(name, branch).Do(
            1,
            new Move(
                "create",
                Fields
                    .Of(
                        ("title", "Report"),
                        ("description", "As it came in."),
                        ("requester", requester),
                        ("class", "standard"),
                        ("priority", "normal"),
                        ("affected", "1"),
                        ("category", category)
                    )
                    .With("tags", ["lms", "tài-khoản"])
            )
        );

    // Looked up, asked and passed on, with all that Product needs.
    [Fact]
    public void When_she_heard_what_Product_said_is_judged_by_the_first_telling()
    {
        static Fields Mail(string tag, string text) =>
            Fields.Of(("to", "nhung"), ("channel", "mail"), ("tag", tag), ("text", text));

        var run = Passed(6).Wait(400);
        var answered = run.Said("product.answer").Single().At;
        var minute = (answered - run.Session.Scenario.Start).TotalMinutes;
        run = Passed(6)
            .Wait(minute + 1)
            .Do(minute + 1, new Move("message", Mail("update", "Sản phẩm trả lời là quý này chưa có kế hoạch.")))
            .Do(minute + 40, new Move("message", Mail("resolution", "Em chốt lại: quý này chưa có kế hoạch ạ.")));

        var sentence = run.Verdict("04-6").Sentence.En;
        Assert.Contains($"{answered.AddMinutes(1):HH:mm}", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain($"{answered.AddMinutes(40):HH:mm}", sentence, StringComparison.Ordinal);
    }

    static Practising Passed(double minute) =>
        new Practising(Wish, "later", Language.Vi)
            .Log(1, "nhung")
            .Do(2, "look", ("system", "tickets"))
            .Do(3, "message", ("to", "nhung"), ("channel", "mail"), ("text", "Chị mất bao lâu để làm ạ?"))
            .Wait(minute + 30)
            .Do(
                minute + 31,
                "escalate",
                ("to", "product"),
                ("ask", "Nhờ cân nhắc."),
                ("text", "Cơ sở An Bình mong gửi báo cáo tự động cho phụ huynh mỗi tuần, đang mất 6 tiếng.")
            )
            .Wait(minute + 53);
}
