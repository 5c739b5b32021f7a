using Stepdesk.Core.Practice.Scenarios;

namespace Stepdesk.Core.Practice.Sessions;

/// <summary>What happened in a session, and what can be asked about it. Nothing but the fold of its events.</summary>
public sealed class Story
{
    readonly List<SessionEvent> events = [];
    readonly Dictionary<string, List<SessionEvent>> byType = new(StringComparer.Ordinal);
    readonly Dictionary<string, SessionEvent> fields = new(StringComparer.Ordinal);
    readonly Dictionary<string, SessionEvent> variables = new(StringComparer.Ordinal);
    readonly Dictionary<string, SessionEvent> reveals = new(StringComparer.Ordinal);

    public static Story Of(IEnumerable<SessionEvent> happened)
    {
        var story = new Story();
        foreach (var one in happened)
            story.Add(one);
        return story;
    }

    public IReadOnlyList<SessionEvent> Events => events;

    public DateTimeOffset Start => events[0].At;

    /// <summary>The instant of the last event.</summary>
    public DateTimeOffset End => events[^1].At;

    public string Branch => events[0].Data.One("branch") ?? "";

    public SessionEvent? Ticket => First(EventTypes.TicketCreated);

    /// <summary>The event that says what a field of the ticket is now.</summary>
    public SessionEvent? Field(string name) => fields.GetValueOrDefault(name);

    public SessionEvent? Variable(string name) => variables.GetValueOrDefault(name);

    /// <summary>The event by which a fact came to light.</summary>
    public SessionEvent? RevealOf(string fact) => reveals.GetValueOrDefault(fact);

    public SessionEvent? First(string type) => byType.TryGetValue(type, out var found) ? found[0] : null;

    /// <summary>The first such event after a number.</summary>
    public SessionEvent? First(Pattern which, int after) => Of(which).FirstOrDefault(e => e.Seq > after);

    public SessionEvent? Last(Pattern which) => Of(which).LastOrDefault();

    /// <summary>All such events, in order.</summary>
    public IEnumerable<SessionEvent> Of(Pattern which) =>
        which.Sets is null
            ? byType.TryGetValue(which.Type, out var found)
                ? found.Where(which.Matches)
                : []
            : events.Where(which.Matches);

    /// <summary>Whether somebody confirmed who was promised something, or whose ticket it is: there is nothing left to promise.</summary>
    public bool IsConfirmedBy(SessionEvent happened, SessionEvent promise) =>
        happened.Type is EventTypes.Confirmed
        && (promise.Data.All("to").Contains(happened.Actor) || Ticket?.Data.One("requester") == happened.Actor);

    internal void Add(SessionEvent happened)
    {
        events.Add(happened);
        if (!byType.TryGetValue(happened.Type, out var same))
            byType[happened.Type] = same = [];
        same.Add(happened);
        switch (happened.Type)
        {
            case EventTypes.TicketCreated or EventTypes.TicketChanged:
                foreach (var name in happened.Data.Names)
                    fields[name] = happened;
                break;
            case EventTypes.VariableSet:
                variables[happened.Data.One("name") ?? ""] = happened;
                break;
            case EventTypes.FactRevealed:
                reveals.TryAdd(happened.Data.One("fact") ?? "", happened);
                break;
        }
    }
}
