using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Diagnostics;

/// <summary>What is expected at a place, in words of both languages.</summary>
public static partial class Messages
{
    public static Diagnostic RangeNeeded(Span comma) =>
        new(
            "KQL101",
            comma,
            new Words(
                "between takes a range with two dots, such as (1 .. 5); in (...) takes a list.",
                "between cần một khoảng viết bằng hai dấu chấm, ví dụ (1 .. 5); in (...) mới nhận danh sách."
            )
        )
        {
            Expected = [".."],
            Hints = [new Hint(new Words("Write ..", "Viết .."), new TextEdit(comma.Start, comma.Length, " .. "))],
        };

    public static Diagnostic CommaNeeded(Span next, string found, int after) =>
        new(
            "KQL101",
            next,
            new Words(
                $"'{found}' was not expected here; a comma is missing before it, or a pipe and an operator.",
                $"Không chờ '{found}' ở đây; trước nó thiếu dấu phẩy, hoặc thiếu dấu | và một toán tử."
            )
        )
        {
            Expected = [",", "|"],
            Hints = [new Hint(new Words("Put a comma", "Thêm dấu phẩy"), new TextEdit(after, 0, ","))],
        };

    /// <summary>A number stands where a span of time is due: most likely it counts days.</summary>
    public static Hint Days(Span number, string text) =>
        new(new Words($"Use {text}d", $"Dùng {text}d"), new TextEdit(number.Start, number.Length, text + "d"));

    /// <summary>The expression that works where another stands.</summary>
    public static Hint WriteInstead(Span span, string text) =>
        new(new Words($"Use {text}", $"Dùng {text}"), new TextEdit(span.Start, span.Length, text));

    /// <summary>A pattern of which nothing is asked for: most likely all that it finds.</summary>
    public static Diagnostic GroupNeeded(Span pattern, string text) =>
        new(
            "KQL308",
            pattern,
            new Words(
                "The pattern needs a group in brackets: what it holds is taken out.",
                "Biểu thức cần một nhóm trong ngoặc: phần trong nhóm sẽ được lấy ra."
            )
        )
        {
            Hints =
                text.IndexOfAny(['"', '\'']) is var quote and >= 0 && text.Length > quote + 1 && text[^1] == text[quote]
                    ? [WriteInstead(pattern, $"{text[..(quote + 1)]}({text[(quote + 1)..^1]}){text[^1]}")]
                    : [],
        };

    /// <summary>A percentile of nothing said: the one that is asked for most.</summary>
    public static Hint Percentile(Span call, string text)
    {
        var repaired = $"{text[..^1]}, 95)";
        return new Hint(
            new Words($"Use {repaired}", $"Dùng {repaired}"),
            new TextEdit(call.Start, call.Length, repaired)
        );
    }

    /// <summary>It exists in Azure, but how it comes to its value is not published: no number is made up for it.</summary>
    public static Diagnostic Unpublished(Span span, string name) =>
        NotHere(span, name) with
        {
            Message = new Words(
                $"{name}() is not available on the practice ground: how Azure computes it is not published.",
                $"{name}() không dùng được trong môi trường luyện tập: cách Azure tính không được công bố."
            ),
        };

    public static Diagnostic SeasonNeeded(Span span, string name) =>
        NotHere(span, name) with
        {
            Message = new Words(
                $"How Azure finds the season of a series is not published: give {name}() the number of points of a season, or 0 for none.",
                $"Cách Azure tìm chu kỳ của một chuỗi không được công bố: hãy cho {name}() biết số điểm của một chu kỳ, hoặc 0 nếu không có."
            ),
        };

    public static Diagnostic TwoGroups(Span span) =>
        new(
            "KQL308",
            span,
            new Words(
                "The pattern needs two groups in brackets: the first is the key, the second its value.",
                "Biểu thức cần đúng hai nhóm trong ngoặc: nhóm đầu là khóa, nhóm sau là giá trị."
            )
        );

    public static Diagnostic StarBehindText(Span star) =>
        new(
            "KQL120",
            star,
            new Words(
                "A star cannot follow a column of text: nothing says where the text ends. Write the text that comes between them, or give the column a type.",
                "Dấu sao không thể đứng ngay sau một cột kiểu chuỗi: không rõ chuỗi kết thúc ở đâu. Hãy viết đoạn chữ nằm giữa, hoặc cho cột một kiểu."
            )
        )
        {
            Expected = ["text"],
            Hints =
            [
                new Hint(new Words("Leave out the star", "Bỏ dấu sao"), new TextEdit(star.Start, star.Length, "")),
            ],
        };

    // What a reader writes there; the rest of what may be expected is written as it stands.
    private static string InVietnamese(string expected) =>
        expected switch
        {
            "expression" => "một biểu thức",
            "operator" => "một toán tử",
            "name" => "một tên",
            "table name" => "tên bảng",
            "column name" => "tên cột",
            "property name" => "tên thuộc tính",
            "text" => "một chuỗi",
            "JSON value" => "một giá trị JSON",
            "aggregate" => "một hàm tổng hợp",
            _ => expected,
        };

    public static Diagnostic StepNotPositive(Span span) =>
        new(
            "KQL311",
            span,
            new Words(
                "A step must be greater than zero, for example 5m or 10.",
                "Bước phải lớn hơn 0, ví dụ 5m hoặc 10."
            )
        );
}
