using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Reviews;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Practice;

/// <summary>How far people have come in practice, read from what mentors confirmed; and the word that somebody is ready.</summary>
public sealed class Progresses(IDbContextFactory<Db> databases, Library library, TimeProvider real)
{
    public static readonly Refusal NoTrainee = new("readiness-no-trainee");

    const int MostRuns = 500;
    const int MostPeople = 300;

    /// <summary>Somebody's own progress, or anybody's for who may see the practice of others; null when it is not for this reader.</summary>
    public async Task<TraineeProgress?> OfAsync(int trainee, Actor me, CancellationToken stop = default)
    {
        if (trainee != me.PersonId && !Permissions.MaySeePractice(me))
            return null;
        await using var db = await databases.CreateDbContextAsync(stop);
        return await ReadAsync(db, trainee, stop);
    }

    /// <summary>Says that somebody is ready for a stage, or says what speaks against it.</summary>
    public async Task<Refusal?> ConfirmAsync(
        int trainee,
        ConfirmReadiness wanted,
        Actor me,
        CancellationToken stop = default
    )
    {
        if (!Permissions.MaySeePractice(me))
            return ReviewAction.NotAllowed;
        await using var db = await databases.CreateDbContextAsync(stop);
        await using var work = await db.BeginAsync(stop);
        // Counting up first holds the person's row, so nobody else adds to the stream meanwhile.
        await db
            .People.Where(p => p.Id == trainee && p.World == WorldRow.Live)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.Version, x => x.Version + 1), stop);
        if (await ReadAsync(db, trainee, stop) is not { } now)
            return NoTrainee;
        var at = real.GetUtcNow().ToMicroseconds();
        var decision = wanted.Decide(now.Progress, new(at, me));
        if (decision.Refusal is { } refusal)
            return refusal;
        foreach (var what in decision.Events)
        {
            var last = (await db.StreamAsync(Streams.Person(trainee), stop))[^1];
            db.Append(Streams.Person(trainee), WorldRow.Live, last, new(at, me), at, what);
        }
        if (decision.Events.Count == 0)
            return null;
        await db.SaveChangesAsync(stop);
        await work.CommitAsync(stop);
        return null;
    }

    /// <summary>Everybody who has practised, by name, with what it came to.</summary>
    public async Task<IReadOnlyList<CohortLine>> CohortAsync(Actor me, CancellationToken stop = default)
    {
        if (!Permissions.MaySeePractice(me))
            return [];
        await using var db = await databases.CreateDbContextAsync(stop);
        var sums = await db
            .Sessions.GroupBy(s => s.Trainee)
            .Select(g => new
            {
                Trainee = g.Key,
                Runs = g.Count(),
                Over = g.Count(s => s.State == SessionState.Over),
                Waiting = g.Count(s => s.WaitingSince != null),
                Confirmed = g.Count(s => s.Percent != null),
                Passed = g.Count(s => s.Passed),
                Mean = g.Average(s => (double?)s.Percent),
                LastAt = g.Max(s => s.StartedAt),
            })
            .OrderByDescending(g => g.LastAt)
            .Take(MostPeople)
            .ToListAsync(stop);
        var ids = sums.ConvertAll(s => s.Trainee);
        var names = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        var passed = await db
            .Sessions.Where(s => s.Passed && ids.Contains(s.Trainee))
            .Select(s => new { s.Trainee, s.Scenario })
            .Distinct()
            .ToListAsync(stop);
        var stages = await StagesAsync(db, ids, stop);
        return
        [
            .. from sum in sums
            let name = names[sum.Trainee].Name
            orderby name, sum.Trainee
            select new CohortLine(
                sum.Trainee,
                name,
                sum.Runs,
                sum.Over,
                sum.Waiting,
                sum.Confirmed,
                sum.Passed,
                sum.Mean is { } mean ? (int)Math.Floor(mean) : null,
                passed.Where(p => p.Trainee == sum.Trainee).Select(p => p.Scenario).ToHashSet(StringComparer.Ordinal),
                stages.Where(s => s.Person == sum.Trainee).Max(s => (PracticeStage?)s.Reached.Stage)
            ),
        ];
    }

    async Task<TraineeProgress?> ReadAsync(Db db, int trainee, CancellationToken stop)
    {
        if (
            await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == trainee && p.World == WorldRow.Live, stop)
            is not { } person
        )
            return null;
        var rows = await db
            .Sessions.AsNoTracking()
            .Where(s => s.Trainee == trainee && s.Percent != null)
            .OrderByDescending(s => s.Id)
            .Take(MostRuns)
            .ToListAsync(stop);
        var streams = rows.ConvertAll(s => Streams.Session(s.Id));
        var confirmations = (
            await db
                .History.AsNoTracking()
                .Where(e => streams.Contains(e.Stream) && e.Kind == Confirmed)
                .OrderBy(e => e.Stream)
                .ThenBy(e => e.Version)
                .ToListAsync(stop)
        ).ToLookup(e => e.Stream);
        var reached = (await StagesAsync(db, [trainee], stop)).ConvertAll(s => s.Reached);
        var progress = new Progress(
            trainee,
            [.. library.All],
            [
                .. from row in rows
                let last = confirmations[Streams.Session(row.Id)].LastOrDefault()
                where last is not null
                // What was confirmed counts by its scenario, whatever its text has become since.
                select new ConfirmedRun(
                    row.Id,
                    row.Scenario,
                    row.Mode is PracticeMode.Assessed,
                    Review.From([last.Read()]).Confirmed!
                ),
            ],
            reached
        );
        var by = progress
            .Reached.Select(r => r.Word)
            .Concat(progress.Runs.Select(r => r.Result.Word))
            .Select(w => new Actor(w.By, Role.System).PersonId)
            .OfType<int>()
            .ToHashSet();
        return new(
            person.Name,
            progress,
            await db
                .People.AsNoTracking()
                .Where(p => by.Contains(p.Id))
                .OrderBy(p => p.Id)
                .ToDictionaryAsync(p => p.Id, p => p.Name, stop)
        );
    }

    static readonly string Confirmed = EventNames.NameOf(new RunConfirmed(0, Passed: false, []));
    static readonly string Ready = EventNames.NameOf(new ReadinessConfirmed(PracticeStage.Beside));

    static async Task<List<(int Person, StageReached Reached)>> StagesAsync(
        Db db,
        IReadOnlyList<int> people,
        CancellationToken stop
    )
    {
        var streams = people.ToDictionary(Streams.Person, p => p, StringComparer.Ordinal);
        var names = streams.Keys.ToList();
        return
        [
            .. from row in await db
                .History.AsNoTracking()
                .Where(e => names.Contains(e.Stream) && e.Kind == Ready)
                .OrderBy(e => e.Stream)
                .ThenBy(e => e.Version)
                .ToListAsync(stop)
            let said = row.Read()
            let ready = (ReadinessConfirmed)said.What
            select (streams[row.Stream], new StageReached(ready.Stage, new(row.Actor, row.At, ready.Sentence))),
        ];
    }
}

/// <summary>Somebody's progress, with the names of those who confirmed it.</summary>
public sealed record TraineeProgress(string Name, Progress Progress, IReadOnlyDictionary<int, string> Names)
{
    public string NameOf(Word word) =>
        new Actor(word.By, Role.System).PersonId is { } person ? Names.GetValueOrDefault(person, word.By) : word.By;
}

/// <summary>One person of those who practise.</summary>
/// <param name="Mean">The mean of the confirmed results, in per cent.</param>
/// <param name="ScenariosPassed">Which scenarios were confirmed as passed.</param>
public sealed record CohortLine(
    int Trainee,
    string Name,
    int Runs,
    int Over,
    int Waiting,
    int Confirmed,
    int Passed,
    int? Mean,
    IReadOnlySet<string> ScenariosPassed,
    PracticeStage? Stage
);
