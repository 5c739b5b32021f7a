using System.Net;
using AngleSharp.Dom;
using Ganss.Xss;
using Stepdesk.Core.Mail;
using Stepdesk.Engine.Mail.Reading;

namespace Stepdesk.Engine.Mail;

/// <summary>
/// Strangers' HTML made fit for our pages: words, lists, tables and links to elsewhere. No script, no form, no style, no
/// names that our pages could mistake for their own, and nothing that is fetched by being shown.
/// </summary>
public static class SafeHtml
{
    /// <summary>Safe to put into a page as it is; null for null. What would cost too much to clean comes as plain text.</summary>
    public static string? Clean(string? html) =>
        html is null ? null
        : HtmlCost.IsModest(html) ? Sanitizer.Sanitize(html)
        : $"<pre>{WebUtility.HtmlEncode(Shorten(HtmlText.Of(Shorten(html))))}</pre>";

    static readonly HtmlSanitizer Sanitizer = Build();

    static HtmlSanitizer Build()
    {
        var sanitizer = new HtmlSanitizer(
            new HtmlSanitizerOptions
            {
                AllowedTags = new HashSet<string>(SafeTags, StringComparer.OrdinalIgnoreCase),
                AllowedAttributes = new HashSet<string>(SafeAttributes, StringComparer.OrdinalIgnoreCase),
                AllowedSchemes = new HashSet<string>(SafeLinks.Schemes, StringComparer.OrdinalIgnoreCase) { "data" },
                UriAttributes = new HashSet<string>(["href", "src"], StringComparer.OrdinalIgnoreCase),
                AllowedCssProperties = new HashSet<string>(StringComparer.OrdinalIgnoreCase),
            }
        )
        {
            KeepChildNodes = true,
        };
        sanitizer.RemovingTag += (_, removing) => DropWhatIsNoText(removing.Tag);
        sanitizer.FilterUrl += (_, link) => link.SanitizedUrl = SafeLinks.Keep(link.Tag.LocalName, link.OriginalUrl);
        sanitizer.PostProcessNode += (_, done) => Finish(done.Node);
        return sanitizer;
    }

    /// <summary>A removed tag leaves its words behind, but the inside of these was never meant to be read.</summary>
    static void DropWhatIsNoText(IElement tag)
    {
        if (tag.NamespaceUri is not "http://www.w3.org/1999/xhtml" || Wordless.Contains(tag.LocalName))
            while (tag.FirstChild is { } child)
                tag.RemoveChild(child);
    }

    static void Finish(INode node)
    {
        if (node is IText text && UnseenMarks.IsIn(text.Data))
            text.Data = UnseenMarks.Show(text.Data);
        else if (node is IElement { LocalName: "img" } image && !image.HasAttribute("src"))
            image.SetAttribute("data-blocked", "image");
        else if (node is IElement { LocalName: "a" } link && link.HasAttribute("href"))
            SafeLinks.Finish(link);
    }

    static string Shorten(string text) => text[..Math.Min(text.Length, Budget.LongestText)];

    /// <summary>Everything a mail needs to be read; the tests hold the output to these two lists.</summary>
    public static readonly IReadOnlySet<string> Tags = new HashSet<string>(SafeTags, StringComparer.Ordinal);

    /// <inheritdoc cref="Tags"/>
    public static readonly IReadOnlySet<string> Attributes = new HashSet<string>(
        [.. SafeAttributes, "rel", "target", "data-blocked"],
        StringComparer.Ordinal
    );

    static string[] SafeTags =>
        [
            "a",
            "abbr",
            "b",
            "blockquote",
            "br",
            "caption",
            "cite",
            "code",
            "col",
            "colgroup",
            "dd",
            "del",
            "div",
            "dl",
            "dt",
            "em",
            "figcaption",
            "figure",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "i",
            "img",
            "ins",
            "kbd",
            "li",
            "mark",
            "ol",
            "p",
            "pre",
            "q",
            "s",
            "samp",
            "small",
            "span",
            "strong",
            "sub",
            "sup",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "tt",
            "u",
            "ul",
            "var",
            "wbr",
        ];

    static string[] SafeAttributes => ["alt", "colspan", "dir", "href", "lang", "rowspan", "src", "start", "title"];

    static readonly HashSet<string> Wordless = new(StringComparer.OrdinalIgnoreCase)
    {
        "applet",
        "audio",
        "base",
        "canvas",
        "embed",
        "frame",
        "frameset",
        "head",
        "iframe",
        "link",
        "math",
        "meta",
        "noembed",
        "noframes",
        "noscript",
        "object",
        "plaintext",
        "portal",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "video",
        "xmp",
    };
}
