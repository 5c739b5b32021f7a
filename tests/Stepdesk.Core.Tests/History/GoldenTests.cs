using System.Text.Json;
using System.Text.Json.Nodes;
using Stepdesk.Core.History;

namespace Stepdesk.Core.Tests.History;

/// <summary>
/// Every event ever written must still read. <c>golden/events.jsonl</c> holds an example of each, in each shape it ever
/// had. Lines are added and never changed: STEPDESK_GOLDEN=append adds what is missing.
/// </summary>
public sealed class GoldenTests
{
    static readonly string File = Path.Combine(Repository.Folder, "tests/Stepdesk.Core.Tests/golden/events.jsonl");

    static readonly Lazy<IReadOnlyList<(string Kind, string Data)>> Golden = new(Read);

    public static TheoryData<string, string> Examples
    {
        get
        {
            var examples = new TheoryData<string, string>();
            foreach (var (kind, data) in Golden.Value)
                examples.Add(kind, data);
            return examples;
        }
    }

    [Fact]
    public void Every_event_has_an_example_of_all_it_can_hold() => Assert.Empty(Missing(Golden.Value));

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_event_ever_written_still_reads_and_is_written_the_same(string kind, string data)
    {
        var read = EventNames.Read(kind, data);

        Assert.Equal(kind, EventNames.NameOf(read));
        Assert.Equal(data, EventNames.Write(read));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Erasing_blanks_what_is_personal_and_nothing_else(string kind, string data)
    {
        var before = JsonNode.Parse(data)!.AsObject();
        var erased = EventNames.Erase(kind, data);
        var after = JsonNode.Parse(erased)!.AsObject();

        var personal = Personal(EventNames.Read(kind, data).GetType());
        Assert.All(
            before,
            p =>
                Assert.Equal(
                    personal.Contains(p.Key) ? Blank(p.Value!) : p.Value!.ToJsonString(),
                    after[p.Key]!.ToJsonString()
                )
        );
        Assert.Equal(erased, EventNames.Write(EventNames.Read(kind, erased)));
    }

    [Fact]
    public void An_event_nobody_knows_is_said_so() =>
        Assert.Contains(
            "'invented'",
            Assert.Throws<NotSupportedException>(() => EventNames.Read("invented", "{}")).Message,
            StringComparison.Ordinal
        );

    static string Blank(JsonNode value) => value is JsonArray ? "[]" : "\"\"";

    static HashSet<string> Personal(Type type) =>
        [
            .. Specimen
                .Stored(type)
                .Where(p => p.IsDefined(typeof(PersonalAttribute), inherit: true))
                .Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)),
        ];

    static List<(string Kind, string Data)> Missing(IReadOnlyList<(string Kind, string Data)> golden) =>
        [
            .. from type in Specimen.EventTypes
            let example = Specimen.Of(type)
            let kind = EventNames.NameOf(example)
            let data = EventNames.Write(example)
            let seen = golden.Where(g => g.Kind == kind).SelectMany(g => Names(g.Data)).ToHashSet()
            where golden.All(g => g.Kind != kind) || !Names(data).All(seen.Contains)
            orderby kind
            select (kind, data),
        ];

    static IEnumerable<string> Names(string data) => JsonNode.Parse(data)!.AsObject().Select(p => p.Key);

    static IReadOnlyList<(string Kind, string Data)> Read()
    {
        var golden = System
            .IO.File.ReadLines(File)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Select(line => (line.GetProperty("kind").GetString()!, line.GetProperty("data").GetRawText()))
            .ToList();
        if (Environment.GetEnvironmentVariable("STEPDESK_GOLDEN") is not "append")
            return golden;
        var missing = Missing(golden);
        System.IO.File.AppendAllLines(File, missing.Select(m => $$"""{"kind":"{{m.Kind}}","data":{{m.Data}}}"""));
        return [.. golden, .. missing];
    }
}
