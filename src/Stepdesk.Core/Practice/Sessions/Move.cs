using System.Globalization;
using Stepdesk.Core.Service;
using Refusal = Stepdesk.Core.History.Refusal;

namespace Stepdesk.Core.Practice.Sessions;

/// <summary>Something the trainee does. When it happened is never part of it: the session's clock says that.</summary>
public sealed record Move(string Verb, Fields Fields)
{
    public static Refusal UnknownVerb(string detail) => new("practice-unknown-verb", detail);

    public static Refusal UnknownField(string detail) => new("practice-unknown-field", detail);

    public static Refusal FieldMissing(string detail) => new("practice-field-missing", detail);

    public static Refusal FieldUnreadable(string detail) => new("practice-field-unreadable", detail);

    public static Refusal UnknownName(string detail) => new("practice-unknown-name", detail);

    /// <summary>The move with every value in its one form, or why it is none.</summary>
    internal (Move? Move, Refusal? Refusal) Read(Session session)
    {
        if (Verbs.Find(Verb) is not { } verb)
            return (null, UnknownVerb(Verb));
        if (Fields.Names.FirstOrDefault(n => verb.Fields.All(f => f.Name != n)) is { } unknown)
            return (null, UnknownField($"{Verb}.{unknown}"));
        var read = Fields;
        foreach (var field in verb.Fields)
        {
            var said = Fields.All(field.Name).Where(text => !string.IsNullOrWhiteSpace(text)).ToList();
            if (said.Count == 0)
            {
                if (field.Required)
                    return (null, FieldMissing($"{Verb}.{field.Name}"));
                read = read.Without(field.Name);
                continue;
            }
            var values = said.ConvertAll(text => ValueOf(field, text, session));
            if (values.FindIndex(v => v is null) is >= 0 and var wrong)
                return (null, WhyNot(field, said[wrong], Verb));
            if (values.Count > 1 && !IsMany(field.Kind))
                return (null, FieldUnreadable($"{Verb}.{field.Name}"));
            read = read.With(field.Name, [.. values.Select(v => v!).Distinct(StringComparer.Ordinal)]);
        }
        return (new(Verb, read), null);
    }

    static bool IsMany(FieldKind kind) =>
        kind is FieldKind.Texts or FieldKind.People or FieldKind.Facts or FieldKind.Columns;

    static bool IsName(FieldKind kind) =>
        kind
            is FieldKind.Person
                or FieldKind.People
                or FieldKind.Facts
                or FieldKind.Probe
                or FieldKind.Article
                or FieldKind.Columns;

    static Refusal WhyNot(VerbField field, string said, string verb) =>
        IsName(field.Kind)
            ? UnknownName($"{verb}.{field.Name}: {said}")
            : FieldUnreadable($"{verb}.{field.Name}: {said}");

    static string? ValueOf(VerbField field, string text, Session session) =>
        field.Kind switch
        {
            FieldKind.Person or FieldKind.People => session.Scenario.Person(text)?.Id,
            FieldKind.Facts => session.Facts.FirstOrDefault(f => f.Id == text)?.Id,
            FieldKind.Probe => session.Scenario.Probes.FirstOrDefault(p => p.Id == text)?.Id,
            FieldKind.Article => session.Scenario.Articles.FirstOrDefault(a => a.Id == text)?.Id,
            FieldKind.Columns => session.Scenario.Columns.FirstOrDefault(c => c.Id == text)?.Id,
            FieldKind.Duration => Durations.Read(text) is { } time ? Durations.Written(time) : null,
            FieldKind.Instant => InstantOf(text, session),
            FieldKind.Number => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number.ToString(CultureInfo.InvariantCulture)
                : null,
            FieldKind.Class => NameOf<ClassOfService>(text),
            FieldKind.Priority => NameOf<Priority>(text),
            FieldKind.Link => Links.Contains(text, StringComparer.Ordinal) ? text : null,
            _ => text,
        };

    // What somebody else's report can be to this ticket, in the desk's own words: the same told again, or something beside it.
    static readonly string[] Links = ["has_duplicate", "related"];

    // A time of day is one of the day on which the session began.
    static string? InstantOf(string text, Session session)
    {
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour))
            return SessionLog.Written(
                new DateTimeOffset(session.Story.Start.Date + hour.ToTimeSpan(), session.Story.Start.Offset)
            );
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? SessionLog.Written(at)
            : null;
    }

    static string? NameOf<T>(string text)
        where T : struct, Enum
    {
        var bare = text.Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return Enum.TryParse<T>(bare, ignoreCase: true, out var value) && char.IsLetter(bare[0])
            ? System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString())
            : null;
    }
}
