using System.Text.RegularExpressions;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Practice.Authoring;

/// <summary>Whether a scenario whose names all lead somewhere can be played, and fairly.</summary>
sealed partial class Meaning(Scenario scenario, Atlas atlas, List<Diagnostic> found)
{
    public void Check()
    {
        foreach (var branch in scenario.Branches)
        {
            Facts(branch.Id);
            Rules(branch.Id);
        }
        Lines();
        People();
        Conflicts();
        Targets();
        Wordings();
        Figures();
    }

    // A fact a line asks for has to come to light somehow, in every branch in which the line counts.
    void Facts(string branch)
    {
        var asked = scenario.Rubric.Where(l => l.In(branch)).SelectMany(l => l.Check.Facts).ToHashSet();
        foreach (var fact in scenario.Facts.Where(f => f.In(branch)))
            if (!fact.Reveals.Any(r => CanHappen(r, branch)))
                Say(
                    "SD0201",
                    atlas.Of("facts", fact.Id),
                    $"Nothing in the branch {branch} reveals '{fact.Id}'. Add a look-up or an answer under reveal."
                );
        // Of several that would do, one is enough: those are not asked for one by one.
        var all = scenario
            .Rubric.Where(l => l.In(branch))
            .Select(l => l.Check)
            .OfType<Carries>()
            .SelectMany(c => c.All);
        foreach (var fact in all.Where(asked.Contains).Distinct(StringComparer.Ordinal))
            if (scenario.FactOf(fact) is { } known && !known.In(branch))
                Say(
                    "SD0201",
                    atlas.Of("facts", fact),
                    $"A line asks for '{fact}' in the branch {branch}, in which it is not true. Limit the line with if_branch."
                );
    }

    void Rules(string branch)
    {
        foreach (var rule in scenario.Rules.Where(r => r.In(branch)))
            if (!CanHold(rule.When, branch))
                Say(
                    "SD0202",
                    atlas.Rule(rule),
                    $"The rule '{rule.Id}' can never fire in the branch {branch}. Correct its when, or limit it with if_branch."
                );
    }

    bool CanHold(Condition condition, string branch) =>
        condition switch
        {
            Happened happened => CanHappen(happened.Which, branch),
            InOrder order => order.Steps.All(s => CanHappen(s, branch)),
            Elapsed elapsed => elapsed.Time <= scenario.Horizon,
            Silence silence => silence.For <= scenario.Horizon
                && (silence.Since is null || CanHappen(silence.Since, branch)),
            BranchIs of => of.Of.Contains(branch, StringComparer.Ordinal),
            Revealed revealed => scenario.FactOf(revealed.Fact)?.In(branch) ?? false,
            AllOf all => all.Conditions.All(c => CanHold(c, branch)),
            AnyOf any => any.Conditions.Any(c => CanHold(c, branch)),
            VariableIs variable => Effects(branch).OfType<Assign>().Any(a => a.Name == variable.Name),
            _ => true,
        };

    bool CanHappen(Pattern pattern, string branch)
    {
        if (pattern.Sets is not null || Verbs.All.Any(v => v.Event == pattern.Type))
            return pattern.Fields.All(f => CanBe(f));
        return pattern.Type switch
        {
            EventTypes.MailReceived => Said(pattern, branch, byMail: true),
            EventTypes.ChatReceived => Said(pattern, branch, byMail: false),
            EventTypes.RuleFired => true,
            EventTypes.FactRevealed => true,
            EventTypes.WatchEnded => true,
            EventTypes.Started => true,
            EventTypes.Refused => true,
            EventTypes.MentorInjected => scenario.Injections.Any(i =>
                i.Rule.In(branch) && pattern.Fields.All(f => f.Name is not "injection" || f.Of.Contains(i.Id))
            ),
            EventTypes.VariableSet => Effects(branch).OfType<Assign>().Any(),
            _ => Effects(branch).OfType<Emit>().Any(e => e.Type == pattern.Type),
        };
    }

    // What somebody is understood to ask must be something that person can be asked.
    bool CanBe(FieldMatch field) =>
        field.Name is not "understood"
        || field.Of.Any(text =>
            text is FieldMatch.Any or FieldMatch.None
            || scenario.Cast.Any(c => c.Intents.Any(i => $"{c.Id}.{i.Id}" == text))
        );

    bool Said(Pattern pattern, string branch, bool byMail) =>
        Effects(branch)
            .OfType<Say>()
            .Any(s =>
                s.ByMail == byMail
                && pattern.Fields.All(f =>
                    f.Of.Contains(FieldMatch.Any)
                    || f.Of.Contains(
                        f.Name switch
                        {
                            "from" => s.From,
                            "line" => s.Line,
                            _ => s.Key,
                        }
                    )
                )
            );

    IEnumerable<Effect> Effects(string branch) => scenario.Rules.Where(r => r.In(branch)).SelectMany(r => r.Then);

    void Lines()
    {
        var said = scenario.Rules.SelectMany(r => r.Then).OfType<Say>().SelectMany(s => s.Lines).ToHashSet();
        foreach (var line in scenario.Lines.Keys)
        {
            if (!said.Contains(line.Split(Core.Practice.Scenarios.Lines.ForBranch)[0]))
                Say("SD0203", atlas.Said(line), $"Nobody says '{line}'. Let a rule say it, or take it out.");
            foreach (var language in (Language[])[Language.Vi, Language.En])
                if (string.IsNullOrWhiteSpace(scenario.Lines.Find(line, language)))
                    Say("SD0204", atlas.Said(line), $"'{line}' is not said in {Name(language)}. Write it there too.");
                else
                    Placeholders(line, scenario.Lines.Find(line, language)!);
        }
    }

    void Placeholders(string line, string text)
    {
        foreach (var name in Braces().Matches(text).Select(m => m.Groups["name"].Value))
            if (scenario.Draws.All(d => d.Name != name))
                Say(
                    "SD0211",
                    atlas.Said(line),
                    $"Nothing fills {{{name}}} in '{line}'. Add it to draws, or write it out."
                );
    }

    void People()
    {
        foreach (var person in scenario.Cast)
            if (
                !scenario
                    .Rules.SelectMany(r => r.Then)
                    .Any(e => e is Say say && say.From == person.Id || e is Emit emit && emit.By == person.Id)
            )
                Say("SD0213", atlas.Of("actors", person.Id), $"'{person.Id}' never says or does anything.");
    }

    // Of two answers to one event the file's order would decide, and no reader would guess that.
    void Conflicts()
    {
        var written = scenario.Rules.Where(r => r is { When: Happened, Unless: null }).ToList();
        foreach (var (at, one) in written.Index())
        foreach (var other in written.Skip(at + 1))
            if (
                Same(((Happened)one.When).Which, ((Happened)other.When).Which)
                && Overlap(one.Branches, other.Branches)
                && Speakers(one).Intersect(Speakers(other), StringComparer.Ordinal).FirstOrDefault() is { } person
            )
                Say(
                    "SD0205",
                    atlas.Rule(other),
                    $"'{one.Id}' and '{other.Id}' both let '{person}' act on the same event. Tell them apart with unless, or make one of them."
                );
    }

    static bool Same(Pattern one, Pattern other) => Written(one) == Written(other);

    static string Written(Pattern p) =>
        $"{p.Type}|{p.By}|{string.Join(';', p.Fields.Select(f => $"{f.Name}={string.Join(',', f.Of)}").Order(StringComparer.Ordinal))}|{string.Join(',', p.Carries)}|{p.Lacks?.Count}|{p.Covers:O}|{p.Sets}";

    static bool Overlap(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.Count == 0 || other.Count == 0 || one.Intersect(other, StringComparer.Ordinal).Any();

    static IEnumerable<string> Speakers(Rule rule) =>
        rule
            .Then.Select(e =>
                e switch
                {
                    Say say => say.From,
                    Emit emit => emit.By,
                    _ => "",
                }
            )
            .Where(name => name is not ("" or SessionEvent.Director));

    // What other people do takes them a time the trainee has no hand in.
    void Targets()
    {
        foreach (var line in scenario.Rubric)
        foreach (var within in Whole(line.Check).OfType<Within>())
        foreach (var branch in scenario.Branches.Where(b => line.In(b.Id)))
        {
            var makers = Effects(branch.Id).Where(e => Makes(e, within.To)).ToList();
            if (makers.Count > 0 && makers.Min(e => e.After.Max) is var slowest && slowest > within.Max)
                Say(
                    "SD0206",
                    atlas.Line(line.Id),
                    $"'{line.Id}' asks for {within.To.Type} within {Durations.Written(within.Max)}, but that can take {Durations.Written(slowest)} in the branch {branch.Id}. Allow more, or let people be quicker."
                );
        }
    }

    static bool Makes(Effect effect, Pattern what) =>
        effect switch
        {
            Emit emit => emit.Type == what.Type,
            Say say => what.Type == (say.ByMail ? EventTypes.MailReceived : EventTypes.ChatReceived)
                && what.Fields.All(f =>
                    f.Name is not ("line" or "key") || f.Of.Contains(say.Line) || f.Of.Contains(say.Key)
                ),
            _ => false,
        };

    static IEnumerable<Check> Whole(Check check) =>
        check is Together together ? together.Parts.SelectMany(Whole).Prepend(check) : [check];

    void Wordings()
    {
        foreach (var fact in scenario.Facts)
        {
            var place = atlas.Of("facts", fact.Id);
            foreach (var language in (Language[])[Language.Vi, Language.En])
            {
                var text = FoldedText.Of(fact.Says.In(language));
                if (!fact.IsMentionedIn(text))
                    Say(
                        "SD0209",
                        place,
                        $"The wording of '{fact.Id}' does not find “{text.Source}”. Add a mention that does (without marks, lower case)."
                    );
                foreach (var other in scenario.Facts)
                    if (other.Id != fact.Id && Overlap(other.Branches, fact.Branches) && other.IsMentionedIn(text))
                        Say(
                            "SD0210",
                            atlas.Of("facts", other.Id),
                            $"The wording of '{other.Id}' also finds “{text.Source}”, which is '{fact.Id}'. Make it narrower."
                        );
            }
        }
    }

    // Nobody the author lets speak is wrong about the author's own numbers.
    void Figures()
    {
        var spoken = scenario.Facts.Select(f => f.Says).Concat(scenario.Lines.Keys.Select(scenario.Lines.Of));
        var texts = spoken.SelectMany(s => (FoldedText[])[FoldedText.Of(s.Vi), FoldedText.Of(s.En)]).ToList();
        foreach (var figure in scenario.Figures)
            if (texts.SelectMany(t => figure.WrongIn(t)).FirstOrDefault() is { Words: var words })
                Say(
                    "SD0214",
                    atlas.Of("figures", figure.Id),
                    $"By '{figure.Id}', somebody says “{words.Text}” and is wrong. Add the number to 'is', or make the wording narrower."
                );
        foreach (var ids in scenario.Ids)
            if (texts.SelectMany(t => ids.MadeUpIn(t, _ => false)).FirstOrDefault() is { } words)
                Say(
                    "SD0214",
                    atlas.Of("ids", ids.Id),
                    $"By '{ids.Id}', somebody says “{words.Text}”, which is none of them. Add it to 'known', or make the shape narrower."
                );
    }

    static string Name(Language language) => language is Language.Vi ? "Vietnamese" : "English";

    void Say(string code, Place place, string message)
    {
        var one = new Diagnostic(code, place, message);
        if (!found.Contains(one))
            found.Add(one);
    }

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Braces();
}
