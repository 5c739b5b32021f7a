using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Service.Calendars;
using Stepdesk.Engine.Data;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Admin;

public sealed class CalendarPagesTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    const string Edit = "/admin/calendars/edit?name=office";
    const string Import = "/admin/calendars/holidays?name=office";

    const string File = """
        BEGIN:VCALENDAR
        BEGIN:VEVENT
        SUMMARY:Reunification Day
        DTSTART;VALUE=DATE:20260430
        END:VEVENT
        BEGIN:VEVENT
        SUMMARY:Labour Day
        DTSTART;VALUE=DATE:20260501
        END:VEVENT
        BEGIN:VEVENT
        SUMMARY:Board meeting
        DTSTART:20260504T090000Z
        END:VEVENT
        END:VCALENDAR
        """;

    DeskApp app = null!;
    Surfer an = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        await app.PersonAsync(Role.Administrator);
        await using (var db = app.Database())
        {
            db.Teams.Add(
                new()
                {
                    Id = 4,
                    World = WorldRow.Live,
                    Name = "Classroom",
                }
            );
            await db.SaveChangesAsync(Stop);
        }
        an = new(app);
        await an.SignInAsync("an@desk.example");
    }

    public async ValueTask DisposeAsync()
    {
        an.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Windows_are_typed_as_people_write_them_and_drawn_as_a_week()
    {
        var form = FormOf.Of(await an.PageAsync(Edit), "policy");
        form["in.sat"] = "8h-12h";
        form["in.sun"] = "22:00–06:00 next day";
        await SaveAsync(Edit, form);

        var office = (await PolicyAsync()).Named("office").Calendar;
        Assert.Contains(new Window(DayOfWeek.Saturday, TimeSpan.FromHours(8), TimeSpan.FromHours(12)), office.Windows);
        Assert.Contains(new Window(DayOfWeek.Sunday, TimeSpan.FromHours(22), TimeSpan.FromHours(30)), office.Windows);

        var week = (await an.PageAsync("/admin/calendars")).QuerySelector("section[aria-label=office] .week")!;
        Assert.Contains("22:00–30:00", week.TextContent, StringComparison.Ordinal);
        // The night of Sunday goes on in Monday's bar.
        var monday = week.QuerySelector("svg")!;
        Assert.Equal(
            ["0+360", "510+210", "810+240"],
            monday.QuerySelectorAll("rect").Select(r => $"{r.GetAttribute("x")}+{r.GetAttribute("width")}").Order()
        );
    }

    [Theory]
    [InlineData("mon", "nine to five", "is no window")]
    [InlineData("mon", "12:00–08:00", "closes before it opens")]
    [InlineData("tue", "08:00–12:00, 11:00–13:00", "overlap")]
    [InlineData("sun", "22:00–34:00", "overlap")]
    [InlineData("zone", "Mars/Olympus", "no time zone")]
    [InlineData("name", "24x7", "a name of its own")]
    [InlineData("holidays", "Tết", "does not begin with a date")]
    [InlineData("open", "Sometimes", "Choose one of the list")]
    public async Task What_cannot_be_kept_is_said_at_its_field(string field, string text, string right)
    {
        var form = FormOf.Of(await an.PageAsync(Edit), "policy");
        form[$"in.{field}"] = text;

        var page = await PostAsync(Edit, form, "review");

        Assert.Contains(right, page.GetElementById($"{field}.wrong")?.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await LatestAsync());
    }

    [Fact]
    public async Task A_calendar_that_does_not_open_within_31_days_is_refused_in_the_reader_s_language()
    {
        var form = FormOf.Of(await an.PageAsync(Edit), "policy");
        form["in.holidays"] = string.Join(
            '\n',
            Enumerable.Range(0, 32).Select(d => $"{new DateOnly(2026, 6, 1).AddDays(d):yyyy-MM-dd}")
        );
        an.Cookies.Add(app.Address, new Cookie("stepdesk-language", "vi"));

        var page = await PostAsync(Edit, form, "review");

        Assert.Contains(
            "lịch này không mở trong hơn 31 ngày liền",
            page.GetElementById("holidays.wrong")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(0, await LatestAsync());
    }

    [Fact]
    public async Task Who_uses_a_calendar_follows_its_new_name_and_only_an_unused_one_can_go()
    {
        var use = FormOf.Of(await an.PageAsync("/admin/calendars/use"), "policy");
        use["in.team.4.calendar"] = "office";
        await SaveAsync("/admin/calendars/use", use);
        Assert.Equal([new(4, "office")], (await PolicyAsync()).Teams);
        Assert.Null((await an.PageAsync(Edit)).QuerySelector("[name='in.remove']"));

        var form = FormOf.Of(await an.PageAsync(Edit), "policy");
        form["in.name"] = "Day shift";
        await SaveAsync(Edit, form);
        Assert.Equal([new(4, "Day shift")], (await PolicyAsync()).Teams);

        use = FormOf.Of(await an.PageAsync("/admin/calendars/use"), "policy");
        use["in.team.4.calendar"] = "";
        await SaveAsync("/admin/calendars/use", use);
        const string Renamed = "/admin/calendars/edit?name=Day%20shift";
        form = FormOf.Of(await an.PageAsync(Renamed), "policy");
        form["in.remove"] = "yes";
        await SaveAsync(Renamed, form);
        Assert.Equal(["24x7"], (await PolicyAsync()).Calendars.Select(c => c.Name));
    }

    [Fact]
    public async Task A_new_calendar_is_added()
    {
        var form = FormOf.Of(await an.PageAsync("/admin/calendars/edit"), "policy");
        form["in.name"] = "Night";
        form["in.mon"] = "00:00–24:00";
        await SaveAsync("/admin/calendars/edit", form);

        var night = (await PolicyAsync()).Named("Night").Calendar;
        Assert.Equal([new Window(DayOfWeek.Monday, TimeSpan.Zero, TimeSpan.FromDays(1))], night.Windows);
    }

    [Fact]
    public async Task Holidays_of_a_file_are_looked_at_then_taken_over()
    {
        var known = FormOf.Of(await an.PageAsync(Edit), "policy");
        known["in.holidays"] = "2026-05-01 Ngày Lao động";
        await SaveAsync(Edit, known);

        var preview = await LookAsync(File);

        Assert.Contains("Would be added (1)", preview.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("There already (1)", preview.Body.TextContent, StringComparison.Ordinal);
        var skipped = preview.QuerySelector(".skipped")!.TextContent;
        Assert.Contains("Line 10", skipped, StringComparison.Ordinal);
        Assert.Contains("It has a time of day", skipped, StringComparison.Ordinal);
        Assert.Equal(1, await LatestAsync());

        var review = await Surfer.ReadAsync(
            await an.PostAsync(Edit, FormOf.Of(preview, "policy").Select(f => (f.Key, f.Value)))
        );
        Assert.Contains(
            "Holiday 2026-04-30",
            review.QuerySelector(".differences")!.TextContent,
            StringComparison.Ordinal
        );
        await an.PostAsync(Edit, FormOf.Of(review, "policy").Select(f => (f.Key, f.Value)).Append(("step", "save")));

        Assert.Equal(
            [new(new(2026, 4, 30), "Reunification Day"), new(new(2026, 5, 1), "Ngày Lao động")],
            (await PolicyAsync()).Named("office").Calendar.Holidays
        );
        Assert.Contains(
            "no day that is not there already",
            (await LookAsync(File)).Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("", "Choose a file")]
    [InlineData("Monday off", "not an iCalendar file")]
    [InlineData("BEGIN:VCALENDAR\r\nBEGIN:VEVENT", "ends in the middle")]
    public async Task A_file_that_is_none_is_refused_and_its_text_stays(string text, string right)
    {
        var page = await LookAsync(text);

        Assert.Contains(right, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            text.ReplaceLineEndings("\n"),
            ((IHtmlTextAreaElement)page.QuerySelector("textarea")!).Value.ReplaceLineEndings("\n")
        );
    }

    async Task<IHtmlDocument> LookAsync(string text) =>
        await Surfer.ReadAsync(
            await an.SubmitAsync(Import, "import", ("Form.From", "2026"), ("Form.To", "2026"), ("Form.Text", text))
        );

    async Task SaveAsync(string path, Dictionary<string, string> form)
    {
        var review = await PostAsync(path, form, "review");
        var answer = await an.PostAsync(
            path,
            FormOf.Of(review, "policy").Select(f => (f.Key, f.Value)).Append(("step", "save"))
        );
        Assert.StartsWith("/admin/policy?saved=", answer.Headers.Location?.PathAndQuery, StringComparison.Ordinal);
    }

    async Task<IHtmlDocument> PostAsync(string path, Dictionary<string, string> form, string step) =>
        await Surfer.ReadAsync(await an.PostAsync(path, form.Select(f => (f.Key, f.Value)).Append(("step", step))));

    async Task<int> LatestAsync()
    {
        await using var db = app.Database();
        return await app.Services.GetRequiredService<PolicyBook>().LatestAsync(db, WorldRow.Live, Stop);
    }

    async Task<ServicePolicy> PolicyAsync()
    {
        await using var db = app.Database();
        var latest = await LatestAsync();
        return (await app.Services.GetRequiredService<PolicyBook>().UpToAsync(db, WorldRow.Live, latest, Stop))(latest);
    }
}
