using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Practice.Reviews;

/// <summary>Something a mentor or the trainee does about a run that is over. It never changes what happened in the run.</summary>
public abstract record ReviewAction
{
    public static readonly Refusal NotAllowed = new("not-allowed");

    /// <summary>Nobody says of themself that they did well.</summary>
    public static readonly Refusal OwnRun = new("review-own-run");
    public static readonly Refusal NotTheTrainee = new("review-not-the-trainee");
    public static readonly Refusal TextMissing = new("review-text-missing");
    public static readonly Refusal IsConfirmed = new("review-is-confirmed");

    public static Refusal NoLine(string line) => new("review-no-line", line);

    /// <summary>Somebody else decided meanwhile; what they decided is not written over unseen.</summary>
    public static Refusal Meanwhile(string who) => new("review-meanwhile", who);

    public static readonly Refusal TextTooLong = new("text-is-too-long");

    /// <summary>Up to which version of the run's history the person had read; null when nobody looked before.</summary>
    public int? Seen { get; init; }

    /// <summary>The line of the rubric it is about; null when it is about the run.</summary>
    public virtual string? About => null;

    /// <summary>Whether the trainee does it, and not a mentor.</summary>
    protected virtual bool IsTheirs => false;

    /// <summary>What happens, or why it may not.</summary>
    public Decision Decide(ReviewedRun run, Moment moment) =>
        WhyNot(run, moment) is { } refusal ? refusal : DecideOn(run, moment);

    protected abstract Decision DecideOn(ReviewedRun run, Moment moment);

    Refusal? WhyNot(ReviewedRun run, Moment moment)
    {
        var isTrainee = moment.Who.PersonId == run.Trainee;
        return IsTheirs && !isTrainee ? NotTheTrainee
            : !IsTheirs && isTrainee ? OwnRun
            : !IsTheirs && !Permissions.MayReviewPractice(moment.Who) ? NotAllowed
            : About is { } line && run.Find(line) is null ? NoLine(line)
            : null;
    }

    /// <summary>Who else touched it since it was read, where somebody did.</summary>
    protected Refusal? Overtaken(ReviewedRun run, Moment moment)
    {
        if (Seen is not { } seen)
            return null;
        var (version, by) = About is { } line
            ? (run.Review.Of(line).Version, run.Review.Of(line).LastBy)
            : (run.Review.Version, run.Review.LastBy);
        return version > seen && by != moment.Who.Id ? Meanwhile(by) : null;
    }

    /// <summary>Why the text cannot be kept, where it has to say something.</summary>
    protected static Refusal? Unfit(string? text) =>
        !Plain.Says(text) ? TextMissing
        : text!.Length > Plain.Longest ? TextTooLong
        : null;
}

/// <summary>Something that was said or decided about a run, in its stream of history, after what happened in it.</summary>
public abstract record ReviewEvent : Event
{
    public abstract Review Apply(Review review, Recorded recorded);
}
