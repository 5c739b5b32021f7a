using System.Text.RegularExpressions;
using Stepdesk.Core.History;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Practice.Imports;

/// <summary>The messages of a ticket, as they were exported or as somebody copied them.</summary>
public static partial class Messages
{
    static readonly string[] Dates = ["date", "ngay", "created on", "create_date"];
    static readonly string[] Authors = ["author", "author_id", "from", "email_from", "tac gia", "nguoi gui", "tu"];
    static readonly string[] Bodies = ["body", "contents", "content", "message", "noi dung"];

    /// <summary>An exported list of messages; rows that only say that a field was changed are no messages.</summary>
    public static (IReadOnlyList<Wrote>? Messages, Refusal? Refusal) Read(
        IReadOnlyList<IReadOnlyList<string>> rows,
        TimeZoneInfo zone
    )
    {
        if (rows.Count == 0)
            return (null, ImportRefusals.Empty);
        var columns = new Columns(rows[0]);
        if (!columns.Has(Bodies) || !columns.Has(Authors))
            return (null, ImportRefusals.NoMessages(columns.Names));
        var read = new List<Wrote>();
        foreach (var row in rows.Skip(1))
        {
            if (Plain.Text(OdooTickets.Bare(columns.Text(row, Bodies))) is not { Length: > 0 } text)
                continue;
            var date = columns.Text(row, Dates);
            if (date.Length > 0 && WrittenAt.Read(date, zone) is null)
                return (null, ImportRefusals.NoTime(date));
            read.Add(
                new(
                    WrittenAt.Read(date, zone),
                    columns.Text(row, Authors),
                    columns.Text(row, "to", "recipients", "partner_ids", "nguoi nhan"),
                    text,
                    IsNote(columns.Text(row, "subtype", "subtype_id", "kieu con", "type", "message_type", "loai"))
                )
            );
        }
        return (read, null);
    }

    /// <summary>
    /// Copied text: before each message a line with its time and who wrote it, such as
    /// <c>2026-03-09 14:25 - Nguyễn Thu Hà</c>, and (note) or (ghi chú) behind the name of what customers do not see.
    /// </summary>
    public static (IReadOnlyList<Wrote>? Messages, Refusal? Refusal) Read(string copied, TimeZoneInfo zone)
    {
        var read = new List<Wrote>();
        foreach (var line in copied.Split('\n'))
            if (Heading().Match(line.Trim()) is { Success: true } heading)
            {
                if (WrittenAt.Read(heading.Groups["at"].Value, zone) is not { } at)
                    return (null, ImportRefusals.NoTime(heading.Groups["at"].Value));
                read.Add(new(at, heading.Groups["who"].Value.Trim(), "", "", IsNote(heading.Groups["kind"].Value)));
            }
            else if (read.Count > 0)
                read[^1] = read[^1] with { Text = $"{read[^1].Text}\n{line.TrimEnd()}" };
            else if (!string.IsNullOrWhiteSpace(line))
                return (null, ImportRefusals.NoMessages(Plain.Cut(line.Trim(), 60)));
        return ([.. read.Select(m => m with { Text = Plain.Text(m.Text) }).Where(m => m.Text.Length > 0)], null);
    }

    static bool IsNote(string kind) =>
        Fold.Of(kind) is var said
        && (said.Contains("note", StringComparison.Ordinal) || said.Contains("ghi chu", StringComparison.Ordinal));

    [GeneratedRegex(
        @"^(?<at>[0-9T:/,+ -]{12,30}?)\s+[-–|·]\s+(?<who>[^()|]+?)\s*(\((?<kind>[^)]*)\))?:?$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Heading();
}
