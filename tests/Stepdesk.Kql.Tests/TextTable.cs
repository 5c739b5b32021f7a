using System.Text;
using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Tests;

/// <summary>A table as the Markdown that stands in the page and in the corpus.</summary>
internal static class TextTable
{
    public static string Of(KqlTable table) => Of(table, f => f.Name);

    /// <summary>With the type of each column behind its name.</summary>
    public static string Typed(KqlTable table) => Of(table, f => $"{f.Name}: {f.Type.Name()}");

    private static string Of(KqlTable table, Func<Field, string> heading)
    {
        var text = new StringBuilder();
        Line(text, table.Schema.Fields.Select(heading));
        Line(text, table.Schema.Fields.Select(_ => "---"));
        for (var row = 0; row < table.Count; row++)
        {
            Line(text, table.Row(row).Select(Cell));
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Cell(object? value) =>
        value switch
        {
            null => "*null*",
            DateTime instant => Format.ShortInstant(instant.Ticks),
            _ => Format.Text(value).Replace("|", "\\|", StringComparison.Ordinal),
        };
}
