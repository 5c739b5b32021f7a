using System.Linq.Expressions;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Accounts;

/// <summary>API tokens: a way in for programs that act for a person, with exactly that person's rights.</summary>
public sealed class Tokens(IDbContextFactory<Db> databases, Worlds worlds, TimeProvider real)
{
    public static readonly Refusal NoSuchToken = new("no-such-token");
    public static readonly Refusal DaysWrong = new("token-days-are-wrong");

    /// <summary>Days a token opens something when nothing else is said, and at most.</summary>
    public const int UsualDays = 365;
    public const int MostDays = 3650;

    /// <summary>So that a leaked token is recognised for what it is, by people and by scanners.</summary>
    public const string Prefix = "sd_";
    const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    // 43 letters out of 62 hold just over 256 bits.
    const int Length = 43;
    const int LongestName = 100;
    const int MostListed = 200;

    /// <summary>Makes a token for a person. Its text is answered here and never again.</summary>
    /// <param name="days">How long it opens something, 1 to <see cref="MostDays"/>.</param>
    public async Task<(NewToken? Token, Refusal? Refusal)> CreateAsync(
        int person,
        string name,
        Actor me,
        int days = UsualDays,
        CancellationToken stop = default
    )
    {
        if (!MayManage(me, person))
            return (null, Refusals.NotAllowed);
        name = Plain.Cut(Plain.Line(name), LongestName);
        if (name is "")
            return (null, People.NameMissing);
        if (days is < 1 or > MostDays)
            return (null, DaysWrong);
        await using var db = await databases.CreateDbContextAsync(stop);
        await using var work = await db.BeginAsync(stop);
        if (await HoldAsync(db, person, stop) is not { IsActive: true } row)
            return (null, Refusals.NoSuchPerson);

        var text = Prefix + RandomNumberGenerator.GetString(Base62, Length);
        var now = real.GetUtcNow().ToMicroseconds();
        var token = new TokenRow
        {
            Id = await db.NextNumberAsync("tokens", stop),
            Person = person,
            Name = name,
            Hash = HashOf(text),
            CreatedAt = now,
            EndsAt = now.AddDays(days),
        };
        db.Tokens.Add(token);
        await AppendAsync(db, row, me, new TokenCreated(token.Id, token.Name), stop);
        await db.SaveChangesAsync(stop);
        await work.CommitAsync(stop);
        return (new(token.Id, token.Name, text), null);
    }

    /// <summary>Whose token this is; null when it is unknown, over or revoked, or its person was disabled.</summary>
    public async Task<PersonRow?> FindAsync(string token, CancellationToken stop = default)
    {
        var (hash, now) = (HashOf(token), real.GetUtcNow().ToMicroseconds());
        await using var db = await databases.CreateDbContextAsync(stop);
        var found = await db
            .Tokens.Where(t => t.Hash == hash && t.RevokedAt == null && (t.EndsAt == null || t.EndsAt > now))
            .Join(
                db.People,
                t => t.Person,
                p => p.Id,
                (t, person) =>
                    new
                    {
                        t.Id,
                        t.UsedAt,
                        Person = person,
                    }
            )
            .AsNoTracking()
            .SingleOrDefaultAsync(t => t.Person.IsActive, stop);
        // To the hour is enough to see which are in use, and no program makes the desk write on every question.
        if (found is not null && (found.UsedAt is null || now - found.UsedAt >= TimeSpan.FromHours(1)))
            await NoteUseAsync(db, found.Id, now, stop);
        return found?.Person;
    }

    // Nobody waits for it, and nobody is kept out because it could not be written down.
    static async Task NoteUseAsync(Db db, int token, DateTimeOffset now, CancellationToken stop)
    {
        var patience = db.Database.GetCommandTimeout();
        db.Database.SetCommandTimeout(TimeSpan.FromSeconds(1));
        try
        {
            await db.Tokens.Where(t => t.Id == token).ExecuteUpdateAsync(t => t.SetProperty(x => x.UsedAt, now), stop);
        }
        catch (Exception failure) when (Troubles.Say(failure) is not null)
        {
            // The next use notes it.
        }
        finally
        {
            db.Database.SetCommandTimeout(patience);
        }
    }

    /// <summary>A person's tokens that still open something, the newest first; none for those who may not manage them.</summary>
    public async Task<IReadOnlyList<TokenRow>> ListAsync(int person, Actor me, CancellationToken stop = default)
    {
        if (!MayManage(me, person))
            return [];
        var now = real.GetUtcNow().ToMicroseconds();
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db
            .Tokens.AsNoTracking()
            .Where(t => t.Person == person && t.RevokedAt == null && (t.EndsAt == null || t.EndsAt > now))
            .OrderByDescending(t => t.Id)
            .Take(MostListed)
            .ToListAsync(stop);
    }

    /// <summary>Ends a token at once. Asked again, nothing more happens.</summary>
    public async Task<Refusal?> RevokeAsync(int token, Actor me, CancellationToken stop = default)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var person = await db.Tokens.Where(t => t.Id == token).Select(t => t.Person).SingleOrDefaultAsync(stop);
        // Somebody else's token is not there for those who may not manage it.
        return person is 0 || !MayManage(me, person)
            ? NoSuchToken
            : await RevokeAsync(db, person, t => t.Id == token, me, stop);
    }

    /// <summary>Ends every token of a person, such as when somebody else may have got in as them.</summary>
    public async Task<Refusal?> RevokeAllAsync(int person, Actor me, CancellationToken stop = default)
    {
        if (!MayManage(me, person))
            return Refusals.NotAllowed;
        await using var db = await databases.CreateDbContextAsync(stop);
        return await RevokeAsync(db, person, _ => true, me, stop);
    }

    async Task<Refusal?> RevokeAsync(
        Db db,
        int person,
        Expression<Func<TokenRow, bool>> which,
        Actor me,
        CancellationToken stop
    )
    {
        await using var work = await db.BeginAsync(stop);
        if (await HoldAsync(db, person, stop) is not { } row)
            return Refusals.NoSuchPerson;
        var ending = await db
            .Tokens.Where(t => t.Person == person && t.RevokedAt == null)
            .Where(which)
            .OrderBy(t => t.Id)
            .ToListAsync(stop);
        foreach (var token in ending)
        {
            token.RevokedAt = real.GetUtcNow().ToMicroseconds();
            await AppendAsync(db, row, me, new TokenRevoked(token.Id), stop);
            await db.SaveChangesAsync(stop);
        }
        await work.CommitAsync(stop);
        return null;
    }

    static bool MayManage(Actor me, int person) =>
        me.PersonId == person || me.Role is Role.System || Permissions.MayManagePeople(me);

    static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    // Counting up first locks the person's row on PostgreSQL, so nobody else adds to the stream meanwhile.
    static async Task<PersonRow?> HoldAsync(Db db, int person, CancellationToken stop)
    {
        await db
            .People.Where(p => p.Id == person)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.Version, x => x.Version + 1), stop);
        return await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == person, stop);
    }

    async Task AppendAsync(Db db, PersonRow person, Actor me, PersonEvent what, CancellationToken stop)
    {
        var last = (await db.StreamAsync(Streams.Person(person.Id), stop))[^1];
        db.Append(
            Streams.Person(person.Id),
            person.World,
            last,
            new((await worlds.OfAsync(db, person.World, stop)).Now, me),
            real.GetUtcNow().ToMicroseconds(),
            what
        );
    }
}

/// <summary>A token just made, with the one sight of its text.</summary>
public sealed record NewToken(int Id, string Name, string Text);
