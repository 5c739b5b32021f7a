using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Functions;

/// <summary>Internet addresses, with or without the length of their network behind a slash.</summary>
internal static class AddressFunctions
{
    public static IEnumerable<FunctionInfo> All { get; } =
    [
        Declare.Text<long>("parse_ipv4", KqlType.Long, s => Address(s, out _)),
        Declare.Many("parse_ipv4_mask", 2, 2, KqlType.Long, v => Masked(v)),
        Declare.Text<bool>("ipv4_is_private", KqlType.Bool, IsPrivate),
        Declare.Text<long>(
            "ipv4_netmask_suffix",
            KqlType.Long,
            s => Address(s, out var prefix).Has ? prefix : Maybe<long>.Null
        ),
        Declare.Many("ipv4_is_in_range", 2, 2, KqlType.Bool, v => IsInRange(Format.Text(v[0]), Format.Text(v[1]))),
        Declare.Many("ipv4_is_in_any_range", 2, 64, KqlType.Bool, IsInAnyRange),
        Declare.Many("ipv4_is_match", 2, 3, KqlType.Bool, v => Compare(v) is { } order ? order == 0 : null),
        Declare.Many("ipv4_compare", 2, 3, KqlType.Long, v => Compare(v)),
        Declare.Many("format_ipv4", 1, 2, KqlType.String, v => Written(v, withPrefix: false)),
        Declare.Many("format_ipv4_mask", 1, 2, KqlType.String, v => Written(v, withPrefix: true)),
        Declare.Text<string>("parse_ipv6", KqlType.String, s => Long(Wide(s, 128))),
        Declare.Many("parse_ipv6_mask", 2, 2, KqlType.String, v => Long(Wide(Format.Text(v[0]), PrefixOf(v, 1, 128)))),
        Declare.Many("ipv6_compare", 2, 3, KqlType.Long, v => CompareWide(v)),
        Declare.Many("ipv6_is_match", 2, 3, KqlType.Bool, v => CompareWide(v) is { } order ? order == 0 : null),
        Declare.Many("ipv6_is_in_range", 2, 2, KqlType.Bool, v => IsInWideRange(Format.Text(v[0]), Format.Text(v[1]))),
        Declare.Many(
            "ipv6_is_in_any_range",
            2,
            64,
            KqlType.Bool,
            v => Several(v).Any(r => IsInWideRange(Format.Text(v[0]), Format.Text(r)) is true)
        ),
        Declare.Many(
            "ipv4_range_to_cidr_list",
            2,
            2,
            KqlType.Dynamic,
            v => Networks(Format.Text(v[0]), Format.Text(v[1]))
        ),
        Declare.Many("has_ipv4", 2, 2, KqlType.Bool, v => HasAny(v, whole: true)),
        Declare.Many("has_any_ipv4", 2, 64, KqlType.Bool, v => HasAny(v, whole: true)),
        Declare.Many("has_ipv4_prefix", 2, 2, KqlType.Bool, v => HasAny(v, whole: false)),
        Declare.Many("has_any_ipv4_prefix", 2, 64, KqlType.Bool, v => HasAny(v, whole: false)),
    ];

    private static Maybe<long> Address(string text, out int prefix)
    {
        prefix = 32;
        text = text.Trim();
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0)
        {
            if (
                !int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out prefix)
                || prefix > 32
            )
            {
                return Maybe<long>.Null;
            }

            text = text[..slash];
        }

        var parts = text.Split('.');
        if (parts.Length != 4)
        {
            return Maybe<long>.Null;
        }

        var address = 0L;
        foreach (var part in parts)
        {
            // A nought in front would make it an octal number to some.
            if (
                part is ['0', _, ..]
                || !byte.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            )
            {
                return Maybe<long>.Null;
            }

            address = (address << 8) | number;
        }

        return address & Mask(prefix);
    }

    private static long Mask(int prefix) => prefix == 0 ? 0 : 0xFFFFFFFFL << (32 - prefix) & 0xFFFFFFFFL;

    // The length an argument asks for; all of it when there is none, -1 when it is no length.
    private static int PrefixOf(object?[] v, int at, int all) =>
        v.Length <= at ? all
        : Conversions.AsLong(v[at]) is { Has: true, Value: var prefix and >= 0 } && prefix <= all ? (int)prefix
        : -1;

    private static object? Masked(object?[] v) =>
        Address(Format.Text(v[0]), out _) is { Has: true, Value: var a } && PrefixOf(v, 1, 32) is var prefix and >= 0
            ? a & Mask(prefix)
            : null;

    private static Maybe<bool> IsPrivate(string text) =>
        Address(text, out _) is { Has: true, Value: var a }
            ? (a >> 24) == 10 || (a >> 20) == 0xAC1 || (a >> 16) == 0xC0A8
            : Maybe<bool>.Null;

    private static object? IsInRange(string address, string range) =>
        Address(address, out _) is { Has: true, Value: var a }
        && Address(range, out var prefix) is { Has: true, Value: var r }
            ? (a & Mask(prefix)) == r
            : null;

    private static object? IsInAnyRange(object?[] v) =>
        Several(v).Any(r => IsInRange(Format.Text(v[0]), Format.Text(r)) is true);

    // What follows the first argument, one by one or as one array.
    private static IEnumerable<object?> Several(object?[] v) =>
        v.Skip(1).SelectMany(i => i is DynamicArray array ? array.Items : [i]);

    private static long? Compare(object?[] v)
    {
        var a = Address(Format.Text(v[0]), out var prefixA);
        var b = Address(Format.Text(v[1]), out var prefixB);
        var prefix = Math.Min(Math.Min(prefixA, prefixB), PrefixOf(v, 2, 32));
        return a.Has && b.Has && prefix >= 0 ? (a.Value & Mask(prefix)).CompareTo(b.Value & Mask(prefix)) : null;
    }

    private static object? Written(object?[] v, bool withPrefix)
    {
        var own = 32;
        var address = v[0] is string text ? Address(text, out own) : Conversions.AsLong(v[0]);
        var prefix = PrefixOf(v, 1, 32);
        if (!address.Has || address.Value is < 0 or > 0xFFFFFFFFL || prefix < 0)
        {
            return "";
        }

        prefix = Math.Min(prefix, own);
        var a = address.Value & Mask(prefix);
        var dotted = $"{a >> 24}.{(a >> 16) & 255}.{(a >> 8) & 255}.{a & 255}";
        return withPrefix ? $"{dotted}/{prefix}" : dotted;
    }

    // An address of 16 bytes, one of 4 wrapped into it; cut to its own length and the one asked for.
    private static byte[]? Wide(string text, int prefix)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var own = -1;
        if (
            slash >= 0
            && !int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out own)
        )
        {
            return null;
        }

        var name = slash < 0 ? text : text[..slash];
        var isShort = Address(name, out _).Has;
        if (
            prefix < 0
            || (!isShort && !name.Contains(':', StringComparison.Ordinal))
            || !IPAddress.TryParse(name, out var address)
        )
        {
            return null;
        }

        own =
            own < 0 ? 128
            : name.Contains('.', StringComparison.Ordinal) ? own + 96
            : own;
        var bytes = (
            address.AddressFamily == AddressFamily.InterNetwork ? address.MapToIPv6() : address
        ).GetAddressBytes();
        for (var bit = Math.Min(prefix, own); bit < 128; bit++)
        {
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        }

        return own > 128 ? null : bytes;
    }

    private static string Long(byte[]? bytes) =>
        bytes is null
            ? ""
            : string.Join(':', Enumerable.Range(0, 8).Select(i => $"{bytes[2 * i]:x2}{bytes[(2 * i) + 1]:x2}"));

    private static long? CompareWide(object?[] v)
    {
        var prefix = PrefixOf(v, 2, 128);
        // Both are cut to the shorter of the two networks.
        var (first, second) = (Format.Text(v[0]), Format.Text(v[1]));
        prefix = Math.Min(prefix, Math.Min(OwnPrefix(first), OwnPrefix(second)));
        return Wide(first, prefix) is { } a && Wide(second, prefix) is { } b
            ? Math.Sign(a.AsSpan().SequenceCompareTo(b))
            : null;
    }

    private static object? IsInWideRange(string address, string range)
    {
        var prefix = OwnPrefix(range);
        return Wide(address, prefix) is { } a && Wide(range, prefix) is { } r ? a.AsSpan().SequenceEqual(r) : null;
    }

    // The fewest networks that hold all addresses from one to another, and no others.
    private static DynamicArray? Networks(string first, string last)
    {
        if (
            Address(first, out _) is not { Has: true, Value: var at }
            || Address(last, out _) is not { Has: true, Value: var end }
        )
        {
            return null;
        }

        var networks = new List<object?>();
        while (at <= end)
        {
            var prefix = 32;
            while (prefix > 0 && (at & Mask(prefix - 1)) == at && at + (1L << (33 - prefix)) - 1 <= end)
            {
                prefix--;
            }

            networks.Add(Written([at, (long)prefix], withPrefix: true));
            at += 1L << (32 - prefix);
        }

        return new DynamicArray(networks);
    }

    private static int OwnPrefix(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash >= 0 && int.TryParse(text.AsSpan(slash + 1), CultureInfo.InvariantCulture, out var own)
            ? own + (text.Contains('.', StringComparison.Ordinal) ? 96 : 0)
            : 128;
    }

    // An address of a text stands between characters that are no letters or digits; a beginning ends with a dot.
    private static bool HasAny(object?[] v, bool whole)
    {
        var wanted = Several(v).Select(Format.Text).ToList();
        return Addresses(Format.Text(v[0]))
            .Any(found =>
                wanted.Exists(w =>
                    found == w || (!whole && w.EndsWith('.') && found.StartsWith(w, StringComparison.Ordinal))
                )
            );
    }

    private static IEnumerable<string> Addresses(string text)
    {
        for (var at = 0; at < text.Length; )
        {
            var end = at;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.'))
            {
                end++;
            }

            var bordered =
                (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
                && (end == text.Length || !char.IsLetterOrDigit(text[end]));
            var found = text[at..end].Trim('.');
            if (bordered && Address(found, out _).Has)
            {
                yield return found;
            }

            at = Math.Max(end, at + 1);
        }
    }
}
