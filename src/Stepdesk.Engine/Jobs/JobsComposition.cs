using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Stepdesk.Engine.Broadcasts;
using Stepdesk.Engine.Chat;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Mail;
using Stepdesk.Engine.Practice;
using Stepdesk.Engine.Tickets;

namespace Stepdesk.Engine.Jobs;

public static class JobsComposition
{
    /// <summary>What the desk does by itself: watch clocks, give out tickets, pay the outbox, fill the chats, fetch mail, handle mail.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        var (owed, told, stored, practised) = (new Signal(), new Signal(), new Signal(), new Signal());
        return services
            .AddHostedService(parts => new Raises(parts.GetRequiredService<Changes>(), [owed, told, practised]))
            // A third of the time within which everything must be noticed.
            .AddJob("watch", TimeSpan.FromSeconds(5), parts => parts.GetRequiredService<Watch>().LookAsync)
            .AddJob(
                "watch-broadcasts",
                TimeSpan.FromSeconds(5),
                parts => parts.GetRequiredService<WatchBroadcasts>().LookAsync
            )
            // Nobody waits longer for somebody who is back.
            .AddJob("hand-out", TimeSpan.FromSeconds(20), parts => parts.GetRequiredService<HandOutWaiting>().LookAsync)
            .AddJob(
                "pay-outbox",
                TimeSpan.FromSeconds(5),
                parts => parts.GetRequiredService<PayOutbox>().PayAsync,
                owed
            )
            .AddJob("pay-chats", TimeSpan.FromSeconds(5), parts => parts.GetRequiredService<PayChats>().PayAsync, told)
            .AddJob(
                "handle-mail",
                TimeSpan.FromSeconds(5),
                parts => parts.GetRequiredService<Inbox>().HandleStoredAsync,
                stored
            )
            // A session's clock goes up to ten times as fast as this one.
            .AddJob(
                "practice",
                TimeSpan.FromSeconds(1),
                parts => parts.GetRequiredService<Beat>().AdvanceAsync,
                practised
            )
            // Several times within what counts as an outage.
            .AddJob("practice-there", TimeSpan.FromSeconds(15), parts => parts.GetRequiredService<Beat>().BeThereAsync)
            .AddJob("practice-watch", TimeSpan.FromSeconds(5), parts => parts.GetRequiredService<Beat>().LookAsync)
            .AddJob(
                "fetch-mail",
                TimeSpan.FromSeconds(15),
                parts =>
                    parts.GetRequiredService<MailOptions>().Imap is null
                        ? _ => Task.CompletedTask
                        : stop => parts.GetRequiredService<FetchMail>().StayAsync(stored.Raise, stop),
                meetsServers: true
            );
    }

    // Not AddHostedService: it would take two jobs of one type for the same.
    static IServiceCollection AddJob(
        this IServiceCollection services,
        string job,
        TimeSpan every,
        Func<IServiceProvider, Func<CancellationToken, Task>> beat,
        Signal? sooner = null,
        bool meetsServers = false
    ) =>
        services.AddSingleton<IHostedService>(parts => new Metronome(
            job,
            every,
            beat(parts),
            parts.GetRequiredService<TimeProvider>(),
            parts.GetRequiredService<Soundness>(),
            parts.GetRequiredService<ILogger<Metronome>>(),
            sooner,
            meetsServers
        ));

    /// <summary>Whatever was committed may owe something: the outbox is looked at without waiting for the next beat.</summary>
    sealed class Raises(Changes changes, IReadOnlyList<Signal> signals) : IHostedService, IDisposable
    {
        IDisposable? listening;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            listening = changes.Listen(_ =>
            {
                foreach (var signal in signals)
                    signal.Raise();
            });
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken)
        {
            Dispose();
            return Task.CompletedTask;
        }

        public void Dispose() => listening?.Dispose();
    }
}
