using Stepdesk.Core.Practice.Sessions;

namespace Stepdesk.Web.Practice;

/// <summary>What a form of the panel holds: a move beside the desk, or what is wanted of the clock.</summary>
public sealed class PanelForm
{
    public string? Verb { get; set; }
    public string? To { get; set; }
    public string? Text { get; set; }
    public string? Tag { get; set; }
    public string? Next { get; set; }
    public List<string>? Attached { get; set; }
    public string? System { get; set; }
    public string? Subject { get; set; }
    public string? Target { get; set; }
    public string? For { get; set; }
    public string? Article { get; set; }
    public string? Title { get; set; }
    public string? Account { get; set; }
    public List<string>? Columns { get; set; }

    /// <summary>What a report is narrowed to, one a line.</summary>
    public string? Filter { get; set; }

    /// <summary>What is done to the clock.</summary>
    public string? Pace { get; set; }
    public string? Times { get; set; }

    /// <summary>The move, with every field that was filled in and that the move has.</summary>
    public Move Move()
    {
        var verb = Verbs.Find(Verb ?? "");
        var fields = Fields.None;
        foreach (var (name, texts) in Filled())
            if (verb is null || verb.Fields.Any(f => f.Name == name))
                fields = fields.With(name, texts);
        return new(Verb ?? "", fields);
    }

    IEnumerable<(string Name, string[] Texts)> Filled() =>
        from field in ((string Name, IEnumerable<string?> Texts)[])
            [
                ("to", [To]),
                ("text", [Text]),
                ("tag", [Tag]),
                ("next_contact", [Next]),
                ("attached", Attached ?? []),
                ("system", [System]),
                ("subject", [Subject]),
                ("target", [Target]),
                ("for", [For]),
                ("article", [Article]),
                ("title", [Title]),
                ("account", [Account]),
                ("fields", Columns ?? []),
                ("filter", (Filter ?? "").Split('\n')),
            ]
        let texts = field.Texts.Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => t!.Trim()).ToArray()
        where texts.Length > 0
        select (field.Name, texts);
}
