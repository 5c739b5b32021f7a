using Stepdesk.Core.Practice.Authoring;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Practice;
using Stepdesk.Engine.Telemetry;
using Stepdesk.Web.Queries;

namespace Stepdesk.Tests.Practice;

/// <summary>A query brings to light what its rows say, under every seed, and nothing else.</summary>
public sealed class RevealTests
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    // No database has a part in it, so on the second one a few will do.
    static readonly ulong Seeds = Postgres.IsWanted ? 1UL : 6;

    const string OfClass = "requests | where customDimensions.ClassCode ";
    const string Percentile = " | summarize percentile(duration, 95)";
    const string ByClass = Percentile + " by class = tostring(customDimensions.ClassCode)";
    const string Counted = " | summarize n = count() by class = tostring(customDimensions.ClassCode)";

    const string Submit = "requests | where name == 'POST Assignment/Submit'";

    [Theory]
    [InlineData("02-slow-lms", "pool", "starter-by-class", "latency,onset,scope", "errors,pool,slow_query")]
    [InlineData("02-slow-lms", "pool", "starter-slow-queries", "slow_query", "latency")]
    [InlineData("02-slow-lms", "pool", "starter-exceptions", "errors", "latency")]
    [InlineData("02-slow-lms", "pool", "requests | where timestamp > ago(45m) | count", "", "latency,onset,scope")]
    [InlineData("02-slow-lms", "pool", "requests | summarize avg(duration)", "", "latency,onset,scope")]
    [InlineData(
        "02-slow-lms",
        "pool",
        "requests | summarize n = count() by tostring(customDimensions.ClassCode)",
        "",
        "latency,onset,scope"
    )]
    [InlineData(
        "02-slow-lms",
        "pool",
        "requests | where duration > 20000 | summarize n = count() by class = tostring(customDimensions.ClassCode)",
        "latency,onset,scope",
        ""
    )]
    [InlineData(
        "02-slow-lms",
        "pool",
        "requests | where customDimensions.ClassCode == 'WEB101-HN-2024' | summarize percentile(duration, 95) / 1000 by bin(timestamp, 5m)",
        "latency,onset",
        "scope"
    )]
    [InlineData(
        "02-slow-lms",
        "pool",
        "requests | where customDimensions.ClassCode == 'WEB101-HN-2024' | make-series p95 = percentile(duration, 95) on timestamp step 5m",
        "latency,onset",
        ""
    )]
    [InlineData(
        "02-slow-lms",
        "pool",
        "requests | summarize p95 = tolong(percentile(duration, 95)) by class = tostring(customDimensions.ClassCode)",
        "latency,scope",
        ""
    )]
    [InlineData("02-slow-lms", "pool", "exceptions | where timestamp > ago(45m) | count", "", "errors")]
    [InlineData(
        "02-slow-lms",
        "pool",
        "customMetrics | where name == 'DbPool InUse' | summarize max(value)",
        "pool",
        ""
    )]
    [InlineData(
        "02-slow-lms",
        "pool",
        "customMetrics | where name == 'DbPool InUse' | summarize min(value)",
        "",
        "pool"
    )]
    [InlineData("02-slow-lms", "campus-network", "starter-by-class", "scope,server_normal", "onset")]
    [InlineData("02-slow-lms", "campus-network", OfClass + "== 'WEB101-HN-2024'" + Percentile, "server_normal", "")]
    [InlineData("02-slow-lms", "campus-network", OfClass + "!= 'WEB101-HN-2024'" + Percentile, "", "server_normal")]
    [InlineData("02-slow-lms", "campus-network", OfClass + "!has 'WEB101-HN-2024'" + Percentile, "", "server_normal")]
    [InlineData("02-slow-lms", "campus-network", OfClass + "!in ('WEB101-HN-2024')" + Percentile, "", "server_normal")]
    [InlineData(
        "02-slow-lms",
        "campus-network",
        "browserTimings | where customDimensions.ClassCode == 'WEB101-HN-2024' | summarize percentile(totalDuration, 50) by bin(timestamp, 5m)",
        "onset,slow_on_the_way",
        "server_normal"
    )]
    [InlineData(
        "02-slow-lms",
        "campus-network",
        "browserTimings | summarize percentile(totalDuration, 90) / 1000 by tostring(customDimensions.ClassCode)",
        "onset,slow_on_the_way",
        "server_normal"
    )]
    [InlineData(
        "02-slow-lms",
        "campus-network",
        "browserTimings | summarize avg(totalDuration)",
        "",
        "onset,slow_on_the_way"
    )]
    [InlineData("02-slow-lms", "pool", OfClass + "!= 'WEB101-HN-2024'" + ByClass, "", "latency,onset,scope")]
    [InlineData(
        "02-slow-lms",
        "pool",
        OfClass + "== 'WEB101-HN-2024' or duration < 4000" + ByClass + " | where class != 'WEB101-HN-2024'",
        "",
        "latency,onset,scope"
    )]
    [InlineData("02-slow-lms", "pool", "requests | where duration > 1000" + Counted, "", "latency,onset,scope")]
    [InlineData("02-slow-lms", "campus-network", "requests | where duration > 500" + Counted, "", "server_normal")]
    [InlineData("03-nobody-can-submit", "clean", "starter-exceptions", "exceptions,pool", "failure_rate")]
    [InlineData("03-nobody-can-submit", "clean", "exceptions | count", "", "exceptions")]
    [InlineData(
        "03-nobody-can-submit",
        "clean",
        "customMetrics | where name == 'DbPool InUse' | summarize max(value)",
        "pool",
        ""
    )]
    [InlineData("03-nobody-can-submit", "clean", "customEvents | where name == 'Deployment'", "change", "")]
    [InlineData("03-nobody-can-submit", "clean", "customEvents | summarize count() by name", "", "change")]
    [InlineData("03-nobody-can-submit", "clean", Submit + " | count", "", "scope")]
    [InlineData("01-login", "active", "starter-one-user", "expired,rejected", "")]
    [InlineData("01-login", "active", "customEvents | count", "", "expired")]
    [InlineData("05-video", "content", "starter-failed", "status_refused", "")]
    [InlineData(
        "05-video",
        "content",
        "requests | where success == true | summarize count() by resultCode",
        "",
        "status_refused"
    )]
    [InlineData("05-video", "edge", "starter-failed", "status_gateway", "")]
    [InlineData("05-video", "browser", "requests | summarize count() by resultCode", "status_fine", "")]
    [InlineData("05-video", "browser", "starter-exceptions", "blocked", "")]
    [InlineData("05-video", "browser", "exceptions | summarize count() by bin(timestamp, 10m)", "", "blocked")]
    public Task What_its_rows_say_comes_to_light(
        string folder,
        string branch,
        string query,
        string reveals,
        string hides
    ) => ShowAsync(folder, branch, query, reveals, hides);

    /// <summary>Whoever looks for an account that is not there has found that out, and who looks for nobody has not.</summary>
    [Theory]
    [InlineData("address", "requests | where user_AuthenticatedId == 'nguyen.van.a'", "no_attempt", "others_fine")]
    [InlineData(
        "address",
        "customEvents | where name == 'Authentication' | where user_AuthenticatedId has 'van.an'",
        "no_attempt",
        ""
    )]
    [InlineData("address", "starter-one-user", "no_attempt", "")]
    [InlineData("address", "requests | where user_AuthenticatedId == 'some.body'", "", "no_attempt,others_fine")]
    [InlineData("address", "requests | where user_AuthenticatedId != 'van.an' and false", "", "no_attempt,others_fine")]
    [InlineData(
        "address",
        "customEvents | where user_AuthenticatedId has 'van.an' | where timestamp > ago(5m)",
        "",
        "no_attempt"
    )]
    [InlineData("address", "customEvents | summarize count() by tostring(customDimensions.action)", "", "no_attempt")]
    [InlineData("active", "customEvents | where user_AuthenticatedId has 'van.an'", "", "no_attempt,rejected")]
    [InlineData("left", "requests | where user_AuthenticatedId has 'van.an'", "", "no_attempt,others_fine")]
    public Task That_there_is_none_comes_to_light_as_well(string branch, string query, string reveals, string hides) =>
        ShowAsync("01-login", branch, query, reveals, hides, mayBeEmpty: true);

    /// <summary>Asks the platform of a branch, under several seeds, and looks at what came to light.</summary>
    internal static async Task ShowAsync(
        string folder,
        string branch,
        string query,
        string reveals,
        string hides,
        ulong? seeds = null,
        bool mayBeEmpty = false
    )
    {
        var found = new List<Diagnostic>();
        var scenario = ScenarioReader.Read(
            ScenarioFolder.Read(Path.Combine(ScenarioFolder.Shipped, folder), found)!,
            found
        )!;
        var text = Array.Find(Starters.All, s => s.Name == query).Query ?? query;
        for (var seed = 1UL; seed <= (seeds ?? Seeds); seed++)
        {
            var session = Session.Begin(scenario, seed, Language.Vi, branch);
            var at = scenario.Start.AddMinutes(20);
            Director.AdvanceTo(session, at);
            var telemetry = new SessionTelemetry();
            using var platform = telemetry.At("", 1, session, new Standing(at));
            var question = new TelemetryQuestion(text);
            var answer = await platform.AskAsync(question, Stop);
            Assert.True(answer.HasRows && (mayBeEmpty || answer.RowCount > 0), $"seed {seed}: nothing came back");
            var before = session.Events.Count;

            foreach (var look in Shown.Looks(session, question, answer, telemetry.Narrowed(1, session, question, at)))
                Assert.Null(Trainee.Act(session, look, at));

            var facts = session
                .Events.Skip(before)
                .Where(e => e.Type is EventTypes.FactRevealed)
                .Select(e => e.Data.One("fact")!)
                .ToHashSet(StringComparer.Ordinal);
            Assert.All(Named(reveals), f => Assert.True(facts.Contains(f), $"seed {seed} does not show {f}"));
            Assert.All(Named(hides), f => Assert.False(facts.Contains(f), $"seed {seed} shows {f}"));
        }
    }

    static string[] Named(string facts) => facts.Split(',', StringSplitOptions.RemoveEmptyEntries);

    sealed class Standing(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }
}
