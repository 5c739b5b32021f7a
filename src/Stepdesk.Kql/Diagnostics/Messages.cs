using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Diagnostics;

/// <summary>Every sentence about the form of a query. Codes KQL1xx.</summary>
public static partial class Messages
{
    public static Diagnostic Unexpected(Span span, string found, params string[] expected)
    {
        var list = string.Join(", ", expected);
        var wanted = string.Join(", ", expected.Select(InVietnamese));
        return new Diagnostic(
            "KQL101",
            span,
            found.Length == 0
                ? new Words(
                    $"The query ends here, but {list} was expected.",
                    $"Câu truy vấn kết thúc ở đây, nhưng cần có {wanted}."
                )
                : new Words(
                    $"'{found}' was not expected here; expected {list}.",
                    $"Không chờ '{found}' ở đây; cần có {wanted}."
                )
        )
        {
            Expected = expected,
        };
    }

    public static Diagnostic OpenText(Span span) =>
        new("KQL102", span, new Words("This text has no closing quotation mark.", "Chuỗi này chưa có dấu nháy đóng."))
        {
            Expected = ["\"", "'"],
        };

    public static Diagnostic BadEscape(Span span) =>
        new(
            "KQL103",
            span,
            new Words(
                "A backslash starts an escape such as \\n, \\t or \\\\; this one is unknown. Write @\"...\" for text with plain backslashes.",
                "Dấu gạch chéo ngược bắt đầu một ký tự đặc biệt như \\n, \\t hay \\\\; ký tự này không có. Hãy viết @\"...\" cho chuỗi có gạch chéo ngược thường."
            )
        );

    public static Diagnostic BadLiteral(Span span, string text, string type) =>
        new(
            "KQL104",
            span,
            new Words($"'{text}' is not a valid {type} value.", $"'{text}' không phải là giá trị {type} hợp lệ.")
        );

    public static Diagnostic BadTypedLiteral(Span span, string type, string raw) =>
        new(
            "KQL104",
            span,
            new Words(
                $"{type}(...) takes a constant written out; '{raw}' is not one. To convert a value use to{type}({raw}).",
                $"{type}(...) chỉ nhận hằng số viết sẵn; '{raw}' không phải. Để chuyển đổi một giá trị, hãy dùng to{type}({raw})."
            )
        )
        {
            Hints =
            [
                new Hint(
                    new Words($"Use to{type}({raw})", $"Dùng to{type}({raw})"),
                    new TextEdit(span.Start, span.Length, $"to{type}({raw})")
                ),
            ],
        };

    public static Diagnostic StrangeCharacter(Span span, string text) =>
        new(
            "KQL105",
            span,
            new Words($"The character '{text}' has no meaning here.", $"Ký tự '{text}' không có ý nghĩa ở đây.")
        );

    public static Diagnostic UnknownOperator(Span span, string name, IReadOnlyList<string> near) =>
        new(
            "KQL106",
            span,
            new Words(
                $"There is no operator '{name}'{Near(near, " - did you mean ", "?")}",
                $"Không có toán tử '{name}'{Near(near, " - có phải bạn muốn viết ", "?")}"
            )
        )
        {
            Expected = ["where", "project", "extend", "summarize", "sort by", "take"],
            Hints = Replace(span, near),
        };

    public static Diagnostic NotHere(Span span, string name) =>
        new(
            "KQL107",
            span,
            new Words(
                $"'{name}' is not available on the practice ground (it exists in Azure).",
                $"'{name}' không dùng được trong môi trường luyện tập (nhưng có trong Azure)."
            )
        );

    public static Diagnostic Refused(Span span, string name) =>
        new(
            "KQL108",
            span,
            new Words(
                $"'{name}' reaches outside the tables of this connection and is not allowed.",
                $"'{name}' truy cập ra ngoài các bảng của kết nối này nên không được phép."
            )
        );

    public static Diagnostic TooDeep(Span span) =>
        new(
            "KQL109",
            span,
            new Words(
                "The query is nested too deeply; give parts of it a name with let.",
                "Câu truy vấn lồng nhau quá sâu; hãy đặt tên cho từng phần bằng let."
            )
        );

    public static Diagnostic Sql(Span span) =>
        new(
            "KQL110",
            span,
            new Words(
                "This is SQL. In KQL a query starts with the table: requests | where success == false | project timestamp, name.",
                "Đây là SQL. Trong KQL, câu truy vấn bắt đầu bằng tên bảng: requests | where success == false | project timestamp, name."
            )
        )
        {
            Expected = ["table name"],
        };

    public static Diagnostic Command(Span span) =>
        new(
            "KQL111",
            span,
            new Words(
                "A text that starts with a dot is a management command; only queries can be run here.",
                "Văn bản bắt đầu bằng dấu chấm là lệnh quản trị; ở đây chỉ chạy được truy vấn."
            )
        );

    public static Diagnostic SingleEquals(Span span) =>
        new(
            "KQL112",
            span,
            new Words(
                "'=' gives a name; to compare write '=='.",
                "Dấu '=' dùng để đặt tên; muốn so sánh hãy viết '=='."
            )
        )
        {
            Expected = ["=="],
            Hints = [new Hint(new Words("Use ==", "Dùng =="), new TextEdit(span.Start, span.Length, "=="))],
        };

    public static Diagnostic DashComment(Span span) =>
        new(
            "KQL113",
            span,
            new Words("A comment starts with //, not with --.", "Chú thích bắt đầu bằng //, không phải --.")
        )
        {
            Hints = [new Hint(new Words("Use //", "Dùng //"), new TextEdit(span.Start, span.Length, "//"))],
        };

    public static Diagnostic AsAlias(Span span, string name, string source) =>
        new(
            "KQL114",
            span,
            new Words(
                $"A column is named in front: {name} = {source}.",
                $"Tên cột viết ở phía trước: {name} = {source}."
            )
        )
        {
            Hints =
            [
                new Hint(
                    new Words($"Use {name} = {source}", $"Dùng {name} = {source}"),
                    new TextEdit(span.Start, span.Length, $"{name} = {source}")
                ),
            ],
        };

    public static Diagnostic GroupBy(Span span) =>
        new("KQL115", span, new Words("summarize groups with 'by' alone.", "summarize chỉ dùng 'by' để nhóm."))
        {
            Expected = ["by"],
            Hints = [new Hint(new Words("Use by", "Dùng by"), new TextEdit(span.Start, span.Length, "by"))],
        };

    public static Diagnostic CountStar(Span span) =>
        new(
            "KQL116",
            span,
            new Words("count() counts rows and takes no star.", "count() đếm số dòng và không nhận dấu sao.")
        )
        {
            Hints =
            [
                new Hint(new Words("Use count()", "Dùng count()"), new TextEdit(span.Start, span.Length, "count()")),
            ],
        };

    public static Diagnostic Empty(Span span) =>
        new(
            "KQL117",
            span,
            new Words(
                "There is no query yet. Start with the name of a table, for example: requests | take 10.",
                "Chưa có câu truy vấn. Hãy bắt đầu bằng tên bảng, ví dụ: requests | take 10."
            )
        )
        {
            Expected = ["table name"],
        };

    /// <summary>Of a word that is none of the few that may stand there.</summary>
    internal const string ChoiceCode = "KQL118";

    public static Diagnostic Choice(Span span, string what, string found, IReadOnlyList<string> choices)
    {
        var near = NearNames.Of(found, choices);
        return new Diagnostic(
            ChoiceCode,
            span,
            new Words(
                $"'{found}' is not a {what}; use one of: {string.Join(", ", choices)}.",
                $"'{found}' không hợp lệ ({what}); hãy dùng một trong: {string.Join(", ", choices)}."
            )
        )
        {
            Expected = choices,
            Hints = Replace(span, near),
        };
    }

    public static Diagnostic NoAnswer(Span span) =>
        new(
            "KQL119",
            span,
            new Words(
                "A let only gives a name; the query needs a last line that answers.",
                "let chỉ đặt tên; câu truy vấn cần một dòng cuối để trả kết quả."
            )
        )
        {
            Expected = ["table name"],
        };

    private static string Near(IReadOnlyList<string> near, string before, string after) =>
        near.Count == 0 ? "" : before + string.Join(", ", near.Select(n => $"'{n}'")) + after;

    private static IReadOnlyList<Hint> Replace(Span span, IReadOnlyList<string> names) =>
        [.. names.Select(n => new Hint(new Words($"Use {n}", $"Dùng {n}"), new TextEdit(span.Start, span.Length, n)))];

    public static Diagnostic OrderNeeded(Span span, string name) =>
        new(
            "KQL217",
            span,
            new Words(
                $"{name}() looks at other rows, and these rows have no order: put '| sort by ...' or '| serialize' before it.",
                $"{name}() nhìn sang các dòng khác, mà các dòng này chưa có thứ tự: hãy thêm '| sort by ...' hoặc '| serialize' ở trước."
            )
        )
        {
            Expected = ["sort", "serialize"],
        };
}
