using System.Globalization;
using System.Net;
using System.Web;
using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Functions;

/// <summary>URLs, paths, versions.</summary>
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
        var root = rest.Length > 1 && rest[1] == ':' ? rest[..2] : "";
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

        Int128 version = 0;
        for (var i = 0; i < 4; i++)
        {
            var part = 0;
            if (
                i < parts.Length
                && (
                    parts[i].Length > 8
                    || !int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out part)
                )
            )
            {
                return Maybe<decimal>.Null;
            }

            version = (version * 100_000_000) + part;
        }

        // Beyond what a decimal holds here.
        return version <= (Int128)decimal.MaxValue ? (decimal)version : Maybe<decimal>.Null;
    }
}
