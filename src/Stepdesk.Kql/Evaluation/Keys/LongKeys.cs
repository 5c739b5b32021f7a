using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Evaluation.Keys;

/// <summary>Integers and times; the row before is tried first.</summary>
internal sealed class LongKeys(KqlType type) : KeyEncoder(type)
{
    private readonly NumberTable _numbers = new();

    public override void Encode(Vector vector, int count, int[] into)
    {
        var values = Vectors.Dense<long>(vector);
        var last = 0L;
        var lastId = -1;
        for (var i = 0; i < count; i++)
        {
            if (vector.Nulls is not null && vector.Nulls[i])
            {
                into[i] = Null();
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

    // The null has a key and no number: keys behind it are one ahead of theirs.
    private int Find(long value)
    {
        var number = _numbers.Find((ulong)value, IsFrozen);
        var id = NullKey >= 0 && number >= NullKey ? number + 1 : number;
        Count = Math.Max(Count, id + 1);
        return id;
    }

    public override Column Values()
    {
        var builder = new ColumnBuilder(Type, Count);
        for (var id = 0; id < Count; id++)
        {
            var number = NullKey >= 0 && id > NullKey ? id - 1 : id;
            builder.Append(id == NullKey ? null : Cell.Box(Type, (long)_numbers[number]));
        }

        return builder.ToColumn();
    }
}
