using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Evaluation;

/// <summary>A bound expression: knows its type and gives a vector for a batch of rows.</summary>
public abstract class Scalar(KqlType type, params Scalar[] children)
{
    public KqlType Type { get; } = type;

    public IReadOnlyList<Scalar> Children { get; } = children;

    /// <summary>The same for every row: it can be computed once.</summary>
    public virtual bool IsConstant => Children.All(c => c.IsConstant);

    public abstract Vector Evaluate(Batch batch);

    /// <summary>Positions in the table of the rows for which this condition holds; null does not hold.</summary>
    public virtual int Filter(Batch batch, int[] into)
    {
        var vector = Evaluate(batch);
        var values = Vectors.Dense<bool>(vector);
        var nulls = vector.Nulls;
        var count = 0;
        for (var i = 0; i < batch.Count; i++)
        {
            into[count] = batch.Rows[i];
            count += values[i] && (nulls is null || !nulls[i]) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The value of a constant expression.</summary>
    public object? Value => Evaluate(Batch.One)[0];

    /// <summary>Constants are computed while binding, so that evaluation meets only what varies.</summary>
    public static Scalar Fold(Scalar scalar) =>
        scalar is not Constant && scalar.IsConstant ? new Constant(scalar.Type, scalar.Value) : scalar;
}

/// <summary>A value written in the query, or computed while binding.</summary>
public sealed class Constant(KqlType type, object? value) : Scalar(type)
{
    private readonly object? _value = type == KqlType.String ? value ?? "" : value;
    private Vector? _full;

    public override bool IsConstant => true;

    public object? Held => _value;

    public override Vector Evaluate(Batch batch)
    {
        // A longer vector than the batch does no harm where only the first rows are looked at; loops use the batch.
        if (_full is null || _full.Length != batch.Count)
        {
            _full = Resize(_full, batch.Count);
        }

        return _full;
    }

    private Vector Resize(Vector? earlier, int count) =>
        earlier switch
        {
            // The pool is kept, so that what was remembered for its one value is found again.
            CodedVector<string> text => new CodedVector<string>(Type, new int[count], text.Pool, count),
            CodedVector<object?> item => new CodedVector<object?>(Type, new int[count], item.Pool, count),
            _ => Vectors.Repeat(Type, _value, count),
        };
}

/// <summary>A column of the table the expression runs over.</summary>
public sealed class ColumnScalar(int ordinal, Field field) : Scalar(field.Type)
{
    public int Ordinal { get; } = ordinal;
    public Field Field { get; } = field;

    public override bool IsConstant => false;

    public override Vector Evaluate(Batch batch) => batch.Column(Ordinal);
}
