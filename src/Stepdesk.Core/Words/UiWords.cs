namespace Stepdesk.Core.Words;

/// <summary>What stands on the pages around the tickets: signing in, menus, lists, people.</summary>
static class UiWords
{
    public static readonly Sentence[] All =
    [
        new(
            "unsent",
            "The desk could not be reached, or something broke there: it may not have been sent. What you typed is still here; look before you send it again.",
            "Không kết nối được hoặc hệ thống gặp lỗi, nên có thể chưa gửi được. Nội dung bạn viết vẫn còn đây; hãy kiểm tra trước khi gửi lại."
        ),
        new("skip-to-content", "Skip to content", "Đến nội dung chính"),
        new("main-menu", "Main menu", "Trình đơn chính"),
        new("your-menu", "Your menu", "Trình đơn của bạn"),
        new("language", "Language", "Ngôn ngữ"),
        new("theme", "Theme", "Giao diện"),
        new("theme-system", "System", "Theo máy"),
        new("theme-light", "Light", "Sáng"),
        new("theme-dark", "Dark", "Tối"),
        new("sign-in", "Sign in", "Đăng nhập"),
        new("sign-out", "Sign out", "Đăng xuất"),
        new("sign-out-question", "Sign out of this browser?", "Đăng xuất khỏi trình duyệt này?"),
        new("stay", "Stay signed in", "Ở lại"),
        new("email", "E-mail", "E-mail"),
        new("password", "Password", "Mật khẩu"),
        new(
            "password-hint",
            "12 to 128 characters; a short sentence is best.",
            "Từ 12 đến 128 ký tự; tốt nhất là một câu ngắn."
        ),
        new(
            "refusal-sign-in-failed",
            "The address or the password is not right, or the account is locked for a few minutes.",
            "Địa chỉ hoặc mật khẩu không đúng, hoặc tài khoản đang tạm khoá vài phút."
        ),
        new("setup", "Set up the desk", "Thiết lập hệ thống"),
        new(
            "setup-lead",
            "Two minutes, once: name the desk and make the first administrator.",
            "Chỉ làm một lần, mất hai phút: đặt tên và tạo quản trị viên đầu tiên."
        ),
        new("setup-desk", "The desk", "Bàn hỗ trợ"),
        new("setup-administrator", "You, the first administrator", "Bạn, quản trị viên đầu tiên"),
        new("desk-name", "Name of the desk", "Tên bàn hỗ trợ"),
        new("time-zone", "Time zone", "Múi giờ"),
        new("your-name", "Your name", "Tên của bạn"),
        new("set-up", "Set up", "Thiết lập"),
        new("problem-400", "That request was not understood", "Không hiểu yêu cầu này"),
        new(
            "problem-400-text",
            "The form was too old, or you have signed in anew since it was opened. Nothing was changed. Go back, load the page again and repeat it.",
            "Biểu mẫu đã quá cũ, hoặc bạn đã đăng nhập lại sau khi mở nó. Chưa có gì thay đổi. Hãy quay lại, tải lại trang rồi thực hiện lại."
        ),
        new("problem-403", "This is not for your role", "Vai trò của bạn không được xem trang này"),
        new(
            "problem-403-text",
            "Ask a lead or an administrator if you need it.",
            "Hãy nhờ trưởng nhóm hoặc quản trị viên nếu bạn cần."
        ),
        new("problem-404", "There is nothing here", "Không có gì ở đây"),
        new(
            "problem-404-text",
            "The address is wrong, or what was here is not yours to see.",
            "Địa chỉ không đúng, hoặc bạn không được xem nội dung này."
        ),
        new("problem-404-link", "This link leads nowhere", "Liên kết này không dẫn đến đâu"),
        new(
            "problem-404-link-text",
            "It is not whole, or it is over. Open the newest mail you have from us, or answer it: that reaches us just as well.",
            "Liên kết bị thiếu hoặc đã hết hiệu lực. Hãy mở thư mới nhất của chúng tôi, hoặc trả lời thư đó: chúng tôi vẫn nhận được."
        ),
        new("problem-413", "That is more than fits", "Dung lượng vượt quá mức cho phép"),
        new(
            "problem-413-text",
            "Up to ten files go with one message, each of 10 MB at most and 25 MB together. Nothing was kept. Go back, send fewer or smaller ones, or a link to them.",
            "Mỗi tin nhắn gửi kèm được tối đa mười tệp, mỗi tệp không quá 10 MB và tổng cộng 25 MB. Chưa có gì được lưu. Hãy quay lại, gửi ít tệp hơn hoặc nhỏ hơn, hoặc gửi đường dẫn tới tệp."
        ),
        new("problem-503", "The desk cannot write at the moment", "Hệ thống tạm thời chưa ghi được"),
        new(
            "problem-503-text",
            "Its database is busy or away. Nothing was changed. Go back and try again in a minute; if it stays so, tell an administrator.",
            "Cơ sở dữ liệu đang bận hoặc không phản hồi. Chưa có gì thay đổi. Hãy quay lại và thử lại sau một phút; nếu vẫn vậy, hãy báo quản trị viên."
        ),
        new("problem-429", "Too many tries", "Thử quá nhiều lần"),
        new("problem-429-text", "Wait five minutes, then try again.", "Hãy chờ năm phút rồi thử lại."),
        new("problem-500", "Something went wrong on our side", "Hệ thống gặp lỗi"),
        new(
            "problem-500-text",
            "Nothing you did was half done. Try again; if it happens again, tell an administrator when it was.",
            "Không có thao tác nào bị làm dở. Hãy thử lại; nếu vẫn lỗi, hãy báo quản trị viên thời điểm xảy ra."
        ),
        new(
            "mail-is-unset",
            "Mail is not set up yet: this is kept here and leaves once an administrator has set up the mail server. Until then the customer finds it on their page only.",
            "Chưa thiết lập máy chủ thư: nội dung được lưu tại đây và sẽ gửi đi khi quản trị viên thiết lập xong. Trong lúc chờ, khách hàng chỉ xem được trên trang của họ."
        ),
        new("to-the-inbox", "To the inbox", "Về hộp thư"),
        new("search", "Search", "Tìm kiếm"),
        new("search-hint", "Number, title or tag", "Số, tiêu đề hoặc nhãn"),
        new("clear-search", "Clear search", "Xoá tìm kiếm"),
        new("new-ticket", "New ticket", "Phiếu mới"),
        new("notices", "Notices", "Thông báo"),
        new("unread", "unread", "chưa đọc"),
        new("people", "People", "Mọi người"),
        new("profile", "Profile", "Hồ sơ"),
        new("drawer", "Mail drawer", "Ngăn thư"),
        new("open-drawer", "Open the mail drawer", "Mở ngăn thư"),
        new("demo", "Demo", "Dùng thử"),
        new(
            "demo-banner",
            "Demo desk: sample data only, and mail goes to a drawer instead of people.",
            "Bàn hỗ trợ dùng thử: chỉ có dữ liệu mẫu, thư vào ngăn chứ không gửi cho ai."
        ),
        new("views", "Views", "Danh sách"),
        new("ticket", "Ticket", "Phiếu"),
        new("choose-a-ticket", "Choose a ticket to read it here.", "Chọn một phiếu để đọc ở đây."),
        new("no-tickets", "Nothing here. All quiet.", "Chưa có phiếu nào. Mọi việc đều ổn."),
        new("no-tickets-found", "No ticket holds these words.", "Không có phiếu nào chứa các từ này."),
        new("more", "More", "Xem thêm"),
        new("back-to-list", "Back to the list", "Về danh sách"),
        new("nobody", "Nobody", "Chưa có ai"),
        new("none", "None", "Không có"),
        new("unknown", "Unknown", "Chưa rõ"),
        new("somebody", "Somebody", "Ai đó"),
        new("the-desk", "Stepdesk", "Stepdesk"),
        new("closed", "Closed", "Đã đóng"),
        new("closed-unconfirmed", "Closed, unconfirmed", "Đã đóng, chưa xác nhận"),
        new("waits-for-customer", "Waits for customer", "Chờ khách hàng"),
        new("role-customer", "Customer", "Khách hàng"),
        new("role-trainee", "Trainee", "Thực tập viên"),
        new("role-agent", "Agent", "Nhân viên hỗ trợ"),
        new("role-mentor", "Mentor", "Người hướng dẫn"),
        new("role-lead", "Lead", "Trưởng nhóm"),
        new("role-administrator", "Administrator", "Quản trị viên"),
        new("role-system", "Stepdesk", "Stepdesk"),
        new("clock-state-running", "running", "đang chạy"),
        new("clock-state-warning", "due soon", "sắp đến hạn"),
        new("clock-state-met", "kept", "đã giữ"),
        new("clock-state-broken", "broken", "đã trễ"),
        new("why-from", "Counts from", "Tính từ"),
        new("why-due", "Due", "Đến hạn"),
        new("why-met", "Kept", "Hoàn thành"),
        new("why-met-late", "Kept too late", "Hoàn thành trễ"),
        new("clock-missed", "{clock} missed ({n}), last", "{clock}: trễ {n} lần, gần nhất"),
        new("why-broken", "Broken", "Trễ"),
        new(
            "why-agreed",
            "This instant was agreed on; nothing moves it.",
            "Thời điểm này đã được hẹn; không gì làm nó thay đổi."
        ),
        new("why-elapsed", "Promised within {time}, every hour counts.", "Cam kết trong {time}, tính mọi giờ."),
        new(
            "why-working",
            "Promised within {time} of the working time of “{calendar}”.",
            "Cam kết trong {time} tính theo giờ làm việc của lịch “{calendar}”."
        ),
        new("why-spans", "What counted and what did not", "Khoảng thời gian được tính và không được tính"),
        new("why-more", "and {n} more", "và {n} khoảng nữa"),
        new("why-events", "Behind it", "Những việc đứng sau"),
        new("what-if", "What if", "Nếu đổi thành"),
        new("what-if-calendar", "Calendar {name}", "Lịch {name}"),
        new("carried-by", "Runs with #{number}", "Tính theo phiếu #{number}"),
        new("span-counted", "counted", "được tính"),
        new("span-closed", "closed", "ngoài giờ"),
        new("span-holiday", "holiday", "ngày nghỉ"),
        new("span-paused", "waiting", "đang chờ"),
        new("length-seconds", "{n} s", "{n} giây"),
        new("length-minutes", "{n} min", "{n} phút"),
        new("length-hours", "{n} h", "{n} giờ"),
        new("length-hours-minutes", "{n} h {m} min", "{n} giờ {m} phút"),
        new("length-days", "{n} d {h} h", "{n} ngày {h} giờ"),
        new("clock-state-paused", "paused", "tạm dừng"),
        new("time-in-moment", "in a moment", "ngay bây giờ"),
        new("time-in-minutes", "in {n} min", "còn {n} phút"),
        new("time-in-hours-minutes", "in {n} h {m}", "còn {n} giờ {m}"),
        new("time-in-hours", "in {n} h", "còn {n} giờ"),
        new("time-in-days", "in {n} d", "còn {n} ngày"),
        new("time-late-moment", "just late", "vừa trễ"),
        new("time-late-minutes", "{n} min late", "trễ {n} phút"),
        new("time-late-hours-minutes", "{n} h {m} late", "trễ {n} giờ {m}"),
        new("time-late-hours", "{n} h late", "trễ {n} giờ"),
        new("time-late-days", "{n} d late", "trễ {n} ngày"),
        new("time-ago-moment", "just now", "vừa xong"),
        new("time-ago-minutes", "{n} min ago", "{n} phút trước"),
        new("time-ago-hours-minutes", "{n} h {m} ago", "{n} giờ {m} trước"),
        new("time-ago-hours", "{n} h ago", "{n} giờ trước"),
        new("time-ago-days", "{n} d ago", "{n} ngày trước"),
        new(
            "people-lead",
            "Everybody this desk knows, staff first.",
            "Tất cả những người trong hệ thống, nhân viên trước."
        ),
        new("name", "Name", "Tên"),
        new("role", "Role", "Vai trò"),
        new("add-person", "Add somebody", "Thêm người"),
        new("add", "Add", "Thêm"),
        new("added-person", "{name} was added.", "Đã thêm {name}."),
        new("inactive", "inactive", "ngừng hoạt động"),
        new(
            "first-password-hint",
            "Give it to them in person. Customers need none: they use the link in their mails.",
            "Hãy đưa trực tiếp cho người đó. Khách hàng không cần: họ dùng liên kết trong thư."
        ),
        new(
            "notices-lead",
            "What happened on your tickets while you were elsewhere.",
            "Những gì xảy ra với phiếu của bạn khi bạn đi vắng."
        ),
        new("no-notices", "Nothing new.", "Không có gì mới."),
        new("notice-clock_warned", "A promise is due soon", "Cam kết sắp đến hạn"),
        new("notice-clock_broken", "A promise was broken", "Một cam kết đã trễ"),
        new("notice-clock_overdue", "A broken promise is still not kept", "Cam kết đã trễ vẫn chưa được thực hiện"),
        new("notice-customer_wrote", "The customer wrote", "Khách hàng đã viết"),
        new("notice-confirmed", "The customer confirmed", "Khách hàng đã xác nhận"),
        new("notice-disputed", "It does not work for the customer", "Khách hàng báo vẫn chưa ổn"),
        new("notice-bounced", "A message did not arrive", "Một thư không đến nơi"),
        new("notice-assigned", "A ticket was given to you", "Bạn được giao một phiếu"),
        new("notice-party_wrote", "Somebody beside the customer answered", "Người liên quan đã trả lời"),
        new(
            "notice-closed_unconfirmed",
            "Closed, as the customer never answered",
            "Đã đóng vì khách hàng không phản hồi"
        ),
        new("notice-escalation_answered", "Specialists answered", "Chuyên gia đã trả lời"),
        new("mark-all-read", "Mark all as read", "Đánh dấu đã đọc tất cả"),
        new("new", "new", "mới"),
        new("profile-lead", "How the desk speaks to you and looks.", "Cách hệ thống hiển thị với bạn."),
        new(
            "drawer-lead",
            "Mail this demo desk would have sent. Open a customer's link to answer as that customer.",
            "Thư mà bàn hỗ trợ này lẽ ra đã gửi. Mở liên kết của khách hàng để trả lời với tư cách khách hàng đó."
        ),
        new(
            "drawer-empty",
            "No mail yet. Reply to a ticket and it lands here.",
            "Chưa có thư. Hãy trả lời một phiếu, thư sẽ nằm ở đây."
        ),
        new("mail-to", "To {to}", "Gửi {to}"),
        new("open-customer-page", "Open the customer's page", "Mở trang của khách hàng"),
    ];
}
