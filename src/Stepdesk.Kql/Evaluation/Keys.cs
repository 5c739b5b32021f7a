using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Evaluation;

/// <summary>Gives every distinct value of a key a small number; null and "" are ordinary keys.</summary>
public abstract class KeyEncoder(KqlType type)
{
    public KqlType Type { get; } = type;

    /// <summary>Distinct values met so far.</summary>
    public int Count { get; protected set; }

    /// <summary>The number of the null, once met; -1 before.</summary>
    public int NullKey { get; protected set; } = -1;

    /// <summary>From now on a value not met before is -1: a join only asks for keys the other side has.</summary>
    public bool IsFrozen { get; set; }

    public abstract void Encode(Vector vector, int count, int[] into);

    /// <summary>The distinct values, in the order of their numbers.</summary>
    public abstract Column Values();

    public static KeyEncoder For(KqlType type) =>
        type switch
        {
            KqlType.String => new TextKeys(),
            KqlType.Dynamic => new DynamicKeys(),
            KqlType.Bool => new ValueKeys<bool>(type, b => b),
            KqlType.Real => new ValueKeys<double>(type, d => d),
            KqlType.Decimal => new ValueKeys<decimal>(type, d => d),
            KqlType.Guid => new ValueKeys<Guid>(type, g => g),
            _ => new LongKeys(type),
        };

    protected int Null() =>
        NullKey >= 0 ? NullKey
        : IsFrozen ? -1
        : NullKey = Count++;
}

/// <summary>Integers and times: open addressing, and the row before is tried first.</summary>
internal sealed class LongKeys(KqlType type) : KeyEncoder(type)
{
    private readonly List<(long Value, bool Null)> _values = [];
    private long[] _slots = new long[64];
    private int[] _ids = NewIds(64);

    private static int[] NewIds(int size)
    {
        var ids = new int[size];
        Array.Fill(ids, -1);
        return ids;
    }

    public override void Encode(Vector vector, int count, int[] into)
    {
        var values = Vectors.Dense<long>(vector);
        var last = 0L;
        var lastId = -1;
        for (var i = 0; i < count; i++)
        {
            if (vector.Nulls is not null && vector.Nulls[i])
            {
                into[i] = NullId();
                continue;
            }

            var value = values[i];
            if (value != last || lastId == -1)
            {
                last = value;
                lastId = Find(value);
            }

            into[i] = lastId;
        }
    }

    private int NullId()
    {
        if (NullKey < 0 && !IsFrozen)
        {
            _values.Add((0, true));
        }

        return Null();
    }

    private int Find(long value)
    {
        var mask = _slots.Length - 1;
        var slot = (int)(((ulong)value * 0x9E3779B97F4A7C15) >> 32) & mask;
        while (_ids[slot] >= 0)
        {
            if (_slots[slot] == value)
            {
                return _ids[slot];
            }

            slot = (slot + 1) & mask;
        }

        if (IsFrozen)
        {
            return -1;
        }

        _slots[slot] = value;
        _ids[slot] = Count;
        _values.Add((value, false));
        if (Count * 2 > _slots.Length)
        {
            Grow();
        }

        return Count++;
    }

    private void Grow()
    {
        var (slots, ids) = (_slots, _ids);
        _slots = new long[slots.Length * 4];
        _ids = NewIds(_slots.Length);
        var mask = _slots.Length - 1;
        for (var i = 0; i < slots.Length; i++)
        {
            if (ids[i] < 0)
            {
                continue;
            }

            var slot = (int)(((ulong)slots[i] * 0x9E3779B97F4A7C15) >> 32) & mask;
            while (_ids[slot] >= 0)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = slots[i];
            _ids[slot] = ids[i];
        }
    }

    public override Column Values()
    {
        var builder = new ColumnBuilder(Type, _values.Count);
        foreach (var (value, isNull) in _values)
        {
            builder.Append(isNull ? null : Cell.Box(Type, value));
        }

        return builder.ToColumn();
    }
}

internal sealed class ValueKeys<T>(KqlType type, Func<T, object> box) : KeyEncoder(type)
    where T : notnull
{
    private readonly Dictionary<T, int> _ids = [];
    private readonly List<object?> _values = [];

    public override void Encode(Vector vector, int count, int[] into)
    {
        var values = Vectors.Dense<T>(vector);
        for (var i = 0; i < count; i++)
        {
            if (vector.IsNull(i))
            {
                if (NullKey < 0 && !IsFrozen)
                {
                    _values.Add(null);
                }

                into[i] = Null();
            }
            else if (_ids.TryGetValue(values[i], out var id))
            {
                into[i] = id;
            }
            else if (IsFrozen)
            {
                into[i] = -1;
            }
            else
            {
                _values.Add(box(values[i]));
                _ids.Add(values[i], Count);
                into[i] = Count++;
            }
        }
    }

    public override Column Values()
    {
        var builder = new ColumnBuilder(Type, _values.Count);
        foreach (var value in _values)
        {
            builder.Append(value);
        }

        return builder.ToColumn();
    }
}

/// <summary>Strings: codes are looked up once per distinct value, hex ids as numbers.</summary>
internal sealed class TextKeys() : KeyEncoder(KqlType.String)
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<UInt128, int> _longIds = [];
    private readonly Dictionary<UInt128, int> _shortIds = [];

    // Ids stay numbers until someone wants to see them.
    private readonly List<(string? Text, UInt128 Number, int Digits)> _values = [];
    private const int Absent = -2;

    private Pool<string>? _pool;
    private int[] _known = [];

    public override void Encode(Vector vector, int count, int[] into)
    {
        switch (vector)
        {
            case CodedVector<string> coded:
                EncodeCodes(coded, count, into);
                break;
            case HexVector hex:
                var ids = hex.Digits == 32 ? _longIds : _shortIds;
                for (var i = 0; i < count; i++)
                {
                    into[i] =
                        hex.IsMissing(i) ? Find("")
                        : ids.TryGetValue(hex.Values[i], out var id) ? id
                        : AddHex(ids, hex.Values[i], hex.Digits);
                }

                break;
            default:
                var values = Vectors.Dense<string>(vector);
                for (var i = 0; i < count; i++)
                {
                    into[i] = Find(values[i]);
                }

                break;
        }
    }

    private void EncodeCodes(CodedVector<string> coded, int count, int[] into)
    {
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

        var known = _known;
        var codes = coded.Codes;
        for (var i = 0; i < count; i++)
        {
            var id = known[codes[i]];
            if (id == -1)
            {
                id = Find(coded.Pool.Items[codes[i]]);
                known[codes[i]] = id < 0 ? Absent : id;
            }

            into[i] = Math.Max(id, -1);
        }
    }

    private int AddHex(Dictionary<UInt128, int> ids, UInt128 value, int digits)
    {
        if (IsFrozen)
        {
            return -1;
        }

        _values.Add((null, value, digits));
        ids.Add(value, Count);
        return Count++;
    }

    // A text that could have come as a number is kept as one, so that both forms meet in one key.
    private int Find(string text)
    {
        if (text.Length is 32 or 16 && Hex.TryParse(text, out var number))
        {
            var hex = text.Length == 32 ? _longIds : _shortIds;
            return hex.TryGetValue(number, out var known) ? known : AddHex(hex, number, text.Length);
        }

        if (_ids.TryGetValue(text, out var id))
        {
            return id;
        }

        if (IsFrozen)
        {
            return -1;
        }

        _values.Add((text, 0, 0));
        _ids.Add(text, Count);
        return Count++;
    }

    public override Column Values()
    {
        var builder = new ColumnBuilder(KqlType.String, _values.Count);
        foreach (var (text, number, digits) in _values)
        {
            builder.Append(text ?? Hex.Text(number, digits));
        }

        return builder.ToColumn();
    }
}

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

/// <summary>Several keys at once: pairs of numbers become one number, step by step.</summary>
public sealed class GroupKeys
{
    private readonly KeyEncoder[] _encoders;
    private readonly PairTable[] _pairs;
    private int[] _ids = new int[Batch.Size];
    private int[] _next = new int[Batch.Size];

    public GroupKeys(IReadOnlyList<KqlType> types)
    {
        _encoders = [.. types.Select(KeyEncoder.For)];
        _pairs = [.. Enumerable.Range(0, Math.Max(0, types.Count - 1)).Select(_ => new PairTable())];
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

        foreach (var pair in _pairs)
        {
            pair.IsFrozen = true;
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
            _pairs[k - 1].Combine(_ids, _next, count);
        }

        return _ids;
    }

    /// <summary>True where some key of the group is null: such rows join nothing.</summary>
    public bool HasNull(int group)
    {
        for (var k = _encoders.Length - 1; k >= 0; k--)
        {
            var part = k == 0 ? group : _pairs[k - 1].Second(group);
            if (part == _encoders[k].NullKey)
            {
                return true;
            }

            group = k == 0 ? group : _pairs[k - 1].First(group);
        }

        return false;
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
                part[i] = k == 0 ? group[i] : _pairs[k - 1].Second(group[i]);
                group[i] = k == 0 ? group[i] : _pairs[k - 1].First(group[i]);
            }

            columns[k] = new PickedColumn(_encoders[k].Values(), part, count);
        }

        return columns;
    }
}

/// <summary>Numbers for pairs of numbers.</summary>
internal sealed class PairTable
{
    private readonly List<(int First, int Second)> _values = [];
    private ulong[] _slots = new ulong[256];
    private int[] _ids = NewIds(256);

    public bool IsFrozen { get; set; }

    public int Count => _values.Count;

    public int First(int id) => _values[id].First;

    public int Second(int id) => _values[id].Second;

    private static int[] NewIds(int size)
    {
        var ids = new int[size];
        Array.Fill(ids, -1);
        return ids;
    }

    public void Combine(int[] first, int[] second, int count)
    {
        for (var i = 0; i < count; i++)
        {
            first[i] = first[i] < 0 || second[i] < 0 ? -1 : Find(first[i], second[i]);
        }
    }

    private int Find(int first, int second)
    {
        var key = ((ulong)(uint)first << 32) | (uint)second;
        var mask = _slots.Length - 1;
        var slot = Slot(key, mask);
        while (_ids[slot] >= 0)
        {
            if (_slots[slot] == key)
            {
                return _ids[slot];
            }

            slot = (slot + 1) & mask;
        }

        if (IsFrozen)
        {
            return -1;
        }

        _slots[slot] = key;
        _ids[slot] = _values.Count;
        _values.Add((first, second));
        if (_values.Count * 2 > _slots.Length)
        {
            Grow();
        }

        return _values.Count - 1;
    }

    private static int Slot(ulong key, int mask) => (int)((key * 0x9E3779B97F4A7C15) >> 32) & mask;

    private void Grow()
    {
        _slots = new ulong[_slots.Length * 4];
        _ids = NewIds(_slots.Length);
        var mask = _slots.Length - 1;
        for (var id = 0; id < _values.Count; id++)
        {
            var key = ((ulong)(uint)_values[id].First << 32) | (uint)_values[id].Second;
            var slot = Slot(key, mask);
            while (_ids[slot] >= 0)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = key;
            _ids[slot] = id;
        }
    }
}
