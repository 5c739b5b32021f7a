using System.Net;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Tests.Api;

namespace Stepdesk.Tests.Web;

/// <summary>A team's stages: named by a lead, seen on the board, moved between within a step.</summary>
public sealed class BoardTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    DeskApp app = null!;
    Client boss = null!;
    Surfer surfer = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        boss = await Client.OfAsync(app, Role.Administrator, "Boss");
        surfer = new(app);
        await surfer.SignInAsync("boss@desk.example");
    }

    public async ValueTask DisposeAsync()
    {
        boss.Dispose();
        surfer.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_ticket_is_in_the_column_of_its_step_and_moves_on_by_what_is_done()
    {
        var ticket = await app.LoggedAsync("Cannot log in");
        Assert.Equal(["Initial response"], await ColumnsOfAsync("Cannot log in"));

        await boss.PostAsync($"tickets/{ticket}/replies", new { text = "We look" });
        await app.Desk.ActAsync(ticket, new RecordDelivery(2, "2@desk.example"), Actor.System("mail"), stop: Stop);

        Assert.Equal(["Diagnosis"], await ColumnsOfAsync("Cannot log in"));
    }

    [Fact]
    public async Task A_lead_names_stages_on_their_page_and_a_card_is_moved_by_its_button()
    {
        var ticket = await app.LoggedAsync("Cannot log in");
        var page = await surfer.PageAsync("/board/stages?team=0");
        var names = page.QuerySelectorAll("input[name$='.Name']");
        var another = names.First(n => n.GetAttribute("placeholder") is "Another stage…").GetAttribute("name")!;
        var saved = await surfer.SubmitAsync("/board/stages?team=0", "stages", (another, "Asked for more"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);

        var stage = (await boss.GetAsync("stages"))["stages"]
            .EnumerateArray()
            .Single(s => s.GetProperty("name").GetString() is "Asked for more");
        var moved = await surfer.SubmitAsync(
            "/board?team=0",
            "move",
            ("Form.To", $"{ticket}:{stage.GetProperty("id").GetInt32()}")
        );

        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        Assert.Equal(["Asked for more"], await ColumnsOfAsync("Cannot log in"));
        Assert.Equal(
            "Asked for more",
            (await boss.GetAsync($"tickets/{ticket}"))["stage"].GetProperty("name").GetString()
        );
    }

    [Fact]
    public async Task A_card_put_into_a_later_step_stays_and_the_board_says_what_is_missing()
    {
        var ticket = await app.LoggedAsync("Cannot log in");

        var answer = await surfer.SubmitAsync("/board?team=0", "move", ("Form.To", $"{ticket}:4"));

        var page = await Surfer.ReadAsync(answer);
        Assert.Contains(
            "An answer to the customer has to be written first.",
            page.QuerySelector(".refusal")!.TextContent
        );
        Assert.Equal(["Initial response"], await ColumnsOfAsync("Cannot log in"));
    }

    [Fact]
    public async Task A_long_column_is_read_page_by_page()
    {
        for (var i = 1; i <= 25; i++)
            await app.LoggedAsync($"Ticket {i}");

        var page = await surfer.PageAsync("/board?team=0");
        Assert.Equal("25", page.QuerySelector(".column-count")!.TextContent);
        Assert.Equal(20, page.QuerySelectorAll(".board-card").Length);
        var more = await surfer.PageAsync(page.QuerySelector(".column > a.button")!.GetAttribute("href")!);
        Assert.Equal(5, more.QuerySelectorAll(".board-card").Length);
    }

    [Fact]
    public async Task Two_who_edit_the_stages_at_once_do_not_undo_each_other()
    {
        var stages = (await boss.GetAsync("stages"))["stages"];

        (await boss.PostAsync("stages", new { version = 0, stages })).Is(HttpStatusCode.Created);
        (await boss.PostAsync("stages", new { version = 0, stages })).IsProblem(
            HttpStatusCode.Conflict,
            "stages-have-changed"
        );
        (await boss.PostAsync("stages", new { version = 1, stages = Array.Empty<object>() })).IsProblem(
            HttpStatusCode.Conflict,
            "stage-of-a-step-is-missing"
        );
        (
            await boss.PostAsync(
                "stages",
                new
                {
                    team = 99,
                    version = 0,
                    stages,
                }
            )
        ).IsProblem(HttpStatusCode.Conflict, "no-such-team");
    }

    [Fact]
    public async Task A_rebuilt_row_has_its_stage_again()
    {
        var ticket = await app.LoggedAsync();
        var stages = (await boss.GetAsync("stages"))["stages"].EnumerateArray().Select(s => (object)s).ToList();
        stages.Insert(
            1,
            new
            {
                id = 0,
                name = "Asked for more",
                step = "initial_response",
            }
        );
        await boss.PostAsync("stages", new { version = 0, stages });
        (await boss.PostAsync($"tickets/{ticket}/stage", new { stage = 8 })).Is(HttpStatusCode.OK);

        await using var db = app.Database();
        Assert.Equal(8, db.Tickets.Single(t => t.Id == ticket).Stage);
        var fold = Ticket.From((await db.StreamAsync(Streams.Ticket(ticket), Stop)).Select(e => e.Read()));
        Assert.Equal(8, Core.Service.Stages.ChosenOn(fold));
    }

    async Task<IEnumerable<string>> ColumnsOfAsync(string title)
    {
        var page = await surfer.PageAsync("/board?team=0");
        return page.QuerySelectorAll(".column")
            .Where(c => c.QuerySelectorAll(".row-title").Any(t => t.TextContent == title))
            .Select(c => c.QuerySelector("h2")!.TextContent);
    }
}
