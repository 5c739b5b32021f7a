using Stepdesk.Core.Tickets;

namespace Stepdesk.Web.Api.Tickets;

/// <summary>People are asked to agree. What is missing is refused by name, all of it at once.</summary>
/// <param name="Purpose">For what.</param>
/// <param name="People">The ids of those who have to agree.</param>
/// <param name="Emails">The addresses of more of them, known to the desk or not; 10 people in all.</param>
/// <param name="AnyOne">Whether the word of one is enough; else all must agree.</param>
/// <param name="Fields">Exactly what is asked for, up to 50 things. The list stays for audit, so no person belongs into it.</param>
/// <param name="Why">Why it is needed.</param>
/// <param name="Until">Until when it can be decided.</param>
/// <param name="Channel">The name of a chat channel that is told too.</param>
public sealed record NewApproval(
    ApprovalPurpose? Purpose = null,
    IReadOnlyList<int>? People = null,
    IReadOnlyList<string>? Emails = null,
    bool AnyOne = false,
    IReadOnlyList<string>? Fields = null,
    string? Why = null,
    DateTimeOffset? Until = null,
    string? Channel = null
) : IBody
{
    TicketAction IBody.Action() => Ask();

    internal AskApproval Ask() =>
        new(Purpose)
        {
            Approvers = People ?? [],
            AnyOne = AnyOne,
            Fields = Fields ?? [],
            Why = Why ?? "",
            Until = Until,
            Channel = Channel,
        };
}

/// <summary>An approver agrees.</summary>
/// <param name="Approval">The version of the ticket that asked.</param>
/// <param name="Comment">What they add; how it is known, where somebody else writes it down.</param>
/// <param name="For">The id of whose word it is, where that is not the caller; for leads and administrators.</param>
public sealed record NewGrant(int Approval, string? Comment = null, int? For = null) : IBody
{
    TicketAction IBody.Action() => new Grant(Approval, Comment) { For = For };
}

/// <summary>An approver does not agree.</summary>
/// <param name="Approval">The version of the ticket that asked.</param>
/// <param name="Reason">Why not.</param>
/// <param name="For">The id of whose word it is, where that is not the caller; for leads and administrators.</param>
public sealed record NewDenial(int Approval, string? Reason = null, int? For = null) : IBody
{
    TicketAction IBody.Action() => new Deny(Approval, Reason ?? "") { For = For };
}

/// <summary>A request for approval is taken back.</summary>
/// <param name="Approval">The version of the ticket that asked.</param>
/// <param name="Reason">Why it is not needed any more; those who were asked read it.</param>
public sealed record NewRetraction(int Approval, string? Reason = null) : IBody
{
    TicketAction IBody.Action() => new WithdrawApproval(Approval, Reason ?? "");
}
