using FsCheck.Xunit;
using Stepdesk.Core.Service.Calendars;

namespace Stepdesk.Core.Tests.Service.Calendars;

/// <summary>Windows and holidays as people write them into a form.</summary>
public sealed class WrittenCalendarTests
{
    [Theory]
    [InlineData("08:30–12:00, 13:30–17:30", "08:30:00-12:00:00 13:30:00-17:30:00")]
    [InlineData("8:30-12", "08:30:00-12:00:00")]
    [InlineData("8h30 - 12h", "08:30:00-12:00:00")]
    [InlineData("22:00–30:00", "22:00:00-1.06:00:00")]
    [InlineData("22:00–06:00 next day", "22:00:00-1.06:00:00")]
    [InlineData("22:00–06:00 hôm sau", "22:00:00-1.06:00:00")]
    [InlineData("00:00–24:00", "00:00:00-1.00:00:00")]
    [InlineData("08:30:15–12:00:00.5", "08:30:15-12:00:00.5000000")]
    [InlineData("", "")]
    public void A_day_is_read_as_people_write_it(string written, string windows)
    {
        var (read, refusal) = DayText.Read(DayOfWeek.Monday, written);

        Assert.Null(refusal);
        Assert.Equal(windows, string.Join(' ', read.Select(w => $"{w.Opens}-{w.Closes}")));
    }

    [Theory]
    [InlineData("from nine", "from nine")]
    [InlineData("08:30–12:00, lunch", "lunch")]
    [InlineData("08:70–12:00", "08:70–12:00")]
    [InlineData("08:30", "08:30")]
    public void What_is_no_window_is_named(string written, string named)
    {
        var (windows, refusal) = DayText.Read(DayOfWeek.Monday, written);

        Assert.Empty(windows);
        Assert.Equal(DayText.Unreadable with { Detail = named }, refusal);
    }

    [Property(Arbitrary = [typeof(AnyCalendar)], MaxTest = 200)]
    public void What_is_written_of_a_calendar_is_read_back(Question asked)
    {
        foreach (var day in asked.Calendar.Windows.GroupBy(w => w.Day))
            Assert.Equal(day.OrderBy(w => w.Opens), DayText.Read(day.Key, DayText.Write(day)).Windows);
        Assert.Equal(
            asked.Calendar.Holidays.DistinctBy(h => h.Date).OrderBy(h => h.Date),
            HolidayText.Read(HolidayText.Write(asked.Calendar.Holidays)).Holidays
        );
    }

    [Fact]
    public void Holidays_come_by_date_each_once_with_or_without_a_name()
    {
        var (holidays, _) = HolidayText.Read("01/05/2026 Labour Day\r\n\n2026-04-30\n2026-05-01 Again");

        Assert.Equal([new(new(2026, 4, 30), ""), new(new(2026, 5, 1), "Labour Day")], holidays);
    }

    [Theory]
    [InlineData("2026-04-30 Fine\nTết")]
    [InlineData("2026-02-30 Never")]
    public void A_line_without_a_date_is_named(string written)
    {
        var (holidays, refusal) = HolidayText.Read(written);

        Assert.Empty(holidays);
        Assert.Equal(HolidayText.Unreadable with { Detail = written.Split('\n')[^1] }, refusal);
    }
}
