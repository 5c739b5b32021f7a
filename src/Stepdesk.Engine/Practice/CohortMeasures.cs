using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Calibration;
using Stepdesk.Core.Practice.Measures;
using Stepdesk.Core.Practice.Reviews;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Practice;

/// <summary>What the runs of everybody come to in figures, beside what the desk promises.</summary>
public sealed class CohortMeasures(IDbContextFactory<Db> databases, Library library, PolicyBook policies)
{
    const int MostRuns = 500;

    // Of runs that are over nothing changes any more but what is said about them, so each is read once.
    readonly ConcurrentDictionary<int, Figures> kept = new();

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
            if (await FiguresAsync(db, row, stop) is not { } run)
                continue;
            seen.Add((row.Trainee, row.Scenario));
            // What is to be judged blind is not told, not even as part of a median.
            if (calibration.Find(row.Id) is { } example && await AwaitsBlindAsync(db, row, example, me, stop))
                withheld++;
            else
                runs.Add(run);
        }
        if (rows is [.., var oldest])
            foreach (var id in kept.Keys.Where(known => known < oldest.Id))
                kept.TryRemove(id, out _);
        var version = await policies.LatestAsync(db, WorldRow.Live, stop);
        var promised = (await policies.UpToAsync(db, WorldRow.Live, version, stop))(version);
        return new(ClassMeasures.Of(runs, promised), withheld);
    }

    // Null for what does not count.
    async Task<RunMeasures?> FiguresAsync(Db db, SessionRow row, CancellationToken stop)
    {
        if (kept.TryGetValue(row.Id, out var known) && known.Seq == row.Seq)
            return known.Run;
        // What cannot be read any more, because the text it was played by is gone, has no figures.
        if (await library.OfHashAsync(db, row.Hash, stop) is not { } scenario)
            return null;
        var events = Held.Events(scenario, await db.StreamAsync(Streams.Session(row.Id), stop));
        // The record of work done elsewhere does not tell when most of it happened, and nobody could go on with what
        // its author's mistake stopped.
        var counts = !events[0].Data.Has("source") && events[^1].Type is not EventTypes.Paused;
        var read = new Figures(row.Seq, counts ? RunMeasures.Of(scenario, events) : null);
        kept[row.Id] = read;
        return read.Run;
    }

    // Who has said something about it may change at any time, and is asked anew for each reader.
    async Task<bool> AwaitsBlindAsync(Db db, SessionRow row, Example example, Actor me, CancellationToken stop)
    {
        if (await library.OfHashAsync(db, row.Hash, stop) is not { } scenario)
            return true;
        var history = await db.StreamAsync(Streams.Session(row.Id), stop);
        return example.AwaitsBlind(
            me,
            ReviewedRun.Of(row.Trainee, scenario, Held.Events(scenario, history), history.ConvertAll(e => e.Read()))
        );
    }

    // As of so many events.
    sealed record Figures(int Seq, RunMeasures? Run);
}

/// <summary>The figures of everybody who practises.</summary>
/// <param name="Withheld">How many runs this reader has yet to judge; nothing of them is in the figures.</param>
public sealed record MeasuredCohort(IReadOnlyList<ClassMeasures> Classes, int Withheld);
