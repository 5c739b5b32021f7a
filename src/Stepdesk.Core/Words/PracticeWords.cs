namespace Stepdesk.Core.Words;

/// <summary>What the practice ground says: why a move is none, and how a line of a rubric came out.</summary>
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
        new("practice-still-wrong", "It does not work.", "Vẫn chưa dùng được."),
        new("practice-telemetry", "Telemetry of the platform", "Dữ liệu đo của nền tảng"),
        new("verdict-other-branch", "This could not come up here.", "Tình huống này không xảy ra ở nhánh này."),
        new(
            "verdict-within-met",
            "{took} from {from} to {to}; {limit} was allowed.",
            "Từ {from} đến {to} là {took}; cho phép {limit}."
        ),
        new(
            "verdict-within-late",
            "{took} from {from} to {to}; only {limit} was allowed.",
            "Từ {from} đến {to} mất {took}; chỉ cho phép {limit}."
        ),
        new(
            "verdict-within-none",
            "What this counts from did not happen: {what}.",
            "Mốc bắt đầu tính không xảy ra: {what}."
        ),
        new("verdict-before-met", "{first} came before {then}.", "{first} diễn ra trước {then}."),
        new("verdict-before-none", "This was not done: {what}.", "Chưa làm việc này: {what}."),
        new("verdict-never-met", "It was not done, rightly.", "Việc không nên làm đã không làm."),
        new("verdict-never-violated", "This may not be done here: {what}.", "Việc này không được làm ở đây: {what}."),
        new(
            "verdict-never-early",
            "{what} came too early: only after this may it come: {until}.",
            "{what} đến quá sớm: chỉ được làm sau việc này: {until}."
        ),
        new("verdict-never-none", "It was not done.", "Không có việc này."),
        new(
            "verdict-cadence-met",
            "The longest silence was {gap}, from {from} to {to}; {limit} was allowed.",
            "Khoảng im lặng dài nhất là {gap}, từ {from} đến {to}; cho phép {limit}."
        ),
        new(
            "verdict-cadence-gap",
            "Nobody heard anything for {gap}, from {from} to {to}; at most {limit} was allowed.",
            "Từ {from} đến {to}, {gap} liền không có tin nào; tối đa cho phép {limit}."
        ),
        new("verdict-cadence-none", "There was no first message: {what}.", "Không có tin đầu tiên: {what}."),
        new("verdict-field-met", "At {at} {field} was {value}.", "Lúc {at}, {field} là {value}."),
        new(
            "verdict-field-not",
            "At {at} {field} was {value}; right would be {wanted}.",
            "Lúc {at}, {field} là {value}; đúng ra là {wanted}."
        ),
        new("verdict-field-empty", "At {at} {field} was not set.", "Lúc {at}, {field} chưa được điền."),
        new(
            "verdict-field-unset",
            "At {at} {field} was not set; right would be {wanted}.",
            "Lúc {at}, {field} chưa được điền; đúng ra là {wanted}."
        ),
        new("verdict-field-none", "This was not done: {what}.", "Chưa làm việc này: {what}."),
        new(
            "verdict-count-met",
            "{count} counted, {wanted} needed: {what}.",
            "Đếm được {count}, cần {wanted}: {what}."
        ),
        new("verdict-count-none", "None counted: {what}.", "Không đếm được lần nào: {what}."),
        new(
            "verdict-count-unsure",
            "None was recognised, but people were told to do something: {what}. A mentor reads whether it helps meanwhile.",
            "Không nhận ra được, nhưng có lời dặn làm gì đó: {what}. Mentor sẽ đọc xem đó có phải cách làm tạm hay không."
        ),
        new("verdict-carries-met", "{what} carries what was needed.", "{what} mang đủ thông tin cần thiết."),
        new("verdict-carries-not", "{what} leaves out: {missing}.", "{what} còn thiếu: {missing}."),
        new("verdict-carries-none", "This was never sent: {what}.", "Chưa hề gửi: {what}."),
        new(
            "verdict-supported-met",
            "All {count} statements had been looked up before.",
            "Cả {count} điều đã nói đều được tra cứu trước đó."
        ),
        new(
            "verdict-supported-violated",
            "{what} says “{words}”, which nobody had looked up by then.",
            "{what} nói “{words}”, trong khi lúc đó chưa ai tra cứu."
        ),
        new(
            "verdict-supported-contradicted",
            "{what} says “{words}”; what had come to light at {at} is another: {fact}.",
            "{what} nói “{words}”, khác với điều đã biết ở {at}: {fact}."
        ),
        new(
            "verdict-supported-none",
            "Nothing was stated that had to be looked up.",
            "Không có điều nào cần tra cứu được nói ra."
        ),
        new(
            "verdict-promise-met",
            "All {count} promises of a next contact were kept.",
            "Cả {count} lời hẹn liên lạc lại đều được giữ."
        ),
        new(
            "verdict-promise-broken",
            "{what} promised a next contact at {due}; there was none.",
            "{what} hẹn liên lạc lại lúc {due} nhưng không thấy."
        ),
        new(
            "verdict-promise-late",
            "{what} promised a next contact at {due}; it came at {at}.",
            "{what} hẹn liên lạc lại lúc {due} nhưng đến {at} mới liên lạc."
        ),
        new("verdict-promise-none", "No next contact was promised.", "Không có lời hẹn liên lạc lại nào."),
        new("verdict-artifact-met", "{what} says all that was asked for.", "{what} nêu đủ những điều được yêu cầu."),
        new("verdict-artifact-not", "{what} does not say: {missing}.", "{what} chưa nêu: {missing}."),
        new(
            "verdict-artifact-unsure",
            "Not found in {what}: {missing}. A mentor decides.",
            "Không tìm thấy trong {what}: {missing}. Người hướng dẫn sẽ quyết định."
        ),
        new("verdict-artifact-none", "This was not handed in: {what}.", "Chưa nộp: {what}."),
        new("verdict-text-met", "{what} reads as it should.", "{what} viết đúng như yêu cầu."),
        new("verdict-text-violated", "{what} says “{words}” ({rules}).", "{what} viết “{words}” ({rules})."),
        new("verdict-text-not", "{what} lacks: {rules}.", "{what} thiếu: {rules}."),
        new(
            "verdict-text-unsure",
            "Not found in {what}: {rules}. A mentor decides.",
            "Không tìm thấy trong {what}: {rules}. Người hướng dẫn sẽ quyết định."
        ),
        new(
            "verdict-hardly-anything",
            "It was done, but {what} says next to nothing. A mentor decides.",
            "Đã có làm, nhưng {what} hầu như không nói gì. Người hướng dẫn sẽ quyết định."
        ),
        new("verdict-text-none", "This was never sent: {what}.", "Chưa hề gửi: {what}."),
        new("verdict-mentor", "A mentor decides, in {levels} levels.", "Người hướng dẫn đánh giá theo {levels} mức."),
    ];
}
