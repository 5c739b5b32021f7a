using Stepdesk.Core.Mail;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Mail;

// Apart: what somebody beside the requester writes on a ticket.
public sealed partial class Reception
{
    // What an approver writes is for colleagues, where it does not decide.
    async Task HearAsync(Arrived arrived, Thread thread, Speaker speaker, CancellationToken stop)
    {
        var person = speaker.Person;
        var (said, quoted) = Quotes.Split(arrived.Mail.Text);
        var decision = speaker.Approval is null ? null : MailedDecision.Read(said, person.Name);
        if (decision is not null && !await IsOursAsync(Quotes.Unmarked(quoted), arrived, thread, speaker, stop))
            (decision, said) = (null, arrived.Mail.Text);
        if (decision is not null && await DecidesAsync(arrived, thread, speaker, decision, stop))
            return;
        var text = Wording.Of(arrived, said, person.Language);
        TicketAction hear = speaker.IsApprover
            ? new HearApprover(person.Id, text)
            {
                Approval = speaker.Approval,
                IsDecision = decision is not null,
                From = speaker.From,
                Html = SafeHtml.Clean(arrived.Mail.Html),
                MailId = arrived.Row.Id,
                IsSenderProven = Proof(arrived),
                Attachments = Wording.Attachments(arrived),
            }
            : new HearFrom(person.Id, text)
            {
                From = speaker.From,
                Html = SafeHtml.Clean(arrived.Mail.Html),
                MailId = arrived.Row.Id,
                IsSenderProven = Proof(arrived),
                Attachments = Wording.Attachments(arrived),
                Message = threads.Answered(arrived, thread.Ticket)?.Version,
            };
        Demand(await desk.ActAsync(thread.Ticket, hear, Post, TermsFor(arrived), stop));
    }

    // What stands below the word without a mark is the letter it answers, whole and with nothing put into it, or it is
    // somebody's words.
    async Task<bool> IsOursAsync(
        string unmarked,
        Arrived arrived,
        Thread thread,
        Speaker speaker,
        CancellationToken stop
    )
    {
        if (unmarked.Length == 0)
            return true;
        if (threads.Answered(arrived, thread.Ticket) is not { } answered || answered.Reader != speaker.Person.Id)
            return false;
        await using var db = await databases.CreateDbContextAsync(stop);
        var sent = new OutboxRow
        {
            World = arrived.Row.World,
            Ticket = thread.Ticket,
            Version = answered.Version,
            Effect = OutboxRow.MailTo(speaker.Person.Id),
            DueAt = arrived.Row.ReceivedAt,
        };
        using var letter = Compose.Mail(
            await Letter.LoadAsync(db, sent, stop),
            options,
            signer,
            arrived.Row.ReceivedAt
        );
        return Quotes.AreSame(unmarked, letter.TextBody ?? "");
    }

    // Only who was asked themselves, as the server that received the mail proves, and in answer to the mail they were asked by.
    async Task<bool> DecidesAsync(
        Arrived arrived,
        Thread thread,
        Speaker speaker,
        MailedDecision decision,
        CancellationToken stop
    )
    {
        if (
            speaker.HasDecided
            || !speaker.Person.IsActive
            || Proof(arrived) is not true
            // What else came with the word may be a condition.
            || arrived.Mail.Attachments.Count > 0
            || (arrived.Row.Error ?? arrived.Mail.Error) is not null
        )
            return false;
        TicketAction decide = decision.Agrees
            ? new Grant(speaker.Approval!.Value) { MailId = arrived.Row.Id }
            : new Deny(speaker.Approval!.Value, decision.Reason) { MailId = arrived.Row.Id };
        var outcome = await desk.ActAsync(
            thread.Ticket,
            decide,
            Actor.Person(speaker.Person.Id, Role.Customer),
            TermsFor(arrived),
            stop
        );
        return outcome.Refusal is null;
    }
}
