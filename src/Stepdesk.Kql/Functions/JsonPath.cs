using System.Globalization;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation;

namespace Stepdesk.Kql.Functions;

/// <summary>Ways into a value: <c>$.a.b[0]</c>.</summary>
internal static class JsonPath
{
    public static IEnumerable<FunctionInfo> All { get; } =
    [
        Declare.Function("extract_json", 2, 3, ExtractJson),
        Declare.Function("extractjson", 2, 3, ExtractJson) with
        {
            IsAlias = true,
        },
    ];

    private static Scalar ExtractJson(Call call)
    {
        var type = call.TypeAt(2);
        var path = Format.Text(call.ConstantAt(0));
        var found = Scalar.Fold(
            new Map<string, object?>(
                KqlType.Dynamic,
                call.Text(1),
                s => Json.TryParse(s, out var value) ? Follow(value, path) : null
            )
        );
        return Conversions.To(type, found);
    }

    /// <summary>$.a.b[0]['c'] into a value.</summary>
    public static object? Follow(object? value, string path)
    {
        var at = path.StartsWith('$') ? 1 : 0;
        while (at < path.Length && value is not null)
        {
            string name;
            if (path[at] == '[')
            {
                var end = path.IndexOf(']', at);
                if (end < 0)
                {
                    return null;
                }

                name = path[(at + 1)..end].Trim('\'', '"');
                at = end + 1;
            }
            else
            {
                at += path[at] == '.' ? 1 : 0;
                var end = path.IndexOfAny(['.', '['], at);
                end = end < 0 ? path.Length : end;
                name = path[at..end];
                at = end;
            }

            if (name.Length > 0 && !Step(value, name, out value))
            {
                return null;
            }
        }

        return value;
    }

    /// <summary>The keys on the way to a property: of <c>$.a.b</c> or <c>$['a'].b</c> both, of anything else itself.</summary>
    public static string[] Keys(string path) =>
        path.StartsWith("$.", StringComparison.Ordinal) || path.StartsWith("$[", StringComparison.Ordinal)
            ? path[1..]
                .Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries)
                .Select(k => k.Trim('\'', '"'))
                .ToArray()
            : [path];

    public static bool Step(object? value, string name, out object? next)
    {
        if (name.StartsWith('$'))
        {
            next = Follow(value, name);
            return next is not null;
        }

        next = value switch
        {
            DynamicBag bag => bag[name],
            DynamicArray
                when long.TryParse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var i) => At(
                value,
                i
            ),
            _ => null,
        };
        return value is DynamicBag b ? b.Has(name) : next is not null;
    }

    public static object? At(object? value, long index)
    {
        if (value is not DynamicArray array)
        {
            return null;
        }

        var i = index < 0 ? array.Items.Count + index : index;
        return i >= 0 && i < array.Items.Count ? array.Items[(int)i] : null;
    }
}
