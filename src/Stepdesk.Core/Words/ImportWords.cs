namespace Stepdesk.Core.Words;

/// <summary>What is said about work that was done elsewhere and handed in here.</summary>
static class ImportWords
{
    public static readonly Sentence[] All =
    [
        new(
            "verdict-imported",
            "What was handed in does not show {what}, so a mentor decides.",
            "Hồ sơ nộp lên không cho thấy {what} nên người hướng dẫn sẽ quyết định."
        ),
        new(
            "practice-two-clocks",
            "The list and its messages are not by one clock, so nothing is judged by the time. If the list is in UTC, hand it in again and tick that its hours are.",
            "Danh sách và tin nhắn không theo cùng một đồng hồ nên không chấm được gì theo thời gian. Nếu danh sách theo giờ UTC, bạn nộp lại và đánh dấu ô giờ UTC nhé."
        ),
        new("hand-over", "Hand in work done elsewhere", "Nộp phiếu xử lý ở nơi khác"),
        new(
            "hand-over-lead",
            "A ticket you worked on elsewhere becomes a run, judged as far as its record goes. What the record does not show, a mentor decides.",
            "Phiếu đã xử lý ở nơi khác sẽ thành một lượt và được chấm trong phạm vi hồ sơ thể hiện. Phần hồ sơ không cho thấy sẽ do người hướng dẫn quyết định."
        ),
        new("hand-over-file", "The ticket", "Phiếu"),
        new(
            "hand-over-file-hint",
            "The record as JSON, or a list exported from an Odoo helpdesk as CSV or XLSX.",
            "Hồ sơ dạng JSON, hoặc danh sách xuất từ Odoo Helpdesk dạng CSV hay XLSX."
        ),
        new("hand-over-number", "Its number", "Số phiếu"),
        new("hand-over-number-hint", "If the list has several.", "Khi danh sách có nhiều phiếu."),
        new("hand-over-messages", "Its messages as a file", "Tệp tin nhắn của phiếu"),
        new(
            "hand-over-messages-hint",
            "Exported with date, author and contents, as CSV or XLSX.",
            "Xuất cùng ngày, tác giả và nội dung, dạng CSV hay XLSX."
        ),
        new(
            "hand-over-utc",
            "Hours in these files are UTC, as Odoo exports them",
            "Giờ trong các tệp này theo UTC, như Odoo xuất ra"
        ),
        new("hand-over-copied", "Or copied", "Hoặc dán vào đây"),
        new(
            "hand-over-copied-hint",
            "Before each message a line such as: 2026-03-09 14:25 - Nguyễn Thu Hà. Write (note) behind the name of what customers do not see.",
            "Trước mỗi tin ghi một dòng như: 2026-03-09 14:25 - Nguyễn Thu Hà. Với ghi chú nội bộ, thêm (ghi chú) sau tên."
        ),
        new("hand-over-do", "Hand in", "Nộp"),
        new(
            "refusal-import-empty",
            "The file is empty. Export the ticket again and hand in that file.",
            "Tệp trống. Bạn xuất lại phiếu rồi nộp tệp đó nhé."
        ),
        new(
            "refusal-import-too-large",
            "The file is larger than 5 MB. Export one ticket only.",
            "Tệp lớn hơn 5 MB. Bạn chỉ xuất một phiếu thôi nhé."
        ),
        new(
            "refusal-import-no-scenario",
            "Nobody knows which scenario it is of. Choose one.",
            "Chưa biết đây là tình huống nào. Bạn chọn một tình huống nhé."
        ),
        new(
            "refusal-import-other-scenario",
            "This is a record of the scenario {detail}. Choose that one.",
            "Đây là hồ sơ của tình huống {detail}. Hãy chọn đúng tình huống đó."
        ),
        new(
            "refusal-import-no-branch",
            "The scenario has no such branch. It has: {detail}.",
            "Tình huống không có nhánh đó. Các nhánh gồm: {detail}."
        ),
        new(
            "refusal-import-unreadable",
            "The file cannot be read ({detail}). Hand in the ticket record as JSON, or an Odoo list as CSV or XLSX.",
            "Không đọc được tệp ({detail}). Bạn nộp hồ sơ phiếu dạng JSON, hoặc danh sách Odoo dạng CSV hay XLSX nhé."
        ),
        new(
            "refusal-import-not-a-record",
            "The JSON is no ticket record: its format is “{detail}”, and “stepdesk.record/1” is wanted. Save the record of a run as JSON and hand in that file.",
            "JSON này không phải hồ sơ phiếu: định dạng là “{detail}”, cần “stepdesk.record/1”. Bạn lưu hồ sơ của lượt dạng JSON rồi nộp tệp đó nhé."
        ),
        new(
            "refusal-import-no-subject",
            "The list has no column Subject; it has: {detail}. Export it with Subject, Customer, Priority, Tags, Stage and Created on.",
            "Danh sách không có cột Chủ đề; các cột có: {detail}. Bạn xuất lại cùng Chủ đề, Khách hàng, Mức ưu tiên, Thẻ, Giai đoạn và Ngày tạo nhé."
        ),
        new(
            "refusal-import-no-ticket",
            "There is no ticket in the file. Export the ticket you worked on and hand in that file.",
            "Trong tệp không có phiếu nào. Bạn xuất phiếu đã xử lý rồi nộp tệp đó nhé."
        ),
        new(
            "refusal-import-several-tickets",
            "The list has several tickets ({detail}). Say which one by its number, by its subject where the list has no numbers, or export only that one.",
            "Danh sách có nhiều phiếu ({detail}). Bạn ghi rõ số phiếu, hoặc chủ đề nếu danh sách không có số phiếu, hoặc chỉ xuất một phiếu nhé."
        ),
        new(
            "refusal-import-no-such-ticket",
            "No ticket of the list has this number; it has: {detail}.",
            "Danh sách không có phiếu mang số này; các số có: {detail}."
        ),
        new(
            "refusal-import-no-messages",
            "No messages can be read here: “{detail}”. Begin each with a line such as “2026-03-09 14:25 - Nguyễn Thu Hà”, or export them with Date, Author and Contents.",
            "Không đọc được tin nhắn ở đây: “{detail}”. Trước mỗi tin xin ghi một dòng như “2026-03-09 14:25 - Nguyễn Thu Hà”, hoặc xuất danh sách có cột Ngày, Tác giả và Nội dung."
        ),
        new(
            "refusal-import-no-time",
            "“{detail}” is no time that can be read. Write it as 2026-03-09 14:25 or 09/03/2026 14:25.",
            "Không đọc được thời điểm “{detail}”. Xin ghi dạng 2026-03-09 14:25 hoặc 09/03/2026 14:25."
        ),
    ];
}
