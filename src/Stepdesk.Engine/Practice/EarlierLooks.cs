using System.Globalization;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Lookups;

namespace Stepdesk.Engine.Practice;

/// <summary>
/// What was looked up before there was a ticket to keep it on. Once the ticket is logged it is kept there as it was, so
/// that nobody has to look twice for evidence.
/// </summary>
public sealed class EarlierLooks(Sessions sessions, Desk desk)
{
    // Each is an act of its own at the desk.
    const int Most = 20;

    /// <summary>Keeps it all on the ticket, unless it is another than the one the session is about.</summary>
    /// <param name="outside">The trainee at the live desk; <paramref name="inside"/>: at that of the session.</param>
    public async Task KeepAsync(int session, int ticket, Actor outside, Actor inside, CancellationToken stop)
    {
        if (
            await sessions.FindAsync(session, outside, stop) is not { } run
            || run.Row.Ticket != ticket
            || run.Session.Story.Ticket is not { } logged
        )
            return;
        var systems = sessions.SystemsOf(run, outside).ToDictionary(s => s.Name, StringComparer.Ordinal);
        var looks = run
            .Session.Events.Take(logged.Seq)
            .Where(e => e.Type == SessionSystem.EventOfLook)
            .GroupBy(e => (e.Data.One("system"), e.Data.One("subject")))
            // Of those that ask the same the last says how it is.
            .Select(same => same.Last())
            .TakeLast(Most);
        foreach (var look in looks)
            if (systems.TryGetValue(look.Data.One("system") ?? "", out var system))
                await desk.ActAsync(
                    ticket,
                    new KeepFinding(
                        LookingUp.Of(
                            system,
                            new([look.Data.One("subject") ?? ""]),
                            SessionSystem.Shows(run.Session, look)
                        )
                    ),
                    inside,
                    new() { Key = string.Create(CultureInfo.InvariantCulture, $"session/{session}/look/{look.Seq}") },
                    stop
                );
    }
}
