namespace Stepdesk.Core.Words;

/// <summary>Why the desk says no, and what to do instead.</summary>
static class RefusalWords
{
    public static readonly Sentence[] All =
    [
        new("refusal-no-such-ticket", "There is no such ticket.", "Không tìm thấy phiếu này."),
        new(
            "refusal-not-allowed",
            "Your role does not allow this. Ask a lead or an administrator.",
            "Vai trò của bạn không được làm việc này. Hãy nhờ trưởng nhóm hoặc quản trị viên."
        ),
        new(
            "refusal-ticket-is-closed",
            "The ticket is closed. Reopen it first.",
            "Phiếu đã đóng. Hãy mở lại phiếu trước."
        ),
        new("refusal-text-is-missing", "Write something first.", "Hãy nhập nội dung trước."),
        new(
            "refusal-text-is-too-long",
            "Shorten the text to 100,000 characters, or attach it as a file.",
            "Hãy rút ngắn nội dung còn tối đa 100.000 ký tự, hoặc đính kèm dưới dạng tệp."
        ),
        new(
            "refusal-involve-the-requester",
            "The requester hears of the ticket anyway. Choose somebody else, as a stakeholder or a specialist.",
            "Người yêu cầu đã được thông tin về phiếu. Hãy chọn người khác, là bên liên quan hoặc chuyên gia."
        ),
        new(
            "refusal-too-many-people-involved",
            "At most 100 people can be involved. Take somebody out first, or write to a group address.",
            "Tối đa 100 người tham gia. Hãy bỏ bớt người, hoặc dùng một địa chỉ nhóm."
        ),
        new(
            "refusal-audience-is-empty",
            "There is nobody in this audience yet. Involve somebody first.",
            "Chưa có ai trong nhóm người nhận này. Hãy thêm người trước."
        ),
        new(
            "refusal-brief-the-requester",
            "Write to the requester with a reply. Choose stakeholders or specialists here.",
            "Hãy dùng phần Trả lời để viết cho người yêu cầu. Ở đây chọn bên liên quan hoặc chuyên gia."
        ),
        new(
            "refusal-not-involved",
            "This person is not involved in the ticket. Involve them first.",
            "Người này không tham gia phiếu. Hãy thêm họ trước."
        ),
        new("refusal-reason-is-missing", "Say why.", "Hãy nêu lý do."),
        new(
            "refusal-ticket-has-changed",
            "Somebody changed the ticket meanwhile. Look at it again, then repeat your change.",
            "Phiếu vừa được người khác thay đổi. Hãy xem lại rồi thực hiện lại thay đổi của bạn."
        ),
        new(
            "refusal-key-was-used-before",
            "This idempotency key was already used for another request. Use a new key.",
            "Khoá chống trùng này đã dùng cho một yêu cầu khác. Hãy dùng khoá mới."
        ),
        new("refusal-title-is-missing", "Give the ticket a title.", "Hãy đặt tiêu đề cho phiếu."),
        new(
            "refusal-title-is-too-long",
            "Shorten the title to 200 characters.",
            "Hãy rút ngắn tiêu đề còn tối đa 200 ký tự."
        ),
        new(
            "refusal-reported-in-the-future",
            "The report cannot be later than now.",
            "Thời điểm báo không thể muộn hơn hiện tại."
        ),
        new(
            "refusal-affected-is-negative",
            "The number of people affected cannot be negative.",
            "Số người bị ảnh hưởng không thể âm."
        ),
        new(
            "refusal-affected-is-too-large",
            "The number of people affected cannot be larger than 1,000,000.",
            "Số người bị ảnh hưởng không thể lớn hơn 1.000.000."
        ),
        new(
            "refusal-no-such-clock",
            "This ticket has no such clock. Read the ticket for those it has.",
            "Phiếu này không có đồng hồ đó. Hãy xem các đồng hồ của phiếu."
        ),
        new(
            "refusal-no-such-calendar",
            "There is no such calendar. There are: {detail}.",
            "Không có lịch làm việc này. Hiện có: {detail}."
        ),
        new(
            "refusal-policy-has-changed",
            "Somebody edited the policy meanwhile. Read the latest version, then repeat your edit.",
            "Chính sách vừa được người khác sửa. Hãy đọc phiên bản mới nhất rồi sửa lại."
        ),
        new(
            "refusal-policy-class-is-missing",
            "Name each class of service exactly once ({detail}).",
            "Mỗi hạng dịch vụ phải có đúng một mục ({detail})."
        ),
        new(
            "refusal-policy-thresholds-are-out-of-order",
            "Priority must begin at one person or more, and Expedite at more people than Priority.",
            "Hạng Ưu tiên phải bắt đầu từ ít nhất một người, và hạng Khẩn cấp phải nhiều người hơn hạng Ưu tiên."
        ),
        new(
            "refusal-policy-time-is-impossible",
            "A promised time is at least one minute and at most 366 days, in whole seconds ({detail}).",
            "Thời gian cam kết phải từ 1 phút đến 366 ngày, tính bằng giây chẵn ({detail})."
        ),
        new(
            "refusal-policy-calendar-is-unknown",
            "The policy has no calendar named \"{detail}\". Add it, or name one it has.",
            "Chính sách không có lịch \"{detail}\". Hãy thêm lịch này hoặc chọn lịch đã có."
        ),
        new(
            "refusal-policy-calendar-needs-one-name",
            "Give every calendar a name of its own ({detail}).",
            "Hãy đặt cho mỗi lịch một tên riêng ({detail})."
        ),
        new(
            "refusal-no-such-policy",
            "There is no such version of the desk's policy. Name one from its list of versions.",
            "Không có phiên bản chính sách này. Hãy chọn một phiên bản trong danh sách."
        ),
        new(
            "refusal-wait-after-resolution",
            "The ticket is resolved: it waits for the customer's word already.",
            "Phiếu đã xử lý xong: hiện đang chờ khách hàng xác nhận."
        ),
        new(
            "refusal-class-without-justification",
            "Say why this class: how many people, or which date.",
            "Hãy nêu lý do chọn hạng này: bao nhiêu người, hoặc hạn nào."
        ),
        new(
            "refusal-deadline-is-missing",
            "A Fixed Deadline ticket needs its date and time.",
            "Phiếu Hạn cố định cần có ngày giờ cụ thể."
        ),
        new("refusal-deadline-has-passed", "The deadline must lie in the future.", "Hạn phải ở trong tương lai."),
        new(
            "refusal-tag-is-too-long",
            "A tag has at most 50 characters. This one has more: {detail}…",
            "Mỗi nhãn có tối đa 50 ký tự. Nhãn này dài hơn: {detail}…"
        ),
        new("refusal-category-is-too-long", "A category has at most 50 characters.", "Danh mục có tối đa 50 ký tự."),
        new("refusal-too-many-tags", "Use at most 20 tags.", "Chỉ dùng tối đa 20 nhãn."),
        new(
            "refusal-promised-update-has-passed",
            "The promised next update must lie in the future.",
            "Thời điểm hẹn cập nhật tiếp theo phải ở trong tương lai."
        ),
        new(
            "refusal-closed-long-ago",
            "The ticket was closed more than two weeks ago. Log a new one and link it.",
            "Phiếu đã đóng hơn hai tuần. Hãy tạo phiếu mới và liên kết với phiếu này."
        ),
        new(
            "refusal-trend-before-resolution",
            "Resolve the ticket before noting its trend.",
            "Hãy xử lý xong phiếu trước khi ghi xu hướng."
        ),
        new("refusal-solution-is-missing", "Say what was done.", "Hãy nêu đã làm gì."),
        new(
            "refusal-cause-is-missing",
            "Say what the cause was: a fix or a workaround names it.",
            "Hãy nêu nguyên nhân: khắc phục hoặc giải pháp tạm đều cần ghi nguyên nhân."
        ),
        new("refusal-forwarded-to-nobody", "Say to whom it was forwarded.", "Hãy nêu đã chuyển tiếp cho ai."),
        new(
            "refusal-duplicate-without-original",
            "Link the ticket to the original first, as a duplicate of it.",
            "Hãy liên kết phiếu này với phiếu gốc trước, dưới dạng bản trùng."
        ),
        new(
            "refusal-resolve-before-acknowledging",
            "Answer the customer before resolving the ticket.",
            "Hãy phản hồi khách hàng trước khi xử lý xong phiếu."
        ),
        new(
            "refusal-resolve-before-diagnosis",
            "Write down the diagnosis before the resolution.",
            "Hãy ghi chẩn đoán trước khi ghi cách xử lý."
        ),
        new(
            "refusal-resolved-already",
            "The ticket is resolved already and waits for the customer.",
            "Phiếu đã được xử lý và đang chờ khách hàng xác nhận."
        ),
        new(
            "refusal-confirm-before-resolution",
            "There is no solution to confirm yet.",
            "Chưa có cách xử lý nào để xác nhận."
        ),
        new(
            "refusal-dispute-before-resolution",
            "There is no solution to dispute yet.",
            "Chưa có cách xử lý nào để phản đối."
        ),
        new(
            "refusal-close-before-resolution",
            "Resolve the ticket before closing it.",
            "Hãy xử lý xong phiếu trước khi đóng."
        ),
        new(
            "refusal-close-before-confirmation",
            "The customer has not confirmed yet. A ticket closes only once they have.",
            "Khách hàng chưa xác nhận. Phiếu chỉ được đóng khi khách hàng đã xác nhận."
        ),
        new(
            "refusal-cancel-after-resolution",
            "The ticket is solved. Ask the customer to confirm, then close it.",
            "Phiếu đã được xử lý. Hãy đề nghị khách hàng xác nhận rồi đóng phiếu."
        ),
        new("refusal-reopen-before-closing", "The ticket is not closed.", "Phiếu chưa đóng."),
        new("refusal-link-to-itself", "A ticket cannot be linked to itself.", "Không thể liên kết phiếu với chính nó."),
        new("refusal-email-is-taken", "Somebody already has this address.", "Địa chỉ này đã có người dùng."),
        new("refusal-email-is-invalid", "This is not an e-mail address.", "Địa chỉ e-mail không hợp lệ."),
        new("refusal-name-is-missing", "Give a name.", "Hãy nhập tên."),
        new(
            "refusal-password-is-too-short",
            "Use a password of 12 to 128 characters.",
            "Hãy dùng mật khẩu từ 12 đến 128 ký tự."
        ),
        new(
            "refusal-desk-is-set-up",
            "This desk is set up already. Sign in.",
            "Hệ thống đã được thiết lập. Hãy đăng nhập."
        ),
        new("refusal-zone-is-unknown", "Choose a time zone.", "Hãy chọn múi giờ."),
        new("refusal-no-such-message", "The ticket has no such message.", "Phiếu không có thư này."),
        new(
            "refusal-desk-is-not-a-demo",
            "This folder holds a desk that is not a demo. Start without --demo, or name another folder with --data.",
            "Thư mục này chứa dữ liệu thật, không phải bản thử. Hãy chạy không kèm --demo, hoặc chọn thư mục khác bằng --data."
        ),
        new(
            "refusal-calendar-zone-is-unknown",
            "There is no time zone \"{detail}\". Give its IANA name, such as Asia/Ho_Chi_Minh.",
            "Không có múi giờ \"{detail}\". Hãy dùng tên IANA, ví dụ Asia/Ho_Chi_Minh."
        ),
        new(
            "refusal-calendar-window-is-malformed",
            "The window {detail} is not possible. It opens from 00:00 to 23:59 on a weekday and closes by 48:00; 30:00 is 06:00 on the next day.",
            "Khung giờ {detail} không hợp lệ. Khung giờ phải mở từ 00:00 đến 23:59 của một ngày trong tuần và đóng chậm nhất lúc 48:00; 30:00 là 06:00 hôm sau."
        ),
        new(
            "refusal-calendar-window-closes-before-it-opens",
            "The window {detail} closes before it opens. For work past midnight count on after 24:00, such as 22:00–30:00.",
            "Khung giờ {detail} đóng trước khi mở. Nếu làm việc qua nửa đêm, hãy đếm tiếp sau 24:00, ví dụ 22:00–30:00."
        ),
        new(
            "refusal-calendar-windows-overlap",
            "These windows overlap: {detail}. Let one end before the other begins, or make them one.",
            "Các khung giờ này chồng lên nhau: {detail}. Hãy để khung trước kết thúc trước khi khung sau bắt đầu, hoặc gộp thành một."
        ),
        new(
            "refusal-calendar-has-no-window",
            "This calendar never opens. Give it at least one window, or let it run around the clock.",
            "Lịch này không bao giờ mở. Hãy thêm ít nhất một khung giờ, hoặc cho chạy suốt ngày đêm."
        ),
        new(
            "refusal-calendar-never-opens",
            "From {detail} on this calendar does not open for more than 31 days. Take holidays out, or add windows.",
            "Từ ngày {detail}, lịch này không mở trong hơn 31 ngày liền. Hãy bớt ngày nghỉ hoặc thêm khung giờ."
        ),
        new(
            "refusal-holiday-file-is-too-large",
            "The file is larger than 1 MB. Export only the calendar of holidays, or fewer years.",
            "Tệp lớn hơn 1 MB. Hãy chỉ xuất lịch ngày nghỉ, hoặc xuất ít năm hơn."
        ),
        new(
            "refusal-holiday-file-is-no-calendar",
            "This is not an iCalendar file. Choose a file that ends in .ics, as calendars export it.",
            "Đây không phải tệp iCalendar. Hãy chọn tệp .ics do ứng dụng lịch xuất ra."
        ),
        new(
            "refusal-holiday-file-is-cut-off",
            "The file ends in the middle. Export or download it again.",
            "Tệp bị đứt giữa chừng. Hãy xuất hoặc tải lại tệp."
        ),
        new(
            "refusal-holiday-file-has-too-many-events",
            "The file has more than 2,000 events. Export only the calendar of holidays, or fewer years.",
            "Tệp có hơn 2.000 sự kiện. Hãy chỉ xuất lịch ngày nghỉ, hoặc xuất ít năm hơn."
        ),
        new(
            "refusal-holiday-file-repeats-too-often",
            "The events of this file repeat too often to be holidays. Take out those that repeat every day since long ago.",
            "Các sự kiện trong tệp lặp lại quá nhiều, không giống ngày nghỉ. Hãy bỏ những sự kiện lặp hằng ngày từ lâu."
        ),
        new(
            "refusal-holiday-years-are-too-many",
            "Choose from 1 to 20 years, the earlier year first.",
            "Hãy chọn từ 1 đến 20 năm, năm trước ghi trước."
        ),
    ];
}
