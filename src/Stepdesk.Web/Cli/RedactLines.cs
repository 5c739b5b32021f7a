using System.Text.Json;
using Stepdesk.Core.Redaction;

namespace Stepdesk.Web.Cli;

/// <summary>
/// Lines of <c>redact</c>: <c>{id, text, known?}</c> in, <c>{id, text, removed:[{kind, count}]}</c> or <c>{id,
/// error:{code, message}}</c> out. All lines are one export: the same value has the same stand-in in each.
/// </summary>
public static class RedactLines
{
    /// <summary>Answers every line; 1 when some line was answered with an error, else 0.</summary>
    public static int Run(TextReader input, TextWriter output, RedactionProfile profile)
    {
        var redactor = new Redactor(profile);
        return JsonLines.Run(
            input,
            output,
            "{id, text, known}",
            line => redactor.Redact(TextOf(line), KnownOf(line)),
            Write
        );
    }

    static string TextOf(JsonElement line) =>
        line.Said("text")?.Letters() ?? throw new BadLineException("text-is-missing", "Give text as a text.");

    static List<string> KnownOf(JsonElement line) =>
        line.Said("known") is not { } said ? []
        : said.ValueKind is JsonValueKind.Array ? [.. said.EnumerateArray().Select(n => n.Letters() ?? throw Unknown)]
        : throw Unknown;

    static BadLineException Unknown => new("known-is-invalid", "Give known as a list of names.");

    static void Write(Redacted redacted, Utf8JsonWriter json)
    {
        json.WriteString("text", redacted.Text);
        json.WriteStartArray("removed");
        foreach (var (kind, count) in redacted.Removed)
        {
            json.WriteStartObject();
            json.WriteString("kind", JsonNamingPolicy.SnakeCaseLower.ConvertName($"{kind}"));
            json.WriteNumber("count", count);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
