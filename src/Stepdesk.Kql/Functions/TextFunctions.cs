using System.Text;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation;

namespace Stepdesk.Kql.Functions;

internal static class TextFunctions
{
    public static IEnumerable<FunctionInfo> All { get; } =
    [
        Declare.Text<long>("strlen", KqlType.Long, s => Length(s), NameRule.Prefixed, "strlen"),
        Declare.Text<long>(
            "string_size",
            KqlType.Long,
            s => Encoding.UTF8.GetByteCount(s),
            NameRule.Prefixed,
            "string_size"
        ),
        Declare.Text<string>("toupper", KqlType.String, s => s.ToUpperInvariant()),
        Declare.Text<string>("tolower", KqlType.String, s => s.ToLowerInvariant()),
        Declare.Text<string>("reverse", KqlType.String, Reverse),
        Declare.Text<bool>("isascii", KqlType.Bool, s => s.All(char.IsAscii)),
        Declare.Text<bool>("isutf8", KqlType.Bool, s => !s.Contains('\uFFFD')),
        Texts("strcat", 1, v => Growth.Together("", v)),
        Texts("strcat_delim", 2, v => Growth.Together(Format.Text(v[0]), v.Skip(1))),
        Declare.Many("strcat_array", 2, 2, KqlType.String, JoinArray),
        Declare.Many("array_strcat", 2, 2, KqlType.String, JoinArray),
        Declare.Many("strcmp", 2, 2, KqlType.Long, Compare),
        Declare.Many("strrep", 2, 3, KqlType.String, Repeat),
        Declare.Function("substring", 2, 3, Substring),
        Declare.Many("indexof", 2, 5, KqlType.Long, IndexOf),
        Declare.Function("split", 2, 3, Split, NameRule.FirstArgument),
        Declare.Function("replace_string", 3, 3, ReplaceString),
        Declare.Many("replace_strings", 3, 3, KqlType.String, ReplaceStrings),
        Declare.Many("translate", 3, 3, KqlType.String, Translate),
        Declare.Many("has_any_index", 2, 2, KqlType.Long, HasAnyIndex),
        Declare.Many("make_string", 1, 64, KqlType.String, v => FromCodepoints(v)),
        Declare.Many("unicode_codepoints_to_string", 1, 64, KqlType.String, v => FromCodepoints(v)),
        Declare.Text<object?>("to_utf8", KqlType.Dynamic, ToCodepoints),
        Declare.Text<object?>("unicode_codepoints_from_string", KqlType.Dynamic, ToCodepoints),
        Declare.Many(
            "parse_csv",
            1,
            1,
            KqlType.Dynamic,
            v => CsvText.Fields(Format.Text(v[0])),
            NameRule.FirstArgument
        ),
    ];

    // A bool among them is a text of its own kind: True, where JSON has true.
    private static FunctionInfo Texts(string name, int least, Func<object?[], object?> f) =>
        Declare.Function(
            name,
            least,
            64,
            c =>
                MapMany.Of(KqlType.String, [.. c.Arguments.Select((a, i) => a.Type == KqlType.Bool ? c.Text(i) : a)], f)
        );

    /// <summary>Characters, not UTF-16 halves.</summary>
    public static long Length(string text)
    {
        var length = text.Length;
        foreach (var c in text)
        {
            length -= char.IsLowSurrogate(c) ? 1 : 0;
        }

        return length;
    }

    private static Maybe<string> Reverse(string text)
    {
        var runes = text.EnumerateRunes().Reverse();
        var reversed = new StringBuilder(text.Length);
        foreach (var rune in runes)
        {
            reversed.Append(rune);
        }

        return reversed.ToString();
    }

    private static object? JoinArray(object?[] v) =>
        v[0] is DynamicArray array ? Growth.Together(Format.Text(v[1]), array.Items) : Format.Text(v[0]);

    private static object? Compare(object?[] v) =>
        (long)Math.Sign(string.CompareOrdinal(Format.Text(v[0]), Format.Text(v[1])));

    private static object? Repeat(object?[] v)
    {
        var count = Conversions.AsLong(v[1]);
        // The real engine stops at 1024 repeats as well.
        return count.Has && count.Value > 0
            ? Growth.Repeated(
                Format.Text(v[0]),
                v.Length > 2 ? Format.Text(v[2]) : "",
                (int)Math.Min(1024, count.Value)
            )
            : "";
    }

    private static Scalar Substring(Call call)
    {
        var text = call.Text(0);
        var start = call.As(1, KqlType.Long);
        if (call.Count == 2)
        {
            return Map<string, long, string>.Of(KqlType.String, text, start, (s, from) => Cut(s, from, long.MaxValue));
        }

        var length = call.As(2, KqlType.Long);
        return start.IsConstant && length.IsConstant && start.Value is long f && length.Value is long n
            ? Scalar.Fold(new Map<string, string>(KqlType.String, text, s => Cut(s, f, n)))
            : MapMany.Of(
                KqlType.String,
                [text, start, length],
                v => v[1] is long from && v[2] is long count ? Cut((string)v[0]!, from, count) : ""
            );
    }

    private static string Cut(string text, long from, long count)
    {
        var length = Length(text);
        from = from < 0 ? length + from : from;
        if (from < 0 || from >= length || count <= 0)
        {
            return "";
        }

        var start = Place(text, 0, from);
        return text[start..Place(text, start, Math.Min(count, length - from))];
    }

    // Where the text goes on after so many characters.
    private static int Place(string text, int from, long characters)
    {
        for (; characters > 0 && from < text.Length; characters--)
        {
            from += char.IsHighSurrogate(text[from]) && from + 1 < text.Length ? 2 : 1;
        }

        return from;
    }

    private static object? IndexOf(object?[] v)
    {
        var text = Format.Text(v[0]);
        var needle = Format.Text(v[1]);
        var start = v.Length > 2 ? Conversions.AsLong(v[2]).Value : 0;
        var length = v.Length > 3 ? Conversions.AsLong(v[3]).Value : -1;
        var occurrence = v.Length > 4 ? Conversions.AsLong(v[4]).Value : 1;
        start = start < 0 ? Math.Max(0, text.Length + start) : Place(text, 0, start);
        if (start > text.Length || occurrence < 1 || length < -1)
        {
            return occurrence < 1 || length < -1 ? null : -1L;
        }

        // The length counts anew behind each occurrence.
        var at = (int)start - 1;
        for (var i = 0; i < occurrence; i++)
        {
            var rest = text.Length - at - 1;
            at = text.IndexOf(
                needle,
                at + 1,
                length < 0 ? rest : (int)Math.Min(rest, length),
                StringComparison.Ordinal
            );
            if (at < 0 || (at == text.Length && i + 1 < occurrence))
            {
                return -1L;
            }
        }

        return Length(text[..at]);
    }

    private static Scalar? Split(Call call)
    {
        var index = call.Count > 2 ? Conversions.AsLong(call.ConstantAt(2)) : Maybe<long>.Null;
        return Map<string, string, object?>.Of(
            KqlType.Dynamic,
            call.Text(0),
            call.Text(1),
            (text, delimiter) =>
            {
                var parts = delimiter.Length == 0 ? [text] : text.Split(delimiter);
                if (!index.Has)
                {
                    return new DynamicArray(parts);
                }

                return index.Value >= 0 && index.Value < parts.Length
                    ? new DynamicArray([parts[index.Value]])
                    : DynamicArray.Empty;
            }
        );
    }

    private static Scalar ReplaceString(Call call) =>
        MapMany.Of(
            KqlType.String,
            [call.Text(0), call.Text(1), call.Text(2)],
            v => v[1] is string { Length: > 0 } lookup ? Growth.Replaced((string)v[0]!, lookup, (string)v[2]!) : v[0]
        );

    private static object? ReplaceStrings(object?[] v)
    {
        var text = Format.Text(v[0]);
        if (v[1] is not DynamicArray lookups)
        {
            return text;
        }

        for (var i = 0; i < lookups.Items.Count; i++)
        {
            var rewrite = v[2] is DynamicArray rewrites
                ? Format.Text(rewrites.Items.ElementAtOrDefault(i))
                : Format.Text(v[2]);
            var lookup = Format.Text(lookups.Items[i]);
            text = lookup.Length == 0 ? text : Growth.Replaced(text, lookup, rewrite);
        }

        return text;
    }

    private static object? Translate(object?[] v)
    {
        var from = Format.Text(v[0]);
        var to = Format.Text(v[1]);
        var text = new StringBuilder();
        foreach (var c in Format.Text(v[2]))
        {
            var i = from.IndexOf(c, StringComparison.Ordinal);
            if (i < 0)
            {
                text.Append(c);
            }
            else if (to.Length > 0)
            {
                text.Append(to[Math.Min(i, to.Length - 1)]);
            }
        }

        return text.ToString();
    }

    private static object? HasAnyIndex(object?[] v)
    {
        var text = Format.Text(v[0]);
        var items = v[1] is DynamicArray array ? array.Items : [v[1]];
        for (var i = 0; i < items.Count; i++)
        {
            if (TextTests.HasTerm(text, Format.Text(items[i])))
            {
                return (long)i;
            }
        }

        return -1L;
    }

    private static string FromCodepoints(object?[] v)
    {
        var text = new StringBuilder();
        foreach (var item in v.SelectMany(i => i is DynamicArray array ? array.Items : [i]))
        {
            if (Conversions.AsLong(item) is { Has: true, Value: var code } && Rune.IsValid((int)code))
            {
                text.Append(new Rune((int)code));
            }
        }

        return text.ToString();
    }

    private static Maybe<object?> ToCodepoints(string text) =>
        new DynamicArray([.. text.EnumerateRunes().Select(r => (object?)(long)r.Value)]);
}
