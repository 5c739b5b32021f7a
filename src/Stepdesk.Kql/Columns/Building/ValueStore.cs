namespace Stepdesk.Kql.Columns.Building;

/// <summary>
/// Values of fixed size. As long as all are the same nothing is kept but that one: a source leaves many columns empty.
/// </summary>
internal sealed class ValueStore<T>(
    KqlType type,
    int capacity,
    Func<object, T> unbox,
    Func<T[], ulong[]?, int, Column> column
) : ColumnStore
    where T : struct
{
    private T[] _values = [];
    private ulong[]? _nulls;
    private object? _only;
    private bool _varies;

    public void Add(T value)
    {
        Spread();
        Grow(ref _values, Count + 1);
        _values[Count++] = value;
    }

    public override void Append(object? value)
    {
        if (!_varies && (Count == 0 || Equals(_only, value)))
        {
            _only = value;
            Count++;
        }
        else if (value is null)
        {
            Spread();
            Grow(ref _values, Count + 1);
            Bits.Set(ref _nulls, Count++);
        }
        else
        {
            Add(unbox(value));
        }
    }

    public override void Append(Vector vector)
    {
        if (vector is not Vector<T> plain)
        {
            base.Append(vector);
            return;
        }

        Spread();
        Grow(ref _values, Count + vector.Length);
        Array.Copy(plain.Values, 0, _values, Count, vector.Length);
        for (var i = 0; plain.Nulls is { } nulls && i < vector.Length; i++)
        {
            if (nulls[i])
            {
                Bits.Set(ref _nulls, Count + i);
            }
        }

        Count += vector.Length;
    }

    private void Spread()
    {
        if (_varies)
        {
            return;
        }

        _varies = true;
        _values = new T[Math.Max(Math.Max(4, capacity), Count * 2)];
        if (_only is not null)
        {
            Array.Fill(_values, unbox(_only), 0, Count);
            return;
        }

        for (var i = 0; i < Count; i++)
        {
            Bits.Set(ref _nulls, i);
        }
    }

    public override Column ToColumn() =>
        _varies || Count == 0 ? column(_values, _nulls, Count) : new ConstantColumn(type, _only, Count);
}
