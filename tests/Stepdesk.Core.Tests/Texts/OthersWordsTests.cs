using Stepdesk.Core.Texts;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tests.Texts;

/// <summary>What is the reader's own is no fault of who writes: what they attached, what they see, how they write a date.</summary>
public sealed class OthersWordsTests
{
    static TextOutcome Of(TextRule rule, string text) =>
        TextRules.Check(new Letter(text, Reader.Customer, Language.Vi)).Single(f => f.Rule == rule).Outcome;

    [Theory]
    [InlineData("Em đã xem ảnh chị đính kèm, cảm ơn chị.")]
    [InlineData("I have seen the screenshot you attached, thank you.")]
    [InlineData("If you have a screenshot, attach it please.")]
    [InlineData("Tệp Excel sẽ được đính kèm trong thư sau ạ.")]
    [InlineData("Em đã nhận ảnh đính kèm của chị.")]
    [InlineData("Cảm ơn thầy đã gửi kèm ảnh chụp lỗi.")]
    [InlineData("Thanks for the attached screenshot.")]
    [InlineData("The screenshot attached to your mail shows the error.")]
    [InlineData("The file attached to ticket SD-2026-00012 helped us.")]
    [InlineData("Trong ảnh chị gửi kèm, em thấy thông báo lỗi.")]
    [InlineData("Chị nhớ đính kèm ảnh khi trả lời nhé.")]
    [InlineData("Please reply with a screenshot attached.")]
    [InlineData("Em xin lỗi vì chưa đính kèm tệp, 15:00 em gửi chị.")]
    [InlineData("Could you please attach a screenshot to your reply?")]
    [InlineData("Chị gửi giúp em ảnh chụp màn hình đính kèm thư trả lời nhé.")]
    [InlineData("Em đã chuyển ảnh anh đính kèm cho đội kỹ thuật rồi ạ.")]
    [InlineData("Em gửi lại ảnh cô đính kèm cho đội phát triển xem ạ.")]
    [InlineData("em gui lai anh chi dinh kem cho doi ky thuat a")]
    [InlineData("Em đã đính kèm ảnh của chị vào phiếu gửi đội phát triển ạ.")]
    [InlineData("Em đã xem file chị gửi, dữ liệu đúng rồi ạ.")]
    [InlineData("Em xem tệp đính kèm rồi, lỗi giống như chị tả ạ.")]
    [InlineData("Em mở được ảnh đính kèm trong phiếu ạ.")]
    [InlineData("Báo cáo em sẽ gửi kèm thư chiều mai ạ.")]
    [InlineData("Em sẽ đính kèm bản hướng dẫn khi có bản chính thức.")]
    [InlineData("Chị đính kèm thêm ảnh lỗi giúp em với ạ.")]
    [InlineData("Thầy có thể gửi kèm ảnh màn hình cho em không ạ?")]
    [InlineData("Nếu có ảnh chụp, chị đính kèm vào thư trả lời giúp em.")]
    [InlineData("Hệ thống không cho các bạn đính kèm bài nộp đúng không chị?")]
    [InlineData("Các bạn không đính kèm được tệp khi nộp bài, em đang nhờ đội kỹ thuật xem.")]
    [InlineData("Khi nộp bài, các bạn bấm nút đính kèm rồi chọn tệp ạ.")]
    [InlineData("Tính năng gửi báo cáo kèm theo tệp PDF thì hiện chưa có ạ.")]
    [InlineData("Your attached picture shows what I needed.")]
    [InlineData("I looked at the attachment, and the numbers are right.")]
    [InlineData("The picture you have attached helps a lot.")]
    [InlineData("I will attach the workbook to my next mail.")]
    [InlineData("The workbook will be attached to the mail of tomorrow.")]
    [InlineData("The students are not able to attach their files when they submit.")]
    [InlineData("Feel free to attach a screenshot when you answer.")]
    [InlineData("Is the screenshot attached to the ticket?")]
    [InlineData("If the list is attached to your next mail, I can start at once.")]
    [InlineData("I have attached your screenshot to the ticket for the developers.")]
    [InlineData("Nothing is attached to this mail, the list follows by noon.")]
    [InlineData("Em gửi lại ảnh cô Lan đính kèm cho đội phát triển xem ạ.")]
    [InlineData("Em gửi lại ảnh bạn ấy vừa gửi kèm cho đội phát triển ạ.")]
    [InlineData("Em gửi đội kỹ thuật ảnh chị gửi đính kèm rồi ạ.")]
    [InlineData("Em gửi đội kỹ thuật ảnh đính kèm của chị rồi ạ.")]
    [InlineData("Em đã gửi kèm ảnh của chị cho đội kỹ thuật ạ.")]
    [InlineData("Em đã gửi đội kỹ thuật kèm theo ảnh của chị ạ.")]
    [InlineData("Em đã đính kèm ảnh của bạn vào hệ thống ạ.")]
    [InlineData("Em gửi chị cách đính kèm tệp khi nộp bài ạ.")]
    [InlineData("Xin chị gửi kèm ảnh chụp màn hình ạ.")]
    [InlineData("Xin đính kèm ảnh chụp màn hình giúp em.")]
    public void What_is_not_attached_by_who_writes_or_not_now_is_not_announced(string text) =>
        Assert.Equal(TextOutcome.Met, Of(TextRule.AnnouncedAttachment, text));

    [Theory]
    [InlineData("Em gửi kèm hình ở dưới.")]
    [InlineData("Em gửi kèm báo cáo trong thư này ạ.")]
    [InlineData("Chị xem file đính kèm giúp em nhé.")]
    [InlineData("Please find attached the report.")]
    [InlineData("Enclosed is the workbook you asked for.")]
    [InlineData("Anh xem báo cáo trong tệp đính kèm ạ.")]
    [InlineData("Em xin gửi anh báo cáo đính kèm.")]
    [InlineData("Đính kèm là danh sách lớp ạ.")]
    [InlineData("Chi tiết ở trong tệp đính kèm ạ.")]
    [InlineData("I have attached the draft.")]
    [InlineData("I’ve attached the draft.")]
    [InlineData("The draft is attached.")]
    [InlineData("You will find the figures in the attachment.")]
    [InlineData("Em xin gửi kèm báo cáo ạ.")]
    [InlineData("Em xin đính kèm file ạ.")]
    [InlineData("Em mới đính kèm báo cáo ạ.")]
    [InlineData("Em gửi chị file đính kèm.")]
    [InlineData("Em gửi chị ảnh đính kèm ạ.")]
    [InlineData("Em gửi anh tệp đính kèm.")]
    [InlineData("Chị xem đính kèm giúp em.")]
    [InlineData("Chị vui lòng xem đính kèm ạ.")]
    [InlineData("Em gửi kèm danh sách của lớp.")]
    [InlineData("Em đính kèm bảng điểm của các bạn ạ.")]
    public void What_comes_with_this_message_is_announced(string text) =>
        Assert.Equal(TextOutcome.Violated, Of(TextRule.AnnouncedAttachment, text));

    [Theory]
    [InlineData("Chị xem giúp em trang có hiện lỗi 504 không ạ?")]
    [InlineData("Màn hình của chị đang hiện lỗi 504 hay báo chữ khác ạ?")]
    [InlineData("Chị cho em biết trình duyệt có báo lỗi 403 không nhé.")]
    [InlineData("Chị thấy dòng chữ \"504 Gateway Timeout\" trên trang đúng không ạ?")]
    [InlineData("Em đã nhận ảnh có dòng “HTTP 403 Forbidden” chị gửi.")]
    [InlineData("Nếu trang hiện lỗi 504 thì chị tải lại giúp em.")]
    [InlineData("Does the page show error 504?")]
    [InlineData("Please tell me what you see: error 403 or an empty page.")]
    [InlineData("If the page says \"502 Bad Gateway\", reload it once.")]
    public void What_the_reader_sees_may_be_asked_for(string text) =>
        Assert.Equal(TextOutcome.Met, Of(TextRule.Jargon, text));

    [Theory]
    [InlineData("Hiện hệ thống trả về HTTP 504.")]
    [InlineData("Hệ thống trả về lỗi 504 chị ạ.")]
    [InlineData("The gateway answers with error 504.")]
    public void What_only_a_technician_sees_is_jargon(string text) =>
        Assert.Equal(TextOutcome.Violated, Of(TextRule.Jargon, text));

    [Theory]
    [InlineData("Thời hạn là 09:00 thứ Tư 11/03/2026 (theo mẫu ngày DD/MM/YYYY của form).")]
    [InlineData("Chị nhập ngày theo định dạng DD/MM/YYYY giúp em.")]
    [InlineData("Please write the date in the form DD/MM/YYYY.")]
    [InlineData("The export expects the format dd/mm/yyyy.")]
    public void The_form_of_a_date_may_be_named(string text) =>
        Assert.Equal(TextOutcome.Met, Of(TextRule.Placeholder, text));
}
