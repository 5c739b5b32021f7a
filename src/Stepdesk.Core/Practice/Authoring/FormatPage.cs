using System.Globalization;
using System.Text;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Sessions;

namespace Stepdesk.Core.Practice.Authoring;

/// <summary>What an author can write, taken from what the program reads, as a page of Markdown.</summary>
public static class FormatPage
{
    public static string Write()
    {
        var page = new StringBuilder();
        Title(page, "Moves", "What a trainee can do, and a run can say. Bold fields are needed.");
        Row(page, "move", "becomes", "fields");
        Row(page, "---", "---", "---");
        foreach (var verb in Verbs.All)
            Row(page, $"`{verb.Name}`", $"`{verb.Event}`", string.Join(", ", verb.Fields.Select(Field)));
        Title(page, "Events", "What rules, facts and checks can ask about.");
        Row(page, "event", "fields");
        Row(page, "---", "---");
        foreach (var type in EventTypes.All)
            Row(page, $"`{type}`", string.Join(", ", EventTypes.FieldsOf(type)!.Select(f => $"`{f}`")));
        page.Append(CultureInfo.InvariantCulture, $"\nA rule can make happen: {Listed(EventTypes.Emitted)}.\n");
        Title(page, "Text rules", "What `text` can look for in messages.");
        page.Append(CultureInfo.InvariantCulture, $"{Listed(Demands.Names)}.\n");
        Title(page, "Diagnostics", "What `scenario lint` reports.");
        Row(page, "code", "about");
        Row(page, "---", "---");
        foreach (var (code, about) in DiagnosticCodes.All)
            Row(page, code, about);
        return page.ToString();
    }

    static string Field(VerbField field)
    {
        var kind = field.Kind is FieldKind.Text ? "" : $" ({field.Kind.ToString().ToLowerInvariant()})";
        return field.Required ? $"**{field.Name}**{kind}" : $"{field.Name}{kind}";
    }

    static string Listed(IEnumerable<string> names) => string.Join(", ", names.Select(n => $"`{n}`"));

    static void Title(StringBuilder page, string title, string about)
    {
        if (page.Length > 0)
            page.Append('\n');
        page.Append(CultureInfo.InvariantCulture, $"## {title}\n\n{about}\n\n");
    }

    static void Row(StringBuilder page, params ReadOnlySpan<string> cells)
    {
        foreach (var cell in cells)
            page.Append(CultureInfo.InvariantCulture, $"| {cell} ");
        page.Append("|\n");
    }
}
