namespace Stepdesk.Kql.Columns.Building;

/// <summary>Codes of one, two or four bytes, whichever the largest of them needs.</summary>
internal sealed class Codes(int capacity)
{
    private byte[]? _bytes = new byte[Math.Max(4, capacity)];
    private ushort[]? _shorts;
    private int[] _ints = [];

    public int Count { get; private set; }

    public int this[int row] =>
        _bytes is not null ? _bytes[row]
        : _shorts is not null ? _shorts[row]
        : _ints[row];

    public void Add(int code)
    {
        if (_bytes is not null && code > byte.MaxValue)
        {
            _shorts = Array.ConvertAll(_bytes, b => (ushort)b);
            _bytes = null;
        }

        if (_shorts is not null && code > ushort.MaxValue)
        {
            _ints = Array.ConvertAll(_shorts, s => (int)s);
            _shorts = null;
        }

        if (_bytes is not null)
        {
            ColumnStore.Grow(ref _bytes, Count + 1);
            _bytes[Count++] = (byte)code;
        }
        else if (_shorts is not null)
        {
            ColumnStore.Grow(ref _shorts, Count + 1);
            _shorts[Count++] = (ushort)code;
        }
        else
        {
            ColumnStore.Grow(ref _ints, Count + 1);
            _ints[Count++] = code;
        }
    }

    public Column ToColumn<T>(KqlType type, Pool<T> pool, int empty) =>
        _bytes is not null ? new CodedColumn<T, byte>(type, _bytes, pool, empty, Count)
        : _shorts is not null ? new CodedColumn<T, ushort>(type, _shorts, pool, empty, Count)
        : new CodedColumn<T, int>(type, _ints, pool, empty, Count);
}

/// <summary>Codes into the pool of another column, which is passed on and not copied.</summary>
internal sealed class SharedCodes<T>(Pool<T> pool, int capacity)
{
    private int[] _codes = new int[Math.Max(4, capacity)];

    public int Count { get; private set; }

    public T this[int row] => pool.Items[_codes[row]];

    public bool TryAppend(CodedVector<T> vector)
    {
        if (!ReferenceEquals(vector.Pool, pool))
        {
            return false;
        }

        ColumnStore.Grow(ref _codes, Count + vector.Length);
        Array.Copy(vector.Codes, 0, _codes, Count, vector.Length);
        Count += vector.Length;
        return true;
    }

    // Adding an entry at the end of a pool is safe for everyone who reads it.
    public Column ToColumn(KqlType type, T empty)
    {
        var at = Array.IndexOf(pool.Items, empty, 0, pool.Count);
        return new CodedColumn<T, int>(type, _codes, pool, at >= 0 ? at : pool.Add(empty), Count);
    }
}
