using System.Text;
using Stepdesk.Core.History;
using Stepdesk.Core.Service.Calendars;

namespace Stepdesk.Engine.Service;

/// <summary>
/// Reads holidays out of an iCalendar file (RFC 5545), such as other calendars export. It only reads: what it found is
/// a preview for somebody to choose from. An event that cannot be read is skipped and named; the others still count.
/// </summary>
public static class HolidayFile
{
    public static readonly Refusal TooLarge = new("holiday-file-is-too-large");
    public static readonly Refusal NoCalendar = new("holiday-file-is-no-calendar");
    public static readonly Refusal CutOff = new("holiday-file-is-cut-off");
    public static readonly Refusal TooManyEvents = new("holiday-file-has-too-many-events");
    public static readonly Refusal RepeatsTooOften = new("holiday-file-repeats-too-often");
    public static readonly Refusal TooManyYears = new("holiday-years-are-too-many");

    /// <summary>Bytes. The holidays of one country over ten years take less than a tenth of it.</summary>
    public const int Largest = 1024 * 1024;
    public const int MostEvents = 2000;
    public const int MostYears = 20;

    /// <summary>Days that all rules of a file may name, counted from where each begins.</summary>
    public const int MostRepeats = 100_000;

    /// <summary>The holidays of some years in a file, which is read no further than it may be large.</summary>
    /// <exception cref="IOException">The stream broke.</exception>
    public static async Task<(HolidayPreview? Preview, Refusal? Refusal)> ReadAsync(
        Stream file,
        Years years,
        CancellationToken stop
    )
    {
        var bytes = new byte[Largest + 1];
        var length = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, stop);
        if (length > Largest)
            return (null, TooLarge);
        // The standard says UTF-8; a byte order mark overrules it.
        using var text = new StreamReader(new MemoryStream(bytes, 0, length), Encoding.UTF8);
        return Read(await text.ReadToEndAsync(stop), years);
    }

    /// <summary>The holidays of some years in the text of a file.</summary>
    public static (HolidayPreview? Preview, Refusal? Refusal) Read(string text, Years years)
    {
        if (years.Last - years.First is < 0 or >= MostYears || years is { First: < 1 } or { Last: > 9998 })
            return (null, TooManyYears);
        if (text.Length > Largest)
            return (null, TooLarge);
        var (found, refusal) = EventText.All(text);
        if (refusal is not null)
            return (null, refusal);
        if (found.Count > MostEvents)
            return (null, TooManyEvents);

        var events = found.ConvertAll(HolidayEvent.Of);
        var replaced = events.Select(e => e.Replaces).OfType<Replaced>().ToHashSet();
        var (holidays, skipped) = (new SortedDictionary<DateOnly, Holiday>(), new List<SkippedEvent>());
        var repeats = 0;
        foreach (var one in events)
        {
            var days = one.DaysIn(years, replaced, MostRepeats - repeats);
            repeats += days.Repeats;
            if (repeats >= MostRepeats)
                return (null, RepeatsTooOften);
            if (days.Skipped is { } why)
                skipped.Add(new(one.Line, one.Name, why));
            foreach (var date in days.Dates)
                holidays.TryAdd(date, new(date, one.Name));
        }
        return (new([.. holidays.Values], skipped), null);
    }
}

/// <summary>The years whose holidays are wanted, both included.</summary>
public sealed record Years(int First, int Last)
{
    internal DateOnly Begin => new(First, 1, 1);

    internal DateOnly End => new(Last + 1, 1, 1);
}

/// <summary>What a file would bring.</summary>
/// <param name="Holidays">By date, each date once under the name that came first; a name may be empty.</param>
/// <param name="Skipped">The events that bring none, in the order of the file.</param>
public sealed record HolidayPreview(IReadOnlyList<Holiday> Holidays, IReadOnlyList<SkippedEvent> Skipped);

/// <summary>An event that brings no holiday.</summary>
/// <param name="Line">Where it begins in the file, from 1.</param>
/// <param name="Name">Empty where it has none or cannot be read.</param>
public sealed record SkippedEvent(int Line, string Name, SkippedBecause Why);

public enum SkippedBecause
{
    /// <summary>It has a time of day, so it closes no whole day.</summary>
    Timed,

    Cancelled,

    /// <summary>No day of it lies in the years asked for.</summary>
    OtherYears,

    /// <summary>It has no date, or breaks the format.</summary>
    Unreadable,
}
