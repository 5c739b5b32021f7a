using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Stepdesk.Web.Cli;

/// <summary>
/// Lines of <c>clocks compute</c>: <c>{id, calendar, start, amount_seconds, pauses}</c> in, <c>{id, due}</c> or
/// <c>{id, error:{code, message}}</c> out. An instant is due when the amount has passed since the start, in the
/// calendar's offset then; null while a pause is open, and when the calendar never gets there.
/// </summary>
public static class ClockLines
{
    static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers every line; 1 when some line was answered with an error, else 0.</summary>
    public static int Run(TextReader input, TextWriter output)
    {
        var (calendars, buffer, exit) = (new CalendarTexts(), new ArrayBufferWriter<byte>(), Commands.Done);
        using var json = new Utf8JsonWriter(buffer, Plain);
        while (input.ReadLine() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            buffer.Clear();
            json.Reset();
            if (!Answer(line, calendars, json))
                exit = Commands.Failed;
            json.Flush();
            output.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
            output.Write('\n');
        }
        output.Flush();
        return exit;
    }

    static bool Answer(string line, CalendarTexts calendars, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        var bad = Answer(line, calendars, json, out var due);
        if (bad is not null)
        {
            json.WriteStartObject("error");
            json.WriteString("code", bad.Code);
            json.WriteString("message", bad.Message);
            json.WriteEndObject();
        }
        else if (due is { } at)
            json.WriteString("due", at.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture));
        else
            json.WriteNull("due");
        json.WriteEndObject();
        return bad is null;
    }

    // Writes the id before anything else can go wrong with the line.
    static BadLineException? Answer(string line, CalendarTexts calendars, Utf8JsonWriter json, out DateTimeOffset? due)
    {
        due = null;
        JsonDocument? document = null;
        try
        {
            document = ClockLine.Parse(line);
            json.WritePropertyName("id");
            // As it came: a number keeps its form, and text that is no Unicode does no harm.
            json.WriteRawValue(ClockLine.IdOf(document.RootElement), skipInputValidation: true);
            due = ClockLine.Due(document.RootElement, calendars);
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
}

/// <summary>A line, or a part of it, that says nothing the verb can answer.</summary>
sealed class BadLineException(string code, string message) : Exception(message)
{
    public string Code => code;
}
