using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Reviews;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Practice;

/// <summary>
/// What mentors send into runs that go on. Only into practice: whoever is assessed meets what everybody meets.
/// </summary>
public sealed class Sending(IDbContextFactory<Db> databases, Sessions sessions, Library library, TimeProvider real)
{
    public static readonly Refusal IsAssessed = new("practice-injection-assessed");

    /// <summary>What this mentor could send into the session now.</summary>
    public static IReadOnlyList<Injection> Open(PracticeSession session, Actor me) =>
        MaySend(session.Row, me) && session.Row.Mode is PracticeMode.Practice
            ? [.. Injecting.Open(session.Session)]
            : [];

    /// <summary>Whether it is another's run, and the reader a mentor.</summary>
    public static bool MaySend(SessionRow row, Actor me) =>
        Permissions.MayReviewPractice(me) && row.Trainee != me.PersonId;

    /// <summary>Sends in one of the events the scenario has ready, at the instant the session's clock shows.</summary>
    public async Task<Refusal?> SendAsync(
        int id,
        string injection,
        string reason,
        Actor me,
        CancellationToken stop = default
    )
    {
        Refusal? refusal;
        await using (var db = await databases.CreateDbContextAsync(stop))
        {
            await using var work = await db.BeginAsync(stop);
            if (await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, stop) is not { } row)
                return Sessions.NoSession;
            if (!MaySend(row, me))
                return row.Trainee == me.PersonId ? ReviewAction.OwnRun
                    : Permissions.MaySeePractice(me) ? ReviewAction.NotAllowed
                    : Sessions.NoSession;
            if (row.Mode is PracticeMode.Assessed)
                return IsAssessed;
            if (reason.Length > Plain.Longest)
                return ReviewAction.TextTooLong;
            if (await Held.TakeAsync(db, library, real, id, stop) is not { } held)
                return Onlooker.TextGone;
            refusal = Injecting.Act(held.Session, injection, reason, held.Now);
            await held.KeepAsync(null, stop, me);
            await db.SaveChangesAsync(stop);
            await work.CommitAsync(stop);
        }
        await sessions.AdvanceAsync(id, stop);
        return refusal;
    }
}
