namespace Stepdesk.Core.Tests.Practice;

/// <summary>What is only told, or asks something else, is no question of that kind.</summary>
public sealed class NoQuestionTests
{
    [Theory]
    [InlineData("01-login", "an", "ask-since", "Lớp của thầy bắt đầu lúc mấy giờ ạ?")]
    [InlineData("01-login", "huy", "ask-approval", "No need any more, HR confirmed, I have reactivated it.")]
    [InlineData(
        "01-login",
        "huy",
        "ask-approval",
        "Dạ không cần nữa anh, nhân sự đã xác nhận, em đã mở lại tài khoản rồi ạ."
    )]
    [InlineData("02-slow-lms", "ha", "ask-works", "Em sẽ kiểm tra các bảng số liệu rồi báo chị.")]
    [InlineData("02-slow-lms", "ha", "ask-others", "Em thấy các lớp khác không bị chậm, chỉ riêng lớp mình.")]
    [InlineData("02-slow-lms", "ha", "ask-since", "Em sẽ báo chị khi nào có tin mới.")]
    [InlineData("03-nobody-can-submit", "lan", "ask-window", "Các bạn không nộp được từ mấy giờ ạ?")]
    [InlineData("03-nobody-can-submit", "lan", "ask-window", "Since when can nobody submit?")]
    [InlineData(
        "03-nobody-can-submit",
        "lan",
        "ask-message",
        "Hiện em chưa biết khi nào xong, em sẽ thông báo khi nào có tin."
    )]
    [InlineData("03-nobody-can-submit", "lan", "ask-message", "Em sẽ thông báo nếu có gì mới ạ.")]
    [InlineData("03-nobody-can-submit", "phong", "ask-decision", "Thank you for your decision, I have told Ms Lan.")]
    [InlineData("04-feature-request", "nhung", "ask-why", "Chị cần gì thêm cứ nhắn em ạ.")]
    [InlineData("04-feature-request", "nhung", "ask-why", "Em đã ghi lại mục đích của chị.")]
    [InlineData("04-feature-request", "nhung", "ask-why", "That is why I have passed it to Product.")]
    [InlineData("05-video", "hanh", "ask-lesson", "Em gửi chị hướng dẫn tắt tiện ích.")]
    [InlineData("05-video", "hanh", "ask-device", "Em gửi chị hướng dẫn tắt tiện ích trên trình duyệt.")]
    [InlineData("05-video", "hanh", "ask-device", "Please ask them to open it in their browsers again.")]
    [InlineData("05-video", "hanh", "ask-lesson", "Máy chủ trả về mã 403 với video này.")]
    [InlineData("05-video", "hanh", "ask-screenshot", "Từ ảnh chụp màn hình em thấy mã 403.")]
    [InlineData("05-video", "hanh", "ask-screenshot", "Cảm ơn chị đã gửi giúp em ảnh chụp màn hình ạ.")]
    [InlineData("05-video", "hanh", "ask-device", "We checked the network and the servers.")]
    [InlineData(
        "06-deadline-report",
        "khai",
        "ask-fields",
        "Không có tên hay số điện thoại học viên. Anh kiểm tra giúp em nhé."
    )]
    [InlineData("06-deadline-report", "khai", "ask-fields", "It has no names or phone numbers of students.")]
    [InlineData("06-deadline-report", "khai", "ask-scope", "Do you agree with the second of these ways?")]
    public void What_asks_something_else_or_nothing_is_not_taken_for_it(
        string name,
        string who,
        string intent,
        string said
    ) => Assert.DoesNotContain(intent, PlainQuestionTests.Understood(name, who, said));
}
