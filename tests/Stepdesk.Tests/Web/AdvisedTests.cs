using System.Net;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.People;

namespace Stepdesk.Tests.Web;

/// <summary>What is about to be sent is read over, and what cannot be taken back is held once.</summary>
public sealed class AdvisedTests : IAsyncLifetime
{
    DeskApp app = null!;
    Surfer browser = null!;
    int ticket;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        await app.PersonAsync(Role.Administrator, "Root");
        var an = await app.PersonAsync(Role.Agent);
        ticket = await app.LoggedAsync();
        browser = new(app);
        await browser.SignInAsync(an.Email);
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await app.DisposeAsync();
    }

    [Theory]
    [InlineData("reply", "Your password: Hoa@2026xy", "holds a password")]
    [InlineData("reply", "Dear [NAME], we are on it", "“[NAME]” is still to be filled in")]
    [InlineData("note", "mật khẩu: Hoa@2026xy", "holds a password")]
    public async Task It_is_held_until_its_writer_means_it(string act, string text, string why)
    {
        var path = $"/tickets/{ticket}?do={act}";

        var held = await Surfer.ReadAsync(await browser.SubmitAsync(path, act, ("Form.Text", text)));

        Assert.Contains(why, held.QuerySelector(".refusal")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(text, held.QuerySelector($"form:has(input[value={act}]) textarea")!.TextContent);
        Assert.NotNull(held.QuerySelector("input[name='Form.Anyway']"));
        Assert.Equal(1, await EventsAsync());

        var sent = await browser.SubmitAsync(path, act, ("Form.Text", text), ("Form.Anyway", "true"));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Equal(2, await EventsAsync());
    }

    [Fact]
    public async Task A_text_without_such_goes_at_once()
    {
        var sent = await browser.SubmitAsync(
            $"/tickets/{ticket}?do=reply",
            "reply",
            ("Form.Text", "We will fix it in 30 minutes.")
        );

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
    }

    [Fact]
    public async Task Advice_is_for_who_may_write_on_the_ticket()
    {
        var page = await browser.PageAsync($"/tickets/{ticket}?do=reply");
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        (string, string)[] fields =
        [
            ("__RequestVerificationToken", token),
            ("Form.Act", "reply"),
            ("Form.Text", "We will fix it in 30 minutes, I promise."),
        ];

        var advice = await Surfer.ReadAsync(await browser.PostAsync($"/tickets/{ticket}/advice", fields));
        Assert.Contains(
            "Promise the next update instead",
            advice.QuerySelector(".advice-warning")!.TextContent,
            StringComparison.Ordinal
        );

        Assert.Null(advice.QuerySelector("header"));

        browser.Cookies.Add(new Cookie("stepdesk-language", "vi", "/", app.Address.Host));
        advice = await Surfer.ReadAsync(await browser.PostAsync($"/tickets/{ticket}/advice", fields));
        Assert.Contains(
            "Chỉ nên hẹn lúc cập nhật",
            advice.QuerySelector(".advice-warning")!.TextContent,
            StringComparison.Ordinal
        );

        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync("/tickets/999/advice", fields)).StatusCode);
        using var nobody = new Surfer(app);
        Assert.NotEqual(HttpStatusCode.OK, (await nobody.PostAsync($"/tickets/{ticket}/advice", fields)).StatusCode);
    }

    [Theory]
    [InlineData("expedite", 16, false, true)]
    [InlineData("expedite", 15, false, false)]
    [InlineData("priority", 61, false, true)]
    [InlineData("priority", 61, true, false)]
    public async Task A_word_promised_for_later_than_the_class_asks_is_pointed_out(
        string @class,
        int minutes,
        bool isWaiting,
        bool isLate
    )
    {
        using var agent = await Api.Client.OfAsync(app, Role.Agent, "Binh");
        (await agent.PostAsync($"tickets/{ticket}/classification", new { @class, justification = "All" })).Is(
            HttpStatusCode.OK
        );
        if (isWaiting)
            (await agent.PostAsync($"tickets/{ticket}/waiting", new { on = "customer", reason = "Which browser?" })).Is(
                HttpStatusCode.OK
            );
        var page = await browser.PageAsync($"/tickets/{ticket}?do=reply");
        var from = page.QuerySelector("input[name='Form.At']")!.GetAttribute("data-from")!;

        var advice = await Surfer.ReadAsync(
            await browser.PostAsync(
                $"/tickets/{ticket}/advice",
                [
                    (
                        "__RequestVerificationToken",
                        page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!
                    ),
                    ("Form.Act", "reply"),
                    ("Form.Text", "We are looking at it."),
                    (
                        "Form.At",
                        DateTime
                            .Parse(from, System.Globalization.CultureInfo.InvariantCulture)
                            .AddMinutes(minutes)
                            .ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture)
                    ),
                ]
            )
        );

        Assert.Equal(
            isLate,
            advice.Body!.TextContent.Contains("This class asks for an update by", StringComparison.Ordinal)
        );
    }

    async Task<int> EventsAsync()
    {
        await using var db = app.Database();
        return await db.History.CountAsync(e => e.Stream == $"ticket/{ticket}", TestContext.Current.CancellationToken);
    }
}
