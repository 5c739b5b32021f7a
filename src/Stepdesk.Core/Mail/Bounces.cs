using System.Text.RegularExpressions;

namespace Stepdesk.Core.Mail;

/// <summary>What a mail server's "could not deliver" says, in the standard form and in the forms servers really use.</summary>
public static class Bounces
{
    /// <summary>The first recipient who was not reached; null for no report, or for one of success or delay.</summary>
    /// <param name="headers">Of the report.</param>
    /// <param name="status">The text of its message/delivery-status part.</param>
    /// <param name="original">The header of the mail that did not arrive.</param>
    /// <param name="text">What the report says to people.</param>
    public static Bounce? Read(MailHeaders headers, string? status, MailHeaders? original, string text) =>
        status is not null ? Standard(headers, status, original, text) : Spoken(headers, original, text);

    static Bounce? Standard(MailHeaders headers, string status, MailHeaders? original, string text)
    {
        var failed = status
            .ReplaceLineEndings("\n")
            .Split("\n\n", MostRecipients)
            .Select(MailHeaders.Parse)
            .FirstOrDefault(Failed);
        return failed is null
            ? null
            : new Bounce(
                Recipient(failed["Original-Recipient"]) ?? Recipient(failed["Final-Recipient"]) ?? Told(headers, text),
                StatusCode(failed["Status"]) ?? StatusCode(failed["Diagnostic-Code"]),
                OriginalId(headers, original, text)
            );
    }

    /// <summary>A recipient with an action other than "failed" was late or lucky; one without is judged by its code.</summary>
    static bool Failed(MailHeaders recipient) =>
        recipient["Action"] is { } action
            ? action.StartsWith("failed", Ignoring)
            : recipient["Status"] is { } code && code.StartsWith('5');

    /// <summary>"rfc822; an@school.example" says the kind of address first.</summary>
    static string? Recipient(string? field) =>
        field is null ? null : FirstAddress(field[(field.IndexOf(';', StringComparison.Ordinal) + 1)..]);

    /// <summary>A report in prose: only a mail daemon's own words count, or anybody could mark an address as dead.</summary>
    static Bounce? Spoken(MailHeaders headers, MailHeaders? original, string text)
    {
        var named = Recipient(headers["X-Failed-Recipients"]);
        if (named is null && !(FromDaemon(headers) && Complains(headers["Subject"], text)))
            return null;
        return new(named ?? Told(headers, text), StatusCode(text), OriginalId(headers, original, text));
    }

    static bool FromDaemon(MailHeaders headers) =>
        headers["From"] is { } from && Daemon.IsMatch(from)
        || headers.All("Return-Path").Any(p => p.Replace(" ", "", StringComparison.Ordinal) is "<>");

    static bool Complains(string? subject, string text) =>
        subject is not null && Complaint.IsMatch(subject) || Complaint.IsMatch(Start(text));

    /// <summary>The address the prose complains about: alone before a colon, or the first that is not the daemon's.</summary>
    static string? Told(MailHeaders headers, string text)
    {
        var start = Start(text);
        if (BeforeColon.Match(start) is { Success: true } alone)
            return alone.Groups[1].Value;
        var sender = headers["From"] is { } from ? FirstAddress(from) : null;
        return Address
            .Matches(start)
            .Select(m => m.Value)
            .FirstOrDefault(a => !a.Equals(sender, Ignoring) && !Daemon.IsMatch(a));
    }

    static string? OriginalId(MailHeaders headers, MailHeaders? original, string text) =>
        MessageIds.First(original?["Message-ID"])
        ?? (QuotedId.Match(text) is { Success: true } quoted ? quoted.Groups[1].Value : null)
        ?? MessageIds.First(headers["In-Reply-To"])
        ?? (MessageIds.All(headers["References"]) is [.., var last] ? last : null);

    static string? StatusCode(string? text) =>
        text is not null && Code.Match(Start(text)) is { Success: true } found ? found.Groups[1].Value : null;

    static string? FirstAddress(string text) => Address.Match(text) is { Success: true } found ? found.Value : null;

    static string Start(string text) => text[..Math.Min(text.Length, 8_000)];

    static readonly Regex Address = Linear(@"[^\s<>,;:""()\[\]]+@[^\s<>,;:""()\[\]]*[^\s<>,;:""()\[\].]");
    static readonly Regex BeforeColon = Linear(@"^\s*<([^\s<>,;:""@]+@[^\s<>,;:""@]+)>:?[^\S\n]*(?:$|\()");
    static readonly Regex Code = Linear(@"\b([45]\.\d{1,3}\.\d{1,3})\b");
    static readonly Regex QuotedId = Linear(@"^[>\s]*Message-ID:\s*<([^<>\s]+)>");
    static readonly Regex Daemon = Linear(
        @"(mailer-daemon|mail-daemon|postmaster|mailerdaemon)@|mail delivery (sub)?system"
    );
    static readonly Regex Complaint = Linear(
        "undeliver|returned mail|mail delivery failed|delivery status notification|delivery failure|failure notice"
            + "|delivery has failed|could not be delivered|couldn't be delivered|non remis|unzustellbar"
            + "|address not found|không gửi được|không thể gửi|gửi thư thất bại"
    );

    /// <summary>Every pattern here meets text from strangers, so none may backtrack.</summary>
    static Regex Linear(string pattern) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.Multiline | Invariant);

    const RegexOptions Invariant = RegexOptions.CultureInvariant;
    const StringComparison Ignoring = StringComparison.OrdinalIgnoreCase;
    const int MostRecipients = 100;
}
