using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Measures;
using Stepdesk.Core.Practice.Reviews;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Practice;

/// <summary>What the runs of everybody come to in figures, beside what the desk promises.</summary>
public sealed class CohortMeasures(IDbContextFactory<Db> databases, Library library, PolicyBook policies)
{
    const int MostRuns = 500;

    /// <summary>Of each trainee's latest run of each scenario that is over; null for who may not see the practice of others.</summary>
    public async Task<MeasuredCohort?> OfAsync(Actor me, CancellationToken stop = default)
    {
        if (!Permissions.MaySeePractice(me))
            return null;
        await using var db = await databases.CreateDbContextAsync(stop);
        var rows = await db
            .Sessions.AsNoTracking()
            .Where(s => s.State == SessionState.Over)
            .OrderByDescending(s => s.Id)
            .Take(MostRuns)
            .ToListAsync(stop);
        var calibration = await db.CalibrationAsync(stop);
        var (runs, withheld, seen) = (new List<RunMeasures>(), 0, new HashSet<(int, string)>());
        foreach (var row in rows.Where(r => !seen.Contains((r.Trainee, r.Scenario))))
        {
            // What cannot be read any more, because the text it was played by is gone, has no figures.
            if (await library.OfHashAsync(db, row.Hash, stop) is not { } scenario)
                continue;
            var history = await db.StreamAsync(Streams.Session(row.Id), stop);
            var events = Held.Events(scenario, history);
            // The record of work done elsewhere does not tell when most of it happened, and nobody could go on with what
            // its author's mistake stopped.
            if (events[0].Data.Has("source") || events[^1].Type is EventTypes.Paused)
                continue;
            seen.Add((row.Trainee, row.Scenario));
            // What is to be judged blind is not told, not even as part of a median.
            if (
                calibration.Find(row.Id) is { } example
                && example.AwaitsBlind(
                    me,
                    ReviewedRun.Of(row.Trainee, scenario, events, history.ConvertAll(e => e.Read()))
                )
            )
                withheld++;
            else
                runs.Add(RunMeasures.Of(scenario, events));
        }
        var version = await policies.LatestAsync(db, WorldRow.Live, stop);
        var promised = (await policies.UpToAsync(db, WorldRow.Live, version, stop))(version);
        return new(ClassMeasures.Of(runs, promised), withheld);
    }
}

/// <summary>The figures of everybody who practises.</summary>
/// <param name="Withheld">How many runs this reader has yet to judge; nothing of them is in the figures.</param>
public sealed record MeasuredCohort(IReadOnlyList<ClassMeasures> Classes, int Withheld);
