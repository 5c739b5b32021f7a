using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Evaluation.Keys;

/// <summary>The distinct values of each group, nulls left out.</summary>
internal sealed class DistinctInGroups(KqlType type)
{
    private readonly KeyEncoder _keys = KeyEncoder.For(type);
    private readonly NumberTable _pairs = new();
    private int[] _ids = new int[Batch.Size];
    private int[] _pairIds = new int[Batch.Size];

    /// <summary>Pairs of a group and a value, in the order they were met.</summary>
    public int Count => _pairs.Count;

    public int GroupOf(int pair) => (int)(_pairs[pair] >> 32);

    public int KeyOf(int pair) => (int)(uint)_pairs[pair];

    /// <summary>The values behind the keys.</summary>
    public Column Values() => _keys.Values();

    public void Add(Vector vector, int[] groups, int count)
    {
        if (_ids.Length < count)
        {
            _ids = new int[count];
            _pairIds = new int[count];
        }

        _keys.Encode(vector, count, _ids);
        var nullKey = _keys.NullKey;
        for (var i = 0; nullKey >= 0 && i < count; i++)
        {
            _ids[i] = _ids[i] == nullKey ? -1 : _ids[i];
        }

        groups.AsSpan(0, count).CopyTo(_pairIds);
        _pairs.Replace(_pairIds.AsSpan(0, count), _ids, isFrozen: false);
    }
}
