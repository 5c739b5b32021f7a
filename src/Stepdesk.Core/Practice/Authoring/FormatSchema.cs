using System.Text.Json;
using System.Text.Json.Nodes;
using Stepdesk.Core.Practice.Claims;
using Stepdesk.Core.Practice.Scenarios;
using static Stepdesk.Core.Practice.Authoring.JsonShape;

namespace Stepdesk.Core.Practice.Authoring;

/// <summary>
/// What an author can write, as JSON Schema for an editor: it completes keys and marks what is misspelt while one types.
/// Moves, events and text rules come from where the program has them; what names lead to, only the linter says.
/// </summary>
public static class FormatSchema
{
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The kinds of files there are a schema for.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["scenario", "rubric", "lines", "run"];

    /// <summary>The schema of one kind of file.</summary>
    /// <exception cref="ArgumentException">There is no such kind.</exception>
    public static string Write(string kind)
    {
        var schema = kind switch
        {
            "scenario" => Scenario(),
            "rubric" => Map(("rubric", List(Ref("line")), true)),
            "lines" => Of(("type", "object"), ("additionalProperties", Scalar())),
            "run" => List(Ref("step")),
            _ => throw new ArgumentException(
                $"There is no schema of {kind}. Those there are: {string.Join(", ", Kinds)}.",
                nameof(kind)
            ),
        };
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", $"stepdesk {kind}");
        schema["$defs"] = FormatParts.All();
        return schema.ToJsonString(Indented);
    }

    static JsonObject Scenario() =>
        Map(
            ("format", Of(("const", ScenarioReader.Format)), true),
            ("id", Scalar(), true),
            ("version", Scalar(), true),
            ("title", Ref("said"), true),
            ("situation", Ref("said"), true),
            ("tasks", List(Ref("said")), false),
            ("tips", List(Ref("said")), false),
            ("clock", Map(("start", Scalar(), true), ("horizon", Ref("duration"), true)), true),
            (
                "promises",
                Map(
                    DeskPromises.Classes.Select(c =>
                        (
                            c.Name,
                            (JsonNode)Map(("acknowledge", Ref("duration"), false), ("update", Ref("duration"), false)),
                            false
                        )
                    )
                ),
                false
            ),
            (
                "branches",
                List(
                    Map(
                        ("id", Scalar(), true),
                        ("weight", Scalar(), true),
                        ("title", Ref("said"), true),
                        ("telemetry", Scalar(), false)
                    )
                ),
                true
            ),
            ("draws", Named(Map(("of", Ref("texts"), true))), false),
            ("actors", Named(Ref("actor")), false),
            (
                "facts",
                Named(
                    Map(
                        ("say", Ref("said"), true),
                        ("mention", Ref("texts"), false),
                        ("reveal", List(Ref("pattern")), false),
                        ("if_branch", Ref("texts"), false)
                    )
                ),
                false
            ),
            (
                "figures",
                Named(
                    Map(
                        ("facts", Ref("texts"), true),
                        ("said", Ref("texts"), false),
                        ("part", Ref("texts"), false),
                        ("of", Enum(Form.All.Select(f => f.Name)), false),
                        ("about", Ref("texts"), false),
                        ("is", Ref("texts"), true),
                        ("always", Flag(), false),
                        ("until", Ref("texts"), false)
                    )
                ),
                false
            ),
            ("mentioned", Ref("texts"), false),
            ("ids", Named(Map(("shape", Ref("texts"), true), ("known", Ref("texts"), true))), false),
            (
                "workarounds",
                Named(Map(("say", Ref("said"), true), ("mention", Ref("texts"), false), ("open", Ref("texts"), false))),
                false
            ),
            (
                "articles",
                Named(
                    Map(("title", Ref("said"), true), ("text", Ref("said"), true), ("if_branch", Ref("texts"), false))
                ),
                false
            ),
            ("columns", Named(Ref("column")), false),
            ("report", Map(("name", Ref("said"), true), ("comes", Ref("condition"), false)), false),
            ("hand_in", Named(Map(("title", Ref("said"), true), ("hint", Ref("said"), false))), false),
            ("probes", Named(Map(("title", Ref("said"), true), ("works", Ref("condition"), true))), false),
            (
                "timeline",
                List(Map([("at", Ref("duration"), true), ("do", List(Ref("effect")), false), .. Ruled])),
                false
            ),
            (
                "rules",
                List(
                    Map([
                        ("id", Scalar(), true),
                        ("when", Ref("condition"), true),
                        ("then", List(Ref("effect")), false),
                        .. Ruled,
                    ])
                ),
                false
            ),
            (
                "injections",
                Named(
                    Map(
                        ("title", Ref("said"), true),
                        ("unless", Ref("condition"), false),
                        ("if_branch", Ref("texts"), false),
                        ("then", List(Ref("effect")), false)
                    )
                ),
                false
            ),
            ("rubric", List(Ref("line")), false),
            (
                "pass",
                Map(("share", Scalar(), true), ("every_critical", Flag(), false), ("mentor", Flag(), false)),
                true
            ),
            (
                "drills",
                List(
                    Map(
                        ("id", Scalar(), true),
                        ("branch", Scalar(), true),
                        ("question", Ref("said"), true),
                        (
                            "choices",
                            List(
                                Map(
                                    ("right", Flag(), false),
                                    ("say", Ref("said"), true),
                                    ("because", Ref("said"), true)
                                )
                            ),
                            false
                        )
                    )
                ),
                false
            ),
            (
                "tests",
                List(
                    Map(
                        ("run", Scalar(), true),
                        ("branch", Scalar(), true),
                        (
                            "expect",
                            Map(
                                ("pass", Ref("texts"), false),
                                ("fail", Ref("texts"), false),
                                ("fired", Ref("texts"), false),
                                ("closed", Flag(), false)
                            ),
                            true
                        )
                    )
                ),
                false
            )
        );

    static (string, JsonNode, bool)[] Ruled =>
        [("unless", Ref("condition"), false), ("repeat", Scalar(), false), ("if_branch", Ref("texts"), false)];
}
