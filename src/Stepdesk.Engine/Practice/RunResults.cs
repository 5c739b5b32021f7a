using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Reviews;
using Stepdesk.Core.Practice.Statements;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Practice;

/// <summary>The results of runs that are over, for another system. Nothing is sent: whoever wants them takes them.</summary>
public sealed class RunResults(IDbContextFactory<Db> databases, Library library)
{
    const int Batch = 50;

    /// <summary>Those of everybody, the oldest first; none for who may not take them.</summary>
    public async IAsyncEnumerable<RunResult> OfAllAsync(
        Actor me,
        [EnumeratorCancellation] CancellationToken stop = default
    )
    {
        if (!Permissions.MayTakeResults(me))
            yield break;
        for (var after = 0; ; )
        {
            await using var db = await databases.CreateDbContextAsync(stop);
            var rows = await db
                .Sessions.AsNoTracking()
                .Where(s => s.Id > after && s.State == SessionState.Over)
                .OrderBy(s => s.Id)
                .Take(Batch)
                .ToListAsync(stop);
            foreach (var row in rows)
                if (await ReadAsync(db, row, stop) is { } result)
                    yield return result;
            if (rows.Count < Batch)
                yield break;
            after = rows[^1].Id;
        }
    }

    /// <summary>That of a run somebody may read.</summary>
    public async Task<RunResult?> OfAsync(ReviewedSession read, CancellationToken stop = default)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await ReadAsync(db, read.Of.Row, stop);
    }

    // What cannot be read any more, because the text it was played by is gone, has no result.
    async Task<RunResult?> ReadAsync(Db db, SessionRow row, CancellationToken stop)
    {
        var history = await db.StreamAsync(Streams.Session(row.Id), stop);
        if (await Held.ResumeAsync(db, library, row, history, stop) is not { } session)
            return null;
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == row.Trainee, stop);
        return new(
            row.Id,
            person.Name,
            person.Email,
            row.StartedAt,
            row.EndedAt ?? row.StartedAt,
            ReviewedRun.Of(row.Trainee, session.Scenario, session.Events, history.ConvertAll(e => e.Read()))
        );
    }
}
