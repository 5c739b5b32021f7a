namespace Stepdesk.Core.Words;

/// <summary>What the practice ground says: why a move is none.</summary>
static class PracticeWords
{
    public static readonly Sentence[] All =
    [
        new(
            "refusal-practice-unknown-verb",
            "There is no move “{detail}”. The moves are in the list of the practice ground.",
            "Không có thao tác “{detail}”. Xin chọn một thao tác trong danh sách của khu luyện tập."
        ),
        new(
            "refusal-practice-unknown-field",
            "“{detail}” is no part of this move. Leave it out.",
            "“{detail}” không thuộc thao tác này. Xin bỏ ra."
        ),
        new(
            "refusal-practice-field-missing",
            "“{detail}” is missing. Fill it in and try again.",
            "Còn thiếu “{detail}”. Xin điền rồi thử lại."
        ),
        new(
            "refusal-practice-field-unreadable",
            "“{detail}” cannot be read. Write it as this field asks for: 15m, 14:00, a number, or one of the names offered.",
            "Không đọc được “{detail}”. Xin viết đúng kiểu của ô này: 15m, 14:00, một con số, hoặc một tên có sẵn."
        ),
        new(
            "refusal-practice-unknown-name",
            "Nobody and nothing here is called so: {detail}. Choose one of the names the scenario has.",
            "Ở đây không có ai hay mục nào tên như vậy: {detail}. Xin chọn một tên có trong tình huống."
        ),
        new(
            "refusal-practice-is-over",
            "This session has ended. Read the debrief, or start another one.",
            "Lượt luyện tập này đã kết thúc. Bạn xem phần tổng kết hoặc bắt đầu lượt mới nhé."
        ),
        new(
            "refusal-practice-no-ticket",
            "There is no ticket yet. Log it first.",
            "Chưa có phiếu. Bạn ghi nhận phiếu trước nhé."
        ),
        new(
            "refusal-practice-ticket-exists",
            "The ticket is logged already. Change it instead of logging it again.",
            "Phiếu đã được ghi nhận. Bạn cập nhật phiếu đó thay vì ghi lại nhé."
        ),
        new(
            "refusal-practice-already-closed",
            "The ticket is closed already. Hand the session in when you are ready.",
            "Phiếu đã đóng rồi. Khi sẵn sàng, bạn nộp bài nhé."
        ),
        new(
            "refusal-practice-not-confirmed",
            "The customer has not confirmed that it works. Ask them, and close once they have answered.",
            "Khách hàng chưa xác nhận đã dùng được. Bạn hỏi lại và đóng phiếu sau khi có trả lời nhé."
        ),
        new(
            "refusal-practice-not-drawn",
            "There is no report of this name: {detail}. Draw it first, then attach it.",
            "Không có báo cáo tên này: {detail}. Bạn trích xuất trước rồi đính kèm nhé."
        ),
        new(
            "refusal-practice-too-many-reports",
            "You have drawn many reports in this session. Attach one of them.",
            "Bạn đã trích xuất rất nhiều báo cáo trong phiên này. Hãy đính kèm một trong số đó."
        ),
        new(
            "refusal-practice-not-seen",
            "You have not seen this yet: {detail}. Look it up first, then attach it.",
            "Bạn chưa xem mục này: {detail}. Bạn tra cứu trước rồi đính kèm nhé."
        ),
        new(
            "refusal-practice-no-report",
            "Nobody called {detail} has reported anything yet. Link the ticket of somebody who has written.",
            "{detail} chưa gửi báo cáo nào. Bạn liên kết với phiếu của người đã gửi báo cáo nhé."
        ),
        new(
            "refusal-practice-own-report",
            "This ticket is the report of {detail} itself. Link the ticket of somebody else to it.",
            "Phiếu này chính là báo cáo của {detail}. Bạn liên kết với phiếu của người khác nhé."
        ),
        new(
            "refusal-practice-in-the-past",
            "The session's clock is past that. Do it at an instant that is still to come.",
            "Đồng hồ của lượt luyện tập đã qua thời điểm đó. Xin chọn một thời điểm chưa tới."
        ),
        new(
            "refusal-practice-is-paused",
            "The session's clock stands. Let it go on, then do this again.",
            "Đồng hồ của lượt luyện tập đang dừng. Bạn cho đồng hồ chạy tiếp rồi làm lại nhé."
        ),
        new(
            "refusal-practice-text-gone",
            "The scenario was rewritten since this session began, so it cannot go on. Start another one.",
            "Tình huống đã được viết lại sau khi lượt này bắt đầu nên không thể tiếp tục. Bạn bắt đầu lượt mới nhé."
        ),
        new(
            "refusal-practice-only-they-say",
            "They have not said so yet, and only they can. Ask them, and wait for their answer.",
            "Người đó chưa nói như vậy và không ai nói thay được. Bạn hỏi rồi chờ trả lời nhé."
        ),
        new(
            "refusal-practice-clock-says",
            "When it was reported is what the session's clock says. Leave the time out.",
            "Thời điểm báo do đồng hồ của lượt luyện tập ghi. Xin bỏ trống ô thời gian."
        ),
        new(
            "refusal-practice-nobody-reported",
            "Nobody with this address has reported anything. Log it for somebody who has written.",
            "Chưa có ai dùng địa chỉ này báo điều gì. Bạn ghi phiếu cho người đã gửi thư nhé."
        ),
        new(
            "refusal-practice-real-address",
            "Somebody real may be reached at {detail}. People of the practice ground have addresses that end in .example or .test.",
            "{detail} có thể là địa chỉ của người thật. Người trong khu luyện tập dùng địa chỉ kết thúc bằng .example hoặc .test."
        ),
        new(
            "refusal-practice-at-the-desk",
            "This is done at the desk itself: open the ticket there.",
            "Việc này làm ngay trên bàn tiếp nhận. Bạn mở phiếu ở đó nhé."
        ),
        new(
            "refusal-practice-by-mail",
            "Customers are answered on their ticket. The chat is for colleagues.",
            "Khách hàng được trả lời trên phiếu. Khung trò chuyện chỉ dành cho đồng nghiệp."
        ),
        new(
            "refusal-practice-no-scenario",
            "There is no scenario “{detail}”. Choose one of the list.",
            "Không có tình huống “{detail}”. Xin chọn một tình huống trong danh sách."
        ),
        new(
            "refusal-practice-no-session",
            "There is no such session, or it is not yours.",
            "Không có lượt luyện tập này, hoặc đó không phải lượt của bạn."
        ),
        new(
            "refusal-practice-is-assessed",
            "In an assessed session the clock goes as it goes.",
            "Trong lượt đánh giá, đồng hồ luôn chạy và không điều chỉnh được."
        ),
        new(
            "refusal-practice-no-injection",
            "This scenario has nothing ready under “{detail}” for the way it turned out here. Choose one of the list.",
            "Tình huống không chuẩn bị sẵn “{detail}” cho diễn biến của lượt này. Xin chọn một mục trong danh sách."
        ),
        new(
            "refusal-practice-injection-too-late",
            "This was sent in already, or it makes no sense any more as the run stands. Choose something else.",
            "Việc này đã được đưa vào rồi, hoặc không còn hợp lý với diễn biến hiện tại. Xin chọn việc khác."
        ),
        new(
            "refusal-practice-injection-reason",
            "Say why you send it in; whoever practises reads it in the debrief.",
            "Xin ghi lý do đưa thêm việc này; người luyện tập sẽ đọc khi xem lại lượt."
        ),
        new(
            "refusal-practice-injection-assessed",
            "This run is assessed: everybody gets the same, so nothing can be sent into it. Send things into practice runs.",
            "Đây là lượt đánh giá nên ai cũng gặp như nhau và không đưa thêm việc được. Bạn chỉ đưa thêm việc vào lượt thực hành nhé."
        ),
        new(
            "refusal-practice-speed",
            "The clock goes 1, 2, 5 or 10 times as fast. Choose one of these.",
            "Đồng hồ chạy nhanh gấp 1, 2, 5 hoặc 10 lần. Xin chọn một mức."
        ),
        new(
            "refusal-practice-nothing-comes",
            "Nothing happens any more unless you do something.",
            "Sẽ không có gì xảy ra nữa nếu bạn không làm gì."
        ),
        new(
            "refusal-practice-not-over",
            "The session is still going on. Hand it in, then read how it went.",
            "Lượt luyện tập còn đang diễn ra. Bạn nộp bài rồi xem kết quả nhé."
        ),
        new("practice-since", "Since {time}.", "Từ {time}."),
        new("practice-affected", "{count} people are affected.", "{count} người bị ảnh hưởng."),
        new("practice-no-pattern", "No pattern.", "Không thấy xu hướng lặp lại."),
        new("practice-i-said", "As I wrote at {time}: {text}", "Như đã nhắn lúc {time}: {text}"),
        new("practice-we-said", "As we wrote at {time}: {text}", "Như bên mình đã nhắn lúc {time}: {text}"),
        new(
            "practice-tried-again",
            "Tried again just now, and it is no different from what I wrote at {time}.",
            "Vừa thử lại lần nữa, vẫn y như đã nhắn lúc {time}."
        ),
        new("practice-still-wrong", "It does not work.", "Vẫn chưa dùng được."),
        new("practice-telemetry", "Telemetry of the platform", "Dữ liệu đo của nền tảng"),
    ];
}
