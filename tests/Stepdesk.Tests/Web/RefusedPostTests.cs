using System.Net;
using System.Net.Http.Headers;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;

namespace Stepdesk.Tests.Web;

/// <summary>Posts that no form of ours may answer: each ends on a page that says what to do, and nothing typed is lost.</summary>
public sealed class RefusedPostTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    DeskApp app = null!;
    Surfer surfer = null!;
    int ticket;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        await app.PersonAsync(Role.Administrator);
        ticket = await app.LoggedAsync();
        surfer = new(app);
        await surfer.SignInAsync("an@desk.example");
    }

    public ValueTask DisposeAsync()
    {
        surfer.Dispose();
        return app.DisposeAsync();
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/setup")]
    [InlineData("/preferences")]
    [InlineData("/tickets/1")]
    [InlineData("/tickets/new")]
    public async Task A_form_that_is_too_old_says_so(string path) =>
        await SaysAsync(
            await surfer.PostAsync(path, [("_handler", "any"), ("__RequestVerificationToken", "of another session")]),
            HttpStatusCode.BadRequest,
            "That request was not understood"
        );

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/profile")]
    public async Task A_form_without_files_that_is_larger_than_any_text_says_so(string path) =>
        await SaysAsync(
            await surfer.PostAsync(path, [("Form.Email", new string('x', 6_000_000))]),
            HttpStatusCode.RequestEntityTooLarge,
            "That is more than fits"
        );

    [Fact]
    public async Task Three_files_of_eight_megabytes_go_with_one_reply()
    {
        var answer = await ReplyAsync("See these", count: 3, megabytes: 8);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(3, Assert.IsType<Replied>((await HistoryAsync())[^1]).Attachments.Count);
    }

    [Theory]
    [InlineData(1, 11, "10 MB")]
    [InlineData(4, 9, "25 MB together")]
    [InlineData(11, 1, "10 files")]
    public async Task Files_that_are_too_large_are_said_in_the_form_and_what_was_typed_stays(
        int count,
        int megabytes,
        string said
    )
    {
        var page = await Surfer.ReadAsync(await ReplyAsync("Three paragraphs", count, megabytes));

        Assert.Contains(said, page.QuerySelector("[role=alert]")?.TextContent);
        Assert.Equal("Three paragraphs", page.QuerySelector("textarea[name='Form.Text']")?.TextContent);
        Assert.Single(await HistoryAsync());
    }

    [Fact]
    public async Task Only_a_form_that_was_taken_is_named_to_the_browser()
    {
        await surfer.SubmitAsync($"/tickets/{ticket}?do=note", "note", ("_sent", "first"), ("Form.Text", ""));
        Assert.Null(Taken());
        await surfer.SubmitAsync($"/tickets/{ticket}?do=note", "note", ("_sent", "second"), ("Form.Text", "A note"));
        Assert.Equal("second", Taken());
        await surfer.SubmitAsync(
            $"/tickets/{ticket}?do=note",
            "note",
            ("_sent", "x; Domain=evil.example"),
            ("Form.Text", "B")
        );
        Assert.Equal("second", Taken());

        app.Clock.Advance(TimeSpan.FromHours(9));
        var token = (await surfer.PageAsync("/sign-in"))
            .QuerySelector("input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;
        var turnedAway = await surfer.PostAsync(
            $"/tickets/{ticket}",
            [("_handler", "note"), ("__RequestVerificationToken", token), ("_sent", "third"), ("Form.Text", "C")]
        );
        Assert.Contains("/sign-in", turnedAway.Headers.Location?.OriginalString);
        Assert.Equal("second", Taken());
    }

    [Fact]
    public async Task Whoever_is_sent_to_a_refusal_is_refused_there()
    {
        using var trainee = new Surfer(app);
        await app.PersonAsync(Role.Trainee, "Chi");
        await trainee.SignInAsync("chi@desk.example");

        var way = await trainee.GetAsync("/tickets/new");

        Assert.Equal("/problem/403", way.Headers.Location?.AbsolutePath);
        await SaysAsync(await trainee.GetAsync("/problem/403"), HttpStatusCode.Forbidden, "This is not for your role");
    }

    [Fact]
    public async Task A_customer_whose_link_is_over_is_not_led_to_the_inbox_of_the_staff()
    {
        using var customer = new Surfer(app);

        var answer = await customer.GetAsync("/t/1.1.forged");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var page = await Surfer.ReadAsync(answer);
        Assert.Equal("This link leads nowhere", page.QuerySelector("h1")?.TextContent);
        Assert.Empty(page.QuerySelectorAll("main a"));
    }

    static async Task SaysAsync(HttpResponseMessage answer, HttpStatusCode status, string title)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(title, (await Surfer.ReadAsync(answer)).QuerySelector("h1")?.TextContent);
    }

    async Task<HttpResponseMessage> ReplyAsync(string text, int count, int megabytes)
    {
        var page = await surfer.PageAsync($"/tickets/{ticket}?do=reply");
        var form = page.QuerySelector("form:has(input[name=_handler][value=reply])")!;
        using var content = new MultipartFormDataContent();
        foreach (var input in form.QuerySelectorAll("input[type=hidden]"))
            content.Add(new StringContent(input.GetAttribute("value") ?? ""), input.GetAttribute("name")!);
        content.Add(new StringContent(text), "Form.Text");
        for (var i = 0; i < count; i++)
        {
            var file = new ByteArrayContent(new byte[megabytes * 1024 * 1024]);
            file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
            content.Add(file, "files", $"screen-{i}.png");
        }
        return await surfer.PostAsync(surfer.LinkIn(page, form.GetAttribute("action")!), content);
    }

    string? Taken() => surfer.Cookies.GetCookies(app.Address)["stepdesk-taken"]?.Value;

    async Task<IReadOnlyList<Core.History.Event>> HistoryAsync()
    {
        await using var db = app.Database();
        return (await db.StreamAsync(Streams.Ticket(ticket), Stop)).ConvertAll(r => r.Read().What);
    }
}
