using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Accounts;

/// <summary>The people of the desk. Every change to an account is an event in that person's stream.</summary>
public sealed class People(
    IDbContextFactory<Db> databases,
    Worlds worlds,
    IPasswordHasher<Account> hasher,
    TimeProvider real
)
{
    public static readonly Refusal EmailTaken = new("email-is-taken");
    public static readonly Refusal EmailInvalid = new("email-is-invalid");
    public static readonly Refusal NameMissing = new("name-is-missing");
    public static readonly Refusal PasswordTooShort = new("password-is-too-short");
    public static readonly Refusal RoleUnknown = new("role-is-unknown");
    public static readonly Refusal PasswordGuessable = new("password-is-guessable");

    /// <summary>Length is what protects a password; composition rules only make people write them down.</summary>
    public const int ShortestPassword = 12;
    public const int LongestPassword = 128;

    const int LongestName = 200;

    // Mail servers take no longer path, and PostgreSQL has no room for much more in an index.
    const int LongestAddress = 254;

    /// <summary>Adds somebody who signs in, or, without a password, somebody who will be given a way in later.</summary>
    public async Task<(PersonRow? Person, Refusal? Refusal)> AddAsync(
        NewPerson person,
        Actor me,
        CancellationToken stop = default
    )
    {
        if (Check(person) is { } refusal)
            return (null, refusal);
        await using var db = await databases.CreateDbContextAsync(stop);
        try
        {
            await using var work = await db.BeginAsync(stop);
            var row = await AddAsync(db, worlds.Live, person, me, stop);
            await db.SaveChangesAsync(stop);
            await work.CommitAsync(stop);
            return (row, null);
        }
        catch (DbUpdateException failure) when (db.IsDuplicate(failure))
        {
            return (null, EmailTaken);
        }
    }

    /// <summary>Whoever has this address at the live desk; null when nobody has.</summary>
    public async Task<PersonRow?> FindAsync(string email, CancellationToken stop = default)
    {
        var key = KeyOf(email);
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db
            .People.AsNoTracking()
            .SingleOrDefaultAsync(p => p.World == WorldRow.Live && p.EmailKey == key, stop);
    }

    /// <summary>The live desk's customer with this address, made on first contact.</summary>
    public Task<PersonRow> CustomerAsync(
        string name,
        string email,
        Language language,
        CancellationToken stop = default
    ) => CustomerAsync(worlds.Live, name, email, language, stop);

    /// <summary>The same in any world. Asked side by side, both get the same person.</summary>
    /// <exception cref="InvalidOperationException">The world does not know such addresses; ask it first.</exception>
    public async Task<PersonRow> CustomerAsync(
        World world,
        string name,
        string email,
        Language language,
        CancellationToken stop = default
    )
    {
        if (world.WhyNotKnown(email) is { } barred)
            throw new InvalidOperationException($"Nobody with such an address is known here: {barred.Code}.");
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(stop);
            var key = KeyOf(email);
            if (
                await db
                    .People.AsNoTracking()
                    .SingleOrDefaultAsync(p => p.World == world.Id && p.EmailKey == key, stop) is
                { } known
            )
                return known;
            try
            {
                await using var work = await db.BeginAsync(stop);
                var person = new NewPerson(NameOf(name) is "" ? email : name, email, Role.Customer, language);
                var row = await AddAsync(db, world, person, Actor.System("reception"), stop);
                await db.SaveChangesAsync(stop);
                await work.CommitAsync(stop);
                return row;
            }
            catch (DbUpdateException failure) when (attempt == 1 && db.IsDuplicate(failure))
            {
                // Somebody else met this customer in the same moment; the next look finds them.
            }
        }
    }

    public static string KeyOf(string email) => Plain.Line(email).ToLowerInvariant();

    /// <summary>Whether mail can be sent there: one address, without a name, that both databases can keep.</summary>
    public static bool IsAddress(string email) =>
        email.Trim() is var address
        && new EmailAddressAttribute().IsValid(address)
        && address.Length <= LongestAddress
        && !address.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is ',' or ';' or '<' or '>' or '"')
        && Plain.Line(address) == address;

    static string NameOf(string name) => Plain.Cut(Plain.Line(name), LongestName);

    /// <summary>Why this person cannot be added, whoever else there is; null when nothing speaks against it.</summary>
    public static Refusal? Check(NewPerson person) =>
        person.Role is Role.System || !Enum.IsDefined(person.Role) ? RoleUnknown
        : NameOf(person.Name) is "" ? NameMissing
        : !IsAddress(person.Email) ? EmailInvalid
        : person.Password is { } password ? CheckPassword(password, person.Name, person.Email)
        : null;

    /// <summary>Why this cannot be the password of whoever has this name and address; null when it can.</summary>
    public static Refusal? CheckPassword(string password, string name, string email) =>
        password.Length is < ShortestPassword or > LongestPassword ? PasswordTooShort
        : Guessable.Is(password, name, email) ? PasswordGuessable
        : null;

    /// <summary>Adds a checked person within the caller's transaction; with a password they get an account.</summary>
    internal async Task<PersonRow> AddAsync(Db db, World world, NewPerson person, Actor me, CancellationToken stop) =>
        Add(db, world, await db.NextNumberAsync("people", stop), person, me);

    /// <summary>The same under a number that was taken before.</summary>
    internal PersonRow Add(Db db, World world, int id, NewPerson person, Actor me)
    {
        var row = new PersonRow
        {
            Id = id,
            World = world.Id,
            Name = NameOf(person.Name),
            Email = person.Email.Trim(),
            EmailKey = KeyOf(person.Email),
            Role = person.Role,
            Language = person.Language,
            Team = person.Team,
            Version = 1,
        };
        db.People.Add(row);
        db.Append(
            Streams.Person(row.Id),
            world.Id,
            null,
            new(world.Now, me),
            real.GetUtcNow().ToMicroseconds(),
            new PersonAdded(row.Name, row.Email, row.Role)
        );
        if (person.Password is { } password)
            db.Accounts.Add(NewAccount(row, password));
        return row;
    }

    Account NewAccount(PersonRow person, string password)
    {
        var account = NewAccount(person);
        account.PasswordHash = hasher.HashPassword(account, password);
        return account;
    }

    /// <summary>A way in that has no password yet.</summary>
    internal static Account NewAccount(PersonRow person) =>
        new()
        {
            Id = person.Id,
            UserName = person.EmailKey,
            NormalizedUserName = person.EmailKey.ToUpperInvariant(),
            Email = person.Email,
            NormalizedEmail = person.EmailKey.ToUpperInvariant(),
            EmailConfirmed = true,
            LockoutEnabled = true,
            // The framework asks for one. What ends sessions is SignedIn.
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
}

/// <summary>Somebody to be added.</summary>
public sealed record NewPerson(
    string Name,
    string Email,
    Role Role,
    Language Language,
    string? Password = null,
    int? Team = null
);
