using System.Text.Json;
using Stepdesk.Core.Reading;
using Stepdesk.Core.Service.Calendars;
using Stepdesk.Core.Words;

namespace Stepdesk.Web.Cli;

/// <summary>
/// Lines of <c>suggest</c>: <c>{id, subject, text, received, zone, language?}</c> in, <c>{id, affected:{low, high,
/// span}|null, deadline:{at, span}|null, class, reasons}</c> or <c>{id, error:{code, message}}</c> out. <c>high</c> is
/// null when the number has no end; a class is spelt as in the API; reasons are sentences in the language.
/// </summary>
public static class SuggestLines
{
    const string Form = "{id, subject, text, received, zone, language}";

    /// <summary>Answers every line; 1 when some line was answered with an error, else 0.</summary>
    public static int Run(TextReader input, TextWriter output) => JsonLines.Run(input, output, Form, Read, Write);

    static Suggestion Read(JsonElement line) =>
        Suggestion.From(
            Letters(line, "subject"),
            Letters(line, "text"),
            Instants.Read(line.Said("received"), "received"),
            ZoneOf(line),
            LanguageOf(line)
        );

    static string Letters(JsonElement line, string name) =>
        line.Said(name) is not { } said
            ? ""
            : said.Letters() ?? throw new BadLineException("text-is-invalid", $"Give {name} as a text.");

    static string ZoneOf(JsonElement line) =>
        line.Said("zone")?.Letters() is { } zone && CalendarRules.IsZone(zone)
            ? zone
            : throw new BadLineException("zone-is-unknown", "Give the zone's IANA name, such as Asia/Ho_Chi_Minh.");

    static Language? LanguageOf(JsonElement line) =>
        line.Said("language") is not { } said ? null
        : said.Letters() is { } text && Choice.TryRead<Language>(text, out var language) ? language
        : throw new BadLineException("language-is-unknown", "Give language as en or vi, or leave it out.");

    static void Write(Suggestion suggestion, Utf8JsonWriter json)
    {
        if (suggestion.Affected is { } affected)
        {
            json.WriteStartObject("affected");
            json.WriteNumber("low", affected.Low);
            if (affected.High is { } high)
                json.WriteNumber("high", high);
            else
                json.WriteNull("high");
            json.WriteString("span", affected.Span.Text);
            json.WriteEndObject();
        }
        else
            json.WriteNull("affected");
        if (suggestion.Deadline is { } deadline)
        {
            json.WriteStartObject("deadline");
            json.WriteString("at", Instants.Written(deadline.At));
            json.WriteString("span", deadline.Span.Text);
            json.WriteEndObject();
        }
        else
            json.WriteNull("deadline");
        json.WriteString("class", Choice.Word(suggestion.Class));
        json.WriteStartArray("reasons");
        foreach (var reason in suggestion.Reasons)
            json.WriteStringValue(reason.In(suggestion.Language));
        json.WriteEndArray();
    }
}
