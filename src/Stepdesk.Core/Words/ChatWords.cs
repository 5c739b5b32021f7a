namespace Stepdesk.Core.Words;

/// <summary>Chat channels: the cards in them, and what became of those on a ticket.</summary>
static class ChatWords
{
    public static readonly Sentence[] All =
    [
        new("card-escalation", "Help needed: {specialty}", "Cần hỗ trợ: {specialty}"),
        new("card-alert", "Alert: {specialty}", "Báo khẩn: {specialty}"),
        new("card-completing", "Full package to our alert: {specialty}", "Thông tin đầy đủ cho báo khẩn: {specialty}"),
        new("card-withdrawn", "Help is no longer needed", "Không cần hỗ trợ nữa"),
        new("card-clock_warned", "Due soon: {clock}", "Sắp đến hạn: {clock}"),
        new("card-clock_broken", "Promise broken: {clock}", "Trễ cam kết: {clock}"),
        new("card-clock_overdue", "Still overdue: {clock}", "Vẫn quá hạn: {clock}"),
        new("card-reason", "The reason", "Lý do rút lại"),
        new("card-ticket", "Ticket", "Phiếu"),
        new("card-deadline", "Deadline", "Hạn"),
        new("card-promise", "Promise", "Cam kết"),
        new("card-open", "Open the ticket", "Mở phiếu"),
        new("card-ask", "The ask", "Điều cần hỗ trợ"),
        new("card-alert-note", "All we know follows in a second card.", "Thông tin đầy đủ sẽ có trong tin tiếp theo."),
        new(
            "card-answer-note",
            "Answers in this chat do not reach the ticket by themselves. Please write them on the ticket, or tell whoever asked.",
            "Trả lời trong kênh chat này không tự chuyển vào phiếu. Xin Anh/Chị ghi vào phiếu, hoặc báo cho người đã nhờ hỗ trợ."
        ),
        new(
            "card-cut",
            "This was too long for one message and is cut. All of it stands on the ticket.",
            "Nội dung quá dài cho một tin nhắn nên đã được cắt bớt. Bản đầy đủ có trên phiếu."
        ),
        new("card-automatic", "The desk wrote this by itself.", "Tin này do hệ thống tự động gửi."),
        new(
            "event-chat_posted",
            "The message was accepted in the chat channel {channel}",
            "Tin nhắn đã được nhận vào kênh chat {channel}"
        ),
        new(
            "event-chat_failed",
            "A message did not get into the chat channel {channel} ({status})",
            "Một tin nhắn không vào được kênh chat {channel} ({status})"
        ),
        new("notice-chat_failed", "A chat message did not arrive", "Một tin nhắn không vào được kênh chat"),
        new("chat-status-http", "it answered {status}", "kênh trả lời {status}"),
        new("chat-status-no-answer", "no answer in time", "không trả lời kịp"),
        new("chat-status-unreachable", "it could not be reached", "không kết nối được"),
        new("chat-status-redirected", "it has moved elsewhere", "kênh đã chuyển sang địa chỉ khác"),
        new("chat-status-too-large", "the message is too large for it", "tin nhắn quá lớn"),
        new("chat-status-not-set-up", "it is no longer set up", "kênh không còn được thiết lập"),
        new("chat-status-failed", "it could not be written", "không soạn được tin nhắn"),
        new("chat-channel", "{name} (chat)", "{name} (chat)"),
        new("escalate-channel", "And a chat channel, or that alone", "Và một kênh chat, hoặc chỉ kênh chat"),
        new("in-chat", "in the channel", "đã vào kênh"),
        new("in-chat-sending", "on its way to the channel", "đang gửi vào kênh"),
        new("in-chat-failed", "did not get into the channel", "không vào được kênh"),
        new(
            "refusal-no-such-chat-channel",
            "There is no such chat channel. Choose one of: {detail}.",
            "Không có kênh chat này. Hãy chọn một trong các kênh: {detail}."
        ),
        new(
            "refusal-no-chat-channel-is-set-up",
            "No chat channel is set up at this desk. Choose a person, a team or an address instead.",
            "Hệ thống chưa thiết lập kênh chat nào. Hãy chọn một người, một nhóm hoặc một địa chỉ."
        ),
    ];
}
