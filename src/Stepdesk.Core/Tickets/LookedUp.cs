using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tickets;

/// <summary>
/// Says that a finding is what another system answered about somebody or something, and how its parts are called. Of such
/// a finding every row is a field and its value, and every line of the query is a part of the question.
/// </summary>
/// <param name="System">The system's name in the settings.</param>
/// <param name="Asked">What was said in the question, line by line.</param>
/// <param name="Fields">What the answer says, row by row.</param>
public sealed record LookedUp(
    string System,
    Called Title,
    IReadOnlyList<LookupPart> Asked,
    IReadOnlyList<LookupPart> Fields
)
{
    /// <summary>Parts of a question; an address holds no more.</summary>
    public const int MostAsked = 8;
    public const int MostFields = 60;

    /// <summary>The system of what nobody asked: monitoring sent it by itself.</summary>
    public const string Monitoring = "monitoring";

    /// <summary>What stands where something about a person was, wherever it may be read by others than colleagues.</summary>
    public const string Hidden = "***";

    // Said where a value would stand.
    const string None = "–";

    internal bool Fits => Asked.Count <= MostAsked && Fields.Count <= MostFields;

    /// <summary>What was asked, part by part; nothing once it was erased.</summary>
    public IEnumerable<(LookupPart Part, string Value)> Question(string query) =>
        Asked.Zip(query.Split('\n')).Where(a => a.Second.Length > 0);

    /// <summary>What was answered, field by field; nothing once it was erased, or where there was nothing.</summary>
    public IEnumerable<(LookupPart Part, string? Value)> Answer(IReadOnlyList<IReadOnlyList<string?>> rows) =>
        Fields.Zip(rows, (part, row) => (part, row.Count > 1 ? row[1] : null));

    /// <summary>As a text that may be read outside: what is about a person is masked.</summary>
    /// <param name="called">What something is called to whoever reads it.</param>
    internal IEnumerable<string> Lines(
        string query,
        IReadOnlyList<IReadOnlyList<string?>> rows,
        Func<Called, string> called
    ) =>
        Question(query)
            .Select(q => Line(q.Part, q.Value, called))
            .Prepend(called(Title))
            .Concat(Fields.Count == 0 ? [called(Nothing)] : Answer(rows).Select(a => Line(a.Part, a.Value, called)));

    /// <summary>What was asked and what came of it, on one line, for whoever reads it outside.</summary>
    internal string Line(string query, IReadOnlyList<IReadOnlyList<string?>> rows, Language language) =>
        string.Join(
            "; ",
            Question(query)
                .Select(q => Said(q.Part, q.Value))
                .Concat(
                    Fields.Count == 0
                        ? [Nothing.In(language)]
                        : Answer(rows).Select(a => Line(a.Part, a.Value, c => c.In(language)))
                )
        );

    static Called Nothing => new(Text.Of("lookup-nothing", Language.Vi), Text.Of("lookup-nothing", Language.En));

    static string Line(LookupPart part, string? value, Func<Called, string> called) =>
        called(part.Title) is { Length: > 0 } title ? $"{title}: {Said(part, value)}" : Said(part, value);

    static string Said(LookupPart part, string? value) =>
        value is null or "" ? None
        : part.IsPersonal is true ? Hidden
        : value;
}

/// <summary>A part of a question or of an answer.</summary>
/// <param name="Name">The parameter's name, or where the value stood in the answer.</param>
/// <param name="Title">Empty where the value speaks for itself.</param>
public sealed record LookupPart(string Name, Called Title)
{
    /// <summary>Set where it is about a person: colleagues read it on the ticket, nobody reads it elsewhere.</summary>
    public bool? IsPersonal { get; init; }
}
