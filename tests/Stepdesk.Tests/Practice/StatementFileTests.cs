using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Engine.Data;
using Stepdesk.Tests.Operations;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Practice;

/// <summary>Results as files for a learning record store: whose they are, and that they stay the same.</summary>
public sealed class StatementFileTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    DeskApp app = null!;
    PersonRow mai = null!;
    PersonRow lead = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        await app.PersonAsync(Role.Administrator, "Quân", "quan@desk.example");
        mai = await app.PersonAsync(Role.Mentor, "Mai", "mai@desk.example");
        lead = await app.PersonAsync(Role.Lead, "Tuấn", "tuan@desk.example");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_lead_takes_everybodys_results_and_taken_again_they_are_the_same()
    {
        var first = await HandedInAsync("Thảo");
        var running = await Trying.BeginAsync(app, seed: 1, name: "Uyên");
        await first.ConfirmAsync(mai);
        using var browser = await SurfAsync(lead.Email);
        Assert.NotNull(
            (await browser.PageAsync("/practice/cohort")).QuerySelector(
                "form[action='/practice/cohort/statements.json']"
            )
        );

        var file = await ReadAsync(browser, "/practice/cohort/statements.json");

        Assert.Equal(
            ["launched", "initialized", "completed", "failed", "terminated"],
            file.EnumerateArray().Select(s => s.GetProperty("verb").GetProperty("id").GetString()!.Split('/')[^1])
        );
        Assert.All(
            file.EnumerateArray(),
            s =>
            {
                var account = s.GetProperty("actor").GetProperty("account");
                Assert.Equal($"person-{first.Me.Id}", account.GetProperty("name").GetString());
                Assert.StartsWith(
                    account.GetProperty("homePage").GetString()!,
                    s.GetProperty("object").GetProperty("id").GetString(),
                    StringComparison.Ordinal
                );
            }
        );
        Assert.DoesNotContain("Thảo", file.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(file.GetRawText(), (await ReadAsync(browser, "/practice/cohort/statements.json")).GetRawText());
        var more = await ReadAsync(browser, "/practice/cohort/statements.json?names=true&lines=true");
        Assert.Contains("Thảo", more.GetRawText(), StringComparison.Ordinal);
        Assert.True(more.GetArrayLength() > file.GetArrayLength());
        Assert.DoesNotContain($"/practice/{running.Id}/", more.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_line_prints_the_same_one_a_line()
    {
        await HandedInAsync("Thảo");
        using var browser = await SurfAsync(lead.Email);
        var file = await ReadAsync(browser, "/practice/cohort/statements.json");
        var home = file[0].GetProperty("actor").GetProperty("account").GetProperty("homePage").GetString()!;
        await using var program = new StepdeskProgram();
        string[] at = Postgres.Connection is null ? [] : ["--database", app.Connection];

        var said = await program.RunAsync(["practice", "statements", "--url", home, "--data", app.DataFolder, .. at]);

        Assert.Equal((0, ""), (said.Exit, said.Errors));
        Assert.Equal(
            file.EnumerateArray().Select(s => s.GetProperty("id").GetString()),
            said.Output.Split('\n').Select(line => JsonElement.Parse(line).GetProperty("id").GetString())
        );
    }

    [Fact]
    public async Task With_nobody_there_the_file_is_empty_and_still_one()
    {
        using var browser = await SurfAsync(lead.Email);

        Assert.Equal(0, (await ReadAsync(browser, "/practice/cohort/statements.json")).GetArrayLength());
    }

    [Fact]
    public async Task A_run_is_its_trainees_and_the_mentors_and_everybodys_the_leads()
    {
        var run = await HandedInAsync("Thảo");
        var other = await app.PersonAsync(Role.Trainee, "Khoa", "khoa@desk.example");
        var agent = await app.PersonAsync(Role.Agent, "Sơn", "son@desk.example");
        foreach (
            var (who, ofRun, ofAll) in ((string, bool, bool)[])
                [
                    (run.Me.Email, true, false),
                    (mai.Email, true, false),
                    (lead.Email, true, true),
                    (other.Email, false, false),
                    (agent.Email, false, false),
                ]
        )
        {
            using var browser = await SurfAsync(who);
            Assert.Equal(
                (Status(ofRun), Status(ofAll)),
                (
                    (await browser.GetAsync($"/practice/{run.Id}/statements.json")).StatusCode,
                    (await browser.GetAsync("/practice/cohort/statements.json")).StatusCode
                )
            );
        }

        static HttpStatusCode Status(bool may) => may ? HttpStatusCode.OK : HttpStatusCode.NotFound;
    }

    static async Task<JsonElement> ReadAsync(Surfer browser, string path)
    {
        var answer = await browser.GetAsync(path);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).RootElement;
    }

    async Task<Trying> HandedInAsync(string name)
    {
        var me = await Trying.BeginAsync(app, seed: 1, name: name);
        Assert.Null(await me.MoveAsync("finish"));
        return me;
    }

    async Task<Surfer> SurfAsync(string email)
    {
        var surfer = new Surfer(app);
        await surfer.SignInAsync(email);
        return surfer;
    }
}
