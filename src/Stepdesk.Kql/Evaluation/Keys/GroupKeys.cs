using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Evaluation.Keys;

/// <summary>Several keys at once: pairs of numbers become one number, step by step.</summary>
public sealed class GroupKeys
{
    private readonly KeyEncoder[] _encoders;
    private readonly NumberTable[] _pairs;
    private int[] _ids = new int[Batch.Size];
    private int[] _next = new int[Batch.Size];

    public GroupKeys(IReadOnlyList<KqlType> types)
    {
        _encoders = [.. types.Select(KeyEncoder.For)];
        _pairs = [.. Enumerable.Range(0, Math.Max(0, types.Count - 1)).Select(_ => new NumberTable())];
    }

    /// <summary>Groups met so far.</summary>
    public int Count =>
        _encoders.Length switch
        {
            0 => 1,
            1 => _encoders[0].Count,
            _ => _pairs[^1].Count,
        };

    /// <summary>Rows with keys not met before are then in group -1.</summary>
    public void Freeze()
    {
        foreach (var encoder in _encoders)
        {
            encoder.IsFrozen = true;
        }
    }

    /// <summary>The group of each row of a batch. The array is used again by the next call.</summary>
    public int[] Encode(IReadOnlyList<Vector> keys, int count)
    {
        if (_ids.Length < count)
        {
            _ids = new int[count];
            _next = new int[count];
        }

        if (_encoders.Length == 0)
        {
            Array.Clear(_ids, 0, count);
            return _ids;
        }

        _encoders[0].Encode(keys[0], count, _ids);
        for (var k = 1; k < _encoders.Length; k++)
        {
            _encoders[k].Encode(keys[k], count, _next);
            _pairs[k - 1].Replace(_ids.AsSpan(0, count), _next, _encoders[0].IsFrozen);
        }

        return _ids;
    }

    /// <summary>The key of encoder <paramref name="k"/> in a pair, and the pair of those before it.</summary>
    private (int Before, int Key) Parts(int k, int group)
    {
        var pair = k == 0 ? (uint)group : _pairs[k - 1][group];
        return ((int)(pair >> 32), (int)(uint)pair);
    }

    /// <summary>The key columns, one row per group.</summary>
    public IReadOnlyList<Column> Values()
    {
        var count = Count;
        var columns = new Column[_encoders.Length];
        var group = new int[count];
        for (var i = 0; i < count; i++)
        {
            group[i] = i;
        }

        for (var k = _encoders.Length - 1; k >= 0; k--)
        {
            var part = new int[count];
            for (var i = 0; i < count; i++)
            {
                (group[i], part[i]) = Parts(k, group[i]);
            }

            columns[k] = new PickedColumn(_encoders[k].Values(), part, count);
        }

        return columns;
    }
}
