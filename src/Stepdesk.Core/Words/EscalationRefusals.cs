namespace Stepdesk.Core.Words;

/// <summary>Why an escalation cannot go out as it is.</summary>
static class EscalationRefusals
{
    public static readonly Sentence[] All =
    [
        new(
            "refusal-escalation-is-incomplete",
            "Specialists would have to ask back. Still missing: {detail}.",
            "Chuyên gia sẽ phải hỏi lại. Còn thiếu: {detail}."
        ),
        new(
            "refusal-escalation-reaches-nobody",
            "Nobody would get this. Choose an active colleague, a team with people in it, or an address; you yourself do not count.",
            "Sẽ không có ai nhận được. Hãy chọn một đồng nghiệp đang hoạt động, một nhóm có người, hoặc một địa chỉ; không tính chính bạn."
        ),
        new(
            "refusal-escalate-after-resolution",
            "The ticket is resolved. If it does not work, record that first; then specialists can be asked.",
            "Phiếu đã được xử lý. Nếu vẫn chưa ổn, hãy ghi nhận điều đó trước rồi mới nhờ chuyên gia."
        ),
        new(
            "refusal-short-alert-is-not-promised",
            "The promises of this class know no short alert. Send the full package, or classify the ticket as an emergency.",
            "Cam kết của hạng này không có báo nhanh. Hãy gửi gói đầy đủ, hoặc xếp phiếu vào hạng khẩn cấp."
        ),
        new(
            "refusal-package-goes-to-who-got-the-alert",
            "The full package goes to whoever got the short alert. Leave out whom it is for, or escalate anew to ask somebody else.",
            "Gói đầy đủ được gửi cho chính những người đã nhận báo nhanh. Hãy bỏ trống phần người nhận, hoặc chuyển cấp mới để nhờ người khác."
        ),
        new(
            "refusal-no-package-is-owed",
            "No short alert of this ticket still owes its full package. Escalate anew instead.",
            "Phiếu không còn báo nhanh nào chờ gói đầy đủ. Hãy chuyển cấp mới."
        ),
        new(
            "refusal-since-is-in-the-future",
            "What has not begun yet cannot be escalated. Say since when it is so.",
            "Không thể chuyển cấp việc chưa xảy ra. Hãy ghi thời điểm bắt đầu."
        ),
        new(
            "refusal-summary-is-too-long",
            "Shorten the summary to 200 characters; details belong below it.",
            "Hãy rút ngắn tóm tắt còn tối đa 200 ký tự; chi tiết ghi ở các phần dưới."
        ),
        new(
            "refusal-pin-is-unknown",
            "There is nothing to pin at {detail} in this ticket's history. Name an entry with words or a file of it.",
            "Lịch sử phiếu không có gì để đính ở {detail}. Hãy chọn một mục có nội dung hoặc một tệp của mục đó."
        ),
        new(
            "refusal-pin-link-is-invalid",
            "This is no link that can be opened: {detail}. Write the whole address, beginning with https://.",
            "Đây không phải liên kết mở được: {detail}. Hãy ghi đầy đủ địa chỉ, bắt đầu bằng https://."
        ),
        new(
            "refusal-too-many-pins",
            "At most 20 pieces of evidence help. Choose the ones that matter.",
            "Tối đa 20 bằng chứng. Hãy chọn những mục quan trọng."
        ),
        new(
            "refusal-pin-note-is-too-long",
            "Shorten what is said about a piece of evidence to 500 characters.",
            "Hãy rút ngắn mô tả bằng chứng còn tối đa 500 ký tự."
        ),
        new(
            "refusal-no-such-escalation",
            "The ticket has no such escalation. Its list shows which there are.",
            "Phiếu không có yêu cầu chuyển cấp này. Hãy xem danh sách trên phiếu."
        ),
        new(
            "refusal-escalation-is-answered",
            "They have answered, so there is nothing to take back. Write to them instead.",
            "Họ đã trả lời nên không còn gì để rút lại. Hãy viết cho họ."
        ),
        new(
            "refusal-escalation-is-withdrawn",
            "This escalation was withdrawn. Escalate anew, or keep what they said as a note.",
            "Yêu cầu này đã được rút lại. Hãy chuyển cấp mới, hoặc ghi chú lại điều họ nói."
        ),
        new(
            "refusal-escalate-to-one",
            "Name one: a person, a team or an address.",
            "Chỉ chọn một: một người, một nhóm hoặc một địa chỉ."
        ),
    ];
}
