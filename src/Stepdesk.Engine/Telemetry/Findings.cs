using System.Text.RegularExpressions;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Engine.Telemetry;

/// <summary>What of an answer is kept: its beginning, short enough for history, and without what opens doors.</summary>
public static partial class Findings
{
    const string Hidden = "***";

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
            Written(question.Text, source.IsSensitive),
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

    /// <summary>A query as it is kept: without texts it marks as not to be logged, and without keys.</summary>
    internal static string Written(string query, bool sensitive) =>
        Masked(HiddenText().Replace(query, "h\"" + Hidden + "\""), sensitive);

    static string? Kept(AnswerColumn column, string? cell, bool sensitive) =>
        cell is null or "" ? cell
        : sensitive && Personal.Contains(column.Name) ? Hidden
        : Masked(cell.Length > Finding.LongestCell ? cell[..(Finding.LongestCell - 1)] + "…" : cell, sensitive);

    /// <summary>Keys and tokens never stay; addresses only where the source is not sensitive.</summary>
    internal static string Masked(string text, bool sensitive)
    {
        text = Secret().Replace(text, m => m.Groups["name"].Value + Hidden);
        return sensitive ? Address().Replace(text, Hidden) : text;
    }

    [GeneratedRegex(
        @"(?<name>\bBearer\s+)[A-Za-z0-9._~+/=-]{8,}|\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*|(?<name>\b(sig|signature|password|pwd|secret|token|api[_-]?key|access[_-]?key|code)\s*[=:]\s*""?)[^\s""&;,]{6,}",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Secret();

    [GeneratedRegex(
        @"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+|\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Address();

    // The language's own mark for texts that must not be logged.
    [GeneratedRegex(@"\b[hH]@?(""[^""\n]*""|'[^'\n]*')", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex HiddenText();
}
