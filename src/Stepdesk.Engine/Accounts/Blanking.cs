using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Accounts;

/// <summary>Blanks the personal text of streams, and says so in each: the one update that history allows.</summary>
sealed partial class Blanking(Db db, World world, TimeProvider real, Actor me, string why, string legalGround)
{
    readonly HashSet<string> files = [];

    /// <summary>How many events were blanked.</summary>
    public int Events { get; private set; }

    /// <summary>The version the last stream has come to.</summary>
    public int LastVersion { get; private set; }

    /// <summary>The hashes of the files that the blanked events named.</summary>
    public IReadOnlySet<string> Files => files;

    /// <summary>Blanks a ticket and answers what it folds to now.</summary>
    public async Task<Ticket> TicketAsync(int id, CancellationToken stop)
    {
        await StreamAsync(Streams.Ticket(id), stop);
        await db.SaveChangesAsync(stop);
        return Ticket.From((await db.StreamAsync(Streams.Ticket(id), stop)).Select(e => e.Read()));
    }

    /// <summary>Blanks a stream, or those of its events that are meant.</summary>
    /// <param name="which">Only these events; all where none is said.</param>
    public async Task StreamAsync(string stream, CancellationToken stop, Func<HistoryRow, bool>? which = null)
    {
        var history = await db.StreamAsync(stream, stop);
        var (versions, remains) = (new List<int>(), new List<string>());
        foreach (var row in history.Where(e => e.Salt is not null && which?.Invoke(e) is not false))
        {
            var blank = EventNames.Erase(row.Kind, row.Data);
            if (blank == row.Data)
                continue;
            foreach (var file in Sha256().EnumerateMatches(row.Data))
                files.Add(row.Data.Substring(file.Index, file.Length));
            await db.Database.ExecuteSqlAsync(
                $"UPDATE history SET data = {blank}, salt = NULL WHERE stream = {stream} AND version = {row.Version}",
                stop
            );
            versions.Add(row.Version);
            remains.Add(StreamCheck.RemainsOf(blank));
        }
        Events += versions.Count;
        LastVersion = history.Count == 0 ? 0 : history[^1].Version;
        if (versions.Count == 0)
            return;
        var erased = new Erased(versions, why, legalGround) { Remains = remains };
        LastVersion = db.Append(
            stream,
            history[^1].World,
            history[^1],
            new(world.Now, me),
            real.GetUtcNow().ToMicroseconds(),
            erased
        ).Version;
    }

    [GeneratedRegex("[0-9a-f]{64}", RegexOptions.NonBacktracking)]
    private static partial Regex Sha256();
}
