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
        var colon = text.IndexOf("://", StringComparison.Ordinal);
        if (colon <= 0)
        {
            return bag;
        }

        bag["Scheme"] = text[..colon];
        var rest = text[(colon + 3)..];
        (rest, bag["Fragment"]) = CutAt(rest, '#');
        (rest, var query) = CutAt(rest, '?');
        bag["Query Parameters"] = QueryParameters(query);
        (var authority, var path) = CutAt(rest, '/');
        bag["Path"] = path.Length == 0 ? "" : "/" + path;
        // A name alone in front of the host is part of it: only with a password is it a name.
        var at = authority.IndexOf('@', StringComparison.Ordinal);
        if (at >= 0 && authority.AsSpan(0, at).Contains(':'))
        {
            (bag["Username"], bag["Password"]) = CutAt(authority[..at], ':');
            authority = authority[(at + 1)..];
        }

        var port = authority.LastIndexOf(':');
        bag["Host"] = port < 0 ? authority : authority[..port];
        bag["Port"] = port < 0 ? "" : authority[(port + 1)..];
        return bag;
    }

    private static (string Before, string After) CutAt(string text, char mark) =>
        text.IndexOf(mark, StringComparison.Ordinal) is var at and >= 0 ? (text[..at], text[(at + 1)..]) : (text, "");

    private static DynamicBag QueryBag(string text) => new() { ["Query Parameters"] = QueryParameters(text) };

    // In the order of their names; a name given several times has all its values, one without a value is left out.
    private static DynamicBag QueryParameters(string text)
    {
        var bag = new DynamicBag();
        var named = text.Split('&')
            .Select(part => CutAt(part, '='))
            .Where(pair => pair.Before.Length > 0 && pair.After.Length > 0)
            .GroupBy(pair => pair.Before, pair => (object?)pair.After, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal);
        foreach (var values in named)
        {
            bag[values.Key] = values.Count() == 1 ? values.First() : new DynamicArray([.. values]);
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
