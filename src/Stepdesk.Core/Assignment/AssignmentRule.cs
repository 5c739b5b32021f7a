using Stepdesk.Core.History;

namespace Stepdesk.Core.Assignment;

/// <summary>How a team gives out the tickets that come to it.</summary>
public enum Handing
{
    /// <summary>Nobody is given any; who has a hand free takes one.</summary>
    Manual = 1,

    /// <summary>Whoever was given one longest ago.</summary>
    RoundRobin,

    /// <summary>Whoever has the fewest open ones.</summary>
    LeastLoaded,
}

/// <summary>How a team gives out its tickets.</summary>
/// <param name="Most">So many open tickets are enough for one person; null where there is no limit.</param>
public sealed record AssignmentRule(Handing How, int? Most = null)
{
    /// <summary>More than anybody can have in hand.</summary>
    public const int MostOpen = 500;

    public static readonly Refusal MostOutOfRange = new("assignment-limit-is-out-of-range");

    /// <summary>As a team begins.</summary>
    public static readonly AssignmentRule Shipped = new(Handing.Manual);

    /// <summary>Why it cannot be a rule; null when it can.</summary>
    public Refusal? Check() => Most is < 1 or > MostOpen ? MostOutOfRange : null;
}

/// <summary>An edit of a team's rule: the next version. Stream <c>assignment/1/3</c>.</summary>
public sealed record AssignmentSet(AssignmentRule Rule) : Event;
