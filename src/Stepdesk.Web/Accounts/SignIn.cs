using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Stepdesk.Engine.Data;
using Stepdesk.Web.Shared;

namespace Stepdesk.Web.Accounts;

/// <summary>Signing in with address and password, and the cookie that follows.</summary>
static class SignIn
{
    /// <summary>The rate limit on tries, by address of the caller.</summary>
    public const string Tries = "sign-in";

    /// <summary>Tries from one address that may fail within <see cref="RequestLimit.Window"/>; a whole office may sit behind one.</summary>
    public const int MostTries = 30;

    public static IServiceCollection AddSignIn(this IServiceCollection services, bool plain)
    {
        services
            .AddIdentityCore<Account>(o =>
            {
                o.Lockout.MaxFailedAccessAttempts = 5;
                o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
            })
            .AddUserStore<UserOnlyStore<Account, Db, int>>();
        services.AddSingleton<Session>().AddScoped<Passwords>();
        services
            .AddAuthentication(Session.Scheme)
            .AddCookie(
                Session.Scheme,
                o =>
                {
                    o.Cookie.Name = CookieNames.For("stepdesk", plain);
                    o.Cookie.SecurePolicy = CookieNames.Secure(plain);
                    o.Cookie.SameSite = SameSiteMode.Lax;
                    o.Cookie.Path = "/";
                    o.ExpireTimeSpan = Session.Idle;
                    o.SlidingExpiration = true;
                    o.LoginPath = "/sign-in";
                    o.LogoutPath = "/sign-out";
                    o.AccessDeniedPath = "/problem/403";
                    o.ReturnUrlParameter = "returnUrl";
                    o.Events.OnRedirectToLogin = Opened.OrElse(StatusCodes.Status401Unauthorized);
                    o.Events.OnRedirectToAccessDenied = Opened.OrElse(StatusCodes.Status403Forbidden);
                    o.Events.OnValidatePrincipal = context =>
                        context.HttpContext.RequestServices.GetRequiredService<Session>().CheckAsync(context);
                }
            );
        services.AddAuthorization();
        services
            .AddSingleton<RequestLimits>()
            .AddSingleton(new RequestLimit(Tries, MostTries, Segments: 5, OnlyFailed: true));
        return services;
    }
}
