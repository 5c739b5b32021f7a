namespace Stepdesk.Core.Words;

/// <summary>Why a class of service is suggested for a mail.</summary>
static class SuggestWords
{
    public static readonly Sentence[] All =
    [
        new("suggest-one-below-priority", "1 user < {from}", "1 người bị ảnh hưởng, dưới {from}"),
        new("suggest-count-below-priority", "{count} users < {from}", "{count} người bị ảnh hưởng, dưới {from}"),
        new(
            "suggest-count-priority",
            "{count} users, from {from} to {upTo}",
            "{count} người bị ảnh hưởng, trong khoảng {from} đến {upTo}"
        ),
        new("suggest-count-above-priority", "{count} users > {upTo}", "{count} người bị ảnh hưởng, trên {upTo}"),
        new(
            "suggest-count-below-priority-added",
            "{count} users, added up from {groups} numbers, < {from}",
            "{count} người bị ảnh hưởng, cộng từ {groups} con số, dưới {from}"
        ),
        new(
            "suggest-count-priority-added",
            "{count} users, added up from {groups} numbers, from {from} to {upTo}",
            "{count} người bị ảnh hưởng, cộng từ {groups} con số, trong khoảng {from} đến {upTo}"
        ),
        new(
            "suggest-count-above-priority-added",
            "{count} users, added up from {groups} numbers, > {upTo}",
            "{count} người bị ảnh hưởng, cộng từ {groups} con số, trên {upTo}"
        ),
        new(
            "suggest-priority-if",
            "The count is {count}: Priority if it is {from} or more",
            "Số người là {count}: chuyển sang Ưu tiên nếu từ {from} trở lên"
        ),
        new(
            "suggest-expedite-if",
            "The count is {count}: Expedite if it is more than {upTo}",
            "Số người là {count}: chuyển sang Khẩn cấp nếu nhiều hơn {upTo}"
        ),
        new("suggest-count-recorded", "The count is recorded: {count}", "Số người vẫn được ghi nhận: {count}"),
        new(
            "suggest-of-each",
            "{count} is the number of one group; how many groups was not said",
            "{count} là số người của một nhóm; chưa rõ có bao nhiêu nhóm"
        ),
        new("suggest-part", "“{words}”: only these are affected", "“{words}”: chỉ những người này bị ảnh hưởng"),
        new(
            "suggest-others",
            "“{words}”: those who can work are not counted; {count} cannot",
            "“{words}”: không tính những người dùng được; {count} người không dùng được"
        ),
        new("suggest-rough", "“{words}” is not a counted number", "“{words}” không phải con số đã đếm"),
        new("suggest-fixed-date", "Work is wanted by a fixed date: {at}", "Có việc cần xong đúng hạn: {at}"),
        new(
            "suggest-date-noted",
            "Wanted by {at}; a fault is classed by how many it affects",
            "Cần trước {at}; sự cố được xếp hạng theo số người bị ảnh hưởng"
        ),
        new(
            "suggest-date-wished",
            "Wished for by {at}; a wish has no deadline yet",
            "Mong có trước {at}; mong muốn thì chưa có hạn"
        ),
        new(
            "suggest-starts",
            "“{words}” is when something starts, not a deadline: {at}",
            "“{words}” là lúc một việc bắt đầu, không phải hạn: {at}"
        ),
        new(
            "suggest-outage",
            "“{words}”: an outage, and no number was said",
            "“{words}”: sự cố trên diện rộng, chưa có con số cụ thể"
        ),
        new(
            "suggest-outage-with-number",
            "“{words}” was said as well; please check the number",
            "Thư cũng viết “{words}”; xin kiểm tra lại con số"
        ),
        new(
            "suggest-whole-group",
            "“{words}” is said to be affected; please ask how many people that is",
            "Thư viết “{words}” bị ảnh hưởng; xin hỏi lại là bao nhiêu người"
        ),
        new(
            "suggest-wish",
            "“{words}”: a wish for something new, not a fault",
            "“{words}”: mong muốn có thêm điều mới, không phải sự cố"
        ),
        new(
            "suggest-request",
            "“{words}”: something is asked for, nothing is broken",
            "“{words}”: yêu cầu được cấp hoặc thêm, không phải sự cố"
        ),
        new("suggest-no-number", "No number of affected users was said", "Thư không nói bao nhiêu người bị ảnh hưởng"),
        new(
            "suggest-urgent",
            "“{words}” alone does not decide the class",
            "Riêng chữ “{words}” không quyết định hạng dịch vụ"
        ),
        new("suggest-at-monday", "Monday {date}, {time}", "{time} thứ Hai {date}"),
        new("suggest-at-tuesday", "Tuesday {date}, {time}", "{time} thứ Ba {date}"),
        new("suggest-at-wednesday", "Wednesday {date}, {time}", "{time} thứ Tư {date}"),
        new("suggest-at-thursday", "Thursday {date}, {time}", "{time} thứ Năm {date}"),
        new("suggest-at-friday", "Friday {date}, {time}", "{time} thứ Sáu {date}"),
        new("suggest-at-saturday", "Saturday {date}, {time}", "{time} thứ Bảy {date}"),
        new("suggest-at-sunday", "Sunday {date}, {time}", "{time} Chủ nhật {date}"),
    ];
}
