namespace Stepdesk.Core.Service.Calendars;

/// <summary>Where local dates begin, also where clocks jump over midnight.</summary>
public static class LocalDates
{
    /// <summary>The first instant of a date in a zone (IANA).</summary>
    public static DateTimeOffset Begin(DateOnly date, string zone) =>
        new(new LocalTimes(zone).On(date).At(TimeSpan.Zero), TimeSpan.Zero);
}
