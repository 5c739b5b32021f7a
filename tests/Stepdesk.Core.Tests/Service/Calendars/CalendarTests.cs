using System.Text.Json;
using System.Text.Json.Serialization;
using Stepdesk.Core.Service.Calendars;

namespace Stepdesk.Core.Tests.Service.Calendars;

public sealed class CalendarTests
{
    static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    static readonly Calendar Office = new()
    {
        Zone = "Asia/Ho_Chi_Minh",
        Windows =
        [
            .. from day in Enum.GetValues<DayOfWeek>().Except([DayOfWeek.Saturday, DayOfWeek.Sunday])
            from window in (Window[])[new(day, 8.5 * Hour, 12 * Hour), new(day, 13.5 * Hour, 17.5 * Hour)]
            select window,
        ],
        Holidays = [new(new(2026, 4, 30), "Ngày Thống nhất"), new(new(2026, 5, 1), "Quốc tế Lao động")],
    };

    [Fact]
    public void A_calendar_is_stored_and_read_as_it_was()
    {
        var form = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        };
        var calendar = Office with { Windows = [.. Office.Windows, new(DayOfWeek.Saturday, 22 * Hour, 30 * Hour)] };

        var text = JsonSerializer.Serialize(calendar, form);

        Assert.Equal(calendar, JsonSerializer.Deserialize<Calendar>(text, form));
        Assert.EndsWith(
            """{"day":"saturday","opens":"22:00:00","closes":"1.06:00:00"}],"holidays":[{"date":"2026-04-30","name":"Ng\u00E0y Th\u1ED1ng nh\u1EA5t"},{"date":"2026-05-01","name":"Qu\u1ED1c t\u1EBF Lao \u0111\u1ED9ng"}]}""",
            text
        );
        Assert.Equal(
            Calendar.Always("UTC"),
            JsonSerializer.Deserialize<Calendar>("""{"zone":"UTC","isAlways":true}""", form)
        );
    }

    [Fact]
    public void A_changed_copy_answers_for_itself()
    {
        var saturday = Vietnam(5, 2, 9);
        Assert.Equal(Vietnam(5, 4, 9.5), Office.Due(saturday, Hour, []));

        var open = Office with { Windows = [.. Office.Windows, new(DayOfWeek.Saturday, 8 * Hour, 12 * Hour)] };

        Assert.Equal(Vietnam(5, 2, 10), open.Due(saturday, Hour, []));
    }

    [Fact]
    public void It_tells_why_something_is_due_when_it_is() =>
        Assert.Equal(
            [
                new(Vietnam(4, 29, 17), Vietnam(4, 29, 17.5), SpanKind.Counted),
                new(Vietnam(4, 29, 17.5), Vietnam(4, 30, 8.5), SpanKind.Closed),
                new(Vietnam(4, 30, 8.5), Vietnam(4, 30, 12), SpanKind.Holiday, "Ngày Thống nhất"),
                new(Vietnam(4, 30, 12), Vietnam(4, 30, 13.5), SpanKind.Closed),
                new(Vietnam(4, 30, 13.5), Vietnam(4, 30, 17.5), SpanKind.Holiday, "Ngày Thống nhất"),
                new(Vietnam(4, 30, 17.5), Vietnam(5, 1, 8.5), SpanKind.Closed),
                new(Vietnam(5, 1, 8.5), Vietnam(5, 1, 10), SpanKind.Holiday, "Quốc tế Lao động"),
                new(Vietnam(5, 1, 10), Vietnam(5, 4, 9), SpanKind.Paused),
                new(Vietnam(5, 4, 9), Vietnam(5, 4, 9.5), SpanKind.Counted),
            ],
            Office.Spans(Vietnam(4, 29, 17), Vietnam(5, 4, 9.5), [new(Vietnam(5, 1, 10), Vietnam(5, 4, 9))])
        );

    [Fact]
    public void A_holiday_leaves_the_tail_of_the_night_before()
    {
        var nights = Office with
        {
            Windows = [.. Enum.GetValues<DayOfWeek>().Select(d => new Window(d, 22 * Hour, 30 * Hour))],
        };

        Assert.Equal(Vietnam(4, 30, 6), nights.Due(Vietnam(4, 30, 5), Hour, []));
        Assert.Equal(Vietnam(5, 2, 23), nights.Due(Vietnam(4, 30, 6), Hour, []));
    }

    [Fact]
    public void A_day_may_end_at_twenty_four_and_the_next_begin_there()
    {
        var days = Office with
        {
            Windows = [.. Enum.GetValues<DayOfWeek>().Select(d => new Window(d, TimeSpan.Zero, 24 * Hour))],
        };

        Assert.Equal(Vietnam(3, 11, 1), days.Due(Vietnam(3, 10, 23), 2 * Hour, []));
        Assert.Single(days.Spans(Vietnam(3, 10, 9), Vietnam(3, 20, 9), []));
    }

    [Fact]
    public void Around_the_clock_knows_no_holidays() =>
        Assert.Equal(Vietnam(5, 1, 9), (Office with { IsAlways = true }).Due(Vietnam(4, 30, 9), 24 * Hour, []));

    [Fact]
    public void Windows_that_summer_time_pushes_onto_each_other_count_once()
    {
        // 02:15–02:45 does not exist on that day and becomes 03:15–03:45, in the middle of the other.
        var berlin = new Calendar
        {
            Zone = "Europe/Berlin",
            Windows = [new(DayOfWeek.Sunday, 2.25 * Hour, 2.75 * Hour), new(DayOfWeek.Sunday, 3 * Hour, 4 * Hour)],
        };
        var midnight = new DateTimeOffset(2026, 3, 29, 0, 0, 0, Hour);

        Assert.Equal(Hour, berlin.Elapsed(midnight, midnight.AddDays(1), []));
        Assert.Equal(1.5 * Hour, berlin.Elapsed(midnight.AddDays(7), midnight.AddDays(8), []));
    }

    [Fact]
    public void Instants_at_the_ends_of_time_have_answers()
    {
        Assert.Null(Office.Due(DateTimeOffset.MaxValue.AddDays(-1), 100 * Hour, []));
        Assert.Null(Calendar.Always("Asia/Ho_Chi_Minh").Due(DateTimeOffset.MaxValue, TimeSpan.FromTicks(1), []));
        Assert.Null(Office.Due(Vietnam(3, 10, 9), TimeSpan.MaxValue, []));
        Assert.NotNull(Office.Due(DateTimeOffset.MinValue, Hour, []));
        Assert.Equal(TimeSpan.Zero, Office.Elapsed(Vietnam(3, 10, 10), Vietnam(3, 10, 9), []));
        Assert.Empty(Office.Spans(Vietnam(3, 10, 10), Vietnam(3, 10, 9), []));
        Assert.Throws<ArgumentOutOfRangeException>(() => Office.Due(Vietnam(3, 10, 9), -Hour, []));
    }

    [Fact]
    public void Many_may_ask_at_once_about_many_years()
    {
        var calendar = Office with { Zone = "Europe/Berlin" };
        var asked = Enumerable.Range(0, 400).Select(n => Vietnam(1, 1, 0).AddDays(n * 97)).ToList();
        var expected = asked.ConvertAll(at => (Office with { Zone = "Europe/Berlin" }).Due(at, 300 * Hour, []));

        var answers = asked
            .AsParallel()
            .AsOrdered()
            .WithDegreeOfParallelism(8)
            .Select(at => calendar.Due(at, 300 * Hour, []));

        Assert.Equal(expected, answers);
    }

    static DateTimeOffset Vietnam(int month, int day, double hour) =>
        new DateTimeOffset(2026, month, day, 0, 0, 0, 7 * Hour).AddHours(hour);
}
