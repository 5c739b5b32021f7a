using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Reviews;

namespace Stepdesk.Core.Practice.Calibration;

/// <summary>Something done with the set of examples.</summary>
public abstract record CalibrationAction
{
    /// <summary>A run that nobody has confirmed may change yet.</summary>
    public static readonly Refusal NotConfirmed = new("calibration-not-confirmed");
    public static readonly Refusal Full = new("calibration-full");
    public static readonly Refusal NoExample = new("calibration-no-example");
    public static readonly Refusal JudgedAlready = new("calibration-judged");

    /// <summary>Who knows how it came out does not judge it any more.</summary>
    public static readonly Refusal NotBlind = new("calibration-not-blind");

    public static Refusal LinesMissing(IEnumerable<string> lines) =>
        new("calibration-lines-missing", string.Join(", ", lines));

    /// <summary>What happens, or why it may not.</summary>
    public abstract Decision Decide(CalibrationSet set, int session, ReviewedRun run, Moment moment);
}

/// <summary>A lead takes a confirmed run into the set.</summary>
public sealed record MarkExample : CalibrationAction
{
    public override Decision Decide(CalibrationSet set, int session, ReviewedRun run, Moment moment) =>
        !Permissions.MaySetCalibration(moment.Who) ? ReviewAction.NotAllowed
        : set.Find(session) is not null ? Decision.Nothing
        : run.State is not ReviewState.Confirmed ? NotConfirmed
        : set.Of(run.Scenario.Id).Count() >= CalibrationSet.Most ? Full
        : new ExampleMarked(session, run.Scenario.Id);
}

/// <summary>A lead takes a run out of the set.</summary>
public sealed record WithdrawExample : CalibrationAction
{
    public override Decision Decide(CalibrationSet set, int session, ReviewedRun run, Moment moment) =>
        !Permissions.MaySetCalibration(moment.Who) ? ReviewAction.NotAllowed
        : set.Find(session) is null ? Decision.Nothing
        : new ExampleWithdrawn(session);
}

/// <summary>A mentor says what they make of every line of an example: once, and before they are told anything about it.</summary>
public sealed record JudgeExample(IReadOnlyList<LineJudgement> Lines) : CalibrationAction
{
    public override Decision Decide(CalibrationSet set, int session, ReviewedRun run, Moment moment) =>
        !Permissions.MayReviewPractice(moment.Who) ? ReviewAction.NotAllowed
        : set.Find(session) is not { } example ? NoExample
        : example.By(moment.Who) is { } before && before.Lines.SequenceEqual(Lines) ? Decision.Nothing
        : (example.WhyNotBlind(moment.Who, run) ?? WhyNot(run)) is { } refusal ? refusal
        : new ExampleJudged(session, Lines);

    Refusal? WhyNot(ReviewedRun run)
    {
        var asked = LinesOf(run).ToDictionary(l => l.Id, StringComparer.Ordinal);
        foreach (var said in Lines)
            if (!asked.Remove(said.Line, out var line))
                return ReviewAction.NoLine(said.Line);
            else if (line.Check is AskMentor ask)
            {
                if (said.Outcome is not null || said.Level < 0 || said.Level >= ask.Levels)
                    return GradeLine.NoLevel(ask.Levels - 1);
            }
            else if (
                said.Level is not null
                || said.Outcome is not (null or Outcome.Met or Outcome.NotMet or Outcome.NotApplicable)
            )
                return OverrideVerdict.NoOutcome;
        return asked.Count > 0 ? LinesMissing(asked.Keys) : null;
    }

    /// <summary>The lines there are to judge: those of the way the run turned out.</summary>
    public static IEnumerable<RubricLine> LinesOf(ReviewedRun run) =>
        run.Lines.Select(l => l.Line).Where(l => l.In(run.Events[0].Data.One("branch") ?? ""));
}

/// <summary>A mentor does not judge an example, and from then on reads all there is about it.</summary>
public sealed record LeaveExample : CalibrationAction
{
    public override Decision Decide(CalibrationSet set, int session, ReviewedRun run, Moment moment) =>
        !Permissions.MayReviewPractice(moment.Who) ? ReviewAction.NotAllowed
        : set.Find(session) is not { } example ? NoExample
        : example.WhyNotBlind(moment.Who, run) is not null ? Decision.Nothing
        : new ExampleLeft(session);
}
