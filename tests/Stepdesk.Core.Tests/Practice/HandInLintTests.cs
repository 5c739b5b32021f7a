using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>What somebody should look at again before they hand in.</summary>
public sealed class HandInLintTests
{
    // Began at 14:20, with the report; nothing has been looked at.
    static readonly Session Begun = Session.Begin(Shipped.Slow, 1, Language.Vi, "pool");

    [Fact]
    public void The_same_wording_twice_is_noticed_and_another_is_not()
    {
        const string Text =
            "Lần sau tôi sẽ so sánh số liệu của lớp này với các lớp khác trước khi chuyển cấp cho đội phát triển.";

        var note = Assert.Single(HandInLint.Of("reflection", Text, Begun, [new(3, "reflection", $"Thưa anh. {Text}")]));
        Assert.Equal(new(LintKind.Copied, "reflection", "Phiên số 3"), note);
        Assert.Empty(HandInLint.Of("reflection", Text, Begun, [new(3, "justification", Text)]));
        Assert.Empty(
            HandInLint.Of("reflection", Text, Begun, [new(3, "reflection", "Tôi sẽ hỏi khách hàng sớm hơn.")])
        );
    }

    [Theory]
    [InlineData("Pool kết nối đã dùng 85/100.", true)]
    [InlineData("Pool kết nối có đầy không?", false)]
    public void What_is_stated_and_never_came_to_light_is_noticed(string text, bool noticed) =>
        Assert.Equal(noticed, HandInLint.Of("justification", text, Begun, []).Any(n => n.What is LintKind.Unseen));

    [Theory]
    [InlineData("Lúc 14:20 tôi nhận thư.", null)]
    [InlineData("Lúc 14h21 tôi nhận thư.", null)]
    [InlineData("Lúc 14:22 tôi nhận thư.", null)]
    [InlineData("Lúc 14:23 tôi trả lời.", "14:23")]
    [InlineData("Lúc 9h05 tôi trả lời.", "9h05")]
    [InlineData("Chậm từ 14:00.", null)] // a truth of the case, and no moment of the run
    [InlineData("Tỉ số 25:61 không phải giờ.", null)]
    public void A_time_at_which_nothing_happened_is_noticed(string text, string? time) =>
        Assert.Equal(
            time,
            HandInLint.Of("reflection", text, Begun, []).FirstOrDefault(n => n.What is LintKind.Time)?.Detail
        );

    [Theory]
    [InlineData("Phiếu của chị [TÊN] đã đóng.", "[TÊN]")]
    [InlineData("Phiếu của chị Hà đã đóng.", null)]
    public void A_gap_of_a_template_is_noticed(string text, string? gap) =>
        Assert.Equal(
            gap,
            HandInLint.Of("reflection", text, Begun, []).FirstOrDefault(n => n.What is LintKind.Placeholder)?.Detail
        );

    [Fact]
    public void An_empty_text_gives_no_note() =>
        Assert.Empty(HandInLint.Of("reflection", "", Begun, [new(3, "reflection", "")]));
}
