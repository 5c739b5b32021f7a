using Microsoft.AspNetCore.Identity;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;

namespace Stepdesk.Web.Accounts;

/// <summary>Checks an address and a password. Wrong, unknown and locked are one answer and take the same time.</summary>
sealed class Passwords(UserManager<Account> users, IPasswordHasher<Account> hasher)
{
    static readonly Account Nobody = new();
    static string? nobodysHash;

    /// <summary>The account, or null.</summary>
    public async Task<Account?> CheckAsync(string email, string password)
    {
        // Longer ones cannot be set, and hashing megabytes would only be work for us.
        if (password.Length > People.LongestPassword)
            password = "";
        var account = await users.FindByNameAsync(People.KeyOf(email));
        if (account is null || await users.IsLockedOutAsync(account))
        {
            // The same work as for a real one, so that the time does not tell who has an account.
            nobodysHash ??= hasher.HashPassword(Nobody, "nobody's password");
            hasher.VerifyHashedPassword(Nobody, nobodysHash, password);
            return null;
        }
        if (await users.CheckPasswordAsync(account, password))
        {
            await users.ResetAccessFailedCountAsync(account);
            return account;
        }
        await users.AccessFailedAsync(account);
        return null;
    }
}
