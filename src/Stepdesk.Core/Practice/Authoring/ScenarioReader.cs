using System.Collections.Immutable;
using System.Globalization;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Service;

namespace Stepdesk.Core.Practice.Authoring;

/// <summary>Compiles an author's files. What is wrong with their shape is reported, all of it, with file and line.</summary>
public static class ScenarioReader
{
    public const string Format = "stepdesk.scenario/1";

    /// <summary>The scenario, or null when its shape is too broken to say anything more about it.</summary>
    public static Scenario? Read(Manuscript manuscript, List<Diagnostic> found) =>
        Sheet.Read(manuscript.Scenario, found, sheet => Read(sheet, manuscript));

    static Scenario? Read(Sheet sheet, Manuscript manuscript)
    {
        var found = sheet.Found;
        if (sheet.Text("format", required: true) is { } format && format != Format)
            sheet.Say("SD0005", sheet.Place, $"This program reads {Format}, not '{format}'.");
        var clock = Sheet.Read(sheet.Take("clock", required: true), found, Clock);
        var start = clock?.Start ?? DateTimeOffset.UnixEpoch;
        var patterns = new PatternReader(found, start);
        var cast = Named(sheet, "actors", (id, s) => Person(id, s, new(found, patterns, [])));
        var rules = new RuleReader(found, patterns, cast);

        List<Rule> all = [.. sheet.List("timeline").Select((node, at) => rules.Moment(node, at)).OfType<Rule>()];
        all.AddRange(
            sheet.List("rules").Select((node, at) => rules.Rule(node, all.Count + at)).OfType<Rule>().ToList()
        );
        var injections = Named(sheet, "injections", rules.Injection);
        var mailed = all.Concat(injections.Select(i => i.Rule))
            .SelectMany(r => r.Then)
            .OfType<Say>()
            .Where(s => s.ByMail)
            .Select(s => s.From)
            .ToHashSet();
        foreach (var person in cast)
            all.AddRange(Trainee.Answers(person, all.Count, mailed.Contains));
        injections = injections.ConvertAll(i => i with { Rule = i.Rule with { Order = all.Count } });
        all.AddRange(injections.Select(i => i.Rule));

        var rubric = new RubricReader(found, patterns);
        var passing = Sheet.Read(sheet.Take("pass", required: true), found, Passes);
        var scenario = new Scenario
        {
            Id = sheet.Text("id", required: true) ?? "",
            Version = (int)(sheet.Number("version", required: true) ?? 1),
            Hash = manuscript.Hash,
            Title = sheet.Said("title", required: true),
            Situation = sheet.Said("situation", required: true),
            Tasks = sheet.Saids("tasks"),
            Tips = sheet.Saids("tips"),
            Start = start,
            Horizon = clock?.Horizon ?? default,
            Promises = Sheet.Read(sheet.Take("promises"), found, PromisesOf) ?? [],
            Branches = [.. sheet.List("branches").Select(n => Sheet.Read(n, found, BranchOf)).OfType<Branch>()],
            Facts = Named(sheet, "facts", (id, s) => FactOf(id, s, patterns)),
            Figures = Named(sheet, "figures", FigureReader.Figure),
            Ids = Named(sheet, "ids", FigureReader.Ids),
            Cast = cast,
            Mentioned = sheet.Texts("mentioned"),
            Draws = Named(sheet, "draws", (name, s) => new Draw(name, s.Texts("of", required: true))),
            Lines = new(Lines(manuscript.LinesVi, found), Lines(manuscript.LinesEn, found)),
            Rules = all,
            Injections = injections,
            Probes = Named(
                sheet,
                "probes",
                (id, s) =>
                    new Probe(
                        id,
                        s.Said("title", required: true),
                        rules.Condition(s.Take("works", required: true)) ?? new BranchIs([])
                    )
            ),
            Workarounds = Named(
                sheet,
                "workarounds",
                (id, s) => new Workaround(id, s.Said("say", required: true), s.Wordings("mention"), s.Wordings("open"))
            ),
            Articles = Named(
                sheet,
                "articles",
                (id, s) =>
                    new Article(
                        id,
                        s.Said("title", required: true),
                        s.Said("text", required: true),
                        s.Texts("if_branch")
                    )
            ),
            Columns = Named(sheet, "columns", ColumnReader.Column),
            Report = Sheet.Read(
                sheet.Take("report"),
                found,
                s => new ReportFile(
                    s.Said("name", required: true),
                    rules.Condition(s.Take("comes")) ?? new Happened(new(EventTypes.ReportExtracted, []))
                )
            ),
            HandIns = Named(
                sheet,
                "hand_in",
                (id, s) => new HandIn(id, s.Said("title", required: true), s.Said("hint"))
            ),
            Showings = patterns.Showings,
            Rubric = [.. RubricOf(manuscript, sheet).Select(rubric.Line).OfType<RubricLine>()],
            Passing = passing ?? new(1, true, true),
            Drills = [.. sheet.List("drills").Select(n => Sheet.Read(n, found, DrillOf)).OfType<Drill>()],
            Tests = [.. sheet.List("tests").Select(n => Sheet.Read(n, found, TestOf)).OfType<ScenarioTest>()],
        };
        if (scenario.Branches.Sum(b => b.Weight) <= 0)
            sheet.Say("SD0212", sheet.Place, "Name at least one branch with a weight above 0.");
        Twice(scenario, manuscript, sheet);
        return clock is null || scenario.Branches.Count == 0 ? null : scenario;
    }

    static void Twice(Scenario scenario, Manuscript manuscript, Sheet sheet)
    {
        IEnumerable<(string Section, string Id)> names =
        [
            .. scenario.Rules.Select(r => ("rules", r.Id)),
            .. scenario.Branches.Select(b => ("branches", b.Id)),
            .. scenario.Rubric.Select(l => ("rubric", l.Id)),
            .. scenario.Drills.Select(d => ("drills", d.Id)),
        ];
        foreach (var twice in names.GroupBy(n => n).Where(g => g.Count() > 1))
            sheet.Say(
                "SD0006",
                Latest(manuscript, twice.Key) ?? sheet.Place,
                $"{twice.Count()} of the {twice.Key.Section} have the name {twice.Key.Id}. Rename one."
            );
    }

    // The first of a name was there before.
    static Place? Latest(Manuscript manuscript, (string Section, string Id) named) =>
        ((MapNode?[])[manuscript.Rubric, manuscript.Scenario])
            .Select(m => m?.Find(named.Section))
            .OfType<ListNode>()
            .SelectMany(l => l.Items)
            .LastOrDefault(i => (i as MapNode)?.Find("id") is TextNode text && text.Text == named.Id)
            ?.Place;

    // The rubric may stand in a file of its own, or in the scenario.
    static IEnumerable<Node> RubricOf(Manuscript manuscript, Sheet sheet) =>
        manuscript.Rubric?.Find("rubric") is ListNode list ? list.Items : sheet.List("rubric");

    sealed record ClockOf(DateTimeOffset Start, TimeSpan Horizon);

    static ClockOf? Clock(Sheet sheet)
    {
        var horizon = sheet.Duration("horizon", required: true);
        var text = sheet.Text("start", required: true);
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var start))
            return new(start, horizon ?? TimeSpan.FromHours(3));
        sheet.Say("SD0002", sheet.Place, "start is an instant with its offset, such as 2026-03-09T14:20:00+07:00.");
        return null;
    }

    static List<DeskPromises> PromisesOf(Sheet sheet) =>
        [
            .. DeskPromises
                .Classes.Select(c =>
                    Sheet.Read(
                        sheet.Take(c.Name),
                        sheet.Found,
                        s => new DeskPromises(c.Class, Promised(s, "acknowledge"), Promised(s, "update"))
                    )
                )
                .OfType<DeskPromises>(),
        ];

    static TimeSpan? Promised(Sheet sheet, string key)
    {
        var time = sheet.Duration(key);
        if (time is { } said && !PolicyRules.IsPossible(said))
            sheet.Say("SD0005", sheet.Place, $"'{key}' is a minute at least and a year at most.");
        return time;
    }

    static Passing Passes(Sheet sheet) =>
        new(sheet.Number("share", required: true) ?? 1, sheet.Flag("every_critical"), sheet.Flag("mentor"));

    static Branch BranchOf(Sheet sheet) =>
        new(
            sheet.Text("id", required: true) ?? "",
            sheet.Number("weight", required: true) ?? 0,
            sheet.Said("title", required: true),
            sheet.Text("telemetry")
        );

    static Fact FactOf(string id, Sheet sheet, PatternReader patterns) =>
        new(
            id,
            sheet.Said("say", required: true),
            sheet.Wordings("mention"),
            [.. sheet.List("reveal").Select(patterns.Read).OfType<Pattern>()],
            sheet.Texts("if_branch")
        );

    static Character Person(string id, Sheet sheet, RuleReader rules) =>
        new(
            id,
            sheet.Text("role", required: true) ?? "",
            sheet.Said("name", required: true),
            sheet.Choice(
                "audience",
                ("customer", Audience.Customer),
                ("manager", Audience.Manager),
                ("technical", Audience.Technical)
            ) ?? Audience.Customer,
            sheet.Said("address"),
            sheet.Delay("reply_after") ?? Delay.None
        )
        {
            Email = sheet.Text("email"),
            Hours = sheet.Hours("hours"),
            Greetings = sheet.Wordings("greeted"),
            Intents = Named(sheet, "intents", rules.Intent),
        };

    static Drill DrillOf(Sheet sheet) =>
        new(
            sheet.Text("id", required: true) ?? "",
            sheet.Text("branch", required: true) ?? "",
            sheet.Said("question", required: true),
            [
                .. sheet
                    .List("choices")
                    .Select(n =>
                        Sheet.Read(
                            n,
                            sheet.Found,
                            s => new DrillChoice(s.Said("say", true), s.Flag("right"), s.Said("because", true))
                        )
                    )
                    .OfType<DrillChoice>(),
            ]
        );

    static ScenarioTest TestOf(Sheet sheet) =>
        new(
            sheet.Text("run", required: true) ?? "",
            sheet.Text("branch", required: true) ?? "",
            Sheet.Read(
                sheet.Take("expect", required: true),
                sheet.Found,
                s => new Expectation(
                    s.Texts("pass"),
                    s.Texts("fail"),
                    s.Texts("fired"),
                    s.Choice("closed", ("true", true), ("false", false))
                )
            ) ?? new([], [], [], null)
        );

    static List<T> Named<T>(Sheet sheet, string key, Func<string, Sheet, T> read)
        where T : class
    {
        var made = new List<T>();
        if (sheet.Take(key) is not { } node)
            return made;
        _ = Sheet.Read(
            node,
            sheet.Found,
            all =>
            {
                foreach (var (name, value) in all.Rest())
                    if (Sheet.Read(value, sheet.Found, s => read(name, s)) is { } one)
                        made.Add(one);
                return all;
            }
        );
        return made;
    }

    static ImmutableSortedDictionary<string, string> Lines(MapNode? map, List<Diagnostic> found)
    {
        var lines = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        _ = Sheet.Read(
            map,
            found,
            sheet =>
            {
                foreach (var (key, value) in sheet.Rest())
                    if (sheet.TextOf(value) is { } text)
                        lines[key] = text.Trim();
                return sheet;
            }
        );
        return lines.ToImmutable();
    }
}
