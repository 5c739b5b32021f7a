namespace Stepdesk.Core.Words;

/// <summary>Asking other systems for a ticket, and keeping what they said.</summary>
static class LookupWords
{
    public static readonly Sentence[] All =
    [
        new("tab-lookup", "Look up", "Tra cứu"),
        new("do-lookup", "Look it up", "Tra cứu"),
        new(
            "lookup-hint",
            "What a system answers is kept on this ticket with who asked and when. Customers do not see it.",
            "Kết quả được lưu vào phiếu, kèm người tra cứu và thời điểm. Khách hàng không nhìn thấy."
        ),
        new("lookup-remark", "What it shows (optional)", "Kết quả này cho thấy gì (không bắt buộc)"),
        new("lookup-optional", "optional", "không bắt buộc"),
        new("lookup-nothing", "Nothing was found.", "Không tìm thấy."),
        new("lookup-asked", "looked up {at}", "tra cứu lúc {at}"),
        new("lookup-answer", "The answer", "Kết quả tra cứu"),
        new("lookup-how", "How this was found", "Nguồn của kết quả"),
        new("lookup-system", "System", "Hệ thống"),
        new(
            "lookup-personal",
            "About a person: masked wherever others than colleagues read it",
            "Thông tin cá nhân: được che khi gửi ra ngoài nhóm hỗ trợ"
        ),
        new("lookup-simulated", "simulated", "mô phỏng"),
        new("lookup-on-ticket", "Look up on the ticket", "Tra cứu trên phiếu"),
        new("tab-account", "Account", "Tài khoản"),
        new("do-account", "Do it now", "Thực hiện"),
        new("do-account-again", "Try again", "Thử lại"),
        new("do-account-done", "It was done", "Đã được thực hiện"),
        new("do-account-not-done", "It was not done", "Chưa được thực hiện"),
        new(
            "account-hint",
            "The system does this at once. That you asked for it, and what came of it, stays on the ticket.",
            "Hệ thống sẽ thực hiện ngay. Yêu cầu của bạn và kết quả được lưu trên phiếu."
        ),
        new(
            "account-confirm",
            "I have checked that this is the right account and that it may be done",
            "Tôi đã kiểm tra đúng tài khoản và việc này được phép làm"
        ),
        new("account-approval", "needs approval", "cần phê duyệt"),
        new("account-approval-ask", "Ask for approval", "Xin phê duyệt"),
        new(
            "account-unknown",
            "Nobody knows whether this was done: {title}. Trying again is safe, the system does it once. Or say how it ended, if you found out.",
            "Chưa rõ đã thực hiện hay chưa: {title}. Có thể thử lại an toàn, hệ thống chỉ làm một lần. Nếu bạn đã biết kết quả, hãy ghi lại."
        ),
        new("account-on-ticket", "To the accounts on the ticket", "Đến phần tài khoản trên phiếu"),
        new("account-log-first", "Log the report first.", "Hãy ghi phiếu trước."),
        new("event-account_act_asked", "{who} asked {system} for: {title}", "{who} yêu cầu {system}: {title}"),
        new("event-account_act_done", "{system} did it: {title}", "{system} đã thực hiện: {title}"),
        new("event-account_act_not_done", "{system} did not do it: {title}", "{system} không thực hiện: {title}"),
        new(
            "event-account_act_done_said",
            "{who} found that {system} did it: {title}",
            "{who} xác nhận {system} đã thực hiện: {title}"
        ),
        new(
            "event-account_act_not_done_said",
            "{who} found that {system} did not do it: {title}",
            "{who} xác nhận {system} không thực hiện: {title}"
        ),
        new(
            "event-account_act_unknown",
            "Nobody knows whether {system} did it: {title}",
            "Chưa rõ {system} đã thực hiện hay chưa: {title}"
        ),
        new(
            "refusal-account-act-not-confirmed",
            "Tick that you have checked the account. It is done at once and cannot be taken back here.",
            "Hãy đánh dấu là đã kiểm tra tài khoản. Việc này được thực hiện ngay và không thể hoàn tác tại đây."
        ),
        new(
            "refusal-account-act-needs-approval",
            "This needs an approval for re-activating an account. Ask for one; each is good for one act.",
            "Việc này cần được phê duyệt mở lại tài khoản. Hãy xin phê duyệt; mỗi lần duyệt dùng cho một thao tác."
        ),
        new(
            "refusal-account-act-is-under-way",
            "The same was asked for this account, and nobody knows whether it was done. Try that again, or say how it ended.",
            "Yêu cầu này đã được gửi cho cùng tài khoản và chưa rõ kết quả. Hãy thử lại yêu cầu đó, hoặc ghi lại kết quả."
        ),
        new("refusal-account-act-is-unknown", "There is no such act on this ticket.", "Phiếu không có thao tác này."),
        new(
            "refusal-account-action-is-unknown",
            "This system does no such thing. GET /lookups lists what it does ({detail}).",
            "Hệ thống này không có thao tác như vậy. GET /lookups liệt kê các thao tác ({detail})."
        ),
        new(
            "refusal-account-act-was-not-done",
            "It was not done; the timeline says why.",
            "Việc này chưa được thực hiện; xem lý do trên dòng thời gian."
        ),
        new(
            "refusal-account-act-has-no-answer",
            "The system did not answer, so nobody knows whether it was done. Try again: it is done once.",
            "Hệ thống không trả lời nên chưa rõ đã thực hiện hay chưa. Hãy thử lại: việc này chỉ được làm một lần."
        ),
        new("event-looked_up", "{who} looked up {source}", "{who} đã tra cứu: {source}"),
        new(
            "refusal-lookup-system-is-unknown",
            "There is no system of this name to look up. GET /lookups lists what there is ({detail}).",
            "Không có hệ thống tra cứu tên này. GET /lookups liệt kê các hệ thống hiện có ({detail})."
        ),
        new(
            "refusal-lookup-parameter-is-unknown",
            "The question names a value that this system does not ask for: {detail}.",
            "Câu hỏi có giá trị mà hệ thống này không dùng: {detail}."
        ),
        new("refusal-lookup-value-is-missing", "Fill in: {detail}.", "Hãy điền: {detail}."),
        new(
            "refusal-lookup-value-is-too-long",
            "Shorten to 200 characters: {detail}.",
            "Hãy rút ngắn còn tối đa 200 ký tự: {detail}."
        ),
        new(
            "refusal-lookup-value-is-no-email",
            "Write one mail address, such as lan@customer.example: {detail}.",
            "Hãy nhập một địa chỉ email, ví dụ lan@customer.example: {detail}."
        ),
        new(
            "refusal-lookup-value-is-no-number",
            "Write a whole number: {detail}.",
            "Hãy nhập một số nguyên: {detail}."
        ),
        new(
            "refusal-lookup-value-is-no-code",
            "Use letters a to z, digits, dots, dashes and underscores only: {detail}.",
            "Chỉ dùng chữ cái a đến z, chữ số, dấu chấm, gạch ngang và gạch dưới: {detail}."
        ),
        new(
            "refusal-lookup-value-does-not-fit",
            "This system cannot be asked for such a value. Check: {detail}.",
            "Không thể tra cứu với giá trị này. Hãy kiểm tra lại: {detail}."
        ),
        new(
            "refusal-lookup-is-busy",
            "The system asks to be left alone. Try again in {detail} seconds.",
            "Hệ thống đang quá tải. Hãy thử lại sau {detail} giây."
        ),
        new(
            "refusal-lookup-took-too-long",
            "The system took too long to answer. Try again in a moment.",
            "Hệ thống trả lời quá lâu. Hãy thử lại sau ít phút."
        ),
        new(
            "refusal-lookup-cannot-be-reached",
            "The system cannot be reached. Try again; if it lasts, an administrator should check the network and the address in the settings.",
            "Không kết nối được tới hệ thống. Hãy thử lại; nếu vẫn lỗi, quản trị viên cần kiểm tra mạng và địa chỉ trong cấu hình."
        ),
        new(
            "refusal-lookup-is-failing",
            "The system failed by itself ({detail}). Try again in a moment.",
            "Hệ thống đang gặp lỗi ({detail}). Hãy thử lại sau ít phút."
        ),
        new(
            "refusal-lookup-not-let-in",
            "The system did not let this desk in ({detail}). An administrator should check the secret in the settings.",
            "Hệ thống không cho phép truy cập ({detail}). Quản trị viên cần kiểm tra khoá bí mật trong cấu hình."
        ),
        new(
            "refusal-lookup-not-found",
            "The system has nothing at this address ({detail}). Check what you typed. If this is how it says that there is no such account, an administrator can set NothingIs404.",
            "Hệ thống không có gì ở địa chỉ này ({detail}). Hãy kiểm tra lại giá trị đã nhập. Nếu đây là cách hệ thống báo không có tài khoản, quản trị viên có thể bật NothingIs404."
        ),
        new(
            "refusal-lookup-was-led-away",
            "The system wanted to lead this desk elsewhere ({detail}), which it does not follow. An administrator should correct the address in the settings.",
            "Hệ thống chuyển hướng sang nơi khác ({detail}) nên yêu cầu đã bị dừng. Quản trị viên cần sửa địa chỉ trong cấu hình."
        ),
        new(
            "refusal-lookup-answer-is-too-large",
            "The answer is larger than the settings allow. Ask for something narrower, or let an administrator raise Largest.",
            "Kết quả lớn hơn mức cho phép trong cấu hình. Hãy tra cứu hẹp hơn, hoặc nhờ quản trị viên tăng Largest."
        ),
        new(
            "refusal-lookup-answer-is-empty",
            "The system answered without saying anything. Try again; if it lasts, an administrator should check the address in the settings.",
            "Hệ thống trả lời nhưng không có nội dung. Hãy thử lại; nếu vẫn vậy, quản trị viên cần kiểm tra địa chỉ trong cấu hình."
        ),
        new(
            "refusal-lookup-answer-is-unreadable",
            "What came back is no JSON. Try again; if it lasts, an administrator should check what stands between.",
            "Phản hồi không phải JSON. Hãy thử lại; nếu vẫn lỗi, quản trị viên cần kiểm tra thiết bị trung gian."
        ),
        new(
            "refusal-lookup-answer-lacks-fields",
            "The answer has none of the fields that are set up ({detail}). An administrator should compare them with what the system says.",
            "Kết quả không có trường nào đã cấu hình ({detail}). Quản trị viên cần đối chiếu với phản hồi của hệ thống."
        ),
        new(
            "refusal-lookup-answer-is-unexpected",
            "The system answered in a way this desk does not know ({detail}). An administrator should check the address in the settings.",
            "Hệ thống trả lời theo cách không nhận biết được ({detail}). Quản trị viên cần kiểm tra địa chỉ trong cấu hình."
        ),
    ];
}
