using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Queries;
using Stepdesk.Core.Redaction;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Telemetry;

/// <summary>The queries that are kept at the live desk, and the record of what its sources were asked.</summary>
public sealed class QueryShelf(
    IDbContextFactory<Db> databases,
    Worlds worlds,
    TelemetrySources sources,
    TimeProvider real
)
{
    const string Left = "left";

    // That some of it was erased is on the same stream.
    const string Asked = "telemetry_asked";

    // Whoever asks at the same instant comes after, and never so many at once.
    const int MostAtOnce = 20;

    // One's own are sought among so many of the latest of all.
    const int FarthestBack = 1000;

    /// <summary>One time a source was asked.</summary>
    public sealed record Run(int Version, DateTimeOffset At, int? Person, TelemetryAsked Asked)
    {
        public bool IsSimulated { get; init; }

        /// <summary>What it is called among one's own.</summary>
        public string Key => $"{(IsSimulated ? "s" : "r")}{Version}";
    }

    /// <summary>As they are now.</summary>
    public async Task<QueryBook> ReadAsync(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await ReadAsync(db, stop);
    }

    /// <summary>Keeps a query, new or changed, and answers it as it is then; or says why not.</summary>
    /// <inheritdoc cref="QueryBook.Save"/>
    public async Task<(SavedQuery? Saved, Refusal? Refusal)> SaveAsync(
        QuerySaved wanted,
        int? after,
        Actor me,
        CancellationToken stop
    )
    {
        if (!Permissions.MayAskTelemetry(me))
            return (null, Refusals.NotAllowed);
        if (new TelemetryQuestion(wanted.Text).Unfit is { } unfit)
            return (null, unfit);
        var edit = await EditAsync((book, _) => book.Save(wanted, after, me), me, stop);
        if (edit.Refusal is { } refusal)
            return (null, refusal);
        return ((await ReadAsync(stop)).Find(wanted.Query ?? edit.Version), null);
    }

    /// <inheritdoc cref="QueryBook.Drop"/>
    public async Task<Refusal?> DropAsync(int id, Actor me, CancellationToken stop) =>
        Permissions.MayAskTelemetry(me)
            ? (await EditAsync((book, _) => book.Drop(id, me), me, stop)).Refusal
            : Refusals.NotAllowed;

    /// <summary>
    /// Asks a source for somebody. A real one is never asked without a record of it; what a session's platform is asked
    /// is the session's.
    /// </summary>
    public async Task<TelemetryAnswer> AskAsync(
        ITelemetrySource source,
        TelemetryQuestion question,
        Actor me,
        CancellationToken stop
    )
    {
        TelemetryAnswer? answer = null;
        try
        {
            return answer = await source.AskAsync(question, stop);
        }
        finally
        {
            // What has left is on record though nobody waits for the answer.
            if (source.Kind is not TelemetryKind.Simulated || sources.All.Contains(source))
                await KeepAsync(source, question, answer, me);
        }
    }

    /// <summary>What somebody asked last, each query once, newest first: theirs alone, and also of simulated platforms.</summary>
    public async Task<IReadOnlyList<Run>> OwnAsync(Actor me, int most, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var own = new List<Run>();
        foreach (var isSimulated in (bool[])[false, true])
        {
            var stream = StreamOf(isSimulated);
            var rows = await db
                .History.AsNoTracking()
                .Where(e => e.Stream == stream)
                .OrderByDescending(e => e.Version)
                .Take(FarthestBack)
                .Where(e => e.Kind == Asked && e.Actor == me.Id)
                .OrderByDescending(e => e.Version)
                .Take(3 * most)
                .ToListAsync(stop);
            own.AddRange(rows.Select(r => RunOf(r) with { IsSimulated = isSimulated }));
        }
        return
        [
            .. own.Where(r => r.Asked.Text.Length > 0)
                .OrderByDescending(r => r.At)
                .DistinctBy(r => (r.Asked.Source, r.Asked.Text))
                .Take(most),
        ];
    }

    /// <summary>What real sources were asked last, newest first; for who may read them.</summary>
    /// <param name="before">Only those before this one.</param>
    public async Task<IReadOnlyList<Run>> RunsAsync(int? before, int most, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var stream = StreamOf(isSimulated: false);
        var rows = await db
            .History.AsNoTracking()
            .Where(e => e.Stream == stream && e.Kind == Asked && (before == null || e.Version < before))
            .OrderByDescending(e => e.Version)
            .Take(most)
            .ToListAsync(stop);
        return [.. rows.Select(RunOf)];
    }

    string StreamOf(bool isSimulated) =>
        isSimulated ? Streams.QueryTries(worlds.Live.Id) : Streams.QueryRuns(worlds.Live.Id);

    static Run RunOf(HistoryRow row)
    {
        var (version, moment, what) = row.Read();
        return new(version, moment.When, moment.Who.PersonId, (TelemetryAsked)what);
    }

    async Task<QueryBook> ReadAsync(Db db, CancellationToken stop)
    {
        var rows = await db.StreamAsync(Streams.Queries(worlds.Live.Id), stop);
        return QueryBook.Empty.After(rows.Select(r => r.Read()));
    }

    async Task<Edit> EditAsync(Func<QueryBook, int, Decision> decide, Actor me, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.EditAsync(
            Streams.Queries(worlds.Live.Id),
            worlds.Live.Id,
            QueryBook.Changed,
            after: null,
            new(worlds.Live.Now, me),
            real.GetUtcNow().ToMicroseconds(),
            async version => decide(await ReadAsync(db, stop), version),
            stop
        );
    }

    async Task KeepAsync(ITelemetrySource source, TelemetryQuestion question, TelemetryAnswer? answer, Actor me)
    {
        var asked = new TelemetryAsked(
            source.Name,
            Masking.OfQuery(question.Text, source.IsSensitive),
            answer is null ? Left
                : answer.Refusal is { } refusal ? refusal.Code
                : answer.Error is not null ? "wrong"
                : answer.Partial is not null ? "partial"
                : "answered"
        )
        {
            From = question.From,
            To = question.To,
            Rows = answer is { HasRows: true } ? answer.RowCount : null,
        };
        for (var attempt = 0; attempt < MostAtOnce; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
            var edit = await db.EditAsync(
                StreamOf(source.Kind is TelemetryKind.Simulated),
                worlds.Live.Id,
                QueryBook.Changed,
                after: null,
                new(worlds.Live.Now, me),
                real.GetUtcNow().ToMicroseconds(),
                _ => Task.FromResult<Decision>(asked),
                CancellationToken.None
            );
            if (edit.Refusal is null)
                return;
        }
        throw new InvalidOperationException("What a source was asked could not be written down.");
    }
}
