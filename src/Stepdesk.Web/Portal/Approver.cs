using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Mail;

namespace Stepdesk.Web.Portal;

/// <summary>Somebody who holds an approver's link: they see that one request and decide on it, and nothing else.</summary>
/// <param name="Id">The ticket's id.</param>
/// <param name="Said">What they were asked.</param>
/// <param name="AskedBy">Who asked; null when the desk itself did.</param>
/// <param name="IsTheirs">Whether it has become their own matter since, which others decide.</param>
public sealed record Approver(
    PersonRow Person,
    int Id,
    int Number,
    bool IsOpen,
    Approval Approval,
    ApprovalAsked Said,
    string? AskedBy,
    bool IsTheirs
)
{
    /// <summary>Always from outside here, whatever else the person is at the desk.</summary>
    public Actor Actor => Actor.Person(Person.Id, Role.Customer);

    /// <summary>Null when the link is not one of ours, or nothing is behind it for this person any more.</summary>
    public static async Task<Approver?> FindAsync(Db db, Signer signer, string token, CancellationToken stop)
    {
        if (signer.ReadApprovalLink(token) is not var (id, approval, person))
            return null;
        var row = await db
            .People.AsNoTracking()
            .SingleOrDefaultAsync(p => p.Id == person && p.World == WorldRow.Live && p.IsActive, stop);
        var number = await db
            .Tickets.Where(t => t.Id == id && t.World == WorldRow.Live)
            .Select(t => (int?)t.Number)
            .SingleOrDefaultAsync(stop);
        if (row is null || number is null)
            return null;
        var history = (await db.StreamAsync(Streams.Ticket(id), stop)).ConvertAll(e => e.Read());
        var ticket = Ticket.From(history);
        if (
            ticket.Approvals.FirstOrDefault(a => a.Version == approval) is not { } asked
            || !asked.Approvers.Contains(person)
            || history.Find(e => e.Version == approval) is not { What: ApprovalAsked said, Moment.Who.PersonId: var by }
        )
            return null;
        var name = by is null
            ? null
            : await db.People.Where(p => p.Id == by).Select(p => p.Name).SingleOrDefaultAsync(stop);
        return new(row, id, number.Value, ticket.IsOpen, asked, said, name, AskApproval.IsTheirs(ticket, person));
    }
}
