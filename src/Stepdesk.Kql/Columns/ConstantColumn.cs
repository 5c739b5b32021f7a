namespace Stepdesk.Kql.Columns;

/// <summary>One value for every row, in no memory: most columns of a table that a source never fills.</summary>
public sealed class ConstantColumn(KqlType type, object? value, int length) : Column(type, length)
{
    private readonly Vector _one = Vectors.Repeat(type, value, 1);

    public override long Bytes => 0;

    public override Vector Read(Rows rows)
    {
        var missing = false;
        if (!rows.IsRange)
        {
            foreach (var row in rows.Picked)
            {
                missing |= row < 0;
            }
        }

        if (missing)
        {
            var values = new object?[rows.Count];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = rows[i] < 0 ? null : value;
            }

            return Vectors.Of(Type, values);
        }

        return _one switch
        {
            // The same pool each time, so that what was computed for the value is found again.
            CodedVector<string> text => new CodedVector<string>(Type, new int[rows.Count], text.Pool, rows.Count),
            CodedVector<object?> bag => new CodedVector<object?>(Type, new int[rows.Count], bag.Pool, rows.Count),
            _ => Vectors.Repeat(Type, value, rows.Count),
        };
    }
}
