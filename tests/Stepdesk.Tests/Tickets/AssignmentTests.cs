using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.Assignment;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Tickets;
using Stepdesk.Tests.Api;

namespace Stepdesk.Tests.Tickets;

/// <summary>What comes to a team is given out as the team's rule says, past who is away, off work or has enough.</summary>
public sealed class AssignmentTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    TeamsDesk desk = null!;

    DeskApp App => desk.App;
    HandOutWaiting Waiting => App.Services.GetRequiredService<HandOutWaiting>();

    public async ValueTask InitializeAsync() => desk = await TeamsDesk.StartAsync();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task By_hand_a_ticket_waits_until_somebody_takes_it()
    {
        await desk.AgentAsync("Binh");
        var ticket = await desk.ReportedAsync();

        Assert.Null(await desk.OwnerAsync(ticket));
        Assert.Equal(0, await Waiting.LookAsync(Stop));
    }

    [Fact]
    public async Task In_turn_each_has_theirs_and_a_restart_goes_on_where_it_was()
    {
        var (binh, chi) = (await desk.AgentAsync("Binh"), await desk.AgentAsync("Chi"));
        await desk.AgentAsync("Mentor", role: Role.Mentor); // works on no tickets
        await desk.RuleAsync(Handing.RoundRobin);

        var given = new List<int?>();
        for (var i = 0; i < 3; i++)
            given.Add(await desk.OwnerAsync(await desk.ReportedAsync()));
        await using var restarted = await App.AnotherAsync();
        var after = await App.LoggedAsync();
        await restarted.Desk.ActAsync(after, new Assign(desk.Classroom, null), desk.Boss.Me, stop: Stop);
        given.Add(await desk.OwnerAsync(after));

        Assert.Equal([binh.Id, chi.Id, binh.Id, chi.Id], given);
        Assert.Equal(["assigned"], desk.Notices(chi.Id, after));
    }

    [Fact]
    public async Task A_report_logged_for_a_team_is_given_out_as_it_is_logged()
    {
        var binh = await desk.AgentAsync("Binh");
        await desk.RuleAsync(Handing.LeastLoaded);
        var lan = await App.People.CustomerAsync("Lan", "lan@customer.example", Core.Words.Language.Vi, Stop);

        var logged = await App.Desk.LogAsync(
            WorldRow.Live,
            new Log("Slow", "", lan.Id, Channel.Phone) { Team = desk.Classroom },
            desk.Boss.Me,
            stop: Stop
        );

        Assert.Equal(binh.Id, await desk.OwnerAsync(logged.Ticket));
    }

    [Fact]
    public async Task Sixty_that_come_at_once_are_spread_evenly_and_nobody_has_more_than_the_limit()
    {
        var team = new List<int>();
        foreach (var name in (string[])["Binh", "Chi", "Dung"])
            team.Add((await desk.AgentAsync(name)).Id);
        await desk.RuleAsync(Handing.LeastLoaded, most: 15);
        var tickets = new List<int>();
        for (var i = 0; i < 60; i++)
            tickets.Add(await App.LoggedAsync());

        await Task.WhenAll(
            tickets.Select(t => App.Desk.ActAsync(t, new Assign(desk.Classroom, null), desk.Boss.Me, stop: Stop))
        );

        await using var db = App.Database();
        var open = await db
            .Tickets.GroupBy(t => t.Owner)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(Stop);
        Assert.All(team, person => Assert.Equal(15, open.Single(o => o.Key == person).Count));
        Assert.Equal(15, open.Single(o => o.Key is null).Count);
    }

    [Fact]
    public async Task Who_has_enough_is_given_the_next_when_one_is_done_and_it_says_who_was_passed_over()
    {
        var (binh, chi) = (await desk.AgentAsync("Binh"), await desk.AgentAsync("Chi"));
        (await desk.Boss.PutAsync($"people/{chi.Id}/away", new { })).Is(HttpStatusCode.NoContent);
        await desk.RuleAsync(Handing.RoundRobin, most: 1);
        var (first, second) = (await desk.ReportedAsync(), await desk.ReportedAsync());
        Assert.Equal((binh.Id, null), (await desk.OwnerAsync(first), await desk.OwnerAsync(second)));
        Assert.Equal(0, await Waiting.LookAsync(Stop));

        await App.Desk.ActAsync(first, new Cancel(CancelReason.Mistake, "Test"), binh.AsActor, stop: Stop);

        Assert.Equal(1, await Waiting.LookAsync(Stop));
        Assert.Equal(binh.Id, await desk.OwnerAsync(second));
        await using var db = App.Database();
        var told = (await db.StreamAsync(Streams.Ticket(second), Stop))
            .Select(e => e.Read().What)
            .OfType<Assigned>()
            .Last();
        Assert.Equal(Handing.RoundRobin, told.By);
        Assert.Equal([new(chi.Id, PassedOver.Away)], told.PassedOver!);
    }

    [Fact]
    public async Task Who_is_back_is_given_what_waited_by_itself()
    {
        var binh = await desk.AgentAsync("Binh");
        (await desk.Boss.PutAsync($"people/{binh.Id}/away", new { until = App.Clock.GetUtcNow().AddHours(1) })).Is(
            HttpStatusCode.NoContent
        );
        await desk.RuleAsync(Handing.RoundRobin);
        var ticket = await desk.ReportedAsync();
        Assert.Null(await desk.OwnerAsync(ticket));

        App.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(0, await Waiting.LookAsync(Stop));
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await Waiting.LookAsync(Stop));
        Assert.Equal(0, await Waiting.LookAsync(Stop));
        Assert.Equal(binh.Id, await desk.OwnerAsync(ticket));
    }

    [Fact]
    public async Task Nobody_is_given_a_ticket_outside_their_hours()
    {
        var (binh, chi) = (await desk.AgentAsync("Binh"), await desk.AgentAsync("Chi"));
        await desk.RuleAsync(Handing.RoundRobin);
        var hours = (await desk.Boss.GetAsync("policies/latest"))["policy"]
            .GetProperty("calendars")
            .EnumerateArray()
            .First(c => !c.GetProperty("calendar").GetProperty("isAlways").GetBoolean())
            .GetProperty("name")
            .GetString();
        (await desk.Boss.PutAsync($"people/{binh.Id}/hours", new { calendar = hours })).Is(HttpStatusCode.NoContent);

        // Monday, then in the night after it.
        Assert.Equal(binh.Id, await desk.OwnerAsync(await desk.ReportedAsync()));
        App.Clock.Advance(TimeSpan.FromHours(14));
        Assert.Equal(chi.Id, await desk.OwnerAsync(await desk.ReportedAsync()));
        Assert.Equal(chi.Id, await desk.OwnerAsync(await desk.ReportedAsync()));
        var state = (await desk.Boss.GetAsync($"teams/{desk.Classroom}")).Is(HttpStatusCode.OK);
        Assert.Equal("off_hours", state["members"][0].GetProperty("whyNot").GetString());
        (await desk.Boss.PutAsync($"people/{binh.Id}/hours", new { calendar = "No such" })).IsProblem(
            HttpStatusCode.Conflict,
            "no-such-calendar-of-work"
        );
    }

    [Fact]
    public async Task Who_is_away_is_given_nothing_by_others_and_may_take_what_they_like()
    {
        var binh = await desk.AgentAsync("Binh");
        using var his = await Client.OfAsync(App, binh);
        (await his.PutAsync($"people/{binh.Id}/away", new { })).Is(HttpStatusCode.NoContent);
        var (given, taken) = (await App.LoggedAsync(), await App.LoggedAsync());

        var refused = await desk.Boss.PostAsync($"tickets/{given}/assignment", new { owner = binh.Id });
        refused.IsProblem(HttpStatusCode.Conflict, "person-is-away");
        Assert.StartsWith("Binh is away", refused["detail"].GetString());
        (await his.PostAsync($"tickets/{taken}/claim")).Is(HttpStatusCode.OK);

        var state = (await desk.Boss.GetAsync($"teams/{desk.Classroom}")).Is(HttpStatusCode.OK);
        Assert.Equal("away", state["members"][0].GetProperty("whyNot").GetString());
        Assert.Equal([taken], state["left"].EnumerateArray().Select(t => t.GetInt32()));
        (await his.DeleteAsync($"people/{binh.Id}/away")).Is(HttpStatusCode.NoContent);
        (await desk.Boss.PostAsync($"tickets/{given}/assignment", new { owner = binh.Id })).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_cannot_be_an_absence_is_said()
    {
        var (binh, chi) = (await desk.AgentAsync("Binh"), await desk.AgentAsync("Chi"));
        using var hers = await Client.OfAsync(App, chi);
        var now = App.Clock.GetUtcNow();
        var path = $"people/{binh.Id}/away";

        (await hers.PutAsync(path, new { })).IsProblem(HttpStatusCode.Forbidden, "not-allowed");
        foreach (
            var (from, until) in ((DateTimeOffset, DateTimeOffset)[])
                [(now.AddDays(2), now.AddDays(1)), (now.AddDays(1), now.AddDays(1)), (now.AddDays(-2), now)]
        )
            (await desk.Boss.PutAsync(path, new { from, until })).IsProblem(
                HttpStatusCode.Conflict,
                "away-ends-before-it-begins"
            );
        (await desk.Boss.PutAsync(path, new { until = now.AddYears(20) })).IsProblem(
            HttpStatusCode.Conflict,
            "date-is-too-far-away"
        );
        var lan = await App.People.CustomerAsync("Lan", "lan@customer.example", Core.Words.Language.Vi, Stop);
        (await desk.Boss.PutAsync($"people/{lan.Id}/away", new { })).IsProblem(
            HttpStatusCode.Conflict,
            "person-does-not-work-here"
        );
    }

    [Fact]
    public async Task A_rule_is_set_by_who_saw_the_last_one_and_within_its_limits()
    {
        var path = $"teams/{desk.Classroom}/assignment";
        await desk.RuleAsync(Handing.LeastLoaded, most: 20);

        (await desk.Boss.PutAsync(path, new { how = "manual", version = 0 })).IsProblem(
            HttpStatusCode.Conflict,
            "assignment-rule-has-changed"
        );
        foreach (var most in (int[])[0, 501, -1])
            (
                await desk.Boss.PutAsync(
                    path,
                    new
                    {
                        how = "manual",
                        version = 1,
                        most,
                    }
                )
            ).IsProblem(HttpStatusCode.Conflict, "assignment-limit-is-out-of-range");
        (await desk.Boss.PutAsync("teams/999/assignment", new { how = "manual", version = 0 })).IsProblem(
            HttpStatusCode.Conflict,
            "no-such-team"
        );
        var rule = (await desk.Boss.GetAsync($"teams/{desk.Classroom}"))["rule"];
        Assert.Equal(
            ("least_loaded", 20, 1),
            (
                rule.GetProperty("how").GetString(),
                rule.GetProperty("most").GetInt32(),
                rule.GetProperty("version").GetInt32()
            )
        );
    }

    [Fact]
    public async Task A_team_is_added_once_under_a_name()
    {
        (await desk.Boss.PostAsync("teams", new { name = " Classroom " })).IsProblem(
            HttpStatusCode.Conflict,
            "team-name-is-taken"
        );
        foreach (var name in (string[])["", "  ", new('x', 61)])
            (await desk.Boss.PostAsync("teams", new { name })).IsProblem(
                HttpStatusCode.Conflict,
                "team-name-is-missing"
            );
        (await desk.Boss.PutAsync($"people/{desk.Boss.Me.PersonId}/team", new { team = 999 })).IsProblem(
            HttpStatusCode.Conflict,
            "no-such-team"
        );
    }
}
