using Stepdesk.Core.History;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Core.People;

/// <summary>
/// Which of a ticket's events its customer may know of. An event that is not named here is internal, so a new one is
/// hidden until somebody decides otherwise.
/// </summary>
public static class Visibility
{
    static readonly HashSet<Type> Shown =
    [
        typeof(Logged),
        typeof(CustomerWrote),
        typeof(Replied),
        typeof(Resolved),
        typeof(HandedOver),
        typeof(Confirmed),
        typeof(Disputed),
        typeof(Closed),
        typeof(ClosedUnconfirmed),
        typeof(Reminded),
        typeof(RequesterTold),
        typeof(Reopened),
    ];

    /// <summary>The names of those events, for asking a database.</summary>
    public static IReadOnlyList<string> ShownToCustomers { get; } =
    [.. EventNames.All.Where(name => Shown.Contains(EventNames.TypeOf(name))).Order(StringComparer.Ordinal)];

    /// <summary>Whether customers may know of it.</summary>
    public static bool IsPublic(Event what) => Shown.Contains(what.GetType());

    public static bool MayKnowOf(Actor actor, Event what) => actor.IsStaff || IsPublic(what);
}
