using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation;

namespace Stepdesk.Kql.Functions;

internal static class ArrayFunctions
{
    public static IEnumerable<FunctionInfo> All { get; } =
    [
        Declare.Function("array_length", 1, 1, c => Length(c)),
        Declare.Function("arraylength", 1, 1, c => Length(c)) with
        {
            IsAlias = true,
        },
        Declare.Many("pack_array", 1, 1024, KqlType.Dynamic, v => new DynamicArray((object?[])v.Clone())),
        Declare.Many("array_concat", 1, 64, KqlType.Dynamic, Concat),
        Declare.Many("array_slice", 3, 3, KqlType.Dynamic, Slice),
        Declare.Many("array_split", 2, 2, KqlType.Dynamic, Split),
        Declare.Many(
            "array_reverse",
            1,
            1,
            KqlType.Dynamic,
            v => v[0] is DynamicArray a ? Of(a.Items.Reverse()) : null
        ),
        Declare.Many("array_sum", 1, 1, KqlType.Real, v => v[0] is DynamicArray a ? Sum(a) : null),
        Declare.Many("array_index_of", 2, 5, KqlType.Long, IndexOf),
        Declare.Many("array_iff", 3, 3, KqlType.Dynamic, Iff),
        Declare.Many("array_iif", 3, 3, KqlType.Dynamic, Iff),
        Declare.Many("array_shift_left", 2, 3, KqlType.Dynamic, v => Shift(v, 1)),
        Declare.Many("array_shift_right", 2, 3, KqlType.Dynamic, v => Shift(v, -1)),
        Declare.Many("array_rotate_left", 2, 2, KqlType.Dynamic, v => Rotate(v, 1)),
        Declare.Many("array_rotate_right", 2, 2, KqlType.Dynamic, v => Rotate(v, -1)),
        Sorts("array_sort_asc", 1),
        Sorts("array_sort_desc", -1),
        Declare.Many("zip", 2, 64, KqlType.Dynamic, Zip),
        Declare.Many("range", 2, 3, KqlType.Dynamic, Range),
        Declare.Many("repeat", 2, 2, KqlType.Dynamic, Repeat, NameRule.Prefixed, "repeat"),
    ];

    private static DynamicArray Of(IEnumerable<object?> items) => new([.. items]);

    private static Scalar Length(Call call) =>
        Scalar.Fold(
            new Map<object?, long>(
                KqlType.Long,
                call.As(0, KqlType.Dynamic),
                v => v is DynamicArray a ? a.Items.Count : Maybe<long>.Null
            )
        );

    private static object? Concat(object?[] v)
    {
        Budget.Fits(v.Aggregate(0L, (size, i) => Sizes.Sum(size, Sizes.Of(i))));
        return Of(
            v.SelectMany(i =>
                i is DynamicArray a ? a.Items
                : i is null ? []
                : [i]
            )
        );
    }

    private static object? Slice(object?[] v)
    {
        if (v[0] is not DynamicArray a || !Conversions.AsLong(v[1]).Has || !Conversions.AsLong(v[2]).Has)
        {
            return null;
        }

        var start = Conversions.AsLong(v[1]).Value;
        var end = Conversions.AsLong(v[2]).Value;
        start = start < 0 ? Math.Max(0, a.Items.Count + start) : start;
        end = end < 0 ? a.Items.Count + end : Math.Min(end, a.Items.Count - 1);
        return start > end ? DynamicArray.Empty : Of(a.Items.Skip((int)start).Take((int)(end - start + 1)));
    }

    private static object? Split(object?[] v)
    {
        if (v[0] is not DynamicArray a)
        {
            return null;
        }

        var cuts = (v[1] is DynamicArray list ? list.Items : [v[1]])
            .Select(i => Conversions.AsLong(i).Value)
            .Select(i => (int)Math.Clamp(i < 0 ? a.Items.Count + i : i, 0, a.Items.Count))
            .Append(a.Items.Count);
        var parts = new List<object?>();
        var from = 0;
        foreach (var cut in cuts)
        {
            parts.Add(Of(a.Items.Skip(from).Take(Math.Max(0, cut - from))));
            from = Math.Max(from, cut);
        }

        return new DynamicArray(parts);
    }

    private static object? Sum(DynamicArray array) =>
        array.Items.All(i => i is long or double or decimal) ? array.Items.Sum(i => Conversions.AsReal(i).Value) : null;

    private static object? IndexOf(object?[] v)
    {
        if (v[0] is not DynamicArray a)
        {
            return null;
        }

        var start = v.Length > 2 ? Conversions.AsLong(v[2]).Value : 0;
        var length = v.Length > 3 ? Conversions.AsLong(v[3]).Value : -1;
        var occurrence = v.Length > 4 ? Conversions.AsLong(v[4]).Value : 1;
        start = start < 0 ? Math.Max(0, a.Items.Count + start) : start;
        var end = length < 0 ? a.Items.Count : Math.Min(a.Items.Count, start + length);
        for (var i = start; i < end; i++)
        {
            if (Same(a.Items[(int)i], v[1]) && --occurrence == 0)
            {
                return i;
            }
        }

        return -1L;
    }

    private static object? Iff(object?[] v)
    {
        if (v[0] is not DynamicArray conditions)
        {
            return null;
        }

        object? Pick(object? source, int i) => source is DynamicArray a ? a.Items.ElementAtOrDefault(i) : source;
        return Of(
            conditions.Items.Select(
                (c, i) => Conversions.AsBool(c) is { Has: true } test ? Pick(test.Value ? v[1] : v[2], i) : null
            )
        );
    }

    private static object? Shift(object?[] v, int sign)
    {
        if (v[0] is not DynamicArray a || Conversions.AsLong(v[1]) is not { Has: true, Value: var by })
        {
            return null;
        }

        // What moves in is nothing: the empty text among texts.
        var fill =
            v.Length > 2 ? v[2]
            : a.Items.Any() && a.Items.All(i => i is string) ? ""
            : null;
        by *= sign;
        return Of(
            a.Items.Select(
                (_, i) => i + by is var from && from >= 0 && from < a.Items.Count ? a.Items[(int)from] : fill
            )
        );
    }

    private static object? Rotate(object?[] v, int sign)
    {
        if (v[0] is not DynamicArray a || Conversions.AsLong(v[1]) is not { Has: true, Value: var by })
        {
            return null;
        }

        var count = a.Items.Count;
        // As far round as it says, and no sum that runs over.
        var shift = count == 0 ? 0 : by % count * sign;
        return Of(a.Items.Select((_, i) => a.Items[(int)((i + shift + count) % count)]));
    }

    private static FunctionInfo Sorts(string name, int sign) =>
        Declare.Many(name, 1, 64, KqlType.Dynamic, v => Sort(v, sign)) with
        {
            Parts = arguments =>
                [
                    .. arguments
                        .Where(a => a.Type == KqlType.Dynamic)
                        .Select((a, i) => a with { Name = (a.Name.Length > 0 ? a.Name : $"array{i}") + "_sorted" }),
                ],
        };

    // The first array is sorted, the others follow it; one of another length has no order of its own.
    private static DynamicArray? Sort(object?[] v, int sign)
    {
        if (v[0] is not DynamicArray { Items: var keys })
        {
            return null;
        }

        var nullsLast = v[^1] is not false;
        var order = Enumerable
            .Range(0, keys.Count)
            .Order(
                Comparer<int>.Create(
                    (a, b) =>
                        (keys[a], keys[b]) switch
                        {
                            (null, null) => 0,
                            (null, _) => nullsLast ? 1 : -1,
                            (_, null) => nullsLast ? -1 : 1,
                            var (x, y) => sign * Ordered.Compare(x, y),
                        }
                )
            )
            .ToList();
        return Of(
            v.Where((a, i) => a is not bool || i == 0)
                .Select(a =>
                    a is DynamicArray { Items: var items } && items.Count == keys.Count
                        ? (object?)Of(order.Select(i => items[i]))
                        : null
                )
        );
    }

    internal static string Key(object? value) => Json.Write(value);

    internal static bool Same(object? a, object? b) =>
        (a, b) switch
        {
            (long x, double y) => x == y,
            (double x, long y) => x == y,
            _ => Key(a) == Key(b),
        };

    private static object? Zip(object?[] v)
    {
        var arrays = v.Select(i => i is DynamicArray a ? a.Items : [i]).ToList();
        var longest = arrays.Max(a => a.Count);
        Budget.Fits(longest * (32L + (16L * arrays.Count)));
        return Of(Enumerable.Range(0, longest).Select(i => (object?)Of(arrays.Select(a => a.ElementAtOrDefault(i)))));
    }

    private static object? Range(object?[] v)
    {
        var step =
            v.Length > 2 ? v[2]
            : v[0] is DateTime or TimeSpan ? TimeSpan.FromHours(1)
            : 1L;
        if (v[0] is null || v[1] is null || step is null)
        {
            return null;
        }

        var items = new List<object?>();
        if (v[0] is double || v[1] is double || step is double)
        {
            var (from, to, by) = (
                Conversions.AsReal(v[0]).Value,
                Conversions.AsReal(v[1]).Value,
                Conversions.AsReal(step).Value
            );
            for (var i = 0; by != 0; i++)
            {
                var value = from + (i * by);
                if ((by > 0 ? value > to : value < to) || !ArrayLimit.Takes(items))
                {
                    break;
                }

                items.Add(value);
            }

            return new DynamicArray(items);
        }

        var type = Cell.TypeOf(v[0]);
        if (!type.IsLongStored() || !Cell.TypeOf(v[1]).IsLongStored() || !Cell.TypeOf(step).IsLongStored())
        {
            return null;
        }

        var (start, stop, size) = ((Int128)Cell.Unbox(v[0]!), Cell.Unbox(v[1]!), Cell.Unbox(step));
        for (var at = start; size != 0 && (size > 0 ? at <= stop : at >= stop) && ArrayLimit.Takes(items); at += size)
        {
            items.Add(Cell.Box(type, (long)at));
        }

        return new DynamicArray(items);
    }

    private static object? Repeat(object?[] v) =>
        Conversions.AsLong(v[1]) is { Has: true, Value: >= 0 and var count }
            ? Of(Enumerable.Repeat(v[0], ArrayLimit.Most(count)))
            : null;
}
