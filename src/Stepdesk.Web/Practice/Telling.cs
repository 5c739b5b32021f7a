using System.Globalization;
using Stepdesk.Core.History;
using Stepdesk.Core.Practice;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Practice;
using Words = Stepdesk.Web.Shared.Words;

namespace Stepdesk.Web.Practice;

/// <summary>Tells what happened in a session, in the reader's language.</summary>
/// <param name="trainee">What the trainee is called; whoever reads their own session is "you".</param>
public sealed class Telling(Session session, Words words, string trainee)
{
    Scenario Scenario => session.Scenario;
    Language Language => words.Language;

    /// <summary>One line an event.</summary>
    public string Line(SessionEvent happened)
    {
        var data = happened.Data;
        return words.Of(
            $"did-{happened.Type.Replace('.', '_')}",
            ("who", NameOf(happened.Actor)),
            ("to", Names(data.All("to"))),
            ("account", NameOf(data.One("account"))),
            ("requester", NameOf(data.One("requester"))),
            ("article", data.One("article")),
            ("verb", VerbOf(data.One("verb"))),
            ("why", WhyNot(data)),
            ("kind", KindOf(data.One("kind"))),
            ("fact", FactOf(data.One("fact"))),
            ("title", data.One("title")),
            ("system", Looked(data)),
            ("table", data.One("table")),
            ("columns", ColumnsOf(data)),
            ("injection", InjectionOf(data.One("injection"))),
            ("target", ProbeOf(data.One("target"))),
            ("result", data.One("result") is { } result ? words[$"did-{result}"] : ""),
            ("fields", string.Join(", ", data.Names.Where(n => n is not "reason").Select(n => FieldOf(n, data)))),
            ("for", Durations.Read(data.One("for") ?? "") is { } time ? words.Length(time) : data.One("for"))
        );
    }

    /// <summary>One line of what happened at the desk beside it.</summary>
    public string Line(DeskMoment beside) =>
        words.Of(
            $"desk-{beside.Key}",
            ("who", beside.IsTrainees ? trainee : words["desk-itself"]),
            ("n", beside.Number),
            ("requester", beside.Requester?.Name.In(Language) ?? "")
        );

    /// <summary>What was said in it, as it was said; null where nothing was.</summary>
    public string? Said(SessionEvent happened)
    {
        var data = happened.Data;
        if (data.Has("line"))
            return session.Said(happened, session.Language);
        var said = ((string[])["text", "ask", "tried", "cause", "resolution", "reason"])
            .Select(name => string.Join('\n', data.All(name)))
            .Where(text => !string.IsNullOrWhiteSpace(text))
            .Distinct();
        return string.Join("\n\n", said) is { Length: > 0 } all ? all : null;
    }

    /// <summary>The hour of an event where its people are.</summary>
    public static string Hour(DateTimeOffset at) => at.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>When the next contact was promised for; null when none was.</summary>
    public static string? Promised(SessionEvent happened) =>
        DateTimeOffset.TryParse(
            happened.Data.One("next_contact"),
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var at
        )
            ? at.ToString("HH:mm", CultureInfo.InvariantCulture)
            : null;

    /// <summary>The events because of which it happened, with the rules in between left out: a rule is nobody's deed.</summary>
    public IEnumerable<SessionEvent> Because(SessionEvent happened) =>
        happened
            .Causes.Select(c => session.Events[c - 1])
            .SelectMany(cause => cause.Type is EventTypes.RuleFired ? Because(cause) : [cause])
            .Where(cause => cause.Type is not EventTypes.Started)
            .DistinctBy(cause => cause.Seq)
            .OrderBy(cause => cause.Seq);

    public string NameOf(string? id) =>
        id is SessionEvent.Trainee ? trainee
        : id is SessionEvent.Mentor ? words["role-mentor"]
        : Scenario.Person(id ?? "")?.Name.In(Language) ?? id ?? "";

    public string FactOf(string? id) => Scenario.FactOf(id ?? "")?.Says.In(Language) ?? id ?? "";

    /// <summary>What somebody of the scenario is there: the word for it where the desk has one, else the author's.</summary>
    public static string RoleOf(Character character, Words words) =>
        Text.Knows($"cast-{Slug.Of(character.Role)}") ? words[$"cast-{Slug.Of(character.Role)}"] : character.Role;

    /// <summary>What a place to look things up is called.</summary>
    public static string SystemOf(string system, Words words) =>
        Text.Knows($"practice-system-{system}") ? words[$"practice-system-{system}"] : system;

    /// <summary>What was looked up, and about whom or what.</summary>
    public string Looked(Fields data) =>
        data.One("system") is not { } system ? ""
        : data.One("subject") is { } subject
            ? words.Of("practice-looked", ("system", SystemOf(system, words)), ("subject", subject))
        : SystemOf(system, words);

    /// <summary>What people are called, one after the other.</summary>
    public string Names(IEnumerable<string> people) => string.Join(", ", people.Select(NameOf));

    /// <summary>The columns of a report that was drawn.</summary>
    public string ColumnsOf(Fields data) =>
        string.Join(
            ", ",
            data.All("fields").Select(id => Scenario.Columns.FirstOrDefault(c => c.Id == id)?.Title.In(Language) ?? id)
        );

    string InjectionOf(string? id) =>
        Scenario.Injections.FirstOrDefault(i => i.Id == id)?.Title.In(Language) ?? id ?? "";

    /// <summary>What is tried out.</summary>
    public string ProbeOf(string? id) =>
        Scenario.Probes.FirstOrDefault(p => p.Id == id)?.Title.In(Language) ?? id ?? "";

    /// <summary>What a text that is handed in is about.</summary>
    public string KindOf(string? kind) => kind is null ? "" : Scenario.HandInCalled(kind, Language);

    string VerbOf(string? verb) =>
        verb is null ? ""
        : Text.Knows($"verb-{verb}") ? words[$"verb-{verb}"]
        : Text.Knows($"do-{verb}") ? words[$"do-{verb}"]
        : verb;

    string WhyNot(Fields data) =>
        data.One("code") is { } code && Text.Knows($"refusal-{code}")
            ? words.Of(
                new Refusal(code, data.One("detail"))
                {
                    Parts = data.All("parts") is { Count: > 0 } parts ? parts : null,
                }
            )
            : data.One("code") ?? "";

    string FieldOf(string name, Fields data)
    {
        var value = string.Join(", ", data.All(name).Select(v => ValueOf(name, v)));
        return $"{(Text.Knows(name) ? words[name] : name)} {value}";
    }

    string ValueOf(string name, string value) =>
        Text.Knows($"{name}-{value}") ? words[$"{name}-{value}"]
        : name is "category" ? Slug.InWords(value)
        : value;
}
