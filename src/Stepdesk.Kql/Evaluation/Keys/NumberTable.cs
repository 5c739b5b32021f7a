namespace Stepdesk.Kql.Evaluation.Keys;

/// <summary>Numbers for distinct 64-bit values in the order they are met: open addressing, no boxing.</summary>
internal sealed class NumberTable
{
    private readonly List<ulong> _values = [];
    private ulong[] _slots = new ulong[64];
    private int[] _ids = NewIds(64);

    public int Count => _values.Count;

    public ulong this[int id] => _values[id];

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
