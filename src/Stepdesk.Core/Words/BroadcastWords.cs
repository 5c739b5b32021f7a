namespace Stepdesk.Core.Words;

/// <summary>Broadcasts: the mails, the pages, what messages say of them.</summary>
static class BroadcastWords
{
    public static readonly Sentence[] All =
    [
        new("mail-broadcast-known", "Known incident: {title}", "Thông báo sự cố: {title}"),
        new("mail-broadcast-update", "Known incident, update: {title}", "Cập nhật sự cố: {title}"),
        new("mail-broadcast-over", "Incident over: {title}", "Sự cố đã kết thúc: {title}"),
        new(
            "mail-broadcast-lead-known",
            "We know of an incident that may concern you and are working on it.",
            "Chúng tôi đã ghi nhận một sự cố có thể ảnh hưởng đến Anh/Chị và đang xử lý."
        ),
        new(
            "mail-broadcast-lead-update",
            "This is how the incident stands that we wrote to you about.",
            "Chúng tôi xin cập nhật về sự cố đã thông báo tới Anh/Chị."
        ),
        new(
            "mail-broadcast-lead-over",
            "The incident we wrote to you about is over.",
            "Sự cố mà chúng tôi đã thông báo tới Anh/Chị nay đã kết thúc."
        ),
        new("mail-broadcast-status", "How it stands can be read here:", "Anh/Chị có thể xem tình trạng tại đây:"),
        new(
            "mail-broadcast-answer",
            "If something else is wrong for you, simply answer this mail; it becomes a request of your own.",
            "Nếu Anh/Chị gặp vấn đề khác, xin trả lời thư này; chúng tôi sẽ tiếp nhận thành một yêu cầu riêng."
        ),
        new(
            "incident-told",
            "This looks like an incident we know of: {title}\n{text}",
            "Đây có thể là sự cố chúng tôi đã ghi nhận: {title}\n{text}"
        ),
        new(
            "incident-told-promising",
            "This looks like an incident we know of: {title}\n{text}\nThe next update comes by {time}.",
            "Đây có thể là sự cố chúng tôi đã ghi nhận: {title}\n{text}\nCập nhật tiếp theo chậm nhất vào {time}."
        ),
        new("sample-incident-title", "LMS: videos do not play", "LMS: video không phát được"),
        new(
            "sample-incident-text",
            "We are looking into it together with our provider.",
            "Chúng tôi đang cùng nhà cung cấp kiểm tra."
        ),
        new(
            "notice-broadcast_overdue",
            "Many were promised an update on an incident, and it is late",
            "Đã quá hạn cập nhật thông báo sự cố gửi tới nhiều người"
        ),
        new("broadcasts", "Known incidents", "Thông báo sự cố"),
        new(
            "broadcasts-lead",
            "What many were told at once of an incident that is known: who, when, whom it reached, and what holds now.",
            "Những thông báo gửi tới nhiều người về sự cố đã biết: ai gửi, khi nào, đã tới ai, và nội dung hiện hành."
        ),
        new("broadcasts-none", "Nothing was told to many yet.", "Chưa có thông báo sự cố nào."),
        new("broadcast-new", "Tell many of an incident", "Gửi thông báo sự cố"),
        new("broadcast-number", "Broadcast {number}", "Thông báo số {number}"),
        new("broadcast-affects", "What is affected", "Phạm vi ảnh hưởng"),
        new("broadcast-title", "Title", "Tiêu đề"),
        new("broadcast-text", "Text", "Nội dung"),
        new(
            "broadcast-text-hint",
            "What is known, what they can do meanwhile. Never when it is mended.",
            "Điều đã biết và cách tạm thời. Không hẹn giờ khắc phục xong."
        ),
        new(
            "broadcast-languages-hint",
            "One language is enough; who reads the other gets this one.",
            "Chỉ cần một ngôn ngữ; người đọc ngôn ngữ kia sẽ nhận bản này."
        ),
        new("broadcast-next", "The next update comes by", "Cập nhật tiếp theo chậm nhất"),
        new("broadcast-next-of", "Next update by {at}", "Cập nhật tiếp theo chậm nhất {at}"),
        new("broadcast-next-late", "The update promised for {at} is due", "Đã quá giờ hẹn cập nhật {at}"),
        new("broadcast-to", "Who gets it by mail", "Ai nhận qua thư"),
        new("broadcast-ticket", "Ticket it is worked on", "Phiếu đang xử lý sự cố"),
        new(
            "broadcast-ticket-hint",
            "The number. New reports that read alike are pointed out.",
            "Ghi số phiếu. Phiếu mới có nội dung giống sẽ được gợi ý."
        ),
        new(
            "broadcast-linked",
            "Everybody who reported it, and their stakeholders",
            "Mọi người đã báo lỗi này và các bên liên quan"
        ),
        new("broadcast-domains", "Everybody at these mail domains", "Mọi người có thư thuộc các tên miền"),
        new("broadcast-teams", "Teams", "Nhóm"),
        new("broadcast-roles", "Roles", "Vai trò"),
        new("broadcast-people", "Single people, by address", "Từng người, theo địa chỉ thư"),
        new("broadcast-commas", "Several with commas between them.", "Nhiều mục cách nhau bằng dấu phẩy."),
        new(
            "broadcast-public",
            "Show it to everybody on the status page and where people sign in",
            "Hiển thị cho mọi người ở trang tình trạng và trang đăng nhập"
        ),
        new("broadcast-is-public", "on the status page", "có ở trang tình trạng"),
        new("broadcast-look", "See who gets it", "Xem ai sẽ nhận"),
        new("broadcast-send", "Send to {n} people", "Gửi tới {n} người"),
        new(
            "broadcast-reach",
            "{n} people get it, each a mail of their own:",
            "{n} người sẽ nhận, mỗi người một thư riêng:"
        ),
        new("broadcast-reach-more", "and {n} more", "và {n} người khác"),
        new(
            "broadcast-confirm-many",
            "I looked at who they are and mean all {n}",
            "Tôi đã xem danh sách và muốn gửi cho cả {n} người"
        ),
        new("broadcast-update", "Update", "Cập nhật"),
        new(
            "broadcast-update-lead",
            "Everybody who was told gets this, and who came into the circle since. That there is no news is news: a new promise is enough.",
            "Mọi người đã nhận và người mới thuộc nhóm nhận sẽ được gửi. Chưa có tin mới cũng cần báo: chỉ cần hẹn lại giờ cập nhật."
        ),
        new("broadcast-update-send", "Send the update", "Gửi cập nhật"),
        new("broadcast-withdraw", "It is over", "Kết thúc sự cố"),
        new(
            "broadcast-withdraw-lead",
            "Everybody who heard of it hears this once, and it is shown nowhere any more.",
            "Mọi người đã nhận thông báo sẽ nhận tin này một lần, và thông báo không còn hiển thị ở đâu nữa."
        ),
        new("broadcast-withdraw-send", "Tell that it is over", "Báo đã kết thúc"),
        new("broadcast-kind-known", "known", "đã ghi nhận"),
        new("broadcast-kind-update", "update", "cập nhật"),
        new("broadcast-kind-over", "over", "đã kết thúc"),
        new("broadcast-editions", "What was told", "Các lần thông báo"),
        new("broadcast-by", "{who}, {at}", "{who}, {at}"),
        new("broadcast-sent-to", "sent to {n} people", "gửi tới {n} người"),
        new("broadcast-was-sent", "Sent. How far it got stands below.", "Đã gửi. Tình trạng gửi ở bên dưới."),
        new("broadcast-deliveries", "Whom it reached", "Đã tới ai"),
        new("delivery-waiting", "on its way", "đang gửi"),
        new("delivery-delivered", "accepted for delivery", "đã nhận để chuyển đi"),
        new("delivery-failed", "not delivered", "không gửi được"),
        new("delivery-left_out", "left out, something newer holds", "bỏ qua, đã có nội dung mới hơn"),
        new("broadcast-reader", "Reader", "Người nhận"),
        new("broadcast-state", "State", "Tình trạng"),
        new(
            "broadcast-ticket-closed",
            "Its ticket is closed. Is it over?",
            "Phiếu xử lý đã đóng. Sự cố đã kết thúc chưa?"
        ),
        new("incident-box", "Known incident", "Sự cố đã thông báo"),
        new(
            "incident-own",
            "Many were told of this: broadcast {number}.",
            "Sự cố này đã được thông báo rộng: số {number}."
        ),
        new(
            "incident-seems",
            "It may report this. Both say: {words}",
            "Có thể là cùng sự cố này. Cả hai đều nói: {words}"
        ),
        new("incident-begin", "Begin the first answer with it", "Soạn phản hồi ban đầu có nội dung này"),
        new("incident-tell", "Tell many of it", "Thông báo rộng về sự cố này"),
        new("status-title", "Known incidents", "Tình trạng hệ thống"),
        new("status-none", "No incident is known right now.", "Hiện không ghi nhận sự cố nào."),
        new(
            "status-lead",
            "What we know of and are working on. If something else is wrong for you, please tell us.",
            "Những sự cố chúng tôi đã ghi nhận và đang xử lý. Nếu Anh/Chị gặp vấn đề khác, xin báo cho chúng tôi."
        ),
        new("status-told", "told {at}", "thông báo lúc {at}"),
        new("status-all", "All known incidents", "Xem mọi sự cố"),
    ];
}
