namespace Stepdesk.Core.Words;

/// <summary>Work with a fixed date: scope, questions, plan, negotiation and hand-over.</summary>
static class FixedWords
{
    public static readonly Sentence[] All =
    [
        new("fixed-work", "Work to the fixed date", "Công việc theo hạn cố định"),
        new("feasibility_verdict-unknown", "Too little is known to say", "Chưa đủ thông tin để kết luận"),
        new("feasibility_verdict-fits", "All of it fits", "Kịp toàn bộ"),
        new("feasibility_verdict-fits_without_nice", "The must-haves fit", "Kịp phần bắt buộc"),
        new("feasibility_verdict-does_not_fit", "It does not fit", "Không kịp"),
        new(
            "feasible-numbers",
            "{left} of working time are left ({calendar}); must-have {must}, nice-to-have {nice}",
            "Thời gian làm việc còn lại: {left} ({calendar}); bắt buộc {must}, nên có {nice}"
        ),
        new("feasible-date-passed", "The date has passed.", "Hạn đã qua."),
        new("feasible-no-scope", "Nobody wrote down yet what is wanted.", "Chưa ghi phạm vi công việc."),
        new(
            "feasible-not-estimated",
            "Some items have no estimate; they may take any time.",
            "Có mục chưa ước lượng thời gian."
        ),
        new(
            "feasible-must-too-much",
            "The must-haves take longer than what is left. Offer less, or agree on another date.",
            "Phần bắt buộc cần nhiều thời gian hơn số còn lại. Hãy đề xuất giảm phạm vi hoặc thoả thuận hạn khác."
        ),
        new(
            "feasible-nice-too-much",
            "Not all that would be nice can be made. Agree on which first.",
            "Không làm kịp hết phần nên có. Hãy thoả thuận mục nào làm trước."
        ),
        new("feasible-questions-open", "Questions are still open.", "Còn câu hỏi chưa được trả lời."),
        new(
            "feasible-approval-open",
            "An approval is not granted; that time is not in the count.",
            "Chưa có phê duyệt; thời gian chờ chưa được tính."
        ),
        new("feasible-waiting", "The desk waits for others meanwhile.", "Hiện đang chờ bên khác."),
        new("need-must_have", "Must-have", "Bắt buộc"),
        new("need-nice_to_have", "Nice-to-have", "Nên có"),
        new("scope-title", "Scope", "Phạm vi"),
        new("scope-none", "Not written down yet", "Chưa ghi"),
        new(
            "scope-must-label",
            "Must-have, one a line, with its working time: Enrolment by course – 3h",
            "Bắt buộc, mỗi dòng một mục kèm thời gian làm: Số ghi danh theo khoá – 3h"
        ),
        new("scope-nice-label", "Nice-to-have, one a line", "Nên có, mỗi dòng một mục"),
        new("tab-scope", "Change the scope", "Sửa phạm vi"),
        new("do-scope", "Write the scope down", "Ghi phạm vi"),
        new("questions-title", "Questions", "Câu hỏi"),
        new("question-open", "open", "chưa trả lời"),
        new("tab-question", "Note a question", "Ghi câu hỏi"),
        new("do-question", "Note the question", "Ghi câu hỏi"),
        new("question-label", "What has to be known; ask it with a reply", "Điều cần biết; hãy hỏi qua thư trả lời"),
        new("tab-clarify", "Note the answer", "Ghi câu trả lời"),
        new("do-clarify", "Note the answer", "Ghi câu trả lời"),
        new("clarify-label", "What was answered", "Nội dung trả lời"),
        new("plan-title", "Milestones, back from the date", "Các mốc, tính lùi từ hạn"),
        new(
            "plan-line",
            "{name}: {minutes}, begin by {begin}, done by {done}",
            "{name}: {minutes}, bắt đầu trước {begin}, xong trước {done}"
        ),
        new(
            "plan-old",
            "The date has moved since this was planned. Plan anew.",
            "Hạn đã thay đổi sau khi lập kế hoạch. Hãy lập lại."
        ),
        new("tab-plan", "Plan back from the date", "Lập các mốc từ hạn"),
        new("do-plan", "Plan", "Lập kế hoạch"),
        new(
            "plan-label",
            "Parts in their order, one a line, with their working time: Query – 2h",
            "Các phần theo thứ tự, mỗi dòng một phần kèm thời gian làm: Truy vấn – 2h"
        ),
        new("plan-buffer", "Free before the date", "Thời gian dự phòng trước hạn"),
        new("bargain-title", "Negotiation", "Thương lượng"),
        new("bargain_step-asked", "Asked for", "Được yêu cầu"),
        new("bargain_step-offered", "Offered", "Đã đề xuất"),
        new("bargain_step-agreed", "Agreed", "Đã thống nhất"),
        new("tab-bargain", "Write down a step", "Ghi một bước"),
        new("do-bargain", "Write it down", "Ghi lại"),
        new("bargain-step", "What it is", "Bước"),
        new("bargain-label", "What was asked for, offered or agreed", "Nội dung yêu cầu, đề xuất hoặc thống nhất"),
        new("bargain-by", "By whom, if not you", "Của ai, nếu không phải bạn"),
        new("handed-title", "Handed over", "Đã bàn giao"),
        new("handed-hash", "SHA-256", "SHA-256"),
        new("tab-handover", "Hand over", "Bàn giao"),
        new("do-handover", "Hand over", "Bàn giao"),
        new("handover-label", "What the requester reads", "Nội dung gửi người yêu cầu"),
        new(
            "handover-hint",
            "The file leaves with this message, and its SHA-256 stays in the history.",
            "Tệp được gửi kèm thư này và mã SHA-256 được lưu trong lịch sử."
        ),
        new("mail-handed", "What you received", "Nội dung bàn giao"),
        new("event-scope_set", "{who} wrote down the scope", "{who} đã ghi phạm vi"),
        new("event-question_noted", "{who} noted a question", "{who} đã ghi câu hỏi"),
        new("event-question_answered", "{who} noted an answer", "{who} đã ghi câu trả lời"),
        new("event-milestones_planned", "{who} planned back from the date", "{who} đã lập các mốc từ hạn"),
        new("event-negotiated", "{by}: {step}", "{by}: {step}"),
        new("event-handed_over", "{who} handed it over", "{who} đã bàn giao"),
        new("pinned-hand_over", "Hand-over", "Bàn giao"),
        new(
            "refusal-work-without-fixed-deadline",
            "This is for tickets with a fixed date. Classify the ticket as Fixed deadline first.",
            "Phần này dành cho phiếu có hạn cố định. Hãy xếp phiếu vào hạng Hạn cố định trước."
        ),
        new(
            "refusal-scope-without-must-have",
            "Say what must be there by the date: one must-have at least.",
            "Hãy ghi điều bắt buộc phải có đúng hạn: ít nhất một mục bắt buộc."
        ),
        new("refusal-too-many-scope-items", "At most 50 items. Put some together.", "Tối đa 50 mục. Hãy gộp bớt."),
        new(
            "refusal-scope-item-is-too-long",
            "Say each item in at most 300 characters.",
            "Mỗi mục ghi tối đa 300 ký tự."
        ),
        new(
            "refusal-estimate-is-impossible",
            "An estimate is between one minute and 60 days of 24 hours, such as 3h or 1h30m.",
            "Ước lượng từ một phút đến 60 ngày (24 giờ), ví dụ 3h hoặc 1h30m."
        ),
        new(
            "refusal-too-many-questions",
            "At most 50 questions. Put some together.",
            "Tối đa 50 câu hỏi. Hãy gộp bớt."
        ),
        new(
            "refusal-no-such-question",
            "The ticket has no such question. Its list shows which there are.",
            "Phiếu không có câu hỏi này. Hãy xem danh sách trên phiếu."
        ),
        new(
            "refusal-offer-before-asking",
            "Write down first what was asked for; an offer answers that.",
            "Hãy ghi điều được yêu cầu trước; đề xuất là để trả lời yêu cầu đó."
        ),
        new(
            "refusal-agree-before-offer",
            "Nothing is on the table to agree on. Write down the offer first.",
            "Chưa có đề xuất nào để thống nhất. Hãy ghi đề xuất trước."
        ),
        new(
            "refusal-bargain-name-is-too-long",
            "Shorten the name to 200 characters.",
            "Hãy rút ngắn tên còn tối đa 200 ký tự."
        ),
        new(
            "refusal-plan-without-parts",
            "Name at least one part of the work with its working time, such as: Query – 2h.",
            "Hãy ghi ít nhất một phần việc kèm thời gian làm, ví dụ: Truy vấn – 2h."
        ),
        new("refusal-too-many-milestones", "At most 30 parts. Put some together.", "Tối đa 30 phần. Hãy gộp bớt."),
        new(
            "refusal-milestone-name-is-too-long",
            "Name each part in at most 200 characters.",
            "Tên mỗi phần tối đa 200 ký tự."
        ),
        new(
            "refusal-plan-without-date",
            "There is no date to plan back from. Set the deadline with the class.",
            "Chưa có hạn để tính lùi. Hãy đặt hạn khi xếp hạng."
        ),
        new(
            "refusal-plan-begins-in-the-past",
            "This would have had to be begun already: {detail} of working time are missing. Shorten it, or agree on less.",
            "Lẽ ra phải bắt đầu từ trước: thời gian làm việc còn thiếu {detail}. Hãy rút ngắn hoặc thoả thuận giảm phạm vi."
        ),
        new(
            "refusal-hand-over-without-file",
            "Attach the file that is handed over, or name one that is on the ticket.",
            "Hãy đính kèm tệp cần bàn giao, hoặc chọn một tệp đã có trên phiếu."
        ),
    ];
}
