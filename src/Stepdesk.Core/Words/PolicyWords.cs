namespace Stepdesk.Core.Words;

/// <summary>What stands on the pages of promises and calendars, and how a policy is said in words.</summary>
static class PolicyWords
{
    public static readonly Sentence[] All =
    [
        new("written-days", "{n} d", "{n} ngày"),
        new("written-hours", "{n} h", "{n} giờ"),
        new("written-minutes", "{n} min", "{n} phút"),
        new("written-seconds", "{n} s", "{n} giây"),
        new("day-monday", "Monday", "Thứ Hai"),
        new("day-tuesday", "Tuesday", "Thứ Ba"),
        new("day-wednesday", "Wednesday", "Thứ Tư"),
        new("day-thursday", "Thursday", "Thứ Năm"),
        new("day-friday", "Friday", "Thứ Sáu"),
        new("day-saturday", "Saturday", "Thứ Bảy"),
        new("day-sunday", "Sunday", "Chủ Nhật"),
        new("the-whole-desk", "The desk", "Bàn hỗ trợ"),
        new("priority-from", "Priority from", "Ưu tiên từ"),
        new("expedite-from", "Expedite from", "Khẩn cấp từ"),
        new("promise-log", "Log within", "Ghi nhận trong"),
        new("promise-acknowledge", "Acknowledge within", "Phản hồi ban đầu trong"),
        new("promise-update", "Update the requester", "Cập nhật người yêu cầu"),
        new("promise-resolve", "Resolve within", "Xử lý xong trong"),
        new("promise-alert", "Alert specialists within", "Báo chuyên gia trong"),
        new("promise-package", "Full package after a short alert", "Gửi gói đầy đủ sau báo nhanh"),
        new("promise-return", "Specialists' answer", "Chuyên gia trả lời"),
        new("promise-update-stakeholders", "Update stakeholders", "Cập nhật bên liên quan"),
        new("promise-follow-up", "Ask for the customer's word", "Hỏi lại khách hàng"),
        new("promised-working", "{promise} (working time)", "{promise} (giờ làm việc)"),
        new("promised-elapsed", "{promise} (every hour counts)", "{promise} (tính mọi giờ)"),
        new("promised-every", "every {time}", "mỗi {time}"),
        new("promised-every-and-waiting", "every {time}, {waiting} while waiting", "mỗi {time}, khi chờ là {waiting}"),
        new(
            "promised-reminders",
            "again after {reminders}; closed {close} later",
            "nhắc lại sau {reminders}; đóng sau {close} nữa"
        ),
        new("promised-close", "no reminder; closed after {close}", "không nhắc; đóng sau {close}"),
        new("not-promised", "not promised", "không cam kết"),
        new("calendar", "Calendar", "Lịch làm việc"),
        new("calendar-of-team", "the team's, else the desk's", "của nhóm, nếu không thì của bàn hỗ trợ"),
        new("calendar-of-desk", "the desk's", "của bàn hỗ trợ"),
        new("calendar-named", "Calendar “{name}”", "Lịch “{name}”"),
        new("opening-time", "Open", "Mở"),
        new("around-the-clock", "around the clock", "suốt ngày đêm"),
        new("in-windows", "in the windows below", "theo các khung giờ bên dưới"),
        new("holiday-on", "Holiday {date}", "Ngày nghỉ {date}"),
        new("holiday-unnamed", "without a name", "không tên"),
        new("counting-working", "of working time", "giờ làm việc"),
        new("counting-elapsed", "every hour counts", "tính mọi giờ"),
        new("counts-as", "What counts", "Cách tính"),
        new("while-waiting", "while waiting for others", "khi chờ bên khác"),
        new("reminders", "Remind after, with commas between", "Nhắc lại sau, cách nhau bằng dấu phẩy"),
        new("close-after", "Close when nobody answers after", "Đóng nếu không ai trả lời sau"),
        new("policy", "Promises", "Cam kết"),
        new(
            "policy-lead",
            "What the desk promises on each class of service. New tickets take the latest version; tickets that run keep theirs until another is applied to them.",
            "Những gì bàn hỗ trợ cam kết cho từng hạng dịch vụ. Phiếu mới theo phiên bản mới nhất; phiếu đang chạy giữ phiên bản cũ cho đến khi áp dụng phiên bản khác."
        ),
        new("policy-version", "Version {n}", "Phiên bản {n}"),
        new("policy-latest", "in force", "đang áp dụng"),
        new("policy-shipped", "Shipped promises", "Cam kết có sẵn"),
        new("policy-old", "This is an older version. The latest is {n}.", "Đây là phiên bản cũ. Mới nhất là {n}."),
        new("policy-edit", "Edit the promises", "Sửa cam kết"),
        new("policy-versions", "Versions", "Các phiên bản"),
        new("policy-by", "{at}, by {who}", "{at}, {who}"),
        new("policy-changed", "What it changed", "Những thay đổi"),
        new("policy-first", "The first version; nothing stood before it.", "Phiên bản đầu tiên; trước đó chưa có."),
        new("policy-other", "The desk, teams, alarms and calendars", "Bàn hỗ trợ, nhóm, cảnh báo và lịch"),
        new("policy-promise", "Promise", "Cam kết"),
        new(
            "policy-edit-lead",
            "Write times with their unit: 30 min, 2 h, 1 d. A day is always 24 hours; leave a field empty to promise nothing.",
            "Ghi thời gian kèm đơn vị: 30 phút, 2 giờ, 1 ngày. Một ngày luôn là 24 giờ; để trống nếu không cam kết."
        ),
        new("policy-thresholds", "Which class how many people make", "Số người quyết định hạng nào"),
        new(
            "policy-not-right",
            "Some fields need another look; what is right stands beside each.",
            "Một số ô cần xem lại; cách ghi đúng nằm cạnh từng ô."
        ),
        new("policy-review", "See what changes", "Xem thay đổi"),
        new("policy-review-title", "What version {n} changes", "Phiên bản {n} thay đổi những gì"),
        new(
            "policy-nothing",
            "Nothing differs from version {n}. There is nothing to save.",
            "Không có gì khác phiên bản {n}. Không cần lưu."
        ),
        new("policy-go-on", "Go on editing", "Sửa tiếp"),
        new("policy-save", "Save as version {n}", "Lưu thành phiên bản {n}"),
        new(
            "policy-meanwhile",
            "Version {n} was saved while you were editing. Nothing was overwritten: your edit now stands on it. Look at it again before you save.",
            "Phiên bản {n} đã được lưu trong lúc bạn sửa. Không có gì bị ghi đè: phần sửa của bạn giờ dựa trên phiên bản đó. Hãy xem lại trước khi lưu."
        ),
        new("policy-meanwhile-changes", "What was changed meanwhile", "Những gì vừa được thay đổi"),
        new(
            "policy-saved",
            "Version {n} is saved and holds for new tickets. Tickets that run keep theirs.",
            "Đã lưu phiên bản {n}, áp dụng cho phiếu mới. Phiếu đang chạy giữ phiên bản của mình."
        ),
        new("difference-of", "Of", "Thuộc"),
        new("difference-what", "What", "Nội dung"),
        new("difference-was", "Before", "Trước"),
        new("difference-will", "After", "Sau"),
        new("difference-none", "nothing", "không có"),
        new("apply", "Apply to running tickets", "Áp dụng cho phiếu đang chạy"),
        new("apply-title", "Apply version {n} to running tickets", "Áp dụng phiên bản {n} cho phiếu đang chạy"),
        new(
            "apply-lead",
            "Which open tickets would change, and how. Nothing happens until you apply it.",
            "Phiếu đang mở nào sẽ thay đổi, và thay đổi thế nào. Chưa có gì xảy ra cho đến khi bạn áp dụng."
        ),
        new("apply-reading", "Looking through the open tickets…", "Đang xem các phiếu đang mở…"),
        new("apply-looked", "{n} of {all} open tickets looked at.", "Đã xem {n} trong {all} phiếu đang mở."),
        new(
            "apply-effects",
            "{n} would change; {broken} promises would break at once.",
            "{n} phiếu sẽ thay đổi; {broken} cam kết sẽ trễ ngay."
        ),
        new("apply-none", "No open ticket would change.", "Không có phiếu đang mở nào thay đổi."),
        new("apply-first", "The first {n} of them:", "{n} phiếu đầu tiên:"),
        new("apply-ticket", "Ticket", "Phiếu"),
        new("apply-clock", "Clock", "Đồng hồ"),
        new("apply-breaks", "breaks at once", "trễ ngay"),
        new("apply-no-date", "no date", "không có hạn"),
        new("apply-do", "Apply version {n}", "Áp dụng phiên bản {n}"),
        new(
            "apply-running",
            "Applying… {n} of {all} open tickets done.",
            "Đang áp dụng… xong {n} trong {all} phiếu đang mở."
        ),
        new(
            "apply-done",
            "Done: version {n} was applied to {applied} tickets, the other {rest} needed nothing.",
            "Xong: đã áp dụng phiên bản {n} cho {applied} phiếu, {rest} phiếu còn lại không cần thay đổi."
        ),
        new(
            "apply-resume",
            "If it is interrupted, apply it again: it goes on with the tickets that are left.",
            "Nếu bị gián đoạn, hãy áp dụng lại: hệ thống làm tiếp những phiếu còn lại."
        ),
        new(
            "apply-needs-script",
            "Progress needs a script; without one, load the page again to see what is left.",
            "Tiến độ cần chạy script; nếu không có, hãy tải lại trang để xem còn lại bao nhiêu."
        ),
        new("calendars", "Calendars", "Lịch làm việc"),
        new(
            "calendars-lead",
            "Promises count only while a calendar is open, unless every hour counts.",
            "Cam kết chỉ tính khi lịch đang mở, trừ khi tính mọi giờ."
        ),
        new("calendar-new", "New calendar", "Lịch mới"),
        new("calendar-edit", "Edit", "Sửa"),
        new("calendar-edit-title", "Edit calendar “{name}”", "Sửa lịch “{name}”"),
        new("calendar-use", "Choose who works by which", "Chọn ai theo lịch nào"),
        new("calendar-use-title", "Who works by which calendar", "Ai làm việc theo lịch nào"),
        new(
            "calendar-use-lead",
            "A class of service may name a calendar of its own; it goes before its team's, and that before the desk's.",
            "Hạng dịch vụ có thể có lịch riêng, được ưu tiên trước lịch của nhóm, rồi mới đến lịch của bàn hỗ trợ."
        ),
        new("calendar-used-by", "Used by", "Dùng cho"),
        new("calendar-unused", "nobody yet", "chưa có ai"),
        new("calendar-holidays", "{n} holidays", "{n} ngày nghỉ"),
        new("calendar-closed", "closed", "đóng"),
        new("calendar-week", "Opening hours of the week", "Giờ mở trong tuần"),
        new("calendar-week-hours", "{n} open in a week", "mở {n} mỗi tuần"),
        new("calendar-zone-hint", "Its IANA name, such as Asia/Ho_Chi_Minh.", "Tên IANA, ví dụ Asia/Ho_Chi_Minh."),
        new(
            "calendar-windows-hint",
            "Such as 08:30–12:00, 13:30–17:30. A night is 22:00–30:00 or “22:00–06:00 next day”; leave a closed day empty.",
            "Ví dụ 08:30–12:00, 13:30–17:30. Ca đêm ghi 22:00–30:00 hoặc “22:00–06:00 hôm sau”; để trống nếu nghỉ."
        ),
        new("holidays", "Holidays", "Ngày nghỉ"),
        new("holidays-hint", "One a line: 2026-04-30 and its name.", "Mỗi dòng một ngày: 2026-04-30 và tên."),
        new("calendar-remove", "Remove this calendar", "Bỏ lịch này"),
        new("import", "Import holidays", "Nhập ngày nghỉ"),
        new("import-title", "Import holidays into “{name}”", "Nhập ngày nghỉ vào “{name}”"),
        new(
            "import-lead",
            "From an iCalendar file (.ics) as calendars export it. You see what it brings before anything is kept.",
            "Từ tệp iCalendar (.ics) do ứng dụng lịch xuất ra. Bạn xem trước nội dung, chưa có gì được lưu."
        ),
        new("import-file", "File", "Tệp"),
        new("import-text", "Or its text", "Hoặc nội dung tệp"),
        new("import-from", "From the year", "Từ năm"),
        new("import-to", "To the year", "Đến năm"),
        new("import-look", "Look into it", "Xem trước"),
        new("import-new", "Would be added ({n})", "Sẽ được thêm ({n})"),
        new("import-known", "There already ({n})", "Đã có sẵn ({n})"),
        new("import-skipped", "Brings no holiday ({n})", "Không phải ngày nghỉ ({n})"),
        new(
            "import-nothing",
            "The file brings no day that is not there already.",
            "Tệp không có ngày nào chưa có trong lịch."
        ),
        new("import-take", "Take them over", "Thêm vào lịch"),
        new("import-line", "Line {n}", "Dòng {n}"),
        new(
            "skipped-timed",
            "It has a time of day, so it closes no whole day.",
            "Sự kiện có giờ cụ thể, không nghỉ trọn ngày."
        ),
        new("skipped-cancelled", "It was cancelled.", "Sự kiện đã bị huỷ."),
        new("skipped-other_years", "It lies in other years.", "Sự kiện thuộc năm khác."),
        new("skipped-unreadable", "It has no date, or cannot be read.", "Sự kiện không có ngày hoặc không đọc được."),
        new(
            "refusal-time-is-unreadable",
            "Write a time with its unit, such as 30 min, 2 h or 1 d; “{detail}” is none.",
            "Hãy ghi thời gian kèm đơn vị, ví dụ 30 phút, 2 giờ hoặc 1 ngày; “{detail}” không đúng."
        ),
        new(
            "refusal-time-is-missing",
            "This time is needed. Write one, such as 30 min.",
            "Cần có thời gian này. Hãy ghi, ví dụ 30 phút."
        ),
        new(
            "refusal-people-are-no-number",
            "Write a whole number of people, such as 5; “{detail}” is none.",
            "Hãy ghi số người là số nguyên, ví dụ 5; “{detail}” không đúng."
        ),
        new(
            "refusal-calendar-windows-are-unreadable",
            "“{detail}” is no window. Write from when to when, such as 08:30–12:00, with commas between windows.",
            "“{detail}” không phải khung giờ. Hãy ghi từ mấy giờ đến mấy giờ, ví dụ 08:30–12:00, các khung cách nhau bằng dấu phẩy."
        ),
        new(
            "refusal-holiday-line-is-unreadable",
            "“{detail}” does not begin with a date. Write one holiday a line, such as 2026-04-30 Reunification Day.",
            "“{detail}” không bắt đầu bằng ngày. Hãy ghi mỗi dòng một ngày nghỉ, ví dụ 2026-04-30 Ngày Thống nhất."
        ),
        new(
            "refusal-policy-team-has-two-calendars",
            "Team {detail} has two calendars. Keep one line for it.",
            "Nhóm {detail} có hai lịch làm việc. Chỉ giữ lại một dòng."
        ),
        new(
            "refusal-calendar-window-is-not-in-seconds",
            "Say when the window {detail} opens and closes in whole seconds.",
            "Hãy ghi giờ mở và giờ đóng của khung giờ {detail} bằng giây chẵn."
        ),
        new(
            "refusal-calendar-window-is-too-short",
            "The window {detail} is too short. A window lasts at least one minute.",
            "Khung giờ {detail} quá ngắn. Mỗi khung giờ phải dài ít nhất một phút."
        ),
        new("refusal-choice-is-unknown", "Choose one of the list.", "Hãy chọn một mục trong danh sách."),
        new(
            "refusal-holiday-file-is-missing",
            "Choose a file, or paste its text.",
            "Hãy chọn tệp hoặc dán nội dung tệp."
        ),
        new(
            "refusal-policy-threshold-is-too-high",
            "Expedite must begin at 1,000,000 people or fewer.",
            "Hạng Khẩn cấp phải bắt đầu từ không quá 1.000.000 người."
        ),
        new(
            "refusal-policy-has-too-many-reminders",
            "Remind at most 10 times before a ticket is closed unconfirmed ({detail}).",
            "Chỉ nhắc tối đa 10 lần trước khi đóng phiếu chưa xác nhận ({detail})."
        ),
        new("calendar-is-wrong", "Calendar \"{name}\": {why}", "Lịch \"{name}\": {why}"),
    ];
}
