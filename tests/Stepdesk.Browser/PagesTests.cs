namespace Stepdesk.Tests;

/// <summary>Every page, in both widths, themes and languages: accessible, within its width and without errors.</summary>
public sealed class PagesTests(Chromium chromium, PagesTests.Stage stage) : IClassFixture<PagesTests.Stage>
{
    [Theory]
    [InlineData("inbox", "/")]
    [InlineData("inbox-empty", "/?view=waiting&q=nothing")]
    [InlineData("ticket", "/tickets/{login}")]
    [InlineData("ticket-note", "/tickets/{login}?do=note&all=true")]
    [InlineData("ticket-resolve", "/tickets/{login}?do=resolve")]
    [InlineData("ticket-waiting", "/tickets/{resolved}?do=confirm")]
    [InlineData("ticket-closed", "/tickets/{closed}?view=closed&all=true")]
    [InlineData("ticket-new", "/tickets/new")]
    [InlineData("telemetry", "/telemetry?ticket={login}")]
    [InlineData("people", "/people")]
    [InlineData("notices", "/notices")]
    [InlineData("profile", "/profile")]
    [InlineData("drawer", "/drawer")]
    [InlineData("practice", "/practice")]
    [InlineData("practice-inbox", "/practice/{session}/desk/")]
    [InlineData("practice-letter", "/practice/{session}/desk/tickets/new?letter={letter}")]
    [InlineData("practice-ticket", "/practice/{over}/desk/tickets/{practised}")]
    [InlineData("practice-telemetry", "/practice/{session}/desk/telemetry")]
    [InlineData("practice-hand-in", "/practice/{session}/hand-in")]
    [InlineData("practice-debrief", "/practice/{over}")]
    [InlineData("practice-record", "/practice/{over}/record")]
    [InlineData("practice-cohort", "/practice/cohort")]
    [InlineData("practice-progress", "/practice/trainees/{who}")]
    [InlineData("practice-certificate", "/practice/trainees/{who}/certificate?stage=beside")]
    [InlineData("practice-reviews", "/practice/reviews")]
    [InlineData("practice-review", "/practice/{theirs}/review?line=02-3")]
    [InlineData("practice-revision", "/practice/{over}/revision")]
    [InlineData("sign-out", "/sign-out")]
    public async Task A_page_of_the_desk_has_no_fault(string name, string path) =>
        Assert.Empty(await chromium.Browser.InspectAsync(stage.App.Address, name, stage.Path(path), stage.Session));

    [Theory]
    [InlineData("sign-in", "/sign-in", true)]
    [InlineData("customer", "{customer}", true)]
    [InlineData("problem", "/nowhere", false)]
    public async Task A_page_for_everybody_has_no_fault(string name, string path, bool isFound) =>
        Assert.Empty(
            await chromium.Browser.InspectAsync(stage.App.Address, name, stage.Path(path), session: null, isFound)
        );

    [Fact]
    public async Task The_setup_page_has_no_fault()
    {
        await using var app = await DeskApp.StartAsync();
        Assert.Empty(await chromium.Browser.InspectAsync(app.Address, "setup", "/setup", session: null));
    }

    [Fact]
    public async Task What_is_wrong_with_a_page_is_seen()
    {
        await using var context = await chromium.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.SetContentAsync(
            """<html lang="en"><title>T</title><main><h1>H</h1><img src="data:,"><p style="width:200vw">Wide</p></main>"""
        );
        var faults = await page.FaultsAsync();
        Assert.Equal(["scrolls sideways", "has inline styles"], faults.Take(2));
        Assert.StartsWith("image-alt at img", Assert.Single(faults.Skip(2)), StringComparison.Ordinal);
    }

    /// <summary>One desk with a story, read by all of these.</summary>
    public sealed class Stage(Chromium chromium) : IAsyncLifetime
    {
        public DeskApp App { get; private set; } = null!;
        public string Session { get; private set; } = "";
        Story story = null!;
        PracticeStory practice = null!;

        public async ValueTask InitializeAsync()
        {
            App = await DeskApp.StartAsync();
            story = await Story.TellAsync(App);
            practice = await PracticeStory.TellAsync(App);
            Session = await chromium.Browser.SignInAsync(App.Address, Story.Email);
        }

        public string Path(string path) =>
            path.Replace("{login}", $"{story.Login}", StringComparison.Ordinal)
                .Replace("{resolved}", $"{story.Resolved}", StringComparison.Ordinal)
                .Replace("{closed}", $"{story.Closed}", StringComparison.Ordinal)
                .Replace("{session}", $"{practice.Running}", StringComparison.Ordinal)
                .Replace("{letter}", $"{practice.Letter}", StringComparison.Ordinal)
                .Replace("{over}", $"{practice.Over}", StringComparison.Ordinal)
                .Replace("{who}", $"{practice.Who}", StringComparison.Ordinal)
                .Replace("{theirs}", $"{practice.Theirs}", StringComparison.Ordinal)
                .Replace("{practised}", $"{practice.Ticket}", StringComparison.Ordinal)
                .Replace("{customer}", story.CustomerPage, StringComparison.Ordinal);

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
