using System.Text;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Time.Testing;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Telemetry;

namespace Stepdesk.Tests.Asking;

/// <summary>Azure as it is on its worst days: whatever it does, the desk has an answer, in time and in words.</summary>
public sealed class AzureTests : IAsyncLifetime
{
    const string Rows = """
        {"tables":[{"name":"PrimaryResult","columns":[{"name":"resultCode","type":"string"},{"name":"count_","type":"long"},{"name":"custom","type":"dynamic"}],
        "rows":[["500",142,"{\"a\":1}"],["502",9223372036854775807,null]]}],
        "render":{"visualization":"columnchart","title":null,"kind":"default"}
        """;

    const string Partial = """
        ,"error":{"code":"PartialError","message":"There were some errors when processing your query.","details":[{"code":"EngineError","message":"Something went wrong processing your query on the server.","innererror":{"code":"-2133196797","message":"The results of this query exceed the set limit of 2 records.","severity":2,"severityName":"Error"}}]}}
        """;

    const string Syntax = """
        {"error":{"message":"The request had some invalid properties","code":"BadArgumentError","innererror":{"code":"SyntaxError","message":"A recognition error occurred in the query.","innererror":{"code":"SYN0002","message":"Query could not be parsed at 'invalid' on line [1,11]","line":1,"pos":11,"token":"invalid"}}}}
        """;

    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly StubServer azure = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => azure.DisposeAsync();

    [Fact]
    public async Task It_is_asked_as_its_documentation_says()
    {
        azure.Says(200, Rows + "}");
        using var source = Source();
        var from = new DateTimeOffset(2026, 3, 9, 7, 0, 0, TimeSpan.Zero);

        await source.AskAsync(new("requests | count", from, from.AddHours(1)), Stop);

        var heard = azure.Heard.Single();
        Assert.StartsWith("POST /v1/apps/a/query HTTP/1.1\r\n", heard, StringComparison.Ordinal);
        Assert.Contains("Authorization: Bearer a-token\r\n", heard, StringComparison.Ordinal);
        Assert.Contains("include-render=true", heard, StringComparison.Ordinal);
        Assert.Contains("\"query\":\"requests | count\"", heard, StringComparison.Ordinal);
        Assert.Contains("\"timespan\":\"2026-03-09T07:00:00Z/2026-03-09T08:00:00Z\"", heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_rows_come_as_it_sent_them()
    {
        azure.Says(200, Rows + "}");
        using var source = Source();

        var answer = await source.AskAsync(new("requests | summarize count() by resultCode"), Stop);

        Assert.True(answer.HasRows);
        Assert.Equal(["resultCode", "count_", "custom"], answer.Columns.Select(c => c.Name));
        // A double would have made another number of it.
        Assert.Equal(["502", "9223372036854775807", null], answer.Rows[1]);
        Assert.Equal(("columnchart", "resultCode"), (answer.Chart!.Visualization, answer.Chart.X));
        Assert.Null(answer.Partial);
        Assert.Equal(64, answer.Hash.Length);
    }

    [Fact]
    public async Task What_is_incomplete_is_shown_and_said()
    {
        azure.Says(200, Rows + Partial);
        using var source = Source();

        var answer = await source.AskAsync(new("requests"), Stop);

        Assert.Equal(2, answer.Rows.Count);
        Assert.Contains("limit of 2 records", answer.Partial, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_in_the_query_has_its_place()
    {
        azure.Says(400, Syntax);
        using var source = Source();

        var answer = await source.AskAsync(new("requests | invalid"), Stop);

        Assert.Equal(("SYN0002", 1, 11), (answer.Error!.Code, answer.Error.Line, answer.Error.Column));
        Assert.Null(answer.Refusal);
    }

    [Theory]
    [InlineData(401, "{\"error\":{\"code\":\"AuthenticationFailed\"}}", "telemetry-sign-in-failed")]
    [InlineData(403, "{\"error\":{\"code\":\"InsufficientAccessError\"}}", "telemetry-not-permitted")]
    [InlineData(403, "<html>no</html>", "telemetry-not-permitted")]
    [InlineData(404, "{\"error\":{\"code\":\"PathNotFoundError\"}}", "telemetry-not-found")]
    [InlineData(504, "", "telemetry-took-too-long")]
    [InlineData(500, "oops", "telemetry-is-failing")]
    [InlineData(503, "", "telemetry-is-failing")]
    [InlineData(302, "", "telemetry-answer-is-unreadable")]
    [InlineData(400, "not json", "telemetry-answer-is-unreadable")]
    [InlineData(200, "", "telemetry-answer-is-unreadable")]
    [InlineData(200, "<html>a proxy</html>", "telemetry-answer-is-unreadable")]
    [InlineData(200, "{}", "telemetry-answer-is-unreadable")]
    [InlineData(200, "[]", "telemetry-answer-is-unreadable")]
    [InlineData(200, "null", "telemetry-answer-is-unreadable")]
    [InlineData(200, "{\"tables\":[]}", "telemetry-answer-is-unreadable")]
    [InlineData(200, "{\"tables\":[{\"columns\":5,\"rows\":[]}]}", "telemetry-answer-is-unreadable")]
    [InlineData(200, "{\"tables\":[{\"columns\":[{}],\"rows\":[]}]}", "telemetry-answer-is-unreadable")]
    [InlineData(
        200,
        "{\"tables\":[{\"columns\":[{\"name\":\"a\"}],\"rows\":[[1,2]]}]}",
        "telemetry-answer-is-unreadable"
    )]
    [InlineData(200, "{\"tables\":[{\"columns\":[{\"name\":\"a\"}],\"rows\":[7]}]}", "telemetry-answer-is-unreadable")]
    [InlineData(
        200,
        "{\"tables\":[{\"columns\":[{\"name\":\"\\ud800\"}],\"rows\":[]}]}",
        "telemetry-answer-is-unreadable"
    )]
    public async Task Whatever_else_comes_is_said_in_words(int status, string body, string refusal)
    {
        azure.Says(status, body, "Location: http://127.0.0.1:1/");
        using var source = Source();

        var answer = await source.AskAsync(new("requests"), Stop);

        Assert.Equal(refusal, answer.Refusal?.Code);
        Assert.False(answer.HasRows);
        Assert.DoesNotContain("refusal-", Text.Of(answer.Refusal!, Language.Vi), StringComparison.Ordinal);
        // Asked once: only an answer that says when is asked again.
        Assert.Single(azure.Heard);
    }

    [Fact]
    public async Task No_data_at_all_is_an_answer()
    {
        azure.Says(204);
        using var source = Source();

        var answer = await source.AskAsync(new("requests"), Stop);

        Assert.True(answer.HasRows);
        Assert.Equal(0, answer.RowCount);
    }

    [Fact]
    public async Task Told_to_wait_it_waits_as_long_as_it_was_told_and_asks_again()
    {
        azure.Says(429, "slow down", "Retry-After: 3").Says(200, Rows + "}");
        var clock = new FakeTimeProvider();
        using var source = Source(clock);

        var asking = source.AskAsync(new("requests"), Stop);
        await Eventually.HoldsAsync("it was heard", () => Task.FromResult(azure.Heard.Count == 1));
        var answer = await MovedAsync(clock, asking, TimeSpan.FromSeconds(1));

        Assert.True(answer.HasRows);
        Assert.True(answer.Elapsed >= TimeSpan.FromSeconds(3), $"{answer.Elapsed}");
        Assert.Equal(2, azure.Heard.Count);
    }

    [Fact]
    public async Task Told_to_wait_again_and_again_it_gives_up_and_leaves_it_alone_for_a_while()
    {
        azure.Says(429, "", "Retry-After: 2");
        var clock = new FakeTimeProvider();
        using var source = Source(clock);

        var answer = await MovedAsync(clock, source.AskAsync(new("requests"), Stop), TimeSpan.FromSeconds(1));
        Assert.Equal("telemetry-is-busy", answer.Refusal?.Code);
        Assert.Equal(3, azure.Heard.Count);

        var resting = await source.AskAsync(new("requests"), Stop);
        Assert.Equal("telemetry-is-resting", resting.Refusal?.Code);
        Assert.Equal(3, azure.Heard.Count);

        clock.Advance(TimeSpan.FromSeconds(3));
        azure.Says(200, Rows + "}");
        Assert.True((await source.AskAsync(new("requests"), Stop)).HasRows);
    }

    [Fact]
    public async Task Nobody_waits_for_an_hour()
    {
        azure.Says(429, "", "Retry-After: 3600");
        using var source = Source();

        var answer = await source.AskAsync(new("requests"), Stop);

        Assert.Equal(("telemetry-is-busy", "3600"), (answer.Refusal?.Code, answer.Refusal?.Detail));
        Assert.Single(azure.Heard);
    }

    [Fact]
    public async Task Silence_ends_by_itself()
    {
        azure.Hangs();
        using var source = Source(patience: TimeSpan.FromMilliseconds(150));

        Assert.Equal("telemetry-took-too-long", (await source.AskAsync(new("requests"), Stop)).Refusal?.Code);
    }

    [Fact]
    public async Task So_does_an_answer_that_never_ends()
    {
        azure.Drips();
        using var source = Source(patience: TimeSpan.FromMilliseconds(150));

        Assert.Equal("telemetry-took-too-long", (await source.AskAsync(new("requests"), Stop)).Refusal?.Code);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_none()
    {
        azure.BreaksOff(Rows);
        using var source = Source();

        Assert.Equal("telemetry-cannot-be-reached", (await source.AskAsync(new("requests"), Stop)).Refusal?.Code);
    }

    [Fact]
    public async Task What_is_no_http_is_no_answer()
    {
        azure.Raw("SSH-2.0-OpenSSH_9.2\r\n");
        using var source = Source();

        Assert.Equal("telemetry-cannot-be-reached", (await source.AskAsync(new("requests"), Stop)).Refusal?.Code);
    }

    [Fact]
    public async Task More_than_anybody_reads_is_not_read()
    {
        azure.Raw($"HTTP/1.1 200 OK\r\nContent-Length: {AzureTelemetrySource.LargestAnswer + 1L}\r\n\r\n");
        using var source = Source();

        Assert.Equal("telemetry-answer-is-too-large", (await source.AskAsync(new("requests"), Stop)).Refusal?.Code);
    }

    [Fact]
    public async Task A_sign_in_that_fails_is_said_and_nothing_is_sent()
    {
        using var source = Source(credential: new Rejected());

        Assert.Equal("telemetry-sign-in-failed", (await source.AskAsync(new("requests"), Stop)).Refusal?.Code);
        Assert.Empty(azure.Heard);
    }

    [Fact]
    public async Task Who_stops_is_not_told_a_story()
    {
        azure.Hangs();
        using var source = Source();
        using var stopping = new CancellationTokenSource();

        var asking = source.AskAsync(new("requests"), stopping.Token);
        await Eventually.HoldsAsync("it was heard", () => Task.FromResult(azure.Heard.Count == 1));
        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Fact]
    public async Task A_query_that_reaches_elsewhere_never_leaves()
    {
        using var source = Source();

        var answer = await source.AskAsync(new("app('somebody-else').requests"), Stop);

        Assert.Equal("telemetry-query-not-allowed", answer.Refusal?.Code);
        Assert.Empty(azure.Heard);
    }

    [Theory]
    [InlineData("requests | where message has 'externaldata(x)' // cluster('x')")]
    [InlineData("app('friend').requests | count")]
    [InlineData("requests | extend r = 1 | project r, app = name")]
    [InlineData("graph-match something our own engine does not know")]
    [InlineData("requests | where name == \"Đăng nhập\"")]
    public async Task Everything_else_leaves_as_it_was_written(string query)
    {
        azure.Says(200, Rows + "}");
        using var source = Source();

        Assert.True((await source.AskAsync(new(query), Stop)).HasRows);
        var body = azure.Heard.Single().Split("\r\n\r\n", 2)[1];
        using var sent = System.Text.Json.JsonDocument.Parse(Encoding.Latin1.GetBytes(body));
        Assert.Equal(query, sent.RootElement.GetProperty("query").GetString());
    }

    [Theory]
    [InlineData("", "telemetry-query-is-empty")]
    [InlineData(" \n ", "telemetry-query-is-empty")]
    public async Task What_is_no_question_is_not_asked(string query, string refusal)
    {
        using var source = Source();

        Assert.Equal(refusal, (await source.AskAsync(new(query), Stop)).Refusal?.Code);
        Assert.Equal(
            "telemetry-query-is-too-long",
            (await source.AskAsync(new(new('x', TelemetryQuestion.Longest + 1)), Stop)).Refusal?.Code
        );
    }

    [Theory]
    [InlineData("{\"tables\":[{\"name\":\"mine_CL\",\"columns\":[{\"name\":\"a\",\"type\":\"long\"}]}]}", "mine_CL")]
    [InlineData("{\"tables\":7}", "requests")]
    [InlineData("nonsense", "requests")]
    public async Task Its_tables_are_offered_or_the_usual_ones(string body, string offered)
    {
        azure.Says(200, body);
        using var source = Source();

        Assert.Contains(await source.DescribeAsync(Stop), t => t.Name == offered);
    }

    AzureTelemetrySource Source(
        TimeProvider? clock = null,
        TimeSpan? patience = null,
        TokenCredential? credential = null
    ) =>
        new(
            new()
            {
                Name = "prod",
                App = Guid.Empty.ToString(),
                Others = ["friend"],
                Patience = patience ?? TimeSpan.FromSeconds(30),
            },
            credential ?? new Accepted(),
            clock ?? TimeProvider.System,
            azure.Endpoint
        );

    // What waits on the clock is let go step by step, so that whatever it waits for next is seen too.
    static async Task<T> MovedAsync<T>(FakeTimeProvider clock, Task<T> until, TimeSpan step)
    {
        await Eventually.HoldsAsync(
            "it was heard",
            () =>
            {
                clock.Advance(step);
                return Task.FromResult(until.IsCompleted);
            }
        );
        return await until;
    }

    sealed class Accepted : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new("a-token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext,
            CancellationToken cancellationToken
        ) => new(GetToken(requestContext, cancellationToken));
    }

    sealed class Rejected : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new AuthenticationFailedException("AADSTS7000215: invalid client secret");

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext,
            CancellationToken cancellationToken
        ) => ValueTask.FromException<AccessToken>(new AuthenticationFailedException("AADSTS7000215"));
    }
}
