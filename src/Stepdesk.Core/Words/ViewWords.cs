namespace Stepdesk.Core.Words;

/// <summary>The names of the shipped lists of tickets.</summary>
static class ViewWords
{
    public static readonly Sentence[] All =
    [
        new("view-open", "Open", "Đang mở"),
        new("view-mine", "Mine", "Của tôi"),
        new("view-unassigned", "Unassigned", "Chưa phân công"),
        new("view-team", "My team", "Nhóm của tôi"),
        new("view-due", "Due", "Đến hạn"),
        new("view-waiting", "Waiting for customer", "Chờ khách hàng"),
        new("view-held", "Not told yet: approval", "Chưa báo: phê duyệt"),
        new("view-closed", "Closed", "Đã đóng"),
        new("view-all", "All tickets", "Tất cả phiếu"),
    ];
}
