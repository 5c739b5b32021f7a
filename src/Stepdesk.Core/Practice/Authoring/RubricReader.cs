using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Scenarios;

namespace Stepdesk.Core.Practice.Authoring;

/// <summary>Reads the lines of a rubric and the forms of their checks.</summary>
sealed class RubricReader(List<Diagnostic> found, PatternReader patterns)
{
    static readonly string[] Forms =
    [
        "within",
        "before",
        "never",
        "cadence",
        "field",
        "count",
        "carries",
        "supported",
        "promise_kept",
        "text",
        "artifact",
        "mentor",
        "all",
    ];

    public RubricLine? Line(Node node) =>
        Sheet.Read(
            node,
            found,
            sheet =>
            {
                var check = Check(sheet.Take("check", required: true));
                var line = new RubricLine(
                    sheet.Text("id", required: true) ?? "",
                    sheet.Number("weight", least: 1) ?? 1,
                    sheet.Flag("critical"),
                    sheet.Text("competence") ?? "",
                    sheet.Said("text", required: true),
                    check ?? new Never(new("fix.live", []))
                )
                {
                    Branches = sheet.Texts("if_branch"),
                    Hint = sheet.Said("hint"),
                };
                return line;
            }
        );

    Check? Check(Node? node) =>
        Sheet.Read(
            node,
            found,
            sheet =>
            {
                var none = sheet.Choice(
                    "if_none",
                    ("not_met", Outcome.NotMet),
                    ("not_applicable", Outcome.NotApplicable)
                );
                var form = Array.Find(Forms, sheet.Has);
                if (form is null)
                {
                    sheet.Say("SD0004", sheet.Place, $"Say how to check: one of {string.Join(", ", Forms)}.");
                    _ = sheet.Rest().ToList();
                    return null;
                }
                var check = form switch
                {
                    "never" => sheet.Take("never") is { } of && patterns.Read(of) is { } which
                        ? new Never(which)
                        {
                            Until = patterns.Read(sheet.Take("until")),
                            After = patterns.Read(sheet.Take("after")),
                        }
                        : null,
                    "all" => new Together([.. sheet.List("all").Select(Check).OfType<Check>()]),
                    "promise_kept" => Sheet.Read(sheet.Take(form), found, s => new PromiseKept(s.Texts("to"))),
                    _ => Sheet.Read(sheet.Take(form), found, s => Form(form, s)),
                };
                return check is not null && none is { } outcome ? check with { IfNone = outcome } : check;
            }
        );

    Check? Form(string form, Sheet sheet) =>
        form switch
        {
            "within" when (Required(sheet, "from"), Required(sheet, "to")) is ({ } from, { } to) => new Within(
                from,
                to,
                sheet.Duration("max", required: true) ?? default
            ),
            "before" when (Required(sheet, "first"), Required(sheet, "then")) is ({ } first, { } then) => new Before(
                first,
                then
            ),
            "cadence"
                when (Required(sheet, "of"), Required(sheet, "from"), Required(sheet, "until"))
                    is ({ } of, { } from, { } until) => new Cadence(
                of,
                sheet.Duration("max", required: true) ?? default,
                from,
                until
            ),
            "field" => Field(sheet),
            "count" when Required(sheet, "of") is { } of => new Count(
                of,
                (int)(sheet.Number("at_least") ?? 1),
                sheet.Text("distinct"),
                patterns.Read(sheet.Take("until"))
            ),
            "carries" when Required(sheet, "in") is { } within => new Carries(
                within,
                sheet.Texts("all"),
                sheet.Texts("any"),
                sheet.Flag("ask")
            ),
            "supported" => new Supported([.. sheet.List("in").Select(patterns.Read).OfType<Pattern>()]),
            "text" => Texts(sheet),
            "artifact" => Artifact(sheet),
            "mentor" when Required(sheet, "show") is { } show => new AskMentor(
                (int)(sheet.Number("levels") ?? 4),
                show
            ),
            _ => null,
        };

    Pattern? Required(Sheet sheet, string key) => patterns.Read(sheet.Take(key, required: true));

    FieldAt? Field(Sheet sheet)
    {
        var which = new FieldMatch(sheet.Text("name", required: true) ?? "", sheet.Texts("is", required: true));
        return Required(sheet, "at") is { } at ? new(which, at) : null;
    }

    TextCheck? Texts(Sheet sheet)
    {
        var within = Required(sheet, "in");
        var node = sheet.Take("rules", required: true);
        var rules = sheet.TextsOf(node);
        foreach (var rule in rules.Except(Demands.Names, StringComparer.Ordinal))
            sheet.Say(
                "SD0005",
                node!.Place,
                $"There is no text rule '{rule}'. Those there are: {string.Join(", ", Demands.Names)}."
            );
        var every = sheet.Flag("every");
        return within is null ? null : new(within, [.. rules.Intersect(Demands.Names, StringComparer.Ordinal)], every);
    }

    Artifact Artifact(Sheet sheet)
    {
        var says = new List<(Said, Wording)>();
        foreach (var node in sheet.List("says"))
            _ = Sheet.Read(
                node,
                found,
                s =>
                {
                    var label = s.SaidOrText("label");
                    foreach (var wording in s.Wordings("words"))
                        says.Add((label, wording));
                    return s;
                }
            );
        return new(sheet.Text("kind", required: true) ?? "", says);
    }
}
