namespace Stepdesk.Core.Words;

/// <summary>What happened to a ticket, as its timeline tells it.</summary>
static class EventWords
{
    public static readonly Sentence[] All =
    [
        new("event-reported", "{who} reported this", "{who} đã báo"),
        new("event-logged_for", "{who} logged this for {requester}", "{who} đã tạo phiếu giúp {requester}"),
        new("event-customer_wrote", "{who} wrote", "{who} đã viết"),
        new(
            "event-somebody_wrote",
            "{who} wrote, who is not the requester",
            "{who}, không phải người yêu cầu, đã viết"
        ),
        new("event-replied", "{who} replied", "{who} đã trả lời"),
        new(
            "event-replied_from",
            "Told to every reporter, from #{number}",
            "Đã báo cho mọi người báo lỗi, theo #{number}"
        ),
        new(
            "event-replied_promising",
            "{who} replied and promised an update by {at}",
            "{who} đã trả lời và hẹn cập nhật trước {at}"
        ),
        new("event-briefed", "{who} wrote to {to}", "{who} đã viết cho {to}"),
        new("event-party_wrote", "{who} answered ({as})", "{who} đã trả lời ({as})"),
        new("wrote-for", "{from} for {who}", "{from} thay {who}"),
        new("event-involved", "{who} involved {whom} ({as})", "{who} đã thêm {whom} ({as})"),
        new("event-released", "{who} no longer involves {whom}", "{who} đã bỏ {whom} khỏi phiếu"),
        new(
            "event-delivered_to",
            "The message to {to} was accepted for delivery",
            "Thư gửi {to} đã được nhận để chuyển đi"
        ),
        new("event-bounced_at", "A message did not reach {to} ({status})", "Một thư không đến được {to} ({status})"),
        new("event-noted", "{who} noted", "{who} đã ghi chú"),
        new("event-diagnosed", "{who} recorded the diagnosis", "{who} đã ghi chẩn đoán"),
        new("event-resolved", "{who} resolved it: {kind}", "{who} đã xử lý: {kind}"),
        new("event-resolved_from", "Resolved with #{number}", "Đã xử lý cùng phiếu #{number}"),
        new("event-confirmed", "{who} confirmed that it works", "{who} xác nhận đã ổn"),
        new(
            "event-confirmed_for",
            "{who} recorded that {requester} confirmed",
            "{who} ghi nhận {requester} đã xác nhận"
        ),
        new("event-disputed", "{who} says that it does not work", "{who} cho biết vẫn chưa ổn"),
        new("event-closed", "{who} closed the ticket", "{who} đã đóng phiếu"),
        new("event-reminded", "The desk asked again whether it works", "Hệ thống đã hỏi lại khách hàng xem đã ổn chưa"),
        new(
            "event-reminded_last",
            "The desk asked a last time whether it works; without an answer it closes the ticket {at}",
            "Hệ thống đã hỏi lần cuối; nếu không có phản hồi, phiếu sẽ đóng lúc {at}"
        ),
        new(
            "event-closed_unconfirmed",
            "Closed without confirmation: the customer did not answer",
            "Đóng khi chưa được xác nhận: khách hàng không phản hồi"
        ),
        new("event-reopened", "{who} reopened the ticket", "{who} đã mở lại phiếu"),
        new("event-cancelled", "{who} cancelled the ticket: {as}", "{who} đã huỷ phiếu: {as}"),
        new("event-trend_noted", "{who} recorded the trend", "{who} đã ghi xu hướng"),
        new("event-trend_none", "{who} looked for a trend and found none", "{who} đã xem xét và không thấy xu hướng"),
        new("event-automatic_received", "An automatic answer came in", "Nhận được một thư trả lời tự động"),
        new("event-classified", "{who} classified it as {class}: {why}", "{who} xếp hạng {class}: {why}"),
        new("event-assigned", "{who} assigned it to {to}", "{who} giao cho {to}"),
        new("event-assigned_both", "{who} assigned it to {to} in {team}", "{who} giao cho {to} thuộc {team}"),
        new("event-unassigned", "{who} took it from its owner", "{who} đã bỏ phân công"),
        new(
            "event-bounced",
            "A message did not reach the customer ({status})",
            "Một thư không đến được khách hàng ({status})"
        ),
        new("event-clock_broken", "Promise broken: {clock}, due {at}", "Trễ cam kết: {clock}, hạn {at}"),
        new(
            "event-clock_broken_by_change",
            "Promise broken by a change at {at}: {clock} ({because})",
            "Trễ cam kết do thay đổi lúc {at}: {clock} ({because})"
        ),
        new(
            "event-clock_overdue",
            "Promise still not kept after {time}: {clock}, due {at}",
            "Quá hạn {time} vẫn chưa thực hiện cam kết: {clock}, hạn {at}"
        ),
        new("event-waiting_started", "{who} waits for {on}: {why}", "{who} chờ {on}: {why}"),
        new("event-waiting_ended", "{who} went on with the work", "{who} tiếp tục xử lý"),
        new(
            "event-policy_applied",
            "{who} applied version {version} of the promises",
            "{who} đã áp dụng phiên bản cam kết {version}"
        ),
        new("event-clock_warned", "Promise due soon: {clock}, by {at}", "Cam kết sắp đến hạn: {clock}, trước {at}"),
        new("event-delivered", "The message was accepted for delivery", "Thư đã được nhận để chuyển đi"),
        new("event-linked", "{who} linked it: {kind} #{number}", "{who} liên kết: {kind} #{number}"),
        new(
            "event-told_apart",
            "{who} found that #{number} is about something else",
            "{who} xác định #{number} là việc khác"
        ),
        new("event-recounted", "#{number} speaks for {n} people now", "Phiếu #{number} nay có {n} người bị ảnh hưởng"),
        new("event-unlinked", "{who} removed the link to #{number}", "{who} bỏ liên kết với #{number}"),
        new("event-priority_set", "{who} set the priority to {to}", "{who} đặt mức ưu tiên {to}"),
        new("event-category_set", "{who} set the category to {to}", "{who} đặt danh mục {to}"),
        new("event-tags_set", "{who} set the tags to {to}", "{who} đặt nhãn {to}"),
        new("event-affected_set", "{who} set the people affected to {n}", "{who} đặt số người bị ảnh hưởng là {n}"),
        new(
            "event-affected_set_unknown",
            "{who} noted that nobody knows how many people are affected",
            "{who} ghi nhận chưa rõ bao nhiêu người bị ảnh hưởng"
        ),
        new("event-erased", "Personal text was erased", "Nội dung cá nhân đã được xoá"),
        new("event-other", "{who}: {name}", "{who}: {name}"),
    ];
}
