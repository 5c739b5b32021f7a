using Microsoft.EntityFrameworkCore;

namespace Stepdesk.Engine.Data;

/// <summary>
/// Reads all history and names the first version that is not as it was written: altered, removed, reordered, cut off,
/// blank without an erasure, or not what the ticket's row says. After the history come the files and mails it names,
/// each of which is kept under the hash of its bytes.
/// </summary>
public sealed class VerifyHistory(IDbContextFactory<Db> databases, Checkpoints checkpoints)
{
    const int Page = 2000;

    /// <summary>Looks at one moment of a desk, running or not, against the latest checkpoint.</summary>
    public async Task<Verdict> RunAsync(CancellationToken stop)
    {
        // The checkpoints first: one written while we read would know more than the moment we see.
        var (heads, bad) = checkpoints.Read();
        await using var db = await databases.CreateDbContextAsync(stop);
        await db.DemandWholeAsync(isThorough: true, stop);
        await using var moment = await db.SnapshotAsync(stop);
        var verdict = await RunAsync(db, heads, stop);
        return bad is null ? verdict : verdict with { FirstBad = verdict.FirstBad ?? bad };
    }

    /// <summary>Looks at what <paramref name="db"/> sees, in the caller's transaction.</summary>
    internal static async Task<Verdict> RunAsync(Db db, IReadOnlyDictionary<string, Head> heads, CancellationToken stop)
    {
        var (streams, events) = (0L, 0L);
        var rows = new RowsCheck(db);
        var first = new First();
        var unseen = heads.Keys.ToHashSet(StringComparer.Ordinal);
        StreamCheck? current = null;

        await foreach (var row in AllAsync(db, stop))
        {
            events++;
            if (current?.Stream != row.Stream)
            {
                await EndAsync(current);
                current = new(row.Stream, heads.GetValueOrDefault(row.Stream));
                unseen.Remove(row.Stream);
                streams++;
            }
            current.Read(row);
        }
        await EndAsync(current);
        first.Found(await rows.CheckAsync(stop));
        first.Found(await rows.WithoutHistoryAsync(stop));
        first.Found(await rows.WithoutTraceAsync(stop));
        foreach (var stream in unseen)
            first.Found(new(stream, 1, "removed: the latest checkpoint knows this stream"));
        if (first.Bad is null)
            first.Found(await KeptCheck.FilesAsync(db, stop) ?? await KeptCheck.MailsAsync(db, stop));
        return new(streams, events, first.Bad);

        async Task EndAsync(StreamCheck? check)
        {
            if (check is null)
                return;
            first.Found(check.End());
            // What cannot be read may be what the rows behind it are made by; the first bad is named already.
            if (check.Bad is null && first.Bad is null or { IsRow: true })
                first.Found(await rows.AddAsync(check, stop));
        }
    }

    /// <summary>All history by stream and version, in pages, so that its size does not matter.</summary>
    internal static async IAsyncEnumerable<HistoryRow> AllAsync(
        Db db,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop
    )
    {
        var (stream, version) = ("", 0);
        for (; ; )
        {
            var page = await db
                .History.FromSql(
                    $"SELECT * FROM history WHERE (stream, version) > ({stream}, {version}) ORDER BY stream, version LIMIT {Page}"
                )
                .AsNoTracking()
                .ToListAsync(stop);
            foreach (var row in page)
                yield return row;
            if (page.Count < Page)
                yield break;
            (stream, version) = (page[^1].Stream, page[^1].Version);
        }
    }

    sealed class First
    {
        public BadVersion? Bad { get; private set; }

        public void Found(BadVersion? bad)
        {
            // A row can be made again; what is wrong with the history itself goes before it.
            if (bad is null || (Bad is { IsRow: false } && bad.IsRow))
                return;
            if (Bad is null || (Bad.IsRow && !bad.IsRow) || string.CompareOrdinal(bad.Stream, Bad.Stream) < 0)
                Bad = bad;
        }
    }
}

/// <summary>What reading all history came to.</summary>
/// <param name="FirstBad">Null when every event is as it was written.</param>
public sealed record Verdict(long Streams, long Events, BadVersion? FirstBad);

/// <summary>The first version of a stream that is not as it was written.</summary>
public sealed record BadVersion(string Stream, int Version, string Why)
{
    /// <summary>The history itself is whole; only a row made from it says something else, and it can be made again.</summary>
    public bool IsRow { get; init; }
}
