using System.Numerics;

namespace Stepdesk.Kql.Evaluation.Keys;

/// <summary>Numbers for distinct 64-bit values in the order they are met: open addressing, no boxing.</summary>
internal sealed class NumberTable
{
    // Pairs met before are found at their place in a row, as long as all rows together stay small.
    private const int MaxCells = 1 << 20;

    private readonly List<ulong> _values = [];
    private ulong[] _slots = new ulong[64];
    private int[] _ids = NewIds(64);
    private int[][] _rows = [];
    private int _cells;

    public int Count => _values.Count;

    public ulong this[int id] => _values[id];

    /// <summary>Puts the number of each pair in the place of its first; a pair with a negative part has none.</summary>
    public void Replace(Span<int> firsts, ReadOnlySpan<int> seconds, bool isFrozen)
    {
        seconds = seconds[..firsts.Length];
        for (var i = 0; i < firsts.Length; i++)
        {
            var (first, second) = (firsts[i], seconds[i]);
            var rows = _rows;
            if ((uint)first < (uint)rows.Length)
            {
                var row = rows[first];
                if ((uint)second < (uint)row.Length && row[second] >= 0)
                {
                    firsts[i] = row[second];
                    continue;
                }
            }

            firsts[i] = first < 0 || second < 0 ? -1 : FindPair(first, second, isFrozen);
        }
    }

    private int FindPair(int first, int second, bool isFrozen)
    {
        var id = Find(((ulong)(uint)first << 32) | (uint)second, isFrozen);
        if (id >= 0)
        {
            Remember(first, second, id);
        }

        return id;
    }

    private void Remember(int first, int second, int id)
    {
        var width =
            second < (_rows.Length > first ? _rows[first].Length : 0)
                ? 0
                : (int)BitOperations.RoundUpToPowerOf2((uint)Math.Min(second, MaxCells) + 16);
        if (first >= MaxCells || second >= MaxCells || _cells + width + Math.Max(0, first - _rows.Length) > MaxCells)
        {
            return;
        }

        if (first >= _rows.Length)
        {
            var from = _rows.Length;
            Array.Resize(ref _rows, (int)BitOperations.RoundUpToPowerOf2((uint)first + 16));
            _rows.AsSpan(from).Fill([]);
            _cells += _rows.Length - from;
        }

        if (width > 0)
        {
            var from = _rows[first].Length;
            Array.Resize(ref _rows[first], width);
            _rows[first].AsSpan(from).Fill(-1);
            _cells += width - from;
        }

        _rows[first][second] = id;
    }

    /// <summary>The number of a value; a value not met before gets the next one, or -1 when none are given any more.</summary>
    public int Find(ulong value, bool isFrozen)
    {
        var slot = SlotOf(value);
        if (_ids[slot] >= 0)
        {
            return _ids[slot];
        }

        if (isFrozen)
        {
            return -1;
        }

        _slots[slot] = value;
        _ids[slot] = _values.Count;
        _values.Add(value);
        if (_values.Count * 2 > _slots.Length)
        {
            Grow();
        }

        return _values.Count - 1;
    }

    // Where the value is, or where it belongs.
    private int SlotOf(ulong value)
    {
        var mask = _slots.Length - 1;
        var slot = (int)((value * 0x9E3779B97F4A7C15) >> 32) & mask;
        while (_ids[slot] >= 0 && _slots[slot] != value)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Grow()
    {
        _slots = new ulong[_slots.Length * 4];
        _ids = NewIds(_slots.Length);
        for (var id = 0; id < _values.Count; id++)
        {
            var slot = SlotOf(_values[id]);
            _slots[slot] = _values[id];
            _ids[slot] = id;
        }
    }

    private static int[] NewIds(int size)
    {
        var ids = new int[size];
        Array.Fill(ids, -1);
        return ids;
    }
}
