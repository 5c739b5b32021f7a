namespace Stepdesk.Core.Words;

/// <summary>What a customer reads on the page behind their link.</summary>
static class PortalWords
{
    public static readonly Sentence[] All =
    [
        new("portal-your-request", "Your request #{number}", "Yêu cầu #{number} của bạn"),
        new("portal-reported", "Reported {at}", "Báo lúc {at}"),
        new("portal-you", "You", "Bạn"),
        new("portal-for-you", "Reported for you", "Được báo giúp bạn"),
        new("portal-team", "{who}, support", "{who}, bộ phận hỗ trợ"),
        new("portal-state-received", "Received. Somebody will answer soon.", "Đã nhận. Sẽ có người trả lời bạn sớm."),
        new("portal-state-working", "We are working on it.", "Chúng tôi đang xử lý."),
        new(
            "portal-state-promised",
            "We are working on it. Next update by {at}.",
            "Chúng tôi đang xử lý. Sẽ cập nhật trước {at}."
        ),
        new(
            "portal-state-resolved",
            "We believe it is solved. Does it work for you?",
            "Chúng tôi cho rằng đã xử lý xong. Bạn thấy đã ổn chưa?"
        ),
        new("portal-state-confirmed", "You confirmed that it works. Thank you.", "Bạn đã xác nhận là ổn. Xin cảm ơn."),
        new(
            "portal-state-closed",
            "Closed. Write here within two weeks to reopen it.",
            "Đã đóng. Viết tại đây trong vòng hai tuần để mở lại."
        ),
        new(
            "portal-state-lapsed",
            "Closed, since we did not hear from you. Tell us whether it works, or write here to reopen it.",
            "Đã đóng do chưa nhận được phản hồi của bạn. Bạn có thể xác nhận đã ổn, hoặc viết tại đây để mở lại."
        ),
        new(
            "portal-state-ended",
            "Closed. For something new, please write to us again.",
            "Đã đóng. Nếu có việc mới, xin viết cho chúng tôi."
        ),
        new("portal-confirm-title", "Does it work now?", "Bây giờ đã ổn chưa?"),
        new("portal-comment", "A word to us, if you like", "Lời nhắn cho chúng tôi, nếu bạn muốn"),
        new("portal-works", "Yes, it works", "Đã ổn"),
        new("portal-works-not", "No, it does not work", "Vẫn chưa ổn"),
        new("portal-what-fails", "What does not work?", "Điều gì vẫn chưa ổn?"),
        new("portal-send-dispute", "Tell us", "Gửi cho chúng tôi"),
        new("portal-write", "Write to us", "Viết cho chúng tôi"),
        new("portal-message", "Your message", "Tin nhắn của bạn"),
        new("portal-send", "Send", "Gửi"),
        new("portal-conversation", "What was said", "Trao đổi"),
        new("portal-confirmed", "You confirmed that it works", "Bạn xác nhận đã ổn"),
        new("portal-confirmed-for", "Support recorded that you confirmed", "Bộ phận hỗ trợ ghi nhận bạn đã xác nhận"),
        new("portal-disputed", "You said that it does not work", "Bạn cho biết vẫn chưa ổn"),
        new("portal-closed", "The request was closed", "Yêu cầu đã được đóng"),
        new(
            "portal-closed-unconfirmed",
            "The request was closed, since we did not hear from you",
            "Yêu cầu đã được đóng do chưa nhận được phản hồi của bạn"
        ),
        new("portal-reopened", "The request was reopened", "Yêu cầu đã được mở lại"),
        new(
            "portal-foot",
            "This page is yours alone: whoever has its link can read and answer here.",
            "Trang này chỉ dành cho bạn: ai có liên kết đều có thể đọc và trả lời tại đây."
        ),
    ];
}
