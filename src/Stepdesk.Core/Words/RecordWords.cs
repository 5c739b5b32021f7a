namespace Stepdesk.Core.Words;

/// <summary>What stands in the record that is handed in, and beside it.</summary>
static class RecordWords
{
    public static readonly Sentence[] All =
    [
        new("record", "Record of the run", "Hồ sơ lượt luyện tập"),
        new("record-open", "Record", "Hồ sơ"),
        new(
            "record-lead",
            "Made from the log. Names, addresses, telephones and secrets are taken out.",
            "Lập từ nhật ký. Tên, địa chỉ, số điện thoại và thông tin mật đã được che."
        ),
        new("record-download", "Download", "Tải về"),
        new("record-html", "Web page (HTML)", "Trang web (HTML)"),
        new("record-json", "Data (JSON)", "Dữ liệu (JSON)"),
        new("record-xlsx", "Workbook (XLSX)", "Bảng tính (XLSX)"),
        new("record-print", "Print this page for a PDF.", "In trang này để có tệp PDF."),
        new("record-run", "Session {n}", "Phiên số {n}"),
        new("record-ticket", "Ticket", "Phiếu"),
        new("record-tickets", "Tickets", "Các phiếu"),
        new("record-no-ticket", "No ticket was logged.", "Chưa có phiếu nào được ghi."),
        new("record-number", "Number", "Số phiếu"),
        new("record-reported", "Reported", "Báo lúc"),
        new("record-acknowledged", "First answer", "Phản hồi đầu"),
        new("record-resolved", "Resolved", "Xử lý xong"),
        new("record-closed", "Closed", "Đóng"),
        new("record-mails", "Messages", "Thư từ"),
        new("record-timeline", "Timeline", "Diễn biến"),
        new("record-evidence", "Evidence", "Bằng chứng"),
        new("record-written", "Written", "Bài viết"),
        new("record-lines", "Lines", "Tiêu chí"),
        new("record-removed", "Removed", "Đã che"),
        new("record-removed-none", "Nothing had to be taken out.", "Không có gì phải che."),
        new("record-when", "When", "Lúc"),
        new("record-from", "From", "Từ"),
        new("record-to", "To", "Đến"),
        new("record-text", "Text", "Nội dung"),
        new("record-what", "What", "Việc"),
        new("record-asks", "Asks for", "Yêu cầu"),
        new("record-rules", "Rules", "Quy tắc"),
        new("record-because", "Because", "Căn cứ"),
        new("record-outcome", "Outcome", "Kết luận"),
        new("record-points", "Points", "Điểm"),
        new("record-most", "Of", "Tối đa"),
        new("record-mentor", "Mentor", "Người hướng dẫn"),
        new("record-count", "Places", "Số chỗ"),
        new("sensitive-private_key", "Private keys", "Khóa riêng"),
        new("sensitive-access_link", "Links that open by themselves", "Liên kết mở không cần đăng nhập"),
        new("sensitive-token", "Tokens and API keys", "Mã truy cập và khóa API"),
        new("sensitive-password", "Passwords and codes", "Mật khẩu và mã"),
        new("sensitive-email", "Mail addresses", "Địa chỉ email"),
        new("sensitive-card", "Payment cards", "Thẻ thanh toán"),
        new("sensitive-citizen_id", "Citizen ids", "Số căn cước"),
        new("sensitive-phone", "Telephones", "Số điện thoại"),
        new("sensitive-passport", "Passports", "Hộ chiếu"),
        new("sensitive-tax_code", "Tax codes", "Mã số thuế"),
        new("sensitive-social_insurance", "Social insurance numbers", "Số bảo hiểm xã hội"),
        new("sensitive-bank_account", "Bank accounts", "Tài khoản ngân hàng"),
        new("sensitive-license_plate", "Licence plates", "Biển số xe"),
        new("sensitive-ip_address", "IP addresses", "Địa chỉ IP"),
        new("sensitive-birth_date", "Birthdays", "Ngày sinh"),
        new("sensitive-postal_address", "Postal addresses", "Địa chỉ nhà"),
        new("sensitive-name", "Names", "Tên người"),
        new("lint", "Look again before you hand in", "Xem lại trước khi nộp"),
        new(
            "lint-lead",
            "These are notes, not blocks: correct the text, or say below why it is right.",
            "Đây chỉ là lưu ý, không chặn việc nộp: bạn sửa lại, hoặc giải thích bên dưới vì sao đúng."
        ),
        new(
            "lint-copied",
            "“{what}” is nearly word for word what you handed in for another run ({detail}).",
            "“{what}” gần như trùng từng chữ với bài bạn đã nộp ở lượt khác ({detail})."
        ),
        new(
            "lint-unseen",
            "“{what}” states something that never came to light in this run: {detail}.",
            "“{what}” khẳng định điều chưa từng được làm rõ trong lượt này: {detail}."
        ),
        new(
            "lint-time",
            "“{what}” names {detail}, and nothing in the log happened then.",
            "“{what}” nhắc đến {detail}, nhưng trong nhật ký không có gì xảy ra lúc đó."
        ),
        new(
            "lint-placeholder",
            "“{what}” still has a gap to be filled in: {detail}.",
            "“{what}” còn chỗ chưa điền: {detail}."
        ),
        new("hand-in-answer", "About the notes", "Về các lưu ý"),
        new("hand-in-answer-hint", "Optional. Your mentor reads it.", "Không bắt buộc. Người hướng dẫn sẽ đọc."),
    ];
}
