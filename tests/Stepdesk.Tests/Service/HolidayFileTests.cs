using System.Text;
using FsCheck.Xunit;
using Stepdesk.Core.History;
using Stepdesk.Core.Service.Calendars;
using Stepdesk.Engine.Service;

namespace Stepdesk.Tests.Service;

/// <summary>What of an iCalendar file becomes holidays.</summary>
public sealed class HolidayFileTests
{
    static readonly Years Years = new(2026, 2028);
    static readonly string Opening = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Sample//EN\r\n";

    [Theory]
    // One day, with the end that belongs to it no more, with the end some write, and without one.
    [InlineData("DTSTART;VALUE=DATE:20260430|DTEND;VALUE=DATE:20260501", "2026-04-30")]
    [InlineData("DTSTART;VALUE=DATE:20260430|DTEND;VALUE=DATE:20260430", "2026-04-30")]
    [InlineData("DTSTART;VALUE=DATE:20260430", "2026-04-30")]
    [InlineData("DTSTART:20260430", "2026-04-30")]
    [InlineData("dtstart;value=date:20260430", "2026-04-30")]
    // Several days.
    [InlineData("DTSTART;VALUE=DATE:20260216|DTEND;VALUE=DATE:20260219", "2026-02-16 2026-02-17 2026-02-18")]
    [InlineData("DTSTART;VALUE=DATE:20260430|DURATION:P2D", "2026-04-30 2026-05-01")]
    // Over the edges of the years asked for.
    [InlineData("DTSTART;VALUE=DATE:20251230|DTEND;VALUE=DATE:20260103", "2026-01-01 2026-01-02")]
    [InlineData("DTSTART;VALUE=DATE:20281231|DTEND;VALUE=DATE:20290102", "2028-12-31")]
    // Every year, on a leap day, on the last Monday of May, at other distances and to an end.
    [InlineData("DTSTART;VALUE=DATE:20150902|RRULE:FREQ=YEARLY", "2026-09-02 2027-09-02 2028-09-02")]
    [InlineData("DTSTART;VALUE=DATE:20240229|RRULE:FREQ=YEARLY", "2028-02-29")]
    [InlineData(
        "DTSTART;VALUE=DATE:20200525|RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO",
        "2026-05-25 2027-05-31 2028-05-29"
    )]
    [InlineData("DTSTART;VALUE=DATE:20200101|RRULE:FREQ=YEARLY;INTERVAL=7", "2027-01-01")]
    [InlineData("DTSTART;VALUE=DATE:20260101|RRULE:FREQ=YEARLY;COUNT=2", "2026-01-01 2027-01-01")]
    [InlineData("DTSTART;VALUE=DATE:20260101|RRULE:FREQ=YEARLY;UNTIL=20270101", "2026-01-01 2027-01-01")]
    [InlineData("DTSTART;VALUE=DATE:20260216|RRULE:FREQ=DAILY;COUNT=2", "2026-02-16 2026-02-17")]
    // A repeat that begins before the years and reaches into them.
    [InlineData(
        "DTSTART;VALUE=DATE:20201231|DTEND;VALUE=DATE:20210102|RRULE:FREQ=YEARLY",
        "2026-01-01 2026-12-31 2027-01-01 2027-12-31 2028-01-01 2028-12-31"
    )]
    // Single days more and less.
    [InlineData("DTSTART;VALUE=DATE:20260101|RDATE;VALUE=DATE:20270206,20280126", "2026-01-01 2027-02-06 2028-01-26")]
    [InlineData("DTSTART;VALUE=DATE:20260101|RRULE:FREQ=YEARLY|EXDATE;VALUE=DATE:20270101", "2026-01-01 2028-01-01")]
    public void An_event_of_whole_days_closes_each_of_them(string lines, string dates) =>
        Assert.Equal(dates, Dates(Read(Event(lines)).Holidays));

    [Theory]
    [InlineData("DTSTART:20260430T090000Z|DTEND:20260430T100000Z", SkippedBecause.Timed)]
    [InlineData("DTSTART;TZID=Asia/Ho_Chi_Minh:20260430T000000", SkippedBecause.Timed)]
    [InlineData("DTSTART;TZID=A zone of its own:20260430T000000", SkippedBecause.Timed)]
    [InlineData("DTSTART;VALUE=DATE:20260430|STATUS:CANCELLED", SkippedBecause.Cancelled)]
    [InlineData("DTSTART;VALUE=DATE:20250430", SkippedBecause.OtherYears)]
    [InlineData("DTSTART;VALUE=DATE:20290101|RRULE:FREQ=YEARLY", SkippedBecause.OtherYears)]
    [InlineData("DTSTART;VALUE=DATE:20100101|RRULE:FREQ=YEARLY;COUNT=3", SkippedBecause.OtherYears)]
    [InlineData("DTSTART;VALUE=DATE:99991231|RRULE:FREQ=YEARLY", SkippedBecause.OtherYears)]
    [InlineData("UID:no-date@desk.example", SkippedBecause.Unreadable)]
    [InlineData("DTSTART;VALUE=DATE:20261345", SkippedBecause.Unreadable)]
    [InlineData("DTSTART;VALUE=DATE:20260430|DTEND;VALUE=DATE:20260401", SkippedBecause.Unreadable)]
    [InlineData("DTSTART;VALUE=DATE:20260430|DTEND:20260501T120000", SkippedBecause.Unreadable)]
    [InlineData("DTSTART;VALUE=DATE:20260430|DURATION:P99999999D", SkippedBecause.Unreadable)]
    [InlineData("DTSTART;VALUE=DATE:20260101|RRULE:FREQ=NEVER", SkippedBecause.Unreadable)]
    [InlineData("DTSTART;VALUE=DATE:20260101|RRULE:FREQ=YEARLY;INTERVAL=0", SkippedBecause.Unreadable)]
    [InlineData("DTSTART;VALUE=DATE:20100101|RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", SkippedBecause.Unreadable)]
    [InlineData("no colon in this line", SkippedBecause.Unreadable)]
    public void An_event_that_closes_no_day_is_skipped_with_its_place_and_the_others_stay(
        string lines,
        SkippedBecause why
    )
    {
        var preview = Read(Event("DTSTART;VALUE=DATE:20260101") + Event(lines) + Event("DTSTART;VALUE=DATE:20260102"));

        Assert.Equal("2026-01-01 2026-01-02", Dates(preview.Holidays));
        var skipped = Assert.Single(preview.Skipped);
        Assert.Equal((7, why), (skipped.Line, skipped.Why));
    }

    [Fact]
    public void A_moved_repeat_is_on_its_new_day_only() =>
        Assert.Equal(
            "2026-04-30 2027-05-03 2028-04-30",
            Dates(
                Read(
                    Event("UID:1@desk.example|DTSTART;VALUE=DATE:20200430|RRULE:FREQ=YEARLY")
                        + Event("UID:1@desk.example|RECURRENCE-ID;VALUE=DATE:20270430|DTSTART;VALUE=DATE:20270503")
                ).Holidays
            )
        );

    [Fact]
    public void A_cancelled_repeat_is_none() =>
        Assert.Equal(
            "2026-04-30 2028-04-30",
            Dates(
                Read(
                    Event("UID:1@desk.example|DTSTART;VALUE=DATE:20200430|RRULE:FREQ=YEARLY")
                        + Event(
                            "UID:1@desk.example|RECURRENCE-ID;VALUE=DATE:20270430|DTSTART;VALUE=DATE:20270430|STATUS:CANCELLED"
                        )
                ).Holidays
            )
        );

    [Fact]
    public void Two_events_on_one_day_are_one_holiday_under_the_first_name()
    {
        var preview = Read(
            Event("DTSTART;VALUE=DATE:20260501|SUMMARY:Later")
                + Event("DTSTART;VALUE=DATE:20260430|SUMMARY:First")
                + Event("DTSTART;VALUE=DATE:20260430|SUMMARY:Second")
        );

        Assert.Equal([new Holiday(new(2026, 4, 30), "First"), new Holiday(new(2026, 5, 1), "Later")], preview.Holidays);
    }

    [Theory]
    [InlineData("SUMMARY:Tết Nguyên đán", "Tết Nguyên đán")]
    [InlineData("SUMMARY;LANGUAGE=vi:Giỗ Tổ\\, nghỉ bù", "Giỗ Tổ, nghỉ bù")]
    [InlineData("SUMMARY:Quốc| khánh", "Quốckhánh")]
    [InlineData("SUMMARY:Two\\nlines", "Two lines")]
    [InlineData("DESCRIPTION:No name", "")]
    public void A_name_is_one_line_of_plain_text(string line, string name) =>
        Assert.Equal(name, Assert.Single(Read(Event($"DTSTART;VALUE=DATE:20260430|{line}")).Holidays).Name);

    [Fact]
    public void A_name_is_cut_where_it_is_too_long() =>
        Assert.Equal(
            200,
            Assert
                .Single(Read(Event($"DTSTART;VALUE=DATE:20260430|SUMMARY:{new string('a', 5000)}")).Holidays)
                .Name.Length
        );

    [Fact]
    public void Other_line_ends_several_calendars_and_other_parts_are_read_over()
    {
        var text =
            $"\n{Opening}BEGIN:VTIMEZONE\r\nTZID:X\r\nEND:VTIMEZONE\r\n{Event("DTSTART;VALUE=DATE:20260430")}"
            + $"END:VCALENDAR\r\n{Opening}BEGIN:VTODO\r\nSUMMARY:x\r\nEND:VTODO\r\n"
            + $"{Event("DTSTART;VALUE=DATE:20260501|BEGIN:VALARM|TRIGGER:-PT15M|ACTION:AUDIO|END:VALARM")}END:VCALENDAR\r\n \r\n";

        foreach (var end in (string[])["\r\n", "\n", "\r"])
            Assert.Equal(
                "2026-04-30 2026-05-01",
                Dates(Found(HolidayFile.Read(text.Replace("\r\n", end, StringComparison.Ordinal), Years)).Holidays)
            );
    }

    [Theory]
    [InlineData("", "holiday-file-is-no-calendar")]
    [InlineData("Date,Name\r\n2026-04-30,Liberation Day", "holiday-file-is-no-calendar")]
    [InlineData("<html>BEGIN:VCALENDAR</html>", "holiday-file-is-no-calendar")]
    [InlineData("BEGIN:VCARD\r\nEND:VCARD", "holiday-file-is-no-calendar")]
    [InlineData("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:2026", "holiday-file-is-cut-off")]
    [InlineData("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\n", "holiday-file-is-cut-off")]
    public void What_is_no_whole_calendar_is_refused(string text, string code) =>
        Assert.Equal(code, Refused(HolidayFile.Read(text, Years)).Code);

    [Fact]
    public void A_calendar_without_events_brings_nothing()
    {
        var preview = Read("");

        Assert.Empty(preview.Holidays);
        Assert.Empty(preview.Skipped);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "holiday-file-has-too-many-events")]
    public void A_file_has_so_many_events_and_no_more(int more, string? code) =>
        Assert.Equal(code, HolidayFile.Read(Calendar(Events(HolidayFile.MostEvents + more)), Years).Refusal?.Code);

    // Every day for as long as there are days is some holidays too many.
    [Theory]
    [InlineData(40, null)]
    [InlineData(80, "holiday-file-repeats-too-often")]
    public void Repeats_are_followed_so_far_and_no_further(int rules, string? code) =>
        Assert.Equal(
            code,
            HolidayFile
                .Read(
                    Calendar(
                        string.Concat(Enumerable.Repeat(Event("DTSTART;VALUE=DATE:20240101|RRULE:FREQ=DAILY"), rules))
                    ),
                    Years
                )
                .Refusal?.Code
        );

    [Theory]
    [InlineData(2026, 2045, true)]
    [InlineData(2026, 2046, false)]
    [InlineData(2026, 2025, false)]
    [InlineData(0, 1, false)]
    [InlineData(1, 1, true)]
    [InlineData(9998, 9998, true)]
    [InlineData(9998, 9999, false)]
    [InlineData(int.MinValue, int.MaxValue, false)]
    public void Years_are_few_and_in_order(int first, int last, bool may) =>
        Assert.Equal(
            may ? null : "holiday-years-are-too-many",
            HolidayFile
                .Read(Calendar(Event("DTSTART;VALUE=DATE:19700101|RRULE:FREQ=YEARLY")), new(first, last))
                .Refusal?.Code
        );

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "holiday-file-is-too-large")]
    public async Task A_file_is_read_as_far_as_it_may_be_large(int more, string? code)
    {
        var start = Opening + Event("DTSTART;VALUE=DATE:20260430|SUMMARY:Lễ");
        var end = "END:VCALENDAR\r\n";
        var room = HolidayFile.Largest + more - Encoding.UTF8.GetByteCount(start + end);
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(start + new string('\n', room) + end));

        var (preview, refusal) = await HolidayFile.ReadAsync(file, Years, TestContext.Current.CancellationToken);

        Assert.Equal(code, refusal?.Code);
        Assert.Equal(code is null ? "Lễ" : null, preview?.Holidays.Single().Name);
    }

    [Fact]
    public async Task A_byte_order_mark_says_how_letters_are_written()
    {
        foreach (var encoding in (Encoding[])[new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            using var file = new MemoryStream([
                .. encoding.GetPreamble(),
                .. encoding.GetBytes(Calendar(Event("DTSTART;VALUE=DATE:20260430|SUMMARY:Tết"))),
            ]);

            var read = await HolidayFile.ReadAsync(file, Years, TestContext.Current.CancellationToken);

            Assert.Equal("Tết", Assert.Single(Found(read).Holidays).Name);
        }
    }

    [Property(MaxTest = 500)]
    public void Whatever_stands_in_one_event_leaves_the_next_one(string junk)
    {
        var inside = (junk ?? "").Replace("BEGIN:", "", StringComparison.OrdinalIgnoreCase);

        var preview = Read(
            Event($"DTSTART;VALUE=DATE:20260430|{inside}") + Event("DTSTART;VALUE=DATE:20260501|SUMMARY:Next")
        );

        Assert.Contains(new Holiday(new(2026, 5, 1), "Next"), preview.Holidays);
    }

    static string Event(string lines) =>
        $"BEGIN:VEVENT\r\n{lines.Replace("|", "\r\n", StringComparison.Ordinal)}\r\nEND:VEVENT\r\n";

    static string Events(int count) => string.Concat(Enumerable.Repeat(Event("DTSTART;VALUE=DATE:20260430"), count));

    static string Calendar(string events) => $"{Opening}{events}END:VCALENDAR\r\n";

    static HolidayPreview Read(string events) => Found(HolidayFile.Read(Calendar(events), Years));

    static HolidayPreview Found((HolidayPreview? Preview, Refusal? Refusal) read)
    {
        Assert.Null(read.Refusal);
        return read.Preview!;
    }

    static Refusal Refused((HolidayPreview? Preview, Refusal? Refusal) read)
    {
        Assert.Null(read.Preview);
        return read.Refusal!;
    }

    static string Dates(IEnumerable<Holiday> holidays) =>
        string.Join(
            ' ',
            holidays.Select(h => h.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))
        );
}
