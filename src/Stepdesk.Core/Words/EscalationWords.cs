namespace Stepdesk.Core.Words;

/// <summary>What is said when specialists are asked for help: on pages, in the mail to them, and to the requester.</summary>
static class EscalationWords
{
    public static readonly Sentence[] All =
    [
        new(
            "told-package-is-complete",
            "The specialists we asked now have everything they need from us. We will tell you what comes of it.",
            "Bộ phận chuyên môn mà chúng tôi nhờ hỗ trợ nay đã có đầy đủ thông tin. Chúng tôi sẽ báo lại kết quả."
        ),
        new("escalate-telling", "What {who} is told", "Báo cho {who} thế nào"),
        new(
            "escalate-telling-hint",
            "A greeting is put before it unless it begins with one. Left empty, the desk's own words go out.",
            "Lời chào được thêm sẵn nếu bạn chưa viết. Để trống thì dùng mẫu thông báo của bàn tiếp nhận."
        ),
        new("ground-beyond_skill", "Beyond our skill", "Vượt quá chuyên môn"),
        new("ground-beyond_access", "Beyond our access", "Vượt quá quyền truy cập"),
        new("ground-business_impact", "Business impact", "Ảnh hưởng đến hoạt động"),
        new("ground-security", "Security", "An toàn thông tin"),
        new("ground-privacy", "Privacy", "Dữ liệu cá nhân"),
        new("ground-needs_decision", "Needs a decision or a change", "Cần quyết định hoặc thay đổi"),
        new("ground-compliance", "Compliance", "Tuân thủ quy định"),
        new("specialty-senior_engineer", "Senior engineer", "Kỹ sư cao cấp"),
        new("specialty-development", "Development", "Phát triển"),
        new("specialty-operations", "DevOps and system administration", "DevOps và quản trị hệ thống"),
        new("specialty-content", "Content", "Nội dung"),
        new("specialty-product", "Product", "Sản phẩm"),
        new("specialty-management", "Management", "Quản lý"),
        new("part-why", "why you escalate", "lý do chuyển cấp"),
        new("part-specialty", "the kind of specialist", "loại chuyên gia"),
        new("part-whom", "a person, team or address to ask", "người, nhóm hoặc địa chỉ cần hỏi"),
        new("part-summary", "a summary", "tóm tắt"),
        new("part-class", "the ticket's class of service", "hạng dịch vụ của phiếu"),
        new("part-affected", "how many people are affected", "số người bị ảnh hưởng"),
        new("part-since", "since when", "thời điểm bắt đầu"),
        new("part-tried", "what was tried", "những gì đã thử"),
        new(
            "part-evidence",
            "evidence (an entry of the ticket, a file or a link)",
            "bằng chứng (một mục của phiếu, tệp hoặc liên kết)"
        ),
        new("part-impact", "the impact", "mức ảnh hưởng"),
        new("part-ask", "what you ask for", "điều cần hỗ trợ"),
        new("part-next-update", "the promised next update", "thời điểm hẹn cập nhật tiếp theo"),
        new("pinned-report", "The report", "Nội dung báo"),
        new("pinned-message", "Message from the requester", "Thư của người yêu cầu"),
        new("pinned-reply", "Reply to the requester", "Thư trả lời người yêu cầu"),
        new("pinned-briefing", "Message to stakeholders or specialists", "Thông báo cho người liên quan"),
        new("pinned-answer", "Answer of a stakeholder or specialist", "Trả lời của người liên quan"),
        new("pinned-resolution", "Resolution", "Kết quả xử lý"),
        new("pinned-reminder", "Reminder", "Thư nhắc"),
        new("pinned-confirmation", "Confirmation", "Xác nhận"),
        new("pinned-dispute", "Word that it does not work", "Báo vẫn chưa ổn"),
        new("pinned-note", "Note", "Ghi chú"),
        new("pinned-diagnosis", "Diagnosis", "Chẩn đoán"),
        new("pinned-automatic", "Automatic answer", "Thư tự động"),
        new("pinned-escalation", "Escalation", "Yêu cầu chuyển cấp"),
        new("pinned-withdrawal", "Withdrawal", "Rút yêu cầu"),
        new("pinned-lookup", "Looked up: {system}", "Tra cứu: {system}"),
        new("pinned-finding", "What telemetry showed", "Kết quả đo từ hệ thống"),
        new("pinned-gone", "(This was erased.)", "(Nội dung này đã được xoá.)"),
        new("package-why", "Why", "Lý do"),
        new("package-class", "Class of service", "Hạng dịch vụ"),
        new("package-affected", "People affected", "Số người bị ảnh hưởng"),
        new("package-since", "Since", "Từ lúc"),
        new("package-impact", "Impact", "Mức ảnh hưởng"),
        new("package-tried", "What was tried", "Đã thử"),
        new("package-ask", "What we ask of you", "Điều cần Anh/Chị hỗ trợ"),
        new("package-asked", "The ask", "Điều cần hỗ trợ"),
        new("package-evidence", "Evidence", "Bằng chứng"),
        new("package-files", "Files", "Tệp"),
        new("package-next-update", "The requester is promised news by", "Đã hẹn cập nhật cho người yêu cầu trước"),
        new("mail-escalation-subject", "[#{number}] Help needed: {summary}", "[#{number}] Cần hỗ trợ: {summary}"),
        new("mail-alert-subject", "[#{number}] Alert: {summary}", "[#{number}] Báo khẩn: {summary}"),
        new(
            "mail-withdrawn-subject",
            "[#{number}] No longer needed: {summary}",
            "[#{number}] Không cần nữa: {summary}"
        ),
        new(
            "mail-escalation-lead",
            "We need your help as: {specialty}. Please answer this mail, even if only to say when you can look at it.",
            "Chúng tôi cần Anh/Chị hỗ trợ với vai trò: {specialty}. Xin Anh/Chị trả lời thư này, dù chỉ để cho biết khi nào có thể xem."
        ),
        new(
            "mail-alert-lead",
            "This is a short alert to you as: {specialty}. All we know follows in a second mail. Please answer this one as soon as you have seen it.",
            "Đây là báo khẩn gửi Anh/Chị với vai trò: {specialty}. Thông tin đầy đủ sẽ có trong thư tiếp theo. Xin Anh/Chị trả lời ngay khi đọc thư này."
        ),
        new(
            "mail-completing-lead",
            "Here is everything we know about what we alerted you to.",
            "Dưới đây là toàn bộ thông tin về việc chúng tôi đã báo khẩn."
        ),
        new(
            "mail-withdrawn-lead",
            "We asked you for help and do not need it any more. Thank you. The reason:",
            "Chúng tôi đã nhờ Anh/Chị hỗ trợ và nay không cần nữa. Xin cảm ơn Anh/Chị. Lý do:"
        ),
        new("mail-file-too-large", "{name} (too large for this mail)", "{name} (quá lớn để gửi kèm thư)"),
        new("mail-open-ticket", "The ticket:", "Phiếu:"),
        new("event-escalated", "{who} asked {to} ({as}) for help", "{who} đã nhờ {to} ({as}) hỗ trợ"),
        new("event-alerted", "{who} alerted {to} ({as})", "{who} đã báo khẩn cho {to} ({as})"),
        new("event-package_sent", "{who} sent {to} the full package", "{who} đã gửi {to} gói thông tin đầy đủ"),
        new(
            "event-requester_told",
            "The requester was told that specialists are asked",
            "Đã báo người yêu cầu về việc nhờ chuyên gia"
        ),
        new("event-escalation_withdrawn", "{who} no longer asks {to} for help", "{who} không nhờ {to} hỗ trợ nữa"),
        new("event-escalation_answered", "{who} wrote down the answer of {to}", "{who} đã ghi lại trả lời của {to}"),
        new("badge-escalation", "Escalation", "Chuyển cấp"),
        new("tab-escalate", "Escalate", "Chuyển cấp"),
        new("do-escalate", "Send the package", "Gửi gói thông tin"),
        new("do-alert", "Send a short alert", "Gửi báo nhanh"),
        new("tab-answer", "Answer", "Trả lời"),
        new("do-answer", "Record the answer", "Lưu câu trả lời"),
        new("tab-withdraw", "Withdraw", "Rút lại"),
        new("do-withdraw", "Withdraw and tell them", "Rút lại và báo họ"),
        new("escalations", "Asked for help", "Đang nhờ hỗ trợ"),
        new("asked-since", "asked since {at}", "đã hỏi từ {at}"),
        new("answered-at", "answered {at}", "đã trả lời {at}"),
        new("withdrawn-at", "withdrawn {at}", "đã rút lại {at}"),
        new("package-is-owed", "The full package is still owed", "Còn nợ gói thông tin đầy đủ"),
        new("complete-package", "Complete the package", "Gửi gói đầy đủ"),
        new("see-package", "See what was asked", "Xem nội dung đã gửi"),
        new("escalate-why", "Why", "Lý do"),
        new("escalate-to", "Kind of specialist", "Loại chuyên gia"),
        new("escalate-person", "A colleague", "Một đồng nghiệp"),
        new("escalate-team", "Or a team", "Hoặc một nhóm"),
        new("escalate-email", "Or an address", "Hoặc một địa chỉ"),
        new("escalate-summary", "Summary, in one line", "Tóm tắt trong một dòng"),
        new("escalate-summary-hint", "What is wrong, where, for how many", "Lỗi gì, ở đâu, bao nhiêu người bị"),
        new("escalate-since", "Since when", "Từ lúc nào"),
        new("escalate-tried", "What was tried and looked at", "Đã thử và đã xem những gì"),
        new("escalate-impact", "Impact: who cannot do what", "Ảnh hưởng: ai không làm được gì"),
        new("escalate-ask", "What you ask of them", "Cần họ làm gì"),
        new("escalate-evidence", "Evidence to send along", "Bằng chứng gửi kèm"),
        new(
            "escalate-links",
            "Links, one a line, each with what it shows",
            "Liên kết, mỗi dòng một liên kết kèm mô tả"
        ),
        new("escalate-next-update", "The requester hears again by", "Hẹn người yêu cầu trước"),
        new(
            "escalate-hint",
            "They get one mail with this and nothing else of the ticket. The requester is told in plain words that specialists are asked.",
            "Họ nhận một thư chỉ gồm những thông tin này. Người yêu cầu được báo bằng lời dễ hiểu rằng đã nhờ chuyên gia."
        ),
        new(
            "alert-hint",
            "A short alert needs why, whom, the summary and the ask. The full package is owed {time} later.",
            "Báo nhanh chỉ cần lý do, người nhận, tóm tắt và điều cần hỗ trợ. Phải gửi gói đầy đủ trong {time} sau đó."
        ),
        new("completes-alert", "Completes the alert to {to}", "Bổ sung cho báo nhanh gửi {to}"),
        new("answer-label", "What they said", "Họ đã trả lời gì"),
        new("withdraw-label", "Why it is not needed any more", "Vì sao không cần nữa"),
        new("nobody-chosen", "choose", "chọn"),
    ];
}
