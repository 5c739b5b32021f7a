using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Scenarios;

namespace Stepdesk.Core.Practice.Statements;

/// <summary>
/// A run as statements of xAPI 1.0.3 by the profile cmi5: launched and initialized when it began, completed when it was
/// handed in, and once a mentor has confirmed it passed or failed, satisfied and terminated. Work that was done elsewhere
/// was not launched here; confirmed as passed it is waived. No text that a person wrote is in any of them.
/// </summary>
public sealed class Statements
{
    const string Verbs = "http://adlnet.gov/expapi/verbs/";
    const string OtherVerbs = "https://w3id.org/xapi/adl/verbs/";
    const string Cmi5 = "https://w3id.org/xapi/cmi5/";

    readonly RunResult run;
    readonly StatementTerms terms;
    readonly string desk;
    readonly Guid space;

    Statements(RunResult run, StatementTerms terms)
    {
        (this.run, this.terms, desk) = (run, terms, terms.Desk.TrimEnd('/'));
        // Of one registration nothing is told twice: what is confirmed anew is another.
        var review = run.Run.Review;
        var before = review.Confirmed is null ? review.Confirmations : review.Confirmations - 1;
        space = NamedId.Of(
            NamedId.Addresses,
            before > 0
                ? string.Create(CultureInfo.InvariantCulture, $"{desk}/practice/{Number}/{before}")
                : $"{desk}/practice/{Number}"
        );
    }

    /// <summary>In the order of their instants. The same run gives the same statements, with the same ids.</summary>
    public static IReadOnlyList<JsonObject> Of(RunResult run, StatementTerms terms) =>
        [.. new Statements(run, terms).All()];

    Scenario Scenario => run.Run.Scenario;
    string Number => run.Session.ToString(CultureInfo.InvariantCulture);
    string Unit => $"{desk}/practice/scenarios/{Scenario.Id}";

    IEnumerable<JsonObject> All()
    {
        if (!run.IsFromElsewhere)
        {
            // No mastery score: whether a run passes, decisive lines and a mentor say, and not the score alone.
            yield return Defined(
                "launched",
                run.StartedAt,
                null,
                ("launchmode", "Normal"),
                ("launchurl", $"{desk}/practice/{Number}/desk/"),
                ("moveon", "CompletedAndPassed")
            );
            yield return Defined("initialized", run.StartedAt, null);
            if (run.IsHandedIn)
                yield return Defined(
                    "completed",
                    run.EndedAt,
                    new() { ["completion"] = true, ["duration"] = Duration }
                );
        }
        if (run.Run.Review.Confirmed is not { } confirmed)
            yield break;
        var at = confirmed.Word.At;
        if (terms.WithLines)
            foreach (
                var line in run.Run.Lines.Where(l => l.Outcome is not (Outcome.NotApplicable or Outcome.NeedsMentor))
            )
                yield return Scored(line, at);
        if (!run.IsFromElsewhere)
            yield return Defined(
                confirmed.Passed ? "passed" : "failed",
                at,
                new()
                {
                    ["score"] = new JsonObject
                    {
                        ["scaled"] = confirmed.Percent / 100m,
                        ["raw"] = confirmed.Percent,
                        ["min"] = 0,
                        ["max"] = 100,
                    },
                    ["success"] = confirmed.Passed,
                    ["duration"] = Duration,
                }
            );
        else if (confirmed.Passed)
            yield return Defined(
                "waived",
                at,
                new()
                {
                    ["success"] = true,
                    ["completion"] = true,
                    ["extensions"] = new JsonObject
                    {
                        [$"{Cmi5}result/extensions/reason"] = "Equivalent Outside Activity",
                    },
                }
            );
        if (confirmed.Passed && (run.IsHandedIn || run.IsFromElsewhere))
            yield return Defined("satisfied", at, null);
        if (!run.IsFromElsewhere)
            yield return Defined("terminated", at, new() { ["duration"] = Duration });
    }

    // What cmi5 itself defines carries its category, and that of moving on where it says success or completion.
    JsonObject Defined(
        string verb,
        DateTimeOffset at,
        JsonObject? result,
        params IReadOnlyList<(string Name, string Value)> said
    )
    {
        var isMovingOn = result?.ContainsKey("success") is true || result?.ContainsKey("completion") is true;
        var categories = new JsonArray { Activity($"{Cmi5}context/categories/cmi5") };
        if (isMovingOn)
            categories.Add(Activity($"{Cmi5}context/categories/moveon"));
        return Statement(
            verb,
            verb is "satisfied" or "waived" ? OtherVerbs : Verbs,
            at,
            verb is "satisfied"
                ? Activity($"{desk}/practice/courses/{Scenario.Id}", $"{Cmi5}activitytype/course", Scenario.Title)
                : Activity(Unit, "http://adlnet.gov/expapi/activities/simulation", Scenario.Title),
            result,
            new() { ["category"] = categories, ["grouping"] = Publisher },
            said
        );
    }

    // A statement beside those of cmi5, which therefore does not carry its category.
    JsonObject Scored(Reviews.ReviewedLine line, DateTimeOffset at) =>
        Statement(
            "scored",
            Verbs,
            at,
            Activity(
                $"{Unit}/lines/{Uri.EscapeDataString(line.Line.Id)}",
                "http://adlnet.gov/expapi/activities/objective",
                line.Line.Asks
            ),
            new()
            {
                ["score"] = new JsonObject { ["scaled"] = Math.Round((decimal)(line.Points / line.Line.Weight), 4) },
                ["success"] = line.Outcome is Outcome.Met,
            },
            new()
            {
                ["parent"] = new JsonArray { Activity(Unit) },
                ["grouping"] = Publisher,
            },
            []
        );

    JsonObject Statement(
        string verb,
        string verbs,
        DateTimeOffset at,
        JsonObject about,
        JsonObject? result,
        JsonObject activities,
        IReadOnlyList<(string Name, string Value)> said
    )
    {
        var extensions = new JsonObject { [$"{Cmi5}context/extensions/sessionid"] = IdOf("session") };
        foreach (var (name, value) in said)
            extensions[$"{Cmi5}context/extensions/{name}"] = value;
        var statement = new JsonObject
        {
            ["id"] = IdOf($"{verb} {about["id"]} {Instant(at)}"),
            ["actor"] = Learner(),
            ["verb"] = new JsonObject
            {
                ["id"] = verbs + verb,
                ["display"] = new JsonObject { ["en"] = verb },
            },
            ["object"] = about,
        };
        if (result is not null)
            statement["result"] = result;
        statement["context"] = new JsonObject
        {
            ["registration"] = IdOf("registration"),
            ["contextActivities"] = activities,
            ["extensions"] = extensions,
        };
        statement["timestamp"] = Instant(at);
        return statement;
    }

    // An account, as cmi5 asks for. Its name is the desk's number of the person, which says nothing to anybody else.
    JsonObject Learner()
    {
        var isNamed = terms.WithNames && run.Email.Length > 0;
        var learner = new JsonObject { ["objectType"] = "Agent" };
        if (isNamed)
            learner["name"] = run.Name;
        learner["account"] = new JsonObject
        {
            ["homePage"] = desk,
            ["name"] = isNamed ? run.Email : string.Create(CultureInfo.InvariantCulture, $"person-{run.Run.Trainee}"),
        };
        return learner;
    }

    // By which name the author's text is known anywhere, whichever desk plays it.
    JsonArray Publisher => [Activity($"tag:stepdesk.example,2026:scenario/{Scenario.Id}")];

    static JsonObject Activity(string id) => new() { ["objectType"] = "Activity", ["id"] = id };

    static JsonObject Activity(string id, string type, Said name)
    {
        var activity = Activity(id);
        activity["definition"] = new JsonObject
        {
            ["type"] = type,
            ["name"] = new JsonObject { ["en"] = name.En, ["vi"] = name.Vi },
        };
        return activity;
    }

    string Duration => XmlConvert.ToString(run.Took);

    string IdOf(string what) => NamedId.Of(space, what).ToString();

    static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
