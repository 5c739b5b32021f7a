using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Engine.Data;
using Stepdesk.Web.Accounts;

namespace Stepdesk.Web.Shared;

/// <summary>Language and theme: kept in the browser, so that they hold before and without signing in.</summary>
static class Preferences
{
    public const string ThemeCookie = "stepdesk-theme";
    static readonly TimeSpan KeptFor = TimeSpan.FromDays(365);

    /// <summary>The theme chosen by hand, or null to follow the system.</summary>
    public static string? Theme(HttpRequest request) =>
        request.Cookies[ThemeCookie] is "light" or "dark" ? request.Cookies[ThemeCookie] : null;

    // Its token is checked by hand: after the framework's own refusal the form may not be touched any more, not even
    // by the page that explains the refusal.
    public static void MapPreferences(this IEndpointRouteBuilder site) =>
        site.MapPost("/preferences", ChooseAsync).DisableAntiforgery().ExcludeFromDescription().InPractice();

    static async Task<Results<RedirectHttpResult, BadRequest>> ChooseAsync(
        [FromForm] string? language,
        [FromForm] string? theme,
        [FromForm] string? returnUrl,
        HttpContext context,
        IAntiforgery antiforgery,
        Db db
    )
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return TypedResults.BadRequest();
        if (Reading.Of(language) is { } chosen)
        {
            Reading.Choose(context, chosen);
            if (Me.Of(context.User) is { PersonId: { } me })
                await db.People.Where(p => p.Id == me).ExecuteUpdateAsync(p => p.SetProperty(r => r.Language, chosen));
        }
        if (theme is "light" or "dark" or "system")
            Keep(context, ThemeCookie, theme);
        return TypedResults.LocalRedirect(ReturnUrl.Local(returnUrl));
    }

    /// <summary>Keeps a choice in the browser. No secret, but nothing a script needs either.</summary>
    public static void Keep(HttpContext context, string name, string value) =>
        context.Response.Cookies.Append(
            name,
            value,
            new()
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = KeptFor,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
            }
        );
}
