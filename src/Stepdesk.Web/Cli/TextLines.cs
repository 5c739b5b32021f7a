using System.Text.Json;
using Stepdesk.Core.Texts;
using Stepdesk.Core.Words;

namespace Stepdesk.Web.Cli;

/// <summary>
/// Lines of <c>text check</c>: <c>{id, text, ticket?, facts?, names?, attachments?, next_contact?, resolution?,
/// others?}</c> in, <c>{id, findings:[{rule, outcome, span}]}</c> or <c>{id, error:{code, message}}</c> out. A fact is a
/// text, or <c>{say, mention:[pattern]}</c> with patterns over the text in lower case and without marks.
/// </summary>
public static class TextLines
{
    const string Form = "{id, text, ticket, facts, names, attachments, next_contact, resolution, others}";

    /// <summary>Answers every line; 1 when some line was answered with an error, else 0.</summary>
    public static int Run(TextReader input, TextWriter output, Reader to, Language language) =>
        JsonLines.Run(input, output, Form, line => Read(line, to, language), Write);

    static Letter Read(JsonElement line, Reader to, Language language) =>
        new(
            line.Said("text")?.Letters() ?? throw new BadLineException("text-is-missing", "Give text as a text."),
            to,
            language
        )
        {
            Ticket = TicketOf(line),
            Facts = [.. List(line, "facts").Select(FactOf)],
            Names = [.. List(line, "names").Select(n => TextOf(n, "names"))],
            Others = [.. List(line, "others").Select(o => TextOf(o, "others"))],
            HasAttachment =
                line.Said("attachments") is { } files
                && (files.ValueKind is JsonValueKind.True || List(line, "attachments").Count > 0),
            PromisesContact = line.Said("next_contact") is { ValueKind: not JsonValueKind.False },
            IsResolution = line.Said("resolution") is { } told ? told.ValueKind is JsonValueKind.True : null,
        };

    static string? TicketOf(JsonElement line) =>
        line.Said("ticket") is not { } said ? null
        : said.ValueKind is JsonValueKind.Number ? said.GetRawText()
        : TextOf(said, "ticket");

    static Fact FactOf(JsonElement said)
    {
        try
        {
            return said.ValueKind is JsonValueKind.Object
                ? new(said.Said("say")?.Letters() ?? "", List(said, "mention").Select(m => TextOf(m, "mention")))
                : new(TextOf(said, "facts"));
        }
        catch (Exception bad) when (bad is ArgumentException or NotSupportedException)
        {
            throw new BadLineException("fact-is-unreadable", $"A pattern of a fact cannot be used: {bad.Message}");
        }
    }

    static List<JsonElement> List(JsonElement line, string name) =>
        line.Said(name) is not { } said || said.ValueKind is JsonValueKind.True or JsonValueKind.False ? []
        : said.ValueKind is JsonValueKind.Array ? [.. said.EnumerateArray()]
        : throw new BadLineException("list-is-missing", $"Give {name} as a list.");

    static string TextOf(JsonElement said, string name) =>
        said.Letters() ?? throw new BadLineException("text-is-missing", $"Give {name} as texts.");

    static void Write(Letter letter, Utf8JsonWriter json)
    {
        json.WriteStartArray("findings");
        foreach (var finding in TextRules.Check(letter))
        {
            json.WriteStartObject();
            json.WriteString("rule", JsonNamingPolicy.SnakeCaseLower.ConvertName($"{finding.Rule}"));
            json.WriteString("outcome", JsonNamingPolicy.SnakeCaseLower.ConvertName($"{finding.Outcome}"));
            json.WriteString("span", finding.Span(letter.Text));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
