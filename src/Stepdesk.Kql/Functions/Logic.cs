using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation;

namespace Stepdesk.Kql.Functions;

/// <summary>and, or, not, iff, coalesce and tests for null.</summary>
public static class Logic
{
    public static Scalar And(Scalar left, Scalar right) => Scalar.Fold(new AndScalar(left, right));

    public static Scalar Or(Scalar left, Scalar right) => Scalar.Fold(new OrScalar(left, right));

    public static Scalar Not(Scalar value) => Scalar.Fold(new Map<bool, bool>(KqlType.Bool, value, v => !v));

    public static Scalar IsNull(Scalar value, bool not) => Scalar.Fold(new NullTest(value, not));

    public static Scalar IsEmpty(Scalar value, bool not) =>
        value.Type switch
        {
            KqlType.String => Scalar.Fold(new Map<string, bool>(KqlType.Bool, value, v => (v.Length == 0) != not)),
            KqlType.Dynamic => Scalar.Fold(
                new Map<object?, bool>(KqlType.Bool, value, v => v is null or "" != not, NullRule.Passed)
            ),
            _ => IsNull(value, not),
        };

    public static Scalar Iff(Scalar condition, Scalar then, Scalar otherwise) =>
        Scalar.Fold(new Choice(then.Type, condition, then, otherwise));

    public static Scalar Coalesce(Scalar first, Scalar second) => Iff(IsEmpty(first, not: true), first, second);

    private sealed class AndScalar(Scalar left, Scalar right) : Scalar(KqlType.Bool, left, right)
    {
        public override Vector Evaluate(Batch batch) => Combine(left.Evaluate(batch), right.Evaluate(batch), false);

        // Rows the left side drops are never looked at by the right side.
        public override int Filter(Batch batch, int[] into)
        {
            var count = left.Filter(batch, into);
            if (count == 0)
            {
                return 0;
            }

            if (count == batch.Count)
            {
                return right.Filter(batch, into);
            }

            var rest = into.AsSpan(0, count).ToArray();
            return right.Filter(new Batch(batch.Table, new Rows(rest, 0, count)), into);
        }
    }

    private sealed class OrScalar(Scalar left, Scalar right) : Scalar(KqlType.Bool, left, right)
    {
        public override Vector Evaluate(Batch batch) => Combine(left.Evaluate(batch), right.Evaluate(batch), true);
    }

    // The deciding value (false for and, true for or) wins over null; otherwise null is kept.
    private static Vector<bool> Combine(Vector a, Vector b, bool deciding)
    {
        var valuesA = Vectors.Dense<bool>(a);
        var valuesB = Vectors.Dense<bool>(b);
        var count = Math.Min(a.Length, b.Length);
        var results = new bool[count];
        if (a.Nulls is null && b.Nulls is null)
        {
            for (var i = 0; i < count; i++)
            {
                results[i] = deciding ? valuesA[i] | valuesB[i] : valuesA[i] & valuesB[i];
            }

            return new Vector<bool>(KqlType.Bool, results, count);
        }

        var nulls = new bool[count];
        for (var i = 0; i < count; i++)
        {
            var noA = a.IsNull(i);
            var noB = b.IsNull(i);
            if ((!noA && valuesA[i] == deciding) || (!noB && valuesB[i] == deciding))
            {
                results[i] = deciding;
            }
            else if (noA || noB)
            {
                nulls[i] = true;
            }
            else
            {
                results[i] = !deciding;
            }
        }

        return new Vector<bool>(KqlType.Bool, results, count) { Nulls = nulls };
    }

    private sealed class NullTest(Scalar value, bool not) : Scalar(KqlType.Bool, value)
    {
        public override Vector Evaluate(Batch batch)
        {
            var vector = value.Evaluate(batch);
            var results = new bool[batch.Count];
            for (var i = 0; i < results.Length; i++)
            {
                // A string is never null, not even the empty one.
                results[i] = (value.Type != KqlType.String && vector.IsNull(i)) != not;
            }

            return new Vector<bool>(KqlType.Bool, results, batch.Count);
        }
    }
}

/// <summary>Picks one of two values per row; a null condition picks the second.</summary>
internal sealed class Choice(KqlType type, Scalar condition, Scalar then, Scalar otherwise)
    : Scalar(type, condition, then, otherwise)
{
    private Pool<string>? _first;
    private Pool<string>? _second;
    private Pool<string>? _both;
    private int _firstCount;

    public override Vector Evaluate(Batch batch)
    {
        var test = condition.Evaluate(batch);
        var flags = Vectors.Dense<bool>(test);
        var pick = new bool[batch.Count];
        for (var i = 0; i < pick.Length; i++)
        {
            pick[i] = flags[i] && !test.IsNull(i);
        }

        var a = then.Evaluate(batch);
        var b = otherwise.Evaluate(batch);
        return Type switch
        {
            KqlType.String when a is CodedVector<string> ca && b is CodedVector<string> cb && IsSmall(ca, cb) => Coded(
                pick,
                ca,
                cb
            ),
            KqlType.String => Pick<string>(pick, a, b),
            KqlType.Dynamic => Pick<object?>(pick, a, b),
            KqlType.Bool => Pick<bool>(pick, a, b),
            KqlType.Real => Pick<double>(pick, a, b),
            KqlType.Decimal => Pick<decimal>(pick, a, b),
            KqlType.Guid => Pick<Guid>(pick, a, b),
            _ => Pick<long>(pick, a, b),
        };
    }

    private static bool IsSmall(CodedVector<string> a, CodedVector<string> b) => a.Pool.Count + b.Pool.Count <= 1024;

    private CodedVector<string> Coded(bool[] pick, CodedVector<string> a, CodedVector<string> b)
    {
        if (!ReferenceEquals(a.Pool, _first) || !ReferenceEquals(b.Pool, _second) || _firstCount != a.Pool.Count)
        {
            _first = a.Pool;
            _second = b.Pool;
            _firstCount = a.Pool.Count;
            _both = new Pool<string>(a.Pool.Count + b.Pool.Count);
        }

        // Items a memo has not computed yet are filled by the time a code points to them.
        _both!.Reach(_firstCount + b.Pool.Count);
        Array.Copy(a.Pool.Items, _both.Items, _firstCount);
        Array.Copy(b.Pool.Items, 0, _both.Items, _firstCount, b.Pool.Count);
        var codes = new int[pick.Length];
        for (var i = 0; i < codes.Length; i++)
        {
            codes[i] = pick[i] ? a.Codes[i] : b.Codes[i] + _firstCount;
        }

        return new CodedVector<string>(Type, codes, _both, codes.Length);
    }

    private Vector<T> Pick<T>(bool[] pick, Vector a, Vector b)
    {
        var valuesA = Vectors.Dense<T>(a);
        var valuesB = Vectors.Dense<T>(b);
        var results = new T[pick.Length];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = pick[i] ? valuesA[i] : valuesB[i];
        }

        bool[]? nulls = null;
        if (a.Nulls is not null || b.Nulls is not null)
        {
            nulls = new bool[pick.Length];
            for (var i = 0; i < nulls.Length; i++)
            {
                nulls[i] = pick[i] ? a.IsNull(i) : b.IsNull(i);
            }
        }

        return new Vector<T>(Type, results, pick.Length) { Nulls = nulls };
    }
}
