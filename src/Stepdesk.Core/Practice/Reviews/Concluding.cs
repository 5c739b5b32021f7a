using Stepdesk.Core.History;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Practice.Reviews;

/// <summary>A mentor remarks something about a message or another moment of the run.</summary>
public sealed record CommentMoment(int Seq, string Text) : ReviewAction
{
    public static readonly Refusal NoMoment = new("review-no-moment");

    protected override Decision DecideOn(ReviewedRun run, Moment moment) =>
        Seq < 1 || Seq > run.Events.Count ? NoMoment
        : Unfit(Text) is { } unfit ? unfit
        : run.Review.Remarks.Any(r => r.Seq == Seq && r.Word.By == moment.Who.Id && r.Word.Text == Plain.Text(Text))
            ? Decision.Nothing
        : new MomentCommented(Seq) { Text = Plain.Text(Text) };
}

/// <summary>A remark stands at its moment.</summary>
public sealed record MomentCommented(int Seq) : ReviewEvent
{
    [Personal]
    public string Text { get; init; } = "";

    public override Review Apply(Review review, Recorded recorded) =>
        review with
        {
            Remarks = review.Remarks.Add(new(Seq, Word.Of(recorded, Text))),
        };
}

/// <summary>
/// A mentor says what the run came to; only from then on it counts. Nothing that waits for somebody may be left open.
/// </summary>
public sealed record ConfirmRun : ReviewAction
{
    public static Refusal StillForMentor(IEnumerable<string> lines) =>
        new("review-still-for-mentor", string.Join(", ", lines));

    public static Refusal StillContested(IEnumerable<string> lines) =>
        new("review-still-contested", string.Join(", ", lines));

    public static Refusal StillRevising(IEnumerable<string> lines) =>
        new("review-still-revising", string.Join(", ", lines));

    public string? Remark { get; init; }

    protected override Decision DecideOn(ReviewedRun run, Moment moment) =>
        run.Review.Confirmed is not null && !run.Contested.Any() ? Decision.Nothing
        : Overtaken(run, moment) is { } overtaken ? overtaken
        : WhyOpen(run) is { } open ? open
        : Remark?.Length > Plain.Longest ? TextTooLong
        : new RunConfirmed(run.Percent, run.Passes, run.Competences) { Remark = Plain.Text(Remark) };

    /// <summary>What somebody still has to do before; null when nothing.</summary>
    public static Refusal? WhyOpen(ReviewedRun run) =>
        Ids(run.Contested) is { Count: > 0 } contested ? StillContested(contested)
        : Ids(run.Lines.Where(l => l.Review.Open is not null || l.Review.ToLookAt is not null))
            is { Count: > 0 } revising
            ? StillRevising(revising)
        : Ids(run.ForMentor) is { Count: > 0 } undecided ? StillForMentor(undecided)
        : null;

    static List<string> Ids(IEnumerable<ReviewedLine> lines) => [.. lines.Select(l => l.Line.Id)];
}

/// <summary>What the run came to, once and for all that follows from it.</summary>
public sealed record RunConfirmed(int Percent, bool Passed, IReadOnlyList<CompetenceShare> Competences) : ReviewEvent
{
    [Personal]
    public string Remark { get; init; } = "";

    public override Review Apply(Review review, Recorded recorded) =>
        review with
        {
            Confirmed = new(Percent, Passed, Competences, Word.Of(recorded, Remark)),
            Confirmations = review.Confirmations + 1,
        };
}
