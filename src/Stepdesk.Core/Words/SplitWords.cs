namespace Stepdesk.Core.Words;

/// <summary>What is said where messages of a ticket become one of their own.</summary>
static class SplitWords
{
    public static readonly Sentence[] All =
    [
        new("tab-split", "Split", "Tách phiếu"),
        new("do-split", "Split off", "Tách thành phiếu mới"),
        new(
            "split-hint",
            "For when somebody asked for something else in the middle of this ticket.",
            "Dùng khi trong phiếu này có người hỏi thêm một việc khác."
        ),
        new("split-messages", "Which messages", "Tách những tin nào"),
        new("split-title", "Title of the new ticket", "Tiêu đề phiếu mới"),
        new("split-why", "Why (for colleagues, on both tickets)", "Lý do (nội bộ, ghi ở cả hai phiếu)"),
        new(
            "split-requester",
            "Whose ticket it becomes, if not {who}'s: e-mail address",
            "Nếu không phải của {who}, phiếu mới là của ai: địa chỉ email"
        ),
        new(
            "split-begins",
            "The new ticket begins with these words and their files, in the team of this one, and is not classified yet. Its clocks count from now.",
            "Phiếu mới bắt đầu bằng những lời này kèm tệp, thuộc nhóm của phiếu này và chưa phân loại. Đồng hồ tính từ bây giờ."
        ),
        new(
            "split-stays",
            "The messages stay in this history, with where they went on. Whoever answers those mails is heard on the new ticket; everything else is heard here as before.",
            "Các tin vẫn nằm trong lịch sử phiếu này, có ghi đã sang phiếu nào. Trả lời cho các thư ấy sẽ vào phiếu mới; mọi thứ khác vẫn vào đây như trước."
        ),
        new(
            "split-tells-nobody",
            "Nobody is written to by the split. Who becomes the requester of the new ticket can read these messages there.",
            "Việc tách không gửi thư cho ai. Người yêu cầu của phiếu mới đọc được các tin này ở đó."
        ),
        new(
            "split-undo",
            "A split is not taken back. To bring both together again, merge the new ticket into this one.",
            "Không thể hoàn tác việc tách. Muốn nhập lại, hãy gộp phiếu mới vào phiếu này."
        ),
        new("split-went-on", "Goes on in #{number}", "Xử lý tiếp ở #{number}"),
        new(
            "event-split_off",
            "{who} split {n} of its messages off into #{number}",
            "{who} đã tách {n} tin sang phiếu #{number}"
        ),
        new("event-split_from", "{who} split this ticket off #{number}", "{who} đã tách phiếu này từ #{number}"),
        new(
            "refusal-split-without-messages",
            "Choose the messages that become the new ticket.",
            "Hãy chọn những tin sẽ thành phiếu mới."
        ),
        new(
            "refusal-split-of-too-many-messages",
            "At most 20 messages can be split off at once.",
            "Mỗi lần chỉ tách được nhiều nhất 20 tin."
        ),
        new(
            "refusal-split-what-no-customer-wrote",
            "Only what the customer wrote after the report can be split off. For another matter in the report itself, log a ticket and link the two.",
            "Chỉ tách được những gì khách hàng viết sau báo cáo đầu tiên. Nếu việc khác nằm ngay trong báo cáo, hãy lập phiếu mới rồi liên kết hai phiếu."
        ),
        new(
            "refusal-split-off-before",
            "One of these messages was split off before and goes on in its own ticket.",
            "Một trong các tin này đã được tách trước đó và đang được xử lý ở phiếu riêng."
        ),
    ];
}
