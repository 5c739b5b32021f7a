using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Service;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Practice;

namespace Stepdesk.Tests.Web;

/// <summary>A trainee, signed in, and sessions of theirs.</summary>
public abstract class AtPractice : IAsyncLifetime
{
    protected static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    protected DeskApp App { get; private set; } = null!;

    /// <summary>The trainee's browser.</summary>
    protected Surfer Surfer { get; private set; } = null!;
    protected PersonRow Trainee { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App = await DeskApp.StartAsync();
        await App.PersonAsync(Role.Administrator, "Boss");
        Trainee = await App.PersonAsync(Role.Trainee, "Han");
        Surfer = new(App);
        await Surfer.SignInAsync("han@desk.example");
    }

    public async ValueTask DisposeAsync()
    {
        Surfer.Dispose();
        await App.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A session of 02 in which slow queries are what is wrong.</summary>
    protected async Task<int> BeginAsync(PracticeMode mode = PracticeMode.Practice)
    {
        var scenario = App.Services.GetRequiredService<Library>().Find("s02-slow-lms")!;
        var seed = Enumerable
            .Range(1, 100)
            .Select(n => (ulong)n)
            .First(n => Session.BranchOf(scenario, n).Id is "pool");
        var (id, refusal) = await App
            .Services.GetRequiredService<Sessions>()
            .StartAsync(scenario.Id, Trainee.AsActor, mode, Language.En, seed, Stop);
        Assert.Null(refusal);
        return id!.Value;
    }

    /// <summary>Logs the mail that waits, as its form does.</summary>
    protected async Task<int> LogAsync(int session)
    {
        var desk = $"/practice/{session}/desk/";
        var inbox = await Surfer.PageAsync(desk);
        var letter = Surfer.LinkIn(inbox, inbox.QuerySelector(".letters a.row")!.GetAttribute("href")!);
        var form = await Surfer.PageAsync(letter);
        var logged = await Surfer.SubmitAsync(
            letter,
            "new-ticket",
            ("Form.Name", "Nguyễn Thu Hà"),
            ("Form.Email", form.QuerySelector("[name='Form.Email']")!.GetAttribute("value")!),
            ("Form.Channel", "Mail"),
            ("Form.Title", "The class WEB101 is slow"),
            ("Form.Description", form.QuerySelector("[name='Form.Description']")!.TextContent),
            ("Form.Affected", "15"),
            ("Form.Category", "performance"),
            ("Form.Tags", "lms, performance"),
            ("Form.Class", nameof(ClassOfService.Priority)),
            ("Form.Justification", "15 students cannot go on")
        );
        var path = PathOf(logged);
        Assert.StartsWith($"{desk}tickets/", path, StringComparison.Ordinal);
        return int.Parse(path.Split('/')[^1], CultureInfo.InvariantCulture);
    }

    protected async Task<HttpStatusCode> StatusAsync(string path, string? who = null)
    {
        if (who is null)
            return (await Surfer.GetAsync(path)).StatusCode;
        using var other = new Surfer(App);
        await other.SignInAsync($"{who}@desk.example");
        return (await other.GetAsync(path)).StatusCode;
    }

    protected static string ClockOf(IHtmlDocument page) => page.QuerySelector("[data-sim]")!.TextContent;

    protected static string PathOf(HttpResponseMessage answer)
    {
        var to = answer.Headers.Location;
        Assert.NotNull(to);
        return to.IsAbsoluteUri ? to.PathAndQuery : to.ToString();
    }
}
