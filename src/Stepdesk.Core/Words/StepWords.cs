namespace Stepdesk.Core.Words;

/// <summary>What is said about going on although a step asks for more.</summary>
static class StepWords
{
    public static readonly Sentence[] All =
    [
        new("skipped", "skipped", "đã bỏ qua"),
        new("override-label", "Why it is done all the same", "Lý do vẫn thực hiện"),
        new(
            "override-hint",
            "Your name and the reason stay in the history and in the report of overrides.",
            "Tên bạn và lý do được lưu trong lịch sử và báo cáo ngoại lệ."
        ),
        new(
            "overridden-resolve-before-acknowledging",
            "{who} resolved it before the customer had an answer",
            "{who} xử lý xong khi khách hàng chưa được phản hồi"
        ),
        new(
            "overridden-resolve-before-diagnosis",
            "{who} resolved it without a diagnosis",
            "{who} xử lý xong khi chưa có chẩn đoán"
        ),
        new(
            "overridden-close-before-confirmation",
            "{who} closed it without the customer’s word",
            "{who} đóng phiếu khi khách hàng chưa xác nhận"
        ),
        new("overrides", "Overrides", "Ngoại lệ quy trình"),
        new(
            "overrides-lead",
            "What was done although a step asked for more: by whom, and why.",
            "Những việc đã làm khi bước còn thiếu điều kiện: ai làm và vì sao."
        ),
        new("no-overrides", "Nothing was overridden here.", "Không có ngoại lệ nào."),
        new("from-day", "From", "Từ ngày"),
        new("until-day", "Up to and including", "Đến hết ngày"),
        new("by-whom", "By whom", "Người thực hiện"),
        new("anybody", "Anybody", "Bất kỳ ai"),
        new("show", "Show", "Xem"),
    ];
}
