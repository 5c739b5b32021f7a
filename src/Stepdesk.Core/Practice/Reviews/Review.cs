using System.Collections.Immutable;
using Stepdesk.Core.History;
using Stepdesk.Core.Practice.Judging;

namespace Stepdesk.Core.Practice.Reviews;

/// <summary>What mentor and trainee said about a run: the fold of the review's events in the stream of its session.</summary>
public sealed record Review
{
    public static readonly Review None = new();

    ImmutableSortedDictionary<string, LineReview> Lines { get; init; } =
        ImmutableSortedDictionary.Create<string, LineReview>(StringComparer.Ordinal);

    /// <summary>What was remarked about single moments, in order.</summary>
    public ImmutableList<Remark> Remarks { get; init; } = [];

    /// <summary>The word that makes the result count; null before, and again when a line changed after it.</summary>
    public Confirmation? Confirmed { get; init; }

    /// <summary>How often it was confirmed; more than once when a line changed after it.</summary>
    public int Confirmations { get; init; }

    /// <summary>Where in the stream the latest word stands; 0 when there was none.</summary>
    public int Version { get; init; }

    /// <summary>Who had the latest word.</summary>
    public string LastBy { get; init; } = "";

    /// <summary>Everybody who had a word.</summary>
    public ImmutableHashSet<string> Speakers { get; init; } = [];

    /// <summary>When the trainee last handed something in again; null when they never did.</summary>
    public DateTimeOffset? AgainAt { get; init; }

    public static Review From(IEnumerable<Recorded> history) =>
        history
            .Where(e => e.What is ReviewEvent)
            .Aggregate(
                None,
                (review, e) =>
                    ((ReviewEvent)e.What).Apply(review, e) with
                    {
                        Version = e.Version,
                        LastBy = e.Moment.Who.Id,
                        Speakers = review.Speakers.Add(e.Moment.Who.Id),
                    }
            );

    /// <summary>What was said about a line; nothing, where nothing was.</summary>
    public LineReview Of(string line) => Lines.GetValueOrDefault(line, LineReview.None);

    public IEnumerable<(string Line, LineReview Review)> All => Lines.Select(l => (l.Key, l.Value));

    /// <summary>The same with a line as it is after an event.</summary>
    internal Review With(string line, Recorded recorded, Func<LineReview, LineReview> change) =>
        this with
        {
            Lines = Lines.SetItem(
                line,
                change(Of(line)) with
                {
                    Version = recorded.Version,
                    LastBy = recorded.Moment.Who.Id,
                }
            ),
        };
}

/// <summary>What was said about one line of the rubric, beside what the rules found.</summary>
public sealed record LineReview
{
    public static readonly LineReview None = new();

    /// <summary>The level a mentor gave, where a mentor decides.</summary>
    public Grade? Grade { get; init; }

    /// <summary>What a mentor put in the place of the rules' verdict.</summary>
    public Ruled? Ruled { get; init; }

    /// <summary>Who agreed with the line as it stands.</summary>
    public Word? Accepted { get; init; }

    /// <summary>What was asked to be written again, each with what came of it.</summary>
    public ImmutableList<Revision> Revisions { get; init; } = [];

    public Contest? Contest { get; init; }
    public int Version { get; init; }
    public string LastBy { get; init; } = "";

    /// <summary>What the trainee still has to write or hand in again; null when nothing.</summary>
    public Revision? Open => Revisions is [.., { IsSettled: false, HandedInAt: null } last] ? last : null;

    /// <summary>What was handed in again and has not been looked at; null when nothing.</summary>
    public Revision? ToLookAt => Revisions is [.., { IsSettled: false, HandedInAt: not null } last] ? last : null;

    /// <summary>A mentor has decided, whatever was asked before.</summary>
    internal LineReview Settled() =>
        Revisions is [.., { IsSettled: false } last]
            ? this with
            {
                Revisions = Revisions.SetItem(Revisions.Count - 1, last with { IsSettled = true }),
            }
            : this;
}

/// <summary>Who said something, when, and what.</summary>
public sealed record Word(string By, DateTimeOffset At, string Text)
{
    internal static Word Of(Recorded recorded, string text) => new(recorded.Moment.Who.Id, recorded.Moment.When, text);
}

/// <summary>A level out of so many, counted from 0.</summary>
public sealed record Grade(int Level, int Levels, Word Word);

/// <summary>Another outcome than the rules found, and why.</summary>
public sealed record Ruled(Outcome Outcome, Word Word);

/// <summary>A piece to be written again.</summary>
/// <param name="Seq">The event whose text it is; null for an answer to the line.</param>
/// <param name="Asked">What is asked of the trainee.</param>
public sealed record Revision(int? Seq, Word Asked)
{
    /// <summary>What the trainee wrote; it stands beside the old text and never in its place.</summary>
    public Word? Written { get; init; }
    public DateTimeOffset? HandedInAt { get; init; }

    /// <summary>A mentor decided the line since.</summary>
    public bool IsSettled { get; init; }
}

/// <summary>The trainee says a line came out wrong; it is answered once.</summary>
public sealed record Contest(Word Reason)
{
    public Word? Answer { get; init; }

    /// <summary>Whether the line came out differently for it.</summary>
    public bool Changed { get; init; }
}

/// <summary>A word about a moment of the run.</summary>
public sealed record Remark(int Seq, Word Word);

/// <summary>What a run came to, as it was when somebody confirmed it: newer rules change nothing about it.</summary>
public sealed record Confirmation(int Percent, bool Passed, IReadOnlyList<CompetenceShare> Competences, Word Word);

/// <summary>How much of what could be had in one competence, in per cent.</summary>
public sealed record CompetenceShare(string Competence, int Percent);
