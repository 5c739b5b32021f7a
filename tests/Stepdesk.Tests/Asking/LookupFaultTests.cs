using System.Net;
using Stepdesk.Core.History;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Lookups;

namespace Stepdesk.Tests.Asking;

/// <summary>A system that is slow, broken, full or lying: a message that teaches, never a hang, and the ticket as it was.</summary>
public sealed class LookupFaultTests
{
    const string Active = """{"account":{"status":"active"}}""";

    static readonly Dictionary<string, (Action<StubServer> Does, string Code, string Says)> Faults = new(
        StringComparer.Ordinal
    )
    {
        ["busy, and says how long"] = (s => s.Says(429, "", "Retry-After: 42"), "lookup-is-busy", "42 seconds"),
        ["busy, and does not say"] = (s => s.Says(429), "lookup-is-busy", "5 seconds"),
        ["down for so long"] = (s => s.Says(503, "", "Retry-After: 7"), "lookup-is-busy", "7 seconds"),
        ["behind a gateway that gave up"] = (s => s.Says(504, "<html>"), "lookup-took-too-long", "too long"),
        ["broken"] = (s => s.Says(500, "boom"), "lookup-is-failing", "500"),
        ["silent"] = (s => s.Hangs(), "lookup-took-too-long", "too long"),
        ["dripping"] = (s => s.Drips(2000), "lookup-took-too-long", "too long"),
        ["breaking off"] = (s => s.BreaksOff("{\"account\":"), "lookup-cannot-be-reached", "cannot be reached"),
        ["no HTTP at all"] = (
            s => s.Raw("220 mail.example ESMTP\r\n"),
            "lookup-cannot-be-reached",
            "cannot be reached"
        ),
        ["a page"] = (s => s.Says(200, "<html>Sign in</html>"), "lookup-answer-is-unreadable", "no JSON"),
        ["half of an answer"] = (s => s.Says(200, """{"account":{"sta"""), "lookup-answer-is-unreadable", "no JSON"),
        ["half a character"] = (
            s => s.Says(200, """{"account":{"status":"\ud800"}}"""),
            "lookup-answer-is-unreadable",
            "no JSON"
        ),
        ["a bare word"] = (s => s.Says(200, "\"ok\""), "lookup-answer-is-unreadable", "no JSON"),
        ["nothing at all"] = (s => s.Says(200), "lookup-answer-is-empty", "without saying anything"),
        ["blanks"] = (s => s.Says(200, " \r\n "), "lookup-answer-is-empty", "without saying anything"),
        ["no content"] = (s => s.Says(204), "lookup-answer-is-empty", "without saying anything"),
        ["something else"] = (
            s => s.Says(200, """{"user":{"state":1}}"""),
            "lookup-answer-lacks-fields",
            "account.status"
        ),
        ["much too much"] = (s => s.Says(200, new string('x', 5000)), "lookup-answer-is-too-large", "Largest"),
        ["too much without a length"] = (
            s => s.Raw($"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{new string('x', 50_000)}"),
            "lookup-answer-is-too-large",
            "Largest"
        ),
        ["leading elsewhere"] = (
            s => s.Says(302, "", "Location: https://evil.example/x"),
            "lookup-was-led-away",
            "evil.example"
        ),
        ["leading to another port"] = (
            s => s.Says(307, "", "Location: http://127.0.0.1:9/x"),
            "lookup-was-led-away",
            "127.0.0.1"
        ),
        ["leading nowhere"] = (s => s.Says(302), "lookup-was-led-away", "–"),
        ["leading round and round"] = (
            s => s.Says(302, "", "Location: /accounts/x"),
            "lookup-was-led-away",
            "127.0.0.1"
        ),
        ["shut"] = (s => s.Says(401), "lookup-not-let-in", "401"),
        ["forbidden"] = (s => s.Says(403), "lookup-not-let-in", "403"),
        ["elsewhere"] = (s => s.Says(404, "{}"), "lookup-not-found", "404"),
        ["odd"] = (s => s.Says(418), "lookup-answer-is-unexpected", "418"),
    };

    public static TheoryData<string> Ways => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Whatever_it_does_the_message_teaches_and_the_ticket_is_as_it_was(string way)
    {
        var (does, code, says) = Faults[way];
        var server = new StubServer();
        does(server);
        await using var desk = await LookupDesk.StartAsync(server);

        var problem = (await desk.AskAsync()).IsProblem(HttpStatusCode.Conflict, code);

        Assert.Contains(says, problem["detail"].GetString()!, StringComparison.Ordinal);
        Assert.NotEqual(Text.Of(new Refusal(code), Language.En), Text.Of(new Refusal(code), Language.Vi));
        Assert.DoesNotContain("sesame", problem.Text, StringComparison.Ordinal);
        Assert.Empty(await desk.KeptAsync());
        (await desk.Agent.PostAsync($"tickets/{desk.Ticket}/notes", new { text = "Asked in vain" })).Is(
            HttpStatusCode.OK
        );
    }

    [Fact]
    public async Task A_redirect_within_the_system_is_followed_and_the_secret_goes_nowhere_else()
    {
        await using var other = new StubServer().Says(200, Active);
        await using var desk = await LookupDesk.StartAsync(
            new StubServer()
                .Says(301, "", "Location: /v2/accounts/1")
                .Says(200, Active)
                .Says(302, "", $"Location: {new Uri(other.Endpoint, "/steal")}")
        );

        (await desk.AskAsync()).Is(HttpStatusCode.OK);
        (await desk.AskAsync()).IsProblem(HttpStatusCode.Conflict, "lookup-was-led-away");

        Assert.StartsWith("GET /v2/accounts/1 ", desk.Server.Heard[1], StringComparison.Ordinal);
        Assert.Empty(other.Heard);
    }

    [Fact]
    public async Task Told_to_wait_it_is_left_alone_for_as_long_and_then_asked_again()
    {
        await using var desk = await LookupDesk.StartAsync(
            new StubServer().Says(429, "", "Retry-After: 42").Says(200, Active)
        );
        (await desk.AskAsync()).IsProblem(HttpStatusCode.Conflict, "lookup-is-busy");
        desk.App.Clock.Advance(TimeSpan.FromSeconds(30));

        var still = (await desk.AskAsync()).IsProblem(HttpStatusCode.Conflict, "lookup-is-busy");
        Assert.Contains("12 seconds", still["detail"].GetString()!, StringComparison.Ordinal);
        Assert.Single(desk.Server.Heard);

        desk.App.Clock.Advance(TimeSpan.FromSeconds(13));
        (await desk.AskAsync()).Is(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(404, "{}")]
    [InlineData(200, "[]")]
    [InlineData(200, "null")]
    public async Task That_there_is_nothing_of_the_kind_is_evidence_too(int status, string body)
    {
        await using var desk = await LookupDesk.StartAsync(new StubServer().Says(status, body), ("NothingIs404", true));

        (await desk.AskAsync()).Is(HttpStatusCode.OK);

        var kept = Assert.Single(await desk.KeptAsync());
        Assert.Empty(kept.Rows);
        var messages = (await desk.Agent.GetAsync($"tickets/{desk.Ticket}/messages")).Text;
        Assert.Contains("Nothing was found.", messages, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_that_cannot_be_meant_stop_the_start_all_at_once_and_keep_the_secret()
    {
        var settings = new LookupOptions
        {
            Systems =
            [
                new()
                {
                    Name = "Base 1",
                    Url = "https" + "://{host}.school.example/x",
                    Header = "Host",
                    Secret = "Bearer sesame\r\nX-Other: 1",
                    Patience = TimeSpan.FromHours(1),
                    Largest = 1,
                },
                new()
                {
                    Name = "hr",
                    Title = new() { Vi = "Nhân sự", En = "Staff" },
                    Url = "http://hr.school.example/{account}",
                    Parameters =
                    [
                        new()
                        {
                            Name = "other",
                            Kind = "colour",
                            Pattern = "(",
                        },
                    ],
                    Fields = [new() { Path = "a..b" }],
                },
                new() { Name = "hr", Url = "https" + "://u:p@hr.school.example/{A}" },
            ],
        };

        var said = Assert.Throws<InvalidOperationException>(() => settings.Checked()).Message;

        foreach (
            var part in (string[])
                [
                    "Systems:0:Name",
                    "Systems:0:Title",
                    "Systems:0:Url may have places",
                    "Systems:0:Fields must",
                    "Systems:0:Header",
                    "Systems:0:Secret",
                    "Systems:0:Patience",
                    "Systems:0:Largest",
                    "Systems:1:Url must begin with https://",
                    "Systems:1:Parameters:0:Kind",
                    "Systems:1:Parameters:0:Pattern",
                    "Systems:1:Fields:0",
                    "Systems:2:Url has braces",
                    "two systems have the same Name",
                ]
        )
            Assert.Contains(part, said, StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", said, StringComparison.Ordinal);
        Assert.DoesNotContain("school.example", said, StringComparison.Ordinal);
    }
}
