using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;

namespace Stepdesk.Tests.Web;

/// <summary>A page that stood open while somebody else worked writes over nothing its reader has not seen.</summary>
public sealed class MeanwhileTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    DeskApp app = null!;
    PersonRow binh = null!;
    Surfer browser = null!;
    int ticket;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        await app.PersonAsync(Role.Administrator, "Root");
        var an = await app.PersonAsync(Role.Agent);
        binh = await app.PersonAsync(Role.Agent, "Binh");
        ticket = await app.LoggedAsync();
        browser = new(app);
        await browser.SignInAsync(an.Email);
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await app.DisposeAsync();
    }

    string Path => $"/tickets/{ticket}?do=classify";

    static readonly (string, string)[] Standard =
    [
        ("Form.Class", "standard"),
        ("Form.Count", "1"),
        ("Form.Text", "One teacher"),
    ];

    [Fact]
    public async Task What_somebody_else_classified_meanwhile_is_shown_first_and_then_it_is_theirs_to_say()
    {
        var open = await browser.PageAsync(Path);
        await ActAsync(new Classify(ClassOfService.Expedite, "The whole campus") { Affected = new(500) });

        var told = await SendAsync(open);

        Assert.Equal(HttpStatusCode.OK, told.StatusCode);
        var page = await Surfer.ReadAsync(told);
        Assert.Contains("Somebody changed the ticket meanwhile", page.QuerySelector(".refusal")!.TextContent);
        Assert.Equal(ClassOfService.Expedite, await ClassAsync());

        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(page)).StatusCode);
        Assert.Equal(ClassOfService.Standard, await ClassAsync());
    }

    [Fact]
    public async Task What_else_happened_meanwhile_stands_in_nobodys_way()
    {
        var open = await browser.PageAsync(Path);
        await ActAsync(new Note("They called again"));
        await ActAsync(new SetTags(["exam"]));

        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(open)).StatusCode);
        Assert.Equal(ClassOfService.Standard, await ClassAsync());
    }

    async Task ActAsync(TicketAction action) =>
        Assert.Null((await app.Desk.ActAsync(ticket, action, binh.AsActor, stop: Stop)).Refusal);

    Task<HttpResponseMessage> SendAsync(IHtmlDocument page)
    {
        var form = page.QuerySelector("form:has(input[name=_handler][value=classify])")!;
        return browser.PostAsync(
            browser.LinkIn(page, form.GetAttribute("action")!),
            form.QuerySelectorAll("input[type=hidden]:not([disabled])")
                .Select(i => (Name: i.GetAttribute("name")!, Value: i.GetAttribute("value") ?? ""))
                .Concat(Standard)
        );
    }

    async Task<ClassOfService?> ClassAsync()
    {
        await using var db = app.Database();
        return await db.Tickets.Where(t => t.Id == ticket).Select(t => t.Class).SingleAsync(Stop);
    }
}
