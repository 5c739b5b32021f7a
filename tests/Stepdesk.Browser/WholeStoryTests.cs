using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MimeKit;
using Stepdesk.Tests.Api;
using Stepdesk.Tests.Mail;
using Stepdesk.Tests.Operations;
using static Microsoft.Playwright.Assertions;

namespace Stepdesk.Tests;

/// <summary>
/// The whole story, as its people live it: real mail servers, the real program, an agent at the pages, and a customer
/// who has a mailbox, a link and a browser without script.
/// </summary>
public sealed partial class WholeStoryTests(Chromium chromium, MailServers servers)
    : IClassFixture<MailServers>,
        IAsyncLifetime
{
    const string An = "an@desk.example";
    const string Lan = "lan@customer.test";
    const string Title = "Máy in phòng giáo viên bốc khói";
    const string Justification = "Twelve teachers cannot print the lists for tomorrow.";
    const string Diagnosis = "Event 372: the driver crashes since the update of last night.";
    const string Trend = "The third time after an automatic update; hold them back during term.";
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    readonly byte[] photo = RandomNumberGenerator.GetBytes(40_000);
    readonly ServedDesk desk = new(servers, "support@desk.test");
    Client api = null!;

    public async ValueTask InitializeAsync()
    {
        await desk.HireAsync("Thu Hoa", "hoa@desk.example", "administrator");
        api = new(desk.Address, await desk.HireAsync("Hoài An", An, "agent"));
        desk.Start();
        await desk.ReadyAsync();
    }

    public ValueTask DisposeAsync()
    {
        api.Dispose();
        return desk.DisposeAsync();
    }

    [Fact]
    public async Task From_a_mail_to_the_trend_note_everybody_sees_the_same_story()
    {
        await using var context = await chromium.Browser.ContextAsync(desk.Address);
        var page = await context.NewPageAsync();
        await page.SignInAsync(An);

        await servers.SendAsync(Report(), Stop);
        var row = page.Locator(".row", new() { HasText = Title });
        await Expect(row).ToBeVisibleAsync();
        await row.ClickAsync();
        await Expect(page.Locator(".entry-customer")).ToContainTextAsync("Từ sáng nay ạ.");
        await Expect(page.Locator(".clock-met")).ToContainTextAsync("Logged");

        await ClassifyAsync(page);
        await page.GetByPlaceholder("Write to Lan…").FillAsync("Em đã nhận được và đang xem máy in ạ.");
        await DoAsync(page, "Send to the customer");
        await Expect(page.Locator(".sent")).ToContainTextAsync("Sent");
        var acknowledgement = Assert.Single(await servers.MailsAsync(Lan, Stop));
        Assert.Contains("Em đã nhận được và đang xem máy in ạ.", acknowledgement.TextBody, StringComparison.Ordinal);

        await OpenAsync(page, "Diagnosis");
        await page.GetByLabel("What was found").FillAsync(Diagnosis);
        await DoAsync(page, "Record diagnosis");
        await Expect(page.Locator(".entry-note")).ToContainTextAsync(Diagnosis);

        await OpenAsync(page, "Resolution");
        await page.GetByLabel("Cause").FillAsync("Automatic update");
        await page.GetByLabel("What was done").FillAsync("Put the old driver back.");
        await page.GetByLabel("What the customer is told").FillAsync("Máy in chạy lại rồi ạ, nhờ chị thử giúp em.");
        await DoAsync(page, "Resolve and tell the customer");
        await Expect(page.Locator(".sent")).ToContainTextAsync(["Sent", "Sent"]);

        await Expect(page.Locator(".tabs a", new() { HasTextString = "Close" })).ToHaveCountAsync(0);

        var told = (await servers.MailsAsync(Lan, Stop))[1];
        Assert.Contains("Máy in chạy lại rồi ạ", told.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("old driver", told.ToString(), StringComparison.Ordinal);
        await ConfirmAsync(Link().Match(told.TextBody!).Value);

        await Expect(page.Locator(".entry-milestone")).ToContainTextAsync("In được rồi, cảm ơn em.");
        await page.Locator(".step-next").GetByRole(AriaRole.Link, new() { Name = "Close", Exact = true }).ClickAsync();
        await DoAsync(page, "Close the ticket");
        await Expect(page.Locator(".entry-milestone").Last).ToContainTextAsync("closed the ticket");
        await OpenAsync(page, "Trend");
        await page.GetByLabel("The pattern behind this ticket").FillAsync(Trend);
        await DoAsync(page, "Record trend");
        await Expect(page.Locator(".step-done")).ToHaveCountAsync(7);

        await TheApiTellsItToAsync(acknowledgement, told);
        // While the agent's page is still open and listening.
        await desk.StopAsync();
        var verdict = JsonElement.Parse(await desk.DoneAsync("history", "verify"));
        Assert.Equal(JsonValueKind.Null, verdict.GetProperty("firstBad").ValueKind);
    }

    async Task ConfirmAsync(string link)
    {
        await using var context = await chromium.Browser.ContextAsync(desk.Address, script: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync(link);
        await Expect(page.Locator("h1")).ToHaveTextAsync(Title);
        await Expect(page.Locator("main")).Not.ToContainTextAsync(Diagnosis);
        await page.GetByLabel("A word to us").FillAsync("In được rồi, cảm ơn em.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, it works" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("You confirmed that it works");
    }

    async Task TheApiTellsItToAsync(MimeMessage acknowledgement, MimeMessage told)
    {
        var ticket = (await api.GetAsync("tickets/1")).Is(HttpStatusCode.OK);
        Assert.Equal(
            (Title, "mail", "closed"),
            (Text(ticket, "title"), Text(ticket, "channel"), Text(ticket, "status"))
        );
        Assert.Equal(("priority", Justification), (Text(ticket, "class"), Text(ticket, "justification")));
        var done = ticket["steps"].EnumerateArray().Select(s => s.GetProperty("doneAt").GetDateTimeOffset()).ToList();
        Assert.Equal(7, done.Count);
        Assert.Equal(done.Order(), done);
        Assert.Equal(
            [("reception", "met"), ("acknowledgement", "met")],
            ticket["clocks"].EnumerateArray().Select(c => (Text(c, "name"), Text(c, "state")))
        );

        var messages = (await api.GetAsync("tickets/1/messages"))["items"].EnumerateArray().ToList();
        Assert.Equal(
            [
                ("report", "Từ sáng nay ạ."),
                ("reply", "Em đã nhận được và đang xem máy in ạ."),
                ("diagnosis", Diagnosis),
                ("resolution", "Máy in chạy lại rồi ạ, nhờ chị thử giúp em."),
                ("confirmation", "In được rồi, cảm ơn em."),
            ],
            messages.Select(m => (Text(m, "kind"), Text(m, "text")))
        );
        var file = Assert.Single(messages[0].GetProperty("files").EnumerateArray());
        Assert.Equal("máy in.jpg", Text(file, "name"));
        Assert.Equal(photo, (await api.GetAsync(Text(file, "url")!)).Content);

        var history = (await api.GetAsync("tickets/1/history"))["items"].EnumerateArray().ToList();
        Assert.Equal(
            [
                ("logged", "Lan"),
                ("classified", "Hoài An"),
                ("replied", "Hoài An"),
                ("delivered", null),
                ("diagnosed", "Hoài An"),
                ("resolved", "Hoài An"),
                ("delivered", null),
                ("confirmed", "Lan"),
                ("closed", "Hoài An"),
                ("trend_noted", "Hoài An"),
            ],
            history.Select(e => (Text(e, "kind")!, Text(e, "name")))
        );
        Assert.Equal(
            [acknowledgement.MessageId, told.MessageId],
            history.Select(Data).Where(d => d.TryGetProperty("messageId", out _)).Select(d => Text(d, "messageId"))
        );
        Assert.Equal(("Automatic update", Trend), (Text(Data(history[5]), "cause"), Text(Data(history[9]), "text")));
    }

    async Task ClassifyAsync(IPage page)
    {
        await page.Locator(".fact > summary", new() { HasText = "Not classified" }).ClickAsync();
        var form = page.Locator("form", new() { HasText = "Set class" });
        await form.GetByLabel("Class of service").SelectOptionAsync("Priority");
        await form.GetByLabel("People affected").FillAsync("12");
        await form.GetByLabel("Why this class").FillAsync(Justification);
        await DoAsync(page, "Set class");
        await Expect(page.Locator(".entry-fact")).ToContainTextAsync(Justification);
    }

    // The composer shows the first few actions and keeps the others in a menu.
    static async Task OpenAsync(IPage page, string tab)
    {
        var link = page.Locator(".tabs").GetByRole(AriaRole.Link, new() { Name = tab, Exact = true });
        if (!await link.IsVisibleAsync())
            await page.Locator(".more-menu > summary").ClickAsync();
        await link.ClickAsync();
    }

    static Task DoAsync(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    MimeMessage Report()
    {
        var body = new BodyBuilder { TextBody = "Từ sáng nay ạ." };
        body.Attachments.Add("máy in.jpg", photo, new ContentType("image", "jpeg"));
        var mail = new MimeMessage { Subject = Title, Body = body.ToMessageBody() };
        mail.From.Add(new MailboxAddress("Lan", Lan));
        mail.To.Add(new MailboxAddress("", desk.Mailbox));
        return mail;
    }

    static JsonElement Data(JsonElement happened) => happened.GetProperty("data");

    static string? Text(Answer answer, string name) => Text(answer.Body, name);

    static string? Text(JsonElement body, string name) => body.GetProperty(name).GetString();

    [GeneratedRegex(@"http://\S+/t/\S+", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
