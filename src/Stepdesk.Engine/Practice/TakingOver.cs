using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Imports;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Practice;

/// <summary>
/// Takes work over that was done elsewhere: a run that is over from the beginning, which a mentor reviews like any other.
/// </summary>
public sealed class TakingOver
{
    readonly IDbContextFactory<Db> databases;
    readonly Library library;
    readonly Starting starting;

    internal TakingOver(IDbContextFactory<Db> databases, Library library, Starting starting) =>
        (this.databases, this.library, this.starting) = (databases, library, starting);

    /// <summary>The run it became, or why it became none.</summary>
    /// <param name="trainee">Whose work it is: one's own, or for mentors anybody's of the desk.</param>
    /// <param name="branch">Which way it turned out, where somebody knows.</param>
    public async Task<(int? Id, Refusal? Refusal)> TakeAsync(
        string scenario,
        Elsewhere work,
        int trainee,
        string? branch,
        Language language,
        Actor me,
        CancellationToken stop = default
    )
    {
        if (library.Find(scenario) is not { } found)
            return (null, ImportRefusals.NoScenario);
        if (branch is not null && found.BranchOf(branch) is null)
            return (null, ImportRefusals.NoBranch(string.Join(", ", found.Branches.Select(b => b.Id))));
        if (!Permissions.MayPractise(me) || (trainee != me.PersonId && !Permissions.MayReviewPractice(me)))
            return (null, Refusals.NotAllowed);
        await using (var db = await databases.CreateDbContextAsync(stop))
            if (!await Staff(db).AnyAsync(p => p.Id == trainee, stop))
                return (null, Progresses.NoTrainee);
        return (
            await starting.StartAsync(
                found,
                Actor.Person(trainee, Role.Trainee),
                PracticeMode.Practice,
                language,
                0,
                stop,
                Importing.Log(found, work, branch, language)
            ),
            null
        );
    }

    /// <summary>Those whose work a mentor can hand in.</summary>
    public async Task<IReadOnlyList<PersonRow>> TraineesAsync(Actor me, CancellationToken stop = default)
    {
        if (!Permissions.MayReviewPractice(me))
            return [];
        await using var db = await databases.CreateDbContextAsync(stop);
        return await Staff(db).AsNoTracking().OrderBy(p => p.Name).ThenBy(p => p.Id).Take(300).ToListAsync(stop);
    }

    static IQueryable<PersonRow> Staff(Db db) =>
        db.People.Where(p => p.World == WorldRow.Live && p.IsActive && p.Role != Role.Customer);
}
