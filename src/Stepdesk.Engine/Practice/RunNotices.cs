using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Reviews;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Practice;

/// <summary>
/// Who sees at the live desk what became of a run: its trainee, and those who review. Nothing of it is a mail, and of one
/// kind there is one unread notice a run, however much was said.
/// </summary>
static class RunNotices
{
    /// <summary>A hand-in waits, or its time is over.</summary>
    public const string Ended = "session_ended";

    /// <summary>An author's mistake stopped it.</summary>
    public const string Stopped = "session_paused";

    /// <summary>A mentor gave levels, agreed, or set verdicts right: one notice for all of it.</summary>
    public const string Reviewed = "run_reviewed";

    // More mentors than any desk has; a desk without a limit is told at once all the same.
    const int MostReaders = 50;

    static readonly string Contested = EventNames.NameOf(new LineContested(""));
    static readonly string Again = EventNames.NameOf(new RevisionsHandedIn([]));

    /// <summary>Those that ask somebody to review.</summary>
    static readonly string[] Asking = [Ended, Stopped, Contested, Again];

    /// <summary>A run is over: mentors have something to do.</summary>
    public static async Task EndedAsync(Db db, Held held, DateTimeOffset at, CancellationToken stop) =>
        await TellAsync(
            db,
            held,
            held.Session.Story.First(EventTypes.Paused) is null ? Ended : Stopped,
            at,
            await MentorsAsync(db, held, stop),
            stop
        );

    /// <summary>Something was said about a run; whoever said it knows.</summary>
    public static async Task SaidAsync(
        Db db,
        Held held,
        IReadOnlyList<Recorded> history,
        IReadOnlyList<Event> said,
        Moment moment,
        CancellationToken stop
    )
    {
        if (said.Count == 0)
            return;
        var kind = KindOf(said);
        if (moment.Who.PersonId == held.Row.Trainee)
        {
            if (Asking.Contains(kind))
                await TellAsync(db, held, kind, moment.When, await AskedAsync(db, held, history, stop), stop);
            return;
        }
        await TellAsync(db, held, kind, moment.When, [held.Row.Trainee], stop);
        // What asked for a mentor asks nobody any more.
        if (held.Row.WaitingSince is null)
            await db
                .Notices.Where(n => n.Session == held.Row.Id && n.ReadAt == null && Asking.Contains(n.Kind))
                .ExecuteUpdateAsync(n => n.SetProperty(r => r.ReadAt, moment.When), stop);
    }

    // An answer with another verdict is an answer; of what only moves a line, all is one review.
    static string KindOf(IReadOnlyList<Event> said) =>
        said.Where(e => e is not (LineGraded or VerdictOverridden or LineAccepted))
            .Select(EventNames.NameOf)
            .FirstOrDefault(Reviewed);

    // Whoever had a word about the run goes on with it; where nobody had, all mentors are told.
    static async Task<IReadOnlyList<int>> AskedAsync(
        Db db,
        Held held,
        IReadOnlyList<Recorded> history,
        CancellationToken stop
    )
    {
        var before = history
            .Where(e => e.What is ReviewEvent)
            .Select(e => e.Moment.Who.PersonId)
            .OfType<int>()
            .Where(p => p != held.Row.Trainee)
            .ToHashSet();
        var here = await db
            .People.Where(p => before.Contains(p.Id) && p.IsActive && Permissions.ToldOfRuns.Contains(p.Role))
            .OrderBy(p => p.Id)
            .Select(p => p.Id)
            .ToListAsync(stop);
        return here.Count > 0 ? here : await MentorsAsync(db, held, stop);
    }

    static async Task<IReadOnlyList<int>> MentorsAsync(Db db, Held held, CancellationToken stop)
    {
        foreach (var role in Permissions.ToldOfRuns)
            if (
                await db
                    .People.Where(p =>
                        p.World == WorldRow.Live && p.IsActive && p.Role == role && p.Id != held.Row.Trainee
                    )
                    .OrderBy(p => p.Id)
                    .Select(p => p.Id)
                    .Take(MostReaders)
                    .ToListAsync(stop) is
                { Count: > 0 } readers
            )
                return readers;
        return [];
    }

    static async Task TellAsync(
        Db db,
        Held held,
        string kind,
        DateTimeOffset at,
        IReadOnlyList<int> readers,
        CancellationToken stop
    )
    {
        await db
            .Notices.Where(n =>
                n.Session == held.Row.Id && n.Kind == kind && n.ReadAt == null && readers.Contains(n.Person)
            )
            .ExecuteDeleteAsync(stop);
        db.Notices.AddRange(
            readers.Select(reader => new NoticeRow
            {
                World = WorldRow.Live,
                Person = reader,
                Session = held.Row.Id,
                Version = held.Row.Version,
                Kind = kind,
                At = at,
            })
        );
    }
}
