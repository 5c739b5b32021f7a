using Stepdesk.Core.History;
using Stepdesk.Core.Service;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tickets;

/// <summary>Reception: the report becomes a ticket.</summary>
public sealed record Log(string Title, string Description, int Requester, Channel Channel) : TicketAction
{
    public const int LongestTitle = 200;
    public static readonly Refusal TitleMissing = new("title-is-missing");
    public static readonly Refusal TitleTooLong = new("title-is-too-long");
    public static readonly Refusal ReportedLater = new("reported-in-the-future");

    /// <summary>When the customer reported it; null means now.</summary>
    public DateTimeOffset? ReportedAt { get; init; }

    /// <summary>The class, where the caller already knows it.</summary>
    public Classify? Class { get; init; }
    public Affected? Affected { get; init; }
    public int? Team { get; init; }
    public string? Category { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>The version of the desk's policy it is logged under; the door fills in the one in force.</summary>
    public int Policy { get; init; }

    /// <summary>The report's safe HTML, when it came as HTML.</summary>
    public string? Html { get; init; }

    /// <summary>The stored mail the report came in, if it came by mail.</summary>
    public long? MailId { get; init; }

    /// <summary>Whether the server that received the mail proved its sender's address; null when nobody looked.</summary>
    public bool? IsSenderProven { get; init; }

    /// <summary>Which clocks run and since when is the desk's to say, not the customer's. When a mail came the desk knows.</summary>
    public bool DecidesTreatment => Class is not null || Team is not null || ReportedAt is not null && MailId is null;

    public override TicketAction Under(int version, ServicePolicy policy) =>
        this with
        {
            Policy = version,
            Class = (Classify?)Class?.Under(version, policy),
        };

    public override Decision Decide(Ticket ticket, Moment moment)
    {
        if (ticket.LoggedAt is not null)
            return Decision.Nothing;
        var title = Plain.Line(Title);
        var description = Plain.Text(Description);
        var tags = Slug.All(Tags);
        if (MailId is not null)
            // A mail cannot be given back to be shortened; the stored mail keeps the rest.
            (title, description) = (Plain.Cut(title, LongestTitle), Plain.Cut(description, Plain.Longest));
        if (title is "")
            return TitleMissing;
        if (title.Length > LongestTitle)
            return TitleTooLong;
        if (Refusals.OfOptional(description) is { } unfit)
            return unfit;
        if (ReportedAt > moment.When)
            return ReportedLater;
        if (Refusals.IsTooFar(ReportedAt, moment))
            return Refusals.TooFarAway;
        if (SetAffected.Check(Affected) is { } impossible)
            return impossible;
        if (SetTags.Check(Tags) is { } unfitTags)
            return unfitTags;
        if (Slug.IsTooLong(Category))
            return SetCategory.TooLong;

        var logged = new Logged(title, description, Requester, Channel, ReportedAt ?? moment.When)
        {
            Html = Html,
            MailId = MailId,
            IsSenderProven = IsSenderProven,
            Team = Team,
            Category = Slug.Of(Category),
            Tags = tags,
            Affected = Affected,
            Attachments = Attachments,
            Policy = Policy is 0 ? null : Policy,
        };
        if (Class is null)
            return logged;
        var classified = Class.Decide(logged.Apply(ticket, moment, 1), moment);
        return classified.Refusal is { } refusal ? refusal : (Event[])[logged, .. classified.Events];
    }
}

public sealed record Logged(
    [property: Personal] string Title,
    [property: Personal] string Description,
    int Requester,
    Channel Channel,
    DateTimeOffset ReportedAt
) : TicketEvent
{
    [Personal]
    public string? Html { get; init; }
    public long? MailId { get; init; }

    /// <summary>Whether the server that received the mail proved its sender's address; null when nobody looked.</summary>
    public bool? IsSenderProven { get; init; }
    public int? Team { get; init; }
    public string? Category { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];
    public Affected? Affected { get; init; }

    [Personal]
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>The version of the desk's policy that holds from now on; null means the shipped one.</summary>
    public int? Policy { get; init; }

    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket.Treated(moment, version, Change.Logged, t => t with { Team = Team, Policy = Policy ?? 0 }) with
        {
            Title = Title,
            Description = Description,
            Requester = Requester,
            Channel = Channel,
            ReportedAt = ReportedAt,
            Reception = new(version, moment.When),
            LastCustomerAt = ReportedAt,
            Team = Team,
            Category = Category,
            Tags = Tags,
            Affected = Affected,
        };
}

/// <summary>A file that came or went with a message; its bytes are stored once under their hash.</summary>
/// <param name="Sha256">Lower-case hex of the bytes' SHA-256.</param>
/// <param name="Size">In bytes.</param>
public sealed record Attachment(string Name, string Type, long Size, string Sha256);
