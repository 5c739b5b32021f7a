using System.Globalization;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Practice.Judging;

/// <summary>What a sentence calls something that a scenario has a bare name for.</summary>
delegate string Calling(Scenario scenario, Language language);

/// <summary>How readers call what authors name: kinds of events, fields of the ticket, facts, text rules.</summary>
static class Called
{
    /// <summary>A kind of event, as the thing that was or was not done.</summary>
    public static Calling What(params IReadOnlyList<string> types) =>
        (scenario, language) =>
            string.Join(
                ", ",
                types.Select(t => Word($"what-{t.Replace('.', '_')}", language) ?? scenario.HandInCalled(t, language))
            );

    /// <summary>What a pattern asks for, as far as it has a name: <c>a message to Phạm Nhung (Export the list)</c>.</summary>
    public static Calling Wanted(Pattern wanted) =>
        (scenario, language) =>
        {
            var what = What(wanted.Type)(scenario, language);
            var more = Parts(wanted)(scenario, language);
            if (Named(wanted, "to", id => scenario.Person(id)?.Name.In(language)) is { } to)
                what = Text.Of("verdict-what-to", language, ("what", what), ("who", to));
            return more.Length > 0 ? Text.Of("verdict-what-more", language, ("what", what), ("more", more)) : what;
        };

    /// <summary>What a pattern asks for beside the kind and the reader, as far as it has a name.</summary>
    public static Calling Parts(Pattern wanted) =>
        (scenario, language) =>
        {
            return string.Join(
                "; ",
                new[]
                {
                    Of("tag", id => Word($"practice-tag-{id}", language)),
                    Of("fact", Fact),
                    Of("mentions", Fact),
                    Of("attached", id => id is FieldMatch.Any ? Word("what-evidence", language) : Fact(id)),
                    Of("target", id => scenario.Probes.FirstOrDefault(p => p.Id == id)?.Title.In(language)),
                    Of("workarounds", Workaround),
                    Of("fields", Column),
                    Of("drawn", id => id is FieldMatch.Any ? Word("what-drawn", language) : Column(id)),
                    Of("filter", _ => Word("what-filter", language)),
                    Of("split", _ => Word("what-split", language)),
                    Of("understood", Asked),
                    wanted.Covers is { } hour ? Text.Of("verdict-what-covers", language, ("time", Hour(hour))) : null,
                    wanted.Shows.Count > 0
                        ? Text.Of(
                            "verdict-what-shows",
                            language,
                            ("rows", string.Join("; ", wanted.Shows.Select(s => s.Written)))
                        )
                        : null,
                    wanted.Carries.Count > 0 ? Facts(wanted.Carries)(scenario, language) : null,
                    wanted.Sets is { } sets
                        ? $"{Field(sets.Name)(scenario, language)}: {Values(sets.Name, sets.Of, " / ")(scenario, language)}"
                        : null,
                }.OfType<string>()
            );

            string? Of(string field, Func<string, string?> called) => Named(wanted, field, called);

            string? Fact(string id) => scenario.FactOf(id)?.Says.In(language);

            string? Column(string id) => scenario.Columns.FirstOrDefault(c => c.Id == id)?.Title.In(language);

            string? Workaround(string id) =>
                id is FieldMatch.Any
                    ? Word("what-workaround", language)
                    : scenario.Workarounds.FirstOrDefault(w => w.Id == id)?.Says.In(language);

            // A question has no name of its own, but everybody knows what it is answered with.
            string? Asked(string id) =>
                scenario.Lines.Find(id, language) is { } answer && !answer.Contains('{', StringComparison.Ordinal)
                    ? Text.Of("verdict-what-asked", language, ("answer", Begun(answer)))
                    : null;
        };

    static string? Named(Pattern wanted, string field, Func<string, string?> called) =>
        string.Join(
            " / ",
            wanted.Fields.Where(f => f.Name == field).SelectMany(f => f.Of).Select(called).OfType<string>().Distinct()
        )
            is { Length: > 0 } all
            ? all
            : null;

    const int Quoted = 60;

    static string Begun(string text) =>
        text.Length <= Quoted ? text
        : text.LastIndexOf(' ', Quoted) is > 0 and var end ? $"{text[..end].TrimEnd(',', '.', ';', ':')}…"
        : $"{text[..Quoted]}…";

    // A sentence is read; whoever wants every one of them has the evidence below it.
    const int Told = 3;

    /// <summary>What happened, and at which hours: <c>a message (14:23, 14:40)</c>.</summary>
    public static Calling Happened(IReadOnlyList<SessionEvent> events) =>
        (scenario, language) =>
            string.Join(
                ", ",
                events
                    .GroupBy(e => e.Type, StringComparer.Ordinal)
                    .Select(kind => $"{What(kind.Key)(scenario, language)} ({Hours([.. kind], language)})")
            );

    static string Hours(IReadOnlyList<SessionEvent> events, Language language)
    {
        var hours = string.Join(", ", events.Take(Told).Select(e => Hour(e.At)));
        return events.Count <= Told
            ? hours
            : Text.Of("verdict-and-more", language, ("hours", hours), ("n", events.Count - Told));
    }

    static string Hour(DateTimeOffset at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>What a text that was handed in should have said, in its author's words.</summary>
    public static Calling Labels(IEnumerable<Said> labels) =>
        (_, language) => string.Join(", ", labels.Select(l => l.In(language)));

    /// <summary>A field of the ticket.</summary>
    public static Calling Field(string name) => (_, language) => Word($"ticket-field-{name}", language) ?? name;

    /// <summary>Values of a field, any one of which would do.</summary>
    public static Calling Values(string field, IEnumerable<string> values, string between) =>
        (_, language) =>
        {
            // Of many ways to write one thing, readers are told the one that has a name.
            var named = values.Where(v => Word($"{field}-{v.Trim('*')}", language) is not null).ToList();
            return string.Join(between, (named.Count > 0 ? named : values).Select(v => Value(field, v, language)));
        };

    /// <summary>Facts by what they say; of several in one text any one would do.</summary>
    public static Calling Facts(IEnumerable<string> facts) =>
        (scenario, language) =>
            string.Join(
                "; ",
                facts.Select(any =>
                    string.Join(
                        " / ",
                        any.Split(" / ")
                            .Select(id =>
                                scenario.FactOf(id)?.Says.In(language) ?? Word($"missing-{id}", language) ?? id
                            )
                    )
                )
            );

    /// <summary>How long something took or may take.</summary>
    public static Calling Time(TimeSpan time) => (_, language) => Lengths.Write(time, language);

    /// <summary>What a message should have said.</summary>
    public static Calling Demands(IEnumerable<string> names) =>
        (_, language) => string.Join(", ", names.Select(n => Word($"says-{n}", language) ?? n));

    static string Value(string field, string value, Language language) =>
        Word($"{field}-{value.Trim('*')}", language)
        ?? (
            field is "due"
            && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
                ? at.ToString("dd/MM HH:mm", CultureInfo.InvariantCulture)
            : field is "category" or "tags" ? value.Replace('-', ' ')
            : value
        );

    static string? Word(string key, Language language) => Text.Knows(key) ? Text.Of(key, language) : null;
}
