using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Mail;

namespace Stepdesk.Engine.Jobs;

/// <summary>
/// Does one thing again and again, on every node; what is done must be safe to do twice. A failure is logged, waited
/// out and never ends the host.
/// </summary>
/// <param name="job">Its name in the log.</param>
/// <param name="every">The longest time between two beats.</param>
/// <param name="sooner">Raised when there is something to do at once.</param>
/// <param name="meetsServers">
/// Whether a failure may mean that somebody else's server is away, which is then left alone for longer. What is only ours
/// keeps its beat: a promise to notice within seconds holds after a failure too.
/// </param>
sealed partial class Metronome(
    string job,
    TimeSpan every,
    Func<CancellationToken, Task> beat,
    TimeProvider time,
    Soundness soundness,
    ILogger<Metronome> log,
    Signal? sooner = null,
    bool meetsServers = false
) : BackgroundService
{
    // No failing beat takes so long: servers are given a minute.
    static readonly TimeSpan Long = TimeSpan.FromMinutes(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var failures = 0; !stoppingToken.IsCancellationRequested; )
        {
            var began = time.GetTimestamp();
            try
            {
                await beat(stoppingToken);
                failures = 0;
            }
#pragma warning disable CA1031 // The host must outlive whatever a job meets.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                if (stoppingToken.IsCancellationRequested)
                    return;
                // Some beats last as long as all goes well, and end only with a failure.
                failures = time.GetElapsedTime(began) > Long ? 1 : failures + 1;
                soundness.Saw(failure);
                LogFailed(log, failure, job, failures);
            }
            await WaitAsync(
                failures > 0 && meetsServers ? BackOff.After(failures, isServerAway: true) : every,
                stoppingToken
            );
        }
    }

    async Task WaitAsync(TimeSpan longest, CancellationToken stop)
    {
        using var woken = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var delay = Task.Delay(longest, time, woken.Token);
        await (sooner is null ? Task.WhenAny(delay) : Task.WhenAny(delay, sooner.WaitAsync(woken.Token)));
        await woken.CancelAsync();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} failed {Failures} times in a row")]
    static partial void LogFailed(ILogger log, Exception failure, string job, int failures);
}
