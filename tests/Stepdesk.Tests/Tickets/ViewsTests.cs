using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Tickets;

namespace Stepdesk.Tests.Tickets;

public sealed class ViewsTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    DeskApp app = null!;
    Actor an = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        an = (await app.PersonAsync(Role.Agent)).AsActor;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Each_ticket_stands_in_the_views_it_belongs_to()
    {
        var (taken, free, cancelled) = (await app.LoggedAsync(), await app.LoggedAsync(), await app.LoggedAsync());
        await app.Desk.ActAsync(taken, new Assign(Team: null, Owner: an.PersonId), an, stop: Stop);
        await app.Desk.ActAsync(cancelled, new Cancel(CancelReason.Spam, "advertising"), an, stop: Stop);

        Assert.Equal([taken, free], await IdsAsync(Views.Open));
        Assert.Equal([taken], await IdsAsync(Views.Mine));
        Assert.Equal([free], await IdsAsync(Views.Unassigned));
        Assert.Equal([], await IdsAsync(Views.Team));
        Assert.Equal([taken, free], await IdsAsync(Views.Due));
        Assert.Equal([], await IdsAsync(Views.Waiting));
        Assert.Equal([cancelled], await IdsAsync(Views.Closed));
        Assert.Equal([cancelled, free, taken], await IdsAsync(Views.Everything));
    }

    [Fact]
    public async Task A_team_sees_its_own_tickets()
    {
        await using (var db = app.Database())
        {
            db.Teams.Add(
                new()
                {
                    Id = 1,
                    World = WorldRow.Live,
                    Name = "First line",
                }
            );
            await db.SaveChangesAsync(Stop);
        }
        var (person, _) = await app.People.AddAsync(
            new("Binh", "binh@desk.example", Role.Agent, Language.Vi, Team: 1),
            Actor.System("tests"),
            Stop
        );
        var ours = await app.LoggedAsync();
        await app.LoggedAsync();
        await app.Desk.ActAsync(ours, new Assign(1, Owner: null), an, stop: Stop);

        Assert.Equal([ours], await IdsAsync(Views.Team, person!.AsActor));
    }

    [Fact]
    public async Task A_customer_finds_only_their_own_tickets_in_any_view()
    {
        await app.LoggedAsync();
        var mai = (await app.People.CustomerAsync("Mai", "mai@customer.example", Language.Vi, Stop)).AsActor;
        var own = (
            await app.Desk.LogAsync(
                WorldRow.Live,
                new Log("Mine", "", mai.PersonId!.Value, Channel.Web),
                mai,
                stop: Stop
            )
        ).Ticket;

        foreach (var view in Views.All)
            Assert.All(await IdsAsync(view, mai), id => Assert.Equal(own, id));
        Assert.Equal([own], await IdsAsync(Views.Open, mai));
    }

    [Theory]
    [InlineData("dang nhap", true)]
    [InlineData("ĐĂNG", true)]
    [InlineData("nhap dang", true)]
    [InlineData("an@x.example", true)]
    [InlineData("example", true)]
    [InlineData("\"dang\" OR (nhap)", false)]
    [InlineData("1", true)]
    [InlineData("#1", true)]
    [InlineData("2", false)]
    [InlineData("nhap khac", false)]
    [InlineData("%", false)]
    [InlineData("'\\", false)]
    [InlineData("", true)]
    public async Task Search_finds_words_by_their_beginnings_without_marks(string search, bool finds)
    {
        await app.LoggedAsync("Không đăng nhập được: an@x.example");

        await using var db = app.Database();
        var found = Views.Matching(db, Views.Query(db, World, Views.Open, an), search);
        Assert.Equal(finds ? 1 : 0, (await found.PageAsync(Views.Open.Order, null, 5, Stop)).Items.Count);
    }

    [Fact]
    public async Task Every_view_has_a_name_in_both_languages()
    {
        foreach (var view in Views.All)
            Assert.True(Text.Knows($"view-{view.Name}"), view.Name);
        Assert.Equal(Views.All.Count, Views.All.Select(v => v.Name).Distinct().Count());
        // And every one can be read on from any page.
        for (var i = 0; i < 3; i++)
            await app.LoggedAsync();
        foreach (var view in Views.All)
            Assert.Equal(await IdsAsync(view, limit: 50), await IdsAsync(view, limit: 1));
    }

    World World => app.Services.GetRequiredService<Worlds>().Live;

    async Task<List<int>> IdsAsync(View view, Actor? reader = null, int limit = 2)
    {
        await using var db = app.Database();
        var ids = new List<int>();
        Place? after = null;
        do
        {
            var page = await Views.Query(db, World, view, reader ?? an).PageAsync(view.Order, after, limit, Stop);
            ids.AddRange(page.Items.Select(t => t.Id));
            after = page.Next is { } next ? Place.Read(next) : null;
        } while (after is not null);
        return ids;
    }
}
