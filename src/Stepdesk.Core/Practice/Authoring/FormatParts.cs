using System.Text.Json;
using System.Text.Json.Nodes;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Service;
using static Stepdesk.Core.Practice.Authoring.JsonShape;

namespace Stepdesk.Core.Practice.Authoring;

/// <summary>
/// What a scenario's files are put together from, as JSON Schema: sentences, patterns, conditions, effects, checks, steps.
/// </summary>
static class FormatParts
{
    /// <summary>Every part, by the name by which the files' schemas refer to it.</summary>
    public static JsonObject All() =>
        Of(
            ("said", Map(("vi", Scalar(), true), ("en", Scalar(), true))),
            ("texts", Any(Scalar(), List(Scalar()))),
            ("duration", Of(("type", "string"), ("pattern", "^(?=[0-9])([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?$"))),
            (
                "delay",
                Any(
                    Ref("duration"),
                    Map(
                        ("min", Ref("duration"), true),
                        ("mode", Ref("duration"), false),
                        ("max", Ref("duration"), true)
                    )
                )
            ),
            (
                "actor",
                Map(
                    ("role", Scalar(), true),
                    ("name", Ref("said"), true),
                    ("address", Ref("said"), false),
                    ("email", Scalar(), false),
                    ("audience", Enum(["customer", "manager", "technical"]), false),
                    ("greeted", Ref("texts"), false),
                    ("reply_after", Ref("delay"), false),
                    ("hours", Scalar(), false),
                    (
                        "intents",
                        Named(
                            Map(
                                ("phrases", Ref("texts"), false),
                                ("unless", Ref("condition"), false),
                                (
                                    "tries",
                                    Map(
                                        ("works", Ref("condition"), true),
                                        ("line", Scalar(), true),
                                        ("fails", Scalar(), true),
                                        ("after", Ref("delay"), false)
                                    ),
                                    false
                                )
                            )
                        ),
                        false
                    )
                )
            ),
            (
                "column",
                Map(
                    ("title", Ref("said"), true),
                    ("personal", Flag(), false),
                    ("of", Ref("texts"), false),
                    ("part_of", Scalar(), false),
                    ("each", Ref("texts"), false),
                    ("sum", Spread(), false),
                    ("mean", Spread(), false)
                )
            ),
            ("pattern", Pattern()),
            ("condition", Condition()),
            ("effect", Effect()),
            (
                "line",
                Map(
                    ("id", Scalar(), true),
                    ("weight", Scalar(), false),
                    ("critical", Flag(), false),
                    ("competence", Scalar(), false),
                    ("text", Ref("said"), true),
                    ("hint", Ref("said"), false),
                    ("if_branch", Ref("texts"), false),
                    ("check", Ref("check"), true)
                )
            ),
            ("check", Check()),
            ("step", Step())
        );

    // One map for each event, so that an editor offers the fields of the one that was named.
    static JsonObject Pattern() =>
        Any([
            Enum(EventTypes.All),
            .. EventTypes.All.Select(type =>
                Map([("event", Of(("const", type)), true), .. About, .. Fields(EventTypes.FieldsOf(type)!)])
            ),
            Map([
                ("message_to", Ref("texts"), true),
                .. About,
                .. Fields(EventTypes.FieldsOf(EventTypes.MessageSent)!),
            ]),
            Map(("sets", Scalar(), true), ("is", Ref("texts"), true)),
        ]);

    static (string, JsonNode, bool)[] About =>
        [
            ("by", Scalar(), false),
            ("carries", Ref("texts"), false),
            ("carries_fewer_than", Map(("of", Ref("texts"), true), ("n", Scalar(), true)), false),
            ("covers", Scalar(), false),
        ];

    static JsonObject Spread() => Map(("min", Scalar(), true), ("max", Scalar(), true));

    static IEnumerable<(string, JsonNode, bool)> Fields(IEnumerable<string> names) =>
        names.Select(n => (n, (JsonNode)Ref("texts"), false));

    static JsonObject Condition() =>
        Any(
            Ref("pattern"),
            Map(("all", List(Ref("condition")), true)),
            Map(("any", List(Ref("condition")), true)),
            Map(("sequence", List(Ref("pattern")), true)),
            Map(("not", Ref("condition"), true)),
            Map(("elapsed", Ref("duration"), true)),
            Map(
                (
                    "silence",
                    Map(("of", Ref("pattern"), true), ("for", Ref("duration"), true), ("since", Ref("pattern"), false)),
                    true
                )
            ),
            Map(("revealed", Scalar(), true)),
            Map(("branch", Ref("texts"), true)),
            Map(("field", Scalar(), true), ("is", Ref("texts"), true)),
            Map(("variable", Scalar(), true), ("is", Scalar(), true))
        );

    static JsonObject Effect()
    {
        JsonObject Said() => Map(("from", Scalar(), true), ("line", Scalar(), true), ("key", Scalar(), false));
        return Any(
            Map(("mail", Said(), true), ("after", Ref("delay"), false)),
            Map(("chat", Said(), true), ("after", Ref("delay"), false)),
            Map(
                ("emit", Enum(EventTypes.Emitted), true),
                ("by", Scalar(), false),
                ("key", Scalar(), false),
                ("after", Ref("delay"), false)
            ),
            Map(
                ("set", Map(("variable", Scalar(), true), ("to", Scalar(), true)), true),
                ("after", Ref("delay"), false)
            )
        );
    }

    static JsonObject Check()
    {
        JsonNode Which() => Ref("pattern");
        (string, JsonNode, bool)[] forms =
        [
            ("within", Map(("from", Which(), true), ("to", Which(), true), ("max", Ref("duration"), true)), true),
            ("before", Map(("first", Which(), true), ("then", Which(), true)), true),
            (
                "cadence",
                Map(
                    ("of", Which(), true),
                    ("max", Ref("duration"), true),
                    ("from", Which(), true),
                    ("until", Which(), true)
                ),
                true
            ),
            ("field", Map(("name", Scalar(), true), ("is", Ref("texts"), true), ("at", Which(), true)), true),
            (
                "count",
                Map(
                    ("of", Which(), true),
                    ("at_least", Scalar(), false),
                    ("distinct", Scalar(), false),
                    ("until", Which(), false)
                ),
                true
            ),
            (
                "carries",
                Map(
                    ("in", Which(), true),
                    ("all", Ref("texts"), false),
                    ("any", Ref("texts"), false),
                    ("ask", Flag(), false)
                ),
                true
            ),
            ("supported", Map(("in", List(Which()), false)), true),
            ("promise_kept", Map(("to", Ref("texts"), false)), true),
            (
                "text",
                Map(
                    ("in", Which(), true),
                    ("rules", Any(Enum(Demands.Names), List(Enum(Demands.Names))), true),
                    ("every", Flag(), false)
                ),
                true
            ),
            (
                "artifact",
                Map(
                    ("kind", Scalar(), true),
                    (
                        "says",
                        List(Map(("label", Any(Scalar(), Ref("said")), true), ("words", Ref("texts"), false))),
                        false
                    )
                ),
                true
            ),
            ("mentor", Map(("levels", Scalar(), false), ("show", Which(), true)), true),
            ("all", List(Ref("check")), true),
        ];
        (string, JsonNode, bool) none = ("if_none", Enum(["not_met", "not_applicable"]), false);
        return Any([
            .. forms.Select(form => Map(form, (none.Item1, none.Item2.DeepClone(), false))),
            Map(
                ("never", Which(), true),
                ("until", Which(), false),
                ("after", Which(), false),
                (none.Item1, none.Item2.DeepClone(), false)
            ),
        ]);
    }

    static JsonObject Step()
    {
        (string, JsonNode, bool)[] When() =>
            [
                ("at", Ref("duration"), false),
                ("after", Ref("pattern"), false),
                ("wait", Ref("duration"), false),
                ("every", Ref("duration"), false),
                ("until", Ref("pattern"), false),
                ("optional", Flag(), false),
            ];
        return Any([
            .. Verbs.All.Select(verb =>
                Map([
                    (
                        verb.Name,
                        verb.Fields.Count == 0
                            ? Scalar()
                            : Map([.. verb.Fields.Select(f => (f.Name, (JsonNode)Value(f.Kind), f.Required))]),
                        true
                    ),
                    .. When(),
                ])
            ),
            Map([
                (ScriptReader.Inject, Map(("injection", Scalar(), true), ("reason", Scalar(), true)), true),
                .. When(),
            ]),
        ]);
    }

    static JsonObject Value(FieldKind kind) =>
        kind switch
        {
            FieldKind.Duration => Ref("duration"),
            FieldKind.Class => Enum(Snake<ClassOfService>()),
            FieldKind.Priority => Enum(Snake<Priority>()),
            FieldKind.Texts or FieldKind.People or FieldKind.Facts or FieldKind.Columns => Ref("texts"),
            _ => Scalar(),
        };

    static IEnumerable<string> Snake<T>()
        where T : struct, Enum => System.Enum.GetNames<T>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName);
}
