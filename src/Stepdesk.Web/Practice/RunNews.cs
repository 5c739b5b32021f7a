using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.People;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Practice;
using Words = Stepdesk.Web.Shared.Words;

namespace Stepdesk.Web.Practice;

/// <summary>Notices about runs of the practice ground, as the pages that list notices show them.</summary>
static class RunNews
{
    /// <summary>Somebody's own, the latest first.</summary>
    /// <param name="unread">Only what was not read yet.</param>
    public static async Task<IReadOnlyList<RunNewsLine>> ReadAsync(
        Db db,
        Library library,
        Words words,
        Actor me,
        bool unread,
        int most,
        CancellationToken stop
    )
    {
        var found = await db
            .Notices.AsNoTracking()
            .Where(n => n.Person == me.PersonId && n.Session != null && (!unread || n.ReadAt == null))
            .OrderByDescending(n => n.Id)
            .Take(most)
            .Join(db.Sessions, n => n.Session, s => s.Id, (n, s) => new { Notice = n, Row = s })
            .Join(
                db.People,
                f => f.Row.Trainee,
                p => p.Id,
                (f, p) =>
                    new
                    {
                        f.Notice,
                        f.Row,
                        p.Name,
                    }
            )
            .ToListAsync(stop);
        return
        [
            .. from f in found
            orderby f.Notice.Id descending
            let isTheirs = f.Row.Trainee == me.PersonId
            let title = library.Find(f.Row.Scenario)?.Title.In(words.Language) ?? f.Row.Scenario
            select new RunNewsLine(
                f.Notice,
                isTheirs ? title : words.Of("notice-run-of", ("who", f.Name), ("title", title)),
                isTheirs ? Theirs(f.Notice, f.Row.Id) : PracticePath.ReviewOf(f.Row.Id)
            ),
        ];
    }

    /// <summary>Marks somebody's own as read.</summary>
    public static Task<int> ReadAllAsync(Db db, Actor me, DateTimeOffset now, CancellationToken stop) =>
        db
            .Notices.Where(n => n.Person == me.PersonId && n.Session != null && n.ReadAt == null)
            .ExecuteUpdateAsync(n => n.SetProperty(r => r.ReadAt, now), stop);

    static string Theirs(NoticeRow notice, int session) =>
        notice.Kind is "revision_asked" ? PracticePath.RevisionOf(session) : PracticePath.Of(session);
}

/// <summary>A notice about a run.</summary>
/// <param name="Title">Which run it is.</param>
/// <param name="Address">Where to go on with it.</param>
sealed record RunNewsLine(NoticeRow Notice, string Title, string Address);
