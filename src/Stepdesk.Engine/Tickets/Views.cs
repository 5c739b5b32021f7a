using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Tickets;

/// <summary>A list of tickets that everybody knows by name: which ones, and in which order.</summary>
public sealed record View(string Name, Order Order);

/// <summary>The lists the product ships with; every face shows the same ones. Each is served by an index of the tickets.</summary>
public static class Views
{
    /// <summary>A promise this near its end counts as due.</summary>
    public static readonly TimeSpan DueWithin = TimeSpan.FromHours(1);

    public static readonly View Open = new("open", Order.BySoonest);
    public static readonly View Mine = new("mine", Order.BySoonest);
    public static readonly View Unassigned = new("unassigned", Order.BySoonest);
    public static readonly View Team = new("team", Order.BySoonest);
    public static readonly View Due = new("due", Order.BySoonest);
    public static readonly View Waiting = new("waiting", Order.BySoonest);

    /// <summary>What is not told to a reporter, because an approval on their ticket is awaited or was not given.</summary>
    public static readonly View Held = new("held", Order.BySoonest);
    public static readonly View Closed = new("closed", Order.ByLastClosed);
    public static readonly View Everything = new("all", Order.ByNewest);

    public static readonly IReadOnlyList<View> All =
    [
        Open,
        Mine,
        Unassigned,
        Team,
        Due,
        Waiting,
        Held,
        Closed,
        Everything,
    ];

    public static View? Find(string name) => All.FirstOrDefault(v => v.Name == name);

    /// <summary>The tickets of a view, in its order, as far as this reader may see them.</summary>
    public static IQueryable<TicketRow> Query(Db db, World world, View view, Actor me)
    {
        var (id, soon, carry) = (me.PersonId ?? 0, world.Now + DueWithin, $"{OutboxRow.Carry}/");
        var tickets = db.Tickets.Where(t => t.World == world.Id);
        if (!me.IsStaff)
            tickets = tickets.Where(t => t.Requester == id);
#pragma warning disable CA1305, MA0011 // The database writes the number out, and knows no culture.
        return view.Order.Sort(
            view.Name switch
            {
                "open" => tickets.Where(t => t.IsOpen),
                "mine" => tickets.Where(t => t.IsOpen && t.Owner == id),
                "unassigned" => tickets.Where(t => t.IsOpen && t.Owner == null),
                // Coalesced so that somebody without a team gets none, and not every ticket without a team.
                "team" => tickets.Where(t =>
                    t.IsOpen
                    && t.Team!.Value == db.People.Where(p => p.Id == id).Select(p => p.Team ?? 0).FirstOrDefault()
                ),
                "due" => tickets.Where(t => t.IsOpen && t.SortAt < soon),
                "waiting" => tickets.Where(t => t.IsWaitingForCustomer),
                "held" => tickets.Where(t =>
                    t.IsOpen && me.IsStaff && HeldBack(db, world).Contains(carry + t.Id.ToString())
                ),
                "closed" => tickets.Where(t => t.ClosedAt != null),
                "all" => tickets,
                _ => throw new InvalidOperationException($"Nobody says what is in the view '{view.Name}'."),
            }
        );
#pragma warning restore CA1305, MA0011
    }

    // What is owed to a duplicate and waits: few at any time, so no column of every ticket says it.
    static IQueryable<string> HeldBack(Db db, World world)
    {
        var (awaited, notGiven) = (Holding.Awaited.Code, Holding.NotGiven.Code);
        return db
            .Outbox.Where(o => o.World == world.Id && o.DoneAt == null && o.FailedAt == null)
            .Where(o => o.Error == awaited || o.Error == notGiven)
            .Select(o => o.Effect);
    }

    /// <summary>Narrows to the tickets that hold every word of the search, in number, title or tags; each as a prefix.</summary>
    public static IQueryable<TicketRow> Matching(Db db, IQueryable<TicketRow> tickets, string? search)
    {
        if (string.IsNullOrWhiteSpace(search))
            return tickets;
        var words = Fold.Words(search).Take(MostWords).ToList();
        return words.Count == 0 ? tickets.Where(_ => false) : db.Matching(tickets, words);
    }

    const int MostWords = 10;
}
