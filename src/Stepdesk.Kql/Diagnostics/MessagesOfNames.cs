using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Diagnostics;

/// <summary>Sentences about names (KQL2xx), types (KQL3xx) and limits (KQL4xx).</summary>
public static partial class Messages
{
    public static Diagnostic UnknownTable(
        Span span,
        string name,
        IReadOnlyList<string> near,
        IReadOnlyList<string> all
    ) =>
        new(
            "KQL201",
            span,
            new Words(
                $"There is no table '{name}'.{Near(near, " Did you mean ", "?")}",
                $"Không có bảng '{name}'.{Near(near, " Có phải bạn muốn viết ", "?")}"
            )
        )
        {
            Expected = [.. all.Take(12)],
            Hints = Replace(span, near),
        };

    public static Diagnostic UnknownColumn(
        Span span,
        string name,
        IReadOnlyList<string> near,
        IReadOnlyList<string> all
    ) =>
        new(
            "KQL202",
            span,
            new Words(
                $"There is no column '{name}' here.{Near(near, " Did you mean ", "?")}",
                $"Ở đây không có cột '{name}'.{Near(near, " Có phải bạn muốn viết ", "?")}"
            )
        )
        {
            Expected = [.. all.Take(12)],
            Hints = Replace(span, near),
        };

    public static Diagnostic OtherWorldColumn(Span span, string name, string here) =>
        new(
            "KQL203",
            span,
            new Words(
                $"'{name}' is the name in the other kind of component; in this table the column is '{here}'.",
                $"'{name}' là tên trong loại thành phần kia; trong bảng này cột có tên '{here}'."
            )
        )
        {
            Expected = [here],
            Hints = Replace(span, [here]),
        };

    public static Diagnostic UnknownFunction(Span span, string name, IReadOnlyList<string> near) =>
        new(
            "KQL204",
            span,
            new Words(
                $"There is no function '{name}'.{Near(near, " Did you mean ", "?")}",
                $"Không có hàm '{name}'.{Near(near, " Có phải bạn muốn viết ", "?")}"
            )
        )
        {
            Expected = near,
            Hints = Replace(span, near),
        };

    public static Diagnostic ArgumentCount(Span span, string name, string needed, int given) =>
        new(
            "KQL205",
            span,
            new Words(
                $"{name}() takes {needed} {(needed == "1" ? "argument" : "arguments")}, but {given} {(given == 1 ? "was" : "were")} given.",
                $"{name}() cần {needed} tham số, nhưng nhận được {given}."
            )
        );

    public static Diagnostic AggregateHere(Span span, string name) =>
        new(
            "KQL206",
            span,
            new Words(
                $"{name}() works over many rows; use it in summarize, for example: summarize {name}(...) by name.",
                $"{name}() tính trên nhiều dòng; hãy dùng trong summarize, ví dụ: summarize {name}(...) by name."
            )
        )
        {
            Expected = ["summarize"],
        };

    public static Diagnostic AggregateNeeded(Span span) =>
        new(
            "KQL207",
            span,
            new Words(
                "Before 'by' summarize takes aggregates such as count(), avg(x) or dcount(x); to group by this value write it after 'by'.",
                "Trước 'by', summarize cần các hàm tổng hợp như count(), avg(x) hay dcount(x); muốn nhóm theo giá trị này hãy viết nó sau 'by'."
            )
        )
        {
            Expected = ["count()", "avg()", "dcount()", "percentile()"],
        };

    public static Diagnostic ScalarNeeded(Span span) =>
        new(
            "KQL208",
            span,
            new Words(
                "A single value is needed here, but this is a table; toscalar(...) takes its first cell.",
                "Ở đây cần một giá trị, nhưng đây là bảng; toscalar(...) lấy ô đầu tiên."
            )
        );

    public static Diagnostic TableNeeded(Span span, string found) =>
        new(
            "KQL209",
            span,
            new Words(
                $"A table is needed here; {found} is a single value.",
                $"Ở đây cần một bảng; {found} là một giá trị đơn."
            )
        );

    public static Diagnostic DuplicateColumn(Span span, string name) =>
        new("KQL210", span, new Words($"The column '{name}' is named twice.", $"Cột '{name}' được đặt tên hai lần."));

    public static Diagnostic ColumnNeeded(Span span) =>
        new("KQL211", span, new Words("The name of a column is needed here.", "Ở đây cần tên của một cột."));

    public static Diagnostic JoinKey(Span span) =>
        new(
            "KQL212",
            span,
            new Words(
                "A join key is a column that both sides have, or $left.a == $right.b.",
                "Khóa nối là một cột có ở cả hai bên, hoặc viết $left.a == $right.b."
            )
        )
        {
            Expected = ["column", "$left.column == $right.column"],
        };

    public static Diagnostic NoOperator(Span span, string op, string left, string right) =>
        new(
            "KQL301",
            span,
            new Words(
                $"'{op}' does not work between {left} and {right}.",
                $"'{op}' không dùng được giữa {left} và {right}."
            )
        );

    public static Diagnostic NoOperator(Span span, string op, string left, string right, Hint hint) =>
        NoOperator(span, op, left, right) with
        {
            Hints = [hint],
        };

    public static Diagnostic DynamicKey(Span span, string use, string text) =>
        new(
            "KQL302",
            span,
            new Words(
                $"{use} cannot work on a dynamic value; convert it first, for example with tostring({text}).",
                $"{use} không dùng được với giá trị dynamic; hãy chuyển đổi trước, ví dụ tostring({text})."
            )
        )
        {
            Hints =
            [
                new Hint(
                    new Words($"Use tostring({text})", $"Dùng tostring({text})"),
                    new TextEdit(span.Start, span.Length, $"tostring({text})")
                ),
            ],
        };

    public static Diagnostic ArgumentType(Span span, string name, string expected, string found) =>
        new(
            "KQL303",
            span,
            new Words(
                $"{name}() needs {expected} here, not {found}.",
                $"{name}() cần {expected} ở đây, không phải {found}."
            )
        )
        {
            Expected = [expected],
        };

    public static Diagnostic ConstantNeeded(Span span, string what) =>
        new(
            "KQL304",
            span,
            new Words(
                $"{what} must be a constant: it cannot depend on a row.",
                $"{what} phải là hằng số: không được phụ thuộc vào từng dòng."
            )
        );

    public static Diagnostic BoolNeeded(Span span, string found) =>
        new(
            "KQL305",
            span,
            new Words(
                $"A condition (bool) is needed here, not {found}.",
                $"Ở đây cần một điều kiện (bool), không phải {found}."
            )
        )
        {
            Expected = ["bool"],
        };

    public static Diagnostic Milliseconds(Span span, string column, string milliseconds, Span literal) =>
        new(
            "KQL306",
            span,
            new Words(
                $"{column} is a number of milliseconds, not a timespan: compare with {milliseconds}.",
                $"{column} là số mili giây, không phải timespan: hãy so sánh với {milliseconds}."
            )
        )
        {
            Hints =
            [
                new Hint(
                    new Words($"Use {milliseconds}", $"Dùng {milliseconds}"),
                    new TextEdit(literal.Start, literal.Length, milliseconds)
                ),
            ],
        };

    public static Diagnostic DynamicNeeded(Span span, string use, string found) =>
        new(
            "KQL307",
            span,
            new Words(
                $"{use} needs a dynamic array or bag, not {found}; parse_json(...) makes one from text.",
                $"{use} cần mảng hoặc túi dynamic, không phải {found}; parse_json(...) tạo ra từ chuỗi."
            )
        )
        {
            Expected = ["dynamic"],
        };

    public static Diagnostic BadRegex(Span span, string pattern) =>
        new(
            "KQL308",
            span,
            new Words(
                $"'{pattern}' is not a regular expression.",
                $"'{pattern}' không phải là biểu thức chính quy hợp lệ."
            )
        );

    public static Diagnostic NamesForValues(Span span, int names, int values) =>
        new(
            "KQL309",
            span,
            new Words($"{names} names are given for {values} values.", $"Có {names} tên cho {values} giá trị.")
        );

    public static Diagnostic ValuesPerRow(Span span, int columns, int values) =>
        new(
            "KQL310",
            span,
            new Words(
                $"{values} values do not fill rows of {columns} columns.",
                $"{values} giá trị không đủ cho các dòng {columns} cột."
            )
        );

    public static Diagnostic UnknownChart(Span span, string chart) =>
        new(
            "KQL501",
            span,
            new Words(
                $"'{chart}' cannot be drawn here; the rows are shown as a table.",
                $"Không vẽ được '{chart}' ở đây; các dòng được hiển thị dạng bảng."
            )
        )
        {
            Severity = Severity.Warning,
        };
}
