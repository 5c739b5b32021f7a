namespace Stepdesk.Core.Words;

/// <summary>Whether mentors judge alike: the runs they judge blind, and what came of it.</summary>
static class CalibrationWords
{
    public static readonly Sentence[] All =
    [
        new("calibration", "Calibration", "Đối chiếu chấm"),
        new(
            "calibration-lead",
            "Runs that every mentor judges without knowing the rules' verdicts or what others said. Lines that are judged differently are worded badly.",
            "Những lượt mà mỗi người hướng dẫn chấm riêng, không biết kết luận của quy tắc hay của người khác. Tiêu chí nào bị chấm khác nhau là tiêu chí viết chưa rõ."
        ),
        new(
            "calibration-none",
            "No run has been chosen yet. A lead chooses one on the page of a confirmed review.",
            "Chưa có lượt nào được chọn. Trưởng nhóm chọn ở trang đánh giá của một lượt đã xác nhận."
        ),
        new("calibration-run", "Run", "Lượt"),
        new("calibration-judged-by", "Judged by", "Số người đã chấm"),
        new("calibration-yours", "You", "Bạn"),
        new("calibration-to-judge", "Judge this run", "Chấm lượt này"),
        new("calibration-done", "judged", "đã chấm"),
        new("calibration-not-yours", "not blind", "không chấm mù được"),
        new("calibration-mark", "Use for calibration", "Dùng để đối chiếu chấm"),
        new("calibration-withdraw", "Take out of calibration", "Bỏ khỏi đối chiếu chấm"),
        new(
            "calibration-judge-lead",
            "Judge every line by what you see here, as its sentence says it. What the rules found and what others said is shown once you have judged.",
            "Hãy chấm từng tiêu chí theo những gì thấy ở đây, đúng như câu chữ của tiêu chí. Kết luận của quy tắc và của người khác sẽ hiện sau khi bạn chấm xong."
        ),
        new("calibration-lines", "Your judgement", "Nhận định của bạn"),
        new("calibration-cannot-tell", "Cannot tell", "Không xác định được"),
        new("calibration-judge", "Save judgement", "Lưu nhận định"),
        new(
            "calibration-once",
            "It is saved once and cannot be changed: afterwards you know what others said.",
            "Chỉ lưu một lần và không sửa được, vì sau đó bạn đã biết người khác chấm thế nào."
        ),
        new("calibration-leave", "I do not judge this run", "Tôi không chấm lượt này"),
        new(
            "calibration-leave-hint",
            "You can then read its review, and do not count among those who judged it.",
            "Khi đó bạn xem được phần đánh giá, và không được tính là người chấm."
        ),
        new("agreement", "Agreement per line", "Mức thống nhất theo tiêu chí"),
        new(
            "agreement-of",
            "Runs chosen: {runs}. Mentors who have judged: {mentors}.",
            "Đã chọn {runs} lượt, {mentors} người hướng dẫn đã chấm."
        ),
        new(
            "agreement-withheld",
            "Runs you have yet to judge: {runs}. Nothing of them is counted here until then.",
            "Số lượt bạn chưa chấm: {runs}. Cho đến khi bạn chấm xong, các con số dưới đây không tính những lượt đó."
        ),
        new("agreement-line", "Line", "Tiêu chí"),
        new("agreement-mentors", "Between mentors", "Giữa những người hướng dẫn"),
        new("agreement-rules", "Mentors and rules", "Người hướng dẫn và quy tắc"),
        new("agreement-together", "All lines together", "Gộp mọi tiêu chí"),
        new("agreement-none", "nobody to compare", "chưa có gì để so"),
        new("agreement-by-mentors", "only mentors decide", "chỉ người hướng dẫn quyết định"),
        new("agreement-share", "{share} alike", "{share} giống nhau"),
        new(
            "agreement-counts",
            "judgements {judgements}, runs {runs}, comparisons {pairs}",
            "{judgements} nhận định về {runs} lượt, {pairs} phép so"
        ),
        new("agreement-alpha", "Krippendorff's α {value}", "α Krippendorff {value}"),
        new("agreement-kappa", "Cohen's κ {value}", "κ Cohen {value}"),
        new("agreement-too-few", "too few to tell", "quá ít để kết luận"),
        new("agreement-one-choice", "always the same choice", "luôn cùng một lựa chọn"),
        new(
            "agreement-how",
            "α and κ say how far people agree beyond what chance would bring: 1 is always, 0 as often as by chance. Below {weak} nothing should be concluded. They are shown from {runs} runs and {pairs} comparisons on. A line whose sentence was mended counts anew.",
            "α và κ cho biết mức thống nhất sau khi trừ phần trùng hợp ngẫu nhiên: 1 là luôn giống, 0 là như ngẫu nhiên. Dưới {weak} thì không nên kết luận gì. Chỉ hiện khi có từ {runs} lượt và {pairs} phép so. Tiêu chí đã sửa câu chữ được tính lại từ đầu."
        ),
        new(
            "agreement-mend",
            "Judged differently: talk about the runs below, then mend the sentence in the scenario's rubric.yaml.",
            "Bị chấm khác nhau: hãy trao đổi về các lượt dưới đây, rồi sửa câu chữ trong rubric.yaml của tình huống."
        ),
        new("agreement-who-said", "Who said what", "Ai chấm thế nào"),
        new("agreement-rules-said", "Rules", "Quy tắc"),
        new("statements", "Results for a learning record store", "Kết quả cho kho dữ liệu học tập"),
        new(
            "statements-hint",
            "A file of xAPI statements by the profile cmi5. Nothing is sent by itself. People are numbers in it unless you ask for names.",
            "Một tệp xAPI theo chuẩn cmi5. Hệ thống không tự gửi đi đâu. Trong tệp, mỗi người chỉ là một mã số, trừ khi bạn chọn kèm tên."
        ),
        new("statements-lines", "Each line of the rubric too", "Kèm từng tiêu chí"),
        new("statements-names", "With names and mail addresses", "Kèm tên và địa chỉ email"),
        new("statements-take", "Take the file", "Tải tệp"),
        new("statements-of-run", "xAPI", "xAPI"),
        new(
            "refusal-calibration-not-confirmed",
            "Confirm the run first; until then it may still change.",
            "Hãy xác nhận lượt này trước, vì khi chưa xác nhận nó còn có thể thay đổi."
        ),
        new(
            "refusal-calibration-full",
            "There are enough runs of this scenario. Take one out first.",
            "Tình huống này đã đủ lượt. Hãy bỏ bớt một lượt trước."
        ),
        new(
            "refusal-calibration-no-example",
            "This run is not, or no longer, used for calibration.",
            "Lượt này không, hoặc không còn, dùng để đối chiếu chấm."
        ),
        new("refusal-calibration-judged", "You have judged this run already.", "Bạn đã chấm lượt này."),
        new(
            "refusal-calibration-not-blind",
            "You have seen how this run came out, so you do not judge it any more.",
            "Bạn đã biết kết quả lượt này nên không chấm được nữa."
        ),
        new(
            "refusal-calibration-lines-missing",
            "Say something about every line, if only that you cannot tell. Missing: {detail}.",
            "Hãy chấm mọi tiêu chí, kể cả khi chỉ là không xác định được. Còn thiếu: {detail}."
        ),
        new(
            "refusal-calibration-judge-first",
            "Judge this run first, or say that you do not; its review is shown then.",
            "Hãy chấm lượt này trước, hoặc chọn không chấm; sau đó mới xem được phần đánh giá."
        ),
        new(
            "refusal-calibration-has-changed",
            "Somebody else changed the list at the same moment. Try again.",
            "Người khác vừa thay đổi danh sách cùng lúc. Hãy thử lại."
        ),
    ];
}
