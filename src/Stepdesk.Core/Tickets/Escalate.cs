using Stepdesk.Core.History;
using Stepdesk.Core.Service;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tickets;

/// <summary>
/// Specialists are asked for help, with all they need to begin. Where the class promises the full package within a time, a
/// short alert may go before it.
/// </summary>
/// <param name="Why">Why the desk cannot go on alone.</param>
/// <param name="To">As what they are asked.</param>
public sealed record Escalate(Ground? Why, Specialty? To) : TicketAction
{
    /// <summary>Its <see cref="Refusal.Parts"/> are all that is missing.</summary>
    public static readonly Refusal Incomplete = new("escalation-is-incomplete");
    public static readonly Refusal ReachesNobody = new("escalation-reaches-nobody");
    public static readonly Refusal AlreadyResolved = new("escalate-after-resolution");
    public static readonly Refusal NoShortAlert = new("short-alert-is-not-promised");
    public static readonly Refusal NoPackageOwed = new("no-package-is-owed");

    /// <summary>Who reads the rest is who read the alert; somebody else is asked anew.</summary>
    public static readonly Refusal GoesToTheSame = new("package-goes-to-who-got-the-alert");
    public static readonly Refusal NotYetBegun = new("since-is-in-the-future");
    public static readonly Refusal SummaryTooLong = new("summary-is-too-long");

    /// <summary>Its detail names those there are.</summary>
    public static readonly Refusal NoSuchChannel = new("no-such-chat-channel");
    public static readonly Refusal NoChannels = new("no-chat-channel-is-set-up");

    /// <summary>It is the subject of a mail.</summary>
    public const int LongestSummary = 200;

    /// <summary>Who is asked: one person, by id.</summary>
    public int? Person { get; init; }

    /// <summary>Who is asked: everybody in a team, by id.</summary>
    public int? Team { get; init; }

    /// <summary>Who is asked: a chat channel, by name; beside a person or team, or alone.</summary>
    public string? Channel { get; init; }
    public Package Package { get; init; } = new();

    /// <summary>Only who, why, what and the ask; the rest is owed.</summary>
    public bool IsShort { get; init; }

    /// <summary>The short alert, by its version, whose full package this is. It goes to whoever got the alert.</summary>
    public int? Completes { get; init; }

    /// <summary>What the requester is told; begun by the door from the desk's templates when left out.</summary>
    public string? Telling { get; init; }

    /// <summary>The people behind <see cref="Person"/> or <see cref="Team"/>, whom the door looks up.</summary>
    public IReadOnlyList<int> Readers { get; init; } = [];

    /// <summary>The chat channels there are, which the door knows.</summary>
    public IReadOnlyList<ChatOffer> Chats { get; init; } = [];

    /// <summary>The requester's, looked up by the door.</summary>
    public Language Language { get; init; }

    /// <summary>What a requester is told where nobody wrote anything else: that others are asked, and that they know all.</summary>
    public const string Begun = "template-escalation-requester";
    public const string Completed = "told-package-is-complete";

    ServicePolicy policy = Shipped.Policy;

    public override TicketAction Under(int version, ServicePolicy policy) => this with { policy = policy };

    public override Decision Decide(Ticket ticket, Moment moment)
    {
        if (!ticket.IsOpen)
            return Refusals.Closed;
        if (ticket.Resolution is not null)
            return AlreadyResolved;
        var alert = ticket.Escalations.FirstOrDefault(e => e.Version == Completes);
        if (Completes is not null && alert is not { OwesPackage: true })
            return NoPackageOwed;
        if (alert is not null && NamesOthers(alert))
            return GoesToTheSame;
        if (IsShort && policy.Of(ticket.Class).Package is null)
            return NoShortAlert;
        if (Missing(ticket, alert).ToList() is { Count: > 0 } missing)
            return Incomplete with { Parts = missing };
        if (Wrong(ticket, moment) is { } wrong)
            return wrong;
        var readers = alert?.Readers ?? [.. Readers.Where(r => r != ticket.Requester && r != moment.Who.PersonId)];
        var channels = alert?.Channels ?? [.. Chats.Where(c => c.Name == Channel || c.For == To).Select(c => c.Name)];
        // A channel of this specialty hears of it as well, and makes up for nobody who was named.
        if (readers.Count == 0 && (channels.Count == 0 || Person is not null || Team is not null))
            return Person is { } person && person == ticket.Requester ? Involve.AsRequester : ReachesNobody;
        var added = readers.Where(r => ticket.Parties.All(p => p.Person != r)).ToList();
        if (ticket.Parties.Count + added.Count > Involve.Most)
            return Involve.TooMany;
        // Whoever sends the rest to the same people owes them nothing more, by whichever form.
        var completes = Completes ?? (IsShort ? null : OwedTo(readers, channels, ticket)?.Version);
        var what = Package;
        return (Event[])
            [
                .. added.Select(r => new Involved(r, Audience.Specialists)),
                new Escalated(alert?.Why ?? Why!.Value, alert?.To ?? To!.Value, readers, Plain.Line(what.Summary))
                {
                    Channels = channels.Count > 0 ? channels : null,
                    Team = alert?.Team ?? (Person is null ? Team : null),
                    Class = ticket.Class,
                    Affected = what.Affected ?? ticket.AffectedInAll?.Count,
                    Since = what.Since,
                    Tried = Plain.Text(what.Tried),
                    Impact = Plain.Text(what.Impact),
                    Ask = Plain.Text(what.Ask),
                    NextUpdateAt = what.NextUpdateAt,
                    Pins = [.. what.Pins.Select(p => p with { Note = p.Note is null ? null : Plain.Line(p.Note) })],
                    Attachments = what.Attachments,
                    IsShort = IsShort,
                    Completes = completes,
                },
                .. Told(ticket, completes is not null, moment.When),
            ];
    }

    Escalation? OwedTo(IReadOnlyList<int> readers, IReadOnlyList<string> channels, Ticket ticket) =>
        ticket.Escalations.FirstOrDefault(e =>
            e.OwesPackage
            && e.To == To
            && e.Readers.Order().SequenceEqual(readers.Order())
            && e.Channels.Order(StringComparer.Ordinal).SequenceEqual(channels.Order(StringComparer.Ordinal))
        );

    bool NamesOthers(Escalation alert) =>
        (Person is { } person && !alert.Readers.Contains(person))
        || (Team is not null && Team != alert.Team)
        || (Channel is not null && !alert.Channels.Contains(Channel));

    // Everything at once: whoever is in a hurry must not be sent back part by part.
    IEnumerable<string> Missing(Ticket ticket, Escalation? alert)
    {
        var what = Package;
        (string Part, bool IsThere, bool InAlert)[] parts =
        [
            ("why", alert is not null || Why is not null, true),
            ("specialty", alert is not null || To is not null, true),
            ("whom", alert is not null || Person is not null || Team is not null || Channel is not null, true),
            ("summary", Says(what.Summary), true),
            ("class", ticket.Class is not null, false),
            ("affected", (what.Affected ?? ticket.AffectedInAll?.Count) is not (null or 0), false),
            ("since", what.Since is not null || IsWish(alert), false),
            ("tried", Says(what.Tried), false),
            ("evidence", what.Pins.Count + what.Attachments.Count > 0, false),
            ("impact", Says(what.Impact), false),
            ("ask", Says(what.Ask), true),
            ("next-update", what.NextUpdateAt is not null, false),
        ];
        return parts.Where(p => !p.IsThere && (p.InAlert || !IsShort)).Select(p => p.Part);
    }

    // What is wished for did not begin at any hour.
    bool IsWish(Escalation? alert) =>
        (alert?.Why ?? Why) is Ground.NeedsDecision || (alert?.To ?? To) is Specialty.Product;

    static bool Says(string text) => Plain.SaysInWords(text);

    Refusal? Wrong(Ticket ticket, Moment moment) =>
        Plain.Line(Package.Summary).Length > LongestSummary ? SummaryTooLong
        : Package.Texts.Append(Telling).Any(t => Refusals.OfOptional(t) is not null) ? Refusals.TextTooLong
        : SetAffected.Check(Package.Affected is { } count ? new(count) : null) is { } impossible ? impossible
        : Package.Since > moment.When ? NotYetBegun
        : Package.NextUpdateAt <= moment.When ? Reply.PromisePassed
        : Reply.IsTooFar(Package.NextUpdateAt, moment) ? Reply.PromiseTooFar
        : Channel is not null && Completes is null && Chats.All(c => c.Name != Channel)
            ? Chats.Count == 0 ? NoChannels
                : NoSuchChannel with { Detail = string.Join(", ", Chats.Select(c => c.Name)) }
        : Pin.Check(Package.Pins, ticket);

    /// <summary>
    /// Whether the requester is told of it. Once: that somebody else is asked as well is nothing to a requester. A short alert
    /// promises them nothing, so the package it owed tells them when they hear next; that of another team does not say so
    /// again within the hour.
    /// </summary>
    public static bool TellsRequester(Ticket ticket, bool completes, DateTimeOffset now)
    {
        var told = ticket
            .Outgoing.Where(m => m.IsTelling && !m.HasBounced && !(m.Version < ticket.Returned?.Version))
            .ToList();
        return told.Count == 0 || completes && !told.Exists(m => m.NextUpdateAt is not null && now - m.At < Again);
    }

    static readonly TimeSpan Again = TimeSpan.FromHours(1);

    IEnumerable<RequesterTold> Told(Ticket ticket, bool completes, DateTimeOffset now) =>
        !TellsRequester(ticket, completes, now)
            ? []
            :
            [
                new(
                    Says(Telling ?? "") ? Plain.Text(Telling) : Text.Of(completes ? Completed : Begun, Language),
                    Package.NextUpdateAt
                ),
            ];
}
