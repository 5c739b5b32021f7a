using Stepdesk.Core.Redaction;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Engine.Telemetry;

/// <summary>What of an answer is kept: its beginning, short enough for history, and without what opens doors.</summary>
public static class Findings
{
    // What names a person or their machine, under both sets of names.
    static readonly HashSet<string> Personal = new(StringComparer.OrdinalIgnoreCase)
    {
        "user_Id",
        "user_AuthenticatedId",
        "user_AccountId",
        "session_Id",
        "client_IP",
        "UserId",
        "UserAuthenticatedId",
        "UserAccountId",
        "SessionId",
        "ClientIP",
    };

    public static Finding Of(ITelemetrySource source, TelemetryQuestion question, TelemetryAnswer answer)
    {
        var columns = answer.Columns.Take(Finding.MostColumns).ToList();
        var rows = new List<IReadOnlyList<string?>>();
        var left = Finding.LongestInAll;
        foreach (var row in answer.Rows.Take(Finding.MostRows))
        {
            var kept = columns.Select((column, i) => Kept(column, row[i], source.IsSensitive)).ToList();
            if ((left -= kept.Sum(c => c?.Length ?? 0)) < 0)
                break;
            rows.Add(kept);
        }
        return new(
            source.Name,
            source.Kind is TelemetryKind.Simulated,
            Masking.OfQuery(question.Text, source.IsSensitive),
            answer.AsOf,
            [.. columns.Select(c => new FindingColumn(c.Name, c.Type))],
            rows,
            answer.RowCount,
            answer.Hash
        )
        {
            From = question.From,
            To = question.To,
            Partial = answer.Partial,
            Chart = answer.Chart is { } chart
                ? new(chart.Visualization, chart.Title, chart.X, chart.Ys, chart.Series)
                : null,
        };
    }

    static string? Kept(AnswerColumn column, string? cell, bool sensitive) =>
        cell is null or "" ? cell
        : sensitive && Personal.Contains(column.Name) ? Masking.Hidden
        : Masking.Of(cell.Length > Finding.LongestCell ? cell[..(Finding.LongestCell - 1)] + "…" : cell, sensitive);
}
