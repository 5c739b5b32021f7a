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
        new("mail", "Mail", "Thư"),
        new("mail-now", "How it is doing", "Tình trạng"),
        new("mail-way-unset", "No way out is set: what is owed waits.", "Chưa thiết lập đường gửi: thư đang chờ."),
        new("mail-way-drawer", "Goes into the drawer of the demo desk.", "Thư vào ngăn của bàn dùng thử."),
        new("mail-way-smtp", "Leaves through the mail server.", "Gửi qua máy chủ thư."),
        new("mail-is-fetched", "A mailbox is fetched.", "Có hộp thư được lấy thư."),
        new("mail-is-not-fetched", "No mailbox is set to fetch from.", "Chưa thiết lập hộp thư để lấy."),
        new("mail-fetched-last", "Last emptied by this program:", "Chương trình này lấy thư lần cuối:"),
        new("mail-waiting", "Waiting to leave: {n}.", "Đang chờ gửi: {n}."),
        new("mail-last-error", "The oldest could not leave: {error}.", "Thư lâu nhất chưa gửi được: {error}."),
        new("mail-failed", "Given up, as their tickets say: {n}.", "Không gửi được, đã ghi trên phiếu: {n}."),
        new("mail-aside", "Mails that became no ticket", "Thư chưa thành phiếu"),
        new(
            "mail-aside-lead",
            "Put into quarantine because they could not be handled, or of machines and of no ticket. All are kept as they came.",
            "Thư bị cách ly vì không xử lý được, hoặc do máy gửi và không thuộc phiếu nào. Tất cả được giữ nguyên bản."
        ),
        new("mail-aside-none", "There is none.", "Không có thư nào."),
        new(
            "mail-aside-banner",
            "Mails in quarantine, which became no ticket: {n}.",
            "Thư đang bị cách ly, chưa thành phiếu: {n}."
        ),
        new("mail-look", "Look at them", "Xem thư"),
        new("mail-on-ticket", "Its ticket", "Xem phiếu"),
        new("mail-original", "Original", "Bản gốc"),
        new("mail-retry", "Try again", "Thử lại"),
        new(
            "mail-retry-same",
            "It was handled once more, and became no ticket again.",
            "Đã xử lý lại nhưng thư vẫn chưa thành phiếu."
        ),
        new("mail-retry-none", "This mail does not wait any more.", "Thư này không còn chờ nữa."),
        new(
            "mail-of-no-ticket",
            "It belongs to no ticket: a mail of ours that came back, or a report about one.",
            "Không thuộc phiếu nào: thư của chính hệ thống bị trả lại, hoặc báo cáo về thư đó."
        ),
        new("mail-could-not-be-read", "Handling it failed three times ({error}).", "Xử lý thất bại ba lần ({error})."),
    ];
}
