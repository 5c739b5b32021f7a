using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Core.Tests;

/// <summary>Given what happened, when somebody acts, then this happens.</summary>
public sealed class Story
{
    Decision decision = Decision.Nothing;
    bool refusalExpected = true;

    public static readonly Actor An = Actor.Person(1, Role.Agent);
    public static readonly Actor Lan = Actor.Person(7, Role.Customer);

    /// <summary>Monday morning in Vietnam: when every story begins and Lan reports.</summary>
    public static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(7));

    public Ticket Ticket { get; private set; } = Ticket.Unlogged;
    public DateTimeOffset Now { get; private set; } = Nine;

    // Where a ticket can stand, each one a step further. The number is its version.
    public static readonly Event[] ALoggedTicket = [new Logged("Cannot log in", "Since 8:00", 7, Channel.Web, Nine)];
    public static readonly Event[] AnAnsweredTicket = [.. ALoggedTicket, new Replied("We are on it", null, [])]; // 2
    public static readonly Event[] AnAcknowledgedTicket = [.. AnAnsweredTicket, Arrived(2)]; // 3
    public static readonly Event[] ADiagnosedTicket = [.. AnAcknowledgedTicket, new Diagnosed("Locked out")]; // 4
    public static readonly Event[] ASolvedTicket = [.. ADiagnosedTicket, Solved]; // 5
    public static readonly Event[] AToldSolution = [.. ASolvedTicket, Arrived(5)]; // 6
    public static readonly Event[] AConfirmedSolution = [.. AToldSolution, new Confirmed(null, OnBehalf: false)]; // 7
    public static readonly Event[] AClosedTicket = [.. AConfirmedSolution, new Closed()]; // 8
    public static readonly Event[] ACancelledTicket = [.. ALoggedTicket, new Cancelled(CancelReason.Mistake, "Test")];

    /// <summary>What the last action came to.</summary>
    public IReadOnlyList<Event> Decided => decision.Events;

    public static Resolved Solved =>
        new(ResolutionKind.Fix, "Too many attempts", "Unlocked", "Please try again", Attachments: []);

    public static Delivered Arrived(int message) => new(message, $"{message}@desk.example");

    public static Story Given(IEnumerable<Event> history, params Event[] more) =>
        new Story().And([.. history, .. more]);

    /// <summary>More happens, as fact.</summary>
    public Story And(params Event[] history)
    {
        foreach (var what in history)
            Happen(An, what);
        return this;
    }

    /// <summary>Somebody did it, as fact.</summary>
    public Story And(Actor who, Event what)
    {
        Happen(who, what);
        return this;
    }

    public Story After(TimeSpan pause)
    {
        Now += pause;
        return this;
    }

    public Story AfterMinutes(double minutes) => After(TimeSpan.FromMinutes(minutes));

    public Story When(TicketAction action, Actor? by = null)
    {
        Assert.True(refusalExpected || decision.Refusal is null, $"Refused on the way: {decision.Refusal?.Code}");
        refusalExpected = false;
        decision = action.Decide(Ticket, new(Now, by ?? An));
        foreach (var what in decision.Events)
            Happen(by ?? An, what);
        return this;
    }

    // Compared as stored, because that is what counts, and because lists in records compare by reference.
    public Story Then(params Event[] expected)
    {
        Assert.Null(decision.Refusal);
        Assert.Equal(expected.Select(Stored), decision.Events.Select(Stored));
        return this;
    }

    /// <summary>Accepted, and nothing more happened.</summary>
    public Story ThenNothing() => Then();

    public Story ThenRefused(Refusal expected)
    {
        Assert.Equal(expected, decision.Refusal);
        refusalExpected = true;
        return this;
    }

    public Story ThenTicket(Action<Ticket> look)
    {
        Assert.Null(decision.Refusal);
        look(Ticket);
        return this;
    }

    public Story ThenStep(Step expected) => ThenTicket(t => Assert.Equal(expected, Steps.Current(t)));

    public Story ThenClock(ClockName name, ClockState expected) =>
        ThenTicket(_ => Assert.Equal(expected, Clock(name).At(Now)));

    public Story ThenDue(ClockName name, DateTimeOffset expected) =>
        ThenTicket(_ => Assert.Equal(expected, Clock(name).DueAt));

    public Story ThenNoClock(ClockName name) =>
        ThenTicket(t => Assert.DoesNotContain(Clocks.Of(t, Desk.Policies), c => c.Name == name));

    public Clock Clock(ClockName name) => Clocks.Of(Ticket, Desk.Policies).Single(c => c.Name == name);

    public static string Stored(Event what) => $"{EventNames.NameOf(what)} {EventNames.Write(what)}";

    void Happen(Actor who, Event what) => Ticket = Ticket.After(new(Ticket.Version + 1, new(Now, who), what));
}
