using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation;

namespace Stepdesk.Kql.Functions;

internal interface IComparison
{
    static abstract bool Test<T>(T a, T b)
        where T : System.Numerics.IComparisonOperators<T, T, bool>;

    static virtual bool OneNull => false;

    static virtual bool IsEquality => false;
}

internal readonly struct EqualTo : IComparison
{
    public static bool Test<T>(T a, T b)
        where T : System.Numerics.IComparisonOperators<T, T, bool> => a == b;

    public static bool IsEquality => true;
}

internal readonly struct NotEqualTo : IComparison
{
    public static bool Test<T>(T a, T b)
        where T : System.Numerics.IComparisonOperators<T, T, bool> => a != b;

    public static bool OneNull => true;
    public static bool IsEquality => true;
}

internal readonly struct LessThan : IComparison
{
    public static bool Test<T>(T a, T b)
        where T : System.Numerics.IComparisonOperators<T, T, bool> => a < b;
}

internal readonly struct AtMost : IComparison
{
    public static bool Test<T>(T a, T b)
        where T : System.Numerics.IComparisonOperators<T, T, bool> => a <= b;
}

internal readonly struct GreaterThan : IComparison
{
    public static bool Test<T>(T a, T b)
        where T : System.Numerics.IComparisonOperators<T, T, bool> => a > b;
}

internal readonly struct AtLeast : IComparison
{
    public static bool Test<T>(T a, T b)
        where T : System.Numerics.IComparisonOperators<T, T, bool> => a >= b;
}

internal sealed class Compare<T, TComparison>(Scalar left, Scalar right) : Scalar(KqlType.Bool, left, right)
    where T : System.Numerics.IComparisonOperators<T, T, bool>
    where TComparison : struct, IComparison
{
    public override Vector Evaluate(Batch batch)
    {
        var a = left.Evaluate(batch);
        var b = right.Evaluate(batch);
        var valuesA = Vectors.Dense<T>(a).AsSpan(0, batch.Count);
        var valuesB = Vectors.Dense<T>(b).AsSpan(0, batch.Count);
        var results = new bool[batch.Count];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = TComparison.Test(valuesA[i], valuesB[i]);
        }

        return new Vector<bool>(KqlType.Bool, results, batch.Count)
        {
            Nulls = a.Nulls is null && b.Nulls is null ? null : MarkNulls(a, b, results),
        };
    }

    // With one null == is false and != is true; with two, and for < and its kin with any, the answer is null.
    private static bool[] MarkNulls(Vector a, Vector b, bool[] results)
    {
        var nulls = new bool[results.Length];
        for (var i = 0; i < nulls.Length; i++)
        {
            var noA = a.IsNull(i);
            var noB = b.IsNull(i);
            if (!noA && !noB)
            {
                continue;
            }

            if (TComparison.IsEquality && noA != noB)
            {
                results[i] = TComparison.OneNull;
            }
            else
            {
                results[i] = false;
                nulls[i] = true;
            }
        }

        return nulls;
    }
}
