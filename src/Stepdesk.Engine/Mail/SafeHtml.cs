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
    /// <summary>Safe to put into a page as it is; null for null.</summary>
    public static string? Clean(string? html) =>
        html is null ? null : Sanitizer.Sanitize(FlatHtml.Of(html[..Math.Min(html.Length, Longest)]));

    static readonly HtmlSanitizer Sanitizer = Build();

    /// <summary>
    /// Judges the tree as a browser builds it. <see cref="FlatHtml"/> before it keeps the tree small; only this decides
    /// what is safe.
    /// </summary>
    static HtmlSanitizer Build()
    {
        var sanitizer = new HtmlSanitizer(
            new HtmlSanitizerOptions
            {
                AllowedTags = SafeMarkup.Tags.ToHashSet(StringComparer.OrdinalIgnoreCase),
                AllowedAttributes = SafeMarkup.Attributes.ToHashSet(StringComparer.OrdinalIgnoreCase),
                AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase),
                UriAttributes = new HashSet<string>(["href", "src"], StringComparer.OrdinalIgnoreCase),
                AllowedCssProperties = new HashSet<string>(StringComparer.OrdinalIgnoreCase),
            }
        )
        {
            KeepChildNodes = true,
        };
        sanitizer.FilterUrl += (_, link) => link.SanitizedUrl = SafeLinks.Keep(link.Tag.LocalName, link.OriginalUrl);
        sanitizer.PostProcessNode += (_, done) => Finish(done.Node);
        return sanitizer;
    }

    static void Finish(INode node)
    {
        if (node is IText text && UnseenMarks.IsIn(text.Data))
            text.Data = UnseenMarks.Show(text.Data);
        if (node is not IElement element)
            return;
        // The sanitiser allows an attribute on every tag; only these two have a use for an address.
        if (element.LocalName is not "a")
            element.RemoveAttribute("href");
        if (element.LocalName is not "img")
            element.RemoveAttribute("src");
        if (element.LocalName is "img" && !element.HasAttribute("src"))
            element.SetAttribute("data-blocked", "image");
        if (element.HasAttribute("href"))
            SafeLinks.Finish(element);
    }

    const int Longest = 5_000_000;
}
