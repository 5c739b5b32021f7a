using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Engine.Accounts;

namespace Stepdesk.Tests.Api;

public sealed class TermsTests(ApiDesk desk) : IClassFixture<ApiDesk>
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    static object Wanted(string title = "Cannot print") =>
        new { title, requester = new { email = "lan@customer.example" } };

    readonly DeskApp app = desk.App;
    readonly Client an = desk.An;

    [Fact]
    public async Task The_same_ticket_sent_twice_side_by_side_is_logged_once()
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => an.PostAsync("tickets", Wanted("Sent twice"), ("Idempotency-Key", "k1")))
        );

        Assert.All(answers, answer => answer.Is(HttpStatusCode.Created));
        Assert.Single(answers.Select(a => a.Id).Distinct());
        await using var db = app.Database();
        Assert.Equal(1, await db.Tickets.CountAsync(t => t.Title == "Sent twice", Stop));
    }

    [Fact]
    public async Task A_key_used_for_something_else_is_refused()
    {
        (await an.PostAsync("tickets", Wanted(), ("Idempotency-Key", "k2"))).Is(HttpStatusCode.Created);

        (await an.PostAsync("tickets", Wanted("Another"), ("Idempotency-Key", "k2"))).IsProblem(
            HttpStatusCode.UnprocessableEntity,
            "key-was-used-before"
        );
    }

    [Fact]
    public async Task Two_keys_on_one_request_are_refused_and_nothing_is_done()
    {
        const string body = """{"title":"Two keys","requester":{"email":"lan@customer.example"}}""";
        // The client of the framework makes one line of two.
        using var line = new TcpClient();
        await line.ConnectAsync(app.Address.Host, app.Address.Port, Stop);
        var stream = line.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"POST /api/v1/tickets HTTP/1.1\r\nHost: {app.Address.Authority}\r\nAuthorization: Bearer {await TokenAsync()}\r\n"
                    + "Idempotency-Key: k4\r\nIdempotency-Key: k5\r\nConnection: close\r\n"
                    + $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}"
            ),
            Stop
        );
        using var answer = new StreamReader(stream);
        var said = await answer.ReadToEndAsync(Stop);

        Assert.StartsWith("HTTP/1.1 400", said, StringComparison.Ordinal);
        Assert.Contains("field-is-given-twice", said, StringComparison.Ordinal);
        await using var db = app.Database();
        Assert.False(await db.Tickets.AnyAsync(t => t.Title == "Two keys", Stop));
    }

    async Task<string> TokenAsync()
    {
        var tokens = app.Services.GetRequiredService<Tokens>();
        return (await tokens.CreateAsync(an.Me.PersonId!.Value, "raw", an.Me, stop: Stop)).Token!.Text;
    }

    [Fact]
    public async Task A_key_may_be_longer_than_an_index_holds()
    {
        var key = System.Security.Cryptography.RandomNumberGenerator.GetHexString(9000);

        var one = await an.PostAsync("tickets", Wanted(), ("Idempotency-Key", key));
        var two = await an.PostAsync("tickets", Wanted(), ("Idempotency-Key", key));
        var other = await an.PostAsync("tickets", Wanted(), ("Idempotency-Key", $"{key}x"));

        Assert.Equal(one.Id, two.Id);
        Assert.NotEqual(one.Id, other.Id);
    }

    [Fact]
    public async Task Two_callers_may_use_the_same_key()
    {
        using var binh = await Client.OfAsync(app, Role.Agent, "Binh");

        var one = await an.PostAsync("tickets", Wanted(), ("Idempotency-Key", "k3"));
        var two = await binh.PostAsync("tickets", Wanted(), ("Idempotency-Key", "k3"));

        Assert.NotEqual(one.Id, two.Id);
    }

    [Fact]
    public async Task A_reply_sent_again_is_not_sent_again()
    {
        var ticket = $"tickets/{await app.LoggedAsync()}";

        for (var i = 0; i < 3; i++)
            (await an.PostAsync($"{ticket}/replies", new { text = "Hello" }, ("Idempotency-Key", "r1"))).Is(
                HttpStatusCode.OK
            );

        Assert.Equal(2, (await an.GetAsync($"{ticket}/messages"))["items"].GetArrayLength());
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("*", true)]
    [InlineData("\"1\"", true)]
    [InlineData("\"2\"", false)]
    public async Task A_change_is_made_only_to_the_version_it_was_meant_for(string? match, bool isMade)
    {
        var ticket = $"tickets/{await app.LoggedAsync()}";
        Assert.Equal("\"1\"", (await an.GetAsync(ticket)).ETag);

        var answer = await an.PostAsync(
            $"{ticket}/notes",
            new { text = "Hello" },
            match is null ? [] : [("If-Match", match)]
        );

        if (isMade)
            Assert.Equal("\"2\"", answer.Is(HttpStatusCode.OK).ETag);
        else
            answer.IsProblem(HttpStatusCode.PreconditionFailed, "ticket-has-changed");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("1")]
    [InlineData("W/\"1\"")]
    [InlineData("\"-1\"")]
    [InlineData("\"+1\"")]
    [InlineData("\" 1\"")]
    [InlineData("\"one\"")]
    [InlineData("\"1\", \"2\"")]
    [InlineData("")]
    public async Task A_version_nobody_gave_out_is_said_to_be_none(string match)
    {
        var ticket = $"tickets/{await app.LoggedAsync()}";

        var answer = await an.PostAsync($"{ticket}/notes", new { text = "Hello" }, ("If-Match", match));

        answer.IsProblem(HttpStatusCode.BadRequest, "version-cannot-be-read");
        Assert.Equal("\"1\"", (await an.GetAsync(ticket)).ETag);
    }
}
