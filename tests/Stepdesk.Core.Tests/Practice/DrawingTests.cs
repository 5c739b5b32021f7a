using System.Globalization;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>Drawing the report of 06 gives a file, and the director looks at what is in the one he gets.</summary>
public sealed class DrawingTests
{
    const string Text = "Chào anh Khải, em gửi anh báo cáo đúng phạm vi, tệp đính kèm.";

    [Fact]
    public void The_same_run_draws_the_same_and_another_run_something_else()
    {
        var (one, same, other) = (
            Drawn(3, "campus", "enrolments"),
            Drawn(3, "campus", "enrolments"),
            Drawn(4, "campus", "enrolments")
        );

        Assert.Equal("bao-cao-tuyen-sinh-1.xlsx", one.File);
        Assert.Equal(one.Rows, same.Rows);
        Assert.NotEqual(one.Rows, other.Rows);
    }

    [Fact]
    public void Whatever_it_is_broken_down_by_the_total_is_the_same()
    {
        var whole = Drawn(3, "enrolments");
        var byCampus = Drawn(3, "campus", "enrolments");
        var byCourse = Drawn(3, "month", "campus", "programme", "course", "enrolments");

        var total = Assert.Single(whole.Rows)[0];
        Assert.Equal(3, byCampus.Rows.Count);
        Assert.Equal(6 * 3 * 6, byCourse.Rows.Count);
        Assert.All([byCampus, byCourse], r => Assert.Equal(total, $"{r.Rows.Sum(row => Number(row[^1]))}"));
    }

    [Fact]
    public void A_course_stands_only_beside_its_programme() =>
        Assert.Equal(
            ["Web WEB101", "Web WEB201", "Data DATA101", "Data DATA201", "Design UX101", "Design UX201"],
            Drawn(3, "programme", "course", "enrolments").Rows.Select(r => $"{r[0]} {r[1]}")
        );

    [Theory]
    [InlineData("chỉ cơ sở An Bình", 6)]
    [InlineData("An Binh, Hoà Lạc", 12)]
    [InlineData("2025-10 - 2025-12", 9)]
    [InlineData("từ tháng 10/2025 đến hết tháng 12/2025", 9)]
    [InlineData("from 10/2025 to 12/2025", 9)]
    [InlineData("9/2025", 3)]
    [InlineData("tất cả cơ sở", 18)]
    [InlineData("An Bình, Thảo Điền", 12)]
    [InlineData("Thảo Điền, An Bình", 12)]
    [InlineData("Hoà Lạc / An Bình", 12)]
    [InlineData("10/2025, 12/2025", 6)]
    [InlineData("12/2025 - 10/2025", 9)]
    [InlineData("10/2025 - 12/2025, 02/2026", 12)]
    [InlineData("trừ An Bình", 12)]
    [InlineData("except An Bình", 12)]
    [InlineData("không gồm cơ sở An Bình và Hoà Lạc", 6)]
    public void A_line_that_names_what_stands_in_a_column_narrows_it(string filter, int rows) =>
        Assert.Equal(rows, Narrowed(filter).Rows.Count);

    [Fact]
    public void With_people_in_it_nothing_is_summed_up() =>
        Assert.Equal(6 * 3 * 6, Drawn(3, "full_name", "enrolments").Rows.Count);

    [Theory]
    [InlineData("delivery")]
    [InlineData("update")]
    [InlineData("resolution")]
    public void The_report_that_was_agreed_is_taken_whatever_it_was_sent_as(string tag)
    {
        var run = Agreed("smooth").Do(60, Sent(tag, Text, "bao-cao-tuyen-sinh-1.xlsx")).Wait(600);

        Assert.Single(run.Said("khai.accepts"));
        Assert.Contains(run.Session.Events, e => e.Type is EventTypes.Confirmed);
        Assert.Equal(Outcome.Met, run.Verdict("06-10").Outcome);
        Assert.Equal(Outcome.Met, run.Verdict("06-9").Outcome);
    }

    [Theory]
    [InlineData("Em gửi anh báo cáo số học viên nhập học, tệp đính kèm.")]
    [InlineData("Đây là bản cuối, thay cho bản nháp hôm qua. Anh đăng nhập rồi mở tệp đính kèm giúp em.")]
    [InlineData("This is the final report, not a draft.")]
    [InlineData("Bạn Thu và ban thư ký cũng nhận tệp này ạ.")]
    public void What_only_sounds_like_a_draft_is_the_delivery(string text)
    {
        var run = Agreed("smooth").Do(60, Sent("update", text, "bao-cao-tuyen-sinh-1.xlsx")).Wait(600);

        Assert.Single(run.Said("khai.accepts"));
    }

    [Theory]
    [InlineData("Em gửi anh bản nháp, anh xem giúp em nhé.")]
    [InlineData("Em gui anh ban nhap, anh xem giup em nhe.")]
    [InlineData("Here is a draft; the final report comes at 16:00.")]
    public void A_draft_is_looked_at_and_is_no_delivery(string text)
    {
        var run = Agreed("smooth").Do(60, Sent("update", text, "bao-cao-tuyen-sinh-1.xlsx")).Wait(600);

        Assert.Single(run.Said("khai.draft"));
        Assert.Empty(run.Said("khai.accepts"));
        Assert.Empty(run.Said("khai.doubts"));
    }

    [Theory]
    [InlineData("delivery", true)]
    [InlineData("update", false)]
    public void A_file_that_nobody_drew_is_not_praised(string tag, bool isDisputed)
    {
        var run = Agreed("smooth").Do(60, Sent(tag, Text, null, "bao-cao.csv")).Wait(600);

        Assert.Single(run.Said("khai.doubts"));
        Assert.Empty(run.Said("khai.accepts"));
        Assert.Empty(run.Said("khai.draft"));
        Assert.Equal(isDisputed, run.Session.Events.Any(e => e.Type is EventTypes.Disputed));
        Assert.NotEqual(Outcome.Met, run.Verdict("06-10").Outcome);
    }

    [Fact]
    public void Whoever_sends_the_right_one_after_all_is_thanked()
    {
        var run = Agreed("smooth")
            .Do(60, Sent("delivery", Text, null, "bao-cao.csv"))
            .Do(200, Sent("delivery", Text, "bao-cao-tuyen-sinh-1.xlsx"))
            .Wait(700);

        Assert.Single(run.Said("khai.accepts"));
        Assert.Equal(Outcome.Met, run.Verdict("06-10").Outcome);
    }

    [Fact]
    public void Names_that_were_not_wanted_are_seen_in_the_file()
    {
        var run = Agreed("smooth", "course", "full_name", "enrolments")
            .Do(60, Sent("delivery", Text, "bao-cao-tuyen-sinh-1.xlsx"))
            .Wait(600);

        Assert.Single(run.Said("khai.exposed"));
        Assert.Empty(run.Said("khai.accepts"));
        Assert.Equal(Outcome.Violated, run.Verdict("06-5").Outcome);
    }

    [Fact]
    public void What_is_too_much_at_once_comes_once_he_was_told()
    {
        var run = Agreed("slow");
        Assert.Null(Drawing.Of(run.Session, run.Session.Events.Last(e => e.Type is EventTypes.ReportExtracted)));

        run.Do(40, Extract("course", "enrolments"));
        Assert.Empty(Drawing.All(run.Session));
        run.Do(50, Sent("update", "Chào anh Khải, lấy cả kỳ một lần thì bị ngắt. Anh chọn phương án nào ạ?", null))
            .Do(90, Extract("course", "enrolments"));

        Assert.Single(Drawing.All(run.Session));
    }

    [Fact]
    public void Nobody_attaches_a_report_that_was_not_drawn()
    {
        var session = Agreed("smooth").Session;
        var refusal = Trainee.Act(
            session,
            Sent("delivery", Text, "bao-cao-tuyen-sinh-2.xlsx"),
            session.Story.Start.AddMinutes(60)
        );

        Assert.Equal("practice-not-drawn", refusal?.Code);
    }

    static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    static DrawnReport Drawn(ulong seed, params string[] columns) =>
        Assert.Single(Drawing.All(Agreed("smooth", seed, Extract(columns)).Session));

    static DrawnReport Narrowed(string filter) =>
        Assert.Single(
            Drawing.All(
                Agreed(
                    "smooth",
                    3,
                    new(
                        "extract",
                        Extract(
                            filter.Any(char.IsDigit)
                                ? ["month", "campus", "enrolments"]
                                : ["campus", "course", "enrolments"]
                        )
                            .Fields.With("filter", filter)
                    )
                ).Session
            )
        );

    static Practising Agreed(string branch, params string[] columns) =>
        Agreed(branch, 3, Extract(columns.Length > 0 ? columns : ["campus", "programme", "course", "enrolments"]));

    static Practising Agreed(string branch, ulong seed, Move extract) =>
        new Practising("06-deadline-report", branch, Language.Vi, seed).Log(4, "khai").Do(30, extract);

    static Move Extract(params string[] columns) =>
        new("extract", Fields.Of(("filter", "09/2025 - 02/2026")).With("fields", columns));

    static Move Sent(string tag, string text, string? report, string? file = null)
    {
        var says = Fields.Of(("to", "khai"), ("channel", "mail"), ("tag", tag), ("text", text), ("reports", report));
        return new("message", (report ?? file) is { } name ? says.With("files", name) : says);
    }
}
