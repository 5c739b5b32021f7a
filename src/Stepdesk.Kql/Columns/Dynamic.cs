namespace Stepdesk.Kql.Columns;

/// <summary>A JSON array inside a dynamic.</summary>
public sealed class DynamicArray(IReadOnlyList<object?> items)
{
    public static readonly DynamicArray Empty = new([]);

    private long _size;

    public IReadOnlyList<object?> Items { get; } = items;

    /// <summary>Bytes of it written out; see <see cref="Evaluation.Sizes"/>.</summary>
    internal long Size
    {
        get
        {
            if (_size == 0)
            {
                var size = 32L;
                foreach (var item in Items)
                {
                    size = Evaluation.Sizes.Sum(size, 8 + Evaluation.Sizes.Of(item));
                }

                _size = size;
            }

            return _size;
        }
    }

    public override string ToString() => Json.Write(this);
}

/// <summary>A property bag inside a dynamic; keys keep their order and their case.</summary>
public sealed class DynamicBag
{
    private readonly List<KeyValuePair<string, object?>> _entries = [];
    private Dictionary<string, int>? _index;
    private long _size;

    public IReadOnlyList<KeyValuePair<string, object?>> Entries => _entries;

    public int Count => _entries.Count;

    /// <summary>Bytes of it written out; see <see cref="Evaluation.Sizes"/>.</summary>
    internal long Size
    {
        get
        {
            if (_size == 0)
            {
                var size = 64L;
                foreach (var (key, value) in _entries)
                {
                    size = Evaluation.Sizes.Sum(size, 16 + Evaluation.Sizes.Of(key) + Evaluation.Sizes.Of(value));
                }

                _size = size;
            }

            return _size;
        }
    }

    public object? this[string key]
    {
        get => IndexOf(key) is var i and >= 0 ? _entries[i].Value : null;
        set
        {
            _size = 0;
            var i = IndexOf(key);
            if (i >= 0)
            {
                _entries[i] = new(key, value);
            }
            else
            {
                _index?.Add(key, _entries.Count);
                _entries.Add(new(key, value));
            }
        }
    }

    public bool Has(string key) => IndexOf(key) >= 0;

    private int IndexOf(string key)
    {
        if (_entries.Count > 8)
        {
            _index ??= BuildIndex();
            return _index.GetValueOrDefault(key, -1);
        }

        for (var i = 0; i < _entries.Count; i++)
        {
            if (_entries[i].Key == key)
            {
                return i;
            }
        }

        return -1;
    }

    private Dictionary<string, int> BuildIndex()
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < _entries.Count; i++)
        {
            index[_entries[i].Key] = i;
        }

        return index;
    }

    public override string ToString() => Json.Write(this);
}
