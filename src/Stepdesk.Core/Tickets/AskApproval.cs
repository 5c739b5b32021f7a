using Stepdesk.Core.History;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tickets;

/// <summary>
/// Asks one or more people to agree: to exactly what, why, and until when. Until they have, what is asked for is held back.
/// </summary>
public sealed record AskApproval(ApprovalPurpose? Purpose) : TicketAction
{
    /// <summary>Its parts name everything that is missing.</summary>
    public static readonly Refusal Incomplete = new("approval-is-incomplete");
    public static readonly Refusal AlreadyResolved = new("approval-after-resolution");

    /// <summary>Neither who asks nor whose ticket it is, or who reported the same, agrees to their own request.</summary>
    public static readonly Refusal OwnRequest = new("approval-of-own-request");

    /// <summary>No such person, or nobody who is active.</summary>
    public static readonly Refusal UnknownApprover = new("approver-is-unknown");
    public static readonly Refusal TooManyApprovers = new("too-many-approvers");
    public static readonly Refusal TooManyFields = new("too-many-approval-fields");
    public static readonly Refusal FieldTooLong = new("approval-field-is-too-long");
    public static readonly Refusal TimePassed = new("approval-until-has-passed");

    public const int MostApprovers = 10;
    public const int MostFields = 50;
    public const int LongestField = 200;

    /// <summary>Who has to agree, by id.</summary>
    public IReadOnlyList<int> Approvers { get; init; } = [];

    /// <summary>Whether the word of one is enough; else all must agree.</summary>
    public bool AnyOne { get; init; }

    /// <summary>To exactly what: columns, accounts, systems.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];
    public string Why { get; init; } = "";
    public DateTimeOffset? Until { get; init; }

    /// <summary>A chat channel that is told too, by name.</summary>
    public string? Channel { get; init; }

    /// <summary>Those of the approvers there are, whom the door looks up.</summary>
    public IReadOnlyList<int> Known { get; init; } = [];

    /// <summary>The chat channels there are, which the door knows.</summary>
    public IReadOnlyList<ChatOffer> Chats { get; init; } = [];

    public override Decision Decide(Ticket ticket, Moment moment)
    {
        if (!ticket.IsOpen)
            return Refusals.Closed;
        if (ticket.Resolution is not null)
            return AlreadyResolved;
        var approvers = Approvers.Distinct().ToList();
        var fields = Fields.Select(Plain.Line).Where(Plain.Says).Distinct(StringComparer.Ordinal).ToList();
        (string Part, bool IsThere)[] parts =
        [
            ("approval-purpose", Purpose is not null),
            ("approver", approvers.Count > 0),
            ("approval-fields", fields.Count > 0),
            ("approval-why", Plain.SaysInWords(Why)),
            ("approval-until", Until is not null),
        ];
        if (parts.Any(p => !p.IsThere))
            return Incomplete with { Parts = [.. parts.Where(p => !p.IsThere).Select(p => p.Part)] };
        if (Wrong(ticket, moment, approvers, fields) is { } wrong)
            return wrong;
        return new ApprovalAsked(Purpose!.Value, approvers, fields, Plain.Text(Why), Until!.Value)
        {
            AnyOne = AnyOne && approvers.Count > 1 ? true : null,
            Channels = Channel is null ? null : [Channel],
        };
    }

    /// <summary>Whether it is this person's own matter: whose ticket repeats this one, or was merged into it, asked for the same.</summary>
    public static bool IsTheirs(Ticket ticket, int person) =>
        person == ticket.Requester
        || ticket.Links.Any(l =>
            l.Kind is LinkKind.HasMerged or LinkKind.HasDuplicate or LinkKind.DuplicateOf && l.Requester == person
        );

    Refusal? Wrong(Ticket ticket, Moment moment, List<int> approvers, List<string> fields) =>
        Refusals.OfOptional(Why) is { } unfit ? unfit
        : Until <= moment.When ? TimePassed
        : Refusals.IsTooFar(Until, moment) ? Refusals.TooFarAway
        : approvers.Count > MostApprovers ? TooManyApprovers
        : fields.Count > MostFields ? TooManyFields
        : fields.Exists(f => f.Length > LongestField) ? FieldTooLong
        : approvers.Exists(a => a == moment.Who.PersonId || IsTheirs(ticket, a)) ? OwnRequest
        : approvers.Except(Known).Any() ? UnknownApprover
        : Channel is not null && Chats.All(c => c.Name != Channel)
            ? Chats.Count == 0 ? Escalate.NoChannels
                : Escalate.NoSuchChannel with { Detail = string.Join(", ", Chats.Select(c => c.Name)) }
        : null;
}

/// <summary>Somebody was asked to agree.</summary>
/// <param name="Approvers">Who has to; each gets a mail with a link of their own.</param>
/// <param name="Fields">To exactly what. It stays for audit, whoever is forgotten, so no person belongs into it.</param>
public sealed record ApprovalAsked(
    ApprovalPurpose Purpose,
    IReadOnlyList<int> Approvers,
    IReadOnlyList<string> Fields,
    [property: Personal] string Why,
    DateTimeOffset Until
) : TicketEvent, IMessage
{
    /// <summary>Set when the word of one is enough.</summary>
    public bool? AnyOne { get; init; }

    /// <summary>The chat channels that are told too; null where there are none.</summary>
    public IReadOnlyList<string>? Channels { get; init; }

    string IMessage.Text => Why;

    IReadOnlyList<Attachment> IMessage.Attachments => [];

    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket.Wrote(version, Approvers, Channels) with
        {
            Approvals =
            [
                .. ticket.Approvals,
                new(version, moment.When, moment.Who.PersonId, Purpose, Approvers, Until) { AnyOne = AnyOne ?? false },
            ],
        };
}

static class ApprovalLetters
{
    /// <summary>The ticket with a message of this version to approvers on its way. No audience's next word is counted from it.</summary>
    public static Ticket Wrote(
        this Ticket ticket,
        int version,
        IEnumerable<int> readers,
        IReadOnlyList<string>? channels
    ) =>
        ticket with
        {
            ApprovalLetters =
            [
                .. ticket.ApprovalLetters,
                new(version, Audience.Stakeholders, null, [.. readers.Select(r => new Receipt(r))])
                {
                    Chats = [.. (channels ?? []).Select(c => new ChatReceipt(c))],
                },
            ],
        };
}
