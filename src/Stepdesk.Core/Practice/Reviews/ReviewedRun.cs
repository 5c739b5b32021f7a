using Stepdesk.Core.History;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;

namespace Stepdesk.Core.Practice.Reviews;

/// <summary>A run that is over: what the rules found in it, and what people said about that since.</summary>
/// <param name="Trainee">Who practised, as a person of the live desk.</param>
public sealed record ReviewedRun(
    int Trainee,
    Scenario Scenario,
    IReadOnlyList<SessionEvent> Events,
    Report Report,
    Review Review
)
{
    public static ReviewedRun Of(
        int trainee,
        Scenario scenario,
        IReadOnlyList<SessionEvent> events,
        IEnumerable<Recorded> history
    ) => new(trainee, scenario, events, Judge.Of(scenario, events), Review.From(history));

    public IReadOnlyList<ReviewedLine> Lines =>
        field ??= [
            .. Report.Verdicts.Select(v => new ReviewedLine(
                Scenario.Rubric.First(l => l.Id == v.Line),
                v,
                Review.Of(v.Line)
            )),
        ];

    public ReviewedLine? Find(string line) => Lines.FirstOrDefault(l => l.Line.Id == line);

    IEnumerable<ReviewedLine> Counted =>
        Lines.Where(l => l.Outcome is not (Outcome.NotApplicable or Outcome.NeedsMentor));

    public double Points => Counted.Sum(l => l.Points);
    public double OutOf => Counted.Sum(l => l.Line.Weight);

    /// <summary>What the run comes to with everything decided so far, in whole per cent; nothing is rounded up.</summary>
    public int Percent => PercentOf(Counted);

    /// <summary>Whether it would pass if somebody confirmed it as it stands.</summary>
    public bool Passes =>
        OutOf > 0
        && Points / OutOf >= Scenario.Passing.Share
        && (!Scenario.Passing.EveryCritical || Counted.All(l => !l.Line.Critical || l.Outcome is Outcome.Met));

    public IReadOnlyList<CompetenceShare> Competences =>
        [
            .. Counted
                .GroupBy(l => l.Line.Competence, StringComparer.Ordinal)
                .Select(area => new CompetenceShare(area.Key, PercentOf(area))),
        ];

    /// <summary>Lines nobody but a mentor can decide, and nobody has.</summary>
    public IEnumerable<ReviewedLine> ForMentor => Lines.Where(l => l.Outcome is Outcome.NeedsMentor);

    public IEnumerable<ReviewedLine> CriticalFailed =>
        Lines.Where(l => l.Line.Critical && l.Outcome is Outcome.NotMet or Outcome.Violated);

    /// <summary>Lines the trainee has to write something for.</summary>
    public IEnumerable<ReviewedLine> ToRevise => Lines.Where(l => l.Review.Open is not null);

    public IEnumerable<ReviewedLine> Contested => Lines.Where(l => l.Review.Contest is { Answer: null });

    /// <summary>Where it stands between trainee and mentor.</summary>
    public ReviewState State =>
        ToRevise.Any() ? ReviewState.Revising
        : Review.Confirmed is not null ? ReviewState.Confirmed
        : ReviewState.Waiting;

    static int PercentOf(IEnumerable<ReviewedLine> lines)
    {
        var all = lines.ToList();
        return Report.PercentOf(all.Sum(l => l.Points), all.Sum(l => l.Line.Weight));
    }
}

/// <summary>Whose turn it is.</summary>
public enum ReviewState
{
    /// <summary>A mentor's.</summary>
    Waiting,

    /// <summary>The trainee's, who was asked to write something again.</summary>
    Revising,

    /// <summary>Nobody's: somebody confirmed what it came to.</summary>
    Confirmed,
}

/// <summary>A line of the rubric with what the rules found and what people made of it. Both are there to be seen.</summary>
public sealed record ReviewedLine(RubricLine Line, Verdict Verdict, LineReview Review)
{
    /// <summary>How many levels a mentor chooses from. Where a rule was not sure, it is met or it is not.</summary>
    public int Levels => Line.Check is AskMentor ask ? ask.Levels : 2;

    /// <summary>Whether a mentor decides it, and no rule.</summary>
    public bool IsForMentor => Verdict.Outcome is Outcome.NeedsMentor;

    /// <summary>How it came out with everything said so far.</summary>
    public Outcome Outcome =>
        Review.Ruled is { } ruled ? ruled.Outcome
        : Review.Grade is not { } grade ? Verdict.Outcome
        : IsGood(grade.Level) ? Outcome.Met
        : Outcome.NotMet;

    public double Points =>
        Review.Ruled is { } ruled ? (ruled.Outcome is Outcome.Met ? Line.Weight : 0)
        : Review.Grade is { } grade ? Line.Weight * grade.Level / (grade.Levels - 1)
        : Verdict.Points;

    /// <summary>The upper half of the levels: good, and exemplary.</summary>
    public bool IsGood(int level) => level * 2 >= Levels;
}
