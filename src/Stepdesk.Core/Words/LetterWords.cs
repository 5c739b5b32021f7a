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
            "mail-from-us",
            "The mail gives the desk's own address as its sender's, so an answer would reach nobody. If a person wrote it, log their ticket by hand.",
            "Thư ghi người gửi là chính địa chỉ của bàn hỗ trợ nên trả lời sẽ không đến ai. Nếu có người thật viết thư này, hãy tự ghi nhận phiếu cho họ."
        ),
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
        new("mail-look", "Look", "Xem"),
        new("sender-unproven", "Sender not verified", "Chưa xác minh người gửi"),
        new(
            "sender-unproven-why",
            "The mail server could not prove that this address sent it. Ask back by a known way before you hand out anything.",
            "Máy chủ thư không xác minh được thư đến từ địa chỉ này. Hãy hỏi lại qua kênh đã biết trước khi cung cấp bất cứ điều gì."
        ),
        new(
            "mail-senders-checked",
            "Senders' addresses are checked by {server}; one that is not proven is marked on its message.",
            "{server} kiểm tra địa chỉ người gửi; địa chỉ chưa xác minh được đánh dấu ngay trên tin."
        ),
        new(
            "mail-senders-not-checked",
            "Nobody checks senders' addresses: Mail:Authenticator is not set.",
            "Chưa có gì kiểm tra địa chỉ người gửi: Mail:Authenticator chưa được thiết lập."
        ),
        new(
            "mailbox-banner",
            "The mailbox could not be emptied since {at}: what is written to the desk does not arrive.",
            "Từ {at} không lấy được thư trong hộp thư: thư gửi đến bàn hỗ trợ chưa vào."
        ),
        new(
            "mail-stuck-banner",
            "Mails the mail server does not take: {n}. They are tried again.",
            "Thư chưa gửi đi được vì máy chủ thư không nhận: {n}. Hệ thống vẫn đang thử lại."
        ),
        new("mailbox-trouble", "The mailbox could not be emptied since {at}.", "Từ {at} không lấy được thư."),
        new(
            "mailbox-refuses",
            "The mail server refused user and password. Correct Mail:Imap in the settings.",
            "Máy chủ thư từ chối tên đăng nhập hoặc mật khẩu. Hãy sửa Mail:Imap trong phần thiết lập."
        ),
        new(
            "mailbox-is-not-secure",
            "No secure connection could be made: the server has no valid certificate for its name, or speaks without encryption. Correct the certificate, or host and port of Mail:Imap.",
            "Không lập được kết nối bảo mật: máy chủ không có chứng chỉ hợp lệ cho tên của nó, hoặc không mã hóa. Hãy sửa chứng chỉ, hoặc máy chủ và cổng trong Mail:Imap."
        ),
        new(
            "mailbox-has-no-folder",
            "The mailbox has no such folder. Correct Folder of Mail:Imap.",
            "Hộp thư không có thư mục này. Hãy sửa Folder trong Mail:Imap."
        ),
        new(
            "mailbox-does-not-answer",
            "The mail server does not answer. Look whether it runs, and at host and port of Mail:Imap.",
            "Máy chủ thư không trả lời. Hãy kiểm tra máy chủ có chạy không, cùng máy chủ và cổng trong Mail:Imap."
        ),
        new(
            "mailbox-fails",
            "The mail server answers, and fetching fails all the same; the log says how.",
            "Máy chủ thư có trả lời nhưng vẫn không lấy được thư; nhật ký có ghi chi tiết."
        ),
        new(
            "database-damaged-banner",
            "The database file is damaged. Stop the desk, keep a copy of the file, and restore the latest backup.",
            "Tệp cơ sở dữ liệu bị hỏng. Hãy dừng bàn hỗ trợ, giữ một bản sao của tệp và khôi phục bản sao lưu gần nhất."
        ),
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
