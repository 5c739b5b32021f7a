namespace Stepdesk.Core.Words;

/// <summary>Why many cannot be told of an incident, or not so.</summary>
static class BroadcastRefusals
{
    public static readonly Sentence[] All =
    [
        new("refusal-no-such-broadcast", "There is no such broadcast.", "Không có thông báo sự cố này."),
        new(
            "refusal-broadcast-is-over",
            "This broadcast was withdrawn. If the incident is back, send a new one.",
            "Thông báo này đã được gỡ. Nếu sự cố tái diễn, hãy gửi thông báo mới."
        ),
        new(
            "refusal-broadcast-has-changed",
            "Somebody told something else meanwhile. Look at it below; sending yours again tells it after theirs.",
            "Vừa có người gửi nội dung khác. Hãy xem nội dung đó bên dưới; nếu bạn gửi lại, nội dung của bạn sẽ được gửi sau."
        ),
        new(
            "refusal-broadcast-reaches-nobody",
            "Nobody would get this. Choose a group that has active people in it; you yourself do not count.",
            "Sẽ không có ai nhận được. Hãy chọn nhóm có người đang hoạt động; không tính chính bạn."
        ),
        new(
            "refusal-broadcast-reaches-many",
            "This goes to {detail} people. Look at who they are and confirm that it is meant for {detail}.",
            "Thông báo này sẽ gửi tới {detail} người. Hãy xem lại danh sách và xác nhận gửi cho {detail} người."
        ),
        new(
            "refusal-broadcast-reaches-too-many",
            "At most 5000 people can be told at once. Choose smaller groups, or let it stand on the status page only for the others.",
            "Mỗi lần chỉ gửi được tối đa 5000 người. Hãy chọn nhóm nhỏ hơn; những người khác có thể xem ở trang tình trạng."
        ),
        new(
            "refusal-broadcast-told-already",
            "Broadcast {detail} tells this already. Send an update of it instead, with what is new or when they hear next.",
            "Thông báo số {detail} đã nói điều này. Hãy gửi cập nhật cho thông báo đó, với nội dung mới hoặc hẹn cập nhật mới."
        ),
        new(
            "refusal-broadcast-promises-nothing",
            "Say when they hear next. That can be kept, also when there is no news.",
            "Hãy ghi thời điểm cập nhật tiếp theo. Lời hẹn này giữ được ngay cả khi chưa có tin mới."
        ),
        new(
            "refusal-broadcast-promises-a-fix",
            "“{detail}” reads like a time by which it is mended, and nobody knows that. Promise the next update instead, or say that you mean it so.",
            "“{detail}” giống như hẹn giờ khắc phục xong, điều chưa ai biết chắc. Hãy chỉ hẹn lần cập nhật tiếp theo, hoặc xác nhận bạn muốn viết như vậy."
        ),
        new(
            "refusal-broadcast-holds-a-secret",
            "This looks like a password, a code, a key or a link that opens by itself, and many would read it. Take it out, or say that you mean it so.",
            "Nội dung có vẻ chứa mật khẩu, mã, khoá hoặc đường dẫn mở được ngay, mà nhiều người sẽ đọc. Hãy bỏ đi, hoặc xác nhận bạn muốn gửi như vậy."
        ),
        new(
            "refusal-broadcast-holds-a-placeholder",
            "“{detail}” is still to be filled in. Fill it in, or say that you mean it so.",
            "“{detail}” vẫn chưa được điền. Hãy điền vào, hoặc xác nhận bạn muốn gửi như vậy."
        ),
        new(
            "refusal-broadcast-says-nothing",
            "Write it in Vietnamese, in English or in both.",
            "Hãy viết nội dung bằng tiếng Việt, tiếng Anh hoặc cả hai."
        ),
        new(
            "refusal-broadcast-language-twice",
            "The same language stands here twice. Write each once.",
            "Có hai nội dung cùng một ngôn ngữ. Mỗi ngôn ngữ chỉ viết một lần."
        ),
        new(
            "refusal-broadcast-language-left-out",
            "Who was told {detail} is told so again. Write it there too.",
            "Lần trước có nội dung {detail}, nên lần này cũng cần viết {detail}."
        ),
        new("part-language-en", "in English", "bằng tiếng Anh"),
        new("part-language-vi", "in Vietnamese", "bằng tiếng Việt"),
        new(
            "refusal-broadcast-title-is-missing",
            "Give it a title that names the system and what does not work.",
            "Hãy đặt tiêu đề nêu rõ hệ thống và điều đang không hoạt động."
        ),
        new(
            "refusal-broadcast-title-is-too-long",
            "Shorten the title to 200 characters; details belong into the text.",
            "Hãy rút tiêu đề còn tối đa 200 ký tự; chi tiết nên để trong nội dung."
        ),
        new(
            "refusal-broadcast-affects-is-missing",
            "Say what is affected and for whom, so that the others need not read on.",
            "Hãy ghi phạm vi ảnh hưởng: phần nào, với ai, để người không liên quan không cần đọc tiếp."
        ),
        new(
            "refusal-broadcast-affects-is-too-long",
            "Say what is affected in at most 300 characters.",
            "Hãy ghi phạm vi ảnh hưởng trong tối đa 300 ký tự."
        ),
        new(
            "refusal-broadcast-text-is-too-long",
            "Shorten the text to 5000 characters; nobody reads more of a mail to many.",
            "Hãy rút nội dung còn tối đa 5000 ký tự; thư gửi nhiều người dài hơn sẽ không ai đọc hết."
        ),
        new(
            "refusal-broadcast-needs-a-ticket",
            "Name the ticket whose reporters are to be told, or choose other groups.",
            "Hãy ghi số phiếu có những người báo lỗi cần được thông báo, hoặc chọn nhóm khác."
        ),
        new(
            "refusal-broadcast-on-a-duplicate",
            "This ticket repeats another one. Name the first ticket, on which the work is done.",
            "Phiếu này trùng với phiếu khác. Hãy ghi số phiếu chính, nơi sự cố đang được xử lý."
        ),
        new(
            "refusal-broadcast-person-unknown",
            "Nobody here has the address {detail}. Who wrote to the desk once is known.",
            "Không có ai ở đây dùng địa chỉ {detail}. Người từng viết cho hệ thống mới có trong danh sách."
        ),
        new("refusal-broadcast-ticket-unknown", "There is no ticket #{detail}.", "Không có phiếu #{detail}."),
        new(
            "refusal-circle-is-too-long",
            "At most 50 domains, teams and people can be named. A whole role or a domain reaches more.",
            "Chỉ ghi được tối đa 50 tên miền, nhóm hoặc người. Chọn theo vai trò hoặc tên miền sẽ gửi được nhiều người hơn."
        ),
        new(
            "refusal-circle-domain-is-unreadable",
            "“{detail}” is no mail domain. Write it like school.example, several with commas between them.",
            "“{detail}” không phải tên miền thư. Hãy viết như school.example, nhiều tên miền cách nhau bằng dấu phẩy."
        ),
    ];
}
