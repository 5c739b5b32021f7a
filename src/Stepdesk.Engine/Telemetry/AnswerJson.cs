using System.Security.Cryptography;
using System.Text.Json;
using Stepdesk.Core.History;
using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;

namespace Stepdesk.Engine.Telemetry;

/// <summary>Reads answers in the shape of Azure's query API. What is not in that shape is said so and nothing is guessed.</summary>
static class AnswerJson
{
    /// <summary>Rows that are kept to be shown; more are counted.</summary>
    public const int MostRows = 10_000;

    public static readonly Refusal Unreadable = new("telemetry-answer-is-unreadable");

    static readonly JsonDocumentOptions Shallow = new() { MaxDepth = 64 };

    /// <summary>Fills an answer from what came with status 200.</summary>
    public static TelemetryAnswer Read(ReadOnlyMemory<byte> body, TelemetryAnswer answer)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Shallow);
            return Read(document.RootElement, answer);
        }
        catch (JsonException)
        {
            return answer with { Refusal = Unreadable };
        }
        catch (InvalidOperationException)
        {
            // A number where a text belongs, or half a surrogate.
            return answer with { Refusal = Unreadable };
        }
    }

    /// <summary>The error an answer carries with whatever status; null when it is none of the API's.</summary>
    public static QueryError? ErrorOf(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Shallow);
            return Said(document.RootElement, "error") is { ValueKind: JsonValueKind.Object } error
                ? Deepest(error)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    static TelemetryAnswer Read(JsonElement root, TelemetryAnswer answer)
    {
        var error = Said(root, "error") is { ValueKind: JsonValueKind.Object } said ? Deepest(said) : null;
        if (Primary(root) is not { } table)
            return error is null ? answer with { Refusal = Unreadable } : answer with { Error = error };
        if (Columns(table) is not { } columns || Said(table, "rows") is not { ValueKind: JsonValueKind.Array } rows)
            return answer with { Refusal = Unreadable };
        var cells = new List<IReadOnlyList<string?>>(Math.Min(rows.GetArrayLength(), MostRows));
        foreach (var row in rows.EnumerateArray())
        {
            // An error in place of a row: the engine gave up halfway.
            if (row.ValueKind is JsonValueKind.Object)
            {
                error ??= Deepest(row);
                continue;
            }
            if (row.ValueKind is not JsonValueKind.Array || row.GetArrayLength() != columns.Count)
                return answer with { Refusal = Unreadable };
            if (cells.Count < MostRows)
                cells.Add([.. row.EnumerateArray().Select(Cell)]);
        }
        return answer with
        {
            Columns = columns,
            Rows = cells,
            RowCount = rows.EnumerateArray().Count(r => r.ValueKind is JsonValueKind.Array),
            Chart = ChartOf(root, columns),
            Partial = error?.Message,
            Hash = HashOf(table),
        };
    }

    static JsonElement? Primary(JsonElement root)
    {
        if (Said(root, "tables") is not { ValueKind: JsonValueKind.Array } tables)
            return null;
        var all = tables.EnumerateArray().Where(t => t.ValueKind is JsonValueKind.Object).ToList();
        var primary = all.FindIndex(t => TextOf(t, "name") is "PrimaryResult");
        return all.Count == 0 ? null : all[Math.Max(primary, 0)];
    }

    static List<AnswerColumn>? Columns(JsonElement table)
    {
        if (Said(table, "columns") is not { ValueKind: JsonValueKind.Array } columns)
            return null;
        var read = columns
            .EnumerateArray()
            .Select(c => TextOf(c, "name") is { } name ? new AnswerColumn(name, TextOf(c, "type") ?? "string") : null)
            .ToList();
        return read.Contains(null) ? null : [.. read.OfType<AnswerColumn>()];
    }

    // Numbers keep every digit they came with: a long does not fit into a double.
    static string? Cell(JsonElement cell) =>
        cell.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => cell.GetString(),
            _ => cell.GetRawText(),
        };

    static string HashOf(JsonElement table)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in (string[])["columns", "rows"])
        {
            var bytes = new MemoryStream();
            // Written anew, so that blanks in the answer do not count.
            using (var json = new Utf8JsonWriter(bytes))
                table.GetProperty(part).WriteTo(json);
            hash.AppendData(bytes.GetBuffer(), 0, (int)bytes.Length);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    static Chart? ChartOf(JsonElement root, List<AnswerColumn> columns)
    {
        if (
            Said(root, "render") is not { ValueKind: JsonValueKind.Object } render
            || TextOf(render, "visualization") is not { Length: > 0 } visualization
        )
            return null;
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in (string[])["title", "kind", "xColumn", "yColumns", "series"])
            if (ListOf(render, name) is { Length: > 0 } said)
                properties.Add(name.ToLowerInvariant(), said);
        return Chart.Of(visualization.ToLowerInvariant(), properties, SchemaOf(columns));
    }

    /// <summary>Columns of an answer as the engine types them; a type it does not know is text.</summary>
    public static Schema SchemaOf(IReadOnlyList<AnswerColumn> columns) =>
        new([
            .. columns.Select(c => new Field(c.Name, KqlTypes.TryParse(c.Type, out var type) ? type : KqlType.String)),
        ]);

    // One error wraps another; the innermost has the place.
    static QueryError Deepest(JsonElement error)
    {
        var found = new QueryError(TextOf(error, "code") ?? "", TextOf(error, "message") ?? "");
        for (var depth = 0; depth < 8; depth++)
        {
            var inner =
                Said(error, "innererror") is { ValueKind: JsonValueKind.Object } one ? one
                : Said(error, "details") is { ValueKind: JsonValueKind.Array } many && many.GetArrayLength() > 0
                    ? many[0]
                : (JsonElement?)null;
            if (inner is not { ValueKind: JsonValueKind.Object } next)
                break;
            error = next;
            found = new(
                TextOf(error, "code") ?? found.Code,
                TextOf(error, "message") ?? found.Message,
                Number(error, "line") ?? found.Line,
                Number(error, "pos") ?? found.Column
            );
        }
        return found;
    }

    static JsonElement? Said(JsonElement of, string name) =>
        of.ValueKind is JsonValueKind.Object && of.TryGetProperty(name, out var said) ? said : null;

    static string? TextOf(JsonElement of, string name) =>
        Said(of, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    static int? Number(JsonElement of, string name) =>
        Said(of, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value)
            ? value
            : null;

    static string? ListOf(JsonElement of, string name) =>
        Said(of, name) switch
        {
            { ValueKind: JsonValueKind.String } text => text.GetString(),
            { ValueKind: JsonValueKind.Array } many => string.Join(
                ',',
                many.EnumerateArray().Where(m => m.ValueKind is JsonValueKind.String).Select(m => m.GetString())
            ),
            _ => null,
        };
}
