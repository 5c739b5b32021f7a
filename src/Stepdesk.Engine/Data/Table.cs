using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Stepdesk.Engine.Data;

/// <summary>A table of the model, as it is read and loaded row by row on either database.</summary>
public sealed record Table(string Name, IReadOnlyList<Column> Columns, IReadOnlyList<string> Key)
{
    public string Quoted => $"\"{Name}\"";
    public string ColumnList => string.Join(", ", Columns.Select(c => $"\"{c.Name}\""));

    /// <summary>Deletes every row there is, in the caller's transaction; history must be unguarded.</summary>
    public static async Task EmptyAsync(Db db, CancellationToken stop)
    {
        foreach (var table in All(db).Reverse())
        {
            var delete = $"DELETE FROM {table.Quoted}";
            await db.Database.ExecuteSqlRawAsync(delete, stop);
        }
    }

    /// <summary>Every table, those that others point to first.</summary>
    public static IReadOnlyList<Table> All(Db db) =>
        [
            .. db
                .Model.GetEntityTypes()
                .OrderBy(e => e.GetForeignKeys().Any())
                .ThenBy(e => e.GetTableName(), StringComparer.Ordinal)
                .Select(Of),
        ];

    static Table Of(IEntityType entity) =>
        new(
            entity.GetTableName()!,
            [.. entity.GetProperties().Select(p => new Column(p))],
            [.. entity.FindPrimaryKey()!.Properties.Select(p => p.GetColumnName())]
        );
}

/// <summary>A column: how its value is stored here, and its plain value, which is the same everywhere.</summary>
public sealed class Column(IProperty property)
{
    readonly ValueConverter? converter = property.GetTypeMapping().Converter;

    public string Name { get; } = property.GetColumnName();
    public string StoreType { get; } = property.GetRelationalTypeMapping().StoreType;
    public bool IsGenerated { get; } = property.ValueGenerated is ValueGenerated.OnAdd;
    public bool IsNullable { get; } = property.IsNullable;

    /// <summary>What the plain value is: a number for an enumeration, else what the model says.</summary>
    public Type Plain { get; } =
        (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) is { IsEnum: false } type
            ? type
            : typeof(int);

    public object? Read(System.Data.Common.DbDataReader row, int at) =>
        row.IsDBNull(at) ? null
        : Plain == typeof(int) ? row.GetInt32(at)
        : Plain == typeof(long) ? row.GetInt64(at)
        : Plain == typeof(bool) ? row.GetBoolean(at)
        : Plain == typeof(string) ? row.GetString(at)
        : Plain == typeof(byte[]) ? row.GetFieldValue<byte[]>(at)
        : Plain == typeof(Guid) ? row.GetGuid(at)
        : converter!.ProviderClrType == typeof(long) ? converter.ConvertFromProvider(row.GetInt64(at))
        : row.GetFieldValue<DateTimeOffset>(at);

    public object? Stored(object? plain) =>
        Plain == typeof(DateTimeOffset) && plain is not null ? converter!.ConvertToProvider(plain)
        : plain is null && !IsNullable ? Nothing()
        : plain;

    // A column that is younger than the backup.
    object Nothing() =>
        Plain == typeof(string) ? ""
        : Plain == typeof(byte[]) ? Array.Empty<byte>()
        : Plain == typeof(DateTimeOffset) ? converter!.ConvertToProvider(DateTimeOffset.UnixEpoch)!
        : Activator.CreateInstance(Plain)!;
}
