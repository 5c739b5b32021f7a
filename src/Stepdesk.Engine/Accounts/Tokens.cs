using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Accounts;

/// <summary>API tokens: a way in for programs that act for a person, with exactly that person's rights.</summary>
public sealed class Tokens(IDbContextFactory<Db> databases, Worlds worlds, TimeProvider real)
{
    public static readonly Refusal NoSuchPerson = new("no-such-person");
    public static readonly Refusal NoSuchToken = new("no-such-token");

    /// <summary>So that a leaked token is recognised for what it is, by people and by scanners.</summary>
    public const string Prefix = "sd_";
    const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    // 43 letters out of 62 hold just over 256 bits.
    const int Length = 43;

    /// <summary>Makes a token for a person. Its text is answered here and never again.</summary>
    public async Task<(NewToken? Token, Refusal? Refusal)> CreateAsync(
        int person,
        string name,
        Actor me,
        CancellationToken stop = default
    )
    {
        if (!MayManage(me, person))
            return (null, Refusals.NotAllowed);
        if (string.IsNullOrWhiteSpace(name))
            return (null, People.NameMissing);
        await using var db = await databases.CreateDbContextAsync(stop);
        await using var work = await db.BeginAsync(stop);
        if (await HoldAsync(db, person, stop) is not { IsActive: true } row)
            return (null, NoSuchPerson);

        var text = Prefix + RandomNumberGenerator.GetString(Base62, Length);
        var token = new TokenRow
        {
            Id = await db.NextNumberAsync("tokens", stop),
            Person = person,
            Name = name.Trim(),
            Hash = HashOf(text),
            CreatedAt = real.GetUtcNow().ToMicroseconds(),
        };
        db.Tokens.Add(token);
        await AppendAsync(db, row, me, new TokenCreated(token.Id, token.Name), stop);
        await db.SaveChangesAsync(stop);
        await work.CommitAsync(stop);
        return (new(token.Id, token.Name, text), null);
    }

    /// <summary>Whose token this is; null when it is unknown or revoked, or its person was disabled.</summary>
    public async Task<PersonRow?> FindAsync(string token, CancellationToken stop = default)
    {
        var hash = HashOf(token);
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db
            .Tokens.Where(t => t.Hash == hash && t.RevokedAt == null)
            .Join(db.People, t => t.Person, p => p.Id, (_, person) => person)
            .AsNoTracking()
            .SingleOrDefaultAsync(p => p.IsActive, stop);
    }

    /// <summary>Ends a token at once. Asked again, nothing more happens.</summary>
    public async Task<Refusal?> RevokeAsync(int token, Actor me, CancellationToken stop = default)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        await using var work = await db.BeginAsync(stop);
        var person = await db.Tokens.Where(t => t.Id == token).Select(t => t.Person).SingleOrDefaultAsync(stop);
        // Somebody else's token is not there for those who may not manage it.
        if (!MayManage(me, person) || await HoldAsync(db, person, stop) is not { } row)
            return NoSuchToken;
        var kept = await db.Tokens.SingleAsync(t => t.Id == token, stop);
        if (kept.RevokedAt is not null)
            return null;

        kept.RevokedAt = real.GetUtcNow().ToMicroseconds();
        await AppendAsync(db, row, me, new TokenRevoked(token), stop);
        await db.SaveChangesAsync(stop);
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
