using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Practice;

/// <summary>Holds what somebody wrote in a run against what was written in others.</summary>
public sealed class Comparing(IDbContextFactory<Db> databases, Library library)
{
    // Whoever copies, copies from what is fresh.
    const int MostCompared = 60;

    /// <summary>What somebody handed in for their other runs, the latest first.</summary>
    /// <param name="session">The run it is compared with.</param>
    public async Task<IReadOnlyList<HandedIn>> OwnAsync(int trainee, int session, CancellationToken stop = default)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await HandedInAsync(db, session, s => s.Trainee == trainee, stop);
    }

    /// <summary>What of a run is nearly what was handed in for another, or what the author wrote.</summary>
    public async Task<IReadOnlyList<Likeness>> OfAsync(PracticeSession run, CancellationToken stop = default)
    {
        var (scenario, trainee) = (run.Scenario.Id, run.Row.Trainee);
        await using var db = await databases.CreateDbContextAsync(stop);
        var model = await ModelRun.OfAsync(run.Session, library, db, stop);
        return Likenesses.Of(
            run.Session.Events,
            model?.Events ?? [],
            await HandedInAsync(db, run.Row.Id, s => s.Scenario == scenario || s.Trainee == trainee, stop)
        );
    }

    static async Task<IReadOnlyList<HandedIn>> HandedInAsync(
        Db db,
        int session,
        Expression<Func<SessionRow, bool>> among,
        CancellationToken stop
    )
    {
        var streams = (
            await db
                .Sessions.Where(s => s.Id != session)
                .Where(among)
                .OrderByDescending(s => s.Id)
                .Select(s => s.Id)
                .Take(MostCompared)
                .ToListAsync(stop)
        ).ToDictionary(Streams.Session, id => id, StringComparer.Ordinal);
        var names = streams.Keys.ToList();
        var submitted = await db
            .History.AsNoTracking()
            .Where(e => names.Contains(e.Stream) && e.Data.Contains(EventTypes.Submitted))
            .OrderBy(e => e.Stream)
            .ThenBy(e => e.Version)
            .ToListAsync(stop);
        return
        [
            .. from row in submitted
            let handed = row.Read().What as Practised
            where handed is { Type: EventTypes.Submitted }
            let said = handed.Read(row.At).Data
            where said.One("text") is not null
            orderby streams[row.Stream] descending
            select new HandedIn(streams[row.Stream], said.One("kind") ?? "", said.One("text")!),
        ];
    }
}
