using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;

namespace Stepdesk.Tests.Web;

/// <summary>One's own password, and what an administrator changes about a colleague, in the browser.</summary>
public sealed class PersonPagesTests : IAsyncLifetime
{
    const string Next = "three quiet rivers";
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    DeskApp app = null!;
    PersonRow agent = null!;
    Surfer boss = null!;
    Surfer binh = null!;

    Tokens Tokens => app.Services.GetRequiredService<Tokens>();

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        await app.PersonAsync(Role.Administrator);
        agent = await app.PersonAsync(Role.Agent, "Binh");
        (boss, binh) = (new(app), new(app));
        await boss.SignInAsync("an@desk.example");
        await binh.SignInAsync("binh@desk.example");
    }

    public ValueTask DisposeAsync()
    {
        boss.Dispose();
        binh.Dispose();
        return app.DisposeAsync();
    }

    [Fact]
    public async Task A_new_password_opens_and_the_old_one_does_not_and_only_this_browser_stays_signed_in()
    {
        using var elsewhere = new Surfer(app);
        await elsewhere.SignInAsync("binh@desk.example");

        var page = await Surfer.ReadAsync(await ChangeAsync(DeskApp.Password, Next, Next));

        Assert.StartsWith("The password is changed", page.QuerySelector("[role=status]")?.TextContent.Trim());
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await binh.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/")).StatusCode);
        Assert.NotEqual(HttpStatusCode.Redirect, (await SignedInAsync(DeskApp.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SignedInAsync(Next)).StatusCode);
    }

    [Theory]
    [InlineData("not the password", Next, Next, "The present password is not right")]
    [InlineData(DeskApp.Password, Next, "three quiet river", "The new password was typed in two ways")]
    [InlineData(DeskApp.Password, "password1234", "password1234", "This password is among the first")]
    [InlineData(DeskApp.Password, "", "", "Use a password of 12")]
    public async Task What_is_wrong_with_it_is_said_and_the_old_one_stays(
        string now,
        string next,
        string again,
        string said
    )
    {
        var page = await Surfer.ReadAsync(await ChangeAsync(now, next, again));

        Assert.StartsWith(said, page.QuerySelector("[role=alert]")?.TextContent.Trim());
        Assert.Equal(HttpStatusCode.Redirect, (await SignedInAsync(DeskApp.Password)).StatusCode);
    }

    [Fact]
    public async Task An_administrator_gives_a_new_password_and_closes_and_opens_the_way_in()
    {
        var path = $"/people/{agent.Id}";

        await boss.SubmitAsync(path, "password", ("Form.Password", Next));
        Assert.Equal(HttpStatusCode.Redirect, (await SignedInAsync(Next)).StatusCode);
        await boss.SubmitAsync(path, "disable");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Redirect, (await binh.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SignedInAsync(Next)).StatusCode);
        await boss.SubmitAsync(path, "enable");
        Assert.Equal(HttpStatusCode.Redirect, (await SignedInAsync(Next)).StatusCode);
    }

    [Fact]
    public async Task Somebody_signs_themselves_out_everywhere_else()
    {
        using var elsewhere = new Surfer(app);
        await elsewhere.SignInAsync("binh@desk.example");
        Assert.Contains("other browsers: 1", (await binh.PageAsync("/profile")).Body!.TextContent);

        await binh.SubmitAsync("/profile", "elsewhere");
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/")).StatusCode);
        Assert.Contains("Only in this browser", (await binh.PageAsync("/profile")).Body!.TextContent);
    }

    [Fact]
    public async Task A_token_is_made_shown_once_and_revoked()
    {
        var made = await Surfer.ReadAsync(
            await binh.SubmitAsync("/profile", "token", ("Form.Name", "Weekly export"), ("Form.Days", "30"))
        );
        var text = made.QuerySelector(".secret")!.TextContent;
        Assert.NotNull(await Tokens.FindAsync(text, Stop));
        var again = await binh.PageAsync("/profile");
        Assert.DoesNotContain(text, again.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Weekly export", again.QuerySelector(".tokens")!.TextContent, StringComparison.Ordinal);

        var id = again.QuerySelector(".tokens button")!.GetAttribute("value")!;
        await binh.SubmitAsync("/profile", "revoke", ("Form.Token", id));

        Assert.Null(await Tokens.FindAsync(text, Stop));
        Assert.Null((await binh.PageAsync("/profile")).QuerySelector(".tokens"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("4000")]
    [InlineData("soon")]
    [InlineData("")]
    public async Task A_token_without_an_end_one_can_read_is_not_made(string days)
    {
        var page = await Surfer.ReadAsync(
            await binh.SubmitAsync("/profile", "token", ("Form.Name", "Script"), ("Form.Days", days))
        );

        Assert.NotNull(page.QuerySelector("[role=alert]"));
        Assert.Empty(await Tokens.ListAsync(agent.Id, agent.AsActor, Stop));
    }

    [Fact]
    public async Task With_a_new_password_tokens_go_on_or_end_as_was_chosen()
    {
        var (token, _) = await Tokens.CreateAsync(agent.Id, "script", agent.AsActor, stop: Stop);

        await ChangeAsync(DeskApp.Password, Next, Next);
        Assert.NotNull(await Tokens.FindAsync(token!.Text, Stop));
        await boss.SubmitAsync(
            $"/people/{agent.Id}",
            "password",
            ("Form.Password", "four slow brooks"),
            ("Form.EndTokens", "true")
        );

        Assert.Null(await Tokens.FindAsync(token.Text, Stop));
    }

    [Fact]
    public async Task An_administrator_sees_and_revokes_the_token_of_a_colleague_who_does_not_see_theirs()
    {
        var (token, _) = await Tokens.CreateAsync(agent.Id, "script", agent.AsActor, stop: Stop);

        await boss.SubmitAsync($"/people/{agent.Id}", "revoke", ("Form.Token", $"{token!.Id}"));

        Assert.Null(await Tokens.FindAsync(token.Text, Stop));
        Assert.Null((await binh.PageAsync("/people/1")).QuerySelector("#tokens-head"));
    }

    [Fact]
    public async Task A_role_is_changed_and_said()
    {
        var page = await Surfer.ReadAsync(
            await boss.SubmitAsync($"/people/{agent.Id}", "role", ("Form.Role", nameof(Role.Lead)))
        );

        Assert.Equal("Binh now has the role: Lead.", page.QuerySelector("[role=status]")?.TextContent.Trim());
    }

    [Fact]
    public async Task A_colleague_sees_who_somebody_is_and_has_nothing_to_change()
    {
        var other = await app.PersonAsync(Role.Lead, "Chi");
        var page = await binh.PageAsync($"/people/{other.Id}");

        Assert.Contains("chi@desk.example", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main form"));
        Assert.Equal(HttpStatusCode.NotFound, (await binh.GetAsync("/people/999")).StatusCode);
    }

    [Fact]
    public async Task Everybody_says_when_they_are_away_and_a_lead_says_so_for_others()
    {
        var path = $"/people/{agent.Id}";
        Assert.Single((await binh.PageAsync(path)).QuerySelectorAll("main form"));

        var page = await Surfer.ReadAsync(
            await binh.SubmitAsync(
                path,
                "away",
                ("Presence.From", "2026-03-02T09:00"),
                ("Presence.Until", "2026-03-04T09:00")
            )
        );
        Assert.Equal("The absence is noted.", page.QuerySelector("[role=status]")?.TextContent.Trim());
        Assert.Equal(
            ["away from 09:00 to 4 Mar 09:00"],
            (await boss.PageAsync("/people")).QuerySelectorAll("main .chip").Select(c => c.TextContent.Trim())
        );
        await boss.SubmitAsync(path, "end-away");
        Assert.Empty((await boss.PageAsync("/people")).QuerySelectorAll("main .chip"));
    }

    [Theory]
    [InlineData("2026-03-04T09:00", "2026-03-03T09:00", "An absence ends after it begins")]
    [InlineData("tomorrow", "", "Please write dates as")]
    public async Task What_is_no_absence_is_said_and_what_was_typed_stays(string from, string until, string said)
    {
        var page = await Surfer.ReadAsync(
            await boss.SubmitAsync($"/people/{agent.Id}", "away", ("Presence.From", from), ("Presence.Until", until))
        );

        Assert.StartsWith(said, page.QuerySelector("[role=alert]")?.TextContent.Trim());
        Assert.Equal(from, page.QuerySelector("[name='Presence.From']")?.GetAttribute("value"));
    }

    [Fact]
    public async Task A_customer_has_a_page_without_forms()
    {
        var lan = await app.People.CustomerAsync(
            "Lan",
            "lan@customer.example",
            Language.Vi,
            TestContext.Current.CancellationToken
        );

        Assert.Empty((await boss.PageAsync($"/people/{lan.Id}")).QuerySelectorAll("main form"));
    }

    Task<HttpResponseMessage> ChangeAsync(string now, string next, string again) =>
        binh.SubmitAsync("/profile", "password", ("Form.Now", now), ("Form.New", next), ("Form.Again", again));

    async Task<HttpResponseMessage> SignedInAsync(string password)
    {
        using var fresh = new Surfer(app);
        return await fresh.SignInAsync("binh@desk.example", password);
    }
}
