using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Practice;

/// <summary>A ticket of a run's desk as it stands.</summary>
/// <param name="IsMain">It is the one the session's people talk of.</param>
/// <param name="Moments">What happened to it that the session has no event of.</param>
public sealed record DeskTicket(
    int Number,
    Ticket Ticket,
    Character? Requester,
    bool IsMain,
    IReadOnlyList<DeskMoment> Moments
);

/// <summary>Something that happened at the desk of a run beside what its people know of.</summary>
/// <param name="Key">How it is told.</param>
/// <param name="IsTrainees">Whether the trainee did it, and not the desk by itself.</param>
/// <param name="Said">What was written, where the desk wrote.</param>
public sealed record DeskMoment(
    DateTimeOffset At,
    string Key,
    int Number,
    Character? Requester,
    bool IsTrainees,
    string? Said = null
);

/// <summary>What a run's desk has beside the log of its session.</summary>
public static class DeskOf
{
    const int Most = 50;

    /// <summary>The tickets of a run, the one it is about first.</summary>
    public static async Task<IReadOnlyList<DeskTicket>> ReadAsync(Db db, PracticeSession run, CancellationToken stop)
    {
        var rows = await db
            .Tickets.AsNoTracking()
            .Where(t => t.World == run.Row.Id)
            .OrderBy(t => t.Number)
            .Select(t => new
            {
                t.Id,
                t.Number,
                t.Requester,
            })
            .Take(Most)
            .ToListAsync(stop);
        var cast = await Cast.ReadAsync(db, run.Row.Id, run.Scenario, stop);
        var tickets = new List<DeskTicket>();
        foreach (var row in rows)
        {
            var history = (await db.StreamAsync(Streams.Ticket(row.Id), stop)).ConvertAll(e => e.Read());
            var (whose, isMain) = (cast.GetValueOrDefault(row.Requester), row.Id == run.Row.Ticket);
            var moments =
                from what in history
                where what.Moment.When <= run.Session.Story.End.AddSeconds(1)
                where Key(what.What, isMain) is not null
                select new DeskMoment(
                    what.Moment.When.ToOffset(run.Scenario.Start.Offset),
                    Key(what.What, isMain)!,
                    row.Number,
                    whose,
                    what.Moment.Who.PersonId == run.Row.Inside && what.What is not RequesterTold,
                    (what.What as IMessage)?.Text
                );
            tickets.Add(new(row.Number, Ticket.From(history), whose, isMain, [.. moments]));
        }
        return [.. tickets.OrderBy(t => !t.IsMain)];
    }

    // What happens to the main ticket its session tells; what the desk writes by itself it does not.
    static string? Key(Event what, bool isMain) =>
        what switch
        {
            RequesterTold e when DeskWords.IsForm(e.Text) => "wrote",
            Reminded => "reminded",
            Logged when !isMain => "logged",
            Closed when !isMain => "closed",
            Merged when !isMain => "merged",
            Cancelled when !isMain => "cancelled",
            _ => null,
        };
}
