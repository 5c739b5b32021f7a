using Stepdesk.Core.History;

namespace Stepdesk.Engine.Service;

/// <summary>
/// The text of one event of an iCalendar file. Events are cut out before they are read, so that one that is broken does
/// not take the file with it.
/// </summary>
/// <param name="Line">Where it begins in the file, from 1.</param>
sealed record EventText(int Line, string Text)
{
    const string Event = "VEVENT";
    const string Calendar = "VCALENDAR";

    /// <summary>All events of a file, in order; or why it is none.</summary>
    public static (List<EventText> Events, Refusal? Refusal) All(string file)
    {
        var (events, inside, isOpen, isCalendar) = (new List<EventText>(), new List<string>(), false, false);
        var number = 0;
        foreach (var line in file.AsSpan().EnumerateLines())
        {
            number++;
            if (!isCalendar && !line.IsWhiteSpace() && !(isCalendar = Is(line, "BEGIN", Calendar)))
                return ([], HolidayFile.NoCalendar);
            isOpen = isOpen || Is(line, "BEGIN", Event);
            if (!isOpen)
                continue;
            inside.Add(line.ToString());
            if (!Is(line, "END", Event))
                continue;
            events.Add(new(number - inside.Count + 1, string.Join("\r\n", inside)));
            (inside, isOpen) = ([], false);
        }
        return !isCalendar ? ([], HolidayFile.NoCalendar)
            : isOpen || !IsClosed(file) ? ([], HolidayFile.CutOff)
            : (events, null);
    }

    /// <summary>The event as a calendar of its own.</summary>
    public string AsCalendar => $"BEGIN:{Calendar}\r\n{Text}\r\nEND:{Calendar}\r\n";

    static bool IsClosed(string file)
    {
        var end = file.AsSpan().TrimEnd();
        return Is(end[(end.LastIndexOfAny('\r', '\n') + 1)..], "END", Calendar);
    }

    static bool Is(ReadOnlySpan<char> line, string edge, string of) =>
        line.TrimEnd() is var trimmed
        && trimmed.Length == edge.Length + 1 + of.Length
        && trimmed.StartsWith(edge, StringComparison.OrdinalIgnoreCase)
        && trimmed[edge.Length] is ':'
        && trimmed.EndsWith(of, StringComparison.OrdinalIgnoreCase);
}
