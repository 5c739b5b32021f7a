using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Authoring;
using Stepdesk.Core.Practice.Reviews;
using Stepdesk.Core.Practice.Statements;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>
/// What a run comes to as statements, against the rules of xAPI 1.0.3 (Data, 2.2 to 2.4 and 4.x) and of cmi5 (9.1 to 9.7),
/// written down here from those.
/// </summary>
public sealed partial class StatementTests
{
    const string Cmi5 = "https://w3id.org/xapi/cmi5/";
    static readonly Actor Mai = Actor.Person(8, Role.Mentor);
    static readonly DateTimeOffset Nine = new(2026, 4, 1, 9, 0, 0, TimeSpan.FromHours(7));

    static readonly Dictionary<string, string> VerbIds = new(StringComparer.Ordinal)
    {
        ["launched"] = "http://adlnet.gov/expapi/verbs/launched",
        ["initialized"] = "http://adlnet.gov/expapi/verbs/initialized",
        ["completed"] = "http://adlnet.gov/expapi/verbs/completed",
        ["passed"] = "http://adlnet.gov/expapi/verbs/passed",
        ["failed"] = "http://adlnet.gov/expapi/verbs/failed",
        ["terminated"] = "http://adlnet.gov/expapi/verbs/terminated",
        ["waived"] = "https://w3id.org/xapi/adl/verbs/waived",
        ["satisfied"] = "https://w3id.org/xapi/adl/verbs/satisfied",
    };

    [Theory]
    [InlineData("golden/pool.yaml", true, "launched initialized completed passed satisfied terminated")]
    [InlineData("golden/pool.yaml", false, "launched initialized completed")]
    [InlineData("bad/announce-early.yaml", true, "launched initialized failed terminated")]
    public void A_run_is_told_in_the_order_the_standard_asks_for(string run, bool isConfirmed, string verbs)
    {
        var made = Statements.Of(Result(run, isConfirmed), new("https://desk.example"));

        Assert.Equal(verbs, string.Join(' ', made.Select(Verb)));
        Check(made);
    }

    [Fact]
    public void Lines_are_told_beside_what_the_standard_defines()
    {
        var made = Statements.Of(
            Result("golden/pool.yaml", isConfirmed: true),
            new("https://desk.example/", WithLines: true)
        );

        Check(made);
        var lines = made.Where(s => Verb(s) == "scored").ToList();
        Assert.NotEmpty(lines);
        Assert.All(lines, l => Assert.Null(l["context"]!["contextActivities"]!["category"]));
        Assert.All(lines, l => Assert.InRange(l["result"]!["score"]!["scaled"]!.GetValue<decimal>(), 0, 1));
        Assert.Equal(
            "https://desk.example/practice/scenarios/s02-slow-lms/lines/02-1",
            (string?)lines[0]["object"]!["id"]
        );
    }

    [Fact]
    public void Told_again_it_is_the_same_and_nobody_elses()
    {
        var result = Result("golden/pool.yaml", isConfirmed: true);
        var terms = new StatementTerms("https://desk.example", WithLines: true);

        var made = Statements.Of(result, terms);

        Assert.Equal(made.Select(Text), Statements.Of(result, terms).Select(Text));
        // What was told before it was confirmed is told with the same ids after.
        Assert.Subset(
            Ids(Statements.Of(result, terms)),
            Ids(Statements.Of(Result("golden/pool.yaml", isConfirmed: false), terms))
        );
        Assert.Equal(made.Count, Ids(made).Count);
        Assert.Empty(Ids(made).Intersect(Ids(Statements.Of(result with { Session = 6 }, terms))));
        Assert.Empty(Ids(made).Intersect(Ids(Statements.Of(result, terms with { Desk = "https://other.example" }))));
    }

    [Fact]
    public void What_is_confirmed_anew_is_told_in_a_registration_of_its_own()
    {
        var (once, anew) = (Result("golden/pool.yaml", true), Result("golden/pool.yaml", true, isAnew: true));
        var terms = new StatementTerms("https://desk.example", WithLines: true);

        var made = Statements.Of(anew, terms);

        Assert.Equal(2, anew.Run.Review.Confirmations);
        Check(made);
        Assert.Empty(Ids(made).Intersect(Ids(Statements.Of(once, terms))));
        var all = Statements.Of(once, terms).Concat(made).Where(s => Verb(s) is "terminated").ToList();
        Assert.Equal(2, all.Select(s => (string?)s["context"]!["registration"]).Distinct().Count());
    }

    [Fact]
    public void Nobody_is_named_unless_that_is_asked_for_and_an_erased_person_never_is()
    {
        var result = Result("golden/pool.yaml", isConfirmed: true);
        var plain = string.Concat(Statements.Of(result, new("https://desk.example", WithLines: true)).Select(Text));
        foreach (var secret in (string[])["Hân", "han@desk.example", "mbox", "Chị", "Rất tốt"])
            Assert.DoesNotContain(secret, plain, StringComparison.Ordinal);
        Assert.Contains("\"person-7\"", plain, StringComparison.Ordinal);

        var named = Statements.Of(result, new("https://desk.example", WithNames: true));
        Assert.All(named, s => Assert.Equal("Hân", (string?)s["actor"]!["name"]));
        Check(named);
        var erased = Statements.Of(result with { Name = "", Email = "" }, new("https://desk.example", WithNames: true));
        Assert.All(erased, s => Assert.Null(s["actor"]!["name"]));
        Check(erased);
    }

    [Fact]
    public void Work_done_elsewhere_was_never_launched_and_is_waived_once_it_is_confirmed()
    {
        var result = Result("golden/pool.yaml", isConfirmed: true);
        var begun = result.Run.Events[0];
        var run = result.Run with
        {
            Events = [begun with { Data = begun.Data.With("source", "odoo") }, .. result.Run.Events.Skip(1)],
        };

        var made = Statements.Of(result with { Run = run }, new("https://desk.example"));

        Assert.Equal("waived satisfied", string.Join(' ', made.Select(Verb)));
        Assert.Equal(
            "Equivalent Outside Activity",
            (string?)made[0]["result"]!["extensions"]![$"{Cmi5}result/extensions/reason"]
        );
        Check(made);
    }

    [Fact]
    public void Ids_are_made_as_the_standard_says() =>
        Assert.Equal(
            new Guid("2ed6657d-e927-568b-95e1-2665a8aea6a2"),
            NamedId.Of(new("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com")
        );

    static void Check(IReadOnlyList<JsonObject> made)
    {
        foreach (var statement in made)
            Check(statement);
        var defined = made.Where(IsDefined).Select(Verb).ToList();
        // Within a session no verb twice, passed or failed, launched and initialized first and terminated last.
        Assert.Equal(defined.Distinct(), defined);
        Assert.False(defined.Contains("passed") && defined.Contains("failed"));
        if (!defined.Contains("waived"))
            Assert.Equal(["launched", "initialized"], defined.Take(2));
        if (defined.Contains("terminated"))
            Assert.Equal("terminated", Verb(made[^1]));
        Assert.Equal(
            made.Select(s => (string?)s["timestamp"]).Order(StringComparer.Ordinal),
            made.Select(s => (string?)s["timestamp"])
        );
        Assert.Single(made.Select(s => (string?)s["context"]!["registration"]).Distinct());
        Assert.Single(
            made.Select(s => (string?)s["context"]!["extensions"]![$"{Cmi5}context/extensions/sessionid"]).Distinct()
        );
    }

    static void Check(JsonObject statement)
    {
        string[] known = ["id", "actor", "verb", "object", "result", "context", "timestamp"];
        Assert.Empty(statement.Select(p => p.Key).Except(known));
        Assert.Matches(Uuid(), (string?)statement["id"]);
        Assert.Matches(Uuid(), (string?)statement["context"]!["registration"]);
        Assert.Matches(
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$",
            (string?)statement["timestamp"]
        );
        // An agent has one identifier; here it has to be an account.
        var actor = statement["actor"]!.AsObject();
        Assert.Equal("Agent", (string?)actor["objectType"]);
        Assert.Empty(actor.Select(p => p.Key).Except(["objectType", "name", "account"]));
        Assert.Equal(["homePage", "name"], actor["account"]!.AsObject().Select(p => p.Key));
        Assert.All(Iris(statement), iri => Assert.True(Uri.TryCreate(iri, UriKind.Absolute, out _), iri));
        var (verb, result, context) = (Verb(statement), statement["result"] as JsonObject, statement["context"]!);
        Assert.NotEmpty(statement["verb"]!["display"]!.AsObject());
        Assert.NotNull((string?)context["extensions"]![$"{Cmi5}context/extensions/sessionid"]);
        Assert.NotEmpty(context["contextActivities"]!["grouping"]!.AsArray());
        if (result?["duration"] is { } duration)
            Assert.True(XmlConvert.ToTimeSpan((string)duration!) > TimeSpan.Zero);
        if (!IsDefined(statement))
            return;
        Assert.Equal(VerbIds[verb], (string?)statement["verb"]!["id"]);
        Assert.Equal(
            verb is "passed" or "failed" or "completed" or "terminated",
            result?.ContainsKey("duration") is true
        );
        Assert.Equal(verb is "passed" or "failed", result?.ContainsKey("score") is true);
        Assert.Equal(
            verb switch
            {
                "passed" or "waived" => true,
                "failed" => false,
                _ => (bool?)null,
            },
            result?["success"]?.GetValue<bool>()
        );
        Assert.Equal(verb is "completed" or "waived" ? true : null, result?["completion"]?.GetValue<bool>());
        Assert.Equal(
            result?.ContainsKey("success") is true || result?.ContainsKey("completion") is true,
            Categories(statement).Contains($"{Cmi5}context/categories/moveon")
        );
        if (result?["score"] is { } score)
        {
            Assert.InRange(score["scaled"]!.GetValue<decimal>(), 0, 1);
            Assert.InRange(score["raw"]!.GetValue<int>(), score["min"]!.GetValue<int>(), score["max"]!.GetValue<int>());
        }
        string[] launch = ["launchmode", "launchurl", "moveon"];
        Assert.All(
            launch,
            name =>
                Assert.Equal(
                    verb is "launched",
                    context["extensions"]!.AsObject().ContainsKey($"{Cmi5}context/extensions/{name}")
                )
        );
        var type = (string?)statement["object"]!["definition"]!["type"];
        Assert.Equal(verb is "satisfied", type == $"{Cmi5}activitytype/course");
        // What the author named is not what the desk plays it as.
        Assert.NotEqual(
            (string?)statement["object"]!["id"],
            (string?)context["contextActivities"]!["grouping"]![0]!["id"]
        );
    }

    static IEnumerable<string> Iris(JsonNode? node) =>
        node switch
        {
            JsonObject map => map.SelectMany(p =>
                p.Key is "homePage" or "type" || (p.Key is "id" && map.Parent is not null) ? [(string)p.Value!]
                : p.Key is "extensions" ? p.Value!.AsObject().Select(e => e.Key)
                : Iris(p.Value)
            ),
            JsonArray list => list.SelectMany(Iris),
            _ => [],
        };

    static bool IsDefined(JsonObject statement) => Categories(statement).Contains($"{Cmi5}context/categories/cmi5");

    static IEnumerable<string?> Categories(JsonObject statement) =>
        statement["context"]!["contextActivities"]!["category"]?.AsArray().Select(c => (string?)c!["id"]) ?? [];

    static string Verb(JsonObject statement) => ((string)statement["verb"]!["id"]!).Split('/')[^1];

    static string Text(JsonObject statement) => statement.ToJsonString();

    static HashSet<string> Ids(IEnumerable<JsonObject> made) => [.. made.Select(s => (string)s["id"]!)];

    static RunResult Result(string name, bool isConfirmed, bool isAnew = false)
    {
        var test = Shipped.Slow.Tests.First(t => t.Run == name);
        var events = Rehearsal.Play(Shipped.Slow, test, Shipped.Run(name), 7).Events;
        var history = new List<Recorded>();
        if (isConfirmed)
        {
            foreach (var line in Run().Lines.Where(l => l.IsForMentor))
                Says(new GradeLine(line.Line.Id, line.Levels - 1) { Comment = "Rất tốt." });
            Says(new ConfirmRun { Remark = "Rất tốt, Hân." });
            if (isAnew)
            {
                var line = Run().Lines.First(l => l.IsForMentor).Line.Id;
                Says(new ContestLine(line, "Em nghĩ là tốt hơn."), Actor.Person(7, Role.Trainee));
                Says(new AnswerContest(line, "Đúng là vậy.") { Level = 2 });
                Says(new ConfirmRun());
            }
        }
        return new(5, "Hân", "han@desk.example", Nine.AddHours(-3), Nine.AddHours(-1), Run());

        ReviewedRun Run() => ReviewedRun.Of(7, Shipped.Slow, events, history);

        void Says(ReviewAction action, Actor? by = null) =>
            history.AddRange(
                action
                    .Decide(Run(), new(Nine, by ?? Mai))
                    .Events.Select((e, at) => new Recorded(100 + history.Count + at, new(Nine, by ?? Mai), e))
            );
    }

    [GeneratedRegex(
        "^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Uuid();
}
