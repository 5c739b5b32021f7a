namespace Stepdesk.Core.Words;

/// <summary>What is said where one ticket goes on in another.</summary>
static class MergeWords
{
    public static readonly Sentence[] All =
    [
        new("tab-merge", "Merge", "Gộp phiếu"),
        new("do-merge", "Merge and tell them", "Gộp và báo cho họ"),
        new("tab-unmerge", "Undo the merge", "Huỷ gộp"),
        new("do-unmerge", "Undo the merge", "Huỷ gộp"),
        new("link-merged_into", "merged into", "đã gộp vào"),
        new("link-has_merged", "took in", "đã nhận gộp"),
        new("merged-into", "Merged into #{number}", "Đã gộp vào #{number}"),
        new("merged", "Merged", "Đã gộp"),
        new(
            "merged-banner",
            "This report goes on in {ticket}. It stays the thread of {who}: what they write here is heard there.",
            "Báo cáo này được xử lý tiếp ở {ticket}. Đây vẫn là luồng thư của {who}: họ viết ở đây thì bên đó nhận được."
        ),
        new("merged-threads", "Merged into this ticket", "Đã gộp vào phiếu này"),
        new(
            "merge-hint",
            "For when one ticket is to remain, such as when somebody wrote twice. Where each reporter should keep a ticket and confirm for themselves, link this one as a duplicate instead.",
            "Dùng khi chỉ cần giữ lại một phiếu, chẳng hạn khi một người viết hai lần. Nếu mỗi người báo cần giữ phiếu riêng và tự xác nhận, hãy liên kết phiếu này là bản trùng."
        ),
        new("merge-open", "Open #{number}", "Mở #{number}"),
        new("merge-into", "Number of the ticket that remains", "Số của phiếu được giữ lại"),
        new("merge-look", "See what will happen", "Xem điều sẽ xảy ra"),
        new("merge-what-happens", "What will happen", "Điều sẽ xảy ra"),
        new(
            "merge-goes-on",
            "#{this} goes on in #{other}: {title}. It leaves the lists of open tickets and keeps its number, its history and its files.",
            "#{this} được xử lý tiếp ở #{other}: {title}. Phiếu này rời các danh sách đang mở, vẫn giữ số, lịch sử và tệp của nó."
        ),
        new(
            "merge-clocks",
            "Only the clocks of #{other} go on. What is promised here stands still, save the message below.",
            "Chỉ các đồng hồ của #{other} tiếp tục. Cam kết ở phiếu này tạm dừng, trừ tin báo dưới đây."
        ),
        new(
            "merge-same-requester",
            "{who} reported both and hears of it in #{other} only. What they still write here is heard there.",
            "{who} đã báo cả hai và chỉ nhận tin ở #{other}. Điều họ còn viết ở đây, bên đó vẫn nhận được."
        ),
        new(
            "merge-other-requester",
            "{who} reads, in their own thread, what {main} is told on #{other}, and sees nothing else of it. What {who} writes is heard there and not shown to {main}.",
            "{who} nhận được trong luồng thư riêng những gì {main} được báo ở #{other}, và không thấy gì khác. Điều {who} viết thì bên đó nhận được, {main} không thấy."
        ),
        new("merge-confirms", "Only {main} is asked to confirm the solution.", "Chỉ {main} được hỏi xác nhận kết quả."),
        new(
            "merge-people",
            "Who owns or follows this ticket follows #{other}; its stakeholders and specialists join there.",
            "Người xử lý và người theo dõi phiếu này sẽ theo dõi #{other}; các bên liên quan và chuyên gia cũng tham gia bên đó."
        ),
        new(
            "merge-undo",
            "The merge can be undone at any time. The message below cannot be taken back.",
            "Có thể huỷ gộp bất cứ lúc nào. Tin báo dưới đây thì không thể thu hồi."
        ),
        new("merge-message", "What {who} is told now", "Điều {who} được báo ngay"),
        new(
            "merge-telling-same",
            "We go on with this in your request #{number}, so that everything about it stands in one place. You can answer to either.",
            "Chúng tôi sẽ xử lý tiếp trong yêu cầu #{number} của anh/chị để mọi thông tin nằm ở một chỗ. Anh/chị có thể trả lời ở yêu cầu nào cũng được."
        ),
        new(
            "merge-telling-other",
            "Thank you for reporting this. Others noticed it as well, and we are working on all of it together. You will hear from us here.",
            "Cảm ơn anh/chị đã báo. Việc này cũng có người khác gặp và chúng tôi đang xử lý chung. Anh/chị sẽ nhận được tin tại đây."
        ),
        new("merge-no-such-ticket", "There is no ticket #{number}.", "Không có phiếu #{number}."),
        new(
            "unmerge-hint",
            "The merged ticket is worked on by itself again, with what was left of its clocks: the time it was merged does not count towards solving it. What was written meanwhile stays where it is, and the two stay linked as related. What its requester was told cannot be taken back.",
            "Phiếu đã gộp lại được xử lý riêng, đồng hồ chạy tiếp phần còn lại: thời gian đã gộp không tính vào hạn xử lý. Những gì đã viết trong lúc gộp vẫn ở nguyên chỗ, và hai phiếu vẫn liên kết với nhau. Điều đã báo cho người yêu cầu thì không thể thu hồi."
        ),
        new("unmerge-which", "Which merge", "Huỷ gộp phiếu nào"),
        new("event-merged", "{who} merged this ticket into #{number}", "{who} đã gộp phiếu này vào #{number}"),
        new("event-took_in", "{who} merged #{number} into this ticket", "{who} đã gộp #{number} vào phiếu này"),
        new(
            "event-unmerged",
            "{who} undid the merge with #{number}; what was written meanwhile stays where it is",
            "{who} đã huỷ gộp với #{number}; những gì đã viết trong lúc gộp vẫn ở nguyên chỗ"
        ),
        new("event-reporter_wrote", "{reporter} wrote on #{number}", "{reporter} đã viết ở #{number}"),
        new(
            "portal-state-merged",
            "We are working on it together with other reports.",
            "Chúng tôi đang xử lý chung với các báo cáo khác."
        ),
        new(
            "portal-state-merged-solved",
            "We found a solution, for this and for other reports. If it does not work for you, write to us here.",
            "Chúng tôi đã có cách xử lý cho việc này và các báo cáo khác. Nếu vẫn chưa được, anh/chị hãy viết cho chúng tôi tại đây."
        ),
        new(
            "portal-state-merged-closed",
            "This is done, together with other reports. If it comes back, write to us here and we take it up again.",
            "Việc này đã xử lý xong cùng các báo cáo khác. Nếu gặp lại, anh/chị hãy viết cho chúng tôi tại đây để chúng tôi xử lý tiếp."
        ),
        new(
            "portal-state-merged-own",
            "We go on with this in your other request.",
            "Chúng tôi xử lý tiếp trong yêu cầu khác của bạn."
        ),
        new(
            "notice-duplicate_returned",
            "A reporter of the same says that it is not over for them; their ticket goes on by itself",
            "Một người báo cùng lỗi cho biết lỗi vẫn còn; phiếu của họ được xử lý riêng"
        ),
        new("portal-merged-open", "Open request #{number}", "Mở yêu cầu #{number}"),
        new(
            "refusal-close-before-answering-a-reporter",
            "Somebody whose report was merged wrote after the solution was told. Answer them first, or take the solution back if it does not hold.",
            "Người báo của một phiếu đã gộp có viết thêm sau khi báo kết quả. Hãy trả lời họ trước, hoặc rút lại kết quả nếu lỗi vẫn còn."
        ),
        new(
            "refusal-ticket-is-merged",
            "This ticket was merged into another. Work on that one, or undo the merge first.",
            "Phiếu này đã được gộp vào phiếu khác. Hãy xử lý ở phiếu đó, hoặc huỷ gộp trước."
        ),
        new(
            "refusal-merge-into-itself",
            "A ticket cannot be merged into itself. Name the ticket that is to remain.",
            "Không thể gộp phiếu vào chính nó. Hãy ghi số của phiếu được giữ lại."
        ),
        new(
            "refusal-merge-is-done",
            "The two are merged already, and what you wrote was not sent to anybody. Write it as a reply.",
            "Hai phiếu đã được gộp rồi, nội dung bạn vừa viết chưa gửi cho ai. Hãy gửi nội dung đó bằng thư trả lời."
        ),
        new(
            "refusal-merge-after-resolution",
            "Its requester was told a solution here and is asked to confirm it. Link the two tickets instead of merging them.",
            "Người yêu cầu đã được báo kết quả ở phiếu này và đang được hỏi xác nhận. Hãy liên kết hai phiếu thay vì gộp."
        ),
        new(
            "refusal-merge-what-others-hang-on",
            "Other reports are tied to this ticket. Merge the other ticket into this one instead.",
            "Có báo cáo khác đang gắn với phiếu này. Hãy gộp phiếu kia vào phiếu này."
        ),
        new(
            "refusal-merge-a-duplicate-of-another",
            "This ticket is a duplicate of a third one. Merge it into that one, or remove that link first.",
            "Phiếu này là bản trùng của một phiếu thứ ba. Hãy gộp vào phiếu đó, hoặc bỏ liên kết ấy trước."
        ),
        new(
            "refusal-merge-while-specialists-are-asked",
            "Specialists are still asked for help on this ticket. Record their answer or withdraw the escalation first, or merge the other ticket into this one.",
            "Phiếu này đang chờ chuyên gia trả lời. Hãy ghi lại câu trả lời hoặc rút chuyển cấp trước, hoặc gộp phiếu kia vào phiếu này."
        ),
        new(
            "refusal-merge-what-is-held-back",
            "An approval holds this ticket back, and a merge would go around it. Wait until it is granted, or merge the other ticket into this one.",
            "Phiếu này đang bị giữ lại bởi một phê duyệt, gộp sẽ làm mất sự giữ lại ấy. Hãy chờ được duyệt, hoặc gộp phiếu kia vào phiếu này."
        ),
        new(
            "refusal-merge-what-has-a-fixed-date",
            "This ticket has a fixed date, which the other one does not keep. Merge the other ticket into this one instead.",
            "Phiếu này có hạn cố định mà phiếu kia không giữ. Hãy gộp phiếu kia vào phiếu này."
        ),
        new(
            "refusal-merge-into-a-closed-ticket",
            "The ticket that is to remain is closed. Reopen it first.",
            "Phiếu được giữ lại đã đóng. Hãy mở lại phiếu đó trước."
        ),
        new(
            "refusal-merge-into-a-merged-ticket",
            "The ticket that is to remain was itself merged into another. Merge into that one.",
            "Phiếu được giữ lại cũng đã được gộp vào phiếu khác. Hãy gộp vào phiếu ấy."
        ),
        new(
            "refusal-merge-into-a-duplicate",
            "The ticket that is to remain is a duplicate of a third one. Merge into that one.",
            "Phiếu được giữ lại là bản trùng của một phiếu thứ ba. Hãy gộp vào phiếu ấy."
        ),
        new(
            "refusal-duplicate-with-merged-tickets",
            "Tickets were merged into this one, and a duplicate is worked on elsewhere. Make the other ticket the duplicate.",
            "Đã có phiếu gộp vào phiếu này, còn bản trùng thì được xử lý ở phiếu khác. Hãy đặt phiếu kia là bản trùng."
        ),
        new(
            "refusal-merge-is-no-tie",
            "A merge is made with Merge and taken back with Undo the merge, not by a link.",
            "Gộp phiếu được thực hiện bằng “Gộp phiếu” và bỏ bằng “Huỷ gộp”, không phải bằng liên kết."
        ),
    ];
}
