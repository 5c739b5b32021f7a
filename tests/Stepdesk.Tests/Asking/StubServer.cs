using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Stepdesk.Tests.Asking;

/// <summary>
/// A server on a real socket, answering what it was told to, in order; the last again and again. Being bytes on a
/// socket it can also say nothing, stop halfway, or lie about how much it says.
/// </summary>
sealed class StubServer : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource ending = new();
    readonly Queue<Func<NetworkStream, CancellationToken, Task>> script = new();
    readonly Lock turn = new();
    readonly List<string> heard = [];
    readonly Task serving;
    Func<NetworkStream, CancellationToken, Task> last = (_, _) => Task.CompletedTask;

    public StubServer()
    {
        listener.Start();
        serving = ServeAsync();
    }

    public Uri Endpoint => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/v1/apps/a/");

    /// <summary>Every request, head and body.</summary>
    public IReadOnlyList<string> Heard
    {
        get
        {
            lock (turn)
                return [.. heard];
        }
    }

    /// <summary>Answers with a status, headers and a body of the right length.</summary>
    public StubServer Says(int status, string body = "", params string[] headers) =>
        Does(
            async (stream, stop) =>
            {
                var bytes = Encoding.UTF8.GetBytes(body);
                await WriteAsync(stream, Head(status, bytes.Length, headers), stop);
                await stream.WriteAsync(bytes, stop);
            }
        );

    /// <summary>Takes the request and never says anything.</summary>
    public StubServer Hangs() => Does((_, stop) => Task.Delay(Timeout.Infinite, stop));

    /// <summary>Promises more than it sends, then hangs up.</summary>
    public StubServer BreaksOff(string beginning) =>
        Does((stream, stop) => WriteAsync(stream, Head(200, beginning.Length + 1000) + beginning, stop));

    /// <summary>Begins an answer and sends a byte now and then, for ever.</summary>
    public StubServer Drips(int length = 1_000_000) =>
        Does(
            async (stream, stop) =>
            {
                await WriteAsync(stream, Head(200, length), stop);
                while (!stop.IsCancellationRequested)
                {
                    await WriteAsync(stream, " ", stop);
                    await Task.Delay(20, stop);
                }
            }
        );

    /// <summary>Says what it likes, byte for byte.</summary>
    public StubServer Raw(string said) => Does((stream, stop) => WriteAsync(stream, said, stop));

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        listener.Stop();
        await serving;
        ending.Dispose();
    }

    StubServer Does(Func<NetworkStream, CancellationToken, Task> act)
    {
        lock (turn)
            script.Enqueue(act);
        return this;
    }

    async Task ServeAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
                open.Add(AnswerAsync(await listener.AcceptTcpClientAsync(ending.Token)));
        }
        // Between two connections the listener may be gone already.
        catch (Exception over) when (over is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(open);
        }
    }

    // One request a connection: whoever reuses one learns that it is closed.
    async Task AnswerAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            var stream = client.GetStream();
            var request = await ReadAsync(stream, ending.Token);
            Func<NetworkStream, CancellationToken, Task> act;
            lock (turn)
            {
                heard.Add(request);
                if (script.TryDequeue(out var next))
                    last = next;
                act = last;
            }
            await act(stream, ending.Token);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or SocketException)
        {
            // The client had enough, or the test is over.
        }
    }

    static async Task<string> ReadAsync(NetworkStream stream, CancellationToken stop)
    {
        var text = new StringBuilder();
        var buffer = new byte[8192];
        while (true)
        {
            var all = text.ToString();
            var end = all.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0 && all.Length - end - 4 >= LengthOf(all))
                return all;
            var read = await stream.ReadAsync(buffer, stop);
            if (read == 0)
                return all;
            text.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }
    }

    static int LengthOf(string head)
    {
        var at = head.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase);
        return at < 0
            ? 0
            : int.Parse(
                head[(at + 16)..head.IndexOf("\r\n", at, StringComparison.Ordinal)],
                System.Globalization.CultureInfo.InvariantCulture
            );
    }

    static string Head(int status, int length, params string[] headers) =>
        $"HTTP/1.1 {status} Said\r\nContent-Type: application/json\r\nContent-Length: {length}\r\nConnection: close\r\n{string.Concat(headers.Select(h => h + "\r\n"))}\r\n";

    static Task WriteAsync(NetworkStream stream, string text, CancellationToken stop) =>
        stream.WriteAsync(Encoding.UTF8.GetBytes(text), stop).AsTask();
}
