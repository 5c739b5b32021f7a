namespace Stepdesk.Core.Words;

/// <summary>How a line of a rubric came out and why, and what that calls what authors of scenarios name.</summary>
static class VerdictWords
{
    public static readonly Sentence[] All =
    [
        new("verdict-other-branch", "This could not come up here.", "Tình huống này không xảy ra ở nhánh này."),
        new(
            "verdict-within-met",
            "{took} from {from} to {to}; {limit} was allowed.",
            "Từ {from} đến {to} là {took}; cho phép {limit}."
        ),
        new(
            "verdict-within-late",
            "{took} from {from} to {to}; only {limit} was allowed.",
            "Từ {from} đến {to} mất {took}; chỉ cho phép {limit}."
        ),
        new(
            "verdict-within-none",
            "What this counts from did not happen: {what}.",
            "Mốc bắt đầu tính không xảy ra: {what}."
        ),
        new("verdict-before-met", "{first} came before {then}.", "{first} diễn ra trước {then}."),
        new("verdict-before-none", "This was not done: {what}.", "Chưa làm việc này: {what}."),
        new("verdict-never-met", "It was not done, rightly.", "Việc không nên làm đã không làm."),
        new("verdict-never-violated", "This may not be done here: {what}.", "Việc này không được làm ở đây: {what}."),
        new(
            "verdict-never-early",
            "{what} came too early: only after this may it come: {until}.",
            "{what} đến quá sớm: chỉ được làm sau việc này: {until}."
        ),
        new("verdict-never-none", "It was not done.", "Không có việc này."),
        new(
            "verdict-cadence-met",
            "The longest silence was {gap}, from {from} to {to}; {limit} was allowed.",
            "Khoảng im lặng dài nhất là {gap}, từ {from} đến {to}; cho phép {limit}."
        ),
        new(
            "verdict-cadence-gap",
            "Nobody heard anything for {gap}, from {from} to {to}; at most {limit} was allowed.",
            "Từ {from} đến {to}, {gap} liền không có tin nào; tối đa cho phép {limit}."
        ),
        new("verdict-cadence-none", "There was no first message: {what}.", "Không có tin đầu tiên: {what}."),
        new("verdict-field-met", "At {at} {field} was {value}.", "Lúc {at}, {field} là {value}."),
        new(
            "verdict-field-not",
            "At {at} {field} was {value}; right would be {wanted}.",
            "Lúc {at}, {field} là {value}; đúng ra là {wanted}."
        ),
        new("verdict-field-empty", "At {at} {field} was not set.", "Lúc {at}, {field} chưa được điền."),
        new(
            "verdict-field-unset",
            "At {at} {field} was not set; right would be {wanted}.",
            "Lúc {at}, {field} chưa được điền; đúng ra là {wanted}."
        ),
        new("verdict-field-none", "This was not done: {what}.", "Chưa làm việc này: {what}."),
        new(
            "verdict-count-met",
            "{count} counted, {wanted} needed: {what}.",
            "Đếm được {count}, cần {wanted}: {what}."
        ),
        new("verdict-count-none", "None counted: {what}.", "Không đếm được lần nào: {what}."),
        new(
            "verdict-count-unsure",
            "None was recognised, but people were told to do something: {what}. A mentor reads whether it helps meanwhile.",
            "Không nhận ra được, nhưng có lời dặn làm gì đó: {what}. Người hướng dẫn sẽ đọc xem đó có phải cách làm tạm hay không."
        ),
        new(
            "verdict-count-unread",
            "The question was not recognised, but something was asked: {what}. A mentor reads whether it asks for this.",
            "Không nhận ra câu hỏi này, nhưng có câu hỏi khác: {what}. Người hướng dẫn sẽ đọc xem có phải hỏi điều này không."
        ),
        new("verdict-carries-met", "{what} carries what was needed.", "{what} mang đủ thông tin cần thiết."),
        new("verdict-carries-not", "{what} leaves out: {missing}.", "{what} còn thiếu: {missing}."),
        new("verdict-carries-none", "This was never sent: {what}.", "Chưa hề gửi: {what}."),
        new(
            "verdict-supported-met",
            "All {count} statements had been looked up before.",
            "Cả {count} điều đã nói đều được tra cứu trước đó."
        ),
        new(
            "verdict-supported-violated",
            "{what} says “{words}”, which nobody had looked up by then.",
            "{what} nói “{words}”, trong khi lúc đó chưa ai tra cứu."
        ),
        new(
            "verdict-supported-contradicted",
            "{what} says “{words}”; what had come to light at {at} is another: {fact}.",
            "{what} nói “{words}”, khác với điều đã biết ở {at}: {fact}."
        ),
        new(
            "verdict-supported-none",
            "Nothing was stated that had to be looked up.",
            "Không có điều nào cần tra cứu được nói ra."
        ),
        new(
            "verdict-promise-met",
            "All {count} promises of a next contact were kept, to within a minute.",
            "Cả {count} lời hẹn liên lạc lại đều được giữ, trễ không quá một phút."
        ),
        new(
            "verdict-promise-broken",
            "{what} promised a next contact at {due}; there was none.",
            "{what} hẹn liên lạc lại lúc {due} nhưng không thấy."
        ),
        new(
            "verdict-promise-late",
            "{what} promised a next contact at {due}; it came at {at}.",
            "{what} hẹn liên lạc lại lúc {due} nhưng đến {at} mới liên lạc."
        ),
        new("verdict-promise-none", "No next contact was promised.", "Không có lời hẹn liên lạc lại nào."),
        new("verdict-artifact-met", "{what} says all that was asked for.", "{what} nêu đủ những điều được yêu cầu."),
        new("verdict-artifact-not", "{what} does not say: {missing}.", "{what} chưa nêu: {missing}."),
        new(
            "verdict-artifact-unsure",
            "Not found in {what}: {missing}. A mentor decides.",
            "Không tìm thấy trong {what}: {missing}. Người hướng dẫn sẽ quyết định."
        ),
        new("verdict-artifact-none", "This was not handed in: {what}.", "Chưa nộp: {what}."),
        new("verdict-text-met", "{what} reads as it should.", "{what} viết đúng như yêu cầu."),
        new(
            "verdict-text-violated",
            "{what} says “{words}”. Asked for: {rules}.",
            "{what} viết “{words}”. Yêu cầu là: {rules}."
        ),
        new("verdict-text-secret", "{what} holds a password or key.", "{what} có chứa mật khẩu hoặc khóa truy cập."),
        new("verdict-text-not", "{what} lacks: {rules}.", "{what} thiếu: {rules}."),
        new(
            "verdict-text-unsure",
            "Not found in {what}: {rules}. A mentor decides.",
            "Không tìm thấy trong {what}: {rules}. Người hướng dẫn sẽ quyết định."
        ),
        new(
            "verdict-hardly-anything",
            "It was done, but {what} says next to nothing. A mentor decides.",
            "Đã có làm, nhưng {what} hầu như không nói gì. Người hướng dẫn sẽ quyết định."
        ),
        new("verdict-text-none", "This was never sent: {what}.", "Chưa hề gửi: {what}."),
        new("verdict-mentor", "A mentor decides, in {levels} levels.", "Người hướng dẫn đánh giá theo {levels} mức."),
        new(
            "verdict-within-not",
            "{what} was due within {limit} of {from} and never came.",
            "Phải có {what} trong {limit} kể từ {from} nhưng không thấy."
        ),
        new(
            "verdict-within-near",
            "{what} was due within {limit} of {from}. The nearest to it, {near}, lacks: {lacks}.",
            "Phải có {what} trong {limit} kể từ {from}. Gần nhất là {near} nhưng còn thiếu: {lacks}."
        ),
        new("verdict-before-not", "Before {then} this was not done: {what}.", "Trước {then} chưa có {what}."),
        new("verdict-before-late", "{first} came only after {then}.", "{first} diễn ra sau {then}."),
        new(
            "verdict-before-near",
            "Before {then} this was not done: {what}. The nearest to it, {near}, lacks: {lacks}.",
            "Trước {then} chưa có {what}. Gần nhất là {near} nhưng còn thiếu: {lacks}."
        ),
        new(
            "verdict-count-not",
            "Only {count} counted, {wanted} needed: {what}.",
            "Chỉ đếm được {count}, cần {wanted}: {what}."
        ),
        new(
            "verdict-count-near",
            "Only {count} counted, {wanted} needed: {what}. The nearest to it, {near}, lacks: {lacks}.",
            "Chỉ đếm được {count}, cần {wanted}: {what}. Gần nhất là {near} nhưng còn thiếu: {lacks}."
        ),
        new("verdict-what-covers", "a time that contains {time}", "khoảng thời gian có {time}"),
        new("verdict-what-shows", "an answer that shows {rows}", "kết quả cho thấy {rows}"),
        new("verdict-what-asked", "the question answered by “{answer}”", "câu hỏi được trả lời “{answer}”"),
        new("what-evidence", "evidence attached to it", "bằng chứng đính kèm"),
        new("what-split", "a comparison of one with the others", "so sánh theo từng nhóm"),
        new("what-workaround", "a way to manage meanwhile", "một cách xoay xở tạm"),
        new("category-feature", "feature request", "đề nghị tính năng"),
        new("category-account", "account or sign-in", "tài khoản hoặc đăng nhập"),
        new("verdict-and-more", "{hours} and {n} more", "{hours} và {n} lần khác"),
        new("verdict-what-to", "{what} to {who}", "{what} cho {who}"),
        new("verdict-what-more", "{what} ({more})", "{what} ({more})"),
        new("what-account_password_set", "setting a password", "đặt mật khẩu"),
        new("what-account_reactivated", "reopening the account", "mở lại tài khoản"),
        new("what-account_reset_link_sent", "a link to reset the password", "gửi liên kết đặt lại mật khẩu"),
        new("what-approval_denied", "a refusal", "lời từ chối phê duyệt"),
        new("what-approval_granted", "an approval", "lời phê duyệt"),
        new("what-approval_requested", "a request for approval", "yêu cầu phê duyệt"),
        new("what-article_linked", "a linked article", "gắn bài kiến thức"),
        new("what-attempt_refused", "something that was refused", "thao tác bị từ chối"),
        new("what-broadcast_sent", "a broadcast", "thông báo chung"),
        new("what-call_received", "a call", "cuộc gọi"),
        new("what-chat_received", "a chat message", "tin nhắn"),
        new("what-customer_confirmed", "the customer’s confirmation", "lời xác nhận của khách hàng"),
        new("what-customer_disputed", "the customer’s objection", "lời phản đối của khách hàng"),
        new("what-deliverable_submitted", "something handed in", "bài nộp"),
        new("what-escalation_sent", "an escalation", "lần chuyển cấp"),
        new("what-fact_revealed", "finding it out", "việc tìm ra điều này"),
        new("what-filter", "a filter", "bộ lọc"),
        new("what-drawn", "with the report as it was drawn", "kèm đúng báo cáo đã trích xuất"),
        new("what-fix_live", "the fix", "bản sửa"),
        new("what-fix_partial", "a partial fix", "bản sửa một phần"),
        new("what-incident_grew", "its spreading", "sự cố lan rộng"),
        new("what-incident_relapsed", "its return", "sự cố tái diễn"),
        new("what-kb_drafted", "a draft for the knowledge base", "bài nháp kiến thức"),
        new("what-lookup_performed", "a look-up", "lượt tra cứu"),
        new("what-mail_received", "a mail", "thư đến"),
        new("what-mentor_hinted", "a word to the mentor", "tin báo người hướng dẫn"),
        new("what-column", "a field of the ticket", "một trường của phiếu"),
        new("what-times", "when things happened", "thời điểm diễn ra"),
        new("what-branch", "which way it turned out", "tình huống diễn biến theo nhánh nào"),
        new(
            "what-fields",
            "what was chosen or attached beside the words",
            "mục đã chọn hoặc tệp đính kèm ngoài câu chữ"
        ),
        new("what-secrets", "what was taken out of the texts", "phần đã được che trong văn bản"),
        new("what-mentor_injected", "something a mentor sent in", "việc người hướng dẫn đưa thêm"),
        new("what-message_sent", "a message", "tin gửi đi"),
        new("what-note_added", "a note", "ghi chú"),
        new("what-report_extracted", "drawing the report", "trích xuất báo cáo"),
        new("what-rule_fired", "what sets it going", "điều khởi đầu việc này"),
        new("what-session_ended", "the end of the session", "lúc kết thúc lượt luyện tập"),
        new("what-session_paused", "the session’s being stopped", "lúc lượt luyện tập bị dừng"),
        new("what-session_started", "the beginning of the session", "lúc bắt đầu lượt luyện tập"),
        new("what-telemetry_queried", "a look at telemetry", "lượt xem dữ liệu giám sát"),
        new("what-test_run", "a test", "lượt thử"),
        new("what-ticket_closed", "closing the ticket", "đóng phiếu"),
        new("what-ticket_created", "logging the ticket", "ghi phiếu"),
        new("what-ticket_field_changed", "a change of the ticket", "cập nhật phiếu"),
        new("what-ticket_linked", "linking the reports", "liên kết các báo cáo"),
        new("what-ticket_resolved", "recording the resolution", "ghi cách xử lý"),
        new("what-trend_noted", "a note on the trend", "ghi nhận xu hướng"),
        new("what-variable_set", "all that this asks for", "đủ các bước cần có"),
        new("what-watch_ended", "the end of a watch", "hết thời gian theo dõi"),
        new("what-watch_started", "a watch", "bắt đầu theo dõi"),
        new("ticket-field-class", "the class of service", "hạng dịch vụ"),
        new("ticket-field-priority", "the priority", "mức ưu tiên"),
        new("ticket-field-affected", "the number of people", "số người bị ảnh hưởng"),
        new("ticket-field-category", "the category", "hạng mục"),
        new("ticket-field-tags", "the tags", "nhãn"),
        new("ticket-field-due", "the deadline", "thời hạn"),
        new("ticket-field-title", "the title", "tiêu đề"),
        new("ticket-field-description", "the description", "mô tả"),
        new("ticket-field-requester", "the requester", "người yêu cầu"),
        new("ticket-field-reason", "the reason", "lý do"),
        new("says-greeting", "a greeting by name", "lời chào gọi đúng tên"),
        new("says-case_facts", "what this case is about", "điều cụ thể của vụ việc"),
        new("says-empathy", "understanding", "sự thấu hiểu"),
        new("says-next_step", "what is being done", "bước tiếp theo"),
        new("says-next_contact", "when the next contact comes", "lần liên lạc sau"),
        new("says-asks_confirmation", "a question whether it works", "lời nhờ xác nhận"),
        new("says-impact", "the impact in figures", "mức ảnh hưởng bằng số"),
        new("says-options", "options", "các phương án"),
        new("says-decision", "a decision asked for", "câu xin quyết định"),
        new("says-no_fix_promise", "no promise of when it is fixed", "không hứa khi nào xong"),
        new("says-no_jargon", "no technical words", "không dùng từ kỹ thuật"),
        new("says-no_secret", "nothing secret", "không lộ thông tin bí mật"),
        new("says-no_placeholder", "nothing left to fill in", "không còn chỗ trống"),
        new("says-no_missing_attachment", "an attachment that is announced", "có tệp đã nhắc tới"),
        new("missing-ask", "what is asked for", "điều cần được hỗ trợ"),
    ];
}
