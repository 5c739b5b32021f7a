using Stepdesk.Engine.Telemetry;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Writing;

namespace Stepdesk.Web.Queries;

/// <summary>What somebody chose to have a query written.</summary>
public sealed class GuideForm
{
    // A form is read on one screen; more is written by hand.
    const int MostFilters = 6;
    const int MostKeys = 3;

    /// <summary>Lengths of time that rows are summed up by.</summary>
    public static readonly IReadOnlyDictionary<string, TimeSpan> Steps = new Dictionary<string, TimeSpan>
    {
        ["1m"] = TimeSpan.FromMinutes(1),
        ["5m"] = TimeSpan.FromMinutes(5),
        ["15m"] = TimeSpan.FromMinutes(15),
        ["1h"] = TimeSpan.FromHours(1),
        ["1d"] = TimeSpan.FromDays(1),
    };

    public string? Table { get; set; }

    /// <summary>How far back, by its name in the list of times.</summary>
    public string? Within { get; set; }
    public List<GuideFilter>? Filters { get; set; }
    public GuidedFigure? Figure { get; set; }
    public GuideColumn? Of { get; set; }
    public List<GuideColumn>? By { get; set; }

    /// <summary>One of <see cref="Steps"/>.</summary>
    public string? Every { get; set; }
    public string? SortBy { get; set; }
    public GuidedOrder? Order { get; set; }
    public int? Take { get; set; }
    public GuidedChart? Chart { get; set; }

    /// <summary>Whether rows are summed up piece of time by piece of time.</summary>
    public bool IsOverTime => Figure is not null && (Chart is GuidedChart.Time || !string.IsNullOrEmpty(Every));

    public static GuideForm Usual => new() { Order = GuidedOrder.Down, Take = 100 };

    /// <summary>The filters there are, and an empty one to go on with.</summary>
    public IReadOnlyList<GuideFilter> ShownFilters => Shown(Filters, f => f.Name, MostFilters);

    /// <inheritdoc cref="ShownFilters"/>
    public IReadOnlyList<GuideColumn> ShownKeys => Shown(By, c => c.Name, MostKeys);

    /// <summary>The table that was chosen, or the one engineers look at first.</summary>
    public TelemetryTableSeen? TableOf(IReadOnlyList<TelemetryTableSeen> tables) =>
        tables.FirstOrDefault(t => t.Name == Table)
        ?? tables.FirstOrDefault(t => t.Name is "requests" or "AppRequests")
        ?? (tables is [var first, ..] ? first : null);

    /// <summary>The query, or why it cannot be written; what another table had is left out.</summary>
    public Written Write(IReadOnlyList<TelemetryTableSeen> tables)
    {
        if (TableOf(tables) is not { } table)
            return new(null);
        var columns = FieldsOf(table);
        return QueryWriter.Write(
            new(table.Name, columns)
            {
                Within = Times.SpanOf(Within),
                Filters =
                [
                    .. (Filters ?? [])
                        .Where(f => IsThere(f.Name))
                        .Select(f => new GuidedFilter(Column(f), f.Test ?? GuidedTest.Is, f.Value ?? "")),
                ],
                Figure = Figure,
                Of = Of is { } of && IsThere(of.Name) ? Column(of) : null,
                By = [.. (By ?? []).Where(c => IsThere(c.Name)).Select(Column)],
                Every = Every is { } step && Steps.TryGetValue(step, out var every) ? every : null,
                SortBy = IsThere(SortBy) ? new(SortBy!) : null,
                Order = Order,
                Take = Take,
                Chart = Chart,
            }
        );

        bool IsThere(string? name) => columns.Any(c => c.Name == name);
    }

    /// <summary>What of the table can be named, with the types of the language.</summary>
    public static IReadOnlyList<Field> FieldsOf(TelemetryTableSeen table) =>
        [
            .. table
                .Columns.Where(c => QueryWriter.CanName(c.Name))
                .Select(c => new Field(c.Name, KqlTypes.TryParse(c.Type, out var type) ? type : KqlType.String)),
        ];

    static GuidedColumn Column(GuideColumn chosen) =>
        new(chosen.Name!, string.IsNullOrWhiteSpace(chosen.Property) ? null : chosen.Property.Trim());

    static IReadOnlyList<T> Shown<T>(List<T>? all, Func<T, string?> name, int most)
        where T : new() => [.. (all ?? []).Where(one => !string.IsNullOrEmpty(name(one))).Append(new()).Take(most)];
}

/// <summary>A column, or what a bag in it holds.</summary>
public class GuideColumn
{
    public string? Name { get; set; }
    public string? Property { get; set; }
}

/// <summary>Which rows are meant.</summary>
public sealed class GuideFilter : GuideColumn
{
    public GuidedTest? Test { get; set; }
    public string? Value { get; set; }
}
