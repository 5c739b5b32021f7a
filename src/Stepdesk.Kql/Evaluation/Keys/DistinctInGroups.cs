using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Evaluation.Keys;

/// <summary>The distinct values of each group, nulls left out.</summary>
internal sealed class DistinctInGroups(KqlType type)
{
    private readonly KeyEncoder _keys = KeyEncoder.For(type);
    private readonly NumberTable _pairs = new();
    private int[] _ids = new int[Batch.Size];

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
        }

        _keys.Encode(vector, count, _ids);
        for (var i = 0; i < count; i++)
        {
            if (groups[i] >= 0 && _ids[i] != _keys.NullKey)
            {
                _pairs.Find(((ulong)(uint)groups[i] << 32) | (uint)_ids[i], isFrozen: false);
            }
        }
    }
}
