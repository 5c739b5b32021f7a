namespace Stepdesk.Core.Words;

/// <summary>The desk's own words: steps, classes, clocks, roles, events.</summary>
static class DeskWords
{
    public static readonly Sentence[] All =
    [
        new("step-reception", "Reception", "Tiếp nhận"),
        new("step-initial_response", "Initial response", "Phản hồi ban đầu"),
        new("step-diagnosis", "Diagnosis", "Chẩn đoán"),
        new("step-resolution", "Resolution", "Xử lý"),
        new("step-communication", "Communication", "Thông báo"),
        new("step-follow_up", "Follow-up", "Theo dõi"),
        new("step-trend_analysis", "Trend analysis", "Phân tích xu hướng"),
        new("class-standard", "Standard", "Tiêu chuẩn"),
        new("class-priority", "Priority", "Ưu tiên"),
        new("class-expedite", "Expedite", "Khẩn cấp"),
        new("class-fixed_deadline", "Fixed deadline", "Hạn cố định"),
        new("priority-low", "Low", "Thấp"),
        new("priority-normal", "Normal", "Bình thường"),
        new("priority-high", "High", "Cao"),
        new("priority-urgent", "Urgent", "Khẩn"),
        new("waiting-on-customer", "the customer", "khách hàng"),
        new("waiting-on-third_party", "a third party", "bên thứ ba"),
        new("waits-for-third_party", "Waits for a third party", "Đang chờ bên thứ ba"),
        new("change-logged", "logged", "đã tạo phiếu"),
        new("change-reclassified", "reclassified", "đổi hạng dịch vụ"),
        new("change-reassigned", "given to another team", "chuyển cho nhóm khác"),
        new("change-policy_applied", "other promises applied", "áp dụng cam kết khác"),
        new("clock-reception", "Logged", "Tiếp nhận"),
        new("clock-acknowledgement", "Acknowledge", "Phản hồi"),
        new("clock-next", "Due", "Đến hạn"),
        new("clock-update", "Next update", "Cập nhật tiếp"),
        new("clock-deadline", "Deadline", "Hạn cố định"),
        new("clock-resolution", "Resolve", "Xử lý xong"),
        new("clock-alert", "Alert specialists", "Báo chuyên gia"),
        new("clock-stakeholder_update", "Update stakeholders", "Cập nhật bên liên quan"),
        new("clock-package", "Full package owed", "Gửi gói đầy đủ"),
        new("clock-return", "Answer of specialists", "Chuyên gia trả lời"),
        new("clock-follow_up", "Closes without an answer", "Đóng nếu không phản hồi"),
    ];
}
