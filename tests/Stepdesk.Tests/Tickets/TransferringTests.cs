using System.Net;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.Assignment;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Tests.Api;

namespace Stepdesk.Tests.Tickets;

/// <summary>A ticket goes to another team; colleagues follow it and are mentioned.</summary>
public sealed class TransferringTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    TeamsDesk desk = null!;
    PersonRow binh = null!;
    PersonRow chi = null!;

    DeskApp App => desk.App;

    public async ValueTask InitializeAsync()
    {
        desk = await TeamsDesk.StartAsync();
        binh = await desk.AgentAsync("Binh");
        chi = await desk.AgentAsync("Chi", desk.Platform);
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task It_is_in_the_other_teams_view_with_its_context_and_the_customer_hears_nothing()
    {
        var ticket = await desk.ReportedAsync();
        await App.Desk.ActAsync(ticket, new Note("HTTP 500"), binh.AsActor, stop: Stop);
        await App.Desk.ActAsync(ticket, new Take(), binh.AsActor, stop: Stop);
        using var his = await Client.OfAsync(App, binh);
        using var hers = await Client.OfAsync(App, chi);

        var there = (
            await his.PostAsync(
                $"tickets/{ticket}/transfers",
                new
                {
                    team = desk.Platform,
                    reason = "The identity provider answers 500",
                    needs = "Look at the tenant's log since 8:00",
                }
            )
        ).Is(HttpStatusCode.OK);

        Assert.Equal("Platform", there["team"].GetProperty("name").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, there["owner"].ValueKind);
        Assert.Contains(
            ticket,
            (await hers.GetAsync("tickets?view=team"))["items"]
                .EnumerateArray()
                .Select(t => t.GetProperty("id").GetInt32())
        );
        Assert.Empty((await his.GetAsync("tickets?view=team"))["items"].EnumerateArray());
        Assert.Equal(["transferred"], desk.Notices(chi.Id, ticket));
        Assert.Empty(desk.Notices(binh.Id, ticket));
        var messages = (await hers.GetAsync($"tickets/{ticket}/messages"))["items"].EnumerateArray().ToList();
        Assert.Equal(["report", "note", "transfer"], messages.Select(m => m.GetProperty("kind").GetString()));

        await using var db = App.Database();
        var lan = await db.People.SingleAsync(p => p.Email == "lan@customer.example", Stop);
        using var customer = await Client.OfAsync(App, lan);
        foreach (var what in (string[])["messages", "history", ""])
            Assert.DoesNotContain(
                "identity provider",
                (await customer.GetAsync($"tickets/{ticket}/{what}".TrimEnd('/'))).Text,
                StringComparison.Ordinal
            );
        Assert.Empty(db.Outbox);
    }

    [Fact]
    public async Task The_other_team_gives_it_out_by_its_own_rule_and_only_who_got_it_is_told()
    {
        var dung = await desk.AgentAsync("Dung", desk.Platform);
        await desk.RuleAsync(Handing.RoundRobin, team: desk.Platform);
        var ticket = await desk.ReportedAsync();

        var outcome = await App.Desk.ActAsync(
            ticket,
            new Transfer(desk.Platform, "Theirs", "The log"),
            binh.AsActor,
            stop: Stop
        );

        Assert.Null(outcome.Refusal);
        Assert.Equal(chi.Id, await desk.OwnerAsync(ticket));
        Assert.Equal(["assigned"], desk.Notices(chi.Id, ticket));
        Assert.Empty(desk.Notices(dung.Id, ticket));
    }

    [Fact]
    public async Task Where_nobody_is_in_the_team_the_form_says_so_and_the_leads_are_told()
    {
        var lead = await App.PersonAsync(Role.Lead, "Hai");
        var empty = (await desk.Boss.PostAsync("teams", new { name = "Content" })).Id;
        var ticket = await desk.ReportedAsync();
        using var browser = new Web.Surfer(App);
        await browser.SignInAsync(binh.Email);
        var page = await browser.PageAsync($"/tickets/{ticket}?do=transfer");

        string[] teams =
        [
            .. page.QuerySelectorAll($"form:has(textarea[data-draft='{ticket}/transfer']) option")
                .Select(o => o.TextContent.Trim()),
        ];
        Assert.Contains("Content (nobody in it: the leads are told)", teams);
        Assert.Contains("Platform", teams);
        await App.Desk.ActAsync(ticket, new Transfer(empty, "Theirs", "The log"), binh.AsActor, stop: Stop);
        Assert.Equal(["transferred"], desk.Notices(lead.Id, ticket));
    }

    [Fact]
    public async Task Of_two_who_hand_it_over_at_once_to_two_teams_each_has_done_so_in_order()
    {
        var third = (await desk.Boss.PostAsync("teams", new { name = "Content" })).Id;
        var ticket = await desk.ReportedAsync();

        var outcomes = await Task.WhenAll(
            ((int[])[desk.Platform, third]).Select(team =>
                App.Desk.ActAsync(ticket, new Transfer(team, "Theirs", "The log"), binh.AsActor, stop: Stop)
            )
        );

        Assert.All(outcomes, o => Assert.Null(o.Refusal));
        await using var db = App.Database();
        var moves = (await db.StreamAsync(Streams.Ticket(ticket), Stop))
            .Select(e => e.Read().What)
            .OfType<Transferred>()
            .ToList();
        Assert.Equal(2, moves.Count);
        Assert.Equal(moves[0].Team, moves[1].From);
    }

    [Fact]
    public async Task Who_follows_or_is_mentioned_is_told_of_what_the_customer_sees_and_of_nothing_they_did()
    {
        var ticket = await desk.ReportedAsync();
        using var hers = await Client.OfAsync(App, chi);
        var followed = (await hers.PostAsync($"tickets/{ticket}/following")).Is(HttpStatusCode.OK);
        Assert.Equal("Chi", followed["followers"][0].GetProperty("name").GetString());

        await App.Desk.ActAsync(ticket, new Note("Odd. @binh please look"), chi.AsActor, stop: Stop);
        await App.Desk.ActAsync(ticket, new Reply("We look"), chi.AsActor, stop: Stop);
        await App.Desk.ActAsync(ticket, new Note("Found"), chi.AsActor, stop: Stop);
        var lan = await App.People.CustomerAsync("Lan", "lan@customer.example", Language.Vi, Stop);
        await App.Desk.ActAsync(ticket, new Write("Any news?", Channel.Web), lan.AsActor, stop: Stop);

        Assert.Equal(["noted", "replied", "customer_wrote"], desk.Notices(binh.Id, ticket));
        Assert.Equal(["customer_wrote"], desk.Notices(chi.Id, ticket));
        Assert.Equal([chi.Id, binh.Id], (await desk.ReadAsync(ticket)).Followers);

        (await hers.DeleteAsync($"tickets/{ticket}/following")).Is(HttpStatusCode.OK);
        await App.Desk.ActAsync(ticket, new Write("Hello?", Channel.Web), lan.AsActor, stop: Stop);
        Assert.Equal(["customer_wrote"], desk.Notices(chi.Id, ticket));
    }

    [Fact]
    public async Task An_owner_who_follows_too_is_told_once_and_who_left_is_told_nothing()
    {
        var ticket = await desk.ReportedAsync();
        await App.Desk.ActAsync(ticket, new Take(), binh.AsActor, stop: Stop);
        foreach (var who in (PersonRow[])[binh, chi])
            await App.Desk.ActAsync(ticket, new Follow(), who.AsActor, stop: Stop);
        await using (var db = App.Database())
            await db
                .People.Where(p => p.Id == chi.Id)
                .ExecuteUpdateAsync(p => p.SetProperty(r => r.IsActive, false), Stop);
        var lan = await App.People.CustomerAsync("Lan", "lan@customer.example", Language.Vi, Stop);

        await App.Desk.ActAsync(ticket, new Write("Any news?", Channel.Web), lan.AsActor, stop: Stop);

        Assert.Equal(["customer_wrote"], desk.Notices(binh.Id, ticket));
        Assert.Empty(desk.Notices(chi.Id, ticket));
    }

    [Fact]
    public async Task A_name_that_two_have_is_asked_back_and_no_customer_is_mentioned()
    {
        await App.PersonAsync(Role.Agent, "Le Chi", "le@desk.example");
        await App.PersonAsync(Role.Agent, "Tran Chi", "tran@desk.example");
        await App.People.CustomerAsync("Lan", "lan@customer.example", Language.Vi, Stop);
        var ticket = await desk.ReportedAsync();
        using var his = await Client.OfAsync(App, binh);

        var refused = await his.PostAsync($"tickets/{ticket}/notes", new { text = "@Tran C. or @Le? No, @Chí!" });
        refused.Is(HttpStatusCode.OK); // chi is one whole name
        (await his.PostAsync($"tickets/{ticket}/notes", new { text = "@lan wrote" })).Is(HttpStatusCode.OK);
        await App.PersonAsync(Role.Agent, "Pham Chi", "pham@desk.example");
        await App.PersonAsync(Role.Agent, "Chi", "chi2@desk.example");
        var unclear = await his.PostAsync($"tickets/{ticket}/notes", new { text = "@Chí look" });

        unclear.IsProblem(HttpStatusCode.Conflict, "mention-is-unclear");
        Assert.Contains("Chi (@chi2@desk.example)", unclear["detail"].GetString(), StringComparison.Ordinal);
        Assert.Equal([chi.Id], (await desk.ReadAsync(ticket)).Followers.Where(f => f == chi.Id));
    }
}
