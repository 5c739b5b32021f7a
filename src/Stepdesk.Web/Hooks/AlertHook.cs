using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Stepdesk.Engine.Alerts;

namespace Stepdesk.Web.Hooks;

/// <summary>
/// Where Azure Monitor sends its alerts. Plain webhooks can carry a secret in their address and nowhere else. An alert is
/// accepted once it is kept for good; whatever came, a refusal would only lose it.
/// </summary>
static class AlertHook
{
    public static void MapAlerts(this IEndpointRouteBuilder site) =>
        site.Map("/hooks/azure-monitor/{secret}", TakeAsync).DisableAntiforgery();

    static async Task<Results<Accepted, NotFound, StatusCodeHttpResult>> TakeAsync(
        string secret,
        HttpContext context,
        AlertOptions options,
        AlertIntake intake,
        CancellationToken stop
    )
    {
        // A machine asks: a page that explains helps nobody.
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
        if (!IsOurs(secret, options))
            return TypedResults.NotFound();
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.Headers.Allow = HttpMethods.Post;
            return TypedResults.StatusCode(StatusCodes.Status405MethodNotAllowed);
        }
        if (await ReadAsync(context.Request, stop) is not { } body)
            return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        await intake.TakeAsync(body, stop);
        return TypedResults.Accepted((string?)null);
    }

    // Every hash is compared, each in the same time, so that how long it takes tells nothing.
    static bool IsOurs(string secret, AlertOptions options)
    {
        var said = SHA256.HashData(Encoding.UTF8.GetBytes(secret));
        var ours = false;
        foreach (var known in options.Secrets)
            ours |= CryptographicOperations.FixedTimeEquals(said, Convert.FromHexString(known));
        return ours;
    }

    static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, CancellationToken stop)
    {
        if (request.ContentLength > AlertIntake.Largest)
            return null;
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, stop)) > 0; )
        {
            if (body.Length + read > AlertIntake.Largest)
                return null;
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }
}
