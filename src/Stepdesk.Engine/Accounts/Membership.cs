using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Accounts;

/// <summary>
/// What changes with those who work at the desk: their way in, their role, whether they still belong to it. Whoever is
/// signed in as them is signed out within a minute of losing either.
/// </summary>
public sealed class Membership(Colleagues colleagues, IPasswordHasher<Account> hasher)
{
    public static readonly Refusal NoColleague = new("person-does-not-work-here");
    public static readonly Refusal OwnAccount = new("own-account-stays");
    public static readonly Refusal LastAdministrator = new("last-administrator-stays");

    /// <summary>
    /// Gives somebody a new password, and a way in if they had none. Every browser they were signed in with is signed
    /// out; what their tokens open is <see cref="Tokens"/>' affair.
    /// </summary>
    public Task<Refusal?> SetPasswordAsync(int person, string password, Actor me, CancellationToken stop = default) =>
        me.PersonId == person || MayManage(me)
            ? ChangeAsync(
                person,
                me,
                async (db, row) =>
                {
                    if (!row.IsActive)
                        return (Refusals.NoSuchPerson, null);
                    if (People.CheckPassword(password, row.Name, row.Email) is { } refusal)
                        return (refusal, null);
                    if (await db.Accounts.SingleOrDefaultAsync(a => a.Id == person, stop) is not { } account)
                        db.Accounts.Add(account = People.NewAccount(row));
                    account.PasswordHash = hasher.HashPassword(account, password);
                    (account.AccessFailedCount, account.LockoutEnd) = (0, null);
                    return (null, new PasswordSet());
                },
                stop
            )
            : Task.FromResult<Refusal?>(Refusals.NotAllowed);

    /// <summary>Gives a colleague another role.</summary>
    public Task<Refusal?> SetRoleAsync(int person, Role role, Actor me, CancellationToken stop = default) =>
        ManageAsync(
            person,
            me,
            role is not Role.Administrator,
            row =>
            {
                if (role is Role.System || !Enum.IsDefined(role))
                    return (People.RoleUnknown, null);
                if (role is Role.Customer)
                    return (NoColleague, null);
                if (row.Role == role)
                    return (null, null);
                row.Role = role;
                return (null, new RoleChanged(role));
            },
            stop
        );

    /// <summary>Closes the way in, tokens included. What they did and what they own stays theirs.</summary>
    public Task<Refusal?> DisableAsync(int person, Actor me, CancellationToken stop = default) =>
        ManageAsync(
            person,
            me,
            true,
            row =>
            {
                if (!row.IsActive)
                    return (null, null);
                row.IsActive = false;
                return (null, new PersonDisabled());
            },
            stop
        );

    /// <summary>Opens the way in again.</summary>
    public Task<Refusal?> EnableAsync(int person, Actor me, CancellationToken stop = default) =>
        ManageAsync(
            person,
            me,
            false,
            row =>
            {
                if (row.IsActive)
                    return (null, null);
                row.IsActive = true;
                return (null, new PersonEnabled());
            },
            stop
        );

    // Nobody locks themselves out, and somebody is always left who can let others in.
    Task<Refusal?> ManageAsync(
        int person,
        Actor me,
        bool takesAway,
        Func<PersonRow, (Refusal?, PersonEvent?)> change,
        CancellationToken stop
    ) =>
        !MayManage(me) ? Task.FromResult<Refusal?>(Refusals.NotAllowed)
        : takesAway && me.PersonId == person ? Task.FromResult<Refusal?>(OwnAccount)
        : ChangeAsync(
            person,
            me,
            async (db, row) =>
                takesAway && row is { Role: Role.Administrator, IsActive: true } && await IsLastAsync(db, row, stop)
                    ? (LastAdministrator, null)
                    : change(row),
            stop
        );

    Task<Refusal?> ChangeAsync(
        int person,
        Actor me,
        Func<Db, PersonRow, Task<(Refusal? Refusal, PersonEvent? What)>> change,
        CancellationToken stop
    ) =>
        colleagues.ChangeAsync(
            person,
            me,
            async (db, row) =>
            {
                var (refusal, what) = await change(db, row);
                // Opened again, or known by another password, nobody comes in as before.
                if (what is PasswordSet or PersonDisabled)
                    await db.SignedIn.Where(b => b.Person == person).ExecuteDeleteAsync(stop);
                return (refusal, what);
            },
            stop,
            db => HoldAdministratorsAsync(db, stop)
        );

    // Two who disable each other at once would leave nobody: on PostgreSQL the second waits here and then sees the first.
    static async Task HoldAdministratorsAsync(Db db, CancellationToken stop) =>
        await db
            .People.Where(p => p.World == WorldRow.Live && p.Role == Role.Administrator)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.Version, x => x.Version), stop);

    static async Task<bool> IsLastAsync(Db db, PersonRow row, CancellationToken stop) =>
        !await db.People.AnyAsync(
            p => p.World == row.World && p.Role == Role.Administrator && p.IsActive && p.Id != row.Id,
            stop
        );

    static bool MayManage(Actor me) => me.Role is Role.System || Permissions.MayManagePeople(me);
}
