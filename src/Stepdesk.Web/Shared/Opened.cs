using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Stepdesk.Web.Shared;

/// <summary>
/// Whether an answer is opened, as a page or a file is, or goes to the script, the image or the stream of a page that is
/// open already. To those an answer says by its status alone what was refused: a page they would not show, and its
/// cookies would come beside the form that stands open meanwhile.
/// </summary>
static class Opened
{
    // A browser that opens something says so, also where it does it by script. Who says nothing takes anything.
    public static bool By(HttpRequest request) =>
        request.Headers.Accept is { Count: 0 } or [null or ""]
        || request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>Leads there whoever opens something, and tells everybody else by <paramref name="status"/>.</summary>
    public static Func<RedirectContext<CookieAuthenticationOptions>, Task> OrElse(int status) =>
        context =>
        {
            if (By(context.Request))
                context.Response.Redirect(context.RedirectUri);
            else
                context.Response.StatusCode = status;
            return Task.CompletedTask;
        };
}
