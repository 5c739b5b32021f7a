using Stepdesk.Core.History;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tickets;

/// <summary>Notes what the desk has to know before it can go on. The requester is asked with a reply.</summary>
public sealed record NoteQuestion(string Text) : TicketAction
{
    public static readonly Refusal TooMany = new("too-many-questions");
    public const int Most = 50;

    public override Decision Decide(Ticket ticket, Moment moment) =>
        FixedWork.WhyNot(ticket) is { } impossible ? impossible
        : Refusals.InWords(Text, Refusals.TextMissing) is { } unfit ? unfit
        : ticket.Work.Questions.Count >= Most ? TooMany
        : new QuestionNoted(Plain.Text(Text));
}

public sealed record QuestionNoted([property: Personal] string Text) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket with
        {
            Work = ticket.Work with { Questions = [.. ticket.Work.Questions, new(version, moment.When)] },
        };
}

/// <summary>Notes what was answered to a question; said again, the later answer holds.</summary>
/// <param name="Question">The version that noted the question.</param>
public sealed record NoteAnswer(int Question, string Text) : TicketAction
{
    public static readonly Refusal NoSuch = new("no-such-question");

    public override Decision Decide(Ticket ticket, Moment moment) =>
        FixedWork.WhyNot(ticket) is { } impossible ? impossible
        : ticket.Work.Questions.All(q => q.Version != Question) ? NoSuch
        : Refusals.InWords(Text, Refusals.TextMissing) is { } unfit ? unfit
        : new QuestionAnswered(Question, Plain.Text(Text));
}

public sealed record QuestionAnswered(int Question, [property: Personal] string Text) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket with
        {
            Work = ticket.Work with
            {
                Questions =
                [
                    .. ticket.Work.Questions.Select(q =>
                        q.Version == Question ? q with { Answer = new(version, moment.When) } : q
                    ),
                ],
            },
        };
}
