using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Stepdesk.Core.People;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;
using Stepdesk.Web.Shared;

namespace Stepdesk.Web.Accounts;

/// <summary>
/// A signed-in browser. It ends after eight hours, after 45 idle minutes, and within a minute of signing out, of a new
/// password and of a closed account, wherever its cookie was copied to.
/// </summary>
sealed class Session(SignedIn signedIn, TimeProvider clock)
{
    public const string Scheme = "session";
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(45);
    static readonly TimeSpan CheckedEvery = TimeSpan.FromMinutes(1);

    // Kept beside the principal, not in it: the principal says who somebody is and nothing else.
    const string Number = "number";

    /// <summary>Signs the account's person in, and says as what; null when they may not, such as when disabled meanwhile.</summary>
    public async Task<Role?> BeginAsync(HttpContext context, Account account)
    {
        var stop = context.RequestAborted;
        if (await signedIn.BeginAsync(account.Id, stop) is not { } browsing)
            return null;
        // Whoever signs in over a session, theirs or another's, leaves none behind.
        if (NumberOf(await context.AuthenticateAsync(Scheme)) is { } before)
            await signedIn.EndAsync(before, stop);
        var properties = new AuthenticationProperties();
        properties.Items[Number] = browsing.Id.ToString();
        await context.SignInAsync(Scheme, PrincipalOf(browsing), properties);
        if (Reading.Chosen(context.Request) is null)
            Reading.Choose(context, browsing.Language);
        return browsing.Role;
    }

    /// <summary>Signs this browser out.</summary>
    public async Task EndAsync(HttpContext context)
    {
        if (NumberOf(await context.AuthenticateAsync(Scheme)) is { } number)
            await signedIn.EndAsync(number, context.RequestAborted);
        await context.SignOutAsync(Scheme);
    }

    /// <summary>Which of the signed-in browsers this is; null when it is none.</summary>
    public async Task<Browsing?> HereAsync(HttpContext context) =>
        NumberOf(await context.AuthenticateAsync(Scheme)) is { } number
            ? await signedIn.FindAsync(number, context.RequestAborted)
            : null;

    /// <summary>Looks again at who this is; at most once a minute, for every page asks.</summary>
    public async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        if (clock.GetUtcNow() - context.Properties.IssuedUtc < CheckedEvery)
            return;
        if (
            NumberOf(context.Properties) is { } number
            && await signedIn.FindAsync(number, http.RequestAborted) is { } browsing
        )
        {
            context.ReplacePrincipal(PrincipalOf(browsing));
            context.ShouldRenew = true;
        }
        else
        {
            context.RejectPrincipal();
            await http.SignOutAsync(Scheme);
        }
    }

    static Guid? NumberOf(AuthenticateResult came) => came.Properties is { } properties ? NumberOf(properties) : null;

    static Guid? NumberOf(AuthenticationProperties properties) =>
        Guid.TryParse(properties.Items.TryGetValue(Number, out var text) ? text : null, out var number) ? number : null;

    static ClaimsPrincipal PrincipalOf(Browsing browsing) =>
        new(new ClaimsIdentity(Me.Claims(browsing.Person, browsing.Role), Scheme));
}
