using Stepdesk.Engine.Data;

namespace Stepdesk.Web.Operations;

/// <summary>Writes a checkpoint of history every hour and when the desk stops.</summary>
sealed partial class KeepCheckpoints(Checkpoints checkpoints, TimeProvider clock, ILogger<KeepCheckpoints> log)
    : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromHours(1);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // Not with the time that is left for stopping: connections that were slow to end may have used it up.
        await WriteAsync(CancellationToken.None);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await WriteAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The last one is written by StopAsync.
        }
    }

    async Task WriteAsync(CancellationToken stop)
    {
        try
        {
            var written = await checkpoints.WriteAsync(stop);
            if (written.Lost is { } lost)
                LogLost(lost.Stream, lost.Version, lost.Why);
            else if (written.Number > 0)
                LogWritten(written.Number, written.Streams);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The desk goes on without one; the next hour tries again.
            LogFailed(Troubles.Say(failure) ?? failure.GetType().Name);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Checkpoint {Number} written over {Streams} streams")]
    partial void LogWritten(int number, int streams);

    [LoggerMessage(2, LogLevel.Critical, "No checkpoint written: {Stream} version {Version} was {Why}")]
    partial void LogLost(string stream, int version, string why);

    [LoggerMessage(3, LogLevel.Error, "No checkpoint written: {Why}")]
    partial void LogFailed(string why);
}
