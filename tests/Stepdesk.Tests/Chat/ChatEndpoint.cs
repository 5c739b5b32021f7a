using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Stepdesk.Tests.Chat;

/// <summary>
/// Incoming webhooks on a real socket, as Teams' Workflows and Slack have them: they take what the real ones take, refuse
/// what the real ones refuse, and fail as they are told to.
/// </summary>
sealed class ChatEndpoint : IAsyncDisposable
{
    /// <summary>The secret of the addresses: nothing of it may be seen anywhere at the desk.</summary>
    public const string Key = "sig-5f2d8c1b9a7e4d60";

    // What Teams documents: 28 KB.
    const int TeamsMostBytes = 28 * 1024;
    readonly WebApplication site;
    readonly ConcurrentQueue<JsonElement> accepted = new();
    readonly ConcurrentQueue<string> asked = new();

    ChatEndpoint(WebApplication site) => this.site = site;

    /// <summary>Every message that got in.</summary>
    public IReadOnlyList<JsonElement> Accepted => [.. accepted];

    /// <summary>The path of every request, whatever came of it.</summary>
    public IReadOnlyList<string> Asked => [.. asked];

    /// <summary>What happens instead of taking a message; null takes it.</summary>
    public Func<HttpContext, Task>? Fault { get; set; }

    /// <summary>What happens once a message was taken and before it is answered.</summary>
    public Action? Took { get; set; }

    public string Teams => $"{site.Urls.First()}/workflows/abc/triggers/manual/paths/invoke?api-version=1&sig={Key}";
    public string Slack => $"{site.Urls.First()}/services/T0/B0/{Key}";

    /// <summary>An address at which nobody listens.</summary>
    public static string Nowhere => $"http://127.0.0.1:1/services/{Key}";

    public static async Task<ChatEndpoint> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var endpoint = new ChatEndpoint(builder.Build());
        endpoint.site.MapPost("/workflows/{**path}", http => endpoint.TakeAsync(http, FitsTeams, 202, ""));
        endpoint.site.MapPost("/services/{**path}", http => endpoint.TakeAsync(http, FitsSlack, 200, "ok"));
        await endpoint.site.StartAsync(TestContext.Current.CancellationToken);
        return endpoint;
    }

    /// <summary>Answers with a status and one more header.</summary>
    public static Func<HttpContext, Task> Says(int status, string? header = null, string value = "") =>
        http =>
        {
            http.Response.StatusCode = status;
            if (header is not null)
                http.Response.Headers[header] = value;
            return Task.CompletedTask;
        };

    /// <summary>Takes the request and says nothing until the other side has had enough.</summary>
    public static async Task HangsAsync(HttpContext http)
    {
        var gone = new TaskCompletionSource();
        await using var _ = http.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }

    /// <summary>Answers yes and then never stops talking.</summary>
    public static async Task TalksForEverAsync(HttpContext http)
    {
        var line = Encoding.UTF8.GetBytes(new string('x', 64 * 1024));
        try
        {
            while (!http.RequestAborted.IsCancellationRequested)
                await http.Response.Body.WriteAsync(line, http.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The other side has had enough, as it should.
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await site.StopAsync(atOnce.Token);
        await site.DisposeAsync();
    }

    async Task TakeAsync(HttpContext http, Func<byte[], JsonElement, bool> fits, int status, string said)
    {
        asked.Enqueue(http.Request.Path);
        if (Fault is { } fault)
        {
            await fault(http);
            return;
        }
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var isJson = http.Request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) is true;
        if (!isJson || !fits(body.ToArray(), JsonElement.Parse(body.ToArray())))
        {
            http.Response.StatusCode = 400;
            return;
        }
        accepted.Enqueue(JsonElement.Parse(body.ToArray()));
        Took?.Invoke();
        http.Response.StatusCode = status;
        await http.Response.WriteAsync(said, http.RequestAborted);
    }

    static bool FitsTeams(byte[] bytes, JsonElement message) =>
        bytes.Length <= TeamsMostBytes
        && message.GetProperty("type").GetString() is "message"
        && message.GetProperty("attachments").EnumerateArray().ToList() is [var only]
        && only.GetProperty("contentType").GetString() is "application/vnd.microsoft.card.adaptive"
        && only.GetProperty("content").GetProperty("type").GetString() is "AdaptiveCard";

    static bool FitsSlack(byte[] bytes, JsonElement message) =>
        message.GetProperty("text").GetString() is { Length: > 0 and <= 40_000 }
        && message.GetProperty("blocks").EnumerateArray().ToList() is { Count: > 0 and <= 50 } blocks
        && blocks.All(FitsSlack);

    static bool FitsSlack(JsonElement block) =>
        block.GetProperty("type").GetString() switch
        {
            "header" => LengthOf(block.GetProperty("text")) is > 0 and <= 150,
            "section" when block.TryGetProperty("fields", out var fields) => fields.EnumerateArray().ToList()
                is { Count: > 0 and <= 10 } all
                && all.TrueForAll(f => LengthOf(f) is > 0 and <= 2000),
            "section" => LengthOf(block.GetProperty("text")) is > 0 and <= 3000,
            "context" => block.GetProperty("elements").GetArrayLength() is > 0 and <= 10,
            _ => false,
        };

    static int LengthOf(JsonElement text) =>
        text.GetProperty("type").GetString() is "plain_text" or "mrkdwn"
            ? text.GetProperty("text").GetString()!.Length
            : 0;
}
