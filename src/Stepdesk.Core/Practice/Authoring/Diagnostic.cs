namespace Stepdesk.Core.Practice.Authoring;

/// <summary>Something an author has to change, where, and what to do.</summary>
public sealed record Diagnostic(string Code, Place Place, string Message)
{
    /// <summary><c>scenario.yaml:12: SD0101: …</c></summary>
    public override string ToString() => FormattableString.Invariant($"{Place.File}:{Place.Line}: {Code}: {Message}");
}

/// <summary>Every code a linter can report, with what it is about.</summary>
public static class DiagnosticCodes
{
    public static IReadOnlyList<(string Code, string About)> All { get; } =
    [
        ("SD0001", "The file is no YAML, or is missing."),
        ("SD0002", "Something else is expected here: a map, a list, a text, a duration, a number, an instant."),
        ("SD0003", "No such key here."),
        ("SD0004", "A key is missing."),
        ("SD0005", "A value is none of those allowed."),
        ("SD0006", "The same name twice."),
        ("SD0007", "A wording is no regular expression, or one that would have to backtrack."),
        ("SD0101", "No such person."),
        ("SD0102", "No such line."),
        ("SD0103", "No such fact."),
        ("SD0104", "No such branch."),
        ("SD0105", "No such event, or the event has no such field."),
        ("SD0106", "No such line of the rubric."),
        ("SD0107", "No such rule."),
        ("SD0108", "No such run."),
        ("SD0109", "No such text to hand in."),
        ("SD0201", "A fact that nothing reveals, in a branch in which it is asked for."),
        ("SD0202", "A rule that can never fire."),
        ("SD0203", "A line nobody says."),
        ("SD0204", "A line that is not said in both languages."),
        ("SD0205", "Two rules about one person on one event, and the file does not say which of them."),
        ("SD0206", "A target nobody can meet."),
        ("SD0207", "An address at a domain that may belong to somebody."),
        ("SD0208", "Something that looks like a secret."),
        ("SD0209", "A fact whose wording does not find its own sentence."),
        ("SD0210", "A fact whose wording finds the sentence of another."),
        ("SD0211", "A placeholder that nothing fills."),
        ("SD0212", "Weights that add up to nothing."),
        ("SD0213", "A person who never acts."),
        ("SD0214", "A figure by which somebody of the scenario, or its own fact, is wrong."),
        ("SD0215", "Somebody is called by a name that is in no list."),
        ("SD0301", "A run does not come out as it says."),
        ("SD0302", "A step of a good run that no line of the rubric misses."),
        ("SD0303", "A branch without a good run."),
        ("SD0304", "A rule that sets itself going without end."),
    ];
}
