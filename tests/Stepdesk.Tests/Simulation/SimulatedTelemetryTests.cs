using System.Globalization;
using System.Text.RegularExpressions;
using Stepdesk.Engine.Simulation;
using Stepdesk.Kql;
using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Evaluation;
using Stepdesk.Web.Cli;
using Stepdesk.Web.Queries;

namespace Stepdesk.Tests.Simulation;

/// <summary>A simulated day: the same for the same seed, in whatever pieces it is asked for, and with its facts in it.</summary>
public sealed partial class SimulatedTelemetryTests
{
    static readonly Scenario Slow = Scenario.Find("02", null)!;

    // No database has a part in it, so on the second one a few will do.
    static readonly ulong Seeds = Postgres.IsWanted ? 4UL : 50;

    static DateTimeOffset At(int hour, int minute = 0) => new(2026, 3, 9, hour, minute, 0, TimeSpan.FromHours(7));

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_gives_others()
    {
        var (from, to) = (At(13, 50), At(14, 5));

        Assert.Equal(Lines(7, from, to), Lines(7, from, to));
        Assert.NotEqual(Lines(7, from, to), Lines(8, from, to));
    }

    [Fact]
    public void The_first_rows_of_a_seed_stay_what_they_were()
    {
        // Recorded once: an improvement that changes what a seed gives changes every exercise that was handed out.
        var lines = Lines(7, At(13, 50), At(14, 5));

        Assert.Equal(
            "1b47b0a77d0d6abd",
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(lines))[..16]
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(13)]
    public void A_window_in_pieces_is_the_window_at_once(int minutes)
    {
        var (from, to) = (At(13, 52), At(14, 9));
        var pieces = new List<byte>();
        for (var at = from; at < to; at = at.AddMinutes(minutes))
            pieces.AddRange(Lines(7, at, at.AddMinutes(minutes) < to ? at.AddMinutes(minutes) : to));

        Assert.Equal(Lines(7, from, to), pieces);
    }

    [Fact]
    public void Rows_come_in_the_order_in_which_they_happened_and_from_the_time_asked_for()
    {
        var (from, to) = (At(14, 1), At(14, 6));
        var instants = SimulatedTelemetry.Rows(Slow, 3, from, to).Select(r => (DateTime)r.Row[0]!).ToList();

        Assert.Equal(instants.Order(), instants);
        Assert.True(instants[0] >= from.UtcDateTime && instants[^1] < to.UtcDateTime);
    }

    [Fact]
    public void However_its_clock_moves_an_instant_shows_the_same()
    {
        var (steps, leap) = (new SimulatedTelemetry(Slow, 7, At(13, 50)), new SimulatedTelemetry(Slow, 7, At(13, 50)));
        var seen = new Dictionary<int, string>();
        for (var minute = 0; minute < 14; minute++)
            seen.Add(minute, Counted(steps.At(At(13, 50).AddSeconds(minute * 60 + 37))));

        Assert.Equal(seen[13], Counted(leap.At(At(13, 50).AddSeconds(13 * 60 + 37))));
        Assert.All(seen, s => Assert.Equal(s.Value, Counted(steps.At(At(13, 50).AddSeconds(s.Key * 60 + 37)))));
        Assert.Equal(14, seen.Values.Distinct().Count());
    }

    [Fact]
    public void What_just_happened_is_not_there_before_its_lag()
    {
        var late = new SimulatedTelemetry(Slow, 7, At(13, 50)) { Lag = TimeSpan.FromSeconds(90) };

        var newest = Ask(late.At(At(14)), At(14), "union * | summarize max(timestamp)");

        Assert.True((DateTime)newest! <= At(14).AddSeconds(-90).UtcDateTime);
    }

    [Fact]
    public void Comparing_classes_over_the_usual_hours_puts_the_slow_one_first_twenty_minutes_after_it_began()
    {
        var compare = Starters.All.Single(s => s.Name == "starter-by-class").Query;
        for (var seed = 1UL; seed <= Seeds; seed++)
        {
            var catalog = new SimulatedTelemetry(Slow, seed, At(10, 21)).At(At(14, 21));

            Assert.Equal("WEB101-HN-2024", Ask(catalog, At(14, 21), $"{compare} | take 1 | project class"));
            Assert.True((double)Ask(catalog, At(14, 21), $"{compare} | take 1 | project p95")! > 20_000);
        }
    }

    [Fact]
    public void Mending_changes_what_comes_and_not_what_was()
    {
        var mended = new SimulatedTelemetry(Slow, 7, At(13, 55));
        var before = Counted(mended.At(At(14, 12)));
        mended.Mend(At(14, 12));

        Assert.Equal(before, Counted(mended.At(At(14, 12))));
        Assert.Equal(
            0L,
            Ask(mended.At(At(14, 20)), At(14, 20), "requests | where timestamp > ago(6m) and duration > 20000 | count")
        );
    }

    [Fact]
    public void Every_item_hangs_on_the_one_above_it_and_fits_into_its_time()
    {
        var catalog = new SimulatedTelemetry(Slow, 5, At(13, 50)).At(At(14, 10));

        // The browser's call holds the request, and the request what it does behind.
        Assert.Equal(
            0L,
            Ask(
                catalog,
                At(14, 10),
                "requests | where name != 'GET Notification/Poll' | join kind=leftanti (dependencies | where type == 'Ajax') on $left.operation_ParentId == $right.id | count"
            )
        );
        Assert.Equal(
            0L,
            Ask(
                catalog,
                At(14, 10),
                "requests | join kind=inner dependencies on $left.id == $right.operation_ParentId | where duration1 > duration | count"
            )
        );
        Assert.Equal(
            0L,
            Ask(
                catalog,
                At(14, 10),
                "dependencies | where type == 'Ajax' | join kind=inner requests on $left.id == $right.operation_ParentId | where duration1 > duration | count"
            )
        );
        Assert.Equal(
            0L,
            Ask(
                catalog,
                At(14, 10),
                "union requests, dependencies | where isempty(operation_Id) or strlen(operation_Id) != 32 or strlen(id) != 16 | count"
            )
        );
    }

    [Theory]
    [InlineData("01", null)]
    [InlineData("02", "A")]
    [InlineData("02", "B")]
    [InlineData("03", null)]
    [InlineData("05", "A")]
    [InlineData("05", "B")]
    [InlineData("05", "C")]
    public void An_engineer_finds_the_facts_under_every_seed(string id, string? branch)
    {
        var (from, to, questions) = Told(branch is null ? id : $"{id} {branch}");
        Assert.InRange(questions.Count, 6, 10);
        var wrong = new List<string>();
        for (var seed = 1UL; seed <= Seeds; seed++)
        {
            var catalog = new SimulatedTelemetry(Scenario.Find(id, branch)!, seed, from).At(to);
            foreach (var (question, query, answer) in questions)
                if (Said(Ask(catalog, to, query)) is var said && !Fits(said, answer))
                    wrong.Add($"seed {seed}: {question} {said} instead of {answer}");
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("02", "02", "A")]
    [InlineData("2", "02", "A")]
    [InlineData("s05-video", "05", "A")]
    public void A_scenario_is_found_by_what_people_call_it(string said, string id, string? branch) =>
        Assert.Equal((id, branch), (Scenario.Find(said, branch)!.Id, Scenario.Find(said, branch)!.Branch));

    [Theory]
    [InlineData("07", null)]
    [InlineData("05", "D")]
    [InlineData("", null)]
    public void What_is_no_scenario_is_none(string said, string? branch) => Assert.Null(Scenario.Find(said, branch));

    static byte[] Lines(ulong seed, DateTimeOffset from, DateTimeOffset to)
    {
        using var output = new MemoryStream();
        TelemetryVerbs.Write(Slow, seed, (from, to, null), output, TestContext.Current.CancellationToken);
        return output.ToArray();
    }

    static string Counted(KqlCatalog catalog) =>
        string.Join(' ', TelemetryTable.All.Select(t => $"{t.Name}={catalog.Find(t.Name)!.Count}"));

    static object? Ask(KqlCatalog catalog, DateTimeOffset now, string query)
    {
        var limits = new KqlLimits { Time = TimeSpan.FromMinutes(5) };
        var answer = KqlQuery.Run(query, catalog, now.UtcDateTime, limits);
        Assert.True(
            answer.Error is null && answer.Partial is null,
            $"{query}: {(answer.Error ?? answer.Partial)?.Message.En}"
        );
        return answer.Table!.Count == 1 ? answer.Table[0, 0] : $"{answer.Table.Count} rows";
    }

    static string Said(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "nothing";

    static bool Fits(string said, string answer) =>
        answer.Split(" to ") is [var low, var high]
            ? double.TryParse(said, CultureInfo.InvariantCulture, out var number)
                && number >= double.Parse(low, CultureInfo.InvariantCulture)
                && number <= double.Parse(high, CultureInfo.InvariantCulture)
            : said == answer;

    static (
        DateTimeOffset From,
        DateTimeOffset To,
        List<(string Question, string Query, string Answer)> Questions
    ) Told(string heading)
    {
        var page = Repository.Read("docs/simulated-telemetry.md");
        var chapter = Chapter().Split(page).Single(c => c.StartsWith(heading + " ", StringComparison.Ordinal));
        var hours = Hours().Match(chapter);
        return (
            DateTimeOffset.Parse(hours.Groups["from"].Value, CultureInfo.InvariantCulture),
            DateTimeOffset.Parse(hours.Groups["to"].Value, CultureInfo.InvariantCulture),
            [
                .. Question()
                    .Matches(chapter)
                    .Select(m => (m.Groups["asked"].Value, m.Groups["query"].Value, m.Groups["answer"].Value)),
            ]
        );
    }

    [GeneratedRegex("^## ", RegexOptions.Multiline, 1000)]
    private static partial Regex Chapter();

    [GeneratedRegex(@"^From (?<from>\S+) to (?<to>\S+)\.$", RegexOptions.Multiline, 1000)]
    private static partial Regex Hours();

    [GeneratedRegex(
        @"^### (?<asked>.+)\n\n```kusto\n(?<query>[^`]+)\n```\n\nAnswer: (?<answer>.+)$",
        RegexOptions.Multiline,
        1000
    )]
    private static partial Regex Question();
}
