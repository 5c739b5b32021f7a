using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Stepdesk.Core.Mail;

namespace Stepdesk.Engine.Mail.Reading;

/// <summary>What of a mail is words and what is files.</summary>
sealed class Body
{
    readonly List<MailFile> files = [];
    readonly Budget budget;

    Body(Budget budget) => this.budget = budget;

    /// <summary>The words as text, made from the HTML when the sender gave no text.</summary>
    public string Text { get; private set; } = "";
    public string? Html { get; private set; }
    public IReadOnlyList<MailFile> Files => files;

    public static Body Read(Part mail, Budget budget)
    {
        var body = new Body(budget);
        var words = body.Of(mail, alternative: false, alone: true);
        body.Text = budget.Cut(words.AsText().Trim('\n', ' ', '\t'), Budget.LongestText);
        body.Html = words.Html is { } html ? budget.Cut(html, Budget.LongestHtml) : null;
        return body;
    }

    Words Of(Part part, bool alternative, bool alone)
    {
        if (part is { IsMultipart: true, Type: "multipart/alternative" })
            return Words.Either([.. part.Parts.Select(p => Of(p, alternative: true, alone: false))]);
        if (part.IsMultipart)
            return Words.Both([.. part.Parts.Select(p => Of(p, alternative, alone: false))]);
        if (IsWords(part, alternative, alone))
            return part.Type is "text/html" ? new(null, Html: Decode(part)) : new(Decode(part), null);
        files.Add(FileOf(part));
        return new(null, null);
    }

    /// <summary>A text with a name is a file, unless it is all there is or one of several forms of the body.</summary>
    static bool IsWords(Part part, bool alternative, bool alone) =>
        !part.IsAttachment
        && (
            part.Type.StartsWith("multipart/", StringComparison.Ordinal) // Its boundary was never found.
            || alone && part.IsText && part.Type is not "text/calendar"
            || part.Type is "text/plain" or "text/html" or "text/enriched" && (alternative || part.Name is null)
        );

    static string Decode(Part part)
    {
        // No text longer than its cap is ever decoded: 50 MB of it cost 5 seconds. A character has at most four bytes.
        var content = part.Content();
        var isHtml = part.Type is "text/html";
        var start = content.AsSpan(
            0,
            Math.Min(content.Length, 4 * (isHtml ? Budget.LongestHtml : Budget.LongestText) + 4)
        );
        return Charsets.Decode(start, part.Charset ?? (isHtml ? MetaCharset(start) : null));
    }

    static string? MetaCharset(ReadOnlySpan<byte> html)
    {
        var start = System.Text.Encoding.Latin1.GetString(html[..Math.Min(html.Length, 2_048)]);
        return Meta.Match(start) is { Success: true } found ? found.Groups["name"].Value : null;
    }

    MailFile FileOf(Part part)
    {
        var content = part.Content();
        var name = FileNames.Clean(Unquoted(part.Name));
        return new MailFile(
            name.Length > 0 ? name : Unused(Naming.Of(part.Type, content)),
            Naming.SafeType(part.Type),
            content,
            Convert.ToHexStringLower(SHA256.HashData(content))
        );
    }

    /// <summary>Some senders percent-encode names without saying so.</summary>
    static string? Unquoted(string? name) =>
        name is not null
        && name.Contains('%', StringComparison.Ordinal)
        && !name.Contains(' ', StringComparison.Ordinal)
            ? WebUtility.UrlDecode(name.Replace("+", "%2B", StringComparison.Ordinal))
            : name;

    /// <summary>The second nameless image of a mail is image-2.png.</summary>
    string Unused(string name)
    {
        var unused = name;
        for (var i = 2; files.Exists(f => f.Name.Equals(unused, StringComparison.OrdinalIgnoreCase)); i++)
            unused = $"{Path.GetFileNameWithoutExtension(name)}-{i}{Path.GetExtension(name)}";
        return unused;
    }

    static readonly Regex Meta = new(
        @"charset\s*=\s*[""']?(?<name>[A-Za-z0-9_:.-]+)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );
}
