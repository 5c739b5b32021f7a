using System.Net;
using System.Text.Json;
using Stepdesk.Core.People;
using Stepdesk.Core.Templates;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;

namespace Stepdesk.Tests.Api;

public sealed class TemplatesTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    const string Update = "templates/update/requester/vi";

    DeskApp app = null!;
    Client lead = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        lead = await Client.OfAsync(app, Role.Lead, "Mai");
    }

    public async ValueTask DisposeAsync()
    {
        lead.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_desk_comes_with_a_text_for_everybody_who_is_written_to()
    {
        var list = (await lead.GetAsync("templates")).Is(HttpStatusCode.OK);

        var items = list["items"].EnumerateArray().ToList();
        Assert.Equal(TemplateBook.Shipped.All.Count(), items.Count);
        Assert.All(items, i => Assert.False(i.GetProperty("own").GetBoolean()));
        Assert.Contains("customer", list.Words("variables"));
    }

    [Fact]
    public async Task A_text_that_was_written_begins_the_next_message_until_it_is_given_up()
    {
        var ticket = await app.LoggedAsync("Không đăng nhập được");
        var shipped = await DraftAsync(ticket);

        (await lead.PutAsync(Update, new { text = "Chào {{ customer }}, về phiếu #{{ number }}: {{ title }}" })).Is(
            HttpStatusCode.OK
        );
        Assert.Equal("Chào Lan, về phiếu #1: Không đăng nhập được", await DraftAsync(ticket));

        (await lead.DeleteAsync(Update)).Is(HttpStatusCode.OK);
        Assert.Equal(shipped, await DraftAsync(ticket));
    }

    [Fact]
    public async Task A_draft_is_in_its_readers_language_and_in_another_when_asked()
    {
        var ticket = await app.LoggedAsync();

        var theirs = (await lead.GetAsync($"tickets/{ticket}/drafts?occasion=follow_up&audience=requester")).Is(
            HttpStatusCode.OK
        );
        Assert.Equal("vi", theirs["language"].GetString());
        Assert.Equal(Text.Of("template-followup-requester", Language.Vi), theirs["text"].GetString());

        var english = await lead.GetAsync($"tickets/{ticket}/drafts?occasion=follow_up&audience=requester&language=en");
        Assert.Equal(Text.Of("template-followup-requester", Language.En), english["text"].GetString());
    }

    [Fact]
    public async Task A_message_to_stakeholders_is_begun_in_the_language_most_of_them_read()
    {
        var ticket = await app.LoggedAsync();
        foreach (
            var (name, language) in ((string, Language)[])
                [("Ann", Language.En), ("Binh", Language.Vi), ("Chi", Language.Vi)]
        )
        {
            var person = await app.People.CustomerAsync(name, $"{name}@school.example", language, Stop);
            Assert.Null(
                (
                    await app.Desk.ActAsync(ticket, new Involve(person.Id, Audience.Stakeholders), lead.Me, stop: Stop)
                ).Refusal
            );
        }

        var draft = await lead.GetAsync($"tickets/{ticket}/drafts?occasion=update&audience=stakeholders");

        Assert.Equal("vi", draft["language"].GetString());
    }

    [Fact]
    public async Task What_the_solution_was_is_in_what_follows_it()
    {
        var ticket = await app.LoggedAsync();
        foreach (
            var action in (TicketAction[])
                [
                    new Reply("Hello"),
                    new Diagnose("Full disk"),
                    new Resolve(ResolutionKind.Fix, "Made {{ room }}") { Cause = "Disk" },
                ]
        )
            Assert.Null((await app.Desk.ActAsync(ticket, action, lead.Me, stop: Stop)).Refusal);

        var draft = await lead.GetAsync($"tickets/{ticket}/drafts?occasion=resolution&audience=requester");

        Assert.StartsWith("Made {{ room }}\n", draft["text"].GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("occasion=party&audience=requester", HttpStatusCode.BadRequest, "field-is-wrong")]
    [InlineData("occasion=update&audience=everybody", HttpStatusCode.BadRequest, "field-is-wrong")]
    [InlineData("occasion=update&audience=requester&language=fr", HttpStatusCode.BadRequest, "field-is-wrong")]
    [InlineData("occasion=reminder&audience=specialists", HttpStatusCode.NotFound, "no-such-template")]
    public async Task A_draft_nobody_writes_is_refused(string asked, HttpStatusCode status, string code) =>
        (await lead.GetAsync($"tickets/{await app.LoggedAsync()}/drafts?{asked}")).IsProblem(status, code);

    [Fact]
    public async Task Two_who_edit_the_same_template_do_not_overwrite_each_other()
    {
        var seen = (await lead.GetAsync(Update)).Is(HttpStatusCode.OK).ETag;
        (await lead.PutAsync("templates/update/requester/en", new { text = "Another" }, ("If-Match", "\"0\""))).Is(
            HttpStatusCode.OK
        );
        var mine = (await lead.PutAsync(Update, new { text = "Mine" }, ("If-Match", seen))).Is(HttpStatusCode.OK);

        (await lead.PutAsync(Update, new { text = "Theirs" }, ("If-Match", seen))).IsProblem(
            HttpStatusCode.PreconditionFailed,
            "template-has-changed"
        );
        (await lead.DeleteAsync(Update, ("If-Match", seen))).IsProblem(
            HttpStatusCode.PreconditionFailed,
            "template-has-changed"
        );
        Assert.Equal("Mine", (await lead.GetAsync(Update))["text"].GetString());
        (await lead.DeleteAsync(Update, ("If-Match", mine.ETag))).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Two_who_write_different_templates_at_once_are_in_nobody_s_way()
    {
        var answers = await Task.WhenAll(
            ((string[])["en", "vi"]).Select(async language =>
            {
                // On one database both append to one stream at the same instant, and the later is asked to look again.
                for (; ; )
                {
                    var answer = await lead.PutAsync(
                        $"templates/update/stakeholders/{language}",
                        new { text = language }
                    );
                    if (answer.Status is not HttpStatusCode.PreconditionFailed)
                        return answer.Status;
                }
            })
        );

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], answers);
        var own = (await lead.GetAsync("templates"))["items"].EnumerateArray().Where(IsOwn);
        Assert.Equal(["en", "vi"], own.Select(i => i.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task The_same_text_again_is_no_edit()
    {
        var first = (await lead.PutAsync(Update, new { text = "Mine" })).Is(HttpStatusCode.OK);
        var again = (await lead.PutAsync(Update, new { text = "Mine\r\n" })).Is(HttpStatusCode.OK);

        Assert.Equal(first.ETag, again.ETag);
    }

    [Theory]
    [InlineData("{{ custmer }}", "template-variable-is-unknown", "customer")]
    [InlineData("{{ title", "template-is-not-closed", "{{ title")]
    [InlineData("{% for a in b %}{% endfor %}", "template-tag-is-unknown", "for")]
    public async Task What_is_no_template_is_refused_with_what_is_wrong(string text, string code, string detail)
    {
        var refused = (await lead.PutAsync(Update, new { text })).IsProblem(HttpStatusCode.UnprocessableEntity, code);
        Assert.Contains(detail, refused["detail"].GetString(), StringComparison.Ordinal);
        Assert.Equal("Content cannot be processed", refused["title"].GetString());
        (await lead.PostAsync("templates/preview", new { text })).IsProblem(HttpStatusCode.UnprocessableEntity, code);
        Assert.False((await lead.GetAsync(Update))["own"].GetBoolean());
    }

    [Theory]
    [InlineData("templates/update/requester/fr", HttpStatusCode.BadRequest, "field-is-wrong")]
    [InlineData("templates/update/requester/en?class=gold", HttpStatusCode.BadRequest, "field-is-wrong")]
    [InlineData("templates/reminder/specialists/en", HttpStatusCode.NotFound, "no-such-template")]
    [InlineData("templates/update/requester/en?team=999", HttpStatusCode.Conflict, "no-such-team")]
    public async Task A_template_for_nobody_is_refused(string path, HttpStatusCode status, string code) =>
        (await lead.PutAsync(path, new { text = "x" })).IsProblem(status, code);

    [Fact]
    public async Task A_preview_is_filled_from_a_ticket_or_from_one_that_does_not_exist()
    {
        var ticket = await app.LoggedAsync("Hỏng {{ agent }}");

        var real = await lead.PostAsync("templates/preview", new { text = "{{ title }} / {{ agent }}", ticket });
        Assert.Equal("Hỏng {{ agent }} / Mai", real["text"].GetString());

        var sample = await lead.PostAsync("templates/preview", new { text = "{{ title }}", language = "vi" });
        Assert.Equal(Text.Of("sample-title", Language.Vi), sample["text"].GetString());

        (await lead.PostAsync("templates/preview", new { text = "x", ticket = 999_999 })).IsProblem(
            HttpStatusCode.NotFound,
            "no-such-ticket"
        );
    }

    static bool IsOwn(JsonElement item) => item.GetProperty("own").GetBoolean();

    async Task<string?> DraftAsync(int ticket) =>
        (await lead.GetAsync($"tickets/{ticket}/drafts?occasion=update&audience=requester"))
            .Is(HttpStatusCode.OK)["text"]
            .GetString();
}
