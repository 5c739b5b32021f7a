namespace Stepdesk.Core.Words;

/// <summary>What is said beside a letter while it is written.</summary>
static class AdviceWords
{
    public static readonly Sentence[] All =
    [
        new("advice", "Before you send it", "Trước khi gửi"),
        new(
            "advice-secret",
            "This looks like something that lets somebody in: a password, a code, a key or a link that opens by itself. Take it out.",
            "Có vẻ đây là thông tin đăng nhập: mật khẩu, mã, khóa hoặc đường dẫn tự mở. Hãy bỏ ra."
        ),
        new("advice-placeholder", "“{words}” is still to be filled in.", "“{words}” chưa được điền."),
        new(
            "advice-fix-promise",
            "“{words}” promises when it will be mended. Promise the next update instead.",
            "“{words}” là hứa thời điểm xử lý xong. Chỉ nên hẹn lúc cập nhật tiếp theo."
        ),
        new(
            "advice-jargon",
            "“{words}” is a technician's word. Say what it means for this reader.",
            "“{words}” là từ kỹ thuật. Hãy nói điều đó có nghĩa gì với người nhận."
        ),
        new("advice-ticket-number", "“{words}” is the number of another ticket.", "“{words}” là số của phiếu khác."),
        new("advice-attachment", "“{words}”: nothing is attached yet.", "“{words}”: chưa có tệp đính kèm."),
        new("advice-greeting", "Greet the reader by name.", "Hãy chào đích danh người nhận."),
        new(
            "advice-greets-one",
            "Others read this too. Leave the greeting out: each is greeted by name.",
            "Nhiều người cùng nhận tin này. Hãy bỏ lời chào: mỗi người sẽ được chào đích danh."
        ),
        new(
            "advice-empathy",
            "Say that you see what it means for them.",
            "Hãy cho thấy mình hiểu ảnh hưởng đối với người nhận."
        ),
        new("advice-next-step", "Say what is being done now.", "Hãy nói rõ đang làm gì."),
        new(
            "advice-next-contact",
            "Say when they hear from you next, in the text or in the field for it.",
            "Hãy hẹn lúc cập nhật tiếp theo, trong thư hoặc ở ô hẹn."
        ),
        new(
            "advice-contact-late",
            "This class asks for an update by {words}; what is promised is later.",
            "Hạng dịch vụ này yêu cầu cập nhật trước {words}; giờ đã hẹn muộn hơn mức này."
        ),
        new("advice-confirmation", "Ask whether it works for them now.", "Hãy hỏi người nhận đã dùng được chưa."),
        new("advice-impact", "Say in figures what is affected.", "Hãy nêu mức ảnh hưởng bằng con số."),
        new(
            "advice-length",
            "{n} words. This reader reads up to {most} to the end.",
            "{n} chữ. Người nhận này thường chỉ đọc hết khoảng {most} chữ."
        ),
        new(
            "refusal-secret-in-text",
            "The text looks as if it holds a password, a code, a key or a link that opens by itself. Take it out, or tick below that you mean it.",
            "Nội dung có vẻ chứa mật khẩu, mã, khóa hoặc đường dẫn tự mở. Hãy bỏ ra, hoặc đánh dấu bên dưới nếu chắc chắn."
        ),
        new(
            "refusal-placeholder-in-text",
            "“{detail}” is still to be filled in. Fill it in, or tick below that you mean it.",
            "“{detail}” chưa được điền. Hãy điền vào, hoặc đánh dấu bên dưới nếu chắc chắn."
        ),
        new("send-anyway", "I looked at it and mean it so", "Tôi đã xem lại và vẫn muốn giữ như vậy"),
    ];
}
