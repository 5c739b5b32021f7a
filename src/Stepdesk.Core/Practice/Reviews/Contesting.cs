using Stepdesk.Core.History;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Practice.Reviews;

/// <summary>The trainee says that a line came out wrong, and why. Each line once.</summary>
public sealed record ContestLine(string Line, string Reason) : ReviewAction
{
    public static readonly Refusal NothingDecided = new("review-nothing-decided");
    public static readonly Refusal Once = new("review-contested-once");

    public override string? About => Line;
    protected override bool IsTheirs => true;

    protected override Decision DecideOn(ReviewedRun run, Moment moment)
    {
        var line = run.Find(Line)!;
        return line.Review.Contest is { } before
            ? before.Reason.Text == Plain.Text(Reason)
                ? Decision.Nothing
                : Once
            : line.Outcome is Outcome.NeedsMentor
                ? NothingDecided
                : Unfit(Reason) is { } unfit
                    ? unfit
                    : new LineContested(Line) { Reason = Plain.Text(Reason) };
    }
}

/// <summary>A line waits for a mentor's answer.</summary>
public sealed record LineContested(string Line) : ReviewEvent
{
    [Personal]
    public string Reason { get; init; } = "";

    public override Review Apply(Review review, Recorded recorded) =>
        review.With(Line, recorded, l => l with { Contest = new(Word.Of(recorded, Reason)) });
}

/// <summary>
/// A mentor answers what was contested, once. The line stays as it is, or comes out otherwise; a confirmed run then has
/// to be confirmed anew.
/// </summary>
public sealed record AnswerContest(string Line, string Answer) : ReviewAction
{
    public static readonly Refusal NotContested = new("review-not-contested");
    public static readonly Refusal Answered = new("review-contest-answered");

    /// <summary>How the line comes out now, where rules decided it.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>Its level now, where a mentor decided it.</summary>
    public int? Level { get; init; }

    public override string? About => Line;

    protected override Decision DecideOn(ReviewedRun run, Moment moment)
    {
        var line = run.Find(Line)!;
        return line.Review.Contest is not { } contest ? NotContested
            : contest.Answer is { } answer
                ? answer.By == moment.Who.Id && answer.Text == Plain.Text(Answer) ? Decision.Nothing
                    : Answered
            : (Unfit(Answer) ?? Overtaken(run, moment) ?? WhyNot(line)) is { } refusal ? refusal
            : Events(line);
    }

    Refusal? WhyNot(ReviewedLine line) =>
        Outcome is { } outcome ? OverrideVerdict.WhyNot(line, outcome)
        : Level is { } level ? GradeLine.WhyNot(line, level, Answer)
        : null;

    Decision Events(ReviewedLine line)
    {
        var words = Plain.Text(Answer);
        var answered = new ContestAnswered(Line, Outcome is not null || Level is not null) { Answer = words };
        return Outcome is { } outcome ? (Event[])[answered, new VerdictOverridden(Line, outcome) { Reason = words }]
            : Level is { } level ? (Event[])[answered, new LineGraded(Line, level, line.Levels) { Comment = words }]
            : answered;
    }
}

/// <summary>A contested line has its answer.</summary>
public sealed record ContestAnswered(string Line, bool Changed) : ReviewEvent
{
    [Personal]
    public string Answer { get; init; } = "";

    public override Review Apply(Review review, Recorded recorded) =>
        review.With(
            Line,
            recorded,
            l =>
                l.Contest is { } contest
                    ? l with
                    {
                        Contest = contest with { Answer = Word.Of(recorded, Answer), Changed = Changed },
                    }
                    : l
        );
}
