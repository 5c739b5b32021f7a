namespace Stepdesk.Core.Words;

/// <summary>What stands where a session is handed in, and on its debrief.</summary>
static class DebriefWords
{
    public static readonly Sentence[] All =
    [
        new("hand-in", "Hand in", "Nộp bài"),
        new(
            "hand-in-lead",
            "The record of what you did is complete already. The rest only you can say.",
            "Mọi việc bạn làm đã được ghi lại đầy đủ. Phần còn lại phải do bạn viết."
        ),
        new("hand-in-justification", "Why this class of service", "Vì sao chọn hạng dịch vụ này"),
        new(
            "hand-in-justification-hint",
            "How many people, which threshold, and why not the class beside it.",
            "Bao nhiêu người, thuộc ngưỡng nào, và vì sao không phải hạng bên cạnh."
        ),
        new("hand-in-reflection", "What would you do differently?", "Lần sau bạn sẽ làm gì khác?"),
        new(
            "hand-in-reflection-hint",
            "One concrete thing, tied to something that happened.",
            "Một việc cụ thể, gắn với điều đã xảy ra trong lượt này."
        ),
        new("hand-in-save", "Save", "Lưu"),
        new("hand-in-saved", "Saved at {at}", "Đã lưu lúc {at}"),
        new("hand-in-open", "The ticket is still open.", "Phiếu vẫn đang mở."),
        new("hand-in-other-open", "Ticket #{number} of {who} is still open.", "Phiếu #{number} của {who} vẫn đang mở."),
        new("hand-in-no-ticket", "No ticket has been logged.", "Chưa có phiếu nào được ghi."),
        new("hand-in-watching", "You are still watching.", "Bạn vẫn đang theo dõi."),
        new("hand-in-unwritten", "Not answered yet: “{what}”", "Chưa trả lời: “{what}”"),
        new(
            "hand-in-anyway",
            "You can hand in all the same; it then counts as it stands.",
            "Bạn vẫn có thể nộp; bài được tính đúng như hiện trạng."
        ),
        new("hand-in-do", "Hand in and end the session", "Nộp bài và kết thúc"),
        new("hand-in-back", "Back to the desk", "Về bàn hỗ trợ"),
        new("debrief", "Debrief", "Tổng kết"),
        new(
            "debrief-running",
            "This session still runs. The debrief opens once it has ended.",
            "Lượt này vẫn đang chạy. Phần tổng kết mở ra khi kết thúc."
        ),
        new("debrief-passes", "Passes so far; a mentor has the last word", "Đạt, chờ người hướng dẫn xác nhận"),
        new("debrief-fails", "Not passed yet", "Chưa đạt"),
        new("debrief-points", "{points} of {most} points", "{points}/{most} điểm"),
        new("debrief-mentor-lines", "Lines waiting for a mentor: {n}", "{n} tiêu chí chờ người hướng dẫn"),
        new("debrief-critical", "decisive", "bắt buộc"),
        new("debrief-verdicts", "Line by line", "Từng tiêu chí"),
        new("debrief-not-come-up", "Lines that did not come up: {n}", "Tiêu chí chưa có dịp xét: {n}"),
        new("debrief-rests-on", "Rests on", "Dựa trên"),
        new("debrief-against", "Against it", "Ngược lại"),
        new("debrief-timeline", "What happened", "Diễn biến"),
        new(
            "debrief-timeline-hint",
            "Marks show which lines rest on a moment.",
            "Dấu bên cạnh cho biết tiêu chí nào dựa vào thời điểm đó."
        ),
        new("debrief-curtain", "Behind the curtain", "Phía sau tình huống"),
        new("debrief-branch", "This time it was", "Lần này là"),
        new("debrief-unseen", "Never found out", "Chưa tìm ra"),
        new("debrief-unseen-none", "You found out all there was.", "Bạn đã tìm ra tất cả."),
        new("debrief-other-branches", "It could also have been", "Cũng có thể là"),
        new("debrief-all-branches", "It could have been", "Có thể là"),
        new(
            "debrief-branch-unknown",
            "This was done elsewhere, and its record does not show what the cause was: none is named here, and nothing is counted as not found out.",
            "Việc này được làm ở nơi khác và hồ sơ không cho biết nguyên nhân là gì, nên ở đây không nêu nguyên nhân nào và không kể điều gì là chưa tìm ra."
        ),
        new("debrief-model", "One good way", "Một cách làm tốt"),
        new(
            "debrief-model-hint",
            "Not the only one; what counts is what each line asks for.",
            "Không phải cách duy nhất; điều quan trọng là yêu cầu của từng tiêu chí."
        ),
        new("debrief-model-doer", "The engineer", "Người xử lý"),
        new("debrief-model-show", "Show it", "Xem cách làm"),
        new("outcome-met", "Met", "Đạt"),
        new("outcome-not_met", "Not met", "Chưa đạt"),
        new("outcome-violated", "Violated", "Vi phạm"),
        new("outcome-not_applicable", "Did not come up", "Không áp dụng lần này"),
        new("outcome-needs_mentor", "A mentor decides", "Chờ người hướng dẫn"),
        new("competence-reception", "Reception", "Tiếp nhận"),
        new("competence-classification", "Classification", "Phân loại"),
        new("competence-investigation", "Investigation", "Tìm hiểu"),
        new("competence-escalation", "Escalation", "Chuyển cấp"),
        new("competence-communication", "Communication", "Giao tiếp"),
        new("competence-verification", "Verification", "Kiểm tra lại"),
        new("competence-resolution", "Resolution", "Xử lý"),
        new("competence-closing", "Closing", "Đóng phiếu"),
        new("competence-trend", "Trend", "Xu hướng"),
    ];
}
