using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using Stepdesk.Core.Practice.Authoring;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Practice;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>
/// The schema editors are given says what the program reads, no more and no less: both are shown the same files, whole
/// and broken in every place, and have to agree about each.
/// </summary>
public sealed class FormatSchemaTests
{
    public static TheoryData<string> Names => [.. Shipped.Folders.Select(f => Path.GetFileName(f)!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_file_that_ships_is_as_its_schema_says(string name)
    {
        var found = new List<Diagnostic>();
        var manuscript = ScenarioFolder.Read(Path.Combine(Repository.Folder, "scenarios", name), found)!;

        foreach (var (file, kind, node) in FilesOf(manuscript))
            Assert.True(IsFit(kind, node), $"{file}: {WhyNot(kind, node)}");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_is_a_schema_itself(string kind) =>
        Assert.True(
            MetaSchemas.Draft202012.Evaluate(JsonElement.Parse(FormatSchema.Write(kind))).IsValid,
            $"what is printed for {kind} is no JSON Schema of 2020-12"
        );

    public static TheoryData<string> Kinds => [.. FormatSchema.Kinds];

    [Fact]
    public void The_specimen_says_everything_there_is_a_form_for()
    {
        var said = FilesOf(FormatSpecimen.Manuscript).SelectMany(f => Maps(f.Node)).SelectMany(m => m.Entries);
        // Events have many fields, and a pattern takes those of its own event.
        var known = KeysOf(JsonNode.Parse(FormatSchema.Write("scenario"))!)
            .Except(EventTypes.All.SelectMany(t => EventTypes.FieldsOf(t)!), StringComparer.Ordinal);

        Assert.Empty(known.Except(said.Select(e => e.Key), StringComparer.Ordinal));
    }

    [Fact]
    public void Program_and_schema_agree_on_every_way_to_break_a_file()
    {
        var whole = FormatSpecimen.Manuscript;
        Assert.All(FilesOf(whole), f => Assert.True(IsReadable(whole, f.Kind), $"{f.File} is broken itself"));
        var (tried, wrong) = (0, new List<string>());
        foreach (var (file, kind, node) in FilesOf(whole).Where(f => f.Kind is not "lines"))
        foreach (var (how, broken) in Broken(node))
        {
            tried++;
            var (reads, fits) = (IsReadable(With(whole, file, broken), kind), IsFit(kind, broken));
            if (reads != fits)
                wrong.Add($"{file}: {how}: the program {(reads ? "reads" : "refuses")} it");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(tried > 1000, $"only {tried} ways were tried");
    }

    [Fact]
    public void Of_another_kind_of_file_it_says_which_there_are() =>
        Assert.Contains(
            "scenario, rubric, lines, run",
            Assert.Throws<ArgumentException>(() => FormatSchema.Write("poem")).Message,
            StringComparison.Ordinal
        );

    static readonly Dictionary<string, JsonSchema> Schemas = FormatSchema.Kinds.ToDictionary(
        k => k,
        k => JsonSchema.FromText(FormatSchema.Write(k))
    );

    static bool IsFit(string kind, Node node) => Schemas[kind].Evaluate(Parsed(node)).IsValid;

    static JsonElement Parsed(Node node) => JsonElement.Parse(Json(node).ToJsonString());

    static string WhyNot(string kind, Node node) =>
        string.Join(
            "; ",
            Schemas[kind]
                .Evaluate(Parsed(node), new() { OutputFormat = OutputFormat.List })
                .Details!.Where(d => d.Errors is { Count: > 0 })
                .Select(d => $"{d.InstanceLocation} {string.Join(", ", d.Errors!.Values)}")
                .Take(5)
        );

    // What a run says is read twice: its steps by their reader, what is in them by the session that plays it.
    static bool IsReadable(Manuscript manuscript, string kind)
    {
        var found = new List<Diagnostic>();
        if (ScenarioReader.Read(manuscript, found) is not { } scenario || found.Count > 0)
            return false;
        if (kind is not "run")
            return true;
        var steps = manuscript.Runs.Values.SelectMany(run => ScriptReader.Read(run, scenario, found).Steps).ToList();
        return found.Count == 0 && steps.TrueForAll(step => !Unreadable.Contains(Tried(scenario, step)));
    }

    static string? Tried(Scenario scenario, ScriptStep step) =>
        step.Do(Session.Begin(scenario, 1, Language.En), scenario.Start)?.Code;

    // Other refusals come from the situation, and not from how the move is written.
    static readonly string?[] Unreadable =
    [
        Move.UnknownVerb("").Code,
        Move.UnknownField("").Code,
        Move.FieldMissing("").Code,
        Move.FieldUnreadable("").Code,
        Move.UnknownName("").Code,
    ];

    static IEnumerable<(string File, string Kind, Node Node)> FilesOf(Manuscript manuscript)
    {
        yield return ("scenario.yaml", "scenario", manuscript.Scenario);
        if (manuscript.Rubric is { } rubric)
            yield return ("rubric.yaml", "rubric", rubric);
        yield return ("lines.vi.yaml", "lines", manuscript.LinesVi!);
        yield return ("lines.en.yaml", "lines", manuscript.LinesEn!);
        foreach (var (file, run) in manuscript.Runs)
            yield return (file, "run", run);
    }

    static Manuscript With(Manuscript whole, string file, Node node) =>
        file is "scenario.yaml"
            ? whole with
            {
                Scenario = (MapNode)node,
            }
            : whole with
            {
                Runs = new Dictionary<string, Node>(StringComparer.Ordinal) { [file] = node },
            };

    // A key nobody knows, a key that is gone, and something of another shape.
    static IEnumerable<(string How, Node Broken)> Broken(Node whole)
    {
        foreach (var map in Maps(whole))
        {
            if (!IsOfNames(whole, map))
                yield return (
                    $"an odd key in line {map.Place.Line}",
                    Put(whole, map, map with { Entries = [.. map.Entries, Odd(map)] })
                );
            foreach (var entry in map.Entries)
            {
                yield return (
                    $"{entry.Key} left out of line {entry.Place.Line}",
                    Put(whole, map, map with { Entries = [.. map.Entries.Where(e => e != entry)] })
                );
                foreach (var other in Others(entry.Value))
                    yield return (
                        $"{entry.Key} in line {entry.Place.Line} as {other.GetType().Name}",
                        Put(
                            whole,
                            map,
                            map with
                            {
                                Entries = [.. map.Entries.Select(e => e == entry ? e with { Value = other } : e)],
                            }
                        )
                    );
            }
        }
    }

    static Entry Odd(MapNode map) => new(map.Place, "misspelt", new TextNode(map.Place, "x"));

    static IEnumerable<Node> Others(Node value)
    {
        if (value is not MapNode)
            yield return new MapNode(value.Place, [new(value.Place, "misspelt", new TextNode(value.Place, "x"))]);
        if (value is MapNode)
            yield return new ListNode(value.Place, [new TextNode(value.Place, "x")]);
        if (value is not TextNode)
            yield return value is ListNode { Items: [TextNode only, ..] } ? only : new TextNode(value.Place, "x");
    }

    // Maps whose keys are the author's own names take any.
    static readonly string[] OfNames =
    [
        "draws",
        "actors",
        "facts",
        "figures",
        "workarounds",
        "articles",
        "columns",
        "hand_in",
        "probes",
        "injections",
        "intents",
    ];

    static bool IsOfNames(Node whole, MapNode map) =>
        Maps(whole).SelectMany(m => m.Entries).Any(e => ReferenceEquals(e.Value, map) && OfNames.Contains(e.Key));

    static IEnumerable<MapNode> Maps(Node node) =>
        node switch
        {
            MapNode map => map.Entries.SelectMany(e => Maps(e.Value)).Prepend(map),
            ListNode list => list.Items.SelectMany(Maps),
            _ => [],
        };

    static Node Put(Node node, Node old, Node other) =>
        ReferenceEquals(node, old)
            ? other
            : node switch
            {
                MapNode map => map with
                {
                    Entries = [.. map.Entries.Select(e => e with { Value = Put(e.Value, old, other) })],
                },
                ListNode list => list with { Items = [.. list.Items.Select(i => Put(i, old, other))] },
                _ => node,
            };

    // As an editor's reader of YAML has it: true and 12 are no texts there.
    static JsonNode Json(Node node) =>
        node switch
        {
            MapNode map => new JsonObject(
                map.Entries.Select(e => KeyValuePair.Create(e.Key, (JsonNode?)Json(e.Value)))
            ),
            ListNode list => new JsonArray([.. list.Items.Select(Json)]),
            TextNode { Text: "true" or "false" } flag => JsonValue.Create(flag.Text is "true"),
            TextNode text
                when double.TryParse(text.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var n)
                    && double.IsFinite(n) => JsonValue.Create(n),
            TextNode text => JsonValue.Create(text.Text),
            _ => throw new NotSupportedException(),
        };

    static HashSet<string> KeysOf(JsonNode schema)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        Collect(schema);
        return keys;

        void Collect(JsonNode? node)
        {
            if (node is JsonArray list)
                foreach (var item in list)
                    Collect(item);
            if (node is not JsonObject map)
                return;
            foreach (var (key, value) in map)
            {
                if (key is "properties")
                    keys.UnionWith(value!.AsObject().Select(p => p.Key));
                Collect(value);
            }
        }
    }
}
