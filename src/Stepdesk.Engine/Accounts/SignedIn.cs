using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.People;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Accounts;

/// <summary>
/// The browsers people are signed in with, by a number that nobody can guess. They are kept here so that signing out,
/// a new password or a closed account ends them everywhere, copies of their cookies included.
/// </summary>
public sealed class SignedIn(IDbContextFactory<Db> databases, TimeProvider real)
{
    /// <summary>Whoever comes back after that signs in anew, however busy they were.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    /// <summary>Begins one for somebody who has shown who they are; null when they may not sign in.</summary>
    public async Task<Browsing?> BeginAsync(int person, CancellationToken stop = default)
    {
        var now = real.GetUtcNow().ToMicroseconds();
        await using var db = await databases.CreateDbContextAsync(stop);
        if (
            await Who(db).Where(p => p.Id == person).Select(p => new { p.Role, p.Language }).SingleOrDefaultAsync(stop)
            is not { } who
        )
            return null;
        await db.SignedIn.Where(b => b.BeganAt <= now - Longest).ExecuteDeleteAsync(stop);
        var row = new SignedInRow
        {
            Id = Guid.NewGuid(),
            Person = person,
            BeganAt = now,
        };
        db.SignedIn.Add(row);
        await db.SaveChangesAsync(stop);
        return new(row.Id, person, who.Role, who.Language);
    }

    /// <summary>Who browses; null when it ended.</summary>
    public async Task<Browsing?> FindAsync(Guid id, CancellationToken stop = default)
    {
        var from = real.GetUtcNow().ToMicroseconds() - Longest;
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db
            .SignedIn.Where(b => b.Id == id && b.BeganAt > from)
            .Join(Who(db), b => b.Person, p => p.Id, (b, p) => new Browsing(b.Id, p.Id, p.Role, p.Language))
            .SingleOrDefaultAsync(stop);
    }

    /// <summary>Signs this browser out.</summary>
    public async Task EndAsync(Guid id, CancellationToken stop = default)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        await db.SignedIn.Where(b => b.Id == id).ExecuteDeleteAsync(stop);
    }

    /// <summary>How many other browsers somebody is signed in with.</summary>
    public async Task<int> CountOthersAsync(Browsing here, CancellationToken stop = default)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await Others(db, here).CountAsync(stop);
    }

    /// <summary>Signs somebody out everywhere but here.</summary>
    public async Task EndOthersAsync(Browsing here, CancellationToken stop = default)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        await Others(db, here).ExecuteDeleteAsync(stop);
    }

    IQueryable<SignedInRow> Others(Db db, Browsing here)
    {
        var from = real.GetUtcNow().ToMicroseconds() - Longest;
        return db.SignedIn.Where(b => b.Person == here.Person && b.Id != here.Id && b.BeganAt > from);
    }

    // Customers come by their links, and who has no account was never signed in.
    static IQueryable<PersonRow> Who(Db db) =>
        db.People.Where(p => p.IsActive && p.Role != Role.Customer && db.Accounts.Any(a => a.Id == p.Id));
}

/// <summary>A browser and whose it is.</summary>
public sealed record Browsing(Guid Id, int Person, Role Role, Language Language);
