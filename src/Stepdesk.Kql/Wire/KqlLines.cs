using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation;

namespace Stepdesk.Kql.Wire;

/// <summary>
/// The verb <c>kql run</c>: one JSON object per line in, <c>{id, query, now, tables}</c>, one per line out,
/// <c>{id, columns, rows}</c> or <c>{id, error}</c>. A result that is not whole has both.
/// </summary>
public static class KqlLines
{
    private static readonly JsonWriterOptions Plain = new()
    {
        // Letters stay letters; this is read by programs, not put into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Exit code: 0, or 1 when some line was answered with an error.</summary>
    public static int Run(
        TextReader input,
        TextWriter output,
        KqlLimits? limits = null,
        CancellationToken stop = default
    )
    {
        var code = 0;
        while (input.ReadLine() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            output.Write(Answer(line, limits, stop, out var failed));
            output.Write('\n');
            code = failed ? 1 : code;
        }

        output.Flush();
        return code;
    }

    private static string Answer(string line, KqlLimits? limits, CancellationToken stop, out bool failed)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            failed = WriteAnswer(json, line, limits, stop);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static bool WriteAnswer(Utf8JsonWriter json, string line, KqlLimits? limits, CancellationToken stop)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var request = document.RootElement;
            WriteId(json, request);
            var (query, now, catalog) = Readable(request);
            var answer = KqlQuery.Run(query, catalog, now, limits, stop);
            if (answer.Table is { } table)
            {
                TableJson.Write(json, table);
            }

            if ((answer.Error ?? answer.Partial) is not { } error)
            {
                return false;
            }

            WriteError(json, answer.Error is null ? "PartialError" : error.Code, error.Message.En, error);
            return true;
        }
        catch (Exception e) when (e is JsonException or InputException)
        {
            WriteError(json, "BadInput", e.Message);
            return true;
        }
#pragma warning disable CA1031 // A fault in one query is no reason to leave those behind it without an answer.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            WriteError(
                json,
                "EngineFault",
                $"The engine failed over this query ({e.GetType().Name}). Please report it with the query."
            );
            return true;
        }
    }

    private static void WriteId(Utf8JsonWriter json, JsonElement request)
    {
        if (request.ValueKind != JsonValueKind.Object)
        {
            throw new InputException("a line is an object {id, query, now, tables}");
        }

        json.WritePropertyName("id");
        if (request.TryGetProperty("id", out var id))
        {
            // As it came, for it may be no text that could be written anew.
            json.WriteRawValue(id.GetRawText(), skipInputValidation: true);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static (string Query, DateTime Now, KqlCatalog Catalog) Readable(JsonElement request)
    {
        try
        {
            return ReadRequest(request);
        }
        catch (InvalidOperationException)
        {
            throw new InputException("a text holds half a character (\\ud800 to \\udfff come in pairs)");
        }
    }

    private static (string Query, DateTime Now, KqlCatalog Catalog) ReadRequest(JsonElement request)
    {
        if (!request.TryGetProperty("query", out var query) || query.ValueKind != JsonValueKind.String)
        {
            throw new InputException("query is missing");
        }

        // Without a clock the query has none: its times start where time starts for computers.
        var now = DateTime.UnixEpoch;
        if (request.TryGetProperty("now", out var at) && at.ValueKind != JsonValueKind.Null)
        {
            if (
                at.ValueKind != JsonValueKind.String
                || !DateTimeOffset.TryParse(
                    at.GetString(),
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal,
                    out var instant
                )
            )
            {
                throw new InputException("now is not an ISO 8601 instant");
            }

            now = instant.UtcDateTime;
        }

        var catalog = new KqlCatalog();
        if (request.TryGetProperty("tables", out var tables) && tables.ValueKind == JsonValueKind.Object)
        {
            foreach (var table in tables.EnumerateObject())
            {
                catalog.Add(table.Name, TableJson.Read(table.Name, table.Value));
            }
        }

        return (query.GetString()!, now, catalog);
    }

    private static void WriteError(Utf8JsonWriter json, string code, string message, Diagnostic? at = null)
    {
        json.WriteStartObject("error");
        json.WriteString("code", code);
        json.WriteString("message", message);
        json.WriteNumber("line", at?.Line ?? 0);
        json.WriteNumber("pos", at?.Column ?? 0);
        json.WriteNumber("length", at?.Span.Length ?? 0);
        json.WriteEndObject();
    }
}
