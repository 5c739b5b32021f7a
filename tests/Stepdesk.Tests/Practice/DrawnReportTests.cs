using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Mail;
using Stepdesk.Engine.Practice;
using Stepdesk.Tests.Web;
using Drawing = Stepdesk.Core.Practice.Sessions.Drawing;

namespace Stepdesk.Tests.Practice;

/// <summary>A report that was drawn is a file: it can be taken along, and sent from the ticket.</summary>
public sealed class DrawnReportTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    DeskApp app = null!;
    Trying me = null!;
    Surfer browser = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        await app.PersonAsync(Role.Administrator, "Boss", "boss@desk.example");
        me = await Trying.BeginAsync(app, "s06-deadline-report", SeedOf("smooth"));
        var khai = await me.PersonAsync("quang.khai@campus.example");
        var mail = (await me.WaitingAsync())[0];
        Assert.Null((await me.LogAsync(new Log("Báo cáo", "", khai.Id, Channel.Mail) { MailId = mail.Id })).Refusal);
        browser = await Surfer.OfAsync(app, me.Me);
        await browser.SubmitAsync(
            Desk,
            "practice-extract",
            ("Panel.Columns", "campus"),
            ("Panel.Columns", "course"),
            ("Panel.Columns", "enrolments"),
            ("Panel.Filter", "10/2025 - 12/2025\nAn Bình, Hoà Lạc")
        );
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task The_panel_gives_it_as_a_workbook_that_opens()
    {
        var page = await browser.PageAsync(Desk);
        var link = page.QuerySelector(".practice a[download]")!;
        Assert.Equal("bao-cao-tuyen-sinh-1.xlsx", link.GetAttribute("download"));

        var answer = await browser.GetAsync(browser.LinkIn(page, link.GetAttribute("href")!));

        Assert.Equal(ReportBook.Type, answer.Content.Headers.ContentType?.MediaType);
        using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Stop));
        using var book = SpreadsheetDocument.Open(file, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(book, Stop).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        var rows = book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().ToList();
        Assert.Equal(["Cơ sở", "Khoá học", "Số tuyển sinh"], rows[0].Elements<Cell>().Select(c => c.InnerText));
        Assert.Equal(
            ["An Bình", "Hoà Lạc"],
            rows.Skip(1).Take(12).Select(r => r.Elements<Cell>().First().InnerText).Distinct()
        );
        Assert.Equal(1 + 12 + 2, rows.Count);
    }

    [Fact]
    public async Task Nobody_else_gets_it()
    {
        var seq = (await me.EventsAsync()).Single(e => e.Type is EventTypes.ReportExtracted).Seq;
        var path = $"/practice/{me.Id}/reports/";
        using var stranger = await Surfer.OfAsync(
            app,
            await app.PersonAsync(Role.Trainee, "Other", "other@desk.example")
        );

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{path}{seq}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"{path}{seq + 500}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"{path}1")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"{path}{seq}")).StatusCode);
    }

    [Fact]
    public async Task Ticked_in_a_reply_it_goes_along_and_is_the_delivery()
    {
        await browser.SubmitAsync(
            $"{Desk}tickets/{me.Ticket}?do=reply",
            "reply",
            ("Form.Text", "Em gửi anh báo cáo trong tệp đính kèm."),
            ("Form.Reports", "bao-cao-tuyen-sinh-1.xlsx")
        );

        var sent = (await me.EventsAsync()).Single(e => e.Type is EventTypes.MessageSent);
        Assert.Equal(["bao-cao-tuyen-sinh-1.xlsx"], sent.Data.All("files"));
        Assert.Equal(["campus", "course", "enrolments"], sent.Data.All("drawn"));
        Assert.Contains("delivery", sent.Data.All("tag"));
        Assert.True(await me.UntilAsync(new Core.Practice.Scenarios.Pattern(EventTypes.Confirmed, [])));
    }

    [Fact]
    public async Task A_file_of_that_name_that_was_changed_is_not_it()
    {
        var session = (await me.LookAsync()).Session;
        var (file, content) = ReportBook.Attached(Drawing.All(session).Single(), session.Language);
        byte[] changed = [.. content, 0];
        await using (var db = app.Database())
            await Files.KeepAsync(db, Files.HashOf(changed), changed, Stop);

        var sent = await me.ActAsync(
            new Reply("Em gửi anh báo cáo trong tệp đính kèm.")
            {
                Attachments = [file with { Sha256 = Files.HashOf(changed), Size = changed.Length }],
            }
        );

        Assert.Null(sent.Refusal);
        Assert.False((await me.EventsAsync()).Single(e => e.Type is EventTypes.MessageSent).Data.Has("drawn"));
        Assert.True(
            await me.UntilAsync(
                new Core.Practice.Scenarios.Pattern(EventTypes.MailReceived, [new("key", ["khai.doubts"])])
            )
        );
    }

    string Desk => $"/practice/{me.Id}/desk/";

    ulong SeedOf(string branch)
    {
        var scenario = app.Services.GetRequiredService<Library>().Find("s06-deadline-report")!;
        return Enumerable.Range(1, 100).Select(n => (ulong)n).First(n => Session.BranchOf(scenario, n).Id == branch);
    }
}
