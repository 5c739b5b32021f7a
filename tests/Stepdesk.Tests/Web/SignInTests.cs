using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Engine.Accounts;

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
            Assert.Equal(HttpStatusCode.OK, (await surfer.SignInAsync($"{i}@desk.example", "guessed")).StatusCode);

        var answer = await surfer.PostAsync("/sign-in", []);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(5), answer.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task An_office_behind_one_address_signs_in_as_often_as_it_likes()
    {
        for (var i = 0; i < 35; i++)
        {
            using var colleague = new Surfer(app);
            Assert.Equal(HttpStatusCode.Redirect, (await colleague.SignInAsync("an@desk.example")).StatusCode);
        }
    }

    [Fact]
    public async Task Guesses_sent_all_at_once_are_counted_too()
    {
        var page = await surfer.PageAsync("/sign-in");
        var hidden = page.QuerySelectorAll("form:has(input[name=_handler][value=sign-in]) input[type=hidden]")
            .Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? ""))
            .ToList();

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 60)
                .Select(i =>
                    surfer.PostAsync(
                        "/sign-in",
                        [.. hidden, ("Form.Email", $"{i}@desk.example"), ("Form.Password", "guessed")]
                    )
                )
        );

        Assert.InRange(answers.Count(a => a.StatusCode is HttpStatusCode.OK), 1, 34);
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
    public async Task A_cookie_copied_before_signing_out_is_dead_within_a_minute()
    {
        using var thief = new Surfer(app);
        await surfer.SignInAsync("an@desk.example");
        thief.Cookies.Add(new Cookie(Session!.Name, Session.Value, "/", app.Address.Host));
        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync("/")).StatusCode);

        await surfer.SubmitAsync("/sign-out", "sign-out");
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Signing_in_anew_ends_the_session_before()
    {
        using var old = new Surfer(app);
        await surfer.SignInAsync("an@desk.example");
        old.Cookies.Add(new Cookie(Session!.Name, Session.Value, "/", app.Address.Host));

        await surfer.SignInAsync("an@desk.example");
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(HttpStatusCode.OK, (await surfer.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await old.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Whoever_was_closed_out_and_let_in_again_signs_in_anew()
    {
        var chi = (await app.PersonAsync(Role.Administrator, "Chi")).AsActor;
        var members = app.Services.GetRequiredService<Membership>();
        await surfer.SignInAsync("an@desk.example");

        await members.DisableAsync(1, chi, Stop);
        await members.EnableAsync(1, chi, Stop);
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(HttpStatusCode.Redirect, (await surfer.GetAsync("/")).StatusCode);
    }

    [Theory]
    [InlineData("""{ "Proxies": ["127.0.0.1"] }""", HttpStatusCode.OK)]
    [InlineData("""{ "Proxies": ["10.0.0.0/8", "127.0.0.0/8"] }""", HttpStatusCode.OK)]
    [InlineData("""{ "Proxies": ["10.0.0.0/8"] }""", HttpStatusCode.TooManyRequests)]
    [InlineData("{}", HttpStatusCode.TooManyRequests)]
    public async Task Only_a_named_proxy_says_for_whom_it_asks(string settings, HttpStatusCode expected)
    {
        await using var behind = await DeskApp.StartAsync(settings: settings);
        await behind.PersonAsync(Role.Administrator);
        for (var i = 0; i < 30; i++)
            await GuessAsync("203.0.113.7");

        var answer = await GuessAsync("203.0.113.8");

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await GuessAsync("203.0.113.7")).StatusCode);

        async Task<HttpResponseMessage> GuessAsync(string who)
        {
            using var guesser = new Surfer(behind);
            guesser.Claim("X-Forwarded-For", who);
            return await guesser.SignInAsync("nobody@desk.example", "guessed");
        }
    }

    [Fact]
    public async Task Behind_an_https_address_links_are_made_from_it_whatever_the_request_calls_the_desk()
    {
        await using var known = await DeskApp.StartAsync(
            settings: """{ "Mail": { "PublicUrl": "https://desk.example" } }"""
        );
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = known.Address,
        };
        using var ask = new HttpRequestMessage(HttpMethod.Get, "/tickets/1");
        ask.Headers.Host = "evil.example";

        var answer = await client.SendAsync(ask, Stop);

        Assert.Equal("https://desk.example/sign-in?returnUrl=%2Ftickets%2F1", answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("localhost", HttpStatusCode.OK)]
    public async Task A_desk_of_this_machine_answers_by_no_other_name(string host, HttpStatusCode expected)
    {
        using var client = new HttpClient { BaseAddress = app.Address };
        using var ask = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        ask.Headers.Host = $"{host}:{app.Address.Port}";

        Assert.Equal(expected, (await client.SendAsync(ask, Stop)).StatusCode);
    }

    [Fact]
    public async Task Nobody_sets_up_a_desk_that_has_an_administrator()
    {
        var answer = await surfer.GetAsync("/setup");

        Assert.Equal(new Uri(app.Address, "/sign-in"), answer.Headers.Location);
    }

    Cookie? Session => surfer.Cookies.GetCookies(app.Address)["stepdesk"];
}
