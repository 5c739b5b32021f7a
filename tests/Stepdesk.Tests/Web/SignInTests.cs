using System.Net;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.People;

namespace Stepdesk.Tests.Web;

public sealed class SignInTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    DeskApp app = null!;
    Surfer surfer = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        await app.PersonAsync(Role.Administrator);
        surfer = new(app);
    }

    public async ValueTask DisposeAsync()
    {
        surfer.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Address_and_password_open_the_inbox()
    {
        var answer = await surfer.SignInAsync("AN@desk.example ");

        Assert.Equal(app.Address, answer.Headers.Location);
        Assert.Equal(HttpStatusCode.OK, (await surfer.GetAsync("/")).StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/tickets/1")]
    [InlineData("/tickets/new")]
    [InlineData("/people")]
    [InlineData("/notices")]
    [InlineData("/profile")]
    [InlineData("/drawer")]
    [InlineData("/live")]
    [InlineData("/tickets/1/messages/1")]
    [InlineData("/tickets/1/files/00")]
    public async Task Whoever_is_not_signed_in_is_sent_to_sign_in_and_back(string path)
    {
        var answer = await surfer.GetAsync(path);

        Assert.Equal(
            $"{app.Address}sign-in?returnUrl={Uri.EscapeDataString(path)}",
            answer.Headers.Location?.OriginalString
        );
    }

    [Theory]
    [InlineData("an@desk.example", "not the password")]
    [InlineData("nobody@desk.example", DeskApp.Password)]
    [InlineData("", "")]
    public async Task Wrong_and_unknown_get_the_same_answer(string email, string password)
    {
        var page = await Surfer.ReadAsync(await surfer.SignInAsync(email, password));

        Assert.StartsWith(
            "The address or the password is not right",
            page.QuerySelector("[role=alert]")?.TextContent.Trim()
        );
        Assert.Null(Session);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_even_for_the_right_one()
    {
        for (var i = 0; i < 5; i++)
            await surfer.SignInAsync("an@desk.example", $"wrong password {i}");

        var page = await Surfer.ReadAsync(await surfer.SignInAsync("an@desk.example"));

        Assert.NotNull(page.QuerySelector("[role=alert]"));
        Assert.Null(Session);
    }

    [Fact]
    public async Task Too_many_tries_from_one_address_are_turned_away_for_a_while()
    {
        for (var i = 0; i < 30; i++)
            await surfer.PostAsync("/sign-in", []);

        var answer = await surfer.PostAsync("/sign-in", []);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(5), answer.Headers.RetryAfter?.Delta);
    }

    [Theory]
    [InlineData("/tickets/1?view=mine", "/tickets/1?view=mine")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("https:evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("%2F%2Fevil.example", "/")]
    public async Task The_way_back_stays_on_this_host(string returnUrl, string expected)
    {
        var answer = await surfer.SignInAsync("an@desk.example", returnUrl: returnUrl);

        Assert.Equal(new Uri(app.Address, expected), answer.Headers.Location);
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-out")]
    [InlineData("/setup")]
    [InlineData("/preferences")]
    public async Task A_form_without_its_token_is_refused(string path)
    {
        var answer = await surfer.PostAsync(path, [("_handler", "sign-in"), ("theme", "dark")]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_disabled_person_is_out_within_a_minute()
    {
        await surfer.SignInAsync("an@desk.example");
        await using (var db = app.Database())
            await db.People.ExecuteUpdateAsync(p => p.SetProperty(r => r.IsActive, false), Stop);

        app.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(HttpStatusCode.Redirect, (await surfer.GetAsync("/")).StatusCode);
        await surfer.SignInAsync("an@desk.example");
        Assert.Equal(HttpStatusCode.Redirect, (await surfer.GetAsync("/")).StatusCode);
    }

    [Theory]
    [InlineData(44, HttpStatusCode.OK)]
    [InlineData(46, HttpStatusCode.Redirect)]
    public async Task An_idle_session_ends_after_45_minutes(int minutes, HttpStatusCode expected)
    {
        await surfer.SignInAsync("an@desk.example");

        app.Clock.Advance(TimeSpan.FromMinutes(minutes));

        Assert.Equal(expected, (await surfer.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task No_session_is_longer_than_eight_hours()
    {
        await surfer.SignInAsync("an@desk.example");
        for (var half = 0; half < 15; half++)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(30));
            Assert.Equal(HttpStatusCode.OK, (await surfer.GetAsync("/")).StatusCode);
        }

        app.Clock.Advance(TimeSpan.FromMinutes(30));

        Assert.Equal(HttpStatusCode.Redirect, (await surfer.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        await surfer.SignInAsync("an@desk.example");

        await surfer.SubmitAsync("/sign-out", "sign-out");

        Assert.Equal(HttpStatusCode.Redirect, (await surfer.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Nobody_sets_up_a_desk_that_has_an_administrator()
    {
        var answer = await surfer.GetAsync("/setup");

        Assert.Equal(new Uri(app.Address, "/sign-in"), answer.Headers.Location);
    }

    Cookie? Session => surfer.Cookies.GetCookies(app.Address)["stepdesk"];
}
