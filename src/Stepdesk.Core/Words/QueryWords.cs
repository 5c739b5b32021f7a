namespace Stepdesk.Core.Words;

/// <summary>Queries that are kept, and the record of what was asked.</summary>
static class QueryWords
{
    public static readonly Sentence[] All =
    [
        new("saved-queries", "Saved queries", "Truy vấn đã lưu"),
        new("saved-none", "Nothing is saved yet.", "Chưa lưu truy vấn nào."),
        new("saved-mine", "Mine", "Của tôi"),
        new("saved-shared", "Shared by others", "Người khác chia sẻ"),
        new("saved-is-shared", "shared", "đã chia sẻ"),
        new("saved-keep", "Save this query", "Lưu truy vấn này"),
        new("saved-this", "Saved as “{name}”", "Đã lưu với tên “{name}”"),
        new("saved-name", "Name", "Tên"),
        new("saved-name-hint", "Failed sign-ins by class", "Đăng nhập lỗi theo lớp"),
        new("saved-share", "Share with all who ask telemetry", "Chia sẻ với mọi người được truy vấn"),
        new("saved-save", "Save", "Lưu"),
        new("saved-change", "Save changes", "Lưu thay đổi"),
        new("saved-save-new", "Save as new", "Lưu thành truy vấn mới"),
        new("saved-drop", "Delete", "Xoá"),
        new("editor-completions", "What fits here", "Gợi ý tại đây"),
        new("editor-problems", "What is wrong", "Các lỗi"),
        new("editor-close", "Close", "Đóng"),
        new("editor-no-problems", "Nothing is wrong", "Không có lỗi"),
        new("query-history", "What I asked", "Truy vấn của tôi"),
        new("query-history-none", "You have not asked anything yet.", "Bạn chưa truy vấn lần nào."),
        new("query-runs", "Queries that were run", "Truy vấn đã chạy"),
        new(
            "query-runs-lead",
            "Who asked a real source of telemetry what, and what came of it. Simulated platforms are not among them.",
            "Ai đã truy vấn nguồn dữ liệu thật nào và kết quả ra sao. Không gồm nền tảng mô phỏng."
        ),
        new("query-runs-none", "No real source was asked yet.", "Chưa có truy vấn nào tới nguồn dữ liệu thật."),
        new("query-run-partial", "a part of the rows", "một phần kết quả"),
        new("query-run-wrong", "the query was wrong", "truy vấn sai"),
        new("query-run-left", "nobody waited for the answer", "người hỏi không đợi kết quả"),
        new("query-run-refused", "no answer ({code})", "không có kết quả ({code})"),
        new("refusal-no-such-query", "There is no such saved query.", "Không có truy vấn đã lưu này."),
        new(
            "refusal-query-is-not-yours",
            "Only who saved a query, or a lead where it is shared, changes it. Save it as a new one.",
            "Chỉ người đã lưu, hoặc trưởng nhóm nếu truy vấn được chia sẻ, mới sửa được. Hãy lưu thành truy vấn mới."
        ),
        new("refusal-query-name-is-missing", "Give the query a name.", "Hãy đặt tên cho truy vấn."),
        new(
            "refusal-query-name-is-too-long",
            "Shorten the name to 80 characters.",
            "Hãy rút ngắn tên còn tối đa 80 ký tự."
        ),
        new(
            "refusal-query-name-is-taken",
            "There is a saved query of this name already. Choose another name, or open that one and save changes.",
            "Đã có truy vấn cùng tên. Hãy chọn tên khác, hoặc mở truy vấn đó rồi lưu thay đổi."
        ),
        new(
            "refusal-too-many-queries",
            "You keep 200 queries. Delete some first.",
            "Bạn đã lưu 200 truy vấn. Hãy xoá bớt trước."
        ),
        new(
            "refusal-query-has-changed",
            "Somebody changed it meanwhile. Open it again, or save yours as a new one.",
            "Có người vừa sửa truy vấn này. Hãy mở lại, hoặc lưu thành truy vấn mới."
        ),
    ];
}
