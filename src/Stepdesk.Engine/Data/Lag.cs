using Microsoft.EntityFrameworkCore;

namespace Stepdesk.Engine.Data;

/// <summary>How far the live desk is behind with what it owes and with what came in.</summary>
/// <param name="Owed">Effects not yet paid and not given up.</param>
/// <param name="OwedForSeconds">How long the oldest of them has been due.</param>
/// <param name="Stuck">Those of them that were tried in vain for longer than servers are usually away.</param>
/// <param name="Waiting">Mails stored and not yet dealt with.</param>
/// <param name="WaitingForSeconds">How long the oldest of them has waited.</param>
public sealed record Lag(int Owed, long OwedForSeconds, int Stuck, int Waiting, long WaitingForSeconds)
{
    /// <summary>So many attempts take some minutes, as they come later and later.</summary>
    public const int Tries = 5;

    public static async Task<Lag> OfAsync(Db db, DateTimeOffset now, CancellationToken stop)
    {
        var owed = db.Outbox.Where(o => o.World == WorldRow.Live && o.DoneAt == null && o.FailedAt == null);
        var waiting = db.Mails.Where(m => m.World == WorldRow.Live && m.State == MailState.Stored);
        return new(
            await owed.CountAsync(stop),
            Since(await owed.MinAsync(o => (DateTimeOffset?)o.DueAt, stop), now),
            await owed.CountAsync(o => o.Attempts >= Tries, stop),
            await waiting.CountAsync(stop),
            Since(await waiting.MinAsync(m => (DateTimeOffset?)m.ReceivedAt, stop), now)
        );
    }

    static long Since(DateTimeOffset? at, DateTimeOffset now) =>
        at is null ? 0 : Math.Max(0, (long)(now - at.Value).TotalSeconds);
}
