namespace Stepdesk.Web.Shared;

/// <summary>What every answer tells the browser not to do, errors and files included.</summary>
static class SecurityHeaders
{
    /// <summary>Own scripts and styles from own files only; nobody frames us.</summary>
    const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; frame-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; "
        + "frame-ancestors 'none'";

    public static void UseSecurityHeaders(this WebApplication site) =>
        site.Use(
            (context, next) =>
            {
                // At the start of the answer: the error handler clears what was set before it. An endpoint that
                // needs a policy of its own, such as the one that shows a mail, has set it by then.
                context.Response.OnStarting(() =>
                {
                    var headers = context.Response.Headers;
                    headers.TryAdd("Content-Security-Policy", Policy);
                    headers.TryAdd("X-Content-Type-Options", "nosniff");
                    headers.TryAdd("X-Frame-Options", "DENY");
                    headers.TryAdd("Referrer-Policy", "same-origin");
                    headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
                    headers.TryAdd("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
                    if (context.Request.IsHttps)
                        headers.TryAdd("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
                    return Task.CompletedTask;
                });
                return next(context);
            }
        );
}
