namespace Stepdesk.Core.Words;

/// <summary>What is said where people take tickets and agree on times.</summary>
static class QueueWords
{
    public static readonly Sentence[] All =
    [
        new("take-next", "Take the next one", "Nhận phiếu kế tiếp"),
        new("do-take", "Take it", "Nhận phiếu này"),
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
