using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.People;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Mail;
using Stepdesk.Web.Agents;

namespace Stepdesk.Web.Portal;

/// <summary>Somebody who holds a signed link: they act as its customer on that one ticket, and nowhere else.</summary>
public sealed record Guest(PersonRow Person, Sheet Sheet)
{
    /// <summary>Always a customer here, whatever else the person is at the desk.</summary>
    public Actor Actor => Actor.Person(Person.Id, Role.Customer);

    /// <summary>Null when the link is not one of ours, or nothing is behind it for this person any more.</summary>
    public static async Task<Guest?> FindAsync(Db db, Signer signer, string token, CancellationToken stop)
    {
        if (signer.ReadLink(token) is not var (ticket, person))
            return null;
        var row = await db
            .People.AsNoTracking()
            .SingleOrDefaultAsync(p => p.Id == person && p.World == WorldRow.Live && p.IsActive, stop);
        return
            row is not null
            && await Sheet.ReadAsync(db, row.World, ticket, Actor.Person(person, Role.Customer), stop) is { } sheet
            ? new(row, sheet)
            : null;
    }
}
