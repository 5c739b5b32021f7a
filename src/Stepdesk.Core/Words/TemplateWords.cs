namespace Stepdesk.Core.Words;

/// <summary>
/// The texts messages are begun from, as a desk comes with them: <c>template-{occasion}-{audience}</c>. Greeting, promised
/// time and regards stand around them in the mail. They promise the next word and never the fix.
/// </summary>
static class TemplateWords
{
    public static readonly Sentence[] All =
    [
        new(
            "template-acknowledgement-requester",
            """
            Thank you for telling us. We have received your report and are looking at it now:

            {{ title }}
            {%- if incident %}

            {{ incident }}
            {%- endif %}

            If there is more we should know, such as since when it happens, on which device, or a picture of the message you see, simply answer this mail.
            """,
            """
            Cảm ơn Anh/Chị đã báo cho chúng tôi. Chúng tôi đã nhận được yêu cầu và đang kiểm tra:

            {{ title }}
            {%- if incident %}

            {{ incident }}
            {%- endif %}

            Nếu có thêm thông tin như thời điểm bắt đầu, thiết bị đang dùng hoặc ảnh chụp thông báo lỗi, xin Anh/Chị trả lời ngay thư này.
            """
        ),
        new(
            "template-acknowledgement-stakeholders",
            """
            We are working on the following{% if affected %}, which affects {{ affected }} people{% endif %}: {{ title }}

            What we know so far:
            […]

            What we need you to decide:
            […]
            """,
            """
            Chúng tôi đang xử lý việc sau{% if affected %}, hiện ảnh hưởng {{ affected }} người{% endif %}: {{ title }}

            Tình hình đến lúc này:
            […]

            Điều cần Anh/Chị quyết định:
            […]
            """
        ),
        new(
            "template-update-requester",
            """
            We are still working on your request, and you have not been forgotten. Since our last message we have:
            […]

            Until then, this may help you to go on:
            […]
            """,
            """
            Chúng tôi vẫn đang xử lý yêu cầu của Anh/Chị. Từ lần cập nhật trước, chúng tôi đã:
            […]

            Trong lúc chờ, Anh/Chị có thể tạm thời:
            […]
            """
        ),
        new(
            "template-update-stakeholders",
            """
            Where we are with {{ title }}{% if affected %} ({{ affected }} people affected){% endif %}:
            […]

            What it means for the classes:
            […]

            What we do next:
            […]
            """,
            """
            Tình hình xử lý {{ title }}{% if affected %} ({{ affected }} người bị ảnh hưởng){% endif %}:
            […]

            Ảnh hưởng đến các lớp:
            […]

            Việc tiếp theo:
            […]
            """
        ),
        new(
            "template-update-specialists",
            """
            News on what we asked you:

            What changed:
            […]

            What we still need from you:
            […]
            """,
            """
            Thông tin thêm về việc chúng tôi đã nhờ Anh/Chị:

            Thay đổi:
            […]

            Điều vẫn cần Anh/Chị hỗ trợ:
            […]
            """
        ),
        new(
            "template-escalation-requester",
            "We have asked our specialists to help with your request, and will tell you what comes of it.",
            "Chúng tôi đã nhờ bộ phận chuyên môn hỗ trợ thêm cho yêu cầu của Anh/Chị và sẽ báo lại kết quả."
        ),
        new(
            "template-resolution-requester",
            """
            {% if solution %}{{ solution }}{% else %}This is solved now.{% endif %}

            Please try it once more. If anything is still not right, tell us, and we go on.
            """,
            """
            {% if solution %}{{ solution }}{% else %}Vấn đề đã được xử lý.{% endif %}

            Xin Anh/Chị thử lại giúp chúng tôi. Nếu vẫn chưa được, Anh/Chị cho chúng tôi biết để tiếp tục xử lý.
            """
        ),
        new(
            "template-resolution-stakeholders",
            """
            {{ title }} is solved{% if affected %} for the {{ affected }} people affected{% endif %}.

            What it was:
            […]

            What keeps it from coming back:
            […]
            """,
            """
            Đã xử lý xong {{ title }}{% if affected %} cho {{ affected }} người bị ảnh hưởng{% endif %}.

            Nguyên nhân:
            […]

            Cách tránh lặp lại:
            […]
            """
        ),
        new(
            "template-followup-requester",
            "We wrote to you how your problem was solved, and have not heard from you yet. Does it work for you now?",
            "Chúng tôi đã gửi Anh/Chị kết quả xử lý nhưng chưa nhận được phản hồi. Không biết hiện tại Anh/Chị đã sử dụng bình thường chưa ạ?"
        ),
        new(
            "template-reminder-requester",
            "We asked you before whether your problem is solved, and have had no answer. If it works now, there is nothing more you need to do.",
            "Chúng tôi đã hỏi thăm kết quả xử lý nhưng chưa nhận được phản hồi của Anh/Chị. Nếu hiện tại mọi việc đã ổn, Anh/Chị không cần làm gì thêm."
        ),
        new("occasion-acknowledgement", "First answer", "Phản hồi đầu tiên"),
        new("occasion-update", "Update", "Cập nhật"),
        new("occasion-escalation", "Escalation", "Chuyển cấp"),
        new("occasion-resolution", "Resolution", "Kết quả xử lý"),
        new("occasion-follow_up", "Follow-up", "Hỏi thăm"),
        new("occasion-reminder", "Last reminder", "Nhắc lần cuối"),
        new("variable-customer", "the requester’s name", "tên người yêu cầu"),
        new("variable-number", "the ticket’s number", "số phiếu"),
        new("variable-title", "the ticket’s title", "tiêu đề phiếu"),
        new("variable-class", "its class of service", "hạng dịch vụ"),
        new("variable-affected", "how many people are affected", "số người bị ảnh hưởng"),
        new("variable-deadline", "its fixed date", "hạn cố định"),
        new("variable-agent", "who writes", "người viết"),
        new("variable-team", "its team", "nhóm phụ trách"),
        new("variable-desk", "the name of the desk", "tên bàn hỗ trợ"),
        new(
            "variable-incident",
            "what many are told of the known incident it seems to report",
            "nội dung đã thông báo về sự cố mà phiếu có vẻ thuộc về"
        ),
        new("variable-solution", "what was done", "cách xử lý"),
        new("variable-now", "date and time of writing", "thời điểm viết"),
        new("sample-customer", "Lan Pham", "Phạm Lan"),
        new("sample-title", "Videos stop after ten seconds", "Video dừng sau mười giây"),
        new("sample-agent", "An Nguyen", "Nguyễn An"),
        new("sample-team", "Classroom", "Lớp học"),
        new(
            "sample-solution",
            "The video server was restarted; videos play to the end again.",
            "Máy chủ video đã được khởi động lại; video đã phát được đến hết."
        ),
        new(
            "refusal-no-such-template",
            "Nobody writes to this audience on this occasion.",
            "Không có thông báo nào cho nhóm người nhận này vào dịp này."
        ),
        new(
            "refusal-template-has-changed",
            "Somebody else has edited this template meanwhile. Look at theirs, then save yours again.",
            "Mẫu này vừa được người khác sửa. Hãy xem lại rồi lưu lần nữa."
        ),
        new(
            "refusal-template-cannot-be-filled",
            "The template could not be filled: {detail}.",
            "Không điền được mẫu: {detail}."
        ),
        new(
            "refusal-template-is-too-long",
            "Shorten the template to 5,000 characters.",
            "Hãy rút ngắn mẫu còn tối đa 5.000 ký tự."
        ),
        new(
            "refusal-template-variable-is-unknown",
            "There is no such variable: {detail}.",
            "Không có biến này: {detail}."
        ),
        new(
            "refusal-template-tag-is-unknown",
            "A template may hold if, elsif, else and unless, and nothing that repeats or includes: {detail}.",
            "Mẫu chỉ dùng được if, elsif, else và unless, không dùng lệnh lặp hay chèn: {detail}."
        ),
        new(
            "refusal-template-filter-is-unknown",
            "There is no such filter: {detail}.",
            "Không có bộ lọc này: {detail}."
        ),
        new(
            "refusal-template-is-unreadable",
            "This cannot be read: {detail}. Write a variable as {{ title }}, and a condition as {% if affected %} or {% if team == \"Classroom\" %}.",
            "Không đọc được: {detail}. Viết biến như {{ title }} và điều kiện như {% if affected %} hoặc {% if team == \"Lớp học\" %}."
        ),
        new(
            "refusal-template-is-not-closed",
            "Something is opened and not closed, or closed and not opened: {detail}.",
            "Có phần mở mà chưa đóng, hoặc đóng mà chưa mở: {detail}."
        ),
        new(
            "refusal-template-is-too-deep",
            "Conditions may stand within each other five deep.",
            "Điều kiện chỉ được lồng nhau tối đa năm cấp."
        ),
    ];
}
