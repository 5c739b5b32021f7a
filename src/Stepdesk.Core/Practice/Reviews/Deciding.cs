using Stepdesk.Core.History;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Practice.Reviews;

/// <summary>A mentor gives a line its level where no rule can decide. What is not good yet, is said why.</summary>
public sealed record GradeLine(string Line, int Level) : ReviewAction
{
    public static readonly Refusal RuleDecides = new("review-rule-decides");
    public static readonly Refusal WhyNotGood = new("review-why-not-good");

    public static Refusal NoLevel(int most) => new("review-no-level", $"0–{most}");

    public string? Comment { get; init; }

    public override string? About => Line;

    protected override Decision DecideOn(ReviewedRun run, Moment moment)
    {
        var line = run.Find(Line)!;
        return run.Review.Confirmed is not null ? IsConfirmed
            : line.Review is { Grade: { } given, Open: null, ToLookAt: null } && IsTheSame(given, moment)
                ? Decision.Nothing
            : Overtaken(run, moment) is { } overtaken ? overtaken
            : WhyNot(line, Level, Comment) is { } refusal ? refusal
            : new LineGraded(Line, Level, line.Levels) { Comment = Plain.Text(Comment) };
    }

    /// <summary>Why the line cannot be given this level.</summary>
    internal static Refusal? WhyNot(ReviewedLine line, int level, string? comment) =>
        !line.IsForMentor ? RuleDecides
        : level < 0 || level >= line.Levels ? NoLevel(line.Levels - 1)
        : !line.IsGood(level) && !Plain.Says(comment) ? WhyNotGood
        : comment?.Length > Plain.Longest ? TextTooLong
        : null;

    bool IsTheSame(Grade given, Moment moment) =>
        given.Level == Level && given.Word.By == moment.Who.Id && given.Word.Text == Plain.Text(Comment);
}

/// <summary>A line has its level.</summary>
public sealed record LineGraded(string Line, int Level, int Levels) : ReviewEvent
{
    [Personal]
    public string Comment { get; init; } = "";

    public override Review Apply(Review review, Recorded recorded) =>
        review.With(
            Line,
            recorded,
            l => l.Settled() with { Accepted = null, Grade = new(Level, Levels, Word.Of(recorded, Comment)) }
        ) with
        {
            Confirmed = null,
        };
}

/// <summary>A mentor says that a line came out otherwise than the rules found. Both stay for everybody to see.</summary>
public sealed record OverrideVerdict(string Line, Outcome Outcome, string Reason) : ReviewAction
{
    /// <summary>A line a mentor decides is given a level.</summary>
    public static readonly Refusal MentorDecides = new("review-mentor-decides");
    public static readonly Refusal NoOutcome = new("review-no-outcome");
    public static readonly Refusal SameOutcome = new("review-same-outcome");

    public override string? About => Line;

    protected override Decision DecideOn(ReviewedRun run, Moment moment)
    {
        var line = run.Find(Line)!;
        return run.Review.Confirmed is not null ? IsConfirmed
            : line.Review is { Ruled: { } ruled, Open: null, ToLookAt: null } && IsTheSame(ruled, moment)
                ? Decision.Nothing
            : Overtaken(run, moment) is { } overtaken ? overtaken
            : (Unfit(Reason) ?? WhyNot(line, Outcome)) is { } refusal ? refusal
            : new VerdictOverridden(Line, Outcome) { Reason = Plain.Text(Reason) };
    }

    /// <summary>Why the line cannot come out so.</summary>
    internal static Refusal? WhyNot(ReviewedLine line, Outcome outcome) =>
        line.IsForMentor ? MentorDecides
        : outcome is not (Outcome.Met or Outcome.NotMet or Outcome.NotApplicable) ? NoOutcome
        : line.Outcome == outcome ? SameOutcome
        : null;

    bool IsTheSame(Ruled ruled, Moment moment) =>
        ruled.Outcome == Outcome && ruled.Word.By == moment.Who.Id && ruled.Word.Text == Plain.Text(Reason);
}

/// <summary>A mentor's outcome stands beside that of the rules, and counts.</summary>
public sealed record VerdictOverridden(string Line, Outcome Outcome) : ReviewEvent
{
    [Personal]
    public string Reason { get; init; } = "";

    public override Review Apply(Review review, Recorded recorded) =>
        review.With(
            Line,
            recorded,
            l => l.Settled() with { Accepted = null, Ruled = new(Outcome, Word.Of(recorded, Reason)) }
        ) with
        {
            Confirmed = null,
        };
}

/// <summary>
/// A mentor agrees with a line as it stands. What was written again then counts: a line that was not met is met.
/// </summary>
public sealed record AcceptLine(string Line) : ReviewAction
{
    public static readonly Refusal NeedsLevel = new("review-needs-level");

    public override string? About => Line;

    protected override Decision DecideOn(ReviewedRun run, Moment moment)
    {
        var line = run.Find(Line)!;
        return run.Review.Confirmed is not null ? IsConfirmed
            : line.Review is { Accepted: not null, Open: null, ToLookAt: null } ? Decision.Nothing
            : Overtaken(run, moment) is { } overtaken ? overtaken
            : line.IsForMentor && (line.Review.Grade is null || line.Review.ToLookAt is not null) ? NeedsLevel
            : new LineAccepted(Line);
    }
}

/// <summary>A line was agreed with.</summary>
public sealed record LineAccepted(string Line) : ReviewEvent
{
    public override Review Apply(Review review, Recorded recorded) =>
        review.With(
            Line,
            recorded,
            l =>
                l.Settled() with
                {
                    Accepted = Word.Of(recorded, ""),
                    Ruled = l.ToLookAt is null ? l.Ruled : new(Outcome.Met, Word.Of(recorded, "")),
                }
        );
}
