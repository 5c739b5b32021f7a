using Stepdesk.Core.Practice.Claims;
using Stepdesk.Core.Practice.Scenarios;

namespace Stepdesk.Core.Practice.Authoring;

/// <summary>What somebody may state wrongly: numbers of the scenario, and ids of its shape.</summary>
static class FigureReader
{
    public static Figure Figure(string id, Sheet sheet)
    {
        var (says, parts) = (sheet.Wordings("said"), sheet.Wordings("part"));
        if (says.Concat(parts).Any(w => !w.Source.Contains($"(?<{Scenarios.Figure.Number}>", StringComparison.Ordinal)))
            sheet.Say("SD0007", sheet.Place, "A figure is said with a group (?<n>…) around its number.");
        var texts = sheet.Texts("is", required: true);
        var amounts = texts
            .Where(t => t != Scenarios.Figure.All)
            .Select(t => (Text: t, Read: Amounts.Read(t)))
            .ToList();
        foreach (var (text, _) in amounts.Where(a => a.Read is null))
            sheet.Say("SD0005", sheet.Place, $"'{text}' is no number, and no range such as 28..39.");
        return new(id, sheet.Texts("facts", required: true), says, [.. amounts.Select(a => a.Read).OfType<Amounts>()])
        {
            Parts = parts,
            Form = Form(sheet),
            IsAll = texts.Contains(Scenarios.Figure.All, StringComparer.Ordinal),
            Always = sheet.Flag("always"),
            Until = sheet.Texts("until"),
        };
    }

    public static IdShape Ids(string id, Sheet sheet) =>
        new(id, sheet.Wordings("shape", required: true), sheet.Texts("known", required: true));

    static Stating? Form(Sheet sheet)
    {
        var about = sheet.Wordings("about");
        var form = sheet.Choice("of", [.. Claims.Form.All.Select((f, at) => (f.Name, at))]);
        return form is { } at ? new(Claims.Form.All[at], about.Count == 0 ? null : Wording.Any(about)) : null;
    }
}
