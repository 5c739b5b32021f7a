using System.Globalization;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation;

namespace Stepdesk.Kql.Functions;

/// <summary>Bags, paths into them, and JSON.</summary>
internal static class DynamicFunctions
{
    public static IEnumerable<FunctionInfo> All { get; } =
    [
        Declare.Many("bag_pack", 0, 256, KqlType.Dynamic, Pack),
        Declare.Many("pack", 0, 256, KqlType.Dynamic, Pack),
        Declare.Many("pack_dictionary", 0, 256, KqlType.Dynamic, Pack),
        Declare.Function("pack_all", 0, 1, PackAll),
        Declare.Function("bag_pack_columns", 1, 256, PackColumns),
        Declare.Many("bag_keys", 1, 1, KqlType.Dynamic, v => v[0] is DynamicBag bag ? Keys(bag) : null),
        Declare.Many("bag_merge", 2, 64, KqlType.Dynamic, Merge),
        Declare.Many(
            "bag_has_key",
            2,
            2,
            KqlType.Bool,
            v => v[0] is DynamicBag ? JsonPath.Step(v[0], Format.Text(v[1]), out _) : null
        ),
        Declare.Many("bag_zip", 2, 2, KqlType.Dynamic, Zipped),
        Declare.Many("bag_remove_keys", 2, 2, KqlType.Dynamic, RemoveKeys),
        Declare.Many("bag_set_key", 3, 3, KqlType.Dynamic, SetKey),
        Declare.Many(
            "treepath",
            1,
            1,
            KqlType.Dynamic,
            v => new DynamicArray([.. Paths("", v[0]).Distinct(StringComparer.Ordinal)]),
            NameRule.Prefixed,
            "tree"
        ),
        Declare.Many("dynamic_to_json", 1, 1, KqlType.String, v => Json.Write(Sorted(v[0]))),
        Declare.Function("new_guid", 0, 0, _ => new Fresh()),
    ];

    /// <summary>A property: null when there is none or when the value is no bag.</summary>
    public static Scalar Path(Scalar value, string name) =>
        Scalar.Fold(new Map<object?, object?>(KqlType.Dynamic, value, v => v is DynamicBag bag ? bag[name] : null));

    /// <summary>An element by number (negative: from the end) or by name.</summary>
    public static Scalar Element(Scalar value, Scalar index) =>
        index.Type.IsInteger()
            ? Map<object?, long, object?>.Of(
                KqlType.Dynamic,
                value,
                index,
                (v, i) => new Maybe<object?>(true, JsonPath.At(v, i))
            )
            : Map<object?, string, object?>.Of(
                KqlType.Dynamic,
                value,
                Conversions.To(KqlType.String, index),
                (v, name) =>
                    new Maybe<object?>(
                        true,
                        v is DynamicBag bag ? bag[name]
                            : v is DynamicArray
                            && long.TryParse(
                                name,
                                NumberStyles.AllowLeadingSign,
                                CultureInfo.InvariantCulture,
                                out var i
                            )
                                ? JsonPath.At(v, i)
                            : null
                    )
            );

    private static object? Pack(object?[] v)
    {
        var bag = new DynamicBag();
        for (var i = 0; i + 1 < v.Length; i += 2)
        {
            bag[Format.Text(v[i])] = v[i + 1];
        }

        return bag;
    }

    private static Scalar PackAll(Call call)
    {
        var skipEmpty = call.Count > 0 && call.ConstantAt(0) is true;
        var fields = call.Row.Fields;
        var columns = fields.Select((f, i) => (Scalar)new ColumnScalar(i, f)).ToArray();
        return new MapMany(
            KqlType.Dynamic,
            columns,
            v =>
            {
                var bag = new DynamicBag();
                for (var i = 0; i < v.Length; i++)
                {
                    if (!skipEmpty || v[i] is not (null or ""))
                    {
                        bag[fields[i].Name] = v[i];
                    }
                }

                return bag;
            }
        );
    }

    private static Scalar? PackColumns(Call call)
    {
        for (var i = 0; i < call.Count; i++)
        {
            if (call[i] is not ColumnScalar)
            {
                call.Fail(Messages.ColumnNeeded(call.Syntax[i].Span));
                return null;
            }
        }

        var fields = call.Arguments.Select(a => ((ColumnScalar)a).Field.Name).ToArray();
        return new MapMany(
            KqlType.Dynamic,
            [.. call.Arguments],
            v => Pack([.. fields.SelectMany((f, i) => new[] { f, v[i] })])
        );
    }

    private static DynamicArray Keys(DynamicBag bag) => new([.. bag.Entries.Select(e => (object?)e.Key)]);

    private static object? Merge(object?[] v)
    {
        DynamicBag? merged = null;
        foreach (var bag in v.OfType<DynamicBag>())
        {
            merged ??= new DynamicBag();
            foreach (var (key, value) in bag.Entries)
            {
                // The first bag that has a key decides.
                if (!merged.Has(key))
                {
                    merged[key] = value;
                }
            }
        }

        return merged;
    }

    // Keys that are no texts are left out; a key without a value has none.
    private static DynamicBag? Zipped(object?[] v)
    {
        if (v[0] is not DynamicArray { Items: var keys } || v[1] is not DynamicArray { Items: var values })
        {
            return null;
        }

        var bag = new DynamicBag();
        for (var i = 0; i < keys.Count; i++)
        {
            if (keys[i] is string key && !bag.Has(key))
            {
                bag[key] = values.ElementAtOrDefault(i);
            }
        }

        return bag;
    }

    private static object? RemoveKeys(object?[] v)
    {
        if (v[0] is not DynamicBag bag || v[1] is not DynamicArray keys)
        {
            return v[0] is DynamicBag ? v[0] : null;
        }

        return keys
            .Items.Select(k => JsonPath.Keys(Format.Text(k)))
            .Aggregate(bag, (rest, path) => Without(rest, path));
    }

    private static DynamicBag Without(DynamicBag bag, ReadOnlySpan<string> path)
    {
        var kept = new DynamicBag();
        foreach (var (key, value) in bag.Entries)
        {
            if (path.Length == 0 || key != path[0])
            {
                kept[key] = value;
            }
            else if (path.Length > 1)
            {
                kept[key] = value is DynamicBag inner ? Without(inner, path[1..]) : value;
            }
        }

        return kept;
    }

    private static object? SetKey(object?[] v) =>
        v[0] is DynamicBag bag ? With(bag, JsonPath.Keys(Format.Text(v[1])), v[2]) : null;

    private static DynamicBag With(DynamicBag? bag, ReadOnlySpan<string> path, object? value)
    {
        var copy = new DynamicBag();
        foreach (var (key, old) in bag?.Entries ?? [])
        {
            copy[key] = old;
        }

        if (path.Length > 0)
        {
            copy[path[0]] = path.Length > 1 ? With(copy[path[0]] as DynamicBag, path[1..], value) : value;
        }

        return copy;
    }

    private static IEnumerable<string> Paths(string prefix, object? value)
    {
        switch (value)
        {
            case DynamicBag bag:
                foreach (var (key, inner) in bag.Entries)
                {
                    var path = $"{prefix}['{key}']";
                    yield return path;
                    foreach (var deeper in Paths(path, inner))
                    {
                        yield return deeper;
                    }
                }

                break;
            case DynamicArray array:
                if (array.Items.Count > 0)
                {
                    var path = $"{prefix}[0]";
                    yield return path;
                    foreach (var deeper in array.Items.SelectMany(i => Paths(path, i)))
                    {
                        yield return deeper;
                    }
                }

                break;
        }
    }

    private static object? Sorted(object? value) =>
        value switch
        {
            DynamicBag bag => bag
                .Entries.OrderBy(e => e.Key, StringComparer.Ordinal)
                .Aggregate(
                    new DynamicBag(),
                    (sorted, e) =>
                    {
                        sorted[e.Key] = Sorted(e.Value);
                        return sorted;
                    }
                ),
            DynamicArray array => new DynamicArray([.. array.Items.Select(Sorted)]),
            _ => value,
        };

    private sealed class Fresh() : Scalar(KqlType.Guid)
    {
        public override bool IsConstant => false;

        public override Vector Evaluate(Batch batch)
        {
            var values = new Guid[batch.Count];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = Guid.NewGuid();
            }

            return new Vector<Guid>(KqlType.Guid, values, batch.Count);
        }
    }
}
