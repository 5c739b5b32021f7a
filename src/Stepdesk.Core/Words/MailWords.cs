namespace Stepdesk.Core.Words;

/// <summary>Why a mail could not be read in full: the codes of <see cref="Mail.ReadMail.Error"/>.</summary>
static class MailWords
{
    public static readonly Sentence[] All =
    [
        new("mail-empty", "The mail is empty.", "Thư trống."),
        new(
            "mail-no-header",
            "The mail has no header; all of it is shown as text.",
            "Thư không có phần đầu; toàn bộ được hiển thị dưới dạng văn bản."
        ),
        new(
            "mail-too-large",
            "The mail is too large; only its beginning was read.",
            "Thư quá lớn; chỉ đọc được phần đầu."
        ),
        new(
            "mail-too-many-headers",
            "The mail's header is too long; only its beginning was read.",
            "Phần đầu thư quá dài; chỉ đọc được đoạn đầu."
        ),
        new(
            "mail-too-many-parts",
            "The mail has too many parts; the rest was left unread.",
            "Thư có quá nhiều phần; phần còn lại không được đọc."
        ),
        new(
            "mail-too-deep",
            "The mail's parts are nested too deeply; the inner ones are kept as a file.",
            "Các phần của thư lồng nhau quá sâu; các phần bên trong được giữ dưới dạng tệp."
        ),
        new(
            "mail-too-many-addresses",
            "The mail has too many recipients; only the first ones are listed.",
            "Thư có quá nhiều người nhận; chỉ liệt kê những người đầu tiên."
        ),
        new(
            "mail-text-too-long",
            "The mail's text is too long; only its beginning is shown.",
            "Nội dung thư quá dài; chỉ hiển thị phần đầu."
        ),
        new(
            "mail-unreadable",
            "The mail could not be read; its raw text is shown.",
            "Không đọc được thư; nội dung thô được hiển thị."
        ),
        new("file-unreadable", "The file could not be read.", "Không đọc được tệp."),
    ];
}
