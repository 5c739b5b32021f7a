using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Engine.Telemetry;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Asking;

/// <summary>What the editor is told while somebody types. Nobody is asked for rows, and nothing is written down.</summary>
public sealed class WhileTypingTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    DeskApp app = null!;
    Surfer an = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync(services => services.AddSingleton<ITelemetrySource, Real>());
        await app.PersonAsync(Role.Administrator);
        an = new Surfer(app);
        await an.SignInAsync("an@desk.example");
    }

    public ValueTask DisposeAsync()
    {
        an.Dispose();
        return app.DisposeAsync();
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task Each_of_several_queries_is_checked_and_marked_where_it_stands(string end)
    {
        var text = string.Join(
            end,
            "requests | tak 5",
            "",
            "// 😀 đúng",
            "print '😀'",
            "   ",
            "exceptions",
            "| where '😀' == typ"
        );

        var marks = await MarksAsync(text);

        Assert.Equal(
            [("tak", "line 1, column 12", "take"), ("typ", "line 7, column 17", "type")],
            marks.Select(m =>
                (
                    text[m.GetProperty("from").GetInt32()..m.GetProperty("to").GetInt32()],
                    m.GetProperty("where").GetString()!,
                    Repaired(m)
                )
            )
        );
        Assert.All(marks, m => Assert.Equal("error", m.GetProperty("severity").GetString()));

        string Repaired(JsonElement mark)
        {
            var repair = mark.GetProperty("repairs")[0];
            Assert.Equal(mark.GetProperty("from").GetInt32(), repair.GetProperty("from").GetInt32());
            return repair.GetProperty("text").GetString()!;
        }
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_not_read_and_says_so()
    {
        var mark = Assert.Single(await MarksAsync(new string('x', TelemetryQuestion.Longest + 7)));

        Assert.Equal(
            (TelemetryQuestion.Longest, TelemetryQuestion.Longest + 7),
            (mark.GetProperty("from").GetInt32(), mark.GetProperty("to").GetInt32())
        );
        Assert.Contains("20,000", mark.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_many_faults_there_are_few_are_told() =>
        Assert.InRange((await MarksAsync(string.Concat(Enumerable.Repeat("nothing | x\n\n", 1500)))).Count, 40, 110);

    [Fact]
    public async Task About_a_real_source_our_own_reading_only_warns_and_knows_its_tables()
    {
        Assert.Empty(await MarksAsync("pageHits | where visitor == 'a'", "real"));

        var mark = Assert.Single(await MarksAsync("pageHits | where visitr == 'a'", "real"));
        Assert.Equal("warning", mark.GetProperty("severity").GetString());
    }

    [Fact]
    public async Task The_query_that_is_being_written_is_completed()
    {
        const string text = "traces | take 1\n\nlet slow = 5s;\nrequests | where  | take 1";
        var at = text.IndexOf(" | take 1", 20, StringComparison.Ordinal);

        var completion = await PostAsync("completions", new { text, at });

        Assert.Equal(at, completion.GetProperty("start").GetInt32());
        var offers = completion
            .GetProperty("offers")
            .EnumerateArray()
            .ToDictionary(o => o.GetProperty("name").GetString()!);
        Assert.Equal("real", offers["duration"].GetProperty("type").GetString());
        Assert.Equal("let", offers["slow"].GetProperty("kind").GetString());
        Assert.Equal("strlen(text)", offers["strlen"].GetProperty("signature").GetString());
        Assert.DoesNotContain("severityLevel", offers.Keys);

        // Behind an empty line another one begins.
        var next = await PostAsync(
            "completions",
            new
            {
                text = "requests\n\n",
                at = 10,
                source = "real",
            }
        );
        Assert.Contains(
            "pageHits",
            next.GetProperty("offers").EnumerateArray().Select(o => o.GetProperty("name").GetString())
        );
    }

    [Fact]
    public async Task Only_who_may_ask_is_told()
    {
        var trainee = await app.PersonAsync(Role.Trainee, "Tam");
        using var learner = new Surfer(app);
        await learner.SignInAsync(trainee.Email);

        foreach (var path in (string[])["checks", "completions"])
        {
            Assert.NotEqual(
                HttpStatusCode.OK,
                (await AnswerAsync(learner, path, new { text = "requests" })).StatusCode
            );
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await AnswerAsync(an, path, new { text = "requests", source = "nowhere" })).StatusCode
            );
            Assert.Equal(HttpStatusCode.BadRequest, (await AnswerAsync(an, path, new { at = "x" })).StatusCode);
        }
    }

    async Task<List<JsonElement>> MarksAsync(string text, string? source = null) =>
        [.. (await PostAsync("checks", new { text, source })).EnumerateArray()];

    async Task<JsonElement> PostAsync(string path, object body)
    {
        var answer = await AnswerAsync(an, path, body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
    }

    static Task<HttpResponseMessage> AnswerAsync(Surfer who, string path, object body) =>
        who.PostAsync($"/telemetry/{path}", JsonContent.Create(body));

    sealed class Real : ITelemetrySource
    {
        public string Name => "real";
        public TelemetryKind Kind => TelemetryKind.Azure;
        public bool IsSensitive => false;

        public Task<TelemetryAnswer> AskAsync(TelemetryQuestion question, CancellationToken stop) =>
            throw new NotSupportedException();

        public Task<IReadOnlyList<TelemetryTableSeen>> DescribeAsync(CancellationToken stop) =>
            Task.FromResult<IReadOnlyList<TelemetryTableSeen>>([new("pageHits", [new("visitor", "string")])]);
    }
}
