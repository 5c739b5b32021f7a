using System.Globalization;
using System.Text.Json;
using Stepdesk.Core.History;

namespace Stepdesk.Core.Practice.Imports;

/// <summary>The record of a run as JSON, as this desk writes it, or as another program does in the same form.</summary>
public static class RecordReader
{
    public const string Format = "stepdesk.record/1";

    /// <summary>Whether the text is JSON at all, so that something can be said about its form.</summary>
    public static (Elsewhere? Ticket, string Scenario, string? Branch, Refusal? Refusal) Read(string json)
    {
        try
        {
            using var read = JsonDocument.Parse(json);
            var root = read.RootElement;
            if (Text(root, "format") is not Format || Map(root, "record") is not { } record)
                return (null, "", null, ImportRefusals.NotARecord(Text(root, "format") ?? "–"));
            if (Map(record, "ticket") is not { } ticket || Text(ticket, "title") is not { Length: > 0 } title)
                return (null, "", null, ImportRefusals.NoTicket);
            return (
                Made(record, ticket, title),
                Text(record, "scenarioId") ?? Text(record, "scenario") ?? "",
                Text(record, "branch"),
                null
            );
        }
        catch (JsonException e)
        {
            return (null, "", null, ImportRefusals.Unreadable($"JSON, {(e.LineNumber ?? 0) + 1}"));
        }
    }

    static Elsewhere Made(JsonElement record, JsonElement ticket, string title) =>
        new(Elsewhere.Record, title, Text(ticket, "requester") ?? "")
        {
            Description = Text(ticket, "description") ?? "",
            Class = Choices.Class(Text(ticket, "class") ?? ""),
            Priority = Choices.Priority(Text(ticket, "rank") ?? Text(ticket, "priority") ?? ""),
            Affected =
                ticket.TryGetProperty("affected", out var affected)
                && affected.ValueKind is JsonValueKind.Number
                && affected.TryGetInt32(out var count)
                    ? count
                    : null,
            Category = Text(ticket, "category"),
            Tags =
            [
                .. List(ticket, "tags").Where(t => t.ValueKind is JsonValueKind.String).Select(t => t.GetString()!),
            ],
            ReportedAt = At(ticket, "reportedAt"),
            ClosedAt = At(ticket, "closedAt"),
            IsClosed = At(ticket, "closedAt") is not null,
            Messages =
            [
                .. List(record, "mails")
                    .Select(m => new Wrote(
                        At(m, "at"),
                        Text(m, "from") ?? "",
                        Text(m, "to") ?? "",
                        Text(m, "text") ?? "",
                        m.ValueKind is JsonValueKind.Object
                            && m.TryGetProperty("note", out var note)
                            && note.ValueKind is JsonValueKind.True
                    ))
                    .Where(m => m.Text.Length > 0),
            ],
            Written =
            [
                .. List(record, "written")
                    .Select(w => (Text(w, "kindId") ?? Text(w, "kind") ?? "", Text(w, "text") ?? ""))
                    .Where(w => w.Item2.Length > 0),
            ],
        };

    static JsonElement? Map(JsonElement of, string name) =>
        of.ValueKind is JsonValueKind.Object
        && of.TryGetProperty(name, out var found)
        && found.ValueKind is JsonValueKind.Object
            ? found
            : null;

    static JsonElement.ArrayEnumerator List(JsonElement of, string name) =>
        of.TryGetProperty(name, out var found) && found.ValueKind is JsonValueKind.Array
            ? found.EnumerateArray()
            : default;

    static string? Text(JsonElement of, string name) =>
        of.ValueKind is JsonValueKind.Object
        && of.TryGetProperty(name, out var found)
        && found.ValueKind is JsonValueKind.String
            ? found.GetString()
            : null;

    static DateTimeOffset? At(JsonElement of, string name) =>
        DateTimeOffset.TryParse(
            Text(of, name),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var at
        )
            ? at
            : null;
}
