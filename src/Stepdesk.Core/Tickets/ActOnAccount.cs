using Stepdesk.Core.History;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tickets;

/// <summary>
/// Has another system do something to somebody's account. It is written down before it is asked for, so that nothing is
/// ever done of which the history does not know; what came of it is written down afterwards.
/// </summary>
/// <param name="Name">The action's name in the settings.</param>
/// <param name="Query">What was said with it, line by line of <paramref name="Asked"/>: whose account.</param>
public sealed record ActOnAccount(
    string System,
    Called SystemTitle,
    string Name,
    Called Title,
    IReadOnlyList<LookupPart> Asked,
    string Query
) : TicketAction
{
    public static readonly Refusal NotConfirmed = new("account-act-not-confirmed");

    /// <summary>Nobody agreed to it yet, or what was agreed to was done already.</summary>
    public static readonly Refusal ApprovalNeeded = new("account-act-needs-approval");

    /// <summary>
    /// The same was asked for the same account and nobody knows what came of it; it is to be tried again, or somebody who
    /// found out says how it ended.
    /// </summary>
    public static readonly Refusal UnderWay = new("account-act-is-under-way");

    /// <summary>Whether whoever asks said that this is meant.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>Whether the administrator wants somebody to have agreed to it.</summary>
    public bool NeedsApproval { get; init; }

    public override Decision Decide(Ticket ticket, Moment moment)
    {
        if (!ticket.IsOpen)
            return Refusals.Closed;
        if (!IsConfirmed)
            return NotConfirmed;
        if (ticket.AccountActs.Any(a => a.IsUnknown && IsSame(a)))
            return UnderWay;
        if (!NeedsApproval)
            return Asking(null);
        // Who is still asked, or said no, is in the way of it whatever was agreed to before.
        return ticket.Holds(moment, ApprovalPurpose.AccountReactivation) is { } held ? held
            : Unused(ticket) is { } approval ? Asking(approval.Version)
            : ApprovalNeeded;
    }

    // Addresses are the same whichever way they are typed.
    bool IsSame(AccountAct act) =>
        act.System == System && act.Name == Name && string.Equals(act.Query, Query, StringComparison.OrdinalIgnoreCase);

    AccountActAsked Asking(int? approval) =>
        new(System, SystemTitle, Name, Title, Asked, Query) { Approval = approval };

    // A yes is good for one act: the next account is another question. What the system did not do leaves it unused.
    static Approval? Unused(Ticket ticket) =>
        ticket.Approvals.FirstOrDefault(a =>
            a is { Purpose: ApprovalPurpose.AccountReactivation, IsGranted: true }
            && !ticket.AccountActs.Any(act => act.Approval == a.Version && act.Ending is not AccountEnding.NotDone)
        );
}

/// <summary>An act on an account was asked for; it goes to the system under a key made of the ticket and this version.</summary>
public sealed record AccountActAsked(
    string System,
    Called SystemTitle,
    string Name,
    Called Title,
    IReadOnlyList<LookupPart> Asked,
    [property: Personal] string Query
) : TicketEvent
{
    /// <summary>The approval it rests on; null where none was needed.</summary>
    public int? Approval { get; init; }

    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket with
        {
            AccountActs = [.. ticket.AccountActs, new(version, System, Name, Query, Approval)],
        };

    /// <summary>What was said with it, part by part; nothing once it was erased.</summary>
    public IEnumerable<(LookupPart Part, string Value)> Question() =>
        Asked.Zip(Query.Split('\n')).Where(a => a.Second.Length > 0);
}

/// <summary>Writes down what came of an act on an account: what the system said, or somebody who found out elsewhere.</summary>
/// <param name="Act">The version that asked for it.</param>
/// <param name="Why">Where it was not done or nobody knows: the code of the refusal that says why.</param>
public sealed record EndAccountAct(int Act, AccountEnding Ending, string? Why = null, string? Detail = null)
    : TicketAction
{
    public static readonly Refusal NoSuchAct = new("account-act-is-unknown");

    public override Decision Decide(Ticket ticket, Moment moment) =>
        ticket.AccountActs.FirstOrDefault(a => a.Version == Act) switch
        {
            null => NoSuchAct,
            { Ending: AccountEnding.Done or AccountEnding.NotDone } => Decision.Nothing,
            var act when act.Ending == Ending => Decision.Nothing,
            _ => new AccountActEnded(Act, Ending) { Why = Why, Detail = Detail },
        };
}

public sealed record AccountActEnded(int Act, AccountEnding Ending) : TicketEvent
{
    public string? Why { get; init; }
    public string? Detail { get; init; }

    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket with
        {
            AccountActs = [.. ticket.AccountActs.Select(a => a.Version == Act ? a with { Ending = Ending } : a)],
        };
}

/// <summary>What came of an act on an account.</summary>
public enum AccountEnding
{
    Done = 1,

    /// <summary>The system said no, or was never reached.</summary>
    NotDone,

    /// <summary>It may have been done: the system was asked and did not answer.</summary>
    Unknown,
}

/// <summary>An act on an account and what came of it; known by the version of the event that asked.</summary>
/// <param name="Query">Whose account, and what else was said with it; empty once it was erased.</param>
/// <param name="Approval">The approval it rests on.</param>
/// <param name="Ending">Null until something is known, and for good where the desk died while it asked.</param>
public sealed record AccountAct(
    int Version,
    string System,
    string Name,
    string Query,
    int? Approval,
    AccountEnding? Ending = null
)
{
    public bool IsUnknown => Ending is null or AccountEnding.Unknown;
}

public sealed partial record Ticket
{
    /// <summary>What other systems were asked to do to accounts, in order.</summary>
    public IReadOnlyList<AccountAct> AccountActs { get; init; } = [];
}
