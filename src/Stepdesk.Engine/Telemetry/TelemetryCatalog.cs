using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;

namespace Stepdesk.Engine.Telemetry;

/// <summary>Tables as a source describes them, without rows, for our own reading of a query.</summary>
public static class TelemetryCatalog
{
    /// <summary>A type we do not know is taken for one that may be anything.</summary>
    public static KqlCatalog Of(IReadOnlyList<TelemetryTableSeen> tables)
    {
        if (ReferenceEquals(tables, StandardTables.Seen))
            return StandardTables.Catalog;
        var catalog = new KqlCatalog();
        foreach (var table in tables)
            catalog.Add(table.Name, KqlTable.None(new([.. table.Columns.Select(FieldOf)])));
        return catalog;
    }

    static Field FieldOf(AnswerColumn column) =>
        new(column.Name, KqlTypes.TryParse(column.Type, out var type) ? type : KqlType.Dynamic);
}
