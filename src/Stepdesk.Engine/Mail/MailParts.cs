using System.Text.Encodings.Web;
using System.Text.Unicode;
using Stepdesk.Core.Words;

namespace Stepdesk.Engine.Mail;

/// <summary>One thing a mail says: some lines, and perhaps a link on a line of its own.</summary>
sealed record MailPart(string Lines, string? Link = null);

/// <summary>The two forms of a mail's body. Both say the same; whatever a person wrote is text in both.</summary>
static class MailParts
{
    static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public static string ToText(IEnumerable<MailPart> parts) =>
        string.Join("\n\n", parts.Select(p => p.Link is null ? p.Lines : $"{p.Lines}\n{p.Link}")) + "\n";

    public static string ToHtml(IEnumerable<MailPart> parts, Language language) =>
        $"""
            <!DOCTYPE html>
            <html lang="{(language is Language.Vi ? "vi" : "en")}"><head><meta charset="utf-8"></head><body>
            {string.Join("\n", parts.Select(ToHtml))}
            </body></html>
            """;

    static string ToHtml(MailPart part)
    {
        var lines = string.Join("<br>", part.Lines.ReplaceLineEndings("\n").Split('\n').Select(Html.Encode));
        var link = part.Link is null ? "" : $"""<br><a href="{Html.Encode(part.Link)}">{Html.Encode(part.Link)}</a>""";
        return $"<p>{lines}{link}</p>";
    }
}
