using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Stepdesk.Core.History;
using Stepdesk.Core.Practice;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Practice;

/// <summary>
/// Builds the worlds of sessions. Nothing here has a server, a network or a setting to reach one with: a clock made from
/// the session's row, a drawer, and somebody who writes down what is done.
/// </summary>
sealed class SimulatedWorlds(TimeProvider real, Onlooker onlooker) : IOtherWorlds
{
    /// <summary>Somebody real could be reached there.</summary>
    public static readonly Refusal RealAddress = new("practice-real-address");

    public DateTimeOffset RealNow => real.GetUtcNow();

    public async Task<World?> FindAsync(Db db, int id, CancellationToken stop) =>
        await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, stop) is { } session
            ? Of(session)
            : null;

    /// <summary>The world as this row says.</summary>
    public World Of(SessionRow session) =>
        new(session.Id, SessionClock.Of(session, real), new SessionDrawer())
        {
            Onlooker = onlooker,
            LogsMail = false,
            WhyNotKnown = address => Reserved.IsAddress(address) ? null : RealAddress with { Detail = address },
        };
}

/// <summary>
/// Hands mail to the simulated people and to nobody else. What they do about it is in the session, which was told of the
/// message when it was written; so nothing is kept here.
/// </summary>
sealed class SessionDrawer : IMailOut
{
    public Task SendAsync(MimeMessage mail, CancellationToken stop)
    {
        foreach (var to in mail.GetRecipients())
            if (!Reserved.IsAddress(to.Address))
                // What a server says to an address it does not know, so the desk treats it as it would there.
                throw new SmtpCommandException(
                    SmtpErrorCode.RecipientNotAccepted,
                    SmtpStatusCode.MailboxUnavailable,
                    to,
                    "5.1.1 Nobody outside a session can be written to from it."
                );
        return Task.CompletedTask;
    }
}
