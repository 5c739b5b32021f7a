using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Evaluation.Keys;

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
