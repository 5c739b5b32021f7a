using System.Globalization;
using System.Net.Sockets;
using Stepdesk.Tests.Api;

namespace Stepdesk.Tests.Killed;

/// <summary>A program that asks again, under the same key, until it is answered; its desk may die at any moment.</summary>
sealed class PatientClient(Uri address, string token) : IDisposable
{
    readonly Client client = new(address, token);
    int changed;
    int cutOff;

    /// <summary>Changes asked for and answered.</summary>
    public int Changed => changed;

    /// <summary>Requests that had reached a desk which then died.</summary>
    public int CutOff => cutOff;

    public Task<Answer> GetAsync(string path) => UntilAnsweredAsync(path, () => client.GetAsync(path));

    public async Task<Answer> PostAsync(string path, object? body = null)
    {
        var key = Guid.NewGuid().ToString("n", CultureInfo.InvariantCulture);
        var answer = await UntilAnsweredAsync(path, () => client.PostAsync(path, body, ("Idempotency-Key", key)));
        Interlocked.Increment(ref changed);
        return answer;
    }

    Task<Answer> UntilAnsweredAsync(string path, Func<Task<Answer>> ask) =>
        Eventually.SeeAsync(
            $"an answer to {path}",
            async () =>
            {
                try
                {
                    return await ask();
                }
                catch (HttpRequestException failure)
                {
                    if (failure.HttpRequestError is not HttpRequestError.ConnectionError)
                        Interlocked.Increment(ref cutOff);
                    return null;
                }
                catch (SocketException)
                {
                    // A desk that dies between taking a connection and its first byte; nothing was asked of it yet.
                    return null;
                }
            }
        );

    public void Dispose() => client.Dispose();
}
