using System.Net;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Tests.Api;

public sealed class PagingTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    DeskApp app = null!;
    Client an = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        an = await Client.OfAsync(app, Role.Agent, "An");
    }

    public async ValueTask DisposeAsync()
    {
        an.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Paging_meets_every_ticket_exactly_once_while_tickets_change()
    {
        var there = new List<int>();
        for (var i = 0; i < 11; i++)
            there.Add(await app.LoggedAsync($"Ticket {i}"));

        var met = await PagedAsync(
            "tickets?view=all&limit=3",
            async () =>
            {
                foreach (var id in there)
                    await app.Desk.ActAsync(id, new Reply("still looking"), an.Me, stop: Stop);
                await app.Desk.ActAsync(there[^1], new Cancel(CancelReason.Spam, "x"), an.Me, stop: Stop);
                await app.LoggedAsync("New");
            }
        );

        Assert.Equal(there.AsEnumerable().Reverse(), met);
    }

    [Theory]
    [InlineData("open")]
    [InlineData("closed")]
    public async Task A_view_is_read_to_its_end_though_many_tickets_have_the_same_time(string view)
    {
        var there = new List<int>();
        for (var i = 0; i < 7; i++)
        {
            there.Add(await app.LoggedAsync($"Ticket {i}"));
            if (view is "closed")
                await app.Desk.ActAsync(there[^1], new Cancel(CancelReason.Spam, "x"), an.Me, stop: Stop);
        }

        Assert.Equal(there, (await PagedAsync($"tickets?view={view}&limit=2")).Order());
    }

    [Fact]
    public async Task A_search_is_paged_inside_its_view()
    {
        for (var i = 0; i < 6; i++)
            await app.LoggedAsync(i % 2 == 0 ? $"Máy in hỏng {i}" : "Other");

        Assert.Equal([1, 3, 5], await PagedAsync("tickets?view=open&q=may%20in&limit=1"));
        Assert.Equal([], await PagedAsync("tickets?view=closed&q=may"));
    }

    [Fact]
    public async Task Messages_and_history_are_paged()
    {
        var ticket = $"tickets/{await app.LoggedAsync()}";
        for (var i = 0; i < 4; i++)
            (await an.PostAsync($"{ticket}/notes", new { text = $"note {i}" })).Is(HttpStatusCode.OK);

        Assert.Equal([1, 2, 3, 4, 5], await PagedAsync($"{ticket}/messages?limit=2", name: "version"));
        Assert.Equal([1, 2, 3, 4, 5], await PagedAsync($"{ticket}/history?limit=2", name: "version"));
        // An, and Lan who reported.
        Assert.Equal(2, (await PagedAsync("people?limit=1")).Count);
    }

    [Fact]
    public async Task A_place_in_one_list_is_none_in_another()
    {
        for (var i = 0; i < 3; i++)
            await app.LoggedAsync($"Ticket {i}");
        var cursor = (await an.GetAsync("tickets?view=all&limit=1"))["next"].GetString();

        (await an.GetAsync($"tickets?view=open&cursor={cursor}")).IsProblem(
            HttpStatusCode.BadRequest,
            "cursor-is-unknown"
        );
        (await an.GetAsync($"tickets/1/messages?cursor={cursor}")).IsProblem(
            HttpStatusCode.BadRequest,
            "cursor-is-unknown"
        );
    }

    async Task<List<int>> PagedAsync(string path, Func<Task>? between = null, string name = "id")
    {
        var met = new List<int>();
        string? cursor = null;
        do
        {
            var page = (await an.GetAsync(cursor is null ? path : $"{path}&cursor={cursor}")).Is(HttpStatusCode.OK);
            met.AddRange(page["items"].EnumerateArray().Select(item => item.GetProperty(name).GetInt32()));
            cursor = page["next"].GetString();
            if (between is not null && cursor is not null)
                await between();
        } while (cursor is not null);
        return met;
    }
}
