namespace Stepdesk.Kql.Columns.Building;

/// <summary>Dynamics as codes: what is alike is kept once.</summary>
internal sealed class DynamicStore(int capacity) : ColumnStore
{
    private readonly Dictionary<object, int> _known = new(DynamicComparer.Instance);
    private readonly Codes _codes = new(capacity);
    private readonly Pool<object?> _pool = new((object?)null);
    private SharedCodes<object?>? _shared;

    public override void Append(object? value)
    {
        Unshare();
        _codes.Add(CodeOf(value));
        Count++;
    }

    private int CodeOf(object? value)
    {
        if (value is null)
        {
            return 0;
        }

        // Beyond this many distinct values looking each one up costs more than it saves.
        if (_known.Count > 4096 && _known.Count > Count / 2)
        {
            return _pool.Add(value);
        }

        if (!_known.TryGetValue(value, out var code))
        {
            code = _pool.Add(value);
            _known.Add(value, code);
        }

        return code;
    }

    public override void Append(Vector vector)
    {
        if (vector is CodedVector<object?> coded && (Count == 0 || _shared is not null))
        {
            _shared ??= new SharedCodes<object?>(coded.Pool, capacity);
            if (_shared.TryAppend(coded))
            {
                Count = _shared.Count;
                return;
            }
        }

        Unshare();
        if (vector is Vector<object?> plain)
        {
            foreach (var value in plain.Values.AsSpan(0, vector.Length))
            {
                _codes.Add(value is null ? 0 : _pool.Add(value));
            }

            Count += vector.Length;
            return;
        }

        AppendKnown(i => vector[i], vector.Length);
    }

    private void Unshare()
    {
        if (_shared is not { } shared)
        {
            return;
        }

        _shared = null;
        Count = 0;
        AppendKnown(i => shared[i], shared.Count);
    }

    // Out of a pool the same object comes again and again: its text is written once.
    private void AppendKnown(Func<int, object?> value, int count)
    {
        var known = new Dictionary<object, int>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < count; i++)
        {
            var item = value(i);
            var code = 0;
            if (item is not null && !known.TryGetValue(item, out code))
            {
                code = CodeOf(item);
                known.Add(item, code);
            }

            _codes.Add(code);
            Count++;
        }
    }

    public override Column ToColumn() =>
        _shared?.ToColumn(KqlType.Dynamic, null)
        ?? (
            _pool.Count == 1
                ? new ConstantColumn(KqlType.Dynamic, null, Count)
                : _codes.ToColumn(KqlType.Dynamic, _pool, empty: 0)
        );
}
