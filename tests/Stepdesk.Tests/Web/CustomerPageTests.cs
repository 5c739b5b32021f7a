using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Mail;

namespace Stepdesk.Tests.Web;

public sealed class CustomerPageTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    DeskApp app = null!;
    Surfer surfer = null!;
    Actor an = null!;
    int ticket;
    string link = "";

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        an = (await app.PersonAsync(Role.Agent)).AsActor;
        ticket = await app.LoggedAsync();
        link = app.Services.GetRequiredService<Signer>().LinkFor(ticket, 2);
        surfer = new(app);
    }

    public async ValueTask DisposeAsync()
    {
        surfer.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_link_with_one_letter_changed_opens_nothing()
    {
        var forged = link[..^1] + (link[^1] is 'A' ? 'B' : 'A');

        Assert.Equal(HttpStatusCode.NotFound, (await surfer.GetAsync(forged)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await surfer.GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task The_customer_reads_what_was_said_to_them_and_nothing_internal()
    {
        await ActAsync(new Reply("We are looking"));
        await ActAsync(new Note("Secret note"));
        await ActAsync(new Classify(Core.Service.ClassOfService.Priority, "Secret justification"));
        await ActAsync(new Diagnose("Secret diagnosis"));
        await ActAsync(
            new Resolve(ResolutionKind.Fix, "Secret solution") { Cause = "Secret cause", Message = "It is fixed" }
        );

        var text = (await surfer.PageAsync(link)).Body!.TextContent;

        Assert.Contains("We are looking", text, StringComparison.Ordinal);
        Assert.Contains("It is fixed", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_customer_writes_disputes_and_confirms()
    {
        await ActAsync(new Reply("We are looking"));
        await ActAsync(new Diagnose("Found"));
        await ActAsync(new Resolve(ResolutionKind.Fix, "Fixed") { Cause = "Typos" });

        await surfer.SubmitAsync(link, "write", ("Form.Text", "Looking forward"));
        await surfer.SubmitAsync(link, "dispute", ("Form.Text", "Still broken"));
        await ActAsync(new Resolve(ResolutionKind.Fix, "Fixed again") { Cause = "Typos" });
        await surfer.SubmitAsync(link, "confirm", ("Form.Text", ""));

        var history = await HistoryAsync();
        Assert.Contains(history, e => e is CustomerWrote { Text: "Looking forward" });
        Assert.Contains(history, e => e is Disputed { Reason: "Still broken" });
        Assert.Contains(history, e => e is Confirmed { OnBehalf: false });
    }

    [Fact]
    public async Task What_a_customer_sends_twice_is_written_once()
    {
        var page = await surfer.PageAsync(link);
        var form = page.QuerySelector("form:has(input[name=_handler][value=write])")!
            .QuerySelectorAll("input[type=hidden]")
            .Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!))
            .Append(("Form.Text", "It happens again"))
            .ToList();

        await surfer.PostAsync(link, form);
        await surfer.PostAsync(link, form);

        Assert.Single(await HistoryAsync(), e => e is CustomerWrote);
    }

    [Fact]
    public async Task By_one_link_come_a_hundred_megabytes_of_files_a_day_and_texts_without_end()
    {
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.Redirect, (await SendFilesAsync(2, 10)).StatusCode);

        var refused = await Surfer.ReadAsync(await SendFilesAsync(1, 1));
        var text = await SendFilesAsync(0, 0);
        app.Clock.Advance(TimeSpan.FromDays(1));
        var tomorrow = await SendFilesAsync(1, 1);

        Assert.StartsWith(
            "Trong một ngày, liên kết này đã gửi 100 MB tệp.",
            refused.QuerySelector("[role=alert]")?.TextContent.Trim(),
            StringComparison.Ordinal
        );
        Assert.Equal("See these", refused.QuerySelector("textarea[name='Form.Text']")?.TextContent);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (text.StatusCode, tomorrow.StatusCode));
    }

    [Fact]
    public async Task Posts_at_once_get_no_more_through()
    {
        await surfer.GetAsync(link); // One form key for all of them.
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SendFilesAsync(2, 10)));

        var said = await Task.WhenAll(
            answers
                .Where(a => a.StatusCode is not HttpStatusCode.Redirect)
                .Select(async a =>
                    (await Surfer.ReadAsync(a)).QuerySelector("[role=alert]")?.TextContent.Trim() ?? $"{a.StatusCode}"
                )
        );
        Assert.Equal(Enumerable.Repeat("Trong một ngày", 3), said.Select(s => s[..Math.Min(s.Length, 14)]));
        Assert.Equal(5, (await HistoryAsync()).OfType<CustomerWrote>().Count());
    }

    async Task<HttpResponseMessage> SendFilesAsync(int count, int megabytes)
    {
        var form = (await surfer.PageAsync(link)).QuerySelector("form:has(input[name=_handler][value=write])")!;
        using var content = new MultipartFormDataContent();
        foreach (var input in form.QuerySelectorAll("input[type=hidden]"))
            content.Add(new StringContent(input.GetAttribute("value") ?? ""), input.GetAttribute("name")!);
        content.Add(new StringContent("See these"), "Form.Text");
        for (var i = 0; i < count; i++)
            content.Add(new ByteArrayContent(new byte[megabytes * 1024 * 1024]), "files", $"screen-{i}.png");
        return await surfer.PostAsync(link, content);
    }

    [Fact]
    public async Task The_page_speaks_the_customers_language_until_they_choose_another()
    {
        Assert.Equal("vi", (await surfer.PageAsync(link)).DocumentElement.GetAttribute("lang"));

        var page = await surfer.PageAsync(link);
        var token = page.QuerySelector("form.preferences input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;
        await surfer.PostAsync(
            "/preferences",
            [("__RequestVerificationToken", token), ("language", "en"), ("returnUrl", link)]
        );

        Assert.Equal("en", (await surfer.PageAsync(link)).DocumentElement.GetAttribute("lang"));
    }

    async Task ActAsync(TicketAction action) =>
        Assert.Null((await app.Desk.ActAsync(ticket, action, an, stop: Stop)).Refusal);

    async Task<IReadOnlyList<Core.History.Event>> HistoryAsync()
    {
        await using var db = app.Database();
        return (await db.StreamAsync(Streams.Ticket(ticket), Stop)).ConvertAll(r => r.Read().What);
    }
}
