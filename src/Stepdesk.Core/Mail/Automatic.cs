namespace Stepdesk.Core.Mail;

/// <summary>
/// Whether a machine or a list sent the mail. On a ticket such mail is kept and shown and moves no clock; alone it makes a
/// ticket, for a school may write through a list. It is never answered by itself: two desks answering each other never
/// stop.
/// </summary>
public static class Automatic
{
    public static bool Is(MailHeaders headers) =>
        Says(headers, "Auto-Submitted", but: "no")
        || Says(headers, "X-Autoreply", but: "no")
        || Says(headers, "X-Autorespond", but: "no")
        || Says(headers, "X-Auto-Response-Suppress", but: "none")
        || headers.All("Precedence").Any(p => Bulk.Contains(p.Trim().ToLowerInvariant()))
        || Marks.Any(headers.Has)
        || headers.All("Return-Path").Any(p => p.Replace(" ", "", StringComparison.Ordinal) is "<>")
        || IsReport(headers["Content-Type"]);

    static bool Says(MailHeaders headers, string name, string but) =>
        headers.All(name).Any(value => value.Trim() is not "" and var said && !FirstWord(said).Equals(but, Ignoring));

    /// <summary>Of "no; owner=x" or "no (comment)", the "no".</summary>
    static string FirstWord(string value) => value.Split([' ', ';', '\t', '(', ','], 2)[0];

    static bool IsReport(string? contentType) =>
        contentType is not null
        && (
            contentType.StartsWith("multipart/report", Ignoring)
            || contentType.StartsWith("message/delivery-status", Ignoring)
            || contentType.StartsWith("message/disposition-notification", Ignoring)
        );

    static readonly string[] Marks = ["List-Id", "List-Unsubscribe", "X-Failed-Recipients"];
    static readonly string[] Bulk = ["bulk", "list", "junk", "auto_reply"];
    const StringComparison Ignoring = StringComparison.OrdinalIgnoreCase;
}
