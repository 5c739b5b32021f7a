using System.Text.Json;

namespace Stepdesk.Engine.Telemetry;

/// <summary>The tables of a component as its API describes them: <c>{tables: [{name, columns: [{name, type}]}]}</c>.</summary>
static class MetadataJson
{
    // A workspace may describe hundreds of tables; more than these help nobody who types.
    const int MostTables = 1000;
    const int MostColumns = 500;

    public static IReadOnlyList<TelemetryTableSeen>? Read(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return
                document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("tables", out var tables)
                && tables.ValueKind is JsonValueKind.Array
                ? [.. tables.EnumerateArray().Select(Table).OfType<TelemetryTableSeen>().Take(MostTables)]
                : null;
        }
        catch (Exception unread) when (unread is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    static TelemetryTableSeen? Table(JsonElement table) =>
        Text(table, "name") is { } name
            ? new(
                name,
                table.TryGetProperty("columns", out var columns) && columns.ValueKind is JsonValueKind.Array
                    ?
                    [
                        .. columns
                            .EnumerateArray()
                            .Where(c => Text(c, "name") is not null)
                            .Take(MostColumns)
                            .Select(c => new AnswerColumn(Text(c, "name")!, Text(c, "type") ?? "string")),
                    ]
                    : []
            )
            : null;

    static string? Text(JsonElement of, string name) =>
        of.ValueKind is JsonValueKind.Object
        && of.TryGetProperty(name, out var said)
        && said.ValueKind is JsonValueKind.String
            ? said.GetString()
            : null;
}
