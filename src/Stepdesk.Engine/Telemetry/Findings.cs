using Stepdesk.Core.Redaction;
using Stepdesk.Core.Tickets;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Syntax;

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
        var hidden = HiddenTexts(question.Text);
        foreach (var row in answer.Rows.Take(Finding.MostRows))
        {
            var kept = columns.Select((column, i) => Kept(column, row[i], source.IsSensitive, hidden)).ToList();
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

    /// <summary>What a query marks as not to be logged, <c>h"..."</c>; it may come back in the rows.</summary>
    static IReadOnlyList<string> HiddenTexts(string query) =>
        [
            .. Lexer
                .Read(query, new DiagnosticBag(query))
                .Where(t => t.Kind is TokenKind.Literal && t.Text[0] is 'h' or 'H')
                .Select(t => t.Value as string ?? "")
                .Where(t => t.Length > 0)
                .OrderByDescending(t => t.Length),
        ];

    static string? Kept(AnswerColumn column, string? cell, bool sensitive, IReadOnlyList<string> hidden) =>
        cell is null or "" ? cell
        : sensitive && Personal.Contains(column.Name) ? Masking.Hidden
        : hidden.Count > 0 ? Kept(column, hidden.Aggregate(cell, Without), sensitive, [])
        : Masking.Of(cell.Length > Finding.LongestCell ? cell[..(Finding.LongestCell - 1)] + "…" : cell, sensitive);

    // A short text stands in many others by chance: only a cell that is it is hidden.
    static string Without(string cell, string hidden) =>
        cell == hidden ? Masking.Hidden
        : hidden.Length < 4 ? cell
        : cell.Replace(hidden, Masking.Hidden, StringComparison.Ordinal);
}
