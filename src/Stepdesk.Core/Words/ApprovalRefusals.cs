namespace Stepdesk.Core.Words;

/// <summary>Why an approval cannot be asked for or decided as it is, and what it holds back.</summary>
static class ApprovalRefusals
{
    public static readonly Sentence[] All =
    [
        new(
            "refusal-approval-is-incomplete",
            "Nobody could decide on this. Still missing: {detail}.",
            "Người duyệt chưa thể quyết định. Còn thiếu: {detail}."
        ),
        new("part-approval-purpose", "what the approval is for", "mục đích xin phê duyệt"),
        new("part-approver", "who has to agree", "người duyệt"),
        new("part-approval-fields", "exactly what is asked for", "nội dung cụ thể cần duyệt"),
        new("part-approval-why", "why it is needed", "lý do cần"),
        new("part-approval-until", "until when it can be decided", "thời hạn quyết định"),
        new("part-approval-data-release", "the release of data", "việc cung cấp dữ liệu"),
        new("part-approval-account-reactivation", "the re-activation of an account", "việc mở lại tài khoản"),
        new("part-approval-other", "what was asked for", "nội dung đã xin duyệt"),
        new(
            "refusal-approval-is-awaited",
            "This waits for an approval: {detail}. Once it is granted you can go on. To decline or to forward is possible now.",
            "Còn chờ phê duyệt: {detail}. Khi được duyệt, bạn có thể tiếp tục. Hiện vẫn có thể từ chối hoặc chuyển tiếp."
        ),
        new(
            "refusal-approval-was-not-given",
            "An approval was asked for and not given: {detail}. Ask anew, or decline.",
            "Đã xin phê duyệt nhưng chưa được đồng ý: {detail}. Hãy xin lại, hoặc từ chối yêu cầu."
        ),
        new(
            "overridden-approval-is-awaited",
            "{who} went on although an approval was awaited",
            "{who} đã tiếp tục khi còn chờ phê duyệt"
        ),
        new(
            "overridden-approval-was-not-given",
            "{who} went on although an approval was not given",
            "{who} đã tiếp tục dù chưa được phê duyệt"
        ),
        new(
            "refusal-approval-after-resolution",
            "The ticket is resolved. If it does not work, record that first; then approval can be asked for.",
            "Phiếu đã được xử lý. Nếu vẫn chưa ổn, hãy ghi nhận điều đó trước rồi mới xin phê duyệt."
        ),
        new(
            "refusal-approval-of-own-request",
            "Nobody approves their own request: neither who asks nor whose ticket it is, nor who reported the same on a duplicate or merged ticket. Somebody else has to.",
            "Không ai tự duyệt yêu cầu của mình: cả người xin duyệt, người yêu cầu của phiếu lẫn người báo cùng việc ở phiếu trùng hoặc phiếu đã gộp. Cần một người khác duyệt."
        ),
        new(
            "refusal-approver-is-unknown",
            "One of these people is not known here, or no longer active. Choose from the list or name an address.",
            "Có người trong số này không có trong hệ thống hoặc không còn hoạt động. Hãy chọn trong danh sách hoặc ghi địa chỉ."
        ),
        new(
            "refusal-too-many-approvers",
            "At most 10 people can be asked at once.",
            "Chỉ có thể xin tối đa 10 người một lần."
        ),
        new(
            "refusal-too-many-approval-fields",
            "At most 50 things can be asked for at once. Split the request.",
            "Chỉ có thể xin tối đa 50 mục một lần. Hãy tách yêu cầu."
        ),
        new(
            "refusal-approval-field-is-too-long",
            "Name each thing in at most 200 characters; the reason has room for more.",
            "Mỗi mục ghi tối đa 200 ký tự; phần lý do có thể ghi dài hơn."
        ),
        new(
            "refusal-approval-until-has-passed",
            "The time to decide has passed already. Name one to come.",
            "Thời hạn quyết định đã qua. Hãy chọn thời điểm sắp tới."
        ),
        new(
            "refusal-no-such-approval",
            "The ticket has no such request for approval. Its list shows which there are.",
            "Phiếu không có yêu cầu phê duyệt này. Hãy xem danh sách trên phiếu."
        ),
        new(
            "refusal-approval-asks-others",
            "Somebody else was asked for this approval. Only they decide, each for themselves.",
            "Yêu cầu này xin người khác duyệt. Chỉ những người đó quyết định, mỗi người cho phần mình."
        ),
        new(
            "refusal-approval-is-decided",
            "This was decided already, and a decision stands. Should it be wrong, ask for approval anew.",
            "Đã có quyết định và không đổi lại được. Nếu cần khác đi, hãy xin phê duyệt lại."
        ),
        new(
            "refusal-approval-is-settled",
            "Others have decided; nothing hangs on this word any more.",
            "Đã có quyết định của người khác; không cần thêm ý kiến nữa."
        ),
        new(
            "refusal-approval-has-lapsed",
            "The time to decide is over. Ask for approval anew.",
            "Đã quá thời hạn quyết định. Hãy xin phê duyệt lại."
        ),
        new(
            "refusal-approval-is-withdrawn",
            "This request was withdrawn. There is nothing to decide.",
            "Yêu cầu này đã được rút lại. Không còn gì để quyết định."
        ),
        new(
            "refusal-approval-without-words",
            "Write how you know that they agree: when and where they said so.",
            "Hãy ghi bạn biết họ đồng ý bằng cách nào: họ nói khi nào, ở đâu."
        ),
        new(
            "refusal-approver-address-is-invalid",
            "This is no address: {detail}. Write one address a line.",
            "Đây không phải địa chỉ thư: {detail}. Hãy ghi mỗi dòng một địa chỉ."
        ),
        new(
            "refusal-address-is-the-desks-own",
            "{detail} is an address of this desk itself, where nobody would answer. Give the address of a person.",
            "{detail} là địa chỉ của chính bàn hỗ trợ này, gửi đến đó sẽ không ai trả lời. Hãy ghi địa chỉ của một người."
        ),
    ];
}
