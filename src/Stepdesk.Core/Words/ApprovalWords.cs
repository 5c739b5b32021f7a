namespace Stepdesk.Core.Words;

/// <summary>Approvals: at the desk, in mails and chats, and on the page behind an approver's link.</summary>
static class ApprovalWords
{
    public static readonly Sentence[] All =
    [
        new("approvals", "Approvals", "Phê duyệt"),
        new("approval_purpose-data_release", "Release of data", "Cung cấp dữ liệu"),
        new("approval_purpose-account_reactivation", "Re-activation of an account", "Mở lại tài khoản"),
        new("approval_purpose-other", "Something else", "Việc khác"),
        new("approval_state-awaited", "awaited", "đang chờ duyệt"),
        new("approval_state-granted", "granted", "đã duyệt"),
        new("approval_state-denied", "denied", "không duyệt"),
        new("approval_state-lapsed", "not decided in time", "quá hạn duyệt"),
        new("approval_state-withdrawn", "withdrawn", "đã rút lại"),
        new("approval-until-at", "until {at}", "đến {at}"),
        new("approval-all-of", "all must agree", "tất cả phải đồng ý"),
        new("approval-any-of", "one of them is enough", "một người đồng ý là đủ"),
        new("approval-agreed", "{who}: yes, {at}", "{who}: đồng ý, {at}"),
        new("approval-refused", "{who}: no, {at}", "{who}: không đồng ý, {at}"),
        new("approval-by-mail", "by mail", "qua thư"),
        new("approval-silent", "{who}: not yet", "{who}: chưa trả lời"),
        new("tab-approval", "Ask for approval", "Xin phê duyệt"),
        new("do-approval", "Ask for approval", "Gửi yêu cầu phê duyệt"),
        new(
            "approval-hint",
            "Each person gets a link of their own by mail. Until they agree, the solution is held back, and for data every file to the requester as well.",
            "Mỗi người nhận một liên kết riêng qua thư. Cho đến khi được duyệt, kết quả xử lý được giữ lại; với dữ liệu thì giữ cả mọi tệp gửi người yêu cầu."
        ),
        new("approval-purpose", "For what", "Mục đích"),
        new(
            "approval-fields",
            "Exactly what, one a line: columns, accounts, systems",
            "Nội dung cụ thể, mỗi dòng một mục: cột dữ liệu, tài khoản, hệ thống"
        ),
        new(
            "approval-fields-hint",
            "This list stays for audit whoever is forgotten later. Names and addresses of people belong into the reason.",
            "Danh sách này được giữ lại để kiểm tra, kể cả khi dữ liệu cá nhân bị xoá. Tên và địa chỉ của người khác xin ghi ở phần lý do."
        ),
        new("approval-why", "Why it is needed, and what happens to it", "Vì sao cần, và sẽ được dùng thế nào"),
        new("approval-people", "Colleagues who have to agree", "Đồng nghiệp cần duyệt"),
        new("approval-emails", "And others, one address a line", "Và người khác, mỗi dòng một địa chỉ"),
        new("approval-until", "Can be decided until", "Thời hạn quyết định"),
        new("approval-any-one", "One of them is enough", "Chỉ cần một người đồng ý"),
        new("approval-channel", "And tell a chat channel", "Và báo vào kênh chat"),
        new("tab-grant", "Agree", "Đồng ý"),
        new("do-grant", "I agree", "Đồng ý"),
        new("grant-label", "A word to it, if you like", "Ghi chú, nếu muốn"),
        new("tab-deny", "Do not agree", "Không đồng ý"),
        new("do-deny", "I do not agree", "Không đồng ý"),
        new("deny-label", "Why not", "Lý do không đồng ý"),
        new("tab-grant-for", "Write down a yes", "Ghi nhận đồng ý"),
        new("do-grant-for", "Write down their yes", "Ghi nhận đồng ý"),
        new("tab-deny-for", "Write down a no", "Ghi nhận không đồng ý"),
        new("do-deny-for", "Write down their no", "Ghi nhận không đồng ý"),
        new(
            "grant-for-label",
            "How you know: when and where they said so",
            "Bạn biết bằng cách nào: họ nói khi nào, ở đâu"
        ),
        new("approval-of-whom", "Whose word it is", "Ý kiến của ai"),
        new("tab-retract", "Withdraw", "Rút lại"),
        new("do-retract", "Withdraw and tell them", "Rút lại và báo họ"),
        new("retract-label", "Why it is not needed any more", "Vì sao không cần nữa"),
        new("see-approval", "See the request", "Xem yêu cầu"),
        new("event-approval_asked", "{who} asked {to} to agree: {purpose}", "{who} đã xin {to} phê duyệt: {purpose}"),
        new("event-approval_granted", "{who} agreed: {purpose}", "{who} đã duyệt: {purpose}"),
        new(
            "event-approval_granted_for",
            "{who} wrote down that {of} agreed: {purpose}",
            "{who} ghi nhận {of} đã duyệt: {purpose}"
        ),
        new(
            "event-approval_granted_by_mail",
            "{who} agreed by mail, sender verified: {purpose}",
            "{who} đã duyệt qua thư, người gửi đã xác minh: {purpose}"
        ),
        new("event-approval_denied", "{who} did not agree: {purpose}", "{who} không duyệt: {purpose}"),
        new(
            "event-approval_denied_for",
            "{who} wrote down that {of} did not agree: {purpose}",
            "{who} ghi nhận {of} không duyệt: {purpose}"
        ),
        new(
            "event-approval_denied_by_mail",
            "{who} did not agree, by mail, sender verified: {purpose}",
            "{who} không duyệt, trả lời qua thư, người gửi đã xác minh: {purpose}"
        ),
        new(
            "event-approval_withdrawn",
            "{who} no longer asks {to} to agree: {purpose}",
            "{who} không xin {to} phê duyệt nữa: {purpose}"
        ),
        new("event-approval_lapsed", "Nobody decided in time: {purpose}", "Quá hạn mà chưa có quyết định: {purpose}"),
        new(
            "event-approver_wrote",
            "{who}, who was asked to agree, wrote. This mail decided nothing.",
            "{who}, người được xin phê duyệt, đã viết. Thư này không được tính là quyết định."
        ),
        new(
            "mail-approval-reminder-subject",
            "[#{number}] Reminder, your approval is needed: {purpose}",
            "[#{number}] Nhắc lại, cần phê duyệt: {purpose}"
        ),
        new(
            "mail-approval-reminder-lead",
            "{who} asked you to agree to what follows, and nobody has heard from you yet. Once the time below is over it cannot be decided any more.",
            "{who} đã xin Anh/Chị phê duyệt nội dung dưới đây và chưa nhận được quyết định. Quá thời hạn bên dưới sẽ không thể quyết định được nữa."
        ),
        new(
            "mail-approval-redirected-subject",
            "[#{number}] Your mail is no decision yet: {purpose}",
            "[#{number}] Thư của Anh/Chị chưa phải là quyết định: {purpose}"
        ),
        new(
            "mail-approval-redirected-lead",
            "Thank you for your mail. The colleague who asked can read it, but it did not decide the request.",
            "Cảm ơn Anh/Chị đã trả lời. Đồng nghiệp xin phê duyệt đọc được thư này, nhưng thư chưa được tính là quyết định."
        ),
        new(
            "mail-approval-redirected-link",
            "Your own page shows what was asked and where it stands, and there you can decide while it is open. Its link is for you alone; please do not pass it on:",
            "Trang riêng của Anh/Chị cho biết nội dung xin phê duyệt và tình trạng hiện tại; Anh/Chị có thể quyết định tại đó khi yêu cầu còn mở. Liên kết này chỉ dành cho Anh/Chị, xin đừng chuyển cho người khác:"
        ),
        new(
            "event-approver_redirected",
            "{to} told that their mail decided nothing, and where to decide: {purpose}",
            "Đã báo {to} rằng thư chưa phải là quyết định và nơi để quyết định: {purpose}"
        ),
        new(
            "event-approvers_reminded",
            "{to} reminded before the time is over: {purpose}",
            "Đã nhắc {to} trước khi hết hạn: {purpose}"
        ),
        new(
            "notice-approvers_reminded",
            "You are still asked to agree, and the time is nearly over",
            "Yêu cầu phê duyệt vẫn chờ bạn và sắp hết hạn"
        ),
        new(
            "event-solution_held",
            "What was told on #{number} is not told here: {purpose} was not approved",
            "Nội dung đã báo ở #{number} chưa được báo ở đây: chưa được phê duyệt ({purpose})"
        ),
        new(
            "notice-solution_held",
            "A solution waits: it may not be told before an approval is granted",
            "Kết quả xử lý đang bị giữ lại: chỉ được báo khi có phê duyệt"
        ),
        new(
            "held-here",
            "What was told on #{number} is not told to {who}, because an approval on this ticket was not given.",
            "Nội dung đã báo ở #{number} chưa được báo cho {who}, vì yêu cầu phê duyệt ở phiếu này không được chấp thuận."
        ),
        new(
            "held-here-awaited",
            "What was told on #{number} is told to {who} as soon as the approval on this ticket is granted.",
            "Nội dung đã báo ở #{number} sẽ được báo cho {who} ngay khi yêu cầu phê duyệt ở phiếu này được chấp thuận."
        ),
        new(
            "held-here-do",
            "Ask for approval again, and it is told once that is granted; or decline here, and it stays untold. A lead can solve it here and set the approval aside with a reason.",
            "Hãy xin phê duyệt lại, nội dung sẽ được báo khi được chấp thuận; hoặc từ chối tại đây, nội dung sẽ không được báo. Trưởng nhóm có thể giải quyết tại đây và bỏ qua phê duyệt kèm lý do."
        ),
        new(
            "held-there",
            "Not told to the reporter of #{number}: an approval there was not given.",
            "Chưa báo cho người yêu cầu của #{number}: phê duyệt ở phiếu đó không được chấp thuận."
        ),
        new(
            "held-there-awaited",
            "Not yet told to the reporter of #{number}: an approval there is awaited.",
            "Chưa báo cho người yêu cầu của #{number}: phiếu đó đang chờ phê duyệt."
        ),
        new("notice-approval_asked", "You are asked to agree", "Bạn được xin phê duyệt"),
        new("notice-approval_granted", "An approver agreed", "Một người duyệt đã đồng ý"),
        new("notice-approval_denied", "An approver did not agree", "Một người duyệt không đồng ý"),
        new("notice-approval_lapsed", "An approval was not decided in time", "Yêu cầu phê duyệt đã quá hạn"),
        new("notice-approver_wrote", "An approver wrote", "Người duyệt đã viết"),
        new("pinned-approval", "Request for approval", "Yêu cầu phê duyệt"),
        new("pinned-decision", "Word of an approver", "Ý kiến của người duyệt"),
        new("badge-approval", "Approval", "Phê duyệt"),
        new("practice-ask-data_release", "May we release this? Do you agree?", "Anh/chị có đồng ý duyệt không ạ?"),
        new(
            "practice-ask-account_reactivation",
            "May we reactivate this account?",
            "Cho em hỏi có mở lại tài khoản này được không ạ?"
        ),
        new("practice-ask-other", "Do you agree?", "Anh/chị có đồng ý không ạ?"),
    ];

    /// <summary>What approvers read elsewhere than at the desk.</summary>
    public static readonly Sentence[] Elsewhere =
    [
        new(
            "mail-approval-subject",
            "[#{number}] Your approval is needed: {purpose}",
            "[#{number}] Xin Anh/Chị phê duyệt: {purpose}"
        ),
        new(
            "mail-approval-lead",
            "{who} asks you to agree to the following. Nothing of it is done before.",
            "{who} xin Anh/Chị phê duyệt nội dung sau. Chưa có gì được thực hiện trước khi Anh/Chị đồng ý."
        ),
        new("mail-approval-fields", "Exactly this", "Nội dung cụ thể"),
        new("mail-approval-why", "Why", "Lý do"),
        new("mail-approval-by", "Please decide by", "Xin quyết định trước"),
        new("mail-approval-who", "Who has to agree", "Người cần đồng ý"),
        new("mail-approval-you", "You", "Anh/Chị"),
        new("mail-approval-all", "You and {n} others, all of you", "Anh/Chị và {n} người khác, tất cả"),
        new("mail-approval-any", "You or one of {n} others", "Anh/Chị hoặc một trong {n} người khác"),
        new(
            "mail-approval-link",
            "Agree, or say why not, on your own page. Its link is for you alone; please do not pass it on:",
            "Xin Anh/Chị đồng ý hoặc cho biết lý do không đồng ý tại trang riêng. Liên kết này chỉ dành cho Anh/Chị, xin đừng chuyển cho người khác:"
        ),
        new(
            "mail-approval-answer",
            "An answer to this mail is read by the colleague who asked, but does not count as a decision.",
            "Thư trả lời sẽ được đồng nghiệp xin phê duyệt đọc, nhưng không được tính là quyết định."
        ),
        new(
            "mail-approval-answer-decides",
            "Or answer this mail yourself, from this address: with the one word “Approved” to agree to all of it, or with “Denied:” and the reason. Whatever else you write is read by the colleague who asked and decides nothing.",
            "Hoặc Anh/Chị tự trả lời thư này từ chính địa chỉ này: chỉ ghi “Đồng ý” nếu đồng ý toàn bộ, hoặc ghi “Từ chối:” kèm lý do. Mọi nội dung khác sẽ được đồng nghiệp xin phê duyệt đọc nhưng không được tính là quyết định."
        ),
        new(
            "mail-approval-withdrawn-subject",
            "[#{number}] Your approval is no longer needed: {purpose}",
            "[#{number}] Không cần Anh/Chị phê duyệt nữa: {purpose}"
        ),
        new(
            "mail-approval-withdrawn-lead",
            "Your approval is no longer needed; there is nothing left for you to do. The reason:",
            "Không cần Anh/Chị phê duyệt nữa; Anh/Chị không phải làm gì thêm. Lý do:"
        ),
        new("card-approval", "Approval needed: {purpose}", "Cần phê duyệt: {purpose}"),
        new("card-approval-withdrawn", "Approval is no longer needed", "Không cần phê duyệt nữa"),
        new("card-approval-of", "Asked", "Người được xin duyệt"),
        new(
            "card-approval-note",
            "Whoever is asked has a link of their own in their mail, or decides on the ticket. An answer in this chat decides nothing.",
            "Người được xin duyệt có liên kết riêng trong thư, hoặc quyết định ngay trên phiếu. Trả lời trong kênh chat này không phải là quyết định."
        ),
        new("approve-eyebrow", "Approval · request #{number}", "Phê duyệt · yêu cầu #{number}"),
        new("approve-asks", "{who} asks you to agree", "{who} xin Anh/Chị phê duyệt"),
        new("approve-comment", "A word to it, if you like", "Lời nhắn, nếu Anh/Chị muốn"),
        new(
            "approve-once",
            "You decide once; it cannot be changed on this page.",
            "Anh/Chị chỉ quyết định một lần; không đổi lại được trên trang này."
        ),
        new(
            "approve-state-awaited",
            "Your decision is awaited until {at}.",
            "Đang chờ quyết định của Anh/Chị đến {at}."
        ),
        new(
            "approve-state-agreed",
            "You agreed on {at}. Thank you; there is nothing left to do. Should that be wrong, answer the mail that brought you here at once.",
            "Anh/Chị đã đồng ý lúc {at}. Xin cảm ơn; Anh/Chị không phải làm gì thêm. Nếu có nhầm lẫn, xin trả lời ngay thư đã gửi liên kết này."
        ),
        new(
            "approve-state-refused",
            "You did not agree, on {at}. Nothing is done. Should that be wrong, answer the mail that brought you here, and you will be asked anew.",
            "Anh/Chị đã không đồng ý lúc {at}. Nội dung này không được thực hiện. Nếu có nhầm lẫn, xin trả lời thư đã gửi liên kết này để được xin duyệt lại."
        ),
        new(
            "approve-state-lapsed",
            "The time to decide ended on {at}, and nothing was done. If it is still needed, answer the mail that brought you here, and you will be asked anew.",
            "Thời hạn quyết định đã hết lúc {at} và nội dung này chưa được thực hiện. Nếu vẫn cần, xin trả lời thư đã gửi liên kết này để được xin duyệt lại."
        ),
        new(
            "approve-state-withdrawn",
            "This is no longer needed. There is nothing left for you to do.",
            "Yêu cầu này đã được rút lại. Anh/Chị không phải làm gì thêm."
        ),
        new(
            "approve-state-settled",
            "Others have decided already. There is nothing left for you to do.",
            "Người khác đã quyết định. Anh/Chị không phải làm gì thêm."
        ),
        new(
            "approve-state-own",
            "You have reported the same matter yourself since, so somebody else has to decide. There is nothing left for you to do.",
            "Vì Anh/Chị cũng đã báo chính việc này nên cần một người khác quyết định. Anh/Chị không phải làm gì thêm."
        ),
        new(
            "approve-state-closed",
            "The request is closed. There is nothing left for you to do.",
            "Yêu cầu đã đóng. Anh/Chị không phải làm gì thêm."
        ),
    ];
}
