using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Xml;
using Azure.Core;
using Stepdesk.Core.History;
using Stepdesk.Kql;
using Stepdesk.Kql.Diagnostics;

namespace Stepdesk.Engine.Telemetry;

/// <summary>
/// Application Insights and Log Analytics over their query API. The text goes out as it was written, once it was looked
/// at; whatever comes back, late, broken or not at all, becomes an answer.
/// </summary>
public sealed class AzureTelemetrySource : ITelemetrySource, IDisposable
{
    /// <summary>Bytes of an answer that are read; the API itself stops at about a hundred million.</summary>
    internal const int LargestAnswer = 32 * 1024 * 1024;

    // The API takes five at once of one caller and lets more wait; one is left to people in the portal.
    readonly SemaphoreSlim places = new(4);
    readonly AzureConnection connection;
    readonly TokenCredential credential;
    readonly TimeProvider clock;
    readonly Uri endpoint;
    readonly HttpClient http;
    long restsUntil;

    // A new table is offered that much later at most; it can be asked for at once all the same.
    static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);
    static readonly TimeSpan Comfort = TimeSpan.FromSeconds(1);
    readonly CancellationTokenSource gone = new();
    volatile IReadOnlyList<TelemetryTableSeen> tables = StandardTables.Seen;
    Task describing = Task.CompletedTask;
    long describedUntil;

    public AzureTelemetrySource(AzureConnection connection, TokenCredential credential, TimeProvider clock)
        : this(connection, credential, clock, connection.Endpoint) { }

    /// <summary>Another endpoint than the connection's own is for tests alone; no setting leads here.</summary>
    internal AzureTelemetrySource(
        AzureConnection connection,
        TokenCredential credential,
        TimeProvider clock,
        Uri endpoint
    )
    {
        (this.connection, this.credential, this.clock, this.endpoint) = (connection, credential, clock, endpoint);
        // A redirect could lead the token anywhere.
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        // Beyond what Azure was asked to wait, for the way there and back.
        http = new(handler)
        {
            Timeout = connection.Patience + Min(connection.Patience, TimeSpan.FromSeconds(10)),
            MaxResponseContentBufferSize = LargestAnswer,
        };
    }

    public string Name => connection.Name;

    public TelemetryKind Kind => TelemetryKind.Azure;

    public bool IsSensitive => connection.Sensitive;

    public async Task<TelemetryAnswer> AskAsync(TelemetryQuestion question, CancellationToken stop)
    {
        var started = clock.GetTimestamp();
        var answer = new TelemetryAnswer(Name, clock.GetUtcNow());
        if (question.Unfit is { } unfit)
            return answer with { Refusal = unfit };
        answer = answer with { Diagnostics = Remarks(question.Text, stop) };
        if (Vetting.Check(question.Text, connection.Others) is { } refused)
            return answer with { Refusal = refused };
        if (Resting() is { } rest)
            return answer with { Refusal = rest };
        if (!await places.WaitAsync(connection.Patience, stop))
            return answer with { Refusal = AzureTrouble.Busy with { Detail = Seconds(connection.Patience) } };
        try
        {
            answer = await SendAsync(question, answer, stop);
        }
        finally
        {
            places.Release();
        }
        return answer with { Elapsed = clock.GetElapsedTime(started) };
    }

    public async Task<IReadOnlyList<TelemetryTableSeen>> DescribeAsync(CancellationToken stop)
    {
        // Completion is a comfort: without the real list the standard tables are offered, and no page waits for it.
        Task? asked = null;
        lock (gone)
        {
            if (describing.IsCompleted && clock.GetUtcNow().Ticks >= describedUntil && Resting() is null)
                asked = describing = places.Wait(0, stop) ? ReadTablesAsync() : describing;
        }
        if (asked is not null)
            try
            {
                await asked.WaitAsync(Comfort, stop);
            }
            catch (TimeoutException)
            {
                // It goes on, and whoever comes later finds what it brought.
            }
        return tables;
    }

    async Task ReadTablesAsync()
    {
        var until = AzureTrouble.Rest;
        try
        {
            using var within = Within(gone.Token);
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(endpoint, "metadata"));
            await SignAsync(request, within.Token);
            using var response = await http.SendAsync(request, within.Token);
            if (
                response.StatusCode is HttpStatusCode.OK
                && MetadataJson.Read(await response.Content.ReadAsByteArrayAsync(within.Token)) is { } read
            )
                (tables, until) = (read, Remembered);
        }
        catch (Exception failure) when (AzureTrouble.Of(failure, CancellationToken.None) is not null)
        {
            // What was offered so far is offered on.
        }
        finally
        {
            Volatile.Write(ref describedUntil, (clock.GetUtcNow() + until).Ticks);
            places.Release();
        }
    }

    public void Dispose()
    {
        gone.Cancel();
        http.Dispose();
        gone.Dispose();
    }

    async Task<TelemetryAnswer> SendAsync(TelemetryQuestion question, TelemetryAnswer answer, CancellationToken stop)
    {
        // Asked again at most twice, and only when told when.
        for (var attempt = 0; ; attempt++)
        {
            TimeSpan? wait;
            try
            {
                using var within = Within(stop);
                using var request = RequestFor(question);
                await SignAsync(request, within.Token);
                using var response = await http.SendAsync(request, within.Token);
                var body = await response.Content.ReadAsByteArrayAsync(within.Token);
                wait = Wait(response);
                if (response.StatusCode is not HttpStatusCode.TooManyRequests)
                    return Settle(AzureTrouble.Read(response.StatusCode, body, answer), wait);
            }
            catch (Exception failure) when (AzureTrouble.Of(failure, stop) is { } refusal)
            {
                return Settle(answer with { Refusal = refusal }, null);
            }
            if (attempt == 2 || wait is not { } pause || pause > connection.Patience)
                return Settle(
                    answer with
                    {
                        Refusal = AzureTrouble.Busy with { Detail = Seconds(wait ?? AzureTrouble.Rest) },
                    },
                    wait
                );
            await Task.Delay(pause, clock, stop);
        }
    }

    // Signing in and the answer together.
    CancellationTokenSource Within(CancellationToken stop)
    {
        var within = CancellationTokenSource.CreateLinkedTokenSource(stop);
        within.CancelAfter(http.Timeout);
        return within;
    }

    HttpRequestMessage RequestFor(TelemetryQuestion question)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(endpoint, "query"));
        var seconds = Math.Max(1, (int)connection.Patience.TotalSeconds);
        request.Headers.Add("Prefer", $"wait={seconds}, include-render=true, include-statistics=true");
        request.Headers.CacheControl = new() { NoCache = true };
        // With its length: what comes in pieces is taken for no body by some of what stands between.
        request.Content = new ByteArrayContent(
            JsonSerializer.SerializeToUtf8Bytes(new { query = question.Text, timespan = Timespan(question) })
        )
        {
            Headers = { ContentType = new("application/json") },
        };
        return request;
    }

    async Task SignAsync(HttpRequestMessage request, CancellationToken stop)
    {
        // Signing in waits on its own, four times over, and a silent machine's own identity is not asked to stop.
        var token = await credential.GetTokenAsync(new([connection.Scope]), stop).AsTask().WaitAsync(stop);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
    }

    // One end left open is closed by the ends of time the API knows.
    static string? Timespan(TelemetryQuestion question) =>
        question is { From: null, To: null }
            ? null
            : $"{Iso(question.From ?? DateTimeOffset.UnixEpoch)}/{Iso(question.To ?? new(9999, 12, 31, 0, 0, 0, TimeSpan.Zero))}";

    static string Iso(DateTimeOffset at) => XmlConvert.ToString(at.UtcDateTime, XmlDateTimeSerializationMode.Utc);

    /// <summary>After it was told to wait or could not answer, it is left alone for a while.</summary>
    TelemetryAnswer Settle(TelemetryAnswer answer, TimeSpan? wait)
    {
        if (answer.Refusal is { } refusal && AzureTrouble.IsTheirs(refusal))
            Volatile.Write(
                ref restsUntil,
                (clock.GetUtcNow() + Min(wait ?? AzureTrouble.Rest, AzureTrouble.LongestRest)).Ticks
            );
        return answer;
    }

    Refusal? Resting()
    {
        var left = TimeSpan.FromTicks(Volatile.Read(ref restsUntil) - clock.GetUtcNow().Ticks);
        return left > TimeSpan.Zero ? AzureTrouble.Resting with { Detail = Seconds(left) } : null;
    }

    // Both forms of the header; an instant in the past is now.
    TimeSpan? Wait(HttpResponseMessage response) =>
        response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date > clock.GetUtcNow() ? date - clock.GetUtcNow() : TimeSpan.Zero,
            _ => null,
        };

    // Azure knows more than our engine: of what that one says only how the text is written counts, and not as an error.
    IReadOnlyList<Diagnostic> Remarks(string text, CancellationToken stop) =>
        [
            .. KqlQuery
                .Check(text, TelemetryCatalog.Of(tables), clock.GetUtcNow().UtcDateTime, stop)
                .Diagnostics.Select(d => d with { Severity = Severity.Warning }),
        ];

    static string Seconds(TimeSpan time) =>
        Math.Max(1, Math.Ceiling(time.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
