using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Tickets;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Practice;

/// <summary>A run with several tickets: all of them are handed in, and what was done to each is told.</summary>
public sealed class SeveralTicketsTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    DeskApp app = null!;
    Trying me = null!;
    Surfer browser = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        await app.PersonAsync(Role.Administrator, "Boss", "boss@desk.example");
        me = await Trying.BeginAsync(app, "s03-nobody-can-submit", seed: 1);
        browser = await Surfer.OfAsync(app, me.Me);
        var lan = await PersonAsync("ngoc.lan");
        Assert.Null((await me.LogAsync(new Log("Không nộp được bài", "", lan.Id, Channel.Mail))).Refusal);
        Assert.True(await me.UntilAsync(new Pattern(EventTypes.MailReceived, []) { By = "dung" }));
        var dung = await PersonAsync("quoc.dung");
        var inside = (await me.LookAsync()).Inside.AsActor;
        var logged = await app.Desk.LogAsync(
            me.Id,
            new("Cũng lỗi", "", dung.Id, Channel.Mail) { Tags = ["lms", "thi"] },
            inside,
            stop: Stop
        );
        Assert.Null((await me.ActAsync(new LinkTo(logged.Ticket, LinkKind.HasDuplicate))).Refusal);
        Assert.Null((await me.ActAsync(new Cancel(CancelReason.Mistake, "Ghi nhầm."), logged.Ticket)).Refusal);
        Assert.Null(await me.MoveAsync("finish"));
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Each_of_them_stands_in_the_record()
    {
        var page = await browser.PageAsync($"/practice/{me.Id}/record");
        Assert.Equal(["#1", "#2"], page.QuerySelectorAll(".record h3").Select(h => h.TextContent).Take(2));
        Assert.Contains("Cũng lỗi", page.QuerySelector(".record")!.TextContent, StringComparison.Ordinal);

        using var json = JsonDocument.Parse(await BytesAsync("json"));
        var record = json.RootElement.GetProperty("record");
        Assert.Equal(1, record.GetProperty("ticket").GetProperty("number").GetInt32());
        Assert.Equal(
            [2],
            record.GetProperty("others").EnumerateArray().Select(t => t.GetProperty("number").GetInt32())
        );

        using var file = new MemoryStream(await BytesAsync("xlsx"));
        using var book = SpreadsheetDocument.Open(file, isEditable: false);
        var first = book.WorkbookPart!.Workbook!.Descendants<Sheet>().First();
        var rows = ((WorksheetPart)book.WorkbookPart.GetPartById(first.Id!.Value!))
            .Worksheet!.Descendants<Row>()
            .Select(r => r.Elements<Cell>().Select(c => c.InnerText).ToList())
            .ToList();
        Assert.Equal(
            ["Không nộp được bài", "Cũng lỗi"],
            rows.Skip(1).Select(r => r[10]).Where(subject => subject.Length > 0)
        );
        Assert.Equal(["New (1)", "Cancelled (1)"], rows.Skip(1).Select(r => r[0]).Where(group => group.EndsWith(')')));
    }

    // Below it there may be another, of how it could have gone.
    const string Course = "[aria-labelledby='debrief-timeline'] .course";

    [Fact]
    public async Task What_was_done_to_each_stands_in_the_timeline()
    {
        var page = await browser.PageAsync($"/practice/{me.Id}");

        var told = page.QuerySelectorAll($"{Course} > li").Select(l => l.TextContent).ToList();
        Assert.Contains(told, t => t.Contains("You logged #2 for", StringComparison.Ordinal));
        Assert.Contains(told, t => t.Contains("You cancelled #2 of", StringComparison.Ordinal));
        var times = page.QuerySelectorAll($"{Course} > li > time").Select(t => t.TextContent).ToList();
        Assert.Equal(times.Order(StringComparer.Ordinal), times);
    }

    Task<Stepdesk.Engine.Data.PersonRow> PersonAsync(string name) => me.PersonAsync($"{name}@campus.example");

    async Task<byte[]> BytesAsync(string form) =>
        await (await browser.GetAsync($"/practice/{me.Id}/record.{form}")).Content.ReadAsByteArrayAsync(Stop);
}
