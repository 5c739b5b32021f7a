using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.People;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Web.Shared;

namespace Stepdesk.Web.Accounts;

/// <summary>
/// A signed-in browser. It ends after eight hours, after 45 idle minutes, and within a minute of the person being
/// disabled or their password being changed.
/// </summary>
sealed class Session(IDbContextFactory<Db> databases, TimeProvider clock)
{
    public const string Scheme = "session";
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(45);
    static readonly TimeSpan Longest = TimeSpan.FromHours(8);
    static readonly TimeSpan CheckedEvery = TimeSpan.FromMinutes(1);

    // Kept beside the principal, not in it: the principal says who somebody is and nothing else.
    const string Stamp = "stamp";
    const string Began = "began";

    /// <summary>Signs the account's person in, and says as what; null when they may not, such as when disabled meanwhile.</summary>
    public async Task<Role?> BeginAsync(HttpContext context, Account account)
    {
        if (await FindAsync(account.Id, context.RequestAborted) is not { } person)
            return null;
        var properties = new AuthenticationProperties();
        properties.Items[Stamp] = person.Stamp;
        properties.Items[Began] = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        await context.SignInAsync(Scheme, PrincipalOf(account.Id, person.Role), properties);
        if (Reading.Chosen(context.Request) is null)
            Reading.Choose(context, person.Language);
        return person.Role;
    }

    /// <summary>Looks again at who this is; at most once a minute, for every page asks.</summary>
    public async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        var now = clock.GetUtcNow();
        var properties = context.Properties;
        if (now - DateTimeOffset.Parse(properties.Items[Began]!, CultureInfo.InvariantCulture) >= Longest)
            await EndAsync(context);
        else if (now - properties.IssuedUtc >= CheckedEvery)
        {
            if (
                Me.Of(context.Principal!)?.PersonId is { } id
                && await FindAsync(id, context.HttpContext.RequestAborted) is { } person
                && person.Stamp == properties.Items[Stamp]
            )
            {
                context.ReplacePrincipal(PrincipalOf(id, person.Role));
                context.ShouldRenew = true;
            }
            else
                await EndAsync(context);
        }
    }

    static Task EndAsync(CookieValidatePrincipalContext context)
    {
        context.RejectPrincipal();
        return context.HttpContext.SignOutAsync(Scheme);
    }

    static ClaimsPrincipal PrincipalOf(int person, Role role) =>
        new(new ClaimsIdentity(Me.Claims(person, role), Scheme));

    async Task<Signing?> FindAsync(int id, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db
            .People.Where(p => p.Id == id && p.IsActive && p.Role != Role.Customer)
            .Join(db.Accounts, p => p.Id, a => a.Id, (p, a) => new Signing(p.Role, p.Language, a.SecurityStamp))
            .SingleOrDefaultAsync(stop);
    }

    sealed record Signing(Role Role, Language Language, string? Stamp);
}
