namespace Stepdesk.Core.Words;

/// <summary>What the API answers to requests it cannot take, and the headings of its problems.</summary>
static class ApiWords
{
    public static readonly Sentence[] All =
    [
        new("status-400", "The request cannot be read", "Không đọc được yêu cầu"),
        new("status-401", "Sign-in needed", "Cần đăng nhập"),
        new("status-403", "Not allowed", "Không được phép"),
        new("status-404", "Not found", "Không tìm thấy"),
        new("status-405", "Not possible at this address", "Không thực hiện được tại địa chỉ này"),
        new("status-409", "The desk refuses this", "Bàn tiếp nhận từ chối"),
        new("status-412", "Changed meanwhile", "Đã có thay đổi"),
        new("status-413", "Too large", "Quá lớn"),
        new("status-415", "Unknown content type", "Kiểu nội dung không được hỗ trợ"),
        new("status-422", "Content cannot be processed", "Không xử lý được nội dung"),
        new("status-500", "The desk has failed", "Hệ thống gặp lỗi"),
        new("status-503", "Not possible at the moment", "Tạm thời chưa thực hiện được"),
        new(
            "refusal-sign-in-needed",
            "Send a valid API token: 'Authorization: Bearer sd_…'. Make one under Profile.",
            "Hãy gửi mã truy cập API hợp lệ: 'Authorization: Bearer sd_…'. Bạn tạo mã ở mục Hồ sơ."
        ),
        new(
            "refusal-nothing-here",
            "There is nothing at this address. /docs/api lists what there is.",
            "Không có gì ở địa chỉ này. Xem danh sách tại /docs/api."
        ),
        new(
            "refusal-method-not-possible",
            "This address does not take this method. /docs/api lists the methods.",
            "Địa chỉ này không nhận phương thức này. Xem các phương thức tại /docs/api."
        ),
        new(
            "refusal-content-type-not-read",
            "Send the body with the content type that /docs/api names for this address, usually application/json.",
            "Hãy gửi nội dung với kiểu ghi trong /docs/api cho địa chỉ này, thường là application/json."
        ),
        new(
            "refusal-body-is-too-large",
            "The body is too large: up to 1 MB of JSON, or 25 MB of mail.",
            "Nội dung quá lớn: tối đa 1 MB với JSON, hoặc 25 MB với thư."
        ),
        new(
            "refusal-json-cannot-be-read",
            "The body is not the JSON object this address takes. Check its brackets, quotes and commas.",
            "Nội dung không phải đối tượng JSON mà địa chỉ này nhận. Hãy kiểm tra dấu ngoặc, dấu nháy và dấu phẩy."
        ),
        new(
            "refusal-request-cannot-be-read",
            "The request is incomplete or malformed. /docs/api shows its form.",
            "Yêu cầu thiếu hoặc sai dạng. Xem dạng đúng tại /docs/api."
        ),
        new(
            "refusal-field-is-given-twice",
            "'{detail}' is given twice. Say it once.",
            "'{detail}' được ghi hai lần. Hãy chỉ ghi một lần."
        ),
        new(
            "refusal-version-cannot-be-read",
            "If-Match is no version this desk gives out. Send the ETag as you got it, quotes included, such as \"7\".",
            "If-Match không phải phiên bản do bàn hỗ trợ này cấp. Hãy gửi lại đúng ETag đã nhận, kể cả dấu nháy, ví dụ \"7\"."
        ),
        new(
            "refusal-administrator-by-token",
            "A token adds no administrators: whoever found it would keep a way in. Add them on the page People or with 'stepdesk user add'.",
            "Không thể thêm quản trị viên bằng mã truy cập: người nhặt được mã sẽ giữ được đường vào. Hãy thêm tại trang Người dùng hoặc bằng lệnh 'stepdesk user add'."
        ),
        new(
            "refusal-too-much-today",
            "Files of 100 MB came by this link within a day. Write without files now, or send them tomorrow.",
            "Trong một ngày, liên kết này đã gửi 100 MB tệp. Bây giờ hãy viết không kèm tệp, hoặc gửi tệp vào ngày mai."
        ),
        new(
            "refusal-field-is-unknown",
            "The field '{detail}' is unknown here. Leave it out or correct its name.",
            "Không có trường '{detail}' ở đây. Hãy bỏ trường này hoặc sửa lại tên."
        ),
        new(
            "refusal-field-is-missing",
            "The field '{detail}' is missing. Add it.",
            "Thiếu trường '{detail}'. Hãy bổ sung."
        ),
        new(
            "choice-is-wrong",
            "The value of '{detail}' is none of those there are: {choices}.",
            "Giá trị của '{detail}' không hợp lệ. Hãy chọn một trong: {choices}."
        ),
        new(
            "refusal-field-is-wrong",
            "The value of '{detail}' is not of the kind taken here. /docs/api says which values are; instants need an offset, such as 2026-03-02T09:00:00+07:00.",
            "Giá trị của '{detail}' không đúng kiểu. Xem các giá trị hợp lệ tại /docs/api; thời điểm phải kèm độ lệch múi giờ, ví dụ 2026-03-02T09:00:00+07:00."
        ),
        new(
            "refusal-limit-is-wrong",
            "'limit' is a number from 1 to 200: how many are read at once.",
            "'limit' là một số từ 1 đến 200: số mục đọc mỗi lần."
        ),
        new(
            "refusal-cursor-is-unknown",
            "This cursor is not one the desk gave for this list. Take it from 'next' of the page before, or leave it out to begin.",
            "Con trỏ này không phải do hệ thống cấp cho danh sách này. Hãy lấy từ 'next' của trang trước, hoặc bỏ đi để bắt đầu lại."
        ),
        new(
            "refusal-view-is-unknown",
            "There is no such view. There are: {detail}.",
            "Không có danh sách này. Các danh sách hiện có: {detail}."
        ),
        new("refusal-no-such-file", "The ticket has no such file.", "Phiếu không có tệp này."),
        new(
            "refusal-desk-is-hindered",
            "The desk cannot use its database at the moment. Nothing was changed. Try again in a minute; if it stays so, tell the administrator.",
            "Hệ thống tạm thời không dùng được cơ sở dữ liệu. Chưa có gì thay đổi. Hãy thử lại sau một phút; nếu vẫn vậy, hãy báo quản trị viên."
        ),
        new(
            "refusal-desk-has-failed",
            "Something went wrong in the desk. Try again; if it fails again, tell the administrator the trace id.",
            "Hệ thống gặp sự cố. Hãy thử lại; nếu vẫn lỗi, hãy báo mã truy vết cho quản trị viên."
        ),
        new("justification-none", "No reason was given with the class.", "Không có lý do nào được nêu cho hạng này."),
        new("justification-deadline", "It is needed by a fixed date.", "Cần xong trước một hạn cố định."),
    ];
}
