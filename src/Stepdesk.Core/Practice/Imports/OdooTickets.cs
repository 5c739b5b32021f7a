using System.Globalization;
using System.Text.RegularExpressions;
using Stepdesk.Core.History;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Practice.Imports;

/// <summary>
/// A list of tickets as an Odoo helpdesk exports it: grouped or not, further tags on rows of their own or all in one
/// cell, in either language or by field names.
/// </summary>
public static partial class OdooTickets
{
    static readonly string[] Subject = ["subject", "name", "title", "chu de", "tieu de"];
    static readonly string[] Number =
    [
        "ticket ids sequence",
        "ticket_ref",
        "ticket reference",
        "number",
        "so phieu",
        "id",
    ];
    static readonly string[] Customer =
    [
        "customer",
        "partner_id",
        "customer name",
        "partner_name",
        "commercial entity",
        "commercial_partner_id",
        "khach hang",
        "ten khach hang",
    ];
    static readonly string[] Stage = ["stage", "stage_id", "giai doan"];
    static readonly string[] Closed = ["closed", "done", "solved", "da dong", "dong"];
    static readonly string[] Tags = ["tags", "tag_ids", "the", "nhan"];

    /// <summary>The one ticket of the list, or the one of a number.</summary>
    /// <param name="rows">The header first.</param>
    public static (Elsewhere? Ticket, Refusal? Refusal) Read(
        IReadOnlyList<IReadOnlyList<string>> rows,
        string? number,
        TimeZoneInfo zone
    )
    {
        if (rows.Count == 0)
            return (null, ImportRefusals.Empty);
        var columns = new Columns(rows[0]);
        if (!columns.Has(Subject))
            return (null, ImportRefusals.NoSubject(columns.Names));
        var tickets = Tickets(columns, [.. rows.Skip(1)]);
        var named = string.Join(", ", tickets.Take(10).Select(t => Named(columns, t.Rows[0])));
        var found = number is null
            ? tickets
            : tickets.FindAll(t => Named(columns, t.Rows[0]).TrimStart('#', '0') == number.Trim().TrimStart('#', '0'));
        return found switch
        {
            [var only] => Made(columns, only.Rows, only.Groups, zone),
            [] when tickets.Count == 0 => (null, ImportRefusals.NoTicket),
            [] => (null, ImportRefusals.NoSuchTicket(named)),
            _ => (null, ImportRefusals.SeveralTickets(named)),
        };
    }

    // By its number, and in a list without numbers by its subject.
    static string Named(Columns columns, IReadOnlyList<string> row) =>
        columns.Text(row, Number) is { Length: > 0 } number ? number : columns.Text(row, Subject);

    static List<(IReadOnlyList<string> Groups, List<IReadOnlyList<string>> Rows)> Tickets(
        Columns columns,
        IReadOnlyList<IReadOnlyList<string>> rows
    )
    {
        var tickets = new List<(IReadOnlyList<string>, List<IReadOnlyList<string>>)>();
        IReadOnlyList<string> groups = [];
        foreach (var row in rows)
            if (Group(columns, row) is var (depth, name))
                groups = [.. groups.Take(depth), name];
            else if (columns.Text(row, Subject).Length > 0)
                tickets.Add((groups, [row]));
            else if (tickets.Count > 0)
                tickets[^1].Item2.Add(row);
        return tickets;
    }

    // Odoo writes what a group is called into the first column, whichever that is, and sums at most into the others.
    static (int Depth, string Name)? Group(Columns columns, IReadOnlyList<string> row)
    {
        if (row.Count == 0 || GroupRow().Match(row[0]) is not { Success: true } group)
            return null;
        var isOnlyLabel =
            columns.AreFirst(Subject)
            && columns.Text(row, Number).Length == 0
            && row.Skip(1).All(cell => cell.Length == 0 || Sum().IsMatch(cell));
        return isOnlyLabel || columns.Text(row, Subject).Length == 0
            ? (group.Groups["indent"].Length / 4, group.Groups["name"].Value)
            : null;
    }

    static (Elsewhere?, Refusal?) Made(
        Columns columns,
        List<IReadOnlyList<string>> rows,
        IReadOnlyList<string> groups,
        TimeZoneInfo zone
    )
    {
        var row = rows[0];
        var tags = rows.SelectMany(r => columns.Text(r, Tags).Split(',', StringSplitOptions.TrimEntries))
            .Where(t => t.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var stages = columns.Text(row, Stage) is { Length: > 0 } own ? [own] : groups;
        string[] times =
        [
            columns.Text(row, "created on", "create_date", "duoc tao vao", "ngay tao"),
            columns.Text(row, "close date", "close_date", "closed_date", "ngay dong"),
        ];
        if (Array.Find(times, t => t.Length > 0 && WrittenAt.Read(t, zone) is null) is { } odd)
            return (null, ImportRefusals.NoTime(odd));
        var closed = WrittenAt.Read(times[1], zone);
        return (
            new(Elsewhere.Odoo, columns.Text(row, Subject), columns.Text(row, Customer))
            {
                Description = Plain.Text(Bare(columns.Text(row, "description", "mo ta"))),
                Class = Choices.Class(
                    columns.Text(row, "class of service", "hang dich vu") is { Length: > 0 } said
                        ? said
                        : tags.Find(t => t.StartsWith("cos:", StringComparison.OrdinalIgnoreCase))?[4..] ?? ""
                ),
                Priority = Choices.Priority(columns.Text(row, "priority", "muc uu tien", "do uu tien", "uu tien")),
                Affected = int.TryParse(
                    columns.Text(row, "affected users", "affected", "so nguoi bi anh huong"),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var affected
                )
                    ? affected
                    : null,
                Category = columns.Text(row, "type", "ticket_type_id", "category", "category_id", "loai", "danh muc"),
                Tags = tags.FindAll(t => !t.StartsWith("cos:", StringComparison.OrdinalIgnoreCase)),
                ReportedAt = WrittenAt.Read(times[0], zone),
                ClosedAt = closed,
                IsClosed = closed is not null || stages.Any(s => Closed.Contains(Fold.Of(s), StringComparer.Ordinal)),
            },
            null
        );
    }

    /// <summary>The text of what was written as HTML.</summary>
    internal static string Bare(string html) =>
        html.Contains('<', StringComparison.Ordinal)
            ? Signs.Aggregate(
                Tag().Replace(Break().Replace(html, "\n"), ""),
                (text, sign) => text.Replace(sign.Written, sign.Sign, StringComparison.Ordinal)
            )
            : html;

    // Those an editor writes; the last is what the others begin with.
    static readonly (string Written, string Sign)[] Signs =
    [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];

    // Four spaces for each group it is in.
    [GeneratedRegex(
        @"^(?<indent> *)(?<name>\S.*) \(\d+\)\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex GroupRow();

    [GeneratedRegex(
        @"^\s*(-?[\d.,]+|true|false)\s*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Sum();

    [GeneratedRegex(
        @"<(br|/p|/div|/li|/tr)[^>]*>",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Break();

    [GeneratedRegex(@"<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}

/// <summary>Choices as other desks call them.</summary>
static class Choices
{
    static readonly string[][] Priorities =
    [
        ["low", "0", "low", "low priority", "thap"],
        ["normal", "1", "normal", "medium", "medium priority", "trung binh", "binh thuong"],
        ["high", "2", "high", "high priority", "cao"],
        ["urgent", "3", "urgent", "very high", "khan", "khan cap", "rat cao"],
    ];

    static readonly string[][] Classes =
    [
        ["standard", "standard", "tieu chuan"],
        ["priority", "priority", "uu tien"],
        ["expedite", "expedite", "khan cap"],
        ["fixed_deadline", "fixed_deadline", "fixed deadline", "fixed-deadline", "han co dinh"],
    ];

    public static string? Priority(string said) => Of(Priorities, said);

    public static string? Class(string said) => Of(Classes, said);

    static string? Of(string[][] choices, string said)
    {
        var folded = Fold.Of(said.Trim());
        return Array.Find(choices, c => c.Skip(1).Contains(folded, StringComparer.Ordinal))?[0];
    }
}
