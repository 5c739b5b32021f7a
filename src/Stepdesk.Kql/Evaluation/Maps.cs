using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Functions;

namespace Stepdesk.Kql.Evaluation;

/// <summary>How a function meets a null argument: mostly the answer is null too.</summary>
public enum NullRule
{
    Sticky,
    Passed,
}

/// <summary>A function of one value, row by row; over coded values once per distinct value.</summary>
public sealed class Map<TA, TR>(KqlType type, Scalar a, Func<TA, Maybe<TR>> f, NullRule rule = NullRule.Sticky)
    : Scalar(type, a)
{
    private Pool<TA>? _pool;
    private Pool<TR>? _results;
    private bool[] _done = [];
    private bool[] _nulls = [];
    private bool _anyNull;

    public override Vector Evaluate(Batch batch)
    {
        var vector = a.Evaluate(batch);
        return vector is CodedVector<TA> coded ? Coded(coded) : Plain(vector, batch.Count);
    }

    private Vector<TR> Plain(Vector vector, int count)
    {
        var values = Vectors.Dense<TA>(vector);
        var results = new TR[count];
        bool[]? nulls = null;
        for (var i = 0; i < count; i++)
        {
            Made.Tick<TA>();
            var result = rule == NullRule.Sticky && vector.IsNull(i) ? default : f(values[i]);
            if (result.Has)
            {
                results[i] = result.Value;
                Made.Count(result.Value);
            }
            else
            {
                Absent.Put(Type, results, ref nulls, i);
            }
        }

        return new Vector<TR>(Type, results, count) { Nulls = nulls };
    }

    private Vector Coded(CodedVector<TA> coded)
    {
        if (!ReferenceEquals(_pool, coded.Pool))
        {
            _pool = coded.Pool;
            _results = new Pool<TR>(coded.Pool.Count);
            _done = [];
            _anyNull = false;
        }

        if (_done.Length < coded.Pool.Count)
        {
            Array.Resize(ref _done, coded.Pool.Items.Length);
            Array.Resize(ref _nulls, coded.Pool.Items.Length);
        }

        _results!.Reach(coded.Pool.Count);
        var codes = coded.Codes;
        var done = _done;
        for (var i = 0; i < coded.Length; i++)
        {
            if (!done[codes[i]])
            {
                Compute(codes[i]);
            }
        }

        if (typeof(TR) == typeof(string) || (typeof(TR) == typeof(object) && Type == KqlType.Dynamic))
        {
            return new CodedVector<TR>(Type, codes, _results, coded.Length);
        }

        var values = new TR[coded.Length];
        var items = _results.Items;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = items[codes[i]];
        }

        bool[]? nulls = null;
        if (_anyNull)
        {
            nulls = new bool[coded.Length];
            for (var i = 0; i < nulls.Length; i++)
            {
                nulls[i] = _nulls[codes[i]];
            }
        }

        return new Vector<TR>(Type, values, coded.Length) { Nulls = nulls };
    }

    private void Compute(int code)
    {
        Made.Tick<TA>();
        var value = _pool!.Items[code];
        var result = rule == NullRule.Sticky && value is null ? default : f(value);
        _done[code] = true;
        _nulls[code] = !result.Has;
        _anyNull |= !result.Has;
        bool[]? unused = null;
        if (result.Has)
        {
            _results!.Items[code] = result.Value;
            Made.Stays(result.Value);
        }
        else
        {
            Absent.Put(Type, _results!.Items, ref unused, code);
        }
    }
}

/// <summary>A function of two values. With one constant it becomes a function of one.</summary>
public sealed class Map<TA, TB, TR> : Scalar
{
    private readonly Scalar _a;
    private readonly Scalar _b;
    private readonly Func<TA, TB, Maybe<TR>> _f;
    private readonly NullRule _rule;

    private Map(KqlType type, Scalar a, Scalar b, Func<TA, TB, Maybe<TR>> f, NullRule rule)
        : base(type, a, b)
    {
        _a = a;
        _b = b;
        _f = f;
        _rule = rule;
    }

    public static Scalar Of(
        KqlType type,
        Scalar a,
        Scalar b,
        Func<TA, TB, Maybe<TR>> f,
        NullRule rule = NullRule.Sticky
    )
    {
        if (b.IsConstant && !a.IsConstant && Single.Try<TB>(b, rule, out var valueB))
        {
            return new Map<TA, TR>(type, a, x => f(x, valueB), rule);
        }

        if (a.IsConstant && !b.IsConstant && Single.Try<TA>(a, rule, out var valueA))
        {
            return new Map<TB, TR>(type, b, x => f(valueA, x), rule);
        }

        return Fold(new Map<TA, TB, TR>(type, a, b, f, rule));
    }

    public override Vector Evaluate(Batch batch)
    {
        var a = _a.Evaluate(batch);
        var b = _b.Evaluate(batch);
        var valuesA = Vectors.Dense<TA>(a);
        var valuesB = Vectors.Dense<TB>(b);
        var results = new TR[batch.Count];
        bool[]? nulls = null;
        for (var i = 0; i < results.Length; i++)
        {
            Made.Tick<TA>();
            var skip = _rule == NullRule.Sticky && (a.IsNull(i) || b.IsNull(i));
            var result = skip ? default : _f(valuesA[i], valuesB[i]);
            if (result.Has)
            {
                results[i] = result.Value;
                Made.Count(result.Value);
            }
            else
            {
                Absent.Put(Type, results, ref nulls, i);
            }
        }

        return new Vector<TR>(Type, results, batch.Count) { Nulls = nulls };
    }
}

/// <summary>A function of any number of values; for the long tail, where boxing does not matter.</summary>
public sealed class MapMany(KqlType type, Scalar[] arguments, Func<object?[], object?> f, bool deterministic = true)
    : Scalar(type, arguments)
{
    public override bool IsConstant => deterministic && base.IsConstant;

    /// <summary>One varying argument is the common case: then the result is remembered per distinct value.</summary>
    public static Scalar Of(KqlType type, Scalar[] arguments, Func<object?[], object?> f)
    {
        var varying = Array.FindAll(arguments, a => !a.IsConstant);
        if (varying.Length != 1 || varying[0].Type is not (KqlType.String or KqlType.Dynamic))
        {
            return Fold(new MapMany(type, arguments, f));
        }

        var place = Array.IndexOf(arguments, varying[0]);
        var fixedValues = arguments.Select(a => a.IsConstant ? a.Value : null).ToArray();
        object? Call(object? value)
        {
            var values = (object?[])fixedValues.Clone();
            values[place] = value;
            return f(values);
        }

        return varying[0].Type == KqlType.String
            ? Boxed.Unbox(type, new Map<string, object?>(KqlType.Dynamic, varying[0], s => Call(s)))
            : Boxed.Unbox(type, new Map<object?, object?>(KqlType.Dynamic, varying[0], o => Call(o), NullRule.Passed));
    }

    public override Vector Evaluate(Batch batch)
    {
        var vectors = arguments.Select(a => a.Evaluate(batch)).ToArray();
        var results = new object?[batch.Count];
        var values = new object?[vectors.Length];
        for (var i = 0; i < results.Length; i++)
        {
            for (var j = 0; j < values.Length; j++)
            {
                values[j] = vectors[j][i];
            }

            Budget.Tick();
            results[i] = f(values);
            Made.Count(results[i]);
        }

        return Type == KqlType.Dynamic ? new Vector<object?>(Type, results, batch.Count) : Vectors.Of(Type, results);
    }
}

/// <summary>From boxed results back to the typed vectors the loops want.</summary>
internal static class Boxed
{
    public static Scalar Unbox(KqlType type, Scalar boxed) =>
        type switch
        {
            KqlType.Dynamic => boxed,
            KqlType.String => new Map<object?, string>(type, boxed, o => o as string ?? "", NullRule.Passed),
            KqlType.Bool => new Map<object?, bool>(type, boxed, o => (bool)o!),
            KqlType.Real => new Map<object?, double>(type, boxed, o => (double)o!),
            KqlType.Decimal => new Map<object?, decimal>(type, boxed, o => (decimal)o!),
            KqlType.Guid => new Map<object?, Guid>(type, boxed, o => (Guid)o!),
            _ => new Map<object?, long>(type, boxed, o => Cell.Unbox(o!)),
        };
}

internal static class Absent
{
    /// <summary>A null in the way of the type: the empty string, or a mark.</summary>
    public static void Put<T>(KqlType type, T[] values, ref bool[]? nulls, int i)
    {
        if (type == KqlType.String)
        {
            values[i] = (T)(object)"";
        }
        else if (type != KqlType.Dynamic)
        {
            (nulls ??= new bool[values.Length])[i] = true;
        }
    }
}

internal static class Single
{
    /// <summary>The typed value of a constant; a null where nulls are sticky has none.</summary>
    public static bool Try<T>(Scalar constant, NullRule rule, out T value)
    {
        var vector = constant.Evaluate(Batch.One);
        value = Vectors.Dense<T>(vector)[0];
        return rule == NullRule.Passed || !vector.IsNull(0);
    }
}
