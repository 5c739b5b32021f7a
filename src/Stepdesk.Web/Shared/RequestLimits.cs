using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Stepdesk.Web.Shared;

/// <summary>How often one address may post to the pages that name the limit with <see cref="EnableRateLimitingAttribute"/>.</summary>
/// <param name="Most">Posts of one address within <see cref="Window"/>.</param>
/// <param name="Segments">How many parts the window slides by; with one, it begins anew each time.</param>
sealed record RequestLimit(string Name, int Most, int Segments)
{
    /// <summary>Long enough to stop guessing, and short enough to wait for.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    public PartitionedRateLimiter<HttpContext> Make() =>
        PartitionedRateLimiter.Create<HttpContext, string>(context =>
            HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetSlidingWindowLimiter(
                    WhoOf(context.Connection.RemoteIpAddress),
                    _ =>
                        new()
                        {
                            PermitLimit = Most,
                            Window = Window,
                            SegmentsPerWindow = Segments,
                        }
                )
                : RateLimitPartition.GetNoLimiter("")
        );

    // Of IPv6 one household has as many addresses as it likes: the network counts.
    static string WhoOf(IPAddress? address) =>
        address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address?.MapToIPv4().ToString() ?? "";
}

/// <summary>
/// The limits of this desk. The framework's own middleware is never disposed, and its timer keeps the desk it belongs to
/// alive for as long as the process lives; these end with their desk.
/// </summary>
sealed class RequestLimits(IEnumerable<RequestLimit> limits) : IDisposable
{
    readonly Dictionary<string, PartitionedRateLimiter<HttpContext>> limiters = limits.ToDictionary(
        limit => limit.Name,
        limit => limit.Make(),
        StringComparer.Ordinal
    );

    public async Task HoldAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName is not { } name)
        {
            await next(context);
            return;
        }
        using var lease = await limiters[name].AcquireAsync(context, 1, context.RequestAborted);
        if (lease.IsAcquired)
        {
            await next(context);
            return;
        }
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = RequestLimit.Window.TotalSeconds.ToString(CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        foreach (var limiter in limiters.Values)
            limiter.Dispose();
    }
}
