using System.Text.Json;

namespace Stepdesk.Web.Cli;

/// <summary>
/// Lines of <c>clocks compute</c>: <c>{id, calendar, start, amount_seconds, pauses}</c> in, <c>{id, due}</c> or
/// <c>{id, error:{code, message}}</c> out. An instant is due when the amount has passed since the start, in the
/// calendar's offset then; null while a pause is open, and when the calendar never gets there.
/// </summary>
public static class ClockLines
{
    const string Form = "{id, calendar, start, amount_seconds, pauses}";

    /// <summary>Answers every line; 1 when some line was answered with an error, else 0.</summary>
    public static int Run(TextReader input, TextWriter output)
    {
        var calendars = new CalendarTexts();
        return JsonLines.Run(input, output, Form, line => ClockLine.Due(line, calendars), Write);
    }

    static void Write(DateTimeOffset? due, Utf8JsonWriter json)
    {
        if (due is { } at)
            json.WriteString("due", Instants.Written(at));
        else
            json.WriteNull("due");
    }
}
