namespace Stepdesk.Core.Words;

/// <summary>How far somebody has come, and what a mentor says about it.</summary>
static class ReadinessWords
{
    public static readonly Sentence[] All =
    [
        new(
            "refusal-readiness-own",
            "Nobody says of themself that they are ready. Ask another mentor.",
            "Không ai tự xác nhận cho mình. Hãy nhờ người hướng dẫn khác."
        ),
        new(
            "refusal-readiness-sentence-missing",
            "Say in a sentence what convinces you; no sum of points says it.",
            "Hãy viết một câu nêu điều khiến bạn tin là sẵn sàng; tổng điểm không nói thay được."
        ),
        new(
            "refusal-readiness-already",
            "A mentor has confirmed this stage already.",
            "Chặng này đã được người hướng dẫn xác nhận."
        ),
        new("refusal-readiness-no-stage", "Choose one of the stages.", "Hãy chọn một trong các chặng."),
        new("refusal-readiness-not-yet", "Not ready yet. Missing: {detail}.", "Chưa sẵn sàng. Còn thiếu: {detail}."),
        new(
            "refusal-readiness-no-trainee",
            "There is nobody of this number at the desk.",
            "Bàn hỗ trợ không có ai mang số này."
        ),
        new("part-stage-before", "the stage before", "chặng trước đó"),
        new("part-two-scenarios", "two scenarios confirmed as passed", "hai tình huống được xác nhận đạt"),
        new("part-every-scenario", "every scenario confirmed as passed", "mọi tình huống được xác nhận đạt"),
        new(
            "part-competences",
            "66% in every competence in some confirmed run",
            "66% ở mỗi năng lực trong một lượt đã xác nhận"
        ),
        new(
            "lack-two-scenarios",
            "{n} more confirmed as passed, whichever of these: {of}",
            "thêm {n} tình huống được xác nhận đạt, chọn trong số: {of}"
        ),
        new(
            "lack-every-scenario",
            "every scenario confirmed as passed; not yet: {of}",
            "mọi tình huống được xác nhận đạt; chưa đạt: {of}"
        ),
        new(
            "lack-competences",
            "66% in every competence in some confirmed run; not yet: {of}",
            "66% ở mỗi năng lực trong một lượt đã xác nhận; chưa đạt: {of}"
        ),
        new("part-assessed", "an assessed run confirmed as passed", "một lượt đánh giá được xác nhận đạt"),
        new("progress", "Progress", "Tiến bộ"),
        new("progress-mine", "My progress", "Tiến bộ của tôi"),
        new(
            "progress-lead",
            "The best confirmed result of each competence in each scenario. What nobody has confirmed is not counted.",
            "Kết quả tốt nhất đã xác nhận của từng năng lực trong từng tình huống. Lượt chưa xác nhận không được tính."
        ),
        new("progress-none", "none", "chưa có"),
        new("progress-scenario", "Scenario", "Tình huống"),
        new("progress-passed", "Passed", "Đã đạt"),
        new("stages-practice", "Ready for", "Sẵn sàng cho"),
        new("practice-stage-beside", "Works real tickets beside a colleague", "Xử lý phiếu thật cùng đồng nghiệp"),
        new("practice-stage-alone", "Works real tickets alone", "Tự xử lý phiếu thật"),
        new("stage-confirmed", "Confirmed by {who}", "{who} xác nhận"),
        new("stage-missing", "Still missing", "Còn thiếu"),
        new(
            "stage-complete",
            "All that can be counted is there. A mentor has the last word.",
            "Đã đủ những gì đếm được. Người hướng dẫn quyết định cuối cùng."
        ),
        new("stage-sentence", "What convinces you that they are ready", "Điều gì khiến bạn tin họ đã sẵn sàng"),
        new("stage-confirm", "Confirm readiness", "Xác nhận sẵn sàng"),
        new("certificate", "Certificate", "Chứng nhận"),
        new("certificate-of", "This is to certify that", "Nay chứng nhận rằng"),
        new(
            "certificate-has",
            "has practised at {desk} and has reached this stage:",
            "đã luyện tập tại {desk} và đạt chặng:"
        ),
        new("certificate-practised", "Practised and confirmed as passed", "Đã luyện tập và được xác nhận đạt"),
        new("certificate-result", "{title}: {n}%, confirmed by {who}", "{title}: {n}%, {who} xác nhận"),
        new("certificate-signed", "{who}, {at}", "{who}, {at}"),
        new("cohort", "Everybody who practises", "Nhóm luyện tập"),
        new(
            "cohort-lead",
            "What is confirmed counts; what waits for a review stands beside it.",
            "Chỉ tính kết quả đã xác nhận; lượt chờ đánh giá ghi ở bên."
        ),
        new("cohort-none", "Nobody has practised yet.", "Chưa có ai luyện tập."),
        new("cohort-runs", "Runs", "Số lượt"),
        new("cohort-waiting", "Waiting", "Chờ đánh giá"),
        new("cohort-confirmed", "Confirmed", "Đã xác nhận"),
        new("cohort-mean", "Mean result", "Kết quả trung bình"),
        new("cohort-scenarios", "Scenarios passed", "Tình huống đã đạt"),
        new("cohort-stage", "Stage", "Chặng"),
        new("measured-logging", "Time to log", "Thời gian ghi phiếu"),
        new("measured-longest_silence", "Longest silence to the customer", "Lần im lặng lâu nhất với khách hàng"),
        new("measured-time_to_escalate", "Time to escalate", "Thời gian đến khi chuyển cấp"),
        new("measured-time_spent", "Time spent", "Thời gian cả lượt"),
        new("measures", "Measures", "Số liệu đo được"),
        new(
            "measures-lead",
            "The latest finished run of each person in each scenario, by the class of service its ticket was given, beside what the desk promises. What did not happen is not counted.",
            "Lượt đã kết thúc gần nhất của mỗi người trong mỗi tình huống, theo hạng dịch vụ đã chọn cho phiếu, đặt cạnh cam kết của bàn hỗ trợ. Việc không xảy ra thì không tính."
        ),
        new("measures-none", "No run to measure yet.", "Chưa có lượt nào để đo."),
        new("measures-no-class", "Without a class", "Chưa xếp hạng"),
        new("measures-runs", "Runs: {n}", "Số lượt: {n}"),
        new("measures-right", "Right class: {right} of {n}", "Đúng hạng: {right}/{n}"),
        new("measures-count", "Counted runs", "Số lượt được tính"),
        new("measures-judged", "Runs whose right class is known", "Số lượt biết hạng đúng"),
        new("measures-rightly", "Runs given the right class", "Số lượt đúng hạng"),
        new("measures-in-seconds", "{what} (s)", "{what} (giây)"),
        new("measures-worst", "Longest", "Lâu nhất"),
        new("measures-promised", "Promised", "Cam kết"),
        new("measures-missed", "later than promised", "trễ hơn cam kết"),
        new(
            "measures-how",
            "Times are by the clock of the run. Half of the counted runs took at most the median. Silence is held against the pace of updates while nobody is waited for. A median is marked when it is more than a minute later than promised. Promises in working time are not held against them.",
            "Thời gian tính theo đồng hồ của lượt. Một nửa số lượt được tính không lâu hơn trung vị. Khoảng im lặng được so với nhịp cập nhật khi không phải chờ ai. Trung vị được đánh dấu khi trễ cam kết hơn một phút. Cam kết tính theo giờ làm việc thì không đem so."
        ),
    ];
}
