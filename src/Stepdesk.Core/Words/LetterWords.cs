namespace Stepdesk.Core.Words;

/// <summary>What stands around the desk's words in a mail, and in place of a mail's missing words.</summary>
static class LetterWords
{
    public static readonly Sentence[] All =
    [
        new("mail-subject", "[#{number}] {title}", "[#{number}] {title}"),
        new("mail-greeting", "Hello {name},", "Kính gửi Anh/Chị {name},"),
        new(
            "mail-next-update",
            "You will hear from us again by {time}.",
            "Chúng tôi sẽ cập nhật lại cho Anh/Chị chậm nhất vào {time}."
        ),
        new(
            "mail-follow",
            "You can answer this mail, or follow your request here:",
            "Anh/Chị có thể trả lời thư này, hoặc theo dõi yêu cầu tại đây:"
        ),
        new(
            "mail-answer",
            "Your answer to this mail reaches the colleagues who work on it.",
            "Anh/Chị trả lời thư này thì các đồng nghiệp đang xử lý sẽ nhận được."
        ),
        new(
            "mail-confirm",
            "Does it work for you now? Please tell us here, yes or no:",
            "Vấn đề của Anh/Chị đã được giải quyết chưa ạ? Xin Anh/Chị xác nhận đã được hoặc chưa được tại đây:"
        ),
        new(
            "mail-closes",
            "Without an answer we will close your request on {time}. Even then, simply answer this mail and we will take it up again.",
            "Nếu không nhận được phản hồi, chúng tôi sẽ đóng yêu cầu này vào {time}. Sau đó, Anh/Chị chỉ cần trả lời thư này là chúng tôi sẽ mở lại yêu cầu."
        ),
        new("mail-regards", "Kind regards,", "Trân trọng,"),
        new("mail-no-subject", "(no subject)", "(không có tiêu đề)"),
        new("mail-no-text", "(The mail has no text.)", "(Thư không có nội dung.)"),
        new(
            "mail-cut",
            "(The mail is too large. Only its beginning was kept; its attachments were not.)",
            "(Thư quá lớn nên chỉ phần đầu được lưu lại, không kèm tệp đính kèm.)"
        ),
        new("mail-no-sender", "The mail names no sender.", "Thư không ghi người gửi."),
        new(
            "mail-unfinished",
            "Handling the mail was begun again and again and never ended.",
            "Việc xử lý thư đã bắt đầu nhiều lần nhưng không lần nào hoàn tất."
        ),
    ];
}
