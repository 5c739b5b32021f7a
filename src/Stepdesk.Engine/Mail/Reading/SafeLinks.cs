using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Stepdesk.Engine.Mail.Reading;

/// <summary>Links and pictures from strangers.</summary>
static class SafeLinks
{
    public static readonly string[] Schemes = ["http", "https", "mailto", "tel"];

    /// <summary>The address to keep, or null. Pictures must bring themselves along: fetching one tells the sender who read when.</summary>
    public static string? Keep(string tag, string url) =>
        tag is "img"
            ? url.Length <= LargestPicture && Picture.IsMatch(url)
                ? url
                : null
            : Elsewhere(url);

    public static void Finish(IElement link)
    {
        link.SetAttribute("rel", "noopener noreferrer nofollow");
        link.SetAttribute("target", "_blank");
        // "https://bank.example" that leads to another house: say which, where everybody sees it.
        if (
            HostIn(link.TextContent) is { } said
            && Uri.TryCreate(link.GetAttribute("href"), UriKind.Absolute, out var real)
            && real.Scheme is "http" or "https"
            && !Same(said, real.IdnHost)
        )
            link.AppendChild(link.Owner!.CreateTextNode($" [{real.IdnHost}]"));
    }

    /// <summary>Only whole addresses: a relative one, "//host" among them, would start from our own pages.</summary>
    static string? Elsewhere(string url)
    {
        var plain = string.Concat(url.Where(c => !char.IsControl(c))).Trim();
        return
            Uri.TryCreate(plain, UriKind.Absolute, out var uri)
            && Schemes.Contains(uri.Scheme)
            && plain.StartsWith($"{uri.Scheme}:", StringComparison.OrdinalIgnoreCase)
            ? uri.AbsoluteUri
            : null;
    }

    static string? HostIn(string text)
    {
        var start = text.Trim();
        return start.Length < 300 && Host.Match(start) is { Success: true } found ? found.Groups["host"].Value : null;
    }

    static bool Same(string said, string real) => Bare(said) == Bare(real);

    static string Bare(string host)
    {
        var small = host.ToLowerInvariant();
        return small.StartsWith("www.", StringComparison.Ordinal) ? small[4..] : small;
    }

    const int LargestPicture = 300_000;

    static readonly Regex Picture = new(
        @"\Adata:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]+\z",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    );

    static readonly Regex Host = new(
        @"\A(https?://)?(?<host>([\p{L}\p{N}-]{1,63}\.)+\p{L}{2,20})(:[0-9]+)?([/?#]\S*)?\z",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    );
}
