using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using Stepdesk.Core.History;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;

namespace Stepdesk.Engine.Lookups;

/// <summary>
/// A system that is read over HTTP as its administrator set it up: one GET, at one machine, within a time and a size.
/// Whatever comes back, late, broken or not at all, becomes an answer; neither the secret nor the address is traced or
/// logged, since an address holds whose account it is about.
/// </summary>
public sealed class HttpLookupSystem : ILookupSystem, IDisposable
{
    const int MostRedirects = 3;

    // More at once than people ask, and few enough to do no harm to a small system.
    readonly SemaphoreSlim places = new(4);
    readonly LookupConnection connection;
    readonly UrlTemplate template;
    readonly TimeProvider clock;
    readonly HttpClient http;
    long restsUntil;

    public HttpLookupSystem(LookupConnection connection, TimeProvider clock)
    {
        (this.connection, this.clock) = (connection, clock);
        template =
            UrlTemplate.Read(connection.Url).Template
            ?? throw new ArgumentException("It was not checked.", nameof(connection));
        // In the order of the settings, which is the order of the form.
        Parameters = [.. connection.Parameters.Select(p => p.Parameter)];
        Title = connection.Title.Called;
        Actions = [.. connection.Actions.Select(a => a.Action)];
        var handler = new SocketsHttpHandler
        {
            // A redirect could lead the secret anywhere; those that stay are followed by hand.
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = connection.Patience,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            MaxResponseHeadersLength = 16,
            // Else the framework would put the whole address into a span.
            ActivityHeadersPropagator = null,
        };
        http = new(handler) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = connection.Largest };
    }

    public string Name => connection.Name;

    public Called Title { get; }

    public bool IsSimulated => false;

    public bool IsSensitive => connection.Sensitive;

    public IReadOnlyList<LookupParameter> Parameters { get; }

    public IReadOnlyList<LookupAction> Actions { get; }

    public async Task<LookupAnswer> AskAsync(LookupQuestion question, CancellationToken stop)
    {
        var answer = new LookupAnswer(clock.GetUtcNow());
        if (UrlOf(question) is not { } url)
            return answer with { Refusal = LookupQuestion.Unfit with { Detail = string.Join(", ", question.Values) } };
        if (Resting() is { } rest)
            return answer with { Refusal = rest };
        using var patient = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patient.CancelAfter(connection.Patience);
        try
        {
            await places.WaitAsync(patient.Token);
            try
            {
                return await SendAsync(url, answer, patient.Token);
            }
            finally
            {
                places.Release();
            }
        }
        catch (Exception failure) when (LookupTrouble.Of(failure, stop) is { } refusal)
        {
            return answer with { Refusal = refusal };
        }
    }

    public async Task<ActionAnswer> DoAsync(
        LookupAction action,
        LookupQuestion question,
        string key,
        CancellationToken stop
    )
    {
        var said = action
            .Parameters.Zip(question.Values)
            .ToDictionary(p => p.First.Name, p => p.Second, StringComparer.Ordinal);
        var address = UrlTemplate.Read(connection.Actions.First(a => a.Name == action.Name).Url).Template!;
        if (address.Fill(name => said.GetValueOrDefault(name, "")) is not { } url)
            return new(AccountEnding.NotDone, LookupQuestion.Unfit with { Detail = action.Title.InBoth() });
        if (Resting() is { } rest)
            return new(AccountEnding.NotDone, rest);
        using var patient = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patient.CancelAfter(connection.Patience);
        try
        {
            using var request = Request(HttpMethod.Post, url);
            request.Headers.Add("Idempotency-Key", key);
            // With its length: what comes in pieces is refused by some of what stands between.
            request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(said))
            {
                Headers = { ContentType = new("application/json", "utf-8") },
            };
            // What is answered but the status and when to come back is not even read.
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patient.Token);
            return Ended((int)response.StatusCode, response);
        }
        catch (Exception failure) when (LookupTrouble.Of(failure, stop) is { } refusal)
        {
            return new(LookupTrouble.WasSent(failure) ? AccountEnding.Unknown : AccountEnding.NotDone, refusal);
        }
    }

    ActionAnswer Ended(int status, HttpResponseMessage response) =>
        status switch
        {
            >= 200 and < 300 => ActionAnswer.Done,
            // To follow it would hand the request to whoever is named there.
            >= 300 and < 400 => new(
                AccountEnding.NotDone,
                LookupTrouble.LedAway with
                {
                    Detail = response.Headers.Location is { IsAbsoluteUri: true } at ? at.Host : "–",
                }
            ),
            429 => new(AccountEnding.NotDone, Rests(response)),
            // Something in between gave up, or it broke while it was at it: it may have been done.
            408 or >= 500 => new(AccountEnding.Unknown, LookupTrouble.Of(status)),
            _ => new(AccountEnding.NotDone, LookupTrouble.Of(status)),
        };

    public void Dispose()
    {
        http.Dispose();
        places.Dispose();
    }

    Uri? UrlOf(LookupQuestion question) =>
        template.Fill(name => Parameters.Zip(question.Values).First(p => p.First.Name == name).Second);

    async Task<LookupAnswer> SendAsync(Uri url, LookupAnswer answer, CancellationToken stop)
    {
        for (var redirects = 0; ; redirects++)
        {
            using var request = Request(HttpMethod.Get, url);
            request.Headers.CacheControl = new() { NoCache = true };
            using var response = await http.SendAsync(request, stop);
            var status = (int)response.StatusCode;
            if (status is not (301 or 302 or 303 or 307 or 308))
                return Read(status, response, await response.Content.ReadAsByteArrayAsync(stop), answer);
            var next = response.Headers.Location is { } location ? new Uri(url, location) : null;
            if (next is null || !template.IsAt(next) || redirects == MostRedirects)
                return answer with { Refusal = LookupTrouble.LedAway with { Detail = next?.Host ?? "–" } };
            url = next;
        }
    }

    HttpRequestMessage Request(HttpMethod method, Uri url)
    {
        var request = new HttpRequestMessage(method, url);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (connection.Secret is { } secret)
            request.Headers.TryAddWithoutValidation(connection.Header, secret);
        return request;
    }

    LookupAnswer Read(int status, HttpResponseMessage response, byte[] body, LookupAnswer answer)
    {
        answer = answer with { Hash = Convert.ToHexStringLower(SHA256.HashData(body)) };
        if (connection.NothingIs404 && status is (404 or 410))
            return answer;
        if (status is 429 || (status is 503 && response.Headers.RetryAfter is not null))
            return answer with { Refusal = Rests(response) };
        if (LookupTrouble.Of(status) is { } refusal)
            return answer with { Refusal = refusal };
        if (body.AsSpan().Trim(" \t\r\n"u8).IsEmpty)
            return answer with { Refusal = LookupTrouble.Empty };
        try
        {
            using var json = JsonDocument.Parse(body);
            return Read(json.RootElement, answer);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // The second is a text of half characters.
            return answer with { Refusal = LookupTrouble.Unreadable };
        }
    }

    LookupAnswer Read(JsonElement json, LookupAnswer answer)
    {
        // A list without anything in it, or nothing said outright, is how many a system says that there is none.
        if (
            json.ValueKind is JsonValueKind.Null
            || (json.ValueKind is JsonValueKind.Array && json.GetArrayLength() == 0)
        )
            return answer;
        if (json.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
            return answer with { Refusal = LookupTrouble.Unreadable };
        var read = connection.Fields.Select(f => (f.Part, Found: FieldPath.In(json, f.Path))).ToList();
        return read.TrueForAll(f => !f.Found.IsThere)
            ? answer with
            {
                Refusal = LookupTrouble.FieldsMissing with
                {
                    Detail = string.Join(", ", connection.Fields.Select(f => f.Path)),
                },
            }
            : answer with
            {
                Fields = [.. read.Select(f => new LookupField(f.Part, f.Found.Value))],
            };
    }

    /// <summary>After it was told to wait it is left alone for a while.</summary>
    Refusal Rests(HttpResponseMessage response)
    {
        var now = clock.GetUtcNow();
        // Both forms of the header; an instant in the past is now.
        var wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ => LookupTrouble.Rest,
        };
        wait = TimeSpan.FromTicks(Math.Clamp(wait.Ticks, TimeSpan.TicksPerSecond, LookupTrouble.LongestRest.Ticks));
        Volatile.Write(ref restsUntil, (now + wait).UtcTicks);
        return LookupTrouble.Busy with { Detail = LookupTrouble.Seconds(wait) };
    }

    Refusal? Resting()
    {
        var left = TimeSpan.FromTicks(Volatile.Read(ref restsUntil) - clock.GetUtcNow().UtcTicks);
        return left > TimeSpan.Zero ? LookupTrouble.Busy with { Detail = LookupTrouble.Seconds(left) } : null;
    }
}
