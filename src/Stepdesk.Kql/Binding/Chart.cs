using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Binding;

/// <summary>
/// What <c>render</c> asks for, resolved against the columns of the answer: what runs along the x axis, which columns
/// are drawn, which split them into series.
/// </summary>
public sealed record Chart(
    string Visualization,
    string? Title,
    string Kind,
    string? X,
    IReadOnlyList<string> Ys,
    IReadOnlyList<string> Series,
    IReadOnlyDictionary<string, string> Properties
)
{
    private static readonly HashSet<string> Drawn = new(StringComparer.Ordinal)
    {
        "timechart",
        "linechart",
        "areachart",
        "columnchart",
        "barchart",
        "piechart",
        "scatterchart",
        "table",
        "card",
    };

    internal static IEnumerable<string> Names => Drawn;

    public static bool CanDraw(string visualization) => Drawn.Contains(visualization);

    public static Chart Of(string visualization, IReadOnlyDictionary<string, string> properties, Schema schema)
    {
        var fields = schema.Fields;
        var x =
            Column(properties, "xcolumn", schema)
            ?? (visualization == "timechart" ? fields.FirstOrDefault(f => f.Type == KqlType.DateTime)?.Name : null)
            ?? fields.FirstOrDefault(f => f.Type is not (KqlType.Real or KqlType.Decimal))?.Name
            ?? (fields.Count > 0 ? fields[0].Name : null);
        var series = Columns(properties, "series", schema);
        var ys = Columns(properties, "ycolumns", schema);
        if (series.Count == 0)
        {
            series =
            [
                .. fields
                    .Where(f => f.Name != x && !ys.Contains(f.Name, StringComparer.Ordinal))
                    .Where(f => f.Type is KqlType.String or KqlType.Bool or KqlType.Guid)
                    .Select(f => f.Name),
            ];
        }

        if (ys.Count == 0)
        {
            ys =
            [
                .. fields
                    .Where(f => f.Name != x && !series.Contains(f.Name, StringComparer.Ordinal))
                    .Where(f => f.Type.IsNumber() || f.Type is KqlType.TimeSpan or KqlType.Dynamic)
                    .Select(f => f.Name),
            ];
        }

        return new Chart(
            CanDraw(visualization) ? visualization : "table",
            properties.GetValueOrDefault("title"),
            properties.GetValueOrDefault("kind") ?? "default",
            x,
            ys,
            series,
            properties
        );
    }

    private static string? Column(IReadOnlyDictionary<string, string> properties, string name, Schema schema) =>
        properties.GetValueOrDefault(name) is { } column && schema.IndexOf(column) >= 0 ? column : null;

    private static List<string> Columns(IReadOnlyDictionary<string, string> properties, string name, Schema schema) =>
        properties.TryGetValue(name, out var list)
            ? [.. list.Split(',', StringSplitOptions.TrimEntries).Where(c => schema.IndexOf(c) >= 0)]
            : [];
}
