using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Stepdesk.Web.Shared;

/// <summary>How often one address may post to the pages that name the limit with <see cref="EnableRateLimitingAttribute"/>.</summary>
/// <param name="Most">Posts of one address within <see cref="Window"/>.</param>
/// <param name="Segments">How many parts the window slides by; with one, it begins anew each time.</param>
/// <param name="OnlyFailed">Whether only those posts count that <see cref="RequestLimits.Failed"/> was said of.</param>
sealed record RequestLimit(string Name, int Most, int Segments, bool OnlyFailed = false)
{
    // What runs at once has not failed yet, so only so many may.
    const int MostAtOnce = 4;
    const int MostWaiting = 100;

    /// <summary>Long enough to stop guessing, and short enough to wait for.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    public PartitionedRateLimiter<HttpContext> Make() =>
        PartitionedRateLimiter.Create<HttpContext, string>(context =>
            RateLimitPartition.GetSlidingWindowLimiter(
                WhoOf(context.Connection.RemoteIpAddress),
                _ =>
                    new()
                    {
                        PermitLimit = Most,
                        Window = Window,
                        SegmentsPerWindow = Segments,
                    }
            )
        );

    /// <summary>One after the other, where it is not known before the end whether a post counts.</summary>
    public PartitionedRateLimiter<HttpContext> MakeGate() =>
        PartitionedRateLimiter.Create<HttpContext, string>(context =>
            OnlyFailed
                ? RateLimitPartition.GetConcurrencyLimiter(
                    WhoOf(context.Connection.RemoteIpAddress),
                    _ => new() { PermitLimit = MostAtOnce, QueueLimit = MostWaiting }
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
    readonly Dictionary<string, Limiter> limiters = limits.ToDictionary(
        limit => limit.Name,
        limit => new Limiter(limit.OnlyFailed, limit.Make(), limit.MakeGate()),
        StringComparer.Ordinal
    );

    /// <summary>Says that what was posted counts as a try, where only those do that failed.</summary>
    public static void Failed(HttpContext context) => context.Items[typeof(RequestLimits)] = true;

    public async Task HoldAsync(HttpContext context, RequestDelegate next)
    {
        if (
            !HttpMethods.IsPost(context.Request.Method)
            || context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName is not { } name
        )
        {
            await next(context);
            return;
        }
        var limiter = limiters[name];
        using var turn = await limiter.Gate.AcquireAsync(context, 1, context.RequestAborted);
        // None is asked for where it is seen later: then it is only looked whether one is left.
        using var lease = turn.IsAcquired ? limiter.Tries.AttemptAcquire(context, limiter.OnlyFailed ? 0 : 1) : turn;
        if (lease.IsAcquired)
        {
            await next(context);
            if (limiter.OnlyFailed && context.Items.ContainsKey(typeof(RequestLimits)))
                using (limiter.Tries.AttemptAcquire(context, 1)) { }
            return;
        }
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = RequestLimit.Window.TotalSeconds.ToString(CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        foreach (var limiter in limiters.Values)
        {
            limiter.Tries.Dispose();
            limiter.Gate.Dispose();
        }
    }

    sealed record Limiter(
        bool OnlyFailed,
        PartitionedRateLimiter<HttpContext> Tries,
        PartitionedRateLimiter<HttpContext> Gate
    );
}
