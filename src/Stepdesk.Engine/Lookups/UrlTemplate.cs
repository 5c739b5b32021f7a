using System.Text;
using System.Text.RegularExpressions;

namespace Stepdesk.Engine.Lookups;

/// <summary>
/// An address with places for values, such as <c>https://base.school.example/accounts/{account}?site={site}</c>. Whatever
/// the values are, a filled one leads to the same host and the same depth of path.
/// </summary>
public sealed partial class UrlTemplate
{
    readonly string text;
    readonly Uri sample;

    UrlTemplate(string text, Uri sample, IReadOnlyList<string> names) =>
        (this.text, this.sample, Names) = (text, sample, names);

    /// <summary>The names of its places, each once.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The template, or what is wrong with it, as a sentence about the setting.</summary>
    public static (UrlTemplate? Template, string? Mistake) Read(string text)
    {
        var bare = Place().Replace(text, "x");
        if (bare.AsSpan().ContainsAny('{', '}'))
            return (null, "has braces that hold no name of lower-case letters, digits and dashes.");
        if (
            !Uri.TryCreate(bare, UriKind.Absolute, out var sample)
            || (sample.Scheme != Uri.UriSchemeHttps && sample.Scheme != Uri.UriSchemeHttp)
        )
            return (null, "must be a whole address, https://….");
        if (sample.Scheme == Uri.UriSchemeHttp && !sample.IsLoopback)
            return (null, "must begin with https://; http:// only for this machine.");
        if (sample.UserInfo.Length > 0 || bare.Contains('#', StringComparison.Ordinal))
            return (null, "must hold no user name and no part after #.");
        // What says which machine is asked is the administrator's alone.
        var begin = text.IndexOf("//", StringComparison.Ordinal) + 2;
        var path = text.AsSpan(begin).IndexOfAny('/', '?');
        if (Place().Match(text) is { Success: true } first && (path < 0 || first.Index < begin + path))
            return (null, "may have places for values in its path and after ?, not in the name of the machine.");
        return (
            new(
                text,
                sample,
                [.. Place().Matches(text).Select(p => p.Groups["name"].Value).Distinct(StringComparer.Ordinal)]
            ),
            null
        );
    }

    /// <summary>The address with these values, escaped; null where one of them would lead elsewhere.</summary>
    public Uri? Fill(Func<string, string> valueOf)
    {
        var (filled, at) = (new StringBuilder(text.Length), 0);
        var query = text.IndexOf('?', StringComparison.Ordinal) is var found and >= 0 ? found : text.Length;
        foreach (Match place in Place().Matches(text))
        {
            var value = valueOf(place.Groups["name"].Value);
            // Some servers read an escaped slash as one, and two in a row as none.
            if (place.Index < query && (value.Length == 0 || value.AsSpan().ContainsAny('/', '\\')))
                return null;
            filled.Append(text, at, place.Index - at).Append(Uri.EscapeDataString(value));
            at = place.Index + place.Length;
        }
        filled.Append(text, at, text.Length - at);
        // Two dots alone would go up.
        return
            Uri.TryCreate(filled.ToString(), UriKind.Absolute, out var uri)
            && IsAt(uri)
            && uri.Segments.Length == sample.Segments.Length
            ? uri
            : null;
    }

    /// <summary>Whether this is on the same machine, by the same scheme and port.</summary>
    public bool IsAt(Uri uri) =>
        uri.Scheme == sample.Scheme && uri.Host == sample.Host && uri.Port == sample.Port && uri.UserInfo.Length == 0;

    /// <summary>Whether another one's machine is this one's.</summary>
    public bool IsAt(UrlTemplate other) => IsAt(other.sample);

    [GeneratedRegex(@"\{(?<name>[a-z][a-z0-9-]{0,39})\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Place();
}
