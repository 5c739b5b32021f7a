using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Stepdesk.Core.People;
using Stepdesk.Core.Templates;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Admin;

/// <summary>Templates on their pages and in the composer, without script.</summary>
public sealed class TemplatePagesTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    const string List = "/admin/templates";
    const string Update = "/admin/templates/edit?occasion=update&audience=requester&language=vi";

    DeskApp app = null!;
    Surfer mai = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        await app.PersonAsync(Role.Administrator);
        await app.PersonAsync(Role.Lead, "Mai");
        mai = new(app);
        await mai.SignInAsync("mai@desk.example");
    }

    public async ValueTask DisposeAsync()
    {
        mai.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task The_list_shows_both_languages_beside_each_other_and_which_are_own()
    {
        await SaveAsync(Update, "Riêng {{ title }}");

        var page = await mai.PageAsync(List);

        Assert.Equal(TemplateBook.Shipped.All.Count(), page.QuerySelectorAll(".template").Length);
        Assert.Equal("Riêng {{ title }}", page.QuerySelector(".template:has(.chip.new) .template-text")?.TextContent);
        Assert.All(page.QuerySelectorAll(".template-pair"), pair => Assert.Equal(2, pair.Children.Length));
    }

    [Fact]
    public async Task A_template_of_a_team_is_listed_with_the_team_s_name_and_goes_before_the_one_for_all()
    {
        await using (var db = app.Database())
        {
            db.Teams.Add(
                new()
                {
                    Id = 4,
                    World = WorldRow.Live,
                    Name = "Classroom",
                }
            );
            await db.SaveChangesAsync(Stop);
        }
        var edit = await mai.PageAsync($"{Update}&class=priority&team=4");
        Assert.Equal(Text.Of("template-update-requester", Language.Vi), TextIn(edit));

        await SaveAsync($"{Update}&class=priority&team=4", "Của lớp");

        var kind = (await mai.PageAsync(List))
            .QuerySelectorAll(".template-kind")
            .Single(k => k.TextContent.Contains("Của lớp", StringComparison.Ordinal));
        Assert.Contains("Classroom", kind.QuerySelector("h3")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_shows_the_text_filled_and_keeps_nothing()
    {
        var ticket = await app.LoggedAsync("Mất {{ tiếng }}");
        var form = FormOf.Of(await mai.PageAsync(Update), "template");
        form["Form.Text"] = "Về {{ title }}";
        form["Form.Ticket"] = "#1";

        var page = await PostAsync(Update, form, "preview");

        Assert.Equal(1, ticket);
        Assert.Equal("Về Mất {{ tiếng }}", page.QuerySelector(".template-preview .template-text")?.TextContent);
        Assert.Equal("Về {{ title }}", TextIn(page));
        Assert.Empty((await mai.PageAsync(List)).QuerySelectorAll(".chip.new"));
    }

    [Fact]
    public async Task What_is_no_template_is_said_in_the_preview_and_when_it_is_saved()
    {
        var form = FormOf.Of(await mai.PageAsync(Update), "template");
        form["Form.Text"] = "{{ custmer }}";

        var previewed = await PostAsync(Update, form, "preview");
        Assert.Contains(
            "customer",
            previewed.QuerySelector(".template-preview .refusal")?.TextContent,
            StringComparison.Ordinal
        );

        var saved = await PostAsync(Update, form, "save");
        Assert.Contains("customer", saved.QuerySelector("form > .refusal")?.TextContent, StringComparison.Ordinal);
        Assert.Equal("{{ custmer }}", TextIn(saved));
    }

    [Fact]
    public async Task Who_saves_over_somebody_else_s_edit_is_shown_theirs_first()
    {
        var form = FormOf.Of(await mai.PageAsync(Update), "template");
        await SaveAsync(Update, "Theirs");
        form["Form.Text"] = "Mine";

        var told = await PostAsync(Update, form, "save");
        Assert.Contains("Theirs", told.QuerySelector(".template-edit details")?.TextContent, StringComparison.Ordinal);

        var again = FormOf.Of(told, "template");
        await mai.PostAsync(Update, Fields(again, "save"));
        Assert.Equal("Mine", TextIn(await mai.PageAsync(Update)));
    }

    [Fact]
    public async Task What_was_written_can_be_given_up()
    {
        await SaveAsync(Update, "Mine");
        var form = FormOf.Of(await mai.PageAsync(Update), "template");

        var answer = await mai.PostAsync(Update, Fields(form, "give-up"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(Text.Of("template-update-requester", Language.Vi), TextIn(await mai.PageAsync(Update)));
    }

    [Theory]
    [InlineData("?occasion=update&audience=requester&language=fr")]
    [InlineData("?occasion=reminder&audience=specialists&language=en")]
    [InlineData("?occasion=update&audience=requester&language=en&class=gold")]
    [InlineData("")]
    public async Task A_template_nobody_writes_is_not_found(string query) =>
        Assert.Equal(HttpStatusCode.NotFound, (await mai.GetAsync($"/admin/templates/edit{query}")).StatusCode);

    [Fact]
    public async Task An_agent_reads_them_and_cannot_write()
    {
        await app.PersonAsync(Role.Agent, "Binh");
        using var binh = new Surfer(app);
        await binh.SignInAsync("binh@desk.example");

        var page = await binh.PageAsync(List);
        Assert.NotEmpty(page.QuerySelectorAll(".template"));
        Assert.Empty(page.QuerySelectorAll(".template a"));
        Assert.NotEqual(HttpStatusCode.OK, (await binh.GetAsync(Update)).StatusCode);
    }

    [Fact]
    public async Task A_reply_is_begun_from_a_template_in_the_requester_s_language()
    {
        await SaveAsync(Update, "Chào {{ customer }}: {{ title }}");
        var ticket = await app.LoggedAsync("Mất <b>tiếng</b>");

        var page = await mai.PageAsync($"/tickets/{ticket}?do=reply&begin=update/requester");

        Assert.Equal(
            "Chào Lan: Mất <b>tiếng</b>",
            page.QuerySelector<IHtmlTextAreaElement>(".composer [name='Form.Text']")?.Value
        );
        Assert.Contains(
            "Vietnamese",
            page.QuerySelector(".composer [role=status]")?.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(["First answer", "Update"], page.QuerySelectorAll(".begin a").Select(a => a.TextContent));
    }

    [Theory]
    [InlineData("do=reply&begin=update/stakeholders")]
    [InlineData("do=note&begin=update/requester")]
    [InlineData("do=reply&begin=nonsense")]
    public async Task What_the_form_does_not_offer_begins_nothing(string query)
    {
        var ticket = await app.LoggedAsync();

        var page = await mai.PageAsync($"/tickets/{ticket}?{query}");

        Assert.Equal("", page.QuerySelector<IHtmlTextAreaElement>(".composer [name='Form.Text']")?.Value);
    }

    async Task SaveAsync(string path, string text)
    {
        var form = FormOf.Of(await mai.PageAsync(path), "template");
        form["Form.Text"] = text;
        var answer = await mai.PostAsync(path, Fields(form, "save"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    async Task<IHtmlDocument> PostAsync(string path, Dictionary<string, string> form, string act) =>
        await Surfer.ReadAsync(await mai.PostAsync(path, Fields(form, act)));

    static IEnumerable<(string, string)> Fields(Dictionary<string, string> form, string act) =>
        form.Select(f => (f.Key, f.Value)).Append(("Form.Do", act));

    static string? TextIn(IHtmlDocument page) =>
        page.QuerySelector<IHtmlTextAreaElement>("[name='Form.Text']")
            ?.Value.Replace("\r\n", "\n", StringComparison.Ordinal);
}
