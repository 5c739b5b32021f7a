namespace Stepdesk.Core.Words;

/// <summary>The pages where templates are read and written, and the messages begun from them.</summary>
static class TemplatePageWords
{
    public static readonly Sentence[] All =
    [
        new(
            "begin-replaces",
            "What you have typed in this form is replaced. Begin anew?",
            "Nội dung bạn đã nhập trong biểu mẫu này sẽ bị thay. Bắt đầu lại?"
        ),
        new("templates", "Templates", "Mẫu thông báo"),
        new(
            "templates-lead",
            "What messages are begun from, for each occasion and each audience, in both languages. A text for a team goes before one for a class, and both before the one for all.",
            "Nội dung gợi sẵn khi soạn thông báo, theo từng dịp và từng nhóm người nhận, bằng cả hai ngôn ngữ. Mẫu của nhóm được ưu tiên hơn mẫu của hạng dịch vụ, rồi mới đến mẫu chung."
        ),
        new("template-edit", "Edit", "Sửa"),
        new("template-read", "Read", "Xem"),
        new("template-own", "Own text", "Mẫu riêng"),
        new("template-shipped", "Shipped", "Mẫu có sẵn"),
        new("template-for-all", "for all classes and teams", "cho mọi hạng và mọi nhóm"),
        new("template-for-class", "only for {class}", "chỉ cho hạng {class}"),
        new("template-for-team", "only for {team}", "chỉ cho nhóm {team}"),
        new("template-for-both", "only for {class} in {team}", "chỉ cho hạng {class} của nhóm {team}"),
        new("template-text", "Text", "Nội dung"),
        new(
            "template-text-hint",
            "The greeting, the promised time and the regards are put around it when it leaves.",
            "Lời chào, thời điểm đã hẹn và lời kết được thêm tự động khi gửi."
        ),
        new("template-only-for", "For whom", "Phạm vi áp dụng"),
        new("template-all-classes", "All classes", "Mọi hạng"),
        new("template-all-teams", "All teams", "Mọi nhóm"),
        new("template-choose", "Open", "Mở"),
        new("template-save", "Save", "Lưu"),
        new(
            "template-saved",
            "Saved. The next message begins with it.",
            "Đã lưu. Thông báo tiếp theo sẽ dùng mẫu này."
        ),
        new("template-preview", "Preview", "Xem trước"),
        new("template-preview-ticket", "Fill from ticket number", "Điền theo phiếu số"),
        new("template-preview-hint", "Left empty, a made-up ticket fills it.", "Để trống thì dùng một phiếu ví dụ."),
        new("template-give-up", "Go back to the text without it", "Bỏ mẫu riêng"),
        new("template-theirs", "What it says now", "Nội dung hiện tại"),
        new("template-variables", "Variables", "Biến"),
        new(
            "template-variables-hint",
            "Put one in with two braces. What is not known on a ticket says nothing; a condition leaves its words out then.",
            "Đặt biến trong hai dấu ngoặc nhọn. Biến chưa có giá trị sẽ để trống; dùng điều kiện để bỏ luôn phần chữ đi kèm."
        ),
        new("template-example-condition", "words only when it is known", "chỉ hiện khi đã có giá trị"),
        new("template-example-default", "other words when it is not", "dùng chữ khác khi chưa có giá trị"),
        new("audience-requester", "Requester", "Người yêu cầu"),
        new("in-language-en", "in English", "bằng tiếng Anh"),
        new("in-language-vi", "in Vietnamese", "bằng tiếng Việt"),
        new("language-name-en", "English", "Tiếng Anh"),
        new("language-name-vi", "Vietnamese", "Tiếng Việt"),
        new("begin-from", "Begin from", "Soạn từ mẫu"),
        new("begun-en", "Begun from a template, in English.", "Đã soạn từ mẫu, bằng tiếng Anh."),
        new("begun-vi", "Begun from a template, in Vietnamese.", "Đã soạn từ mẫu, bằng tiếng Việt."),
    ];
}
