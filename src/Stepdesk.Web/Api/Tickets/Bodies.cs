using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Web.Api.Tickets;

/// <summary>What a change is asked for with; becomes the action of the same meaning.</summary>
interface IBody
{
    TicketAction Action();

    /// <summary>Why to go on although a step asks for more; only what a step can stand in the way of has it.</summary>
    string? Override => null;
}

/// <summary>The class of service a ticket is to have.</summary>
/// <param name="Justification">Why this class.</param>
/// <param name="Deadline">By when a fixed_deadline ticket is needed.</param>
public sealed record Classification(
    ClassOfService Class,
    string? Justification = null,
    Affected? Affected = null,
    DateTimeOffset? Deadline = null
) : IBody
{
    TicketAction IBody.Action() =>
        new Classify(Class, Justification ?? "") { Affected = Affected, Deadline = Deadline };
}

/// <summary>The class stays although another is proposed.</summary>
/// <param name="Reason">Why it stays.</param>
public sealed record Dismissal(string? Reason = null) : IBody
{
    TicketAction IBody.Action() => new DismissProposal(Reason ?? "");
}

/// <summary>The priority a ticket is to have.</summary>
public sealed record PriorityChoice(Priority Priority) : IBody
{
    TicketAction IBody.Action() => new SetPriority(Priority);
}

/// <summary>The category a ticket is filed under.</summary>
/// <param name="Category">Null takes the ticket out of its category.</param>
public sealed record CategoryChoice(string? Category) : IBody
{
    TicketAction IBody.Action() => new SetCategory(Category);
}

/// <summary>The tags a ticket is to have.</summary>
/// <param name="Tags">All the tags the ticket is to have; up to 20.</param>
public sealed record TagChoice(IReadOnlyList<string> Tags) : IBody
{
    TicketAction IBody.Action() => new SetTags(Tags);
}

/// <summary>How many people a ticket is about.</summary>
/// <param name="Affected">How many people cannot work as they should; null when nobody knows.</param>
public sealed record AffectedCount(Affected? Affected) : IBody
{
    TicketAction IBody.Action() => new SetAffected(Affected);
}

/// <summary>Who is to work on a ticket. What is left out stays as it is; null takes it away.</summary>
public sealed record Assignment : IBody
{
    /// <summary>The id of a team.</summary>
    public int? Team
    {
        get;
        init => (field, SaysTeam) = (value, true);
    }

    /// <summary>The id of an active colleague.</summary>
    public int? Owner
    {
        get;
        init => (field, SaysOwner) = (value, true);
    }

    bool SaysTeam { get; init; }
    bool SaysOwner { get; init; }

    TicketAction IBody.Action() => new Assign(Team, Owner) { KeepsTeam = !SaysTeam, KeepsOwner = !SaysOwner };
}

/// <summary>A ticket that belongs to another team. The whole of it goes along, and its requester is told nothing.</summary>
/// <param name="Team">The id of that team.</param>
/// <param name="Reason">Why it belongs there.</param>
/// <param name="Needs">What that team needs to begin.</param>
public sealed record NewTransfer(int Team, string? Reason = null, string? Needs = null) : IBody
{
    TicketAction IBody.Action() => new Transfer(Team, Reason ?? "", Needs ?? "");
}

/// <summary>Who asks follows the ticket.</summary>
public sealed record Following : IBody
{
    TicketAction IBody.Action() => new Follow();
}

/// <summary>A message to the requester.</summary>
/// <param name="Text">What the requester reads; plain text.</param>
/// <param name="NextUpdateAt">When the requester is promised the next update.</param>
/// <param name="Alone">Whether the reporters of duplicates are left out, who else read it too.</param>
public sealed record NewReply(string? Text = null, DateTimeOffset? NextUpdateAt = null, bool Alone = false) : IBody
{
    TicketAction IBody.Action() => new Reply(Text ?? "") { NextUpdateAt = NextUpdateAt, Alone = Alone };
}

/// <summary>A message to an audience beside the requester.</summary>
/// <param name="To">stakeholders or specialists.</param>
/// <param name="Text">What they read; plain text.</param>
/// <param name="NextUpdateAt">When they are promised the next message.</param>
public sealed record NewBriefing(Audience To, string? Text = null, DateTimeOffset? NextUpdateAt = null) : IBody
{
    TicketAction IBody.Action() => new Brief(To, Text ?? "") { NextUpdateAt = NextUpdateAt };
}

/// <summary>Somebody who is to hear of a ticket beside its requester.</summary>
/// <param name="Email">By this address they are known, or written to from now on.</param>
/// <param name="Name">What to call them, should the desk not know them yet.</param>
public sealed record NewParty(string Email, Audience As, string? Name = null);

/// <summary>A word among colleagues.</summary>
public sealed record NewNote(string? Text = null) : IBody
{
    TicketAction IBody.Action() => new Note(Text ?? "");
}

/// <summary>Who has to do something before the desk can go on.</summary>
/// <param name="Reason">What is waited for.</param>
public sealed record NewWait(WaitingOn On, string? Reason = null) : IBody
{
    TicketAction IBody.Action() => new WaitFor(On, Reason ?? "");
}

/// <summary>Nothing needs to be said to go on.</summary>
public sealed record Resumption : IBody
{
    TicketAction IBody.Action() => new Resume();
}

/// <summary>What the requester writes.</summary>
public sealed record NewMessage(string? Text = null) : IBody
{
    TicketAction IBody.Action() => new Write(Text ?? "", Channel.Api);
}

/// <summary>What was found.</summary>
/// <param name="Text">What was found, and on what evidence.</param>
public sealed record NewDiagnosis(string? Text = null) : IBody
{
    TicketAction IBody.Action() => new Diagnose(Text ?? "");
}

/// <summary>A fix, a workaround or an answer.</summary>
/// <param name="Solution">What was done.</param>
/// <param name="Cause">What was wrong; for colleagues and trends, never shown to the customer. A fix and a workaround need it.</param>
/// <param name="Message">What the customer is told; the solution itself when left out.</param>
/// <param name="ForwardedTo">Who goes on with what was forwarded.</param>
/// <param name="Override">Why to resolve without an answer or a diagnosis; for leads and administrators.</param>
/// <param name="Alone">Whether the reporters of duplicates are left out, who else are told and asked too.</param>
public sealed record NewResolution(
    ResolutionKind Kind,
    string? Solution = null,
    string? Cause = null,
    string? Message = null,
    string? ForwardedTo = null,
    string? Override = null,
    bool Alone = false
) : IBody
{
    TicketAction IBody.Action() =>
        new Resolve(Kind, Solution ?? "")
        {
            Cause = Cause ?? "",
            Message = Message,
            ForwardedTo = ForwardedTo,
            Alone = Alone,
        };
}

/// <summary>The solution works.</summary>
public sealed record Confirmation : IBody
{
    /// <summary>The customer's words.</summary>
    public string? Comment { get; init; }

    TicketAction IBody.Action() => new Confirm(Comment);
}

/// <summary>The solution does not work.</summary>
/// <param name="Reason">What still does not work.</param>
public sealed record NewDispute(string? Reason = null) : IBody
{
    TicketAction IBody.Action() => new Dispute(Reason ?? "");
}

/// <summary>Nothing needs to be said to close.</summary>
public sealed record Closure : IBody
{
    /// <summary>Why to close without the customer's word; for leads and administrators.</summary>
    public string? Override { get; init; }

    TicketAction IBody.Action() => new Close();
}

/// <summary>A closed ticket goes on.</summary>
public sealed record Reopening(string? Reason = null) : IBody
{
    TicketAction IBody.Action() => new Reopen(Reason ?? "");
}

/// <summary>The ticket is none.</summary>
/// <param name="Text">Why, in words.</param>
public sealed record Cancellation(CancelReason Reason, string? Text = null) : IBody
{
    TicketAction IBody.Action() => new Cancel(Reason, Text ?? "");
}

/// <summary>Who asks takes the ticket.</summary>
public sealed record Claim : IBody
{
    TicketAction IBody.Action() => new Take();
}

/// <summary>The stage a ticket is to be in, of those of its step.</summary>
/// <param name="Stage">The id of the stage; GET /stages has them.</param>
public sealed record StageChoice(int Stage) : IBody
{
    TicketAction IBody.Action() => new MoveTo(Stage);
}

/// <summary>Another ticket this one belongs with.</summary>
/// <param name="Ticket">The id of the other ticket.</param>
/// <param name="Kind">What the other ticket is to this one.</param>
public sealed record NewLink(int Ticket, LinkKind Kind = LinkKind.Related) : IBody
{
    TicketAction IBody.Action() => new LinkTo(Ticket, Kind);
}

/// <summary>The ticket in which this one goes on.</summary>
/// <param name="Into">The id of the ticket that is to remain.</param>
/// <param name="Message">What the requester of this ticket is told, in their own thread.</param>
public sealed record NewMerge(int Into, string Message) : IBody
{
    TicketAction IBody.Action() => new Merge(Into, Message);
}

/// <summary>Another ticket that reads alike and is about something else; neither is suggested for the other any more.</summary>
/// <param name="Ticket">The id of the other ticket.</param>
public sealed record Distinction(int Ticket) : IBody
{
    TicketAction IBody.Action() => new TellApart(Ticket);
}

/// <summary>The pattern behind a ticket.</summary>
/// <param name="Text">The pattern behind the ticket.</param>
/// <param name="NoPattern">The ticket stands alone; then no text is needed.</param>
public sealed record TrendNote(string? Text = null, bool NoPattern = false) : IBody
{
    TicketAction IBody.Action() => new NoteTrend(Text ?? "", NoPattern);
}
