using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Tickets;

namespace Stepdesk.Tests.Tickets;

/// <summary>A page of a view must cost the same on a desk of any size, so the database may only walk along an index.</summary>
public sealed class ViewPlansTests(ViewPlansTests.Filled filled) : IClassFixture<ViewPlansTests.Filled>
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    // What is held back is few at any time, and found by what is owed.
    public static TheoryData<string> Names => [.. Views.All.Where(v => v != Views.Held).Select(v => v.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_page_of_a_view_is_a_walk_along_an_index(string name)
    {
        await using var db = filled.App.Database();
        var view = Views.Find(name)!;
        var list = Views.Query(db, World, view, ManyTickets.Reader).AsNoTracking();
        var middle = await list.Skip(await list.CountAsync(Stop) / 2).FirstAsync(Stop);

        Assert.All(
            [await PlanAsync(list), await PlanAsync(view.Order.After(list, view.Order.PlaceOf(middle)))],
            plan => Assert.False(ManyTickets.IsSlow(plan), plan)
        );

        Task<string> PlanAsync(IQueryable<TicketRow> tickets) => ManyTickets.PlanAsync(db, tickets.Take(51));
    }

    [Fact]
    public async Task An_order_that_has_no_index_is_seen_for_what_it_is()
    {
        await using var db = filled.App.Database();
        var byTitle = db.Tickets.Where(t => t.World == WorldRow.Live).OrderBy(t => t.Title).Take(51);

        Assert.True(ManyTickets.IsSlow(await ManyTickets.PlanAsync(db, byTitle)));
    }

    World World => filled.App.Services.GetRequiredService<Worlds>().Live;

    /// <summary>One desk of ten thousand tickets for all of these tests: they only look at it.</summary>
    public sealed class Filled : IAsyncLifetime
    {
        public DeskApp App { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            App = await DeskApp.StartAsync();
            await using var db = App.Database();
            await ManyTickets.HireAsync(db);
            await ManyTickets.LoadAsync(db, 0, 10_000);
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
