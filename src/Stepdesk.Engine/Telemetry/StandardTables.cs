using Stepdesk.Engine.Simulation;
using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;

namespace Stepdesk.Engine.Telemetry;

/// <summary>The tables that every component has, under both sets of names, without rows.</summary>
static class StandardTables
{
    public static KqlCatalog Catalog { get; } = Build();

    public static IReadOnlyList<TelemetryTableSeen> Seen { get; } =
    [
        .. Catalog.Names.Select(name => new TelemetryTableSeen(
            name,
            [.. Catalog.Find(name)!.Schema.Fields.Select(f => new AnswerColumn(f.Name, f.Type.Name()))]
        )),
    ];

    static KqlCatalog Build()
    {
        var catalog = new KqlCatalog();
        foreach (var table in TelemetryTable.All)
            catalog.AddBothWorlds(table.Name, KqlTable.None(table.Schema));
        return catalog;
    }
}
