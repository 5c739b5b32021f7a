using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Mail;
using Stepdesk.Web.Agents;

namespace Stepdesk.Web.Portal;

/// <summary>Somebody who holds a signed link: they act as its customer on that one ticket, and nowhere else.</summary>
public sealed record Guest(PersonRow Person, Sheet Sheet)
{
    /// <summary>Always a customer here, whatever else the person is at the desk.</summary>
    public Actor Actor => Actor.Person(Person.Id, Role.Customer);

    /// <summary>Bytes of files that may come by one link within a day: links are passed on, and every file is kept.</summary>
    public const long MostInADay = 100 * 1024 * 1024;
    public static readonly Refusal TooMuchToday = new("too-much-today");

    /// <summary>Whether these files are within what may come in a day.</summary>
    public bool MaySend(IReadOnlyList<Attachment> files, DateTimeOffset now) =>
        files.Count == 0
        || files
            .Concat(
                Sheet
                    .History.Where(r => r.Moment.When > now.AddDays(-1))
                    .Select(r => r.What)
                    .OfType<CustomerWrote>()
                    .Where(wrote => wrote.Channel is Channel.Web)
                    .SelectMany(wrote => wrote.Attachments)
            )
            .Sum(file => file.Size) <= MostInADay;

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
