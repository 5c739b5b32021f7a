using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;

namespace Stepdesk.Core.Practice.Authoring;

/// <summary>Reads conditions, effects and the rules made of them.</summary>
sealed class RuleReader(List<Diagnostic> found, PatternReader patterns, IReadOnlyList<Character> cast)
{
    public Condition? Condition(Node? node) =>
        node is TextNode text
            ? patterns.Read(text) is { } which
                ? new Happened(which)
                : null
            : Sheet.Read(node, found, Condition);

    Condition? Condition(Sheet sheet)
    {
        if (sheet.Has("all"))
            return new AllOf(Conditions(sheet, "all"));
        if (sheet.Has("any"))
            return new AnyOf(Conditions(sheet, "any"));
        if (sheet.Has("sequence"))
            return new InOrder([.. sheet.List("sequence").Select(patterns.Read).OfType<Pattern>()]);
        if (sheet.Has("not"))
            return Condition(sheet.Take("not")) is { } other ? new Not(other) : null;
        if (sheet.Has("elapsed"))
            return sheet.Duration("elapsed") is { } time ? new Elapsed(time) : null;
        if (sheet.Has("silence"))
            return Sheet.Read(sheet.Take("silence"), found, Silence);
        if (sheet.Has("revealed"))
            return sheet.Text("revealed") is { } fact ? new Revealed(fact) : null;
        if (sheet.Has("branch"))
            return new BranchIs(sheet.Texts("branch"));
        if (sheet.Has("field"))
            return new FieldIs(new(sheet.Text("field") ?? "", sheet.Texts("is", required: true)));
        if (sheet.Has("variable"))
            return new VariableIs(sheet.Text("variable") ?? "", sheet.Text("is", required: true) ?? "");
        return patterns.Read(sheet) is { } which ? new Happened(which) : null;
    }

    IReadOnlyList<Condition> Conditions(Sheet sheet, string key) =>
        [.. sheet.List(key).Select(Condition).OfType<Condition>()];

    Silence? Silence(Sheet sheet)
    {
        var of = patterns.Read(sheet.Take("of", required: true));
        var time = sheet.Duration("for", required: true);
        var since = patterns.Read(sheet.Take("since"));
        return of is null || time is null ? null : new(of, time.Value, since);
    }

    public Rule? Moment(Node node, int order) =>
        Sheet.Read(
            node,
            found,
            sheet =>
            {
                var at = sheet.Duration("at", required: true) ?? default;
                return Ruled(sheet, $"timeline.{order}", order, new Elapsed(at), "do");
            }
        );

    public Rule? Rule(Node node, int order) =>
        Sheet.Read(
            node,
            found,
            sheet =>
            {
                var id = sheet.Text("id", required: true) ?? "";
                var when = Condition(sheet.Take("when", required: true));
                return Ruled(sheet, id, order, when ?? new BranchIs([]), "then");
            }
        );

    /// <summary>What somebody can be asked.</summary>
    public Intent Intent(string id, Sheet sheet) =>
        new(id, sheet.Wordings("phrases"))
        {
            Unless = Condition(sheet.Take("unless")),
            Tries = Sheet.Read(
                sheet.Take("tries"),
                found,
                s => new Trial(
                    Condition(s.Take("works", required: true)) ?? new BranchIs([]),
                    s.Text("line", required: true) ?? "",
                    s.Text("fails", required: true) ?? "",
                    s.Delay("after") ?? Delay.None
                )
            ),
        };

    /// <summary>What a mentor can send in: a rule that only a mentor sets going, and once.</summary>
    public Injection Injection(string id, Sheet sheet) =>
        new(
            id,
            sheet.Said("title", required: true),
            new(
                InjectionId + id,
                0,
                new Happened(new(EventTypes.MentorInjected, [new("injection", [id])])),
                Condition(sheet.Take("unless")),
                1,
                [.. sheet.List("then").Select(Effect).OfType<Effect>()]
            )
            {
                Branches = sheet.Texts("if_branch"),
            }
        );

    /// <summary>How the ids of rules begin that a mentor sets going.</summary>
    public const string InjectionId = "injection.";

    Rule Ruled(Sheet sheet, string id, int order, Condition when, string then) =>
        new(
            id,
            order,
            when,
            Condition(sheet.Take("unless")),
            sheet.Take("repeat") switch
            {
                TextNode { Text: "always" } => Scenarios.Rule.Always,
                TextNode text when int.TryParse(text.Text, out var times) && times > 0 => times,
                null => 1,
                var other => Wrong(sheet, other),
            },
            [.. sheet.List(then).Select(Effect).OfType<Effect>()]
        )
        {
            Branches = sheet.Texts("if_branch"),
        };

    static int Wrong(Sheet sheet, Node node)
    {
        sheet.Say("SD0005", node.Place, "repeat is a number from 1, or always.");
        return 1;
    }

    Effect? Effect(Node node) => Sheet.Read(node, found, Effect);

    Effect? Effect(Sheet sheet)
    {
        if (sheet.Has("mail") || sheet.Has("chat"))
            return Say(sheet, byMail: sheet.Has("mail"));
        var after = sheet.Delay("after") ?? Delay.None;
        if (sheet.Has("set"))
            return Sheet.Read(
                sheet.Take("set"),
                found,
                set => new Assign(after, set.Text("variable", true) ?? "", set.Text("to", true) ?? "")
            );
        if (sheet.Text("emit", required: true) is not { } type)
            return null;
        if (!EventTypes.Emitted.Contains(type, StringComparer.Ordinal))
            sheet.Say(
                "SD0105",
                sheet.Place,
                $"A rule cannot make '{type}' happen. It can: {string.Join(", ", EventTypes.Emitted)}."
            );
        return new Emit(after, type, sheet.Text("by") ?? SessionEvent.Director, sheet.Text("key"));
    }

    // What somebody says comes after the time that person needs, unless the rule says otherwise.
    Say? Say(Sheet sheet, bool byMail)
    {
        var after = sheet.Delay("after");
        return Sheet.Read(
            sheet.Take(byMail ? "mail" : "chat"),
            found,
            said =>
            {
                var (from, line) = (said.Text("from", true) ?? "", said.Text("line", true) ?? "");
                var usual = cast.FirstOrDefault(c => c.Id == from)?.ReplyAfter ?? Delay.None;
                return new Say(after ?? usual, from, line, said.Text("key") ?? line, byMail);
            }
        );
    }
}
