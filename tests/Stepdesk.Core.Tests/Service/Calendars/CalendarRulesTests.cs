using Stepdesk.Core.Service.Calendars;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tests.Service.Calendars;

public sealed class CalendarRulesTests
{
    static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    static readonly Window Monday = new(DayOfWeek.Monday, 8 * Hour, 12 * Hour);

    [Theory]
    [InlineData("Asia/Ho_Chi_Minh", true)]
    [InlineData("Asia/Saigon", true)]
    [InlineData("Etc/GMT-7", true)]
    [InlineData("UTC", true)]
    [InlineData("", false)]
    [InlineData("Asia/Atlantis", false)]
    [InlineData("Asia", false)]
    [InlineData("+07:00", false)]
    [InlineData("SE Asia Standard Time", false)]
    [InlineData("localtime", false)]
    [InlineData("right/UTC", false)]
    [InlineData("../../../etc/localtime", false)]
    public void A_zone_is_an_IANA_name(string zone, bool isOne) =>
        Assert.Equal(isOne ? null : "calendar-zone-is-unknown", CalendarRules.Check(Calendar.Always(zone))?.Code);

    [Theory]
    [InlineData(8, 12, null)]
    [InlineData(0, 24, null)]
    [InlineData(0, 48, null)]
    [InlineData(23.99, 48, null)]
    [InlineData(12, 12, "calendar-window-closes-before-it-opens")]
    [InlineData(22, 6, "calendar-window-closes-before-it-opens")]
    [InlineData(-1, 12, "calendar-window-is-malformed")]
    [InlineData(8, -1, "calendar-window-is-malformed")]
    [InlineData(24, 30, "calendar-window-is-malformed")]
    [InlineData(8, 48.01, "calendar-window-is-malformed")]
    public void A_window_opens_on_its_day_and_closes_by_the_end_of_the_next(
        double opens,
        double closes,
        string? code
    ) => Assert.Equal(code, Check(Monday with { Opens = opens * Hour, Closes = closes * Hour })?.Code);

    [Fact]
    public void A_window_is_on_a_weekday() =>
        Assert.Equal("calendar-window-is-malformed", Check(Monday with { Day = (DayOfWeek)7 })?.Code);

    [Theory]
    [InlineData(DayOfWeek.Monday, 12, 13, null)]
    [InlineData(DayOfWeek.Monday, 11.75, 13, "mon 08:00–12:00 / mon 11:45–13:00")]
    [InlineData(DayOfWeek.Monday, 8, 12, "mon 08:00–12:00 / mon 08:00–12:00")]
    [InlineData(DayOfWeek.Sunday, 22, 32, null)]
    [InlineData(DayOfWeek.Sunday, 22, 32.25, "sun 22:00–32:15 / mon 08:00–12:00")]
    [InlineData(DayOfWeek.Saturday, 22, 48, null)]
    public void Windows_may_touch_but_not_overlap(DayOfWeek day, double opens, double closes, string? overlap)
    {
        var refusal = Check(new(day, opens * Hour, closes * Hour), Monday);

        Assert.Equal(overlap is null ? null : "calendar-windows-overlap", refusal?.Code);
        Assert.Equal(overlap, refusal?.Detail);
    }

    [Fact]
    public void The_last_window_of_a_week_may_not_reach_into_the_first() =>
        Assert.Equal(
            "sat 22:00–33:00 / sun 08:00–12:00",
            Check(
                new(DayOfWeek.Sunday, 8 * Hour, 12 * Hour),
                Monday,
                new(DayOfWeek.Saturday, 22 * Hour, 33 * Hour)
            )?.Detail
        );

    [Fact]
    public void A_window_of_one_day_does_not_meet_itself_a_week_later() => Assert.Null(Check(Monday));

    [Fact]
    public void A_calendar_without_windows_is_refused() => Assert.Equal("calendar-has-no-window", Check()?.Code);

    // With a window on Mondays, four of them off make 34 days from Tuesday to Sunday.
    [Theory]
    [InlineData(3, null)]
    [InlineData(4, "2026-03-03")]
    public void Holidays_may_close_a_calendar_for_a_month_and_no_longer(int mondays, string? closedFrom)
    {
        var calendar = Weekly(Monday) with
        {
            Holidays =
            [
                .. Enumerable
                    .Range(1, mondays)
                    .Select(w => new Holiday(new DateOnly(2026, 3, 2).AddDays(7 * w), "Off")),
            ],
        };

        Assert.Equal(closedFrom, CalendarRules.Check(calendar)?.Detail);
    }

    [Theory]
    [InlineData(31, null)]
    [InlineData(32, "calendar-never-opens")]
    public void Thirty_one_days_off_are_the_most(int days, string? code)
    {
        var calendar = Weekly([.. Enum.GetValues<DayOfWeek>().Select(d => new Window(d, 8 * Hour, 12 * Hour))]) with
        {
            Holidays =
            [
                .. Enumerable.Range(0, days).Select(d => new Holiday(new DateOnly(2026, 7, 1).AddDays(d), "Off")),
            ],
        };

        Assert.Equal(code, CalendarRules.Check(calendar)?.Code);
    }

    [Fact]
    public void A_refusal_says_where_and_what_would_be_right()
    {
        var refusal = Check(Monday with { Opens = 22 * Hour, Closes = 6 * Hour })!;

        Assert.Equal(
            "The window Monday 22:00–06:00 closes before it opens. For work past midnight count on after 24:00, such as 22:00–30:00.",
            Text.Of(refusal, Language.En)
        );
        Assert.StartsWith("Khung giờ Thứ Hai 22:00–06:00", Text.Of(refusal, Language.Vi), StringComparison.Ordinal);
    }

    static Core.History.Refusal? Check(params Window[] windows) => CalendarRules.Check(Weekly(windows));

    static Calendar Weekly(params Window[] windows) => new() { Zone = "Asia/Ho_Chi_Minh", Windows = windows };
}
