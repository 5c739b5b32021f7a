namespace Stepdesk.Core.Words;

/// <summary>Having a query of telemetry written step by step.</summary>
static class GuideWords
{
    public static readonly Sentence[] All =
    [
        new("guide", "Build a query step by step", "Tạo truy vấn từng bước"),
        new("guide-table", "Table", "Bảng"),
        new("guide-time-above", "As chosen above", "Như đã chọn ở trên"),
        new("guide-where", "Only rows where", "Chỉ lấy các dòng mà"),
        new("guide-column", "Column", "Cột"),
        new("guide-property", "Property", "Thuộc tính"),
        new("guide-none", "–", "–"),
        new("guide-test", "Condition", "Điều kiện"),
        new("guide-value", "Value", "Giá trị"),
        new("guide-test-is", "is", "bằng"),
        new("guide-test-is_not", "is not", "khác"),
        new("guide-test-is_any_of", "is one of (a, b, c)", "là một trong (a, b, c)"),
        new("guide-test-has", "has the word", "có từ"),
        new("guide-test-has_not", "does not have the word", "không có từ"),
        new("guide-test-contains", "contains", "chứa"),
        new("guide-test-contains_not", "does not contain", "không chứa"),
        new("guide-test-starts_with", "begins with", "bắt đầu bằng"),
        new("guide-test-ends_with", "ends with", "kết thúc bằng"),
        new("guide-test-above", "is more than", "lớn hơn"),
        new("guide-test-at_least", "is at least", "lớn hơn hoặc bằng"),
        new("guide-test-below", "is less than", "nhỏ hơn"),
        new("guide-test-at_most", "is at most", "nhỏ hơn hoặc bằng"),
        new("guide-test-is_empty", "is empty", "để trống"),
        new("guide-test-is_not_empty", "is not empty", "không để trống"),
        new("guide-summary", "Sum up", "Tổng hợp"),
        new("guide-figure", "What to compute", "Tính gì"),
        new("guide-figure-none", "Nothing: show the rows", "Không tính, chỉ xem các dòng"),
        new("guide-figure-count", "How many rows", "Số dòng"),
        new("guide-figure-distinct", "How many different values", "Số giá trị khác nhau"),
        new("guide-figure-average", "Average", "Trung bình"),
        new("guide-figure-sum", "Sum", "Tổng"),
        new("guide-figure-smallest", "Smallest", "Nhỏ nhất"),
        new("guide-figure-largest", "Largest", "Lớn nhất"),
        new("guide-figure-median", "Median", "Trung vị"),
        new("guide-figure-percentile95", "95th percentile", "Phân vị 95"),
        new("guide-figure-percentile99", "99th percentile", "Phân vị 99"),
        new("guide-of", "Of", "Của cột"),
        new("guide-by", "For each", "Theo từng"),
        new("guide-every", "For every", "Theo mỗi khoảng"),
        new("guide-every-1m", "1 minute", "1 phút"),
        new("guide-every-5m", "5 minutes", "5 phút"),
        new("guide-every-15m", "15 minutes", "15 phút"),
        new("guide-every-1h", "1 hour", "1 giờ"),
        new("guide-every-1d", "1 day", "1 ngày"),
        new("guide-show", "Show", "Hiển thị"),
        new("guide-sort", "Sort by", "Sắp xếp theo"),
        new("guide-sort-time", "Time", "Thời gian"),
        new("guide-order", "Order", "Thứ tự"),
        new("guide-order-none", "As it comes", "Không sắp xếp"),
        new("guide-order-down", "Largest or newest first", "Lớn nhất hoặc mới nhất trước"),
        new("guide-order-up", "Smallest or oldest first", "Nhỏ nhất hoặc cũ nhất trước"),
        new("guide-take", "At most rows", "Số dòng tối đa"),
        new("guide-chart-time", "Lines over time", "Đường theo thời gian"),
        new("guide-chart-columns", "Columns", "Cột đứng"),
        new("guide-chart-bars", "Bars", "Thanh ngang"),
        new("guide-chart-pie", "Pie", "Hình tròn"),
        new("guide-written", "The query this becomes", "Truy vấn được tạo"),
        new("guide-update", "Show the query", "Xem truy vấn"),
        new("guide-add", "Add to the editor", "Thêm vào ô soạn"),
        new("guide-run", "Add and run", "Thêm và chạy"),
        new("guide-fault-no_such_column", "The table has no column {what}.", "Bảng không có cột {what}."),
        new("guide-fault-needs_column", "Choose a column to compute it of.", "Hãy chọn cột cần tính."),
        new(
            "guide-fault-not_summable",
            "This cannot be computed of {what}: it holds no numbers.",
            "Không tính được trên {what} vì cột này không phải số."
        ),
        new("guide-fault-no_time", "The table has no column of time.", "Bảng này không có cột thời gian."),
        new("guide-fault-not_a_number", "“{what}” is not a number.", "“{what}” không phải là số."),
        new(
            "guide-fault-not_a_time",
            "“{what}” is not a time. Write it like 2026-03-02 14:00, in UTC.",
            "“{what}” không phải là thời điểm. Hãy viết như 2026-03-02 14:00, theo giờ UTC."
        ),
        new(
            "guide-fault-not_a_duration",
            "“{what}” is not a duration. Write it like 5m, 2h or 00:05:00.",
            "“{what}” không phải là khoảng thời gian. Hãy viết như 5m, 2h hoặc 00:05:00."
        ),
        new("guide-fault-not_true_or_false", "Write true or false.", "Hãy viết true hoặc false."),
        new(
            "guide-fault-not_an_id",
            "“{what}” is not an id like 74be27de-1e4e-49d9-b579-fe0b331d3642.",
            "“{what}” không phải mã dạng 74be27de-1e4e-49d9-b579-fe0b331d3642."
        ),
        new(
            "guide-fault-not_ordered",
            "{what} has no order: ask whether it is a value.",
            "{what} không so sánh lớn nhỏ được, chỉ so bằng hoặc khác."
        ),
    ];
}
