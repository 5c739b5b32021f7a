using System.Text.Encodings.Web;
using System.Text.Unicode;
using Stepdesk.Core.Words;

namespace Stepdesk.Engine.Mail;

/// <summary>One thing a mail says: some lines, and perhaps a link on a line of its own.</summary>
sealed record MailPart(string Lines, string? Link = null)
{
    /// <summary>What stands over it.</summary>
    public string? Title { get; init; }

    /// <summary>What stands over it in small letters.</summary>
    public string? Note { get; init; }

    /// <summary>It is what the whole mail is about.</summary>
    public bool IsHeading { get; init; }

    /// <summary>Somebody else said it.</summary>
    public bool IsQuote { get; init; }

    /// <summary>Values by their names.</summary>
    public IReadOnlyList<(string Name, string Value)> Facts { get; init; } = [];
}

/// <summary>The two forms of a mail's body. Both say the same; whatever a person wrote is text in both.</summary>
static class MailParts
{
    static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public static string ToText(IEnumerable<MailPart> parts) => string.Join("\n\n", parts.Select(ToText)) + "\n";

    public static string ToHtml(IEnumerable<MailPart> parts, Language language) =>
        $"""
            <!DOCTYPE html>
            <html lang="{(language is Language.Vi ? "vi" : "en")}"><head><meta charset="utf-8"></head><body>
            {string.Join("\n", parts.Select(ToHtml))}
            </body></html>
            """;

    static string ToText(MailPart part) =>
        string.Join(
            '\n',
            (string[])
                [
                    .. part.Title is { } title ? [$"{title.ToUpperInvariant()}"] : Array.Empty<string>(),
                    .. part.Note is { } note ? [note] : Array.Empty<string>(),
                    .. part.Facts.Select(f => $"{f.Name}: {f.Value}"),
                    .. part.Lines.Length == 0 ? Array.Empty<string>()
                    : part.IsQuote ? part.Lines.ReplaceLineEndings("\n").Split('\n').Select(line => $"    {line}")
                    : [part.Lines],
                    .. part.Link is { } link ? [link] : Array.Empty<string>(),
                ]
        );

    // Mail programs read no style sheets; so what little there is stands at the element.
    static string ToHtml(MailPart part)
    {
        var title = part.Title is { } over
            ? $"""<h3 style="margin:1.2em 0 .2em;font-size:1em">{Html.Encode(over)}</h3>"""
            : "";
        var note = part.Note is { } small
            ? $"""<p style="margin:.6em 0 .2em;font-size:.9em;color:#595959">{Html.Encode(small)}</p>"""
            : "";
        return title + note + Facts(part) + Words(part);
    }

    static string Words(MailPart part)
    {
        var lines = string.Join("<br>", part.Lines.ReplaceLineEndings("\n").Split('\n').Select(Html.Encode));
        var between = lines.Length > 0 ? "<br>" : "";
        var link = part.Link is null
            ? ""
            : $"""{between}<a href="{Html.Encode(part.Link)}">{Html.Encode(part.Link)}</a>""";
        return (lines + link).Length == 0 ? ""
            : part.IsHeading ? $"""<h2 style="margin:1em 0 .4em;font-size:1.25em">{lines}</h2>"""
            : part.IsQuote
                ? $"""<blockquote style="margin:.2em 0 1em;padding:.1em 0 .1em .9em;border-left:3px solid #b8c2cc">{lines}</blockquote>"""
            : part.Title is null ? $"<p>{lines}{link}</p>"
            : $"""<p style="margin:.2em 0 1em">{lines}{link}</p>""";
    }

    static string Facts(MailPart part) =>
        part.Facts.Count == 0
            ? ""
            : $"""<table cellpadding="0" cellspacing="0" style="border-collapse:collapse">{string.Concat(part.Facts.Select(f => $"""<tr><th scope="row" align="left" style="padding:.15em 1.2em .15em 0;font-weight:normal;color:#595959;vertical-align:top">{Html.Encode(f.Name)}</th><td style="padding:.15em 0">{Html.Encode(f.Value)}</td></tr>"""))}</table>""";
}
