namespace Stepdesk.Core.Words;

/// <summary>Proposals of another class: on the ticket, on its timeline, in notices and as an answer.</summary>
static class ProposalWords
{
    public static readonly Sentence[] All =
    [
        new(
            "refusal-deadline-without-fixed-deadline",
            "Only a ticket of the class Fixed deadline has a date. Leave the date out, or choose that class.",
            "Chỉ phiếu hạng Hạn cố định mới có ngày giờ. Hãy bỏ ngày giờ, hoặc chọn hạng đó."
        ),
        new(
            "refusal-link-makes-a-circle",
            "The people of this ticket count on the other already, so the other cannot count on this one. Remove a link between them first.",
            "Số người của phiếu này đã tính vào phiếu kia, nên phiếu kia không thể tính vào phiếu này. Hãy bỏ bớt một liên kết trước."
        ),
        new("proposal", "{n} people are affected: {class}?", "{n} người bị ảnh hưởng: chuyển sang hạng {class}?"),
        new(
            "proposal-unknown",
            "The number of people affected has changed: {class}?",
            "Số người bị ảnh hưởng đã thay đổi: chuyển sang hạng {class}?"
        ),
        new(
            "proposal-now",
            "It is {class} now. You decide; nothing changes by itself.",
            "Hiện là hạng {class}. Bạn quyết định; không có gì tự thay đổi."
        ),
        new("suggestion-title", "The message suggests: {class}", "Nội dung báo gợi ý hạng: {class}"),
        new("suggestion-affected", "People affected: {n}, read from", "Số người bị ảnh hưởng: {n}, đọc từ"),
        new("suggestion-deadline", "Wanted by {at}, read from", "Cần trước {at}, đọc từ"),
        new("suggestion-take-date", "Take {at} over", "Dùng thời điểm {at}"),
        new("proposal-classify", "Decide the class", "Chọn hạng dịch vụ"),
        new("proposal-leave", "Leave it as it is", "Giữ nguyên hạng"),
        new("proposal-reason", "Why the class stays", "Vì sao giữ nguyên hạng"),
        new("do-dismiss", "Leave the class", "Giữ nguyên"),
        new(
            "affected-with-links",
            "{said} said, {linked} from linked tickets",
            "{said} theo báo cáo, {linked} từ phiếu liên kết"
        ),
        new(
            "affected-adds-up",
            "{source}; with linked reports {sum}, should none of them be in it",
            "{source}; cộng cả phiếu liên kết là {sum}, nếu chưa tính trong đó"
        ),
        new(
            "affected-if-added",
            "People affected: with linked reports {sum}, should none of them be in the number.",
            "Số người bị ảnh hưởng: cộng cả phiếu liên kết là {sum}, nếu chưa tính trong đó."
        ),
        new("notice-class_proposed", "More or fewer people: another class?", "Số người thay đổi: có đổi hạng không?"),
        new(
            "event-class_proposed",
            "{n} people affected speak for {class}",
            "{n} người bị ảnh hưởng, phù hợp hạng {class}"
        ),
        new(
            "event-class_proposed_unknown",
            "The people affected now speak for {class}",
            "Số người bị ảnh hưởng nay phù hợp hạng {class}"
        ),
        new(
            "event-proposal_withdrawn",
            "The people affected speak for the class it has",
            "Số người bị ảnh hưởng đã khớp với hạng hiện tại"
        ),
        new("event-proposal_dismissed", "{who} left the class as it is: {why}", "{who} giữ nguyên hạng: {why}"),
        new(
            "refusal-no-proposal",
            "No other class is proposed. Classify the ticket directly if its class is wrong.",
            "Hiện không có đề xuất đổi hạng. Nếu hạng chưa đúng, hãy phân hạng trực tiếp."
        ),
    ];
}
