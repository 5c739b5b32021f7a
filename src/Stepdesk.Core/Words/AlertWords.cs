namespace Stepdesk.Core.Words;

/// <summary>What monitoring sends, and what becomes of it.</summary>
static class AlertWords
{
    public static readonly Sentence[] All =
    [
        new("alert-fired", "Monitoring raised an alert.", "Hệ thống giám sát phát cảnh báo."),
        new(
            "alert-resolved",
            "Monitoring sees nothing wrong any more. The ticket stays open until the customer confirms.",
            "Hệ thống giám sát không còn thấy bất thường. Phiếu vẫn mở cho đến khi khách hàng xác nhận."
        ),
        new("alert-unknown", "An alert that could not be read", "Cảnh báo không đọc được"),
        new(
            "alert-unknown-how",
            "An alert came in a form this desk does not know. Let the action group use the common alert schema.",
            "Nhận được cảnh báo không đúng dạng. Hãy bật common alert schema trong action group."
        ),
        new("alert-rule", "Rule", "Quy tắc"),
        new("alert-severity", "Severity", "Mức độ"),
        new("alert-target", "About", "Đối tượng"),
        new("alert-at", "At", "Lúc"),
        new("alert-query", "Query:", "Truy vấn:"),
        new("alerts", "Alerts", "Cảnh báo"),
        new(
            "alerts-lead",
            "What monitoring sent and what became of it. How severe monitoring finds something decides no class, and that it sees nothing wrong any more closes no ticket.",
            "Những gì hệ thống giám sát đã gửi và cách chúng được xử lý. Mức độ do giám sát báo không quyết định lớp dịch vụ, và việc giám sát hết thấy bất thường không đóng phiếu nào."
        ),
        new(
            "alerts-off",
            "No address takes alerts yet; docs/telemetry.md says how.",
            "Chưa có địa chỉ nhận cảnh báo; xem docs/telemetry.md."
        ),
        new("alert-rules", "Rules", "Quy tắc xử lý"),
        new(
            "alert-rules-lead",
            "The first rule that matches holds; an empty field matches everything. Without one, an alert opens a ticket that waits for somebody, or joins the open one about the same. What cannot be read always does.",
            "Áp dụng quy tắc đầu tiên khớp; ô trống khớp với mọi cảnh báo. Nếu không có quy tắc nào khớp, cảnh báo mở một phiếu chờ người xử lý, hoặc nhập vào phiếu đang mở về cùng sự việc. Cảnh báo không đọc được luôn được xử lý như vậy."
        ),
        new("alert-rule-number", "Rule {n}", "Quy tắc {n}"),
        new("alert-rule-new", "Another rule", "Thêm quy tắc"),
        new("alert-rule-resource", "Resource or app contains", "Tài nguyên hoặc ứng dụng chứa"),
        new("alert-rule-name", "Name of the rule contains", "Tên quy tắc giám sát chứa"),
        new("alert-rule-severity", "Severity", "Mức độ"),
        new("alert-rule-every", "every", "mọi mức"),
        new("alert-rule-service", "Monitoring service contains", "Dịch vụ giám sát chứa"),
        new("alert-rule-then", "What becomes of it", "Cách xử lý"),
        new("alert-rule-place", "Place", "Thứ tự"),
        new("alert-rule-ticket", "On ticket number", "Vào phiếu số"),
        new(
            "alert-rule-ticket-hint",
            "Only where it joins a ticket. While that one is closed, a ticket of its own is opened.",
            "Chỉ dùng khi nhập vào phiếu. Nếu phiếu này đã đóng, cảnh báo mở phiếu riêng."
        ),
        new("alert-then-none", "no rule", "không có quy tắc"),
        new("alert-then-open", "open a ticket that waits for somebody", "mở phiếu chờ người xử lý"),
        new("alert-then-attach", "only join an open ticket", "chỉ nhập vào phiếu đang mở"),
        new("alert-then-record", "only list it here", "chỉ ghi vào danh sách này"),
        new("alert-rules-save", "Save the rules", "Lưu quy tắc"),
        new("alert-rules-saved", "The rules are saved as version {version}.", "Đã lưu quy tắc, phiên bản {version}."),
        new("alerts-received", "Received", "Đã nhận"),
        new("alerts-none", "Nothing was received yet.", "Chưa nhận cảnh báo nào."),
        new("alert-over", "over", "đã hết"),
        new("alert-payload", "As it came", "Nội dung gốc"),
        new("alert-outcome-stored", "not handled yet", "chưa xử lý"),
        new("alert-outcome-opened", "opened a ticket", "đã mở phiếu"),
        new("alert-outcome-joined", "joined a ticket", "đã nhập vào phiếu"),
        new("alert-outcome-recorded", "on no ticket", "không thuộc phiếu nào"),
        new("alert-to-ticket", "Ticket", "Phiếu"),
        new("event-alert_said", "{source} sent what it saw", "{source} đã gửi những gì ghi nhận được"),
        new("alert-received-at", "received {at}", "nhận lúc {at}"),
        new(
            "refusal-too-many-alert-rules",
            "A desk has 50 rules for alerts at most.",
            "Tối đa 50 quy tắc xử lý cảnh báo."
        ),
        new(
            "refusal-alert-rule-is-too-long",
            "A part of a rule has 200 characters at most.",
            "Mỗi ô của quy tắc dài tối đa 200 ký tự."
        ),
        new(
            "refusal-alert-rules-have-changed",
            "Somebody else changed the rules meanwhile. Look at them again; saving once more keeps yours.",
            "Người khác vừa sửa quy tắc. Hãy xem lại; lưu lần nữa sẽ giữ bản của bạn."
        ),
        new("alert-says-alertrule", "Rule", "Quy tắc giám sát"),
        new("alert-says-severity", "Severity", "Mức độ"),
        new("alert-says-monitorcondition", "State", "Trạng thái"),
        new("alert-says-monitoringservice", "Monitoring service", "Dịch vụ giám sát"),
        new("alert-says-signaltype", "Signal", "Loại tín hiệu"),
        new("alert-says-alerttargetids", "Resources", "Tài nguyên"),
        new("alert-says-configurationitems", "About", "Đối tượng"),
        new("alert-says-fireddatetime", "Fired at", "Phát lúc"),
        new("alert-says-resolveddatetime", "Over at", "Hết lúc"),
        new("alert-says-description", "Description", "Mô tả"),
        new("alert-says-investigationlink", "To investigate", "Liên kết điều tra"),
        new("alert-says-metricname", "Metric", "Chỉ số"),
        new("alert-says-metricvalue", "Value", "Giá trị"),
        new("alert-says-operator", "Compared", "Phép so sánh"),
        new("alert-says-threshold", "Threshold", "Ngưỡng"),
        new("alert-says-timeaggregation", "Aggregation", "Cách tổng hợp"),
        new("alert-says-dimension", "Dimension", "Chiều dữ liệu"),
        new("alert-says-windowstarttime", "From", "Từ"),
        new("alert-says-windowendtime", "To", "Đến"),
        new("alert-says-searchquery", "Query", "Truy vấn"),
        new("alert-says-resultcount", "Rows found", "Số dòng tìm thấy"),
        new("alert-says-title", "Title", "Tiêu đề"),
        new("alert-says-region", "Region", "Vùng"),
        new("alert-says-service", "Service", "Dịch vụ"),
        new("alert-says-trackingid", "Tracking id", "Mã theo dõi"),
        new("alert-says-communication", "Communication", "Thông báo"),
        new("alert-says-cause", "Cause", "Nguyên nhân"),
        new("alert-says-currenthealthstatus", "Health now", "Tình trạng hiện tại"),
        new("alert-says-previoushealthstatus", "Health before", "Tình trạng trước đó"),
        new("alert-says-detectionsummary", "What was detected", "Phát hiện"),
    ];
}
