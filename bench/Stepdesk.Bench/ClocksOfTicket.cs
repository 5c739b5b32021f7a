using System.Diagnostics;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using static System.Globalization.CultureInfo;

namespace Stepdesk.Bench;

/// <summary>
/// All clocks of a ticket with a long history, in office hours with waits and changes of class, against folding the same
/// history once, which every page and action does anyway.
/// </summary>
static class ClocksOfTicket
{
    const int Rounds = 20_000;
    static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(7));

    // What is thrown away may never be made.
    static object? kept;

    static readonly ServicePolicy Office = Shipped.Policy with
    {
        Calendar = Shipped.Office,
        Classes =
        [
            .. Shipped.Policy.Classes.Select(c =>
                c with
                {
                    Calendar = null,
                    Resolve = new(TimeSpan.FromHours(40)),
                    Update = new(TimeSpan.FromHours(8), TimeSpan.FromHours(16), Counting.Working),
                }
            ),
        ],
    };

    public static Task MeasureAsync(Report report)
    {
        foreach (var length in (int[])[20, 200])
        {
            var history = Life(length);
            var ticket = Ticket.From(history);
            // Once unmeasured, so that neither pays for being compiled.
            Fold();
            Derive();
            var (folded, derived) = (Time(Fold), Time(Derive));
            report.Row(
                ("Events", history.Count),
                ("Clocks", Clocks.Of(ticket, _ => Office).Count()),
                ("Fold", Micro(folded)),
                ("All clocks", Micro(derived)),
                ("Ratio", derived / folded)
            );

            object Fold() => Ticket.From(history);
            object Derive() => Clocks.Of(ticket, _ => Office).ToList();
        }
        return Task.CompletedTask;
    }

    // Replies that arrive, waits that end, a class that changes: over and over, an hour apart.
    static List<Recorded> Life(int length)
    {
        var an = Actor.Person(1, Role.Agent);
        var history = new List<Recorded>();
        var at = Monday;
        Happen(new Logged("Slow", "Since eight", 7, Channel.Web, Monday));
        for (var round = 0; history.Count < length; round++)
        {
            Happen(new Replied("Still looking", null, []));
            Happen(new Delivered(history.Count, "m@desk.example"));
            Happen(new WaitingStarted(WaitingOn.Customer, "Which browser?"));
            Happen(new CustomerWrote("Firefox", Channel.Web));
            Happen(new Noted("Tried it"));
            if (round % 10 is 5)
                Happen(
                    new Classified(
                        round % 20 is 5 ? ClassOfService.Priority : ClassOfService.Standard,
                        Priority.Normal,
                        "Counted again",
                        null,
                        null
                    )
                );
        }
        return history;

        void Happen(Event what)
        {
            history.Add(new(history.Count + 1, new(at, an), what));
            at += TimeSpan.FromHours(1);
        }
    }

    static TimeSpan Time(Func<object> once)
    {
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < Rounds; i++)
            kept = once();
        return Stopwatch.GetElapsedTime(began) / Rounds;
    }

    static string Micro(TimeSpan time) => string.Create(InvariantCulture, $"{time.TotalMicroseconds:0.0} µs");
}
