namespace Stepdesk.Core.Words;

/// <summary>Alarms: when they go off, whom they tell and how, the mails they send, and which a policy may not have.</summary>
static class AlarmWords
{
    public static readonly Sentence[] All =
    [
        new("alarms", "Alarms", "Cảnh báo"),
        new("alarm-for", "{class}, {clock}", "{class}, {clock}"),
        new("alarms-title", "Alarms", "Cảnh báo"),
        new(
            "alarms-lead",
            "Who is told when a promise is about to break, breaks, or is still not kept. A row that is “not used” is left out; two free rows stand at the end.",
            "Ai được báo khi cam kết sắp trễ, đã trễ, hoặc vẫn chưa thực hiện. Dòng “không dùng” sẽ được bỏ; cuối trang luôn có hai dòng trống."
        ),
        new("alarm-number", "Alarm {n}", "Cảnh báo {n}"),
        new("alarm-when", "When", "Khi nào"),
        new("alarm-when-never", "not used", "không dùng"),
        new("alarm-when-percent", "percent of the time gone", "hết số % thời gian"),
        new("alarm-when-before", "before the deadline", "trước hạn"),
        new("alarm-when-breach", "at the breach", "khi trễ hạn"),
        new("alarm-when-after", "after the breach", "sau khi trễ hạn"),
        new("alarm-much", "How much: 80 % or 15 min", "Bao nhiêu: 80 % hoặc 15 phút"),
        new("alarm-to", "Tell", "Báo cho"),
        new("alarm-by", "By", "Qua"),
        new("every-class", "every class", "mọi hạng"),
        new("every-clock", "every clock", "mọi đồng hồ"),
        new("level-percent", "{n}% of the time gone", "Hết {n}% thời gian"),
        new("level-before", "{time} before the deadline", "Trước hạn {time}"),
        new("level-breach", "At the breach", "Khi trễ hạn"),
        new("level-after", "{time} after the breach", "Sau khi trễ {time}"),
        new("level-over", "passed", "đã qua"),
        new("recipient-owner", "owner", "người phụ trách"),
        new("recipient-team", "team", "nhóm"),
        new("recipient-leads", "leads", "trưởng nhóm"),
        new("recipient-stakeholders", "stakeholders", "bên liên quan"),
        new("means-notice", "notice", "thông báo"),
        new("means-mail", "mail", "thư"),
        new("means-chat", "chat", "tin nhắn"),
        new("alarm-tells", "{to}, by {by}", "{to}, qua {by}"),
        new("mail-alarm-clock_warned", "[#{number}] Due soon: {clock}", "[#{number}] Sắp đến hạn: {clock}"),
        new("mail-alarm-clock_broken", "[#{number}] Promise broken: {clock}", "[#{number}] Trễ cam kết: {clock}"),
        new("mail-alarm-clock_overdue", "[#{number}] Still overdue: {clock}", "[#{number}] Vẫn quá hạn: {clock}"),
        new(
            "mail-alarm-text-clock_warned",
            "A promise on ticket #{number} is due soon.",
            "Một cam kết của phiếu #{number} sắp đến hạn."
        ),
        new(
            "mail-alarm-text-clock_broken",
            "A promise on ticket #{number} was broken.",
            "Một cam kết của phiếu #{number} đã trễ hạn."
        ),
        new(
            "mail-alarm-text-clock_overdue",
            "A promise on ticket #{number} was broken a while ago and is still not kept.",
            "Một cam kết của phiếu #{number} đã trễ hạn và đến nay vẫn chưa được thực hiện."
        ),
        new("mail-alarm-facts", "Promise: {clock}\nDeadline: {time}", "Cam kết: {clock}\nHạn: {time}"),
        new("mail-alarm-title", "Ticket: {title}", "Phiếu: {title}"),
        new("mail-alarm-open", "Open the ticket:", "Mở phiếu:"),
        new(
            "mail-alarm-automatic",
            "The desk wrote this mail by itself. Please do not answer it: nobody reads the answers.",
            "Thư này do hệ thống tự động gửi. Xin Anh/Chị không trả lời, vì thư trả lời sẽ không có người đọc."
        ),
        new(
            "refusal-policy-has-too-many-alarms",
            "A policy may have at most 100 alarms. Take some out, or let one serve every class or clock.",
            "Một chính sách có tối đa 100 mức cảnh báo. Hãy bỏ bớt, hoặc dùng một mức chung cho mọi hạng hay đồng hồ."
        ),
        new(
            "refusal-policy-alarm-time-is-impossible",
            "Give an alarm either a percentage from 1 to 99 or an offset from the deadline of at most 366 days, not both ({detail}).",
            "Mỗi cảnh báo cần một trong hai: tỷ lệ từ 1 đến 99 phần trăm, hoặc khoảng cách tới hạn tối đa 366 ngày ({detail})."
        ),
        new(
            "refusal-policy-alarm-reaches-nobody",
            "Say whom the alarm tells, and by what, such as notice or mail ({detail}).",
            "Hãy nêu cảnh báo gửi cho ai và qua đâu, chẳng hạn thông báo hoặc thư ({detail})."
        ),
        new(
            "refusal-policy-alarm-to-stakeholders-by-notice",
            "Notices are read at the desk, where stakeholders are not. Tell them by mail as well ({detail}).",
            "Thông báo chỉ đọc được trong hệ thống, mà bên liên quan thường không dùng. Hãy gửi thêm bằng thư ({detail})."
        ),
        new(
            "refusal-policy-alarm-clock-cannot-break",
            "The follow-up is the customer's time and breaks no promise: it has no alarms ({detail}).",
            "Thời gian chờ khách hàng xác nhận không phải là cam kết nên không có cảnh báo ({detail})."
        ),
        new(
            "refusal-policy-alarm-by-chat",
            "No chat channel takes alarms at this desk. Choose notice or mail, or have a channel set up for alarms ({detail}).",
            "Hệ thống chưa có kênh chat nào nhận cảnh báo. Hãy chọn thông báo hoặc thư, hoặc nhờ người vận hành thiết lập một kênh ({detail})."
        ),
    ];
}
