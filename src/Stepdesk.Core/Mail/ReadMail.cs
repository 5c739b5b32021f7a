namespace Stepdesk.Core.Mail;

/// <summary>A mail as the desk understands it. Reading never fails: what could not be read is said in <see cref="Error"/>.</summary>
public sealed record ReadMail
{
    public string Subject { get; init; } = "";
    public MailAddress? From { get; init; }
    public IReadOnlyList<MailAddress> To { get; init; } = [];
    public IReadOnlyList<MailAddress> Cc { get; init; } = [];
    public MailAddress? ReplyTo { get; init; }

    /// <summary>Everybody whom <c>From</c> and then <c>Reply-To</c> name: an answer would reach one of them.</summary>
    public IReadOnlyList<MailAddress> Answerable { get; init; } = [];
    public DateTimeOffset? Date { get; init; }

    /// <summary>Without angle brackets, as are all ids here.</summary>
    public string? MessageId { get; init; }
    public string? InReplyTo { get; init; }

    /// <summary>Oldest first, as the header has them.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>The whole body as plain text, quotes included.</summary>
    public string Text { get; init; } = "";

    /// <summary>The HTML body as it came: not safe to show.</summary>
    public string? Html { get; init; }
    public IReadOnlyList<MailFile> Attachments { get; init; } = [];
    public MailKind Kind { get; init; }

    /// <summary>For a bounce: which of whose mails did not arrive, and why.</summary>
    public Bounce? Bounced { get; init; }

    /// <summary>Why the mail could not be read in full; null when it could.</summary>
    public string? Error { get; init; }
}

public sealed record MailAddress(string Name, string Address);

/// <summary>A file that came with a mail.</summary>
/// <param name="Sha256">Lower-case hex.</param>
public sealed record MailFile(string Name, string Type, byte[] Content, string Sha256);

public enum MailKind
{
    /// <summary>Written by a person.</summary>
    Message,

    /// <summary>Sent by a machine: auto-reply, list, bulk. Kept and shown; never answered.</summary>
    Automatic,

    /// <summary>A delivery report of failure.</summary>
    Bounce,
}

/// <summary>What a delivery report says.</summary>
/// <param name="Status">The enhanced status code, such as <c>5.1.1</c>.</param>
/// <param name="MessageId">Of the mail that did not arrive, where the report tells.</param>
public sealed record Bounce(string? Address, string? Status, string? MessageId);
