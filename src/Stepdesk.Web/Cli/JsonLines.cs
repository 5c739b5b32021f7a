using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Stepdesk.Web.Cli;

/// <summary>
/// Verbs that read one JSON object a line and answer each with one: <c>{id, …}</c>, or <c>{id, error:{code,
/// message}}</c>. A bad line stops nobody from answering the next.
/// </summary>
static class JsonLines
{
    static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers every line; 1 when some line was answered with an error, else 0.</summary>
    /// <param name="form">What a line has to be, for those who wrote something else: <c>{id, …}</c>.</param>
    /// <param name="read">Reads a line. What it cannot answer it throws as <see cref="BadLineException"/>.</param>
    /// <param name="write">Writes what was read, without the id, into the open object.</param>
    public static int Run<T>(
        TextReader input,
        TextWriter output,
        string form,
        Func<JsonElement, T> read,
        Action<T, Utf8JsonWriter> write
    )
    {
        var (buffer, exit) = (new ArrayBufferWriter<byte>(), Commands.Done);
        using var json = new Utf8JsonWriter(buffer, Plain);
        while (input.ReadLine() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            buffer.Clear();
            json.Reset();
            json.WriteStartObject();
            if (Answer(line, form, json, read, out var answer) is { } bad)
            {
                exit = Commands.Failed;
                json.WriteStartObject("error");
                json.WriteString("code", bad.Code);
                json.WriteString("message", bad.Message);
                json.WriteEndObject();
            }
            else
                write(answer!, json);
            json.WriteEndObject();
            json.Flush();
            output.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
            output.Write('\n');
        }
        output.Flush();
        return exit;
    }

    // Writes the id before anything else can go wrong with the line.
    static BadLineException? Answer<T>(
        string line,
        string form,
        Utf8JsonWriter json,
        Func<JsonElement, T> read,
        out T? answer
    )
    {
        answer = default;
        JsonDocument? document = null;
        try
        {
            document = Parse(line, form);
            json.WritePropertyName("id");
            // As it came: a number keeps its form, and text that is no Unicode does no harm.
            json.WriteRawValue(IdOf(document.RootElement), skipInputValidation: true);
            answer = read(document.RootElement);
            return null;
        }
        catch (BadLineException bad)
        {
            if (document is null)
                json.WriteNull("id");
            return bad;
        }
        finally
        {
            document?.Dispose();
        }
    }

    static JsonDocument Parse(string line, string form)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(line);
        }
        catch (JsonException e)
        {
            throw new BadLineException("line-is-not-json", $"The line is not JSON: {e.Message}");
        }
        if (document.RootElement.ValueKind is JsonValueKind.Object)
            return document;
        document.Dispose();
        throw new BadLineException("line-is-not-an-object", $"A line is an object {form}.");
    }

    static string IdOf(JsonElement line) => line.TryGetProperty("id", out var id) ? id.GetRawText() : "null";
}

/// <summary>A line, or a part of it, that says nothing the verb can answer.</summary>
sealed class BadLineException(string code, string message) : Exception(message)
{
    public string Code => code;
}
