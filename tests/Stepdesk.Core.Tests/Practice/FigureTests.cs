using FsCheck;
using FsCheck.Xunit;
using Stepdesk.Core.Practice;
using Stepdesk.Core.Practice.Authoring;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Outcome = Stepdesk.Core.Practice.Judging.Outcome;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>Numbers that somebody states: compared with what had come to light, and with nothing else.</summary>
public sealed class FigureTests
{
    [Theory]
    [InlineData("affected", "Hiện có 25 học viên bị ảnh hưởng ạ.", "25 học viên bị ảnh hưởng")]
    [InlineData("affected", "Sự cố ảnh hưởng 150 học viên.", "ảnh hưởng 150 học viên")]
    [InlineData("affected", "We see that 12 students are affected.", "12 students are affected")]
    [InlineData("onset", "Sự cố bắt đầu từ 13:20.", "Sự cố bắt đầu từ 13:20")]
    [InlineData("onset", "It started at 15:00.", "It started at 15:00")]
    [InlineData("release", "Bản 3.17.2 vừa được đưa lên.", "Bản 3.17.2 vừa được đưa lên")]
    [InlineData("latency", "Trang của lớp mất 90 giây.", "Trang của lớp mất 90 giây")]
    // However the number is written.
    [InlineData("affected", "Số người bị ảnh hưởng: 30", "Số người bị ảnh hưởng: 30")]
    [InlineData("affected", "so hoc vien bi anh huong la 30", "so hoc vien bi anh huong la 30")]
    [InlineData("affected", "Có 30 em bị ảnh hưởng ạ.", "30 em bị ảnh hưởng")]
    [InlineData(
        "affected",
        "Hiện 30 sinh viên lớp WEB101-HN-2024 bị ảnh hưởng.",
        "30 sinh viên lớp WEB101-HN-2024 bị ảnh hưởng"
    )]
    [InlineData("affected", "Hai mươi học viên bị ảnh hưởng.", "Hai mươi học viên bị ảnh hưởng")]
    [InlineData("affected", "Ba mươi lăm học viên bị ảnh hưởng.", "Ba mươi lăm học viên bị ảnh hưởng")]
    [InlineData("affected", "Khoảng 90 học viên bị ảnh hưởng.", "90 học viên bị ảnh hưởng")]
    [InlineData("affected", "1.500 học viên bị ảnh hưởng.", "1.500 học viên bị ảnh hưởng")]
    [InlineData("affected", "2.015 học viên bị ảnh hưởng.", "2.015 học viên bị ảnh hưởng")]
    [InlineData("affected", "15.000 học viên bị ảnh hưởng.", "15.000 học viên bị ảnh hưởng")]
    [InlineData("affected", "1,500 students are affected.", "1,500 students are affected")]
    [InlineData("affected", "Thirty students are affected.", "Thirty students are affected")]
    [InlineData("affected", "Twenty-five people are affected.", "Twenty-five people are affected")]
    [InlineData("affected", "Affected students: 30", "Affected students: 30")]
    [InlineData("affected", "Tổng cộng 300 học viên bị ảnh hưởng.", "300 học viên bị ảnh hưởng")]
    [InlineData("affected", "60 sinh viên không vào được.", "60 sinh viên không vào được")]
    [InlineData("onset", "Sự cố bắt đầu từ 13h40.", "Sự cố bắt đầu từ 13h40")]
    [InlineData("onset", "Sự cố xuất hiện lúc 13 giờ 20.", "Sự cố xuất hiện lúc 13 giờ 20")]
    [InlineData("onset", "Từ 13:40 mỗi yêu cầu mất khoảng 33 giây.", "Từ 13:40 mỗi yêu cầu mất khoảng 33 giây")]
    [InlineData("latency", "Mỗi yêu cầu mất 90,5 giây.", "yêu cầu mất 90,5 giây")]
    [InlineData("latency", "Mỗi yêu cầu mất khoảng 150 giây.", "yêu cầu mất khoảng 150 giây")]
    [InlineData("onset", "Lớp WEB101 rất chậm, bắt đầu từ 13h40.", "chậm, bắt đầu từ 13h40.")]
    [InlineData("onset", "Trang bị lỗi 504 (bắt đầu từ 13:20).", "lỗi 504 (bắt đầu từ 13:20)")]
    [InlineData("latency", "Latency 120 s.", "Latency 120 s")]
    [InlineData("latency", "Thời gian phản hồi 120 giây.", "Thời gian phản hồi 120 giây")]
    [InlineData("latency", "Độ trễ: 120 giây", "Độ trễ: 120 giây")]
    [InlineData("latency", "Requests take about 150 seconds.", "Requests take about 150 seconds")]
    [InlineData("pool", "Pool kết nối 98%.", "Pool kết nối 98%")]
    [InlineData("errors", "Mỗi phút 500 lỗi timeout.", "Mỗi phút 500 lỗi")]
    public void Another_number_than_what_is_so_is_found_with_its_words(string figure, string said, string words) =>
        Assert.Equal([words], Wrong(figure, said));

    [Theory]
    [InlineData("affected", "Hiện có 15 học viên bị ảnh hưởng ạ.")]
    [InlineData("affected", "16 người bị ảnh hưởng, tính cả chị.")]
    [InlineData("affected", "Giờ đã 41 học viên bị ảnh hưởng.")]
    [InlineData("onset", "Sự cố bắt đầu từ 14h00.")]
    [InlineData("onset", "Lỗi xuất hiện lúc 14:03.")]
    [InlineData("release", "Bản 3.18.0 được đưa lên.")]
    [InlineData("latency", "Yêu cầu của lớp mất 33 giây.")]
    // Who asks, supposes, denies, or says about how many, states no number.
    [InlineData("affected", "Có phải 25 học viên bị ảnh hưởng không ạ?")]
    [InlineData("affected", "Nếu 50 học viên bị ảnh hưởng thì em sẽ nâng cấp.")]
    [InlineData("affected", "Có thể 25 học viên bị ảnh hưởng.")]
    [InlineData("affected", "Không có 25 học viên bị ảnh hưởng như tin đồn.")]
    [InlineData("affected", "Hơn 10 học viên bị ảnh hưởng nên là Ưu tiên.")]
    [InlineData("affected", "Mức này là từ 10 đến 49 người bị ảnh hưởng.")]
    [InlineData("affected", "Khoảng 20 học viên bị ảnh hưởng.")]
    [InlineData("affected", "At least 12 students are affected.")]
    // Another number of something else is nobody's mistake.
    [InlineData("affected", "3 học viên đã nộp được bài.")]
    [InlineData("affected", "Phiếu 25 học viên WEB101.")]
    [InlineData("affected", "25 phút nữa em báo lại, học viên vẫn đang bị ảnh hưởng.")]
    [InlineData("onset", "Em bắt đầu kiểm tra từ 14:25.")]
    [InlineData("onset", "Em nhận báo lỗi lúc 14:20 ạ.")]
    [InlineData("onset", "Đội kỹ thuật sửa xong lỗi lúc 14:50.")]
    [InlineData("release", "Đội phát triển quay lại bản 3.17.2.")]
    [InlineData("latency", "Em xem lại sau 90 giây.")]
    [InlineData("affected", "999999999999999999999 học viên bị ảnh hưởng")]
    // Right, however it is written.
    [InlineData("affected", "Mười lăm học viên bị ảnh hưởng.")]
    [InlineData("affected", "muoi lam hoc vien bi anh huong")]
    [InlineData("affected", "Fifteen students are affected.")]
    [InlineData("affected", "Số người bị ảnh hưởng: 15")]
    [InlineData("affected", "Số học viên bị ảnh hưởng: 15 - 16")]
    [InlineData("onset", "Sự cố bắt đầu lúc 2 giờ 05 chiều.")]
    [InlineData("onset", "It started at 2:00 pm.")]
    [InlineData("onset", "Sự cố bắt đầu từ 14 giờ 00.")]
    [InlineData("onset", "Từ 13:30 trang mất 1 giây.")]
    [InlineData("onset", "Lớp bắt đầu học lúc 13:30.")]
    [InlineData("onset", "Lớp WEB101 rất chậm, bắt đầu từ 14h.")]
    [InlineData("onset", "Trang chậm, lớp bắt đầu từ 13:30.")]
    [InlineData("onset", "Trang rất chậm. Bắt đầu từ 14:40 em theo dõi liên tục.")]
    [InlineData("onset", "Lớp học buổi chiều, bắt đầu từ 13:30.")]
    [InlineData("latency", "Thời gian phản hồi 33 giây.")]
    [InlineData("latency", "Yêu cầu mất 32,8 giây.")]
    [InlineData("latency", "Trang của lớp mất 8.723 giây.")]
    [InlineData("latency", "Trung vị 30 phút qua: yêu cầu mất 9 giây.")]
    [InlineData("latency", "Requests take 9 seconds.")]
    [InlineData("latency", "Trang mất 60 giây mới mở.")]
    [InlineData("latency", "Yêu cầu nộp bài mất 41 giây.")]
    [InlineData("pool", "Pool kết nối 85/100.")]
    [InlineData("pool", "Pool đang ở 92%.")]
    [InlineData("errors", "Mỗi phút có 8 lỗi timeout.")]
    // Of a part of them.
    [InlineData("affected", "3 học viên không nộp được bài, cả 15 học viên bị chậm.")]
    [InlineData("affected", "12 học viên gặp lỗi, 15 học viên bị ảnh hưởng.")]
    [InlineData("affected", "15 học viên bị ảnh hưởng, 3 học viên bị ảnh hưởng đến mức không nộp được.")]
    [InlineData("affected", "15 students are affected: 4 students cannot submit, 11 students are hit by slow pages.")]
    [InlineData("affected", "Có 5 bạn không vào được bài.")]
    // Of others, of another time, of the worst or of what should be.
    [InlineData("affected", "1 học viên gặp lỗi trước đó đã được xử lý ở phiếu khác.")]
    [InlineData("affected", "0 người bị ảnh hưởng ở lớp khác.")]
    [InlineData("affected", "Các lớp khác có 2 học viên gặp lỗi lẻ tẻ.")]
    [InlineData("affected", "Ở các lớp khác, 60 học viên bị ảnh hưởng nhẹ.")]
    [InlineData("affected", "Last week 60 students were affected.")]
    [InlineData("affected", "Trên 25 người bị ảnh hưởng là Khẩn cấp.")]
    [InlineData("affected", "Mức Khẩn cấp là 26 người bị ảnh hưởng.")]
    [InlineData("latency", "Trang mất 5 giây là chấp nhận được.")]
    [InlineData("latency", "Bình thường trang mất 60 giây.")]
    [InlineData("latency", "P99 của yêu cầu mất 90 giây.")]
    [InlineData("latency", "The slowest requests take 50 seconds.")]
    [InlineData("latency", "Mục tiêu là yêu cầu mất 50 giây.")]
    [InlineData("latency", "Hôm qua trang mất 90 giây.")]
    // Before it began, after it was mended, at an hour that is named.
    [InlineData("pool", "Trước giờ học pool chỉ 38%.")]
    [InlineData("pool", "Trước sự cố pool ở mức 12%.")]
    [InlineData("pool", "Trước 14:00 pool kết nối 20%.")]
    [InlineData("pool", "Đầu giờ pool 15%.")]
    [InlineData("pool", "Lúc 13:40 pool kết nối 22%.")]
    [InlineData("pool", "Sau khi lùi bản pool kết nối 20%.")]
    [InlineData("pool", "Pool giảm còn 21%.")]
    [InlineData("pool", "truoc gio hoc pool 20%")]
    [InlineData("pool", "Before the class the pool was at 12%.")]
    [InlineData("pool", "The pool dropped to 20%.")]
    [InlineData("pool", "At 13:40 the pool was at 20%.")]
    [InlineData("pool", "The pool was at 12% before 14:00.")]
    [InlineData("pool", "After the rollback the pool is at 12%.")]
    [InlineData("latency", "Sáng nay trang mất 0 giây.")]
    [InlineData("latency", "Trước khi lỗi trang mất 90 giây một lần.")]
    [InlineData("latency", "Lúc 13:50 yêu cầu mất 90 giây.")]
    [InlineData("latency", "Before class requests took 90 seconds.")]
    [InlineData("affected", "Trước buổi học 60 học viên bị ảnh hưởng bởi lỗi khác.")]
    [InlineData("errors", "Trước 14:00 mỗi phút 500 lỗi timeout của hệ thống khác.")]
    public void What_is_so_and_what_states_no_such_number_is_left_alone(string figure, string said) =>
        Assert.Empty(Wrong(figure, said));

    [Fact]
    public void A_contradiction_cites_what_was_said_and_what_had_come_to_light()
    {
        var events = Played("25 học viên bị ảnh hưởng", "bad/figures.yaml");

        var verdict = Judge.Of(Shipped.Slow, events).Of("02-8");

        Assert.Equal(Outcome.Violated, verdict.Outcome);
        Assert.Equal(
            ["25 học viên bị ảnh hưởng", "Sự cố bắt đầu từ 13:20"],
            verdict.Ruling.Evidence.Select(c => c.Words!.Text)
        );
        Assert.Equal(
            ["affected", "onset"],
            verdict.Ruling.Counter.Select(c => events[c.Seq - 1].Data.One("fact")!).Order(StringComparer.Ordinal)
        );
        Assert.Contains("15 students are affected", verdict.Sentence.En, StringComparison.Ordinal);
        Assert.Contains("15 học viên bị ảnh hưởng", verdict.Sentence.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void Before_anything_came_to_light_there_is_nothing_to_compare_with()
    {
        var events = Played("25 học viên bị ảnh hưởng", "bad/figures.yaml");
        List<SessionEvent> unseen =
        [
            .. events.Where(e =>
                e.Type is not EventTypes.FactRevealed || e.Data.One("fact") is not ("affected" or "onset")
            ),
        ];

        Assert.Equal(Outcome.Met, Judge.Of(Shipped.Slow, unseen).Of("02-8").Outcome);
    }

    [Theory]
    [InlineData("mail.received", "text", "Nhân viên trực báo 25 bạn.", "25 học viên bị ảnh hưởng", true)]
    [InlineData("mail.received", "text", "Nhân viên trực báo hai mươi lăm bạn.", "25 học viên bị ảnh hưởng", true)]
    [InlineData("mail.received", "text", "Nhân viên trực báo 35 bạn.", "25 học viên bị ảnh hưởng", false)]
    [InlineData("telemetry.queried", "shown", "25", "25 học viên bị ảnh hưởng", true)]
    [InlineData("telemetry.queried", "shown", "20..30", "25 học viên bị ảnh hưởng", false)]
    [InlineData("telemetry.queried", "shown", "24.6", "25 học viên bị ảnh hưởng", false)]
    [InlineData("telemetry.queried", "shown", "61234.5", "Yêu cầu của lớp mất 61 giây", true)]
    [InlineData("telemetry.queried", "shown", "61234.5", "Yêu cầu của lớp mất 61,2 giây", true)]
    [InlineData("telemetry.queried", "shown", "120..61234.5", "Yêu cầu của lớp mất 55 giây", true)]
    [InlineData("telemetry.queried", "shown", "61234.5", "Yêu cầu của lớp mất 90 giây", false)]
    [InlineData("telemetry.queried", "shown", "98", "Pool kết nối 98%", true)]
    [InlineData("telemetry.queried", "shown", "0.98", "Pool kết nối 98%", true)]
    [InlineData("telemetry.queried", "shown", "20", "Pool kết nối 98%", false)]
    public void What_was_shown_is_no_claim_of_ones_own(
        string type,
        string field,
        string shown,
        string said,
        bool isFair
    )
    {
        List<SessionEvent> events =
        [
            .. Played("25 học viên bị ảnh hưởng", "bad/figures.yaml")
                .Select(e => e with { Data = e.Data.Without("text").Without("mentions") }),
        ];
        var (table, at) = (Fields.Of(("table", "requests")), events[^1].At);
        foreach (var fact in (string[])["latency", "pool"])
            events.Add(
                new(events.Count + 1, at, EventTypes.FactRevealed, SessionEvent.Director, Fields.Of(("fact", fact)), [])
            );
        var by = type == EventTypes.Queried ? SessionEvent.Trainee : "minh";
        events.Add(new(events.Count + 1, at, type, by, table.With(field, shown), []));
        events.Add(
            new(events.Count + 1, at, EventTypes.NoteAdded, SessionEvent.Trainee, Fields.Of(("text", said)), [])
        );

        var outcome = Judge.Of(Shipped.Slow, events).Of("02-8").Outcome;

        Assert.Equal(!isFair, outcome is Outcome.Violated);
    }

    [Fact]
    public void The_right_number_in_its_place_makes_it_good()
    {
        var events = Played("25 học viên bị ảnh hưởng", "bad/figures.yaml")
            .Select(e =>
                e.Data.One("text") is { } text
                    ? e with
                    {
                        Data = e.Data.With(
                            "text",
                            text.Replace("25 học viên", "15 học viên", StringComparison.Ordinal)
                                .Replace("13:20", "14:00", StringComparison.Ordinal)
                        ),
                    }
                    : e
            )
            .ToList();

        Assert.Equal(Outcome.Met, Judge.Of(Shipped.Slow, events).Of("02-8").Outcome);
    }

    [Property]
    public void A_number_is_the_same_however_it_is_written(byte one, byte other)
    {
        var time = $"{one}:{other:00}";
        Assert.True(Amounts.Read(time)!.Hold(Amounts.Read($"{one:00} giờ {other}")!.From));
        Assert.Equal(other == 0, Amounts.Read($"{one}")!.Hold(Amounts.Read(time)!.From));
        Assert.True(Amounts.Read($"{Math.Min(one, other)}..{Math.Max(one, other)}")!.Hold([one]));
    }

    [Property]
    public void No_text_at_all_makes_it_fail(NonNull<string> text)
    {
        foreach (var figure in Shipped.Slow.Figures)
            Assert.All(
                figure.WrongIn(FoldedText.Of(text.Get)),
                said => Assert.Contains(said.Words.Text, text.Get, StringComparison.Ordinal)
            );
    }

    static IReadOnlyList<SessionEvent> Played(string holds, string run)
    {
        var test = Shipped.Slow.Tests.First(t => t.Run == run);
        var events = Rehearsal.Play(Shipped.Slow, test, Shipped.Run(run), 7).Events;
        Assert.Contains(events, e => e.Data.One("text")?.Contains(holds, StringComparison.Ordinal) is true);
        return events;
    }

    static IEnumerable<string> Wrong(string figure, string said) =>
        Shipped.Slow.Figures.Single(f => f.Id == figure).WrongIn(FoldedText.Of(said)).Select(w => w.Words.Text);
}
