using System.Collections.Immutable;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Judging;

namespace Stepdesk.Core.Practice.Calibration;

/// <summary>
/// The runs by which mentors find out whether they mean the same by the lines of a rubric, and what each of them made of
/// these runs without knowing what anybody else did. The fold of its own stream.
/// </summary>
public sealed record CalibrationSet
{
    public static readonly CalibrationSet Empty = new();

    /// <summary>More than this of one scenario nobody judges line by line.</summary>
    public const int Most = 20;

    ImmutableSortedDictionary<int, Example> Runs { get; init; } = ImmutableSortedDictionary<int, Example>.Empty;

    public int Version { get; init; }

    /// <summary>Those that are in it now, by the number of their run.</summary>
    public IEnumerable<Example> Examples => Runs.Values.Where(e => !e.IsWithdrawn);

    public IEnumerable<Example> Of(string scenario) => Examples.Where(e => e.Scenario == scenario);

    /// <summary>The run as an example; null when it is none, or none any more.</summary>
    public Example? Find(int session) => Runs.GetValueOrDefault(session) is { IsWithdrawn: false } run ? run : null;

    public CalibrationSet After(IEnumerable<Recorded> history) =>
        history.Aggregate(
            this,
            (set, e) => e.What is CalibrationEvent what ? what.Apply(set, e) with { Version = e.Version } : set
        );

    internal CalibrationSet With(int session, Func<Example?, Example> change) =>
        this with
        {
            Runs = Runs.SetItem(session, change(Runs.GetValueOrDefault(session))),
        };
}

/// <summary>A run that mentors judge blind.</summary>
/// <param name="MarkedBy">Who chose it; they have seen how it came out.</param>
public sealed record Example(int Session, string Scenario, string MarkedBy, DateTimeOffset MarkedAt)
{
    public bool IsWithdrawn { get; init; }
    public ImmutableList<Judgement> Judgements { get; init; } = [];

    /// <summary>Who does not judge it and reads on.</summary>
    public ImmutableHashSet<string> Left { get; init; } = [];

    /// <summary>What somebody made of it; null while they have not judged it.</summary>
    public Judgement? By(Actor who) => Judgements.Find(j => j.By == who.Id);

    /// <summary>Whether this reader has yet to say what they make of it, and until then is told nothing about it.</summary>
    /// <param name="run">The run, with all who said something about it.</param>
    public bool AwaitsBlind(Actor who, Reviews.ReviewedRun run) =>
        Permissions.MayReviewPractice(who) && WhyNotBlind(who, run) is null;

    /// <summary>Why what somebody says about it now would not be said blind, or not by a mentor of it.</summary>
    internal Refusal? WhyNotBlind(Actor who, Reviews.ReviewedRun run) =>
        who.PersonId == run.Trainee ? Reviews.ReviewAction.OwnRun
        : By(who) is not null ? CalibrationAction.JudgedAlready
        : MarkedBy == who.Id || Left.Contains(who.Id) || run.Review.Speakers.Contains(who.Id)
            ? CalibrationAction.NotBlind
        : null;
}

/// <summary>What one mentor made of a run, line by line.</summary>
public sealed record Judgement(string By, DateTimeOffset At, IReadOnlyList<LineJudgement> Lines)
{
    public LineJudgement? Of(string line) => Lines.FirstOrDefault(l => l.Line == line);
}

/// <summary>What a mentor made of one line. Neither an outcome nor a level says that they could not tell.</summary>
/// <param name="Outcome">Of a line that rules decide: met, not met, or did not come up.</param>
/// <param name="Level">Of a line that only mentors decide.</param>
public sealed record LineJudgement(string Line, Outcome? Outcome, int? Level);

/// <summary>Something that happened to the set, in its own stream of history.</summary>
public abstract record CalibrationEvent(int Session) : Event
{
    public abstract CalibrationSet Apply(CalibrationSet set, Recorded recorded);
}

/// <summary>A run became an example, or became it again.</summary>
public sealed record ExampleMarked(int Session, string Scenario) : CalibrationEvent(Session)
{
    public override CalibrationSet Apply(CalibrationSet set, Recorded recorded) =>
        set.With(
            Session,
            before =>
                before is null
                    ? new(Session, Scenario, recorded.Moment.Who.Id, recorded.Moment.When)
                    : before with
                    {
                        IsWithdrawn = false,
                    }
        );
}

/// <summary>A run is no example any more. What was made of it stays written.</summary>
public sealed record ExampleWithdrawn(int Session) : CalibrationEvent(Session)
{
    public override CalibrationSet Apply(CalibrationSet set, Recorded recorded) =>
        set.With(Session, before => before! with { IsWithdrawn = true });
}

/// <summary>A mentor judged an example, without knowing what others made of it.</summary>
public sealed record ExampleJudged(int Session, IReadOnlyList<LineJudgement> Lines) : CalibrationEvent(Session)
{
    public override CalibrationSet Apply(CalibrationSet set, Recorded recorded) =>
        set.With(
            Session,
            before =>
                before! with
                {
                    Judgements = before.Judgements.Add(new(recorded.Moment.Who.Id, recorded.Moment.When, Lines)),
                }
        );
}

/// <summary>Somebody does not judge an example, and reads how it came out.</summary>
public sealed record ExampleLeft(int Session) : CalibrationEvent(Session)
{
    public override CalibrationSet Apply(CalibrationSet set, Recorded recorded) =>
        set.With(Session, before => before! with { Left = before.Left.Add(recorded.Moment.Who.Id) });
}
