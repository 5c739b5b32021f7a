using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Evaluation.Keys;

/// <summary>Dynamics are the same when their JSON is.</summary>
internal sealed class DynamicKeys() : KeyEncoder(KqlType.Dynamic)
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<object?> _values = [];
    private Pool<object?>? _pool;
    private int[] _known = [];

    public override void Encode(Vector vector, int count, int[] into)
    {
        if (vector is not CodedVector<object?> coded)
        {
            for (var i = 0; i < count; i++)
            {
                into[i] = Find(vector[i]);
            }

            return;
        }

        if (!ReferenceEquals(_pool, coded.Pool))
        {
            _pool = coded.Pool;
            _known = [];
        }

        if (_known.Length < coded.Pool.Count)
        {
            var from = _known.Length;
            Array.Resize(ref _known, coded.Pool.Items.Length);
            _known.AsSpan(from).Fill(-1);
        }

        for (var i = 0; i < count; i++)
        {
            var code = coded.Codes[i];
            if (_known[code] < 0)
            {
                _known[code] = Find(coded.Pool.Items[code]);
            }

            into[i] = _known[code];
        }
    }

    private int Find(object? value)
    {
        if (value is null)
        {
            if (NullKey < 0 && !IsFrozen)
            {
                _values.Add(null);
            }

            return Null();
        }

        var text = Json.Write(value);
        if (_ids.TryGetValue(text, out var id))
        {
            return id;
        }

        if (IsFrozen)
        {
            return -1;
        }

        _values.Add(value);
        _ids.Add(text, Count);
        return Count++;
    }

    public override Column Values()
    {
        var builder = new ColumnBuilder(KqlType.Dynamic, _values.Count);
        foreach (var value in _values)
        {
            builder.Append(value);
        }

        return builder.ToColumn();
    }
}
