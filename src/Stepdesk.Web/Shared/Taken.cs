using Microsoft.AspNetCore.Http.Features;

namespace Stepdesk.Web.Shared;

/// <summary>
/// Tells a browser that a form was taken, so that it forgets the draft of what was typed there. A post that is answered by
/// a way on was taken, or by a page that says so; one that is answered by any other page, by the sign-in or not at all was
/// not, and the draft stays.
/// </summary>
static class Taken
{
    /// <summary>The field in which a browser names the post; the cookie says that name back.</summary>
    public const string Field = "_sent";
    public const string Cookie = "stepdesk-taken";

    /// <summary>Where a form ends instead that was not taken for who sent it.</summary>
    static readonly string[] Gates = ["/sign-in", "/problem", "/setup"];

    public static Task SayAsync(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsPost(context.Request.Method))
            context.Response.OnStarting(() =>
            {
                if (IsTaken(context.Response) && NameOf(context) is { } name)
                    context.Response.Cookies.Append(
                        Cookie,
                        name,
                        new()
                        {
                            IsEssential = true,
                            MaxAge = TimeSpan.FromMinutes(1),
                            SameSite = SameSiteMode.Strict,
                            Secure = context.Request.IsHttps,
                        }
                    );
                return Task.CompletedTask;
            });
        return next(context);
    }

    /// <summary>The form was taken although its page is shown again, as the panel is beside a page that goes on.</summary>
    public static void Take(HttpContext context) => context.Items[Cookie] = true;

    // A form that script sends is led on by a header of the framework's.
    static bool IsTaken(HttpResponse response) => response.HttpContext.Items.ContainsKey(Cookie) || LeadsOn(response);

    static bool LeadsOn(HttpResponse response) =>
        (
            response.StatusCode is StatusCodes.Status302Found or StatusCodes.Status303SeeOther
                ? response.Headers.Location.ToString()
                : response.Headers["blazor-enhanced-nav-redirect-location"].ToString()
        )
            is { Length: > 0 } on
        && Uri.TryCreate(new Uri("http://desk.example"), on, out var way)
        && !Gates.Any(gate => way.AbsolutePath.StartsWith(gate, StringComparison.Ordinal));

    // Only a form that was read: nothing else was taken.
    static string? NameOf(HttpContext context) =>
        context.Features.Get<IFormFeature>()?.Form?[Field].ToString() is { Length: > 0 and <= 40 } name
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-')
            ? name
            : null;
}
