using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Service;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Api;

/// <summary>What nobody could read again is refused at every door, and the ticket stays as it was.</summary>
public sealed class UnsoundTests(ApiDesk desk) : IClassFixture<ApiDesk>
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly DeskApp app = desk.App;

    [Theory]
    [InlineData("priority", "Form.Priority", "42")]
    [InlineData("affected", "Form.Source", "99", "Form.Count", "3")]
    [InlineData("classify", "Form.Class", "77", "Form.Text", "Why")]
    [InlineData("wait", "Form.On", "99", "Form.Text", "Why")]
    [InlineData("cancel", "Form.Reason", "99", "Form.Text", "Why")]
    public async Task A_form_with_a_word_that_is_on_no_list_changes_nothing(string form, params string[] typed)
    {
        await app.PersonAsync(Role.Administrator, form);
        using var browser = new Surfer(app);
        await browser.SignInAsync($"{form}@desk.example");
        var ticket = await app.LoggedAsync();
        var fields = typed.Chunk(2).Select(pair => (pair[0], pair[1]));

        var page = await Surfer.ReadAsync(await browser.SubmitAsync($"/tickets/{ticket}?do={form}", form, [.. fields]));

        Assert.NotNull(page.QuerySelector(".refusal"));
        Assert.Equal(1, (await desk.An.GetAsync($"tickets/{ticket}")).Is(HttpStatusCode.OK)["version"].GetInt32());
        (await desk.An.GetAsync("tickets?view=all")).Is(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("priority", """{"priority":"normal,urgent"}""")]
    [InlineData("tags", """{"tags":["one",null]}""")]
    public async Task A_body_with_a_hole_or_two_words_for_one_changes_nothing(string noun, string body)
    {
        var ticket = await app.LoggedAsync();

        var answer = await desk.An.PostRawAsync($"tickets/{ticket}/{noun}", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(1, (await desk.An.GetAsync($"tickets/{ticket}")).Is(HttpStatusCode.OK)["version"].GetInt32());
    }

    [Fact]
    public async Task An_earlier_policy_applied_again_is_read_by_a_desk_that_starts_anew()
    {
        var ticket = await app.LoggedAsync();
        var root = (await app.PersonAsync(Role.Administrator, "Root")).AsActor;
        foreach (var version in (int[])[1, 0])
        {
            if (version is 1)
                await app
                    .Services.GetRequiredService<Promising>()
                    .SetAsync(Shipped.Policy with { Classes = [.. Shipped.Policy.Classes] }, 0, root, Stop);
            Assert.Null((await app.Desk.ActAsync(ticket, new ApplyPolicy(version), root, stop: Stop)).Refusal);
        }

        // A book that has read nothing yet, as after a start.
        var book = new PolicyBook();
        await using var db = app.Database();
        var seen = Ticket.From((await db.StreamAsync(Streams.Ticket(ticket), Stop)).Select(e => e.Read()));
        var policies = await book.UpToAsync(db, WorldRow.Live, seen.LatestPolicy, Stop);

        Assert.Equal(0, seen.Treatment!.Policy);
        Assert.NotEmpty(Clocks.Of(seen, policies));
    }
}
