using Stepdesk.Engine.Data;

namespace Stepdesk.Web.Operations;

/// <summary>Looks whether the database's file is whole: when the desk starts, beside its first requests, and every hour.</summary>
sealed partial class KeepSound(Soundness soundness, TimeProvider clock, ILogger<KeepSound> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            do await CheckAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The desk stops.
        }
    }

    async Task CheckAsync(CancellationToken stop)
    {
        try
        {
            // Reading it all has no wait in it, and a start must not wait for it.
            await Task.Run(() => soundness.CheckAsync(stop), stop);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            if (soundness.IsDamaged)
                LogDamaged(Troubles.Say(failure)!, failure.InnerException?.Message);
            else
                LogFailed(Troubles.Say(failure) ?? failure.GetType().Name);
        }
    }

    [LoggerMessage(1, LogLevel.Critical, "{Trouble} Found: {Found}")]
    partial void LogDamaged(string trouble, string? found);

    [LoggerMessage(2, LogLevel.Error, "The database could not be checked: {Why}")]
    partial void LogFailed(string why);
}
