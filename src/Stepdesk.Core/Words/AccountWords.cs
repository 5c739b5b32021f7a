namespace Stepdesk.Core.Words;

/// <summary>What is said about people, teams and tokens.</summary>
static class AccountWords
{
    public static readonly Sentence[] All =
    [
        new(
            "refusal-no-such-person",
            "There is nobody like that here. Check the number, and that the account is active.",
            "Không tìm thấy người này. Hãy kiểm tra lại mã số và xem tài khoản còn hoạt động không."
        ),
        new(
            "refusal-no-such-team",
            "There is no such team. The list of teams shows those there are.",
            "Không có nhóm này. Danh sách nhóm cho biết những nhóm hiện có."
        ),
        new(
            "refusal-erasure-needs-a-reason",
            "Erasing a person needs a reason and a legal ground. Both are kept.",
            "Cần nêu lý do và căn cứ pháp lý khi xóa dữ liệu của một người. Cả hai sẽ được lưu lại."
        ),
        new(
            "refusal-password-is-guessable",
            "This password is among the first that are tried: little is left of it without your name, your address, usual words and runs. A short sentence of your own is best.",
            "Mật khẩu này nằm trong số dễ bị đoán nhất: bỏ tên, địa chỉ, các từ thông dụng và dãy liền nhau thì gần như không còn gì. Tốt nhất là một câu ngắn của riêng bạn."
        ),
        new(
            "refusal-password-is-not-yours",
            "The present password is not right, or the account is locked for a few minutes. Nothing was changed.",
            "Mật khẩu hiện tại không đúng, hoặc tài khoản đang tạm khoá vài phút. Chưa có gì thay đổi."
        ),
        new(
            "refusal-passwords-differ",
            "The new password was typed in two ways. Type it again.",
            "Hai lần nhập mật khẩu mới không giống nhau. Hãy nhập lại."
        ),
        new(
            "refusal-person-does-not-work-here",
            "This is for those who work at the desk. Customers have no password and no role to change: they use the link in their mails.",
            "Chỉ áp dụng cho người làm việc tại đây. Khách hàng không có mật khẩu và vai trò để thay đổi: họ dùng liên kết trong thư."
        ),
        new(
            "refusal-own-account-stays",
            "You cannot take away your own way in. Ask another administrator.",
            "Bạn không thể tự tước quyền vào của mình. Hãy nhờ một quản trị viên khác."
        ),
        new(
            "refusal-last-administrator-stays",
            "This is the last active administrator. Make somebody else one first.",
            "Đây là quản trị viên cuối cùng còn hoạt động. Hãy trao vai trò này cho người khác trước."
        ),
        new("change-password", "Change your password", "Đổi mật khẩu"),
        new("password-now", "Present password", "Mật khẩu hiện tại"),
        new("password-new", "New password", "Mật khẩu mới"),
        new("password-again", "New password once more", "Nhập lại mật khẩu mới"),
        new(
            "password-changed",
            "The password is changed. Wherever else you were signed in, that ends within a minute.",
            "Đã đổi mật khẩu. Những nơi khác bạn đang đăng nhập sẽ kết thúc trong vòng một phút."
        ),
        new("set-password", "Set a new password", "Đặt mật khẩu mới"),
        new(
            "set-password-hint",
            "Give it to them in person and ask them to change it under Profile. All their sessions end within a minute.",
            "Hãy đưa trực tiếp và nhắc họ đổi lại ở mục Hồ sơ. Mọi phiên đăng nhập của họ kết thúc trong vòng một phút."
        ),
        new("person-password-set", "{name} has a new password.", "{name} đã có mật khẩu mới."),
        new("change-role", "Change the role", "Đổi vai trò"),
        new("person-role-changed", "{name} now has the role: {role}.", "Vai trò của {name} bây giờ là: {role}."),
        new("disable-person", "Close the way in", "Ngừng quyền truy cập"),
        new(
            "disable-person-hint",
            "Sessions and tokens end within a minute. What they did stays, and so do the tickets they own: give those to somebody else.",
            "Các phiên đăng nhập và mã truy cập kết thúc trong vòng một phút. Những gì họ đã làm vẫn còn, các phiếu họ phụ trách cũng vậy: hãy giao cho người khác."
        ),
        new("person-disabled", "{name} can no longer sign in.", "{name} không còn đăng nhập được."),
        new("enable-person", "Open the way in again", "Mở lại quyền truy cập"),
        new("person-enabled", "{name} can sign in again.", "{name} đã có thể đăng nhập lại."),
        new("open-tickets-of", "Open tickets: {n}", "Phiếu đang mở: {n}"),
        new(
            "refusal-role-is-unknown",
            "Choose one of the roles people can have.",
            "Hãy chọn một vai trò dành cho người dùng."
        ),
        new(
            "refusal-token-days-are-wrong",
            "A token opens the desk for 1 to 3650 days.",
            "Mã truy cập có hiệu lực từ 1 đến 3650 ngày."
        ),
        new("browsers", "Where you are signed in", "Nơi bạn đang đăng nhập"),
        new("browsers-none", "Only in this browser.", "Chỉ trên trình duyệt này."),
        new(
            "browsers-others",
            "Here, and in this many other browsers: {n}.",
            "Trên trình duyệt này và {n} trình duyệt khác."
        ),
        new("sign-out-elsewhere", "Sign out everywhere else", "Đăng xuất ở mọi nơi khác"),
        new("tokens", "API tokens", "Mã truy cập API"),
        new(
            "tokens-lead",
            "A token lets a program work at the desk as you, with your rights, until it ends or you revoke it.",
            "Mã truy cập cho phép một chương trình làm việc thay bạn, với đúng quyền của bạn, đến khi hết hạn hoặc bị thu hồi."
        ),
        new("no-tokens", "There is none.", "Chưa có mã nào."),
        new("token-made", "made", "tạo"),
        new("token-used", "last used", "dùng lần cuối"),
        new("token-unused", "never used", "chưa dùng"),
        new("token-ends", "ends", "hết hạn"),
        new("token-endless", "without end", "không hết hạn"),
        new("revoke-token", "Revoke", "Thu hồi"),
        new("token-name", "What it is for", "Dùng cho việc gì"),
        new("token-name-hint", "Weekly export", "Xuất báo cáo hằng tuần"),
        new("token-days", "Days until it ends", "Số ngày có hiệu lực"),
        new("make-token", "Make a token", "Tạo mã truy cập"),
        new(
            "token-shown-once",
            "The token “{name}” is shown this once. Keep it where the program finds it and nobody else does:",
            "Mã “{name}” chỉ hiện một lần này. Hãy cất ở nơi chỉ chương trình của bạn đọc được:"
        ),
        new("end-tokens-too", "Revoke all API tokens as well", "Thu hồi luôn mọi mã truy cập API"),
        new("person-token-ended", "The token is revoked.", "Đã thu hồi mã truy cập."),
        new("refusal-no-such-token", "There is no such token.", "Không tìm thấy mã truy cập này."),
    ];
}
