using Stepdesk.Core.People;
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
    public static readonly View Closed = new("closed", Order.ByLastClosed);
    public static readonly View Everything = new("all", Order.ByNewest);

    public static readonly IReadOnlyList<View> All = [Open, Mine, Unassigned, Team, Due, Waiting, Closed, Everything];

    public static View? Find(string name) => All.FirstOrDefault(v => v.Name == name);

    /// <summary>The tickets of a view, in its order, as far as this reader may see them.</summary>
    public static IQueryable<TicketRow> Query(Db db, World world, View view, Actor me)
    {
        var (id, soon) = (me.PersonId ?? 0, world.Now + DueWithin);
        var tickets = db.Tickets.Where(t => t.World == world.Id);
        if (!me.IsStaff)
            tickets = tickets.Where(t => t.Requester == id);
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
                "closed" => tickets.Where(t => t.ClosedAt != null),
                "all" => tickets,
                _ => throw new InvalidOperationException($"Nobody says what is in the view '{view.Name}'."),
            }
        );
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
