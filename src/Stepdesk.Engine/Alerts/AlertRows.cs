using System.Globalization;
using System.Text.Json;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Engine.Alerts;

/// <summary>The rows an older alert of logs brings along, with the question they answer.</summary>
public sealed record AlertRows(
    string Query,
    IReadOnlyList<FindingColumn> Columns,
    IReadOnlyList<IReadOnlyList<string?>> Rows,
    int Count,
    DateTimeOffset? From,
    DateTimeOffset? To
)
{
    public static AlertRows? Of(JsonElement? context) =>
        context is { ValueKind: JsonValueKind.Object } said
        && Text(said, "SearchQuery") is { Length: > 0 } query
        && said.TryGetProperty("SearchResults", out var results)
        && Items(results, "tables").FirstOrDefault() is { ValueKind: JsonValueKind.Object } table
        && Items(table, "columns").Take(Finding.MostColumns).ToList() is { Count: > 0 } columns
            ? Of(said, query, table, columns)
            : null;

    static AlertRows Of(JsonElement said, string query, JsonElement table, List<JsonElement> columns)
    {
        var rows = Items(table, "rows").Where(r => r.ValueKind is JsonValueKind.Array).ToList();
        return new(
            query,
            [.. columns.Select(c => new FindingColumn(Text(c, "name") ?? "", Text(c, "type") ?? ""))],
            [
                .. rows.Take(Finding.MostRows)
                    .Select(IReadOnlyList<string?> (row) => [.. columns.Select((_, i) => Cell(row, i))]),
            ],
            // It may have found more than it sent.
            Math.Max(
                rows.Count,
                int.TryParse(Text(said, "ResultCount"), CultureInfo.InvariantCulture, out var n) ? n : 0
            ),
            At(said, "SearchIntervalStartTimeUtc"),
            At(said, "SearchIntervalEndtimeUtc")
        );
    }

    static string? Cell(JsonElement row, int i) =>
        i < row.GetArrayLength() && row[i] is { ValueKind: not JsonValueKind.Null } cell ? cell.ToString() : null;

    static string? Text(JsonElement of, string name) =>
        of.ValueKind is JsonValueKind.Object
        && of.TryGetProperty(name, out var said)
        && said.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? said.ToString()
            : null;

    static JsonElement[] Items(JsonElement of, string name) =>
        of.ValueKind is JsonValueKind.Object
        && of.TryGetProperty(name, out var many)
        && many.ValueKind is JsonValueKind.Array
            ? [.. many.EnumerateArray()]
            : [];

    // Written as in the United States: month, day, year.
    static DateTimeOffset? At(JsonElement said, string name) =>
        DateTimeOffset.TryParse(
            Text(said, name),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var at
        )
            ? at
            : null;
}
