namespace Stepdesk.Core.Words;

/// <summary>What stands on the reports.</summary>
static class ReportWords
{
    public static readonly Sentence[] All =
    [
        new("measured-first_response", "First response", "Phản hồi đầu tiên"),
        new("measured-update_gap", "Between updates", "Giữa hai lần cập nhật"),
        new("measured-time_to_resolve", "Time to resolve", "Thời gian xử lý"),
        new("measured-time_to_confirm", "Time to confirm", "Thời gian chờ xác nhận"),
        new("measured-package_owed", "Full package after an alert", "Gói đầy đủ sau báo nhanh"),
        new("measured-return", "Answer of specialists", "Chuyên gia trả lời"),
        new("report-by-class", "class of service", "hạng dịch vụ"),
        new("report-by-team", "team", "nhóm"),
        new("report-by-person", "owner", "người phụ trách"),
        new("report-by-month", "month", "tháng"),
        new("report-time", "Times", "Thời gian"),
        new(
            "report-time-lead",
            "How long it took, and which promises were kept. What ended in this stretch of time counts; dates are the desk's ({zone}).",
            "Mất bao lâu, và cam kết nào được giữ. Tính những gì kết thúc trong khoảng này; ngày theo múi giờ của bàn hỗ trợ ({zone})."
        ),
        new("report-from", "From", "Từ ngày"),
        new("report-to", "To", "Đến ngày"),
        new("report-by", "By", "Theo"),
        new("report-everybody", "all", "tất cả"),
        new("report-show", "Show", "Xem"),
        new("report-csv", "Save as CSV", "Lưu thành CSV"),
        new("report-group", "Group", "Phân theo"),
        new("report-what", "Measured", "Đo"),
        new("report-count", "Count", "Số lần"),
        new("report-median", "Median", "Trung vị"),
        new("report-p90", "9 of 10 within", "9/10 trong"),
        new("report-wall-median", "Median, all hours", "Trung vị, mọi giờ"),
        new("report-wall-p90", "9 of 10, all hours", "9/10, mọi giờ"),
        new("report-kept", "Kept", "Giữ cam kết"),
        new("report-kept-of", "{kept} of {n}", "{kept}/{n}"),
        new("report-unpromised", "not promised", "không cam kết"),
        new("report-breaches", "Broken promises", "Cam kết bị trễ"),
        new("report-clock", "Promise", "Cam kết"),
        new("report-ran-out", "Ran out", "Hết giờ"),
        new("report-reclassified", "By a change of class", "Do đổi hạng"),
        new("report-otherwise", "By a change of team or promises", "Do đổi nhóm hoặc cam kết"),
        new("report-no-group", "none", "chưa có"),
        new(
            "report-empty",
            "Nothing ended between these dates. Choose an earlier first date, or look at all classes, teams and people.",
            "Không có gì kết thúc trong khoảng này. Hãy chọn ngày bắt đầu sớm hơn, hoặc xem tất cả hạng, nhóm và người."
        ),
        new(
            "report-no-breach",
            "No promise broke between these dates.",
            "Không có cam kết nào bị trễ trong khoảng này."
        ),
        new(
            "report-how",
            "Times are working time of the ticket's calendar; “all hours” is the whole time. A breach stays a breach, whatever happened later.",
            "Thời gian tính theo lịch làm việc của phiếu; “mọi giờ” là toàn bộ thời gian. Cam kết đã trễ thì vẫn là trễ, dù sau đó có gì thay đổi."
        ),
        new(
            "refusal-report-dates-are-impossible",
            "Choose a first date that is not after the last one, and at most ten years.",
            "Hãy chọn ngày bắt đầu không sau ngày kết thúc, và tối đa mười năm."
        ),
    ];
}
