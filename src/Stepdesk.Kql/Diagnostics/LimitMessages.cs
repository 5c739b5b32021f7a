using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Diagnostics;

/// <summary>Why an answer is not whole.</summary>
public static class LimitMessages
{
    public static Diagnostic RowsLimit(int limit) =>
        new(
            "KQL401",
            new Span(0, 0),
            new Words(
                $"The result has more than {limit} rows; the first {limit} are shown. Narrow the time range, or summarize.",
                $"Kết quả có hơn {limit} dòng; chỉ hiển thị {limit} dòng đầu. Hãy thu hẹp khoảng thời gian hoặc dùng summarize."
            )
        );

    public static Diagnostic TimeLimit(double seconds) =>
        new(
            "KQL402",
            new Span(0, 0),
            new Words(
                $"The query took longer than {seconds} s and was stopped; the result is incomplete. Filter on timestamp first.",
                $"Câu truy vấn chạy quá {seconds} giây nên đã dừng; kết quả chưa đầy đủ. Hãy lọc theo timestamp trước."
            )
        );

    public static Diagnostic MemoryLimit(long megabytes) =>
        new(
            "KQL403",
            new Span(0, 0),
            new Words(
                $"The query needs more than {megabytes} MB and was stopped; the result is incomplete. Project fewer columns, or join on a more selective key.",
                $"Câu truy vấn cần hơn {megabytes} MB nên đã dừng; kết quả chưa đầy đủ. Hãy lấy ít cột hơn, hoặc nối theo khóa chọn lọc hơn."
            )
        );

    public static Diagnostic WorkLimit(int limit) =>
        new(
            "KQL404",
            new Span(0, 0),
            new Words(
                $"A step of the query makes more than {limit} rows and was stopped; the result is incomplete. A join whose key repeats on both sides multiplies rows: filter or summarize one side first.",
                $"Một bước của truy vấn tạo hơn {limit} dòng nên đã dừng; kết quả chưa đầy đủ. Nối theo khóa lặp lại ở cả hai bên sẽ nhân số dòng lên: hãy lọc hoặc summarize một bên trước."
            )
        );

    public static Diagnostic AnswerLimit(long megabytes) =>
        new(
            "KQL403",
            new Span(0, 0),
            new Words(
                $"The result takes more than {megabytes} MB; only the first rows are shown. Project fewer columns, or summarize.",
                $"Kết quả lớn hơn {megabytes} MB; chỉ hiển thị các dòng đầu. Hãy lấy ít cột hơn hoặc dùng summarize."
            )
        );

    public static Diagnostic ColumnsLimit(int most) =>
        new(
            "KQL407",
            new Span(0, 0),
            new Words(
                $"A step of the query makes a table of more than {most} columns. Project the columns you need before you join.",
                $"Một bước của truy vấn tạo bảng có hơn {most} cột. Hãy project những cột cần dùng trước khi join."
            )
        );

    public static Diagnostic ArrayIsFull(int most) =>
        new(
            "KQL406",
            new Span(0, 0),
            new Words(
                $"An array holds at most {most} values; the rest is missing from the result. Use larger steps, or fewer values.",
                $"Một mảng chứa tối đa {most} giá trị; phần còn lại không có trong kết quả. Hãy dùng bước lớn hơn hoặc ít giá trị hơn."
            )
        );

    public static Diagnostic Stopped() =>
        new("KQL405", new Span(0, 0), new Words("The query was cancelled.", "Câu truy vấn đã bị hủy."));
}
