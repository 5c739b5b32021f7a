namespace Stepdesk.Core.Words;

/// <summary>What is said where people take tickets and agree on times.</summary>
static class QueueWords
{
    public static readonly Sentence[] All =
    [
        new("take-next", "Take the next one", "Nhận phiếu kế tiếp"),
        new("do-take", "Take it", "Nhận phiếu này"),
        new(
            "refusal-duplicate-of-a-duplicate",
            "One of the two is tied to a third ticket as its duplicate. Tie all reports of a fault to the one that was first.",
            "Một trong hai phiếu đã gắn trùng với phiếu thứ ba. Hãy gắn mọi phiếu báo cùng lỗi vào phiếu đầu tiên."
        ),
        new(
            "reply-to-all",
            "{names} read it too, each in a thread of their own.",
            "{names} cũng nhận được, mỗi người trong luồng thư riêng."
        ),
        new("reply-alone", "Only {who}", "Chỉ gửi {who}"),
        new(
            "reply-other-language",
            "{names}: {language}. Everybody gets your words as you write them; write in both languages, or send it to one only.",
            "{names}: {language}. Mọi người nhận đúng lời bạn viết; hãy viết bằng cả hai thứ tiếng, hoặc chỉ gửi cho một người."
        ),
        new(
            "refusal-value-is-unknown",
            "The value of '{detail}' is none of those there are.",
            "Giá trị của '{detail}' không có trong danh sách."
        ),
        new(
            "refusal-confirm-without-words",
            "Say what the customer said, and where: you confirm it for them.",
            "Hãy ghi khách hàng đã nói gì, ở đâu, vì bạn xác nhận thay họ."
        ),
        new(
            "refusal-original-is-cancelled",
            "The other ticket was cancelled, so nobody works on it. Reopen it first, or work on this one.",
            "Phiếu kia đã bị huỷ nên không ai xử lý. Hãy mở lại phiếu đó, hoặc xử lý phiếu này."
        ),
        new("refusal-number-is-unreadable", "Please write numbers in digits.", "Xin ghi số bằng chữ số."),
        new(
            "refusal-date-is-unreadable",
            "Please write dates as 2026-03-31 and times as 09:00.",
            "Xin ghi ngày theo dạng 2026-03-31 và giờ theo dạng 09:00."
        ),
        new(
            "refusal-date-is-too-far-away",
            "This is more than ten years away. Check the year.",
            "Thời điểm này cách hơn mười năm. Hãy kiểm tra lại năm."
        ),
        new(
            "refusal-taken-already",
            "Somebody else has this ticket. If it should be yours, assign it to yourself.",
            "Phiếu này đã có người nhận. Nếu phiếu thuộc về bạn, hãy phân công lại."
        ),
        new(
            "refusal-nothing-to-take",
            "Every open ticket has an owner.",
            "Mọi phiếu đang mở đều đã có người phụ trách."
        ),
    ];
}
