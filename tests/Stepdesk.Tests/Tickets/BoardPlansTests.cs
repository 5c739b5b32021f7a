using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.Service;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Tickets;

namespace Stepdesk.Tests.Tickets;

/// <summary>A column of a board costs the same on a desk of any size.</summary>
public sealed class BoardPlansTests(ViewPlansTests.Filled filled) : IClassFixture<ViewPlansTests.Filled>
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_of_a_column_is_a_walk_along_an_index()
    {
        await using var db = filled.App.Database();
        var world = filled.App.Services.GetRequiredService<Worlds>().Live;
        Stage[] stages =
        [
            .. Stages.Shipped.SelectMany(s =>
                s.Step is Step.Diagnosis ? [s, new(8, "More", Step.Diagnosis)] : (Stage[])[s]
            ),
        ];

        foreach (var stage in stages)
        {
            var plan = await ManyTickets.PlanAsync(db, Board.Cards(db, world, 1, stages, stage).Take(21));
            Assert.False(ManyTickets.IsSlow(plan), plan);
        }
    }

    [Fact]
    public async Task Every_open_ticket_of_a_team_is_in_one_column_and_counted_once()
    {
        await using var db = filled.App.Database();
        var world = filled.App.Services.GetRequiredService<Worlds>().Live;
        var team = await db.Tickets.Where(t => t.IsOpen && t.Team != null).Select(t => t.Team).FirstAsync(Stop);

        var columns = await Board.ReadAsync(db, world, team, Stages.Shipped, 20, Stop);

        Assert.Equal(
            await db.Tickets.CountAsync(t => t.IsOpen && t.Team == team && t.Step != Step.Reception, Stop),
            columns.Sum(c => c.Count)
        );
        Assert.All(columns, c => Assert.Equal(Math.Min(20, c.Count), c.Cards.Items.Count));
    }
}
