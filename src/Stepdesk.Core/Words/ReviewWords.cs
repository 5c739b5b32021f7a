namespace Stepdesk.Core.Words;

/// <summary>What mentors and trainees say to each other about a run that is over.</summary>
static class ReviewWords
{
    public static readonly Sentence[] All =
    [
        new("practice-news", "New for you", "Tin mới cho bạn"),
        new("notice-run-of", "{who} · {title}", "{who} · {title}"),
        new("notice-session_ended", "A run waits for review", "Một lượt luyện tập đang chờ đánh giá"),
        new(
            "notice-session_paused",
            "A mistake in its scenario stopped a run",
            "Một lượt bị dừng do lỗi trong tình huống"
        ),
        new("notice-line_contested", "A line is contested", "Thực tập viên phản hồi một kết luận"),
        new("notice-revisions_handed_in", "A revision was handed in", "Phần viết lại đã được nộp"),
        new("notice-run_reviewed", "Your mentor reviewed your run", "Người hướng dẫn đã đánh giá lượt của bạn"),
        new("notice-revision_asked", "You are asked to write something again", "Bạn được yêu cầu viết lại một phần"),
        new(
            "notice-moment_commented",
            "Your mentor commented on your run",
            "Người hướng dẫn đã góp ý cho lượt của bạn"
        ),
        new("notice-run_confirmed", "The result of your run is confirmed", "Kết quả lượt của bạn đã được xác nhận"),
        new("notice-contest_answered", "What you contested was answered", "Phản hồi của bạn đã được trả lời"),
        new(
            "refusal-review-own-run",
            "This is your own run. Another mentor has to review it.",
            "Đây là lượt của chính bạn. Việc đánh giá phải do người hướng dẫn khác làm."
        ),
        new(
            "refusal-review-not-the-trainee",
            "Only the trainee can do this. As a mentor you can comment, ask for a revision, or override with a reason.",
            "Việc này chỉ thực tập viên làm được. Là người hướng dẫn, bạn có thể góp ý, yêu cầu viết lại, hoặc đổi kết luận kèm lý do."
        ),
        new(
            "refusal-review-text-missing",
            "Say it in a few words: whoever reads it later has to understand why.",
            "Hãy viết vài chữ, để người đọc sau hiểu vì sao."
        ),
        new(
            "refusal-review-is-confirmed",
            "The result has been confirmed and stays as it is, unless the trainee contests a line.",
            "Kết quả đã được xác nhận và giữ nguyên, trừ khi thực tập viên phản hồi một tiêu chí."
        ),
        new(
            "refusal-review-no-line",
            "This scenario has no line {detail}. Open the review again and choose one that is there.",
            "Tình huống này không có tiêu chí {detail}. Hãy mở lại trang đánh giá và chọn một tiêu chí có sẵn."
        ),
        new(
            "refusal-review-meanwhile",
            "{detail} said something here while you were reading. Nothing of yours was kept; read it, then decide.",
            "{detail} vừa ghi ở đây trong lúc bạn đang đọc. Nội dung của bạn chưa được lưu; hãy xem lại rồi quyết định."
        ),
        new(
            "refusal-review-rule-decides",
            "The rules decided this line. Override the verdict and say why.",
            "Tiêu chí này do quy tắc kết luận. Hãy đổi kết luận và nêu lý do."
        ),
        new(
            "refusal-review-why-not-good",
            "Below “good” the trainee has to read why. Add a comment.",
            "Khi chưa đạt mức tốt, thực tập viên cần biết vì sao. Hãy thêm nhận xét."
        ),
        new("refusal-review-no-level", "Choose a level of {detail}.", "Hãy chọn một mức trong khoảng {detail}."),
        new(
            "refusal-review-mentor-decides",
            "This line is a mentor's to decide. Give it a level.",
            "Tiêu chí này do người hướng dẫn quyết định. Hãy chọn mức."
        ),
        new(
            "refusal-review-no-outcome",
            "Choose met, not met, or did not come up.",
            "Hãy chọn: đạt, chưa đạt, hoặc không xảy ra."
        ),
        new(
            "refusal-review-same-outcome",
            "The line stands so already. Accept it, or choose another outcome.",
            "Tiêu chí vốn đã như vậy. Hãy đồng ý, hoặc chọn kết luận khác."
        ),
        new(
            "refusal-review-needs-level",
            "Give the line a level first; then it is decided.",
            "Hãy chọn mức trước; khi đó tiêu chí mới được quyết định."
        ),
        new(
            "refusal-review-already-asked",
            "A revision of this line was asked for already, and the trainee has not handed it in.",
            "Tiêu chí này đã được yêu cầu viết lại và thực tập viên chưa nộp."
        ),
        new(
            "refusal-review-not-their-text",
            "The trainee wrote nothing at that moment. Choose something they wrote, or ask for an answer.",
            "Thời điểm đó thực tập viên không viết gì. Hãy chọn đoạn do họ viết, hoặc yêu cầu một câu trả lời."
        ),
        new(
            "refusal-review-not-asked",
            "Nobody asked you to write this again, so it stays as you handed it in.",
            "Không ai yêu cầu bạn viết lại phần này, nên bài giữ nguyên như đã nộp."
        ),
        new(
            "refusal-review-same-text",
            "This is what you handed in before. Read the mentor's comment and write it again.",
            "Nội dung này giống bài đã nộp. Bạn đọc góp ý của người hướng dẫn rồi viết lại nhé."
        ),
        new(
            "refusal-review-nothing-asked",
            "Nothing was asked of you, so there is nothing to hand in again.",
            "Hiện không có yêu cầu nào nên không có gì để nộp lại."
        ),
        new(
            "refusal-review-still-to-write",
            "Write these first: {detail}. Then hand in everything together.",
            "Bạn còn phần chưa viết: {detail}. Viết xong rồi nộp lại cùng lúc nhé."
        ),
        new(
            "refusal-review-nothing-decided",
            "Nobody has decided this line yet, so there is nothing to contest.",
            "Tiêu chí này chưa có kết luận nên chưa thể phản hồi."
        ),
        new(
            "refusal-review-contested-once",
            "You contested this line already. It is answered once.",
            "Bạn đã phản hồi tiêu chí này. Mỗi tiêu chí chỉ được phản hồi một lần."
        ),
        new(
            "refusal-review-not-contested",
            "The trainee has not contested this line. Override it if it came out wrong.",
            "Thực tập viên không phản hồi tiêu chí này. Nếu kết luận sai, hãy đổi kết luận."
        ),
        new(
            "refusal-review-contest-answered",
            "Somebody answered this already, and it is answered once.",
            "Phản hồi này đã được trả lời, và chỉ trả lời một lần."
        ),
        new(
            "refusal-review-no-moment",
            "There is no such moment in this run. Choose one of the timeline.",
            "Lượt này không có thời điểm đó. Hãy chọn một thời điểm trong diễn biến."
        ),
        new(
            "refusal-review-still-for-mentor",
            "Give these lines a level before you confirm: {detail}.",
            "Hãy chọn mức cho các tiêu chí này trước khi xác nhận: {detail}."
        ),
        new(
            "refusal-review-still-contested",
            "Answer what the trainee contests before you confirm: {detail}.",
            "Hãy trả lời các phản hồi của thực tập viên trước khi xác nhận: {detail}."
        ),
        new(
            "refusal-review-still-revising",
            "A revision of these lines is not settled yet: {detail}. Wait for it, or decide the lines as they stand.",
            "Các tiêu chí này còn phần viết lại chưa xong: {detail}. Hãy chờ bài nộp lại, hoặc quyết định theo hiện trạng."
        ),
        new("reviews", "Reviews", "Đánh giá"),
        new(
            "reviews-lead",
            "Runs that wait for a mentor, those in need first: contested or waiting for more than two days, then with decisive lines missed.",
            "Các lượt đang chờ người hướng dẫn. Xếp trước: có phản hồi hoặc chờ quá hai ngày, rồi đến lượt trượt tiêu chí bắt buộc."
        ),
        new("reviews-none", "Nobody waits for a review.", "Không có lượt nào chờ đánh giá."),
        new("reviews-need", "Why now", "Vì sao cần xem"),
        new("reviews-since", "Waiting", "Chờ từ"),
        new("reviews-count", "{n} wait for a review", "{n} lượt chờ đánh giá"),
        new("review-contested-n", "{n} contested", "{n} phản hồi"),
        new("review-critical-n", "{n} decisive missed", "trượt {n} tiêu chí bắt buộc"),
        new("review-mentor-n", "{n} for you", "{n} tiêu chí chờ bạn"),
        new("review-again", "handed in again", "nộp lại"),
        new("review-confirmable", "ready to confirm", "có thể xác nhận"),
        new("review", "Review", "Đánh giá"),
        new("review-open", "Review this run", "Đánh giá lượt này"),
        new("review-state-waiting", "Waits for a mentor", "Chờ người hướng dẫn"),
        new("review-state-revising", "Revision asked", "Cần viết lại"),
        new("review-state-confirmed", "Confirmed", "Đã xác nhận"),
        new("review-evidence", "What happened", "Diễn biến"),
        new("review-handed-in", "Handed in", "Bài nộp"),
        new(
            "review-likenesses",
            "Texts here that are nearly somebody else's: {n}. Whether they were copied is yours to say. At",
            "Số bài viết gần như trùng với bài của người khác: {n}. Có phải chép lại hay không là do bạn nhận định. Lúc"
        ),
        new("review-like-run", "Nearly what was handed in for run {n}", "Gần như trùng với bài nộp của lượt {n}"),
        new("review-like-model", "Nearly the author's model text", "Gần như trùng với bài mẫu của tác giả"),
        new("review-nothing-handed-in", "Nothing was written.", "Không viết gì."),
        new("review-lines", "Line by line", "Từng tiêu chí"),
        new(
            "review-lines-hint",
            "Choose what a verdict rests on: it opens beside it with the words marked.",
            "Chọn căn cứ của một kết luận: đoạn đó mở ra bên cạnh, từ ngữ được đánh dấu."
        ),
        new("review-rules-said", "Rules: {outcome}", "Quy tắc: {outcome}"),
        new("review-level", "Level", "Mức"),
        new("review-level-0", "Missing", "Thiếu"),
        new("review-level-1", "Weak", "Yếu"),
        new("review-level-2", "Good", "Tốt"),
        new("review-level-3", "Exemplary", "Xuất sắc"),
        new("review-level-n", "{n} of {most}", "{n}/{most}"),
        new("review-comment", "Comment", "Nhận xét"),
        new("review-comment-hint", "Needed below “good”.", "Bắt buộc khi chưa đạt mức tốt."),
        new("review-grade", "Save level", "Lưu mức"),
        new("review-accept", "Accept", "Đồng ý"),
        new("review-accept-revision", "Accept the new text", "Chấp nhận bài viết lại"),
        new("review-ask", "Ask for a revision", "Yêu cầu viết lại"),
        new("review-ask-what", "What is to be written again", "Phần cần viết lại"),
        new("review-ask-answer", "An answer to this line", "Câu trả lời cho tiêu chí này"),
        new("review-ask-why", "What should be better", "Cần tốt hơn ở điểm nào"),
        new("review-ask-do", "Ask for it", "Gửi yêu cầu"),
        new("review-override", "Override", "Đổi kết luận"),
        new("review-override-to", "It came out as", "Kết luận đúng là"),
        new("review-override-why", "Why; everybody can read it", "Lý do; mọi người đều đọc được"),
        new("review-override-do", "Override the verdict", "Đổi kết luận"),
        new("review-remark", "Comment on this", "Nhận xét chỗ này"),
        new("review-remark-do", "Save comment", "Lưu nhận xét"),
        new("review-answer", "Your answer", "Câu trả lời của bạn"),
        new("review-answer-do", "Answer", "Trả lời"),
        new("review-answer-stays", "It stays as it is", "Giữ nguyên"),
        new("review-confirm", "Confirm the result", "Xác nhận kết quả"),
        new("review-confirm-pass", "Confirm as passed", "Xác nhận đạt"),
        new("review-confirm-fail", "Confirm as not passed", "Xác nhận chưa đạt"),
        new("review-confirm-remark", "A word to the trainee", "Đôi lời với thực tập viên"),
        new("review-own", "Your own run", "Lượt của chính bạn"),
        new("review-said-grade", "{who}: {level}", "{who}: {level}"),
        new("review-said-override", "{who} overrode the rules: {outcome}", "{who} đổi kết luận của quy tắc: {outcome}"),
        new("review-said-revised", "{who} accepted the new text: {outcome}", "{who} chấp nhận bài viết lại: {outcome}"),
        new("review-said-accept", "{who} agrees", "{who} đồng ý"),
        new("review-said-ask", "{who} asked for a revision", "{who} yêu cầu viết lại"),
        new("review-said-old", "Handed in first", "Bài nộp ban đầu"),
        new("review-said-new", "Written again", "Bài viết lại"),
        new("review-said-waiting", "not handed in again yet", "chưa nộp lại"),
        new("review-said-contest", "{who} contests this line", "{who} phản hồi tiêu chí này"),
        new("review-said-answer", "{who} answered", "{who} trả lời"),
        new("review-said-remark", "{who} commented", "{who} nhận xét"),
        new("review-contest", "I see this differently", "Tôi thấy khác"),
        new(
            "review-contest-why",
            "What was overlooked? It is answered once.",
            "Điều gì bị bỏ sót? Chỉ được trả lời một lần."
        ),
        new("review-contest-do", "Send to a mentor", "Gửi người hướng dẫn"),
        new(
            "review-asked-of-you",
            "A mentor asks you to revise {n}.",
            "Người hướng dẫn yêu cầu bạn viết lại {n} phần."
        ),
        new("revision", "Revise", "Viết lại"),
        new(
            "revision-lead",
            "Only what is listed here is open again. What you handed in first stays beside it.",
            "Chỉ những phần dưới đây được mở lại. Bài nộp ban đầu vẫn được giữ bên cạnh."
        ),
        new("revision-text", "Your new text", "Bài viết lại của bạn"),
        new("revision-again", "Hand in again", "Nộp lại"),
        new("revision-done", "Handed in again; a mentor looks at it.", "Đã nộp lại, chờ người hướng dẫn xem."),
        new("review-passed", "Passed", "Đạt"),
        new("review-not-passed", "Not passed yet", "Chưa đạt"),
        new("review-confirmed-by", "Confirmed by {who}", "{who} xác nhận"),
        new("review-so-far", "As decided so far", "Theo các kết luận đến lúc này"),
    ];
}
