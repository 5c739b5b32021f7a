using System.Net;
using System.Text.Json;

namespace Stepdesk.Tests.Api;

public sealed class ClocksTests(ApiDesk desk) : IClassFixture<ApiDesk>
{
    readonly Client an = desk.An;

    [Fact]
    public async Task A_clock_says_what_was_promised_and_what_counted()
    {
        var ticket = await LoggedAsync("standard");

        var why = (await an.GetAsync($"tickets/{ticket}/clocks/acknowledgement")).Is(HttpStatusCode.OK);

        Assert.Equal((1800, 1800), (why["promised"].GetDouble(), why["counted"].GetDouble()));
        Assert.Equal(("working", "24x7"), (why["counting"].GetString(), why["calendar"].GetString()));
        Assert.Equal("counted", Assert.Single(why["spans"].EnumerateArray()).GetProperty("kind").GetString());
        Assert.Equal("standard", Assert.Single(why["treatments"].EnumerateArray()).GetProperty("class").GetString());
    }

    [Fact]
    public async Task A_change_of_class_that_breaks_a_promise_is_told_apart()
    {
        var ticket = await LoggedAsync("standard");
        desk.App.Clock.Advance(TimeSpan.FromMinutes(10));
        var raised = await an.PostAsync(
            $"tickets/{ticket}/classification",
            new { @class = "expedite", justification = "40 people, more than 25" }
        );

        var clock = Clock(raised.Is(HttpStatusCode.OK).Body.GetProperty("clocks"), "acknowledgement");

        Assert.Equal("broken", clock.GetProperty("state").GetString());
        Assert.Equal("reclassified", clock.GetProperty("because").GetString());
        var why = await an.GetAsync($"tickets/{ticket}/clocks/acknowledgement");
        Assert.Equal(
            ["logged", "reclassified"],
            why["treatments"].EnumerateArray().Select(t => t.GetProperty("because").GetString())
        );
    }

    [Fact]
    public async Task What_if_answers_for_another_class_and_calendar_and_changes_nothing()
    {
        var ticket = await LoggedAsync("standard");
        var before = await an.GetAsync($"tickets/{ticket}");

        var expedite = (await an.GetAsync($"tickets/{ticket}/clocks/what-if?class=expedite")).Is(HttpStatusCode.OK);
        var office = (await an.GetAsync($"tickets/{ticket}/clocks/what-if?calendar=office")).Is(HttpStatusCode.OK);

        var reported = before["reportedAt"].GetDateTimeOffset();
        Assert.Equal(
            reported.AddMinutes(5),
            Clock(expedite.Body, "acknowledgement").GetProperty("dueAt").GetDateTimeOffset()
        );
        Assert.NotEqual(JsonValueKind.Null, Clock(office.Body, "acknowledgement").GetProperty("dueAt").ValueKind);
        Assert.Equal(before.Text, (await an.GetAsync($"tickets/{ticket}")).Text);
    }

    [Fact]
    public async Task A_clock_or_calendar_there_is_none_of_is_refused_with_those_there_are()
    {
        var ticket = await LoggedAsync("standard");

        (await an.GetAsync($"tickets/{ticket}/clocks/deadline")).IsProblem(HttpStatusCode.NotFound, "no-such-clock");
        var unknown = await an.GetAsync($"tickets/{ticket}/clocks/what-if?calendar=moon");
        Assert.Contains(
            "office",
            unknown.IsProblem(HttpStatusCode.BadRequest, "no-such-calendar")["detail"].GetString()
        );
    }

    [Fact]
    public async Task Waiting_is_said_and_ends_by_the_customers_word()
    {
        var ticket = await LoggedAsync("priority");

        var waits = await an.PostAsync($"tickets/{ticket}/waiting", new { on = "customer", reason = "Which browser?" });
        Assert.Equal("customer", waits.Is(HttpStatusCode.OK)["waitingOn"].GetString());
        Assert.Contains("resumption", waits.Words("next", "actions"));

        var goesOn = await an.PostAsync($"tickets/{ticket}/resumption");
        Assert.Equal(JsonValueKind.Null, goesOn.Is(HttpStatusCode.OK)["waitingOn"].ValueKind);
    }

    async Task<int> LoggedAsync(string classOfService) => (
            await an.PostAsync(
                "tickets",
                new
                {
                    title = "Nobody can sign in",
                    requester = new { email = "lan@customer.example" },
                    @class = classOfService,
                    justification = "3 people, fewer than 5",
                }
            )
        ).Is(HttpStatusCode.Created).Id;

    static JsonElement Clock(JsonElement clocks, string name) =>
        clocks.EnumerateArray().Single(c => c.GetProperty("name").GetString() == name);
}
