using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Calibration;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Practice;

/// <summary>
/// Whether mentors judge alike: the runs they judge blind, what they made of them, and how far they agree with each other
/// and with the rules, line by line.
/// </summary>
public sealed class Calibrations(IDbContextFactory<Db> databases, Reviews reviews, TimeProvider real)
{
    public static readonly Refusal Changed = new("calibration-has-changed");

    /// <summary>Adds to the set, or says why not.</summary>
    public async Task<Refusal?> ActAsync(
        int session,
        CalibrationAction action,
        Actor me,
        CancellationToken stop = default
    )
    {
        var (found, refusal) = await reviews.ReadAsync(session, me, stop);
        if (found is null)
            return refusal;
        await using var db = await databases.CreateDbContextAsync(stop);
        var at = real.GetUtcNow().ToMicroseconds();
        var edit = await db.EditAsync(
            Streams.Calibration(WorldRow.Live),
            WorldRow.Live,
            Changed,
            after: null,
            new(at, me),
            at,
            async _ => action.Decide(await db.CalibrationAsync(stop), session, found.Run, new(at, me)),
            stop
        );
        return edit.Refusal;
    }

    /// <summary>Whether a run is an example; for who may know.</summary>
    public async Task<bool> IsExampleAsync(int session, Actor me, CancellationToken stop = default)
    {
        if (!Permissions.MayReviewPractice(me))
            return false;
        await using var db = await databases.CreateDbContextAsync(stop);
        return (await db.CalibrationAsync(stop)).Find(session) is not null;
    }

    /// <summary>The run for somebody to judge it blind; null when there is none for them.</summary>
    public async Task<ReviewedSession?> ToJudgeAsync(int session, Actor me, CancellationToken stop = default)
    {
        if ((await reviews.ReadAsync(session, me, stop)).Found is not { } found)
            return null;
        await using var db = await databases.CreateDbContextAsync(stop);
        return (await db.CalibrationAsync(stop)).Find(session)?.AwaitsBlind(me, found.Run) is true ? found : null;
    }

    /// <summary>The examples with where each stands; those this reader has to judge first.</summary>
    public async Task<IReadOnlyList<ExampleLine>> ListAsync(Actor me, CancellationToken stop = default)
    {
        if (!Permissions.MayReviewPractice(me))
            return [];
        var lines = new List<ExampleLine>();
        foreach (var (example, found) in await ReadAsync(_ => true, me, stop))
            lines.Add(new(example, found.Of.Scenario, example.AwaitsBlind(me, found.Run), example.By(me) is not null));
        return [.. lines.OrderByDescending(l => l.IsToJudge).ThenBy(l => l.Example.MarkedAt)];
    }

    /// <summary>How far the lines of a scenario are judged alike; null when there is nothing to be read of it.</summary>
    public async Task<CalibrationReport?> ReportAsync(string scenario, Actor me, CancellationToken stop = default)
    {
        if (!Permissions.MayReviewPractice(me))
            return null;
        var read = await ReadAsync(e => e.Scenario == scenario, me, stop);
        if (read.Count == 0)
            return null;
        // What others made of a run is nothing for who has yet to judge it, not even as part of a share.
        var told = read.Where(r => !r.Example.AwaitsBlind(me, r.Found.Run)).ToList();
        List<JudgedLine> judged =
        [
            .. from run in told
            from line in JudgeExample.LinesOf(run.Found.Run)
            select new JudgedLine(
                run.Example.Session,
                line,
                run.Found.Run.Report.Of(line.Id).Outcome,
                [
                    .. from judgement in run.Example.Judgements
                    let said = judgement.Of(line.Id)
                    let value = (int?)said?.Outcome ?? said?.Level
                    where value is not null
                    select new MentorSaid(judgement.By, value.Value),
                ]
            ),
        ];
        return new(
            read[^1].Found.Of.Scenario,
            read.Count,
            [.. read.SelectMany(r => r.Example.Judgements).Select(j => j.By).Distinct(StringComparer.Ordinal)],
            LineAgreement.Of(judged),
            LineAgreement.Together(judged),
            read.Count - told.Count,
            await NamesAsync(read.SelectMany(r => r.Example.Judgements).Select(j => j.By), stop)
        );
    }

    async Task<List<(Example Example, ReviewedSession Found)>> ReadAsync(
        Func<Example, bool> which,
        Actor me,
        CancellationToken stop
    )
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var read = new List<(Example, ReviewedSession)>();
        foreach (var example in (await db.CalibrationAsync(stop)).Examples.Where(which))
            if ((await reviews.ReadAsync(example.Session, me, stop)).Found is { } found)
                read.Add((example, found));
        return read;
    }

    async Task<Dictionary<string, string>> NamesAsync(IEnumerable<string> actors, CancellationToken stop)
    {
        var people = actors.Select(a => new Actor(a, Role.System).PersonId).OfType<int>().ToHashSet();
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db
            .People.AsNoTracking()
            .Where(p => people.Contains(p.Id))
            .OrderBy(p => p.Id)
            .ToDictionaryAsync(p => p.AsActor.Id, p => p.Name, StringComparer.Ordinal, stop);
    }
}

/// <summary>An example with where it stands for a reader.</summary>
/// <param name="IsToJudge">Whether this reader has yet to judge it.</param>
/// <param name="IsJudged">Whether this reader has judged it.</param>
public sealed record ExampleLine(Example Example, Scenario Scenario, bool IsToJudge, bool IsJudged);

/// <summary>How far the lines of one scenario are judged alike.</summary>
/// <param name="Examples">How many runs there are to judge.</param>
/// <param name="Mentors">Who has judged any.</param>
/// <param name="Withheld">How many of the runs this reader has yet to judge; nothing of them is in the figures.</param>
/// <param name="Names">The names of the mentors.</param>
public sealed record CalibrationReport(
    Scenario Scenario,
    int Examples,
    IReadOnlyList<string> Mentors,
    IReadOnlyList<LineAgreement> Lines,
    (AgreementFigure Mentors, AgreementFigure WithRules) Together,
    int Withheld,
    IReadOnlyDictionary<string, string> Names
);
