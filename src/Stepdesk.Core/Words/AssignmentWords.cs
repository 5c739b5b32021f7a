namespace Stepdesk.Core.Words;

/// <summary>What is said where tickets are given out, handed over and followed.</summary>
static class AssignmentWords
{
    public static readonly Sentence[] All =
    [
        new("teams", "Teams", "Nhóm"),
        new(
            "teams-lead",
            "Who works together, and how tickets are given out in each team.",
            "Ai làm việc cùng nhau, và mỗi nhóm chia phiếu thế nào."
        ),
        new("team-add", "Add a team", "Thêm nhóm"),
        new("team-added", "{name} is a team now. Put people into it.", "Đã thêm nhóm {name}. Hãy xếp người vào nhóm."),
        new("team-name", "Name of the team", "Tên nhóm"),
        new("team-members", "Colleagues", "Thành viên"),
        new("team-queue", "Waiting in the queue", "Đang chờ trong hàng đợi"),
        new("team-empty", "Nobody is in this team yet.", "Nhóm này chưa có ai."),
        new("team-rule", "How tickets are given out", "Cách chia phiếu"),
        new("handing-manual", "Nobody is given any; people take them", "Không tự chia; mọi người tự nhận"),
        new("handing-round_robin", "In turn", "Lần lượt từng người"),
        new("handing-least_loaded", "To whoever has the fewest open", "Cho người đang có ít phiếu nhất"),
        new("team-most", "Open tickets for one person at most", "Số phiếu mở tối đa của một người"),
        new(
            "team-most-hint",
            "Empty for no limit. Who has as many is passed over; the ticket waits for a free hand.",
            "Để trống nếu không giới hạn. Ai đã đủ số thì được bỏ qua; phiếu chờ người rảnh."
        ),
        new(
            "team-rule-hint",
            "Who is away or off work is passed over. A ticket is given out when it comes to the team without an owner.",
            "Người vắng mặt hoặc ngoài giờ làm được bỏ qua. Phiếu được chia khi về nhóm mà chưa có người phụ trách."
        ),
        new("team-rule-set", "Set the rule", "Lưu cách chia"),
        new("team-rule-is-set", "The rule is set.", "Đã lưu cách chia phiếu."),
        new("member-state", "Now", "Hiện tại"),
        new("member-open", "Open", "Phiếu mở"),
        new("member-free", "Can be given tickets", "Có thể nhận phiếu"),
        new("member-away", "Away", "Vắng mặt"),
        new("member-off_hours", "Off work", "Ngoài giờ làm"),
        new("member-full", "Has enough", "Đã đủ phiếu"),
        new("hours", "Works", "Giờ làm việc"),
        new("hours-any", "whenever the desk does", "theo giờ của cả bàn"),
        new("hours-gone", "{name} (no such calendar any more)", "{name} (lịch này không còn)"),
        new("set-hours", "Set working hours", "Lưu giờ làm việc"),
        new("hours-set", "Working hours are set.", "Đã lưu giờ làm việc."),
        new("away", "Away", "Vắng mặt"),
        new("away-from", "From", "Từ"),
        new("away-until", "Until", "Đến"),
        new(
            "away-hint",
            "Who is away is given nothing new. Without an end it holds until they are back.",
            "Người vắng mặt không được giao thêm phiếu. Không ghi lúc về thì tính đến khi kết thúc vắng mặt."
        ),
        new("set-away", "Set absence", "Lưu vắng mặt"),
        new("away-set", "The absence is noted.", "Đã ghi nhận vắng mặt."),
        new("end-away", "Back again", "Đã trở lại"),
        new("away-ended", "Back: new tickets can come.", "Đã trở lại: có thể nhận phiếu mới."),
        new("is-away", "away", "vắng mặt"),
        new("is-away-until", "away until {at}", "vắng mặt đến {at}"),
        new("will-be-away", "away from {from}", "sẽ vắng từ {from}"),
        new("will-be-away-until", "away from {from} to {at}", "sẽ vắng từ {from} đến {at}"),
        new("away-tickets", "Open tickets of those who are away", "Phiếu mở của người đang vắng"),
        new(
            "away-tickets-lead",
            "Nobody works on these until they are back. Give to a colleague what cannot wait.",
            "Chưa có ai xử lý cho đến khi họ trở lại. Hãy giao cho đồng nghiệp những phiếu không chờ được."
        ),
        new("team-of-person", "Team", "Nhóm"),
        new("set-team", "Set the team", "Lưu nhóm"),
        new("team-set", "The team is set.", "Đã lưu nhóm."),
        new(
            "refusal-assignment-limit-is-out-of-range",
            "The limit of open tickets for one person is a number from 1 to 500, or none.",
            "Số phiếu mở tối đa của một người là từ 1 đến 500, hoặc để trống."
        ),
        new(
            "refusal-assignment-rule-has-changed",
            "Somebody changed this rule meanwhile. What you see now is what holds; set yours again if you still mean it.",
            "Có người vừa đổi cách chia này. Hãy xem lại cách đang áp dụng rồi lưu lần nữa nếu bạn vẫn muốn đổi."
        ),
        new(
            "refusal-team-name-is-missing",
            "Give the team a name of up to 60 characters.",
            "Hãy đặt tên nhóm, tối đa 60 ký tự."
        ),
        new("refusal-team-name-is-taken", "There is a team of this name.", "Đã có nhóm mang tên này."),
        new(
            "refusal-away-ends-before-it-begins",
            "An absence ends after it begins, and not in the past.",
            "Lúc kết thúc vắng mặt phải sau lúc bắt đầu và chưa trôi qua."
        ),
        new(
            "refusal-no-such-calendar-of-work",
            "There is no calendar of this name. The calendars of the desk are under Calendars.",
            "Không có lịch làm việc mang tên này. Xem các lịch hiện có ở mục Lịch làm việc."
        ),
        new(
            "refusal-person-is-away",
            "{detail} is away and is given nothing new. Choose somebody else, or end the absence first.",
            "{detail} đang vắng mặt nên không được giao thêm phiếu. Hãy chọn người khác, hoặc kết thúc vắng mặt trước."
        ),
        new("tab-transfer", "Transfer", "Chuyển nhóm"),
        new("do-transfer", "Hand over to this team", "Chuyển cho nhóm này"),
        new("transfer-to", "To which team", "Chuyển đến nhóm"),
        new("transfer-reason", "Why it belongs there", "Vì sao thuộc về nhóm đó"),
        new("transfer-needs", "What that team needs to begin", "Nhóm đó cần gì để bắt đầu"),
        new(
            "transfer-hint",
            "The whole ticket goes along and its clocks go on. The customer is told nothing of it: write to them yourself if it concerns them.",
            "Toàn bộ phiếu được chuyển theo, các đồng hồ vẫn chạy. Khách hàng không được báo về việc này: hãy tự viết cho họ nếu cần."
        ),
        new(
            "transfer-nobody-there",
            "{team} (nobody in it: the leads are told)",
            "{team} (chưa có ai: trưởng nhóm sẽ được báo)"
        ),
        new("transfer-no-teams", "There is no other team to hand it to.", "Không có nhóm nào khác để chuyển."),
        new(
            "refusal-transfer-to-its-own-team",
            "The ticket is with this team already. Choose another, or assign it to a person.",
            "Phiếu đang ở nhóm này rồi. Hãy chọn nhóm khác, hoặc giao cho một người."
        ),
        new(
            "refusal-transfer-says-no-needs",
            "Say what the next team needs to begin: what is known, what is missing, what they should do first.",
            "Hãy ghi nhóm tiếp theo cần gì để bắt đầu: đã biết gì, còn thiếu gì, nên làm gì trước."
        ),
        new("event-transferred", "{who} handed it over to {team}", "{who} đã chuyển cho {team}"),
        new(
            "event-transferred_from",
            "{who} handed it over from {from} to {team}",
            "{who} đã chuyển từ {from} sang {team}"
        ),
        new("event-handed_round_robin", "Given to {to}, whose turn it was", "Tự giao cho {to} theo lượt"),
        new(
            "event-handed_least_loaded",
            "Given to {to}, who had the fewest open ({n})",
            "Tự giao cho {to}, người có ít phiếu mở nhất ({n})"
        ),
        new("passed-over", "Passed over", "Đã bỏ qua"),
        new("event-followed", "{who} follows it", "{who} theo dõi phiếu"),
        new("event-unfollowed", "{who} follows it no longer", "{who} thôi theo dõi phiếu"),
        new("event-noted_mentioning", "{who} noted for {to}", "{who} đã ghi chú cho {to}"),
        new("followers", "Followed by", "Người theo dõi"),
        new("do-follow", "Follow", "Theo dõi"),
        new("do-unfollow", "Follow no longer", "Thôi theo dõi"),
        new(
            "refusal-too-many-followers",
            "A hundred colleagues follow this ticket already. One of them has to stop first.",
            "Phiếu đã có một trăm người theo dõi. Cần có người thôi theo dõi trước."
        ),
        new(
            "refusal-mention-is-unclear",
            "It is not clear who is meant: {detail}. Write the whole name or the address after the @.",
            "Chưa rõ bạn nhắc đến ai: {detail}. Hãy ghi đủ họ tên hoặc địa chỉ sau dấu @."
        ),
        new(
            "mention-hint",
            "@name tells a colleague and lets them follow.",
            "@tên sẽ báo cho đồng nghiệp và để họ theo dõi phiếu."
        ),
        new("notice-noted", "You were mentioned in a note", "Bạn được nhắc đến trong một ghi chú"),
        new("notice-transferred", "A ticket came to your team", "Một phiếu vừa chuyển đến nhóm bạn"),
        new("notice-replied", "The customer was written to", "Đã viết cho khách hàng"),
        new("notice-resolved", "It was resolved", "Phiếu đã được xử lý"),
        new("notice-handed_over", "It was handed over to the customer", "Đã bàn giao cho khách hàng"),
        new("notice-closed", "It was closed", "Phiếu đã đóng"),
        new("notice-reminded", "The customer was asked again", "Đã hỏi lại khách hàng"),
        new("notice-requester_told", "The customer was told of an escalation", "Đã báo khách hàng về việc chuyển cấp"),
        new("notice-reopened", "It was reopened", "Phiếu được mở lại"),
    ];
}
