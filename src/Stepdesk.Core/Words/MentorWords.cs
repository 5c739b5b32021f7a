namespace Stepdesk.Core.Words;

/// <summary>What mentors read of runs that go on, and of their own grading.</summary>
static class MentorWords
{
    public static readonly Sentence[] All =
    [
        new("live-send", "Send something in", "Đưa thêm việc vào lượt này"),
        new(
            "live-send-lead",
            "It happens at once by the run's clock. Whoever practises sees only what comes of it; that it came from you stands in the debrief. No line counts against them only because of it.",
            "Việc này diễn ra ngay theo đồng hồ của lượt. Người luyện tập chỉ thấy những gì xảy ra sau đó; khi xem lại lượt họ mới biết bạn đã đưa vào. Không tiêu chí nào bị tính là chưa đạt chỉ vì việc này."
        ),
        new("live-send-what", "What happens", "Chuyện gì xảy ra"),
        new("live-send-why", "Why", "Lý do"),
        new("live-send-why-hint", "Is read in the debrief.", "Hiển thị khi xem lại lượt."),
        new("live-send-do", "Send it in", "Đưa vào"),
        new(
            "live-send-none",
            "Nothing is left that could be sent into this run.",
            "Không còn việc nào có thể đưa vào lượt này."
        ),
        new("live-course", "What has happened so far", "Những gì đã xảy ra đến giờ"),
        new(
            "verdict-injected",
            "{said} This is so only because of what a mentor sent in ({what}), so the line is out of the sum.",
            "{said} Chỉ vì việc người hướng dẫn đưa thêm ({what}) mà tiêu chí chưa đạt, nên không tính vào tổng điểm."
        ),
    ];
}
