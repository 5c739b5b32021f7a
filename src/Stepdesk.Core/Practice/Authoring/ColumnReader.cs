using Stepdesk.Core.Practice.Scenarios;

namespace Stepdesk.Core.Practice.Authoring;

/// <summary>What a report can be made of, and what stands in it.</summary>
static class ColumnReader
{
    public static Column Column(string id, Sheet sheet)
    {
        var column = new Column(id, sheet.Said("title", required: true), sheet.Flag("personal"))
        {
            Of = sheet.Texts("of"),
            PartOf = sheet.Text("part_of"),
            Each = sheet.Texts("each"),
            Sum = Sheet.Read(sheet.Take("sum"), sheet.Found, Spread),
            Mean = Sheet.Read(sheet.Take("mean"), sheet.Found, Spread),
        };
        bool[] kinds = [column.Of.Count > 0, column.Each.Count > 0, column.Sum is not null, column.Mean is not null];
        if (kinds.Count(k => k) > 1)
            sheet.Say("SD0005", sheet.Place, "A column has one of: of, each, sum, mean.");
        return column;
    }

    static Spread Spread(Sheet sheet)
    {
        var (min, max) = ((int)(sheet.Number("min", true) ?? 0), (int)(sheet.Number("max", true) ?? 0));
        if (min > max)
            sheet.Say("SD0005", sheet.Place, "min may not be more than max.");
        return new(min, Math.Max(min, max));
    }
}
