using Stepdesk.Core.History;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Practice.Reviews;

/// <summary>A mentor asks the trainee to write something again; only that line is open to them.</summary>
/// <param name="Seq">What is to be written again, by the number of its event; null for an answer to the line.</param>
public sealed record AskRevision(string Line, int? Seq, string Comment) : ReviewAction
{
    public static readonly Refusal AlreadyAsked = new("review-already-asked");

    /// <summary>Only what the trainee wrote can be written again by them.</summary>
    public static readonly Refusal NotTheirs = new("review-not-their-text");

    public override string? About => Line;

    protected override Decision DecideOn(ReviewedRun run, Moment moment) =>
        run.Review.Confirmed is not null ? IsConfirmed
        : run.Review.Of(Line).Open is { } open && IsTheSame(open, moment) ? Decision.Nothing
        : Overtaken(run, moment) is { } overtaken ? overtaken
        : run.Review.Of(Line).Open is not null ? AlreadyAsked
        : (Unfit(Comment) ?? (Seq is { } seq && TextOf(run.Events, seq) is null ? NotTheirs : null)) is { } refusal
            ? refusal
        : new RevisionAsked(Line, Seq) { Comment = Plain.Text(Comment) };

    /// <summary>What the trainee wrote at a moment; null where they wrote nothing.</summary>
    public static string? TextOf(IReadOnlyList<SessionEvent> events, int seq) =>
        seq > 0 && seq <= events.Count && events[seq - 1] is { Actor: SessionEvent.Trainee } happened
            ? happened.Data.One("text")
            : null;

    bool IsTheSame(Revision open, Moment moment) =>
        open.Seq == Seq && open.Asked.By == moment.Who.Id && open.Asked.Text == Plain.Text(Comment);
}

/// <summary>Something is to be written again.</summary>
public sealed record RevisionAsked(string Line, int? Seq) : ReviewEvent
{
    [Personal]
    public string Comment { get; init; } = "";

    public override Review Apply(Review review, Recorded recorded) =>
        review.With(
            Line,
            recorded,
            l =>
                l.Settled() with
                {
                    Accepted = null,
                    Revisions = l.Settled().Revisions.Add(new(Seq, Word.Of(recorded, Comment))),
                }
        );
}

/// <summary>The trainee writes what was asked for again. Until they hand it in they can write it over.</summary>
public sealed record Revise(string Line, string Text) : ReviewAction
{
    public static readonly Refusal NotAsked = new("review-not-asked");
    public static readonly Refusal SameText = new("review-same-text");

    public override string? About => Line;
    protected override bool IsTheirs => true;

    protected override Decision DecideOn(ReviewedRun run, Moment moment) =>
        run.Review.Of(Line).Open is not { } open ? NotAsked
        : Unfit(Text) is { } unfit ? unfit
        : open.Written?.Text == Plain.Text(Text) ? Decision.Nothing
        : open.Seq is { } seq && Plain.Text(AskRevision.TextOf(run.Events, seq)) == Plain.Text(Text) ? SameText
        : new LineRevised(Line) { Text = Plain.Text(Text) };
}

/// <summary>The trainee wrote something again.</summary>
public sealed record LineRevised(string Line) : ReviewEvent
{
    [Personal]
    public string Text { get; init; } = "";

    public override Review Apply(Review review, Recorded recorded) =>
        review.With(
            Line,
            recorded,
            l =>
                l.Revisions is [.., var last]
                    ? l with
                    {
                        Revisions = l.Revisions.SetItem(
                            l.Revisions.Count - 1,
                            last with
                            {
                                Written = Word.Of(recorded, Text),
                            }
                        ),
                    }
                    : l
        );
}

/// <summary>The trainee hands in again, everything that was asked for at once.</summary>
public sealed record HandInAgain : ReviewAction
{
    public static readonly Refusal NothingAsked = new("review-nothing-asked");

    public static Refusal StillToWrite(IEnumerable<string> lines) =>
        new("review-still-to-write", string.Join(", ", lines));

    protected override bool IsTheirs => true;

    protected override Decision DecideOn(ReviewedRun run, Moment moment)
    {
        var open = run.ToRevise.ToList();
        var unwritten = open.FindAll(l => l.Review.Open!.Written is null);
        return open.Count == 0 ? NothingAsked
            : unwritten.Count > 0 ? StillToWrite(unwritten.Select(l => l.Line.Id))
            : new RevisionsHandedIn([.. open.Select(l => l.Line.Id)]);
    }
}

/// <summary>What was written again waits for a mentor.</summary>
public sealed record RevisionsHandedIn(IReadOnlyList<string> Lines) : ReviewEvent
{
    public override Review Apply(Review review, Recorded recorded) =>
        Lines.Aggregate(
            review,
            (all, line) =>
                all.With(
                    line,
                    recorded,
                    l =>
                        l.Open is { } open
                            ? l with
                            {
                                Revisions = l.Revisions.SetItem(
                                    l.Revisions.Count - 1,
                                    open with
                                    {
                                        HandedInAt = recorded.Moment.When,
                                    }
                                ),
                            }
                            : l
                )
        ) with
        {
            AgainAt = recorded.Moment.When,
        };
}
