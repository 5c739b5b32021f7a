using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Engine.Data;

/// <summary>Reads the facts about time off the history of a desk that is older than their tables.</summary>
static class CatchUp
{
    const int Batch = 500;

    // Without any of these there is no fact.
    static readonly string[] Kinds =
    [
        EventNames.NameOf(new Delivered(1, "")),
        EventNames.NameOf(new Confirmed(null, OnBehalf: false)),
        EventNames.NameOf(new ClockBroken(ClockName.Reception, 1, default)),
    ];

    /// <summary>Does nothing where there are facts, or nothing they could be of. All or nothing: it is one transaction.</summary>
    public static async Task RunAsync(Db db, CancellationToken stop)
    {
        if (
            await db.Measures.AnyAsync(stop)
            || await db.Breaches.AnyAsync(stop)
            || !await db.History.AnyAsync(e => Kinds.Contains(e.Kind), stop)
        )
            return;
        await using var own = db.Database.CurrentTransaction is null
            ? await db.Database.BeginTransactionAsync(stop)
            : null;
        try
        {
            await AddAsync(db, stop);
            if (own is not null)
                await own.CommitAsync(stop);
        }
        catch (DbUpdateException failure) when (db.IsDuplicate(failure))
        {
            // Another node began at the same time and was first: what it added is the same.
        }
    }

    static async Task AddAsync(Db db, CancellationToken stop)
    {
        var (book, stream) = (new PolicyBook(), new List<HistoryRow>());
        await foreach (var row in VerifyHistory.AllAsync(db, stop))
        {
            if (stream.Count > 0 && stream[0].Stream != row.Stream)
                await EndAsync();
            stream.Add(row);
        }
        await EndAsync();
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();

        async Task EndAsync()
        {
            if (stream.Count > 0 && Streams.TicketIdOf(stream[0].Stream) is { } id)
            {
                var world = stream[0].World;
                var facts = TimeFacts.Of(stream.Select(e => e.Read()), await book.AllAsync(db, world, stop));
                db.Measures.AddRange(facts.Measures.Select(m => MeasureRow.Of(id, world, m)));
                db.Breaches.AddRange(facts.Breaches.Select(b => BreachRow.Of(id, world, b)));
            }
            stream.Clear();
            if (db.ChangeTracker.Entries().Count() < Batch)
                return;
            await db.SaveChangesAsync(stop);
            db.ChangeTracker.Clear();
        }
    }
}
