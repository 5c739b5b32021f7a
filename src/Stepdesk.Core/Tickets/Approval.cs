using Stepdesk.Core.History;

namespace Stepdesk.Core.Tickets;

/// <summary>What somebody has to agree to before it is done.</summary>
public enum ApprovalPurpose
{
    /// <summary>Data leave the house; until then no file goes to the requester.</summary>
    DataRelease = 1,
    AccountReactivation,
    Other,
}

/// <summary>Where a request for approval stands.</summary>
public enum ApprovalState
{
    Awaited,
    Granted,
    Denied,

    /// <summary>Nobody decided in time; it has to be asked for anew.</summary>
    Lapsed,
    Withdrawn,
}

/// <summary>What somebody was asked to agree to, and what came of it; known by the version of the event that asked.</summary>
/// <param name="By">Who asked; null when the desk itself did.</param>
/// <param name="Until">At this instant it can still be decided, later not.</param>
public sealed record Approval(
    int Version,
    DateTimeOffset At,
    int? By,
    ApprovalPurpose Purpose,
    IReadOnlyList<int> Approvers,
    DateTimeOffset Until
)
{
    /// <summary>Whether the word of one is enough; else all must agree.</summary>
    public bool AnyOne { get; init; }

    /// <summary>What was decided, one word of each approver at most.</summary>
    public IReadOnlyList<ApproverWord> Words { get; init; } = [];

    /// <summary>Where it was taken back.</summary>
    public Mark? Withdrawal { get; init; }

    /// <summary>Whether it is on record that nobody decided in time.</summary>
    public bool HasLapsed { get; init; }

    /// <summary>Whether those who had said nothing were reminded.</summary>
    public bool HasReminded { get; init; }

    /// <summary>Who was told that a mail of theirs decided nothing, and where to decide.</summary>
    public IReadOnlyList<int> Redirected { get; init; } = [];

    /// <summary>What was not said on this ticket because of it: the ticket it was said on, and the message there.</summary>
    public IReadOnlyList<(int Ticket, int Message)> HeldBack { get; init; } = [];

    /// <summary>When who has said nothing is reminded: with a quarter of the time left, and at most a day.</summary>
    public DateTimeOffset RemindsAt =>
        Until - ((Until - At) / 4 is var quarter && quarter < LongestNotice ? quarter : LongestNotice);

    static readonly TimeSpan LongestNotice = TimeSpan.FromDays(1);

    public bool IsGranted => AnyOne ? Words.Any(v => v.Agrees) : Approvers.All(a => WordOf(a) is { Agrees: true });

    // One no is enough where all must agree; where one yes is enough, everybody has to have said no.
    public bool IsDenied =>
        !IsGranted && (AnyOne ? Approvers.All(a => WordOf(a) is not null) : Words.Any(v => !v.Agrees));

    public ApproverWord? WordOf(int approver) => Words.FirstOrDefault(v => v.Approver == approver);

    /// <summary>Where it stands at an instant. What was decided stays so, whatever happens later.</summary>
    public ApprovalState StateAt(DateTimeOffset now) =>
        IsGranted ? ApprovalState.Granted
        : IsDenied ? ApprovalState.Denied
        : Withdrawal is not null ? ApprovalState.Withdrawn
        : HasLapsed || now > Until ? ApprovalState.Lapsed
        : ApprovalState.Awaited;
}

/// <summary>One approver's word, and where it is on record.</summary>
public sealed record ApproverWord(int Approver, bool Agrees, Mark Mark);

/// <summary>
/// What an approval holds back. It is bound to the ticket and not to a single action: whoever asks whether something may be
/// done has said that it is not to be done before.
/// </summary>
public static class Holding
{
    /// <summary>Somebody has yet to agree. Its parts name to what.</summary>
    public static readonly Refusal Awaited = new("approval-is-awaited");

    /// <summary>It was asked for and not given. Its parts name what.</summary>
    public static readonly Refusal NotGiven = new("approval-was-not-given");

    /// <summary>Whether this is why something is held back.</summary>
    public static bool Is(Refusal? refusal) => refusal?.Code == Awaited.Code || refusal?.Code == NotGiven.Code;

    /// <summary>
    /// Why nothing is done yet of what approvals of these purposes hold back; null when nothing is in the way. Taking a
    /// request back does not let anything go: else whoever waits for a no could withdraw. A later one that is granted does.
    /// </summary>
    internal static Refusal? Holds(this Ticket ticket, Moment moment, params ReadOnlySpan<ApprovalPurpose> purposes)
    {
        var inTheWay = new List<Approval>();
        foreach (var asked in ticket.Approvals)
            if ((purposes.IsEmpty || purposes.Contains(asked.Purpose)) && ticket.IsHeldBy(asked, moment.When))
                inTheWay.Add(asked);
        return Of(Awaited, a => a.StateAt(moment.When) is ApprovalState.Awaited)
            ?? Of(NotGiven, a => a.StateAt(moment.When) is not ApprovalState.Awaited);

        // What a reason set aside was what was asked before it was given, and nothing asked since.
        Refusal? Of(Refusal refusal, Func<Approval, bool> isSo) =>
            inTheWay
                .Where(isSo)
                .Where(a => !ticket.Overrides.Any(o => o.Refusal == refusal.Code && o.Mark.Version > a.Version))
                .Select(a => PartOf(a.Purpose))
                .Distinct()
                .ToList()
                is { Count: > 0 } parts
                ? refusal with
                {
                    Parts = parts,
                }
                : null;
    }

    /// <summary>Whether this request stands in the way, unless a reason set it aside.</summary>
    public static bool IsHeldBy(this Ticket ticket, Approval asked, DateTimeOffset now) =>
        asked.StateAt(now) switch
        {
            ApprovalState.Granted => false,
            ApprovalState.Awaited => true,
            _ => !ticket.Approvals.Any(a => a.Purpose == asked.Purpose && a.Version > asked.Version && a.IsGranted),
        };

    /// <summary>The first instant from which an open request has lapsed and nobody noted it.</summary>
    public static DateTimeOffset? NextLapse(Ticket ticket) =>
        ticket.IsOpen
            ? ticket
                .Approvals.Where(a => !a.HasLapsed && a.StateAt(a.Until) is ApprovalState.Awaited)
                .Min(a => (DateTimeOffset?)a.Until)
            : null;

    /// <summary>The first instant from which somebody is to be reminded of an open request, and was not.</summary>
    public static DateTimeOffset? NextReminder(Ticket ticket) =>
        ticket.IsOpen
            ? ticket
                .Approvals.Where(a => !a.HasReminded && a.StateAt(a.RemindsAt) is ApprovalState.Awaited)
                .Min(a => (DateTimeOffset?)a.RemindsAt)
            : null;

    /// <summary>The reminders that are due, each to those who have said nothing yet.</summary>
    public static IEnumerable<ApproversReminded> Reminders(Ticket ticket, DateTimeOffset now) =>
        ticket.IsOpen
            ? ticket
                .Approvals.Where(a => !a.HasReminded && now >= a.RemindsAt && a.StateAt(now) is ApprovalState.Awaited)
                .Select(a => new ApproversReminded(
                    a.Version,
                    [.. a.Approvers.Where(p => a.WordOf(p) is null)],
                    a.Until
                ))
            : [];

    /// <summary>The open requests whose time is over, to be noted.</summary>
    public static IEnumerable<ApprovalLapsed> Lapses(Ticket ticket, DateTimeOffset now) =>
        ticket.IsOpen
            ? ticket
                .Approvals.Where(a => !a.HasLapsed && a.StateAt(now) is ApprovalState.Lapsed)
                .Select(a => new ApprovalLapsed(a.Version, a.Until))
            : [];

    /// <summary>The word that names a purpose among the parts of a refusal.</summary>
    static string PartOf(ApprovalPurpose purpose) =>
        purpose switch
        {
            ApprovalPurpose.DataRelease => "approval-data-release",
            ApprovalPurpose.AccountReactivation => "approval-account-reactivation",
            _ => "approval-other",
        };

    internal static IReadOnlyList<Approval> Changed(
        this IReadOnlyList<Approval> approvals,
        int version,
        Func<Approval, Approval> change
    ) => [.. approvals.Select(a => a.Version == version ? change(a) : a)];
}
