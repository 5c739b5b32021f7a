using System.Text;
using Stepdesk.Core.Practice;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>What text rules find, and above all what they leave alone.</summary>
public sealed class LetterTests
{
    [Theory]
    [InlineData("no_fix_promise", "Trước 15:00 hệ thống sẽ hoạt động lại ạ.", TextOutcome.Violated)]
    [InlineData("no_fix_promise", "It will be fixed within 30 minutes.", TextOutcome.Violated)]
    [InlineData("no_fix_promise", "The feature will be released in Q2.", TextOutcome.Violated)]
    [InlineData("no_fix_promise", "15 phút nữa em cập nhật cho chị.", TextOutcome.Met)]
    [InlineData("no_fix_promise", "Em chưa thể hứa trong 30 phút sẽ sửa xong.", TextOutcome.Met)]
    [InlineData(
        "no_fix_promise",
        "I will write again within 15 minutes. We cannot say when it will be fixed.",
        TextOutcome.Met
    )]
    [InlineData("next_contact", "Em sẽ cập nhật cho chị trong 15 phút.", TextOutcome.Met)]
    [InlineData("next_contact", "We will write again by 14:45.", TextOutcome.Met)]
    [InlineData("next_contact", "Em sẽ báo lại chị sớm nhất có thể.", TextOutcome.NotFound)]
    [InlineData("no_jargon", "Truy vấn SQL chậm nên pool kết nối bị đầy.", TextOutcome.Violated)]
    [InlineData("no_jargon", "Máy chủ đang quá tải chị ạ.", TextOutcome.Met)]
    [InlineData("no_secret", "Mật khẩu tạm: Lop#2024", TextOutcome.Violated)]
    [InlineData("no_secret", "Your password is Summer2024", TextOutcome.Violated)]
    [InlineData("no_secret", "https://lms.example/x?access_token=9f8e7d6c5b4a", TextOutcome.Violated)]
    [InlineData("no_secret", "Phiếu Ticket#00009 của chị đang được xử lý.", TextOutcome.Met)]
    [InlineData("no_secret", "Chị đặt lại mật khẩu theo đường dẫn trong thư giúp em.", TextOutcome.Met)]
    [InlineData("no_placeholder", "Chào [tên khách hàng], em đã nhận tin.", TextOutcome.Violated)]
    [InlineData("no_placeholder", "Hạn là DD/MM.", TextOutcome.Violated)]
    [InlineData("no_missing_attachment", "Em gửi kèm hình ở dưới.", TextOutcome.Violated)]
    [InlineData("asks_confirmation", "Chị xác nhận giúp em nhé.", TextOutcome.Met)]
    [InlineData("empathy", "Em rất tiếc vì lớp bị gián đoạn.", TextOutcome.Met)]
    [InlineData("greeting", "Chào chị Hà,", TextOutcome.Met)]
    [InlineData("greeting", "Đã nhận.", TextOutcome.NotFound)]
    public void A_rule_finds_what_is_there_however_it_is_typed(string rule, string text, TextOutcome outcome)
    {
        string[] ways = [text, text.Normalize(NormalizationForm.FormD), Fold.Of(text)];

        Assert.All(
            ways,
            way =>
                Assert.Equal(
                    outcome,
                    new Letter(FoldedText.Of(way)) { Audience = Audience.Customer }
                        .Find(rule)
                        .Outcome
                )
        );
    }

    [Fact]
    public void What_was_found_is_shown_in_the_words_it_was_written_in()
    {
        var found = new Letter(FoldedText.Of("Chào chị. Mật khẩu tạm: Lớp#2024 nhé")).Find("no_secret");

        Assert.Equal(new Excerpt(10, "Mật khẩu tạm: Lớp#2024"), found.Where);
    }

    [Fact]
    public void Engineers_may_be_spoken_to_in_their_own_words() =>
        Assert.Equal(
            TextOutcome.Met,
            new Letter(FoldedText.Of("SQL chậm, pool đầy")) { Audience = Audience.Technical }
                .Find("no_jargon")
                .Outcome
        );
}
