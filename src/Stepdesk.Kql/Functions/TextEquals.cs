using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation;

namespace Stepdesk.Kql.Functions;

/// <summary>Equality of strings; a constant is looked up once per distinct value, ids compare as numbers.</summary>
internal sealed class TextEquals : Scalar
{
    private readonly Scalar _column;
    private readonly bool _negate;
    private readonly UInt128 _number;
    private readonly int _digits;
    private readonly Scalar _slow;

    private TextEquals(Scalar column, string constant, UInt128 number, bool negate, Scalar slow)
        : base(KqlType.Bool, column)
    {
        _column = column;
        _number = number;
        _digits = constant.Length;
        _negate = negate;
        _slow = slow;
    }

    public static Scalar Of(Scalar left, Scalar right, bool negate, bool ignoreCase)
    {
        if (left.IsConstant && !right.IsConstant)
        {
            (left, right) = (right, left);
        }

        var comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var general = Map<string, string, bool>.Of(
            KqlType.Bool,
            left,
            right,
            (a, b) => string.Equals(a, b, comparison) != negate
        );
        if (left.IsConstant || !right.IsConstant || ignoreCase)
        {
            return general;
        }

        var constant = (string)right.Value!;
        return Hex.TryParse(constant, out var number)
            ? new TextEquals(left, constant, number, negate, general)
            : general;
    }

    // One id among many rows is the most common question of all: it is answered where the ids are kept.
    public override int Filter(Batch batch, int[] into) =>
        !_negate
        && _digits == 32
        && batch.Rows.IsRange
        && _column is ColumnScalar column
        && batch.Table.Columns[column.Ordinal] is HexColumn ids
            ? ids.Find(_number, batch.Rows, into)
            : base.Filter(batch, into);

    public override Vector Evaluate(Batch batch)
    {
        var vector = _column.Evaluate(batch);
        if (vector is not HexVector hex || hex.Digits != _digits)
        {
            return _slow.Evaluate(batch);
        }

        var results = new bool[batch.Count];
        var values = hex.Values;
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = (values[i] == _number) != _negate;
        }

        for (var i = 0; hex.Missing is not null && i < results.Length; i++)
        {
            results[i] = hex.Missing[i] ? _negate : results[i];
        }

        return new Vector<bool>(KqlType.Bool, results, batch.Count);
    }
}
