using Stepdesk.Core.History;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tickets;

/// <summary>Asked for, offered, agreed: the steps of a negotiation.</summary>
public enum BargainStep
{
    Asked = 1,
    Offered,
    Agreed,
}

/// <summary>
/// Writes down what was asked for, offered or agreed, and by whom. Nothing is offered that nobody asked for, and nothing
/// agreed that was not on the table: asked for again, a new round begins.
/// </summary>
/// <param name="By">Who said so, where that is not whoever writes it down.</param>
public sealed record Negotiate(BargainStep Step, string Text, string? By = null) : TicketAction
{
    public static readonly Refusal NothingAsked = new("offer-before-asking");
    public static readonly Refusal NothingOffered = new("agree-before-offer");
    public static readonly Refusal ByTooLong = new("bargain-name-is-too-long");
    public const int LongestBy = 200;

    public override Decision Decide(Ticket ticket, Moment moment) =>
        FixedWork.WhyNot(ticket) is { } impossible ? impossible
        : Refusals.InWords(Text, Refusals.TextMissing) is { } unfit ? unfit
        : Plain.Line(By ?? "").Length > LongestBy ? ByTooLong
        : (Step, ticket.Work.Bargains) switch
        {
            (BargainStep.Offered, []) => NothingAsked,
            (BargainStep.Agreed, [] or [.., { Step: BargainStep.Agreed }]) => NothingOffered,
            (BargainStep.Agreed, [.., { Step: BargainStep.Asked }]) => NothingOffered,
            _ => new Negotiated(Step, Plain.Text(Text)) { By = Plain.Line(By ?? "") is { Length: > 0 } by ? by : null },
        };
}

public sealed record Negotiated(BargainStep Step, [property: Personal] string Text) : TicketEvent
{
    [Personal]
    public string? By { get; init; }

    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket with
        {
            Work = ticket.Work with { Bargains = [.. ticket.Work.Bargains, new(version, moment.When, Step)] },
        };
}
