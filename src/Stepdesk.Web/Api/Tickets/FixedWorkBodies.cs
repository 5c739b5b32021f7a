using Stepdesk.Core.Tickets;

namespace Stepdesk.Web.Api.Tickets;

/// <summary>What is to be made by the date. It replaces the scope there was.</summary>
/// <param name="Items">One must-have at least, up to 50.</param>
public sealed record NewScope(IReadOnlyList<ScopeItem>? Items = null) : IBody
{
    TicketAction IBody.Action() => new SetScope(Items ?? []);
}

/// <summary>Something the desk has to know.</summary>
/// <param name="Text">The question; the requester is asked with a reply.</param>
public sealed record NewQuestion(string? Text = null) : IBody
{
    TicketAction IBody.Action() => new NoteQuestion(Text ?? "");
}

/// <summary>What was answered to a question.</summary>
/// <param name="Question">The version of the ticket that noted the question.</param>
/// <param name="Text">What was answered.</param>
public sealed record NewClarification(int Question, string? Text = null) : IBody
{
    TicketAction IBody.Action() => new NoteAnswer(Question, Text ?? "");
}

/// <summary>A step of a negotiation.</summary>
/// <param name="Step">Whether it was asked for, offered or agreed.</param>
/// <param name="Text">What.</param>
/// <param name="By">By whom, where that is not the caller.</param>
public sealed record NewBargain(BargainStep Step, string? Text = null, string? By = null) : IBody
{
    TicketAction IBody.Action() => new Negotiate(Step, Text ?? "", By);
}

/// <summary>A plan back from the date.</summary>
/// <param name="Parts">The parts of the work, the first to be begun first, with their working minutes; up to 30.</param>
/// <param name="Buffer">Working minutes that stay free before the date.</param>
public sealed record NewPlan(IReadOnlyList<PlanPart>? Parts = null, int Buffer = 0) : IBody
{
    TicketAction IBody.Action() => new PlanMilestones(Parts ?? [], Buffer);
}

/// <summary>The finished thing is handed over with a file that is on the ticket.</summary>
/// <param name="Text">What the requester reads.</param>
/// <param name="Version">The version of the ticket the file came or went with.</param>
/// <param name="File">Which of its files, from 0.</param>
/// <param name="Override">Why to hand over although an approval is missing; for leads and administrators.</param>
public sealed record NewHandOver(string? Text = null, int? Version = null, int File = 0, string? Override = null)
    : IBody
{
    // The file is looked up; without one it is refused as one without a file is.
    TicketAction IBody.Action() => new HandOver(Text ?? "", []);

    string? IBody.Override => Override;
}
