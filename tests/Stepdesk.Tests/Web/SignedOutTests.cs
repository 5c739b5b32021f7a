using System.Net;
using System.Net.Http.Json;
using Stepdesk.Core.People;

namespace Stepdesk.Tests.Web;

/// <summary>
/// Whoever's session has ended is led to the sign-in by the next page they open. What a page's script asks for
/// meanwhile is refused, and changes nothing of the sign-in form that may stand open beside it.
/// </summary>
public sealed class SignedOutTests : IAsyncLifetime
{
    const string Navigation = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    const string EnhancedNavigation = "text/html; blazor-enhanced-nav=on";
    DeskApp app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        await app.PersonAsync(Role.Administrator);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("/telemetry/checks", true)]
    [InlineData("/telemetry/completions", true)]
    [InlineData("/telemetry", true)] // A query chosen step by step.
    [InlineData("/tickets/new/alike", true)]
    [InlineData("/tickets/1/advice", true)]
    [InlineData("/admin/templates/preview", true)]
    [InlineData("/practice/1/desk/telemetry/checks", true)]
    [InlineData("/practice/1/desk/live", false)]
    [InlineData("/live", false)]
    [InlineData("/", false)] // An open page that reads itself again.
    public async Task What_a_script_asks_for_is_refused_without_a_page_or_a_cookie(string path, bool isPost)
    {
        using var script = new Surfer(app);
        script.Claim("Accept", path.EndsWith("live", StringComparison.Ordinal) ? "text/event-stream" : "*/*");

        var answer =
            !isPost ? await script.GetAsync(path)
            : path.Contains("telemetry/", StringComparison.Ordinal)
                ? await script.PostAsync(path, JsonContent.Create(new { text = "requests" }))
            : await script.PostAsync(path, [("Form.Text", "requests")]);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Empty(script.Cookies.GetAllCookies());
    }

    [Theory]
    [InlineData("/", Navigation)]
    [InlineData("/live", Navigation)]
    [InlineData("/tickets/1/files/00", Navigation)]
    [InlineData("/practice/1/desk/telemetry", Navigation)]
    [InlineData("/tickets/1", EnhancedNavigation)]
    public async Task A_page_that_is_opened_leads_to_the_sign_in_and_back(string path, string accept)
    {
        using var person = new Surfer(app);
        person.Claim("Accept", accept);

        var answer = await person.GetAsync(path);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(
            $"{app.Address}sign-in?returnUrl={Uri.EscapeDataString(path)}",
            answer.Headers.Location?.ToString()
        );
    }

    [Fact]
    public async Task What_a_script_may_not_ask_for_or_does_not_find_is_no_page_either()
    {
        var tam = await app.PersonAsync(Role.Trainee, "Tam");
        using var script = new Surfer(app);
        await script.SignInAsync(tam.Email);
        script.Claim("Accept", "*/*");

        var forbidden = await script.PostAsync("/admin/templates/preview", []);
        var unknown = await script.GetAsync("/nowhere");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.NotFound), (forbidden.StatusCode, unknown.StatusCode));
        Assert.Equal((0, 0), (forbidden.Content.Headers.ContentLength, unknown.Content.Headers.ContentLength));
    }
}
