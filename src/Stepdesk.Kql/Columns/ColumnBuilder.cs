using Stepdesk.Kql.Columns.Building;

namespace Stepdesk.Kql.Columns;

/// <summary>
/// Collects the values of one column and picks the smallest form that fits. A column can be taken at any time and the
/// builder goes on: what was taken does not change.
/// </summary>
public sealed class ColumnBuilder
{
    private readonly ColumnStore _store;

    public ColumnBuilder(KqlType type, int capacity = 16)
    {
        Type = type;
        _store = type switch
        {
            KqlType.Bool => Values(capacity, v => (bool)v),
            KqlType.Int => new ValueStore<int>(
                type,
                capacity,
                v => unchecked((int)Cell.Unbox(v)),
                (values, nulls, count) => new IntColumn(values, nulls, count)
            ),
            KqlType.Real => Values(capacity, v => v is double number ? number : Convert.ToDouble(v, null)),
            KqlType.Decimal => Values(capacity, v => (decimal)v),
            KqlType.Guid => Values(capacity, v => (Guid)v),
            KqlType.String => new TextStore(capacity),
            KqlType.Dynamic => new DynamicStore(capacity),
            _ => Values(capacity, Cell.Unbox),
        };
    }

    public KqlType Type { get; }

    public int Count => _store.Count;

    public void Append(object? value) => _store.Append(value);

    public void Append(Vector vector) => _store.Append(vector);

    public void AppendLong(long value)
    {
        if (_store is ValueStore<long> longs)
        {
            longs.Add(value);
        }
        else
        {
            _store.Append(value);
        }
    }

    public Column ToColumn() => _store.ToColumn();

    public static Column From(Vector vector)
    {
        var builder = new ColumnBuilder(vector.Type, vector.Length);
        builder.Append(vector);
        return builder.ToColumn();
    }

    private ValueStore<T> Values<T>(int capacity, Func<object, T> unbox)
        where T : struct =>
        new(Type, capacity, unbox, (values, nulls, count) => new ValueColumn<T>(Type, values, nulls, count));
}
