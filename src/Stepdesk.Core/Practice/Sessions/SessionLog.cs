using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Stepdesk.Core.Practice.Sessions;

/// <summary>The events of a session as lines of JSON, in one form only: two logs are the same when their text is.</summary>
public static class SessionLog
{
    static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Written(DateTimeOffset at) =>
        at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static string Write(SessionEvent happened)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, Plain))
            Write(happened, json);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>All of them, one a line.</summary>
    public static string Write(IEnumerable<SessionEvent> happened) =>
        string.Concat(happened.Select(e => Write(e) + "\n"));

    public static void Write(SessionEvent happened, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("seq", happened.Seq);
        json.WriteString("at", Written(happened.At));
        json.WriteString("type", happened.Type);
        json.WriteString("actor", happened.Actor);
        json.WriteStartObject("data");
        foreach (var name in happened.Data.Names)
            if (happened.Data.All(name) is [var one])
                json.WriteString(name, one);
            else
            {
                json.WriteStartArray(name);
                foreach (var text in happened.Data.All(name))
                    json.WriteStringValue(text);
                json.WriteEndArray();
            }
        json.WriteEndObject();
        json.WriteStartArray("causes");
        foreach (var cause in happened.Causes)
            json.WriteNumberValue(cause);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>An event out of its line.</summary>
    /// <exception cref="FormatException">The line is no event; the message says what is wrong with it.</exception>
    public static SessionEvent Read(string line)
    {
        try
        {
            using var read = JsonDocument.Parse(line);
            return Read(read.RootElement);
        }
        catch (JsonException e)
        {
            throw new FormatException($"The line is not JSON: {e.Message}", e);
        }
    }

    /// <inheritdoc cref="Read(string)"/>
    public static SessionEvent Read(JsonElement line)
    {
        if (line.ValueKind is not JsonValueKind.Object)
            throw new FormatException("An event is an object {seq, at, type, actor, data, causes}.");
        var data = Fields.None;
        if (line.TryGetProperty("data", out var said) && said.ValueKind is JsonValueKind.Object)
            foreach (var field in said.EnumerateObject())
                data = data.With(field.Name, [.. Texts(field.Value)]);
        return new(
            line.TryGetProperty("seq", out var seq) && seq.TryGetInt32(out var number) && number > 0
                ? number
                : throw new FormatException("Give seq as a number from 1."),
            DateTimeOffset.TryParse(Text(line, "at"), CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
                ? at
                : throw new FormatException(
                    "Give at as an instant with its offset, such as 2026-03-09T14:20:00+07:00."
                ),
            Text(line, "type") is var type && EventTypes.Exists(type)
                ? type
                : throw new FormatException($"There is no event of the type '{type}'."),
            Text(line, "actor"),
            data,
            line.TryGetProperty("causes", out var causes) && causes.ValueKind is JsonValueKind.Array
                ?
                [
                    .. causes
                        .EnumerateArray()
                        .Select(c =>
                            c.TryGetInt32(out var cause)
                                ? cause
                                : throw new FormatException("Give causes as numbers of events.")
                        ),
                ]
                : []
        );
    }

    static string Text(JsonElement line, string name) =>
        line.TryGetProperty(name, out var said) && said.ValueKind is JsonValueKind.String
            ? said.GetString()!
            : throw new FormatException($"Give {name} as a text.");

    static IEnumerable<string> Texts(JsonElement value) =>
        value.ValueKind is JsonValueKind.Array
            ? value.EnumerateArray().SelectMany(Texts)
            : [value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText()];
}
