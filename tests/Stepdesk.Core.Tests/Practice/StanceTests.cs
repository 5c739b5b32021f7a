using Stepdesk.Core.Practice;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>
/// Words of a fact are a claim only where somebody says for sure that it is so. The sentences are what people really write
/// while they work: what is claimed without a look fails a run, so none of these may be.
/// </summary>
public sealed class StanceTests
{
    [Theory]
    [InlineData("02-slow-lms", "Em hẹn chị lúc 14:41 ạ.")]
    [InlineData("02-slow-lms", "Em sẽ kiểm tra trang nộp bài trước.")]
    [InlineData("02-slow-lms", "Em sẽ kiểm tra trang nộp bài trước, sau đó tới trang nội dung.")]
    [InlineData("02-slow-lms", "Em sẽ kiểm tra xem các lớp khác có bình thường hay không.")]
    [InlineData("02-slow-lms", "Chị cho em hỏi lớp khác có bình thường không ạ.")]
    [InlineData("02-slow-lms", "Em kiểm tra hệ thống rồi báo chị nhanh nhất có thể.")]
    [InlineData("02-slow-lms", "I will check whether other classes are affected.")]
    [InlineData("02-slow-lms", "Could you tell me whether other classes are slow too")]
    [InlineData("02-slow-lms", "Nếu pool kết nối đầy thì em nhờ đội phát triển.")]
    [InlineData("01-login", "Em đang làm việc với phòng nhân sự.")]
    [InlineData("01-login", "Liên kết có hiệu lực một lần, hết hạn thầy báo em.")]
    [InlineData("01-login", "Em xem tài khoản còn đang hoạt động không ạ.")]
    [InlineData("03-nobody-can-submit", "Em sẽ kiểm tra xem tất cả các lớp có bị lỗi không.")]
    [InlineData("03-nobody-can-submit", "Lỡ thoát thì cứ đăng nhập lại bình thường.")]
    [InlineData("03-nobody-can-submit", "Em báo chị muộn nhất lúc 10:30.")]
    [InlineData("03-nobody-can-submit", "I will check whether signing in works.")]
    [InlineData("03-nobody-can-submit", "Có hai phương án: một là gia hạn giờ nộp đến 11:30, hai là nộp qua thư.")]
    [InlineData("03-nobody-can-submit", "Một là lùi hạn nộp sang 11h30.")]
    [InlineData("03-nobody-can-submit", "Cho các bạn thêm một tiếng, tức là đến 11:30.")]
    [InlineData("03-nobody-can-submit", "Em đề xuất gia hạn nộp bài đến 11:30.")]
    [InlineData("03-nobody-can-submit", "Phương án A là lùi giờ nộp đến 11:30, phương án B là thu bài qua thư.")]
    [InlineData("03-nobody-can-submit", "Em xin anh duyệt gia hạn đến 11:30.")]
    [InlineData("03-nobody-can-submit", "Anh cho gia hạn để các bạn được nộp đến 11:30 ạ.")]
    [InlineData("03-nobody-can-submit", "Anh có duyệt gia hạn đến 11:30 không ạ?")]
    [InlineData("03-nobody-can-submit", "Option A is to extend the window to 11:30.")]
    [InlineData("03-nobody-can-submit", "With the extension to 11:30 all students will be able to submit.")]
    [InlineData("03-nobody-can-submit", "I suggest that the exam is extended to 11:30.")]
    [InlineData("04-feature-request", "Em sẽ chuyển ý kiến vào danh sách chờ.")]
    [InlineData("05-video", "Các lớp khác có xem được không chị báo em ạ.")]
    [InlineData("06-deadline-report", "Anh muốn nhận file Excel hay PDF ạ.")]
    [InlineData("06-deadline-report", "Anh cần số liệu tổng hợp hay chi tiết thì nhắn em.")]
    [InlineData("06-deadline-report", "Here is the scope I propose:\n\nMust have: enrolments by campus, as sums only.")]
    [InlineData(
        "06-deadline-report",
        "Here is the scope I propose:\n\nContents: enrolments by campus, as sums only.\n"
    )]
    [InlineData("06-deadline-report", "I propose this scope:\n- enrolments by campus\n- sums only\n- one Excel file")]
    [InlineData(
        "06-deadline-report",
        "Em đề xuất phạm vi như sau:\n1. Kỳ: tháng 9 đến hết tháng 2\n2. Chỉ số liệu tổng hợp"
    )]
    [InlineData(
        "06-deadline-report",
        "Phạm vi em đề xuất:\n\nPhải có:\n- Tuyển sinh\n- Số tổng hợp\n\nNên có:\n- Một tệp Excel"
    )]
    [InlineData("06-deadline-report", "I propose:\n- enrolments by campus,\n  as sums only")]
    [InlineData(
        "06-deadline-report",
        "Phạm vi em đề xuất:\n\nKỳ:\n- tháng 9 đến hết tháng 2\nSố liệu:\n- chỉ số tổng hợp"
    )]
    [InlineData("06-deadline-report", "Phải có: số tuyển sinh theo khoá học, chỉ số tổng hợp.")]
    public void Questions_intentions_wishes_and_hours_to_come_claim_nothing(string scenario, string said)
    {
        var words = FoldedText.Of(said);

        Assert.DoesNotContain(Shipped.Read(scenario).Scenario.Facts, f => f.ClaimsIn(words).Any());
    }

    [Theory]
    [InlineData("02-slow-lms", "Pool kết nối đã đầy, em đang nhờ đội phát triển xử lý.", "pool")]
    [InlineData("02-slow-lms", "Các lớp khác vẫn bình thường, chị kiểm tra giúp em.", "scope")]
    [InlineData("02-slow-lms", "Em đã kiểm tra và các lớp khác không bị ảnh hưởng.", "scope")]
    [InlineData("02-slow-lms", "Những lớp còn lại đều ổn.", "scope")]
    [InlineData("02-slow-lms", "Yêu cầu mất khoảng 33s từ 14h.", "latency")]
    [InlineData("02-slow-lms", "Yêu cầu mất khoảng 33s từ 14h.", "onset")]
    [InlineData("02-slow-lms", "I checked: other classes are fine.", "scope")]
    [InlineData("02-slow-lms", "Kết quả kiểm tra:\n- Các lớp khác vẫn bình thường", "scope")]
    [InlineData("02-slow-lms", "Em đề xuất cho lớp dùng 4G.\nCác lớp khác vẫn bình thường.", "scope")]
    [InlineData(
        "02-slow-lms",
        "Em đề xuất:\n- Cho lớp dùng 4G\nKết quả kiểm tra:\n- Các lớp khác vẫn bình thường",
        "scope"
    )]
    [InlineData(
        "02-slow-lms",
        "Em đề xuất:\n- Cho lớp dùng 4G\n\nHiện trạng:\n- Các lớp khác vẫn bình thường",
        "scope"
    )]
    [InlineData("02-slow-lms", "Em sẽ cập nhật lúc 15:00. Kết quả:\n- Các lớp khác vẫn bình thường", "scope")]
    [InlineData("02-slow-lms", "Bản 3.18.0 gây ra lỗi.", "release")]
    [InlineData("03-nobody-can-submit", "Các bạn đăng nhập bình thường.", "auth_ok")]
    [InlineData("03-nobody-can-submit", "Anh Phong đã duyệt gia hạn giờ nộp đến 11:30.", "extended")]
    [InlineData("03-nobody-can-submit", "Các bạn được nộp bài tới 11h30 ạ.", "extended")]
    [InlineData("03-nobody-can-submit", "Kỳ thi gia hạn đến 11:30.", "extended")]
    [InlineData("03-nobody-can-submit", "The exam is extended until 11:30.", "extended")]
    [InlineData("03-nobody-can-submit", "Students can submit until 11:30.", "extended")]
    public void What_is_said_for_sure_is_a_claim(string scenario, string said, string fact) =>
        Assert.NotEmpty(Shipped.Read(scenario).Scenario.FactOf(fact)!.ClaimsIn(FoldedText.Of(said)));

    [Fact]
    public void Words_at_the_very_beginning_are_a_claim_whatever_blank_lines_stand_there() =>
        Assert.NotEmpty(
            Shipped.Read("05-video").Scenario.FactOf("grown")!.ClaimsIn(FoldedText.Of("\n\n31 em ở ba lớp đang bị."))
        );

    [Theory]
    [InlineData("Các lớp khác cũng không bình thường.", "scope")]
    [InlineData("Không thấy truy vấn chậm.", "slow_query")]
    [InlineData("Không có timeout.", "errors")]
    [InlineData("There were no timeouts.", "errors")]
    [InlineData("We haven't seen any slow queries.", "slow_query")]
    [InlineData("Em chưa thấy timeout.", "errors")]
    public void The_opposite_is_not_the_fact(string said, string fact) =>
        Assert.Empty(Shipped.Slow.FactOf(fact)!.SaidIn(FoldedText.Of(said)));

    [Fact]
    public void Whoever_advises_against_a_workaround_offers_none()
    {
        var mail = Shipped.Slow.Workarounds.Single(w => w.IsOfferedIn(FoldedText.Of("Các bạn gửi bài qua email.")));

        Assert.False(mail.IsOfferedIn(FoldedText.Of("Các bạn đừng gửi bài qua email.")));
    }

    [Fact]
    public void A_good_run_stays_one_with_a_question_and_an_intention_more()
    {
        var session = Session.Begin(Shipped.Slow, 7, Language.Vi, "pool");
        Shipped.Run("golden/pool.yaml").Play(session);

        var report = Judge.Of(
            Shipped.Slow,
            Rewritten(
                session,
                text => $"{text}\nEm hẹn chị lúc 14:41 ạ. Chị cho em hỏi lớp khác có bình thường không ạ."
            )
        );

        Assert.True(report.Passes);
        Assert.Equal(Outcome.Met, report.Of("02-8").Outcome);
    }

    [Fact]
    public void Letters_without_sense_count_for_nothing_before_a_mentor_has_read_them()
    {
        var session = Session.Begin(Shipped.Slow, 7, Language.Vi, "pool");
        Shipped.Run("golden/pool.yaml").Play(session);
        var good = Judge.Of(Shipped.Slow, session.Events);

        var nonsense = Judge.Of(Shipped.Slow, Rewritten(session, _ => "asdf"));

        var lines = good.Verdicts.Where(v => v.Outcome is Outcome.Met).Select(v => v.Line).ToList();
        Assert.True(nonsense.Verdicts.Count(v => v.Outcome is Outcome.NeedsMentor) >= 8);
        Assert.True(nonsense.Points < good.Points / 2, $"{nonsense.Points} of {good.Points}");
        Assert.Contains(lines, l => nonsense.Of(l).Outcome is Outcome.NeedsMentor);
    }

    static IReadOnlyList<SessionEvent> Rewritten(Session session, Func<string, string> text) =>
        [
            .. session.Events.Select(e =>
                e.Actor == SessionEvent.Trainee && e.Data.One("text") is { } said
                    ? e with
                    {
                        Data = e
                            .Data.With("text", text(said))
                            .With(
                                "mentions",
                                session
                                    .Scenario.Facts.Where(f => f.SaidIn(FoldedText.Of(text(said))).Any())
                                    .Select(f => f.Id)
                                    .Union(e.Data.All("mentions"), StringComparer.Ordinal)
                                    .ToList()
                            ),
                    }
                    : e
            ),
        ];
}
