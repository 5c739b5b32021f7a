namespace Stepdesk.Core.Words;

/// <summary>What happened in a practice session, told one line an event.</summary>
static class SessionWords
{
    public static readonly Sentence[] All =
    [
        new("did-account_password_set", "{who} set a password for {account}.", "{who} đặt mật khẩu cho {account}."),
        new(
            "did-account_reactivated",
            "{who} reactivated the account of {account}.",
            "{who} kích hoạt lại tài khoản của {account}."
        ),
        new(
            "did-account_reset_link_sent",
            "{who} sent {account} a link to reset the password.",
            "{who} gửi {account} liên kết đặt lại mật khẩu."
        ),
        new("did-approval_denied", "{who} said no.", "{who} không đồng ý."),
        new("did-approval_granted", "{who} agreed.", "{who} đồng ý."),
        new("did-approval_requested", "{who} asked {to} to agree.", "{who} xin phê duyệt của {to}."),
        new("did-article_linked", "{who} linked the article {article}.", "{who} gắn bài {article}."),
        new(
            "did-attempt_refused",
            "{who} tried “{verb}” and was refused: {why}",
            "{who} thử “{verb}” nhưng bị từ chối: {why}"
        ),
        new("did-broadcast_sent", "{who} told many of the incident.", "{who} gửi thông báo sự cố."),
        new("did-call_received", "{who} called.", "{who} gọi điện."),
        new("did-chat_received", "{who} wrote in the chat.", "{who} nhắn tin."),
        new("did-customer_confirmed", "{who} accepted the outcome.", "{who} đồng ý với kết quả xử lý."),
        new("did-customer_disputed", "{who} said that it does not work.", "{who} cho biết vẫn chưa dùng được."),
        new("did-deliverable_submitted", "{who} handed in: “{kind}”.", "{who} nộp: “{kind}”."),
        new("did-escalation_sent", "{who} asked {to} for help.", "{who} chuyển cấp cho {to}."),
        new("did-fact_revealed", "Came to light: {fact}.", "Đã rõ: {fact}."),
        new("did-fix_live", "It was fixed.", "Lỗi đã được khắc phục."),
        new("did-fix_partial", "A part of it was fixed.", "Lỗi đã được khắc phục một phần."),
        new("did-incident_grew", "It spread.", "Sự cố lan rộng."),
        new("did-incident_relapsed", "It came back.", "Sự cố tái diễn."),
        new("did-kb_drafted", "{who} drafted an article: {title}.", "{who} viết nháp bài kiến thức: {title}."),
        new("did-lookup_performed", "{who} looked up: {system}.", "{who} tra cứu: {system}."),
        new("did-mail_received", "{who} wrote a mail.", "{who} gửi thư."),
        new(
            "did-mentor_hinted",
            "Somebody did not understand a question twice; a mentor is told.",
            "Có người hai lần không hiểu câu hỏi; người hướng dẫn được báo."
        ),
        new("did-mentor_injected", "A mentor sent in: {injection}.", "Người hướng dẫn đưa thêm: {injection}."),
        new("did-message_sent", "{who} wrote to {to}.", "{who} gửi tin cho {to}."),
        new("did-note_added", "{who} wrote a note.", "{who} ghi chú."),
        new("did-report_extracted", "{who} drew a report: {columns}.", "{who} trích xuất báo cáo: {columns}."),
        new("did-rule_fired", "Something was set going.", "Một diễn biến bắt đầu."),
        new("did-session_ended", "The session ended.", "Lượt luyện tập kết thúc."),
        new(
            "did-session_paused",
            "The session was stopped by a mistake of its author.",
            "Lượt bị dừng vì lỗi trong tình huống."
        ),
        new("did-session_started", "The session began.", "Lượt luyện tập bắt đầu."),
        new("did-telemetry_queried", "{who} asked telemetry: {table}.", "{who} hỏi dữ liệu giám sát: {table}."),
        new("did-test_run", "{who} tried “{target}”: {result}.", "{who} thử “{target}”: {result}."),
        new("desk-itself", "The desk", "Hệ thống"),
        new("desk-wrote", "The desk wrote to {requester} by itself.", "Hệ thống tự động báo cho {requester}."),
        new("desk-reminded", "The desk reminded {requester} by itself.", "Hệ thống tự động nhắc {requester}."),
        new("desk-logged", "{who} logged #{n} for {requester}.", "{who} ghi phiếu #{n} của {requester}."),
        new("desk-closed", "{who} closed #{n} of {requester}.", "{who} đóng phiếu #{n} của {requester}."),
        new("desk-merged", "{who} merged #{n} of {requester}.", "{who} gộp phiếu #{n} của {requester}."),
        new("desk-cancelled", "{who} cancelled #{n} of {requester}.", "{who} huỷ phiếu #{n} của {requester}."),
        new("did-ticket_closed", "{who} closed the ticket.", "{who} đóng phiếu."),
        new("did-ticket_created", "{who} logged the ticket.", "{who} ghi phiếu."),
        new("did-ticket_field_changed", "{who} changed the ticket: {fields}.", "{who} cập nhật phiếu: {fields}."),
        new("did-ticket_linked", "{who} linked the report of {requester}.", "{who} liên kết phiếu của {requester}."),
        new("did-ticket_resolved", "{who} resolved the ticket.", "{who} ghi nhận cách xử lý."),
        new("did-trend_noted", "{who} noted the trend.", "{who} ghi nhận xu hướng."),
        new("did-variable_set", "Behind the scenes something changed.", "Có thay đổi phía sau tình huống."),
        new("did-watch_ended", "Watched for {for}.", "Đã theo dõi {for}."),
        new("did-watch_started", "{who} began to watch for {for}.", "{who} bắt đầu theo dõi trong {for}."),
        new("did-ok", "it works", "dùng được"),
        new("did-failed", "it does not work", "không dùng được"),
        new("did-because", "because of {at}", "do {at}"),
        new("did-promised", "next contact promised by {at}", "hẹn liên lạc lại trước {at}"),
        new("verb-article", "Link an article", "Gắn bài kiến thức"),
        new("verb-ask-approval", "Ask for approval", "Gửi yêu cầu phê duyệt"),
        new("verb-broadcast", "Tell many of an incident", "Gửi thông báo sự cố"),
        new("verb-create", "Log a ticket", "Tạo phiếu"),
        new("verb-draft", "Draft an article", "Viết nháp bài kiến thức"),
        new("verb-extract", "Draw a report", "Trích xuất báo cáo"),
        new("verb-finish", "End the session", "Kết thúc phiên"),
        new("verb-look", "Look up", "Tra cứu"),
        new("verb-message", "Send a message", "Gửi tin"),
        new("verb-query", "Ask telemetry", "Tra telemetry"),
        new("verb-reactivate", "Reactivate an account", "Kích hoạt lại tài khoản"),
        new("verb-reset-link", "Send a reset link", "Gửi liên kết đặt lại mật khẩu"),
        new("verb-set-password", "Set a password", "Đặt mật khẩu"),
        new("verb-submit", "Hand in", "Nộp bài"),
        new("verb-test", "Try it out", "Thử lại"),
        new("verb-watch", "Watch", "Theo dõi"),
    ];
}
