using Stepdesk.Core.History;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Broadcasts;

/// <summary>Something a person wants to tell many. Deciding is pure: whom it reaches is supplied.</summary>
public abstract record BroadcastAction
{
    /// <summary>From so many on somebody has to say that they mean so many.</summary>
    public const int Many = 50;

    /// <summary>More than a desk writes to in one go.</summary>
    public const int Most = 5000;

    public static readonly Refusal NoSuchBroadcast = new("no-such-broadcast");
    public static readonly Refusal Over = new("broadcast-is-over");
    public static readonly Refusal ReachesNobody = new("broadcast-reaches-nobody");
    public static readonly Refusal ReachesMany = new("broadcast-reaches-many");
    public static readonly Refusal ReachesTooMany = new("broadcast-reaches-too-many");

    /// <summary>Whoever is told of an incident is told when they hear next.</summary>
    public static readonly Refusal PromisesNothing = new("broadcast-promises-nothing");
    public static readonly Refusal ToldAlready = new("broadcast-told-already");

    /// <summary>What is told, in one language or both.</summary>
    public required IReadOnlyList<Telling> Tellings { get; init; }

    /// <summary>It was looked at and is meant so, whatever its words look like.</summary>
    public bool Meant { get; init; }

    /// <summary>How many somebody said it may reach; null where nobody said.</summary>
    public int? Confirmed { get; init; }

    /// <summary>Whom it reaches now, in the order of their ids.</summary>
    public IReadOnlyList<int> Readers { get; init; } = [];

    /// <summary>What happens, or why it may not.</summary>
    public abstract Decision Decide(BroadcastBook book, Moment moment);

    /// <summary>Why it cannot go to these people; null when it can.</summary>
    protected Refusal? WhyNotTo(IReadOnlyCollection<int> readers) =>
        readers.Count == 0 ? ReachesNobody
        : readers.Count > Most ? ReachesTooMany with { Detail = $"{readers.Count}" }
        : readers.Count >= Many && !(Confirmed >= readers.Count) ? ReachesMany with { Detail = $"{readers.Count}" }
        : null;

    /// <summary>Why this cannot be the promise of the next update; null when it can.</summary>
    protected static Refusal? WhyNotNext(DateTimeOffset? next, Moment moment) =>
        next is null ? PromisesNothing
        : next <= moment.When ? Reply.PromisePassed
        : Reply.IsTooFar(next, moment) ? Reply.PromiseTooFar
        : null;

    /// <summary>Two texts that say the same, however they are set.</summary>
    protected static bool IsSame(IReadOnlyList<Telling> one, IReadOnlyList<Telling> other) =>
        one.Count == other.Count && one.All(t => other.Any(o => Key(o) == Key(t)));

    static string Key(Telling t) =>
        $"{t.Language}\n{string.Join(' ', Fold.Words($"{t.Title}\n{t.Text}\n{t.Affects}"))}";
}
