using System.Globalization;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Chat;

/// <summary>
/// Posts into one channel. Its address is a secret, so nothing here is ever traced or logged, and no redirect is followed;
/// what is answered but the status and when to come back is not even read.
/// </summary>
sealed class Webhook(Uri url, TimeSpan patience, TimeProvider clock) : IDisposable
{
    static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);

    // A chat that asks for more is asked again then all the same.
    static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    readonly HttpClient http = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = patience,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            MaxResponseHeadersLength = 16,
            // Else the framework would put the whole address into a span.
            ActivityHeadersPropagator = null,
        }
    )
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Null when it was accepted.</summary>
    public async Task<Unposted?> PostAsync(byte[] json, CancellationToken stop)
    {
        using var patient = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patient.CancelAfter(patience);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, url)
            {
                // With its length: what comes in pieces is refused by some of what stands between.
                Content = new ByteArrayContent(json) { Headers = { ContentType = new("application/json", "utf-8") } },
            };
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patient.Token);
            return Read(response);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new("no-answer");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return new("unreachable");
        }
    }

    public void Dispose() => http.Dispose();

    Unposted? Read(HttpResponseMessage response) =>
        (int)response.StatusCode switch
        {
            >= 200 and < 300 => null,
            // To follow it would hand the message to whoever is named there.
            >= 300 and < 400 => new("redirected", ForGood: true),
            (408 or 425 or 429 or >= 500) and var status => new(StatusOf(status), Wait: Wait(response)),
            var status => new(StatusOf(status), ForGood: true),
        };

    static string StatusOf(int status) => status.ToString(CultureInfo.InvariantCulture);

    // Both forms of the header; an instant in the past is now.
    TimeSpan? Wait(HttpResponseMessage response) =>
        response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => Bounded(delta),
            { Date: { } date } => Bounded(date - clock.GetUtcNow()),
            _ => null,
        };

    static TimeSpan Bounded(TimeSpan wait) =>
        wait < ShortestWait ? ShortestWait
        : wait > LongestWait ? LongestWait
        : wait;
}
