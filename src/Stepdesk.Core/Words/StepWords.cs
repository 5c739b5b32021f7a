namespace Stepdesk.Core.Words;

/// <summary>What is said about going on although a step asks for more.</summary>
static class StepWords
{
    public static readonly Sentence[] All =
    [
        new("skipped", "skipped", "đã bỏ qua"),
        new(
            "refusal-promised-update-is-too-far-away",
            "Promise the next update within a month: nobody should wait for news any longer.",
            "Hãy hẹn cập nhật tiếp theo trong vòng một tháng: không nên để người khác chờ tin lâu hơn."
        ),
        new("override-label", "Why it is done all the same", "Lý do vẫn thực hiện"),
        new(
            "override-hint",
            "Your name and the reason stay in the history and in the report of overrides.",
            "Tên bạn và lý do được lưu trong lịch sử và báo cáo ngoại lệ."
        ),
        new(
            "overridden-resolve-before-acknowledging",
            "{who} resolved it before the customer had an answer",
            "{who} xử lý xong khi khách hàng chưa được phản hồi"
        ),
        new(
            "overridden-resolve-before-diagnosis",
            "{who} resolved it without a diagnosis",
            "{who} xử lý xong khi chưa có chẩn đoán"
        ),
        new(
            "overridden-close-before-confirmation",
            "{who} closed it without the customer’s word",
            "{who} đóng phiếu khi khách hàng chưa xác nhận"
        ),
        new("refusal-no-such-stage", "The ticket’s team has no such stage.", "Nhóm của phiếu không có cột này."),
        new(
            "refusal-move-back-to-a-done-step",
            "This stage belongs to a step that is done. A step is open again when its evidence is taken back: by a bounce, a dispute or a reopening.",
            "Cột này thuộc bước đã xong. Bước chỉ mở lại khi thư bị trả về, khách hàng phản đối hoặc phiếu được mở lại."
        ),
        new(
            "refusal-move-before-answer-written",
            "This stage belongs to a later step, and moving a card does not do a step. An answer to the customer has to be written first.",
            "Cột này thuộc bước sau; kéo thẻ không thay được việc phải làm. Cần viết câu trả lời cho khách hàng trước."
        ),
        new(
            "refusal-move-before-answer-arrived",
            "This stage belongs to a later step, and moving a card does not do a step. The answer is on its way and has to arrive first.",
            "Cột này thuộc bước sau; kéo thẻ không thay được việc phải làm. Câu trả lời đang được gửi; cần chờ thư đến nơi."
        ),
        new(
            "refusal-move-before-diagnosis-written",
            "This stage belongs to a later step, and moving a card does not do a step. The diagnosis has to be written down first.",
            "Cột này thuộc bước sau; kéo thẻ không thay được việc phải làm. Cần ghi chẩn đoán trước."
        ),
        new(
            "refusal-move-before-resolved",
            "This stage belongs to a later step, and moving a card does not do a step. The ticket has to be resolved first.",
            "Cột này thuộc bước sau; kéo thẻ không thay được việc phải làm. Cần xử lý xong phiếu trước."
        ),
        new(
            "refusal-move-before-resolution-written",
            "This stage belongs to a later step, and moving a card does not do a step. The customer has to be told the resolution first.",
            "Cột này thuộc bước sau; kéo thẻ không thay được việc phải làm. Cần báo kết quả xử lý cho khách hàng trước."
        ),
        new(
            "refusal-move-before-resolution-arrived",
            "This stage belongs to a later step, and moving a card does not do a step. The resolution is on its way and has to arrive first.",
            "Cột này thuộc bước sau; kéo thẻ không thay được việc phải làm. Thư báo kết quả đang được gửi; cần chờ thư đến nơi."
        ),
        new(
            "refusal-move-before-confirmed",
            "This stage belongs to a later step, and moving a card does not do a step. The customer has to confirm first.",
            "Cột này thuộc bước sau; kéo thẻ không thay được việc phải làm. Cần khách hàng xác nhận trước."
        ),
        new("refusal-too-many-stages", "Use at most 30 stages.", "Chỉ dùng tối đa 30 cột."),
        new(
            "refusal-stage-name-is-too-long",
            "Shorten the name of the stage to 60 characters.",
            "Hãy rút ngắn tên cột còn tối đa 60 ký tự."
        ),
        new(
            "refusal-stage-id-is-taken",
            "Two stages have the same id. Give a new stage the id 0.",
            "Hai cột có cùng mã. Cột mới hãy dùng mã 0."
        ),
        new("refusal-stage-name-is-taken", "Give every stage a name of its own.", "Hãy đặt cho mỗi cột một tên riêng."),
        new(
            "refusal-stages-are-out-of-order",
            "Put the stages in the order of their steps.",
            "Hãy xếp các cột theo thứ tự các bước."
        ),
        new(
            "refusal-stage-of-a-step-is-missing",
            "Give each step from the second to the seventh at least one stage, and the first none.",
            "Mỗi bước từ bước hai đến bước bảy cần ít nhất một cột; bước một không có cột."
        ),
        new(
            "refusal-stages-have-changed",
            "Somebody edited the stages meanwhile. Look at them again, then repeat your edit.",
            "Các cột vừa được người khác sửa. Hãy xem lại rồi sửa lại."
        ),
        new(
            "refusal-no-such-stage-to-keep",
            "One of the stages has an id the team never had. Leave the id of a new stage 0.",
            "Có cột mang mã mà nhóm chưa từng có. Hãy để mã của cột mới là 0."
        ),
        new("event-stage_chosen", "{who} moved it to “{stage}”", "{who} chuyển sang “{stage}”"),
        new("board", "Board", "Bảng"),
        new("no-team", "No team", "Chưa có nhóm"),
        new("edit-stages", "Stages", "Các cột"),
        new(
            "stages-lead",
            "Name parts of a step as your team works. A ticket moves to the next step by what it has, never by moving its card.",
            "Đặt tên các phần của mỗi bước theo cách nhóm làm việc. Phiếu sang bước sau nhờ việc đã làm, không phải do kéo thẻ."
        ),
        new("stage", "Stage", "Cột"),
        new("stage-name", "Name of the stage", "Tên cột"),
        new("another-stage", "Another stage…", "Thêm cột…"),
        new("set-stages", "Save stages", "Lưu các cột"),
        new("move-card", "Move", "Chuyển"),
        new("do-stage", "Move", "Chuyển"),
        new("open-tickets", "{n} open tickets", "{n} phiếu đang mở"),
        new("overrides", "Overrides", "Ngoại lệ quy trình"),
        new(
            "overrides-lead",
            "What was done although a step asked for more: by whom, and why.",
            "Những việc đã làm khi bước còn thiếu điều kiện: ai làm và vì sao."
        ),
        new("no-overrides", "Nothing was overridden here.", "Không có ngoại lệ nào."),
        new("from-day", "From", "Từ ngày"),
        new("until-day", "Up to and including", "Đến hết ngày"),
        new("by-whom", "By whom", "Người thực hiện"),
        new("anybody", "Anybody", "Bất kỳ ai"),
        new("show", "Show", "Xem"),
    ];
}
