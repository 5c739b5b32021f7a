using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Stepdesk.Engine.Mail;

namespace Stepdesk.Tests.Mail;

/// <summary>A small SMTP server that counts, and can be of those that take only so many mails over one connection.</summary>
sealed class CountingServer : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource end = new();
    readonly Task work;
    int connections;

    public CountingServer()
    {
        listener.Start();
        work = ListenAsync();
    }

    public int Connections => connections;

    /// <summary>Who was written to, in order.</summary>
    public ConcurrentQueue<string> Taken { get; } = [];

    /// <summary>How many mails it takes over one connection before it says no.</summary>
    public int Most { get; init; } = int.MaxValue;

    /// <summary>Whether it ends the connection without a word once it took so many.</summary>
    public bool HangsUp { get; init; }

    public MailServer Settings =>
        new()
        {
            Host = "127.0.0.1",
            Port = ((IPEndPoint)listener.LocalEndpoint).Port,
            Security = MailSecurity.None,
            Patience = TimeSpan.FromSeconds(20),
        };

    async Task ListenAsync()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
                talks.Add(TalkAsync(await listener.AcceptTcpClientAsync(end.Token)));
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
        await Task.WhenAll(talks);
    }

    async Task TalkAsync(TcpClient client)
    {
        Interlocked.Increment(ref connections);
        using var _ = client;
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        try
        {
            await writer.WriteLineAsync("220 counting");
            for (var taken = 0; await reader.ReadLineAsync(end.Token) is { } line; )
                switch (line.Split(' ', ':')[0].ToUpperInvariant())
                {
                    case "MAIL" when taken >= Most:
                        await writer.WriteLineAsync("421 4.7.0 enough over one connection");
                        return;
                    case "RCPT" when line.Contains("nobody", StringComparison.Ordinal):
                        await writer.WriteLineAsync("550 5.1.1 nobody");
                        break;
                    case "RCPT":
                        Taken.Enqueue(line.Split('<', '>')[1]);
                        await writer.WriteLineAsync("250 ok");
                        break;
                    case "DATA":
                        await writer.WriteLineAsync("354 go on");
                        while (await reader.ReadLineAsync(end.Token) is not ("." or null))
                            continue;
                        await writer.WriteLineAsync("250 taken");
                        if (++taken >= Most && HangsUp)
                            return;
                        break;
                    case "QUIT":
                        await writer.WriteLineAsync("221 bye");
                        return;
                    default:
                        await writer.WriteLineAsync("250 ok");
                        break;
                }
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            // The client left, or the test is over.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await work;
        listener.Dispose();
        end.Dispose();
    }
}
