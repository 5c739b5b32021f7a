using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Mail;

namespace Stepdesk.Tests.Api;

public sealed class StoryTests : IAsyncLifetime
{
    DeskApp app = null!;
    Client an = null!;
    Client lan = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        an = await Client.OfAsync(app, Role.Agent, "An");
        lan = await Client.OfAsync(app, await app.People.CustomerAsync("Lan", "lan@customer.example", Language.Vi));
    }

    public async ValueTask DisposeAsync()
    {
        an.Dispose();
        lan.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_ticket_goes_through_all_seven_steps()
    {
        var logged = await an.PostAsync(
            "tickets",
            new
            {
                title = "Nobody in Accounting can sign in",
                description = "Since 8:00",
                requester = new { name = "Lan", email = "lan@customer.example" },
                channel = "phone",
                reportedAt = "2026-03-02T08:50:00+07:00",
                affected = 8,
                @class = "priority",
                tags = new[] { "Sign In", "accounting" },
            }
        );
        logged.Is(HttpStatusCode.Created);
        Assert.Equal($"/api/v1/tickets/{logged.Id}", logged.Headers.Location?.ToString());
        Assert.Equal("2026-03-02T01:50:00+00:00", logged["reportedAt"].GetString());
        Assert.Equal("high", logged["priority"].GetString());
        Assert.Equal(8, logged["affected"].GetProperty("count").GetInt32());
        Assert.Equal(["accounting", "sign-in"], logged.Words("tags"));
        Assert.Equal("initial_response", logged["next"].GetProperty("step").GetString());
        Assert.Contains("replies", logged.Words("next", "actions"));
        Assert.DoesNotContain("closure", logged.Words("next", "actions"));
        Assert.Equal(
            ["An answer to the customer", "The answer accepted for delivery"],
            logged["steps"][1].GetProperty("missing").EnumerateArray().Select(m => m.GetProperty("text").GetString())
        );

        var ticket = $"tickets/{logged.Id}";
        (await an.PostAsync($"{ticket}/assignment", new { team = (int?)null, owner = an.Me.PersonId })).Is(
            HttpStatusCode.OK
        );
        (await an.PostAsync($"{ticket}/resolution", new { kind = "fix", solution = "Restarted" })).IsProblem(
            HttpStatusCode.Conflict,
            "resolve-before-acknowledging"
        );
        (await an.PostAsync($"{ticket}/replies", new { text = "We are looking into it." })).Is(HttpStatusCode.OK);
        (await an.PostAsync($"{ticket}/notes", new { text = "Looks like the certificate." })).Is(HttpStatusCode.OK);
        (await an.PostAsync($"{ticket}/diagnosis", new { text = "The certificate expired." })).Is(HttpStatusCode.OK);
        (await an.PostAsync($"{ticket}/closure")).IsProblem(HttpStatusCode.Conflict, "close-before-resolution");
        var resolved = await an.PostAsync(
            $"{ticket}/resolution",
            new
            {
                kind = "fix",
                solution = "Renewed the certificate",
                cause = "Nobody was told",
                message = "Please try again.",
            }
        );
        Assert.Equal("fix", resolved.Is(HttpStatusCode.OK)["resolution"].GetString());
        (await an.PostAsync($"{ticket}/closure")).IsProblem(HttpStatusCode.Conflict, "close-before-confirmation");

        (await lan.PostAsync($"{ticket}/dispute", new { reason = "Still not." })).Is(HttpStatusCode.OK);
        (await lan.PostAsync($"{ticket}/confirmation")).IsProblem(HttpStatusCode.Conflict, "confirm-before-resolution");
        (
            await an.PostAsync($"{ticket}/resolution", new { kind = "fix", solution = "Renewed the other one" })
        ).IsProblem(HttpStatusCode.Conflict, "cause-is-missing");
        (
            await an.PostAsync(
                $"{ticket}/resolution",
                new
                {
                    kind = "fix",
                    solution = "Renewed the other one",
                    cause = "There were two",
                }
            )
        ).Is(HttpStatusCode.OK);
        await app.Services.GetRequiredService<PayOutbox>().PayAsync(TestContext.Current.CancellationToken);
        Assert.Equal("waiting", (await an.GetAsync(ticket))["status"].GetString());
        (await lan.PostAsync($"{ticket}/confirmation", new { comment = "Thank you" })).Is(HttpStatusCode.OK);
        var closed = await an.PostAsync($"{ticket}/closure");
        Assert.Equal("closed", closed.Is(HttpStatusCode.OK)["status"].GetString());
        var trend = await an.PostAsync($"{ticket}/trend", new { text = "Certificates expire unnoticed." });
        Assert.Equal("trend_analysis", trend.Is(HttpStatusCode.OK)["next"].GetProperty("step").GetString());
        Assert.All(trend["steps"].EnumerateArray(), s => Assert.Equal(0, s.GetProperty("missing").GetArrayLength()));
        Assert.Equal(
            ["logged", "answer_written", "answer_arrived", "diagnosis_written"],
            trend["steps"]
                .EnumerateArray()
                .Take(3)
                .SelectMany(s => s.GetProperty("evidence").EnumerateArray())
                .Select(e => e.GetProperty("demand").GetString())
        );
        Assert.Contains("reopening", trend.Words("next", "actions"));
        Assert.Equal(
            "open",
            (await an.PostAsync($"{ticket}/reopening", new { reason = "Again" }))
                .Is(HttpStatusCode.OK)["status"]
                .GetString()
        );
    }

    [Fact]
    public async Task A_customer_reads_no_notes_and_no_names_of_colleagues()
    {
        var ticket = $"tickets/{await app.LoggedAsync()}";
        await an.PostAsync($"{ticket}/assignment", new { team = (int?)null, owner = an.Me.PersonId });
        await an.PostAsync($"{ticket}/tags", new { tags = new[] { "secret-tag" } });
        await an.PostAsync($"{ticket}/notes", new { text = "secret note" });
        await an.PostAsync($"{ticket}/replies", new { text = "We are looking." });
        await an.PostAsync($"{ticket}/diagnosis", new { text = "secret diagnosis" });
        await an.PostAsync($"{ticket}/classification", new { @class = "standard", justification = "secret reason" });
        await an.PostAsync(
            $"{ticket}/resolution",
            new
            {
                kind = "fix",
                solution = "secret solution",
                cause = "secret cause",
                message = "Try again.",
            }
        );

        foreach (var path in (string[])[ticket, $"{ticket}/messages", $"{ticket}/history", "tickets?view=open"])
        {
            var seen = (await lan.GetAsync(path)).Is(HttpStatusCode.OK).Text;
            Assert.DoesNotContain("secret", seen);
            Assert.DoesNotContain("\"An\"", seen);
            Assert.DoesNotContain($"person/{an.Me.PersonId}", seen);
        }
        Assert.Equal(
            ["report", "reply", "resolution"],
            (await lan.GetAsync($"{ticket}/messages"))["items"]
                .EnumerateArray()
                .Select(m => m.GetProperty("kind").GetString())
        );
        Assert.Contains("secret note", (await an.GetAsync($"{ticket}/messages")).Text);
        Assert.Contains("secret cause", (await an.GetAsync($"{ticket}/history")).Text);
    }

    [Fact]
    public async Task What_is_said_to_be_possible_is_possible()
    {
        var id = await app.LoggedAsync();
        var possible = (await lan.GetAsync($"tickets/{id}")).Words("next", "actions");

        Assert.Equal(["messages"], possible);
        (await lan.PostAsync($"tickets/{id}/messages", new { text = "Any news?" })).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_link_is_made_and_undone()
    {
        var (one, two) = (await app.LoggedAsync(), await app.LoggedAsync());

        var linked = await an.PostAsync($"tickets/{one}/links", new { ticket = two, kind = "duplicate_of" });
        Assert.Equal("duplicate_of", linked["links"][0].GetProperty("kind").GetString());
        (await an.SendAsync(HttpMethod.Delete, $"tickets/{two}/links/{one}", content: null)).Is(HttpStatusCode.OK);
        Assert.Equal(0, (await an.GetAsync($"tickets/{one}"))["links"].GetArrayLength());
        (await an.PostAsync($"tickets/{one}/links", new { ticket = 999 })).IsProblem(
            HttpStatusCode.NotFound,
            "no-such-ticket"
        );
    }

    [Theory]
    [InlineData("standard")]
    [InlineData("priority")]
    [InlineData("expedite")]
    public async Task A_class_known_at_reception_needs_no_reason_and_nobody_makes_one_up(string wanted)
    {
        var ticket = (
            await an.PostAsync(
                "tickets",
                new
                {
                    title = "Cannot print",
                    requester = new { email = "lan@customer.example" },
                    @class = wanted,
                    affected = 53,
                }
            )
        ).Is(HttpStatusCode.Created);

        Assert.Equal(wanted, ticket["class"].GetString());
        Assert.Equal("No reason was given with the class.", ticket["justification"].GetString());
    }

    [Fact]
    public async Task A_date_without_its_class_is_refused_and_not_dropped()
    {
        var wanted = new
        {
            title = "Cannot print",
            requester = new { email = "lan@customer.example" },
            @class = "priority",
            justification = "7 people",
            deadline = "2026-12-24T09:00:00+07:00",
        };
        (await an.PostAsync("tickets", wanted)).IsProblem(HttpStatusCode.Conflict, "deadline-without-fixed-deadline");
        var ticket = await app.LoggedAsync();

        (
            await an.PostAsync(
                $"tickets/{ticket}/classification",
                new
                {
                    wanted.@class,
                    wanted.justification,
                    wanted.deadline,
                }
            )
        ).IsProblem(HttpStatusCode.Conflict, "deadline-without-fixed-deadline");
        Assert.Equal(JsonValueKind.Null, (await an.GetAsync($"tickets/{ticket}"))["class"].ValueKind);
    }

    [Fact]
    public async Task Nobody_knows_how_many_is_not_nobody()
    {
        var ticket = await app.LoggedAsync();
        (await an.PostAsync($"tickets/{ticket}/affected", new { affected = 7 })).Is(HttpStatusCode.OK);

        var seen = (await an.PostRawAsync($"tickets/{ticket}/affected", """{"affected":null}""")).Is(HttpStatusCode.OK);

        Assert.Equal(JsonValueKind.Null, seen["affected"].ValueKind);
        (await an.PostRawAsync($"tickets/{ticket}/affected", "{}")).IsProblem(
            HttpStatusCode.BadRequest,
            "field-is-missing"
        );
    }

    [Fact]
    public async Task A_refused_ticket_leaves_no_customer_behind()
    {
        var refused = await an.PostAsync("tickets", new { requester = new { email = "new@customer.example" } });

        refused.IsProblem(HttpStatusCode.Conflict, "title-is-missing");
        var found = await an.GetAsync("people?email=new@customer.example");
        Assert.Equal(0, found["items"].GetArrayLength());
    }

    [Fact]
    public async Task Nobody_is_given_a_ticket_who_is_not_there()
    {
        var id = await app.LoggedAsync();

        foreach (var owner in (int[])[999, lan.Me.PersonId!.Value])
            (await an.PostAsync($"tickets/{id}/assignment", new { team = (int?)null, owner })).IsProblem(
                HttpStatusCode.Conflict,
                "no-such-person"
            );
        (await an.PostAsync($"tickets/{id}/assignment", new { team = 7, owner = (int?)null })).IsProblem(
            HttpStatusCode.Conflict,
            "no-such-team"
        );
    }
}
