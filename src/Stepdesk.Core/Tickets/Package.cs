using Stepdesk.Core.History;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tickets;

/// <summary>What a specialist needs to begin at once: everything that was found, and what is asked of them.</summary>
public sealed record Package
{
    /// <summary>What is wrong, in a line; what the mail is called.</summary>
    public string Summary { get; init; } = "";

    /// <summary>How many people this is about; those of the ticket when nothing else is said.</summary>
    public int? Affected { get; init; }

    /// <summary>Since when it is so.</summary>
    public DateTimeOffset? Since { get; init; }
    public string Tried { get; init; } = "";
    public string Impact { get; init; } = "";
    public string Ask { get; init; } = "";

    /// <summary>When the requester is promised the next word, which is when the desk needs something to tell.</summary>
    public DateTimeOffset? NextUpdateAt { get; init; }
    public IReadOnlyList<Pin> Pins { get; init; } = [];

    /// <summary>Files that came with it, such as screenshots.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    internal IEnumerable<string> Texts => [Summary, Tried, Impact, Ask];
}

/// <summary>
/// One piece of evidence: what was said at a version of the ticket's history, a file of that message, or a link. It points
/// at what is there and copies nothing, so that what is erased there is gone here too.
/// </summary>
/// <param name="Version">The event that is pinned.</param>
/// <param name="File">Which of its files, from 0; null for its words.</param>
/// <param name="Link">Where to look; http or https.</param>
/// <param name="Note">What it shows.</param>
public sealed record Pin(int? Version = null, int? File = null, string? Link = null, string? Note = null)
{
    /// <summary>More than anybody looks through.</summary>
    public const int Most = 20;
    public const int LongestLink = 2000;
    public const int LongestNote = 500;

    public static readonly Refusal Unknown = new("pin-is-unknown");
    public static readonly Refusal LinkInvalid = new("pin-link-is-invalid");
    public static readonly Refusal TooMany = new("too-many-pins");
    public static readonly Refusal NoteTooLong = new("pin-note-is-too-long");

    /// <summary>Why these cannot be pinned on the ticket; null when they can.</summary>
    internal static Refusal? Check(IReadOnlyList<Pin> pins, Ticket ticket) =>
        pins.Count > Most ? TooMany : pins.Select(p => p.Check(ticket)).FirstOrDefault(r => r is not null);

    Refusal? Check(Ticket ticket) =>
        Plain.Line(Note ?? "").Length > LongestNote ? NoteTooLong
        : Link is not null
            ? (Version is null && IsLink(Link) ? null : LinkInvalid with { Detail = Plain.Cut(Link, 100) })
        : ticket.Said.FirstOrDefault(s => s.Version == Version) is { } said
        && (File is null || (File >= 0 && File < said.Files))
            ? null
        : Unknown with { Detail = File is null ? $"{Version}" : $"{Version}/{File}" };

    // What a mail program would run must not come from a form.
    static bool IsLink(string link) =>
        link.Length <= LongestLink
        && !link.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
        && Uri.TryCreate(link, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
}

/// <summary>Why the desk cannot or may not go on alone.</summary>
public enum Ground
{
    BeyondSkill = 1,
    BeyondAccess,
    BusinessImpact,
    Security,
    Privacy,
    Compliance,

    /// <summary>Nothing is broken: somebody has to decide, or something is to be made otherwise.</summary>
    NeedsDecision,
}

/// <summary>As what somebody is asked.</summary>
public enum Specialty
{
    SeniorEngineer = 1,
    Development,

    /// <summary>DevOps and system administration.</summary>
    Operations,
    Content,
    Product,
    Management,
}
