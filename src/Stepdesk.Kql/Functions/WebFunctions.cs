using System.Globalization;
using System.Net;
using System.Text;
using System.Web;
using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Functions;

/// <summary>URLs, paths, versions, addresses, base64.</summary>
internal static class WebFunctions
{
    public static IEnumerable<FunctionInfo> All { get; } =
    [
        // As forms are sent: a blank is a plus, and digits beyond nine are small letters.
        Declare.Text<string>("url_encode", KqlType.String, s => HttpUtility.UrlEncode(s)),
        Declare.Text<string>("url_encode_component", KqlType.String, s => Uri.EscapeDataString(s)),
        Declare.Text<string>("url_decode", KqlType.String, s => WebUtility.UrlDecode(s)),
        Declare.Text<object?>("parse_url", KqlType.Dynamic, s => ParseUrl(s)),
        Declare.Text<object?>("parseurl", KqlType.Dynamic, s => ParseUrl(s)) with
        {
            IsAlias = true,
        },
        Declare.Text<object?>("parse_urlquery", KqlType.Dynamic, s => QueryBag(s)),
        Declare.Text<object?>("parse_path", KqlType.Dynamic, s => ParsePath(s)),
        Declare.Text<decimal>("parse_version", KqlType.Decimal, ParseVersion),
        Declare.Text<string>(
            "base64_encode_tostring",
            KqlType.String,
            s => Convert.ToBase64String(Encoding.UTF8.GetBytes(s))
        ),
        Declare.Text<string>("base64_decode_tostring", KqlType.String, FromBase64),
        Declare.Text<long>("parse_ipv4", KqlType.Long, s => Address(s, out _)),
        Declare.Text<bool>("ipv4_is_private", KqlType.Bool, IsPrivate),
        Declare.Many("ipv4_is_in_range", 2, 2, KqlType.Bool, v => IsInRange(Format.Text(v[0]), Format.Text(v[1]))),
        Declare.Many("ipv4_is_in_any_range", 2, 64, KqlType.Bool, IsInAnyRange),
        Declare.Many("ipv4_is_match", 2, 3, KqlType.Bool, v => Compare(v) is { } order ? order == 0 : null),
        Declare.Many("ipv4_compare", 2, 3, KqlType.Long, v => Compare(v)),
        Declare.Many("format_ipv4", 1, 2, KqlType.String, FormatIpv4),
        Declare.Many("has_ipv4", 2, 2, KqlType.Bool, v => HasAddress(Format.Text(v[0]), Format.Text(v[1]))),
    ];

    private static DynamicBag ParseUrl(string text)
    {
        var bag = new DynamicBag
        {
            ["Scheme"] = "",
            ["Host"] = "",
            ["Port"] = "",
            ["Path"] = "",
            ["Username"] = "",
            ["Password"] = "",
            ["Query Parameters"] = new DynamicBag(),
            ["Fragment"] = "",
        };
        var rest = text;
        if (rest.IndexOf('#', StringComparison.Ordinal) is var hash and >= 0)
        {
            bag["Fragment"] = rest[(hash + 1)..];
            rest = rest[..hash];
        }

        if (rest.IndexOf('?', StringComparison.Ordinal) is var mark and >= 0)
        {
            bag["Query Parameters"] = QueryParameters(rest[(mark + 1)..]);
            rest = rest[..mark];
        }

        if (rest.IndexOf("://", StringComparison.Ordinal) is var colon and >= 0)
        {
            bag["Scheme"] = rest[..colon];
            rest = rest[(colon + 3)..];
            var slash = rest.IndexOf('/', StringComparison.Ordinal);
            bag["Path"] = slash < 0 ? "" : rest[slash..];
            var authority = slash < 0 ? rest : rest[..slash];
            if (authority.IndexOf('@', StringComparison.Ordinal) is var at and >= 0)
            {
                var user = authority[..at].Split(':', 2);
                bag["Username"] = user[0];
                bag["Password"] = user.Length > 1 ? user[1] : "";
                authority = authority[(at + 1)..];
            }

            var port = authority.LastIndexOf(':');
            bag["Host"] = port < 0 ? authority : authority[..port];
            bag["Port"] = port < 0 ? "" : authority[(port + 1)..];
        }
        else
        {
            bag["Path"] = rest;
        }

        return bag;
    }

    private static DynamicBag QueryBag(string text) => new() { ["Query Parameters"] = QueryParameters(text) };

    private static DynamicBag QueryParameters(string text)
    {
        var bag = new DynamicBag();
        foreach (var part in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = part.Split('=', 2);
            bag[pair[0]] = pair.Length > 1 ? pair[1] : "";
        }

        return bag;
    }

    private static DynamicBag ParsePath(string text)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        var rest = scheme < 0 ? text : text[(scheme + 3)..];
        var root =
            rest.Length > 1 && rest[1] == ':' ? rest[..2]
            : rest.StartsWith('/') ? "/"
            : "";
        var end = rest.LastIndexOfAny(['/', '\\']);
        var file = rest[(end + 1)..];
        var stream = file.IndexOf(':', StringComparison.Ordinal);
        var alternate = stream < 0 ? "" : file[(stream + 1)..];
        file = stream < 0 ? file : file[..stream];
        var directory = end < 0 ? "" : rest[..end];
        var dot = file.LastIndexOf('.');
        return new DynamicBag
        {
            ["Scheme"] = scheme < 0 ? "" : text[..scheme],
            ["RootPath"] = root,
            ["DirectoryPath"] = directory,
            ["DirectoryName"] = directory[(directory.LastIndexOfAny(['/', '\\']) + 1)..],
            ["Filename"] = file,
            ["Extension"] = dot < 0 ? "" : file[(dot + 1)..],
            ["AlternateDataStreamName"] = alternate,
        };
    }

    private static Maybe<decimal> ParseVersion(string text)
    {
        var parts = text.Split('.');
        if (parts.Length > 4)
        {
            return Maybe<decimal>.Null;
        }

        var version = 0m;
        for (var i = 0; i < 4; i++)
        {
            var part = 0;
            if (i < parts.Length && !int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out part))
            {
                return Maybe<decimal>.Null;
            }

            version = (version * 100_000_000m) + part;
        }

        return version;
    }

    private static Maybe<string> FromBase64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : Maybe<string>.Null;
    }

    private static Maybe<long> Address(string text, out int prefix)
    {
        prefix = 32;
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
            if (!byte.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return Maybe<long>.Null;
            }

            address = (address << 8) | number;
        }

        return address & Mask(prefix);
    }

    private static long Mask(int prefix) => prefix == 0 ? 0 : 0xFFFFFFFFL << (32 - prefix) & 0xFFFFFFFFL;

    private static Maybe<bool> IsPrivate(string text) =>
        Address(text, out _) is { Has: true, Value: var a }
            ? (a >> 24) == 10 || (a >> 20) == 0xAC1 || (a >> 16) == 0xC0A8
            : Maybe<bool>.Null;

    private static object? IsInRange(string address, string range) =>
        Address(address, out _) is { Has: true, Value: var a }
        && Address(range, out var prefix) is { Has: true, Value: var r }
            ? (a & Mask(prefix)) == r
            : null;

    private static object? IsInAnyRange(object?[] v)
    {
        var ranges = v.Skip(1).SelectMany(i => i is DynamicArray array ? array.Items : [i]);
        return ranges.Any(r => IsInRange(Format.Text(v[0]), Format.Text(r)) is true);
    }

    private static long? Compare(object?[] v)
    {
        var a = Address(Format.Text(v[0]), out var prefixA);
        var b = Address(Format.Text(v[1]), out var prefixB);
        if (!a.Has || !b.Has)
        {
            return null;
        }

        var prefix = Math.Min(Math.Min(prefixA, prefixB), v.Length > 2 ? (int)Conversions.AsLong(v[2]).Value : 32);
        return (a.Value & Mask(prefix)).CompareTo(b.Value & Mask(prefix));
    }

    private static object? FormatIpv4(object?[] v)
    {
        var address = v[0] is string text ? Address(text, out _) : Conversions.AsLong(v[0]);
        if (!address.Has || address.Value is < 0 or > 0xFFFFFFFFL)
        {
            return "";
        }

        var a = address.Value & Mask(v.Length > 1 ? (int)Conversions.AsLong(v[1]).Value : 32);
        return $"{a >> 24}.{(a >> 16) & 255}.{(a >> 8) & 255}.{a & 255}";
    }

    private static bool HasAddress(string text, string address) =>
        Address(address, out _).Has && TextTests.HasTerm(text, address);
}
