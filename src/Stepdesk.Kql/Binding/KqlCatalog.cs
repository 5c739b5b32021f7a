using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Binding;

/// <summary>The tables a query may name.</summary>
public sealed class KqlCatalog
{
    private readonly Dictionary<string, KqlTable> _tables = new(StringComparer.Ordinal);

    public IEnumerable<string> Names => _tables.Keys;

    public KqlCatalog Add(string name, KqlTable table)
    {
        _tables[name] = table;
        return this;
    }

    /// <summary>A classic telemetry table under its own name and, over the same columns, under its workspace name.</summary>
    public KqlCatalog AddBothWorlds(string classicName, KqlTable table)
    {
        Add(classicName, table);
        if (TwoWorlds.WorkspaceTable(classicName) is { } workspace)
        {
            Add(workspace, TwoWorlds.ToWorkspace(classicName, table));
        }

        return this;
    }

    public KqlTable? Find(string name) => _tables.GetValueOrDefault(name);
}
