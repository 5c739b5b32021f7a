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
            var to = Named("to", id => scenario.Person(id)?.Name);
            var more = string.Join(
                "; ",
                new[]
                {
                    Worded("tag", "practice-tag"),
                    Named("fact", id => scenario.FactOf(id)?.Says),
                    Named("target", id => scenario.Probes.FirstOrDefault(p => p.Id == id)?.Title),
                    Named("workarounds", id => scenario.Workarounds.FirstOrDefault(w => w.Id == id)?.Says),
                    Named("fields", id => scenario.Columns.FirstOrDefault(c => c.Id == id)?.Title),
                    wanted.Fields.Any(f => f.Name is "filter") ? Word("what-filter", language) : null,
                    wanted.Carries.Count > 0 ? Facts(wanted.Carries)(scenario, language) : null,
                }.OfType<string>()
            );
            if (to is not null)
                what = Text.Of("verdict-what-to", language, ("what", what), ("who", to));
            return more.Length > 0 ? Text.Of("verdict-what-more", language, ("what", what), ("more", more)) : what;

            string? Named(string field, Func<string, Said?> called) =>
                Joined(
                    wanted
                        .Fields.Where(f => f.Name == field)
                        .SelectMany(f => f.Of)
                        .Select(id => called(id)?.In(language))
                );

            string? Worded(string field, string prefix) =>
                Joined(
                    wanted
                        .Fields.Where(f => f.Name == field)
                        .SelectMany(f => f.Of)
                        .Select(id => Word($"{prefix}-{id}", language))
                );

            static string? Joined(IEnumerable<string?> names) =>
                string.Join(" / ", names.OfType<string>()) is { Length: > 0 } all ? all : null;
        };

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
        var hours = string.Join(
            ", ",
            events.Take(Told).Select(e => e.At.ToString("HH:mm", CultureInfo.InvariantCulture))
        );
        return events.Count <= Told
            ? hours
            : Text.Of("verdict-and-more", language, ("hours", hours), ("n", events.Count - Told));
    }

    /// <summary>What a text that was handed in should have said, in its author's words.</summary>
    public static Calling Labels(IEnumerable<Said> labels) =>
        (_, language) => string.Join(", ", labels.Select(l => l.In(language)));

    /// <summary>A field of the ticket.</summary>
    public static Calling Field(string name) => (_, language) => Word($"ticket-field-{name}", language) ?? name;

    /// <summary>Values of a field, any one of which would do.</summary>
    public static Calling Values(string field, IEnumerable<string> values, string between) =>
        (_, language) => string.Join(between, values.Select(v => Value(field, v, language)));

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
        Word($"{field}-{value}", language)
        ?? (
            field is "due"
            && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
                ? at.ToString("dd/MM HH:mm", CultureInfo.InvariantCulture)
                : value
        );

    static string? Word(string key, Language language) => Text.Knows(key) ? Text.Of(key, language) : null;
}
