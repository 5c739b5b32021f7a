using Stepdesk.Engine.Data;

namespace Stepdesk.Web.Operations;

/// <summary>What whoever runs the desk needs: logs, telemetry, health, checkpoints, an orderly stop.</summary>
static class Operations
{
    /// <summary>Long enough for the slowest request and the mail just being handed over.</summary>
    static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(30);

    public static void AddOperations(this WebApplicationBuilder builder, SiteOptions options)
    {
        builder.AddLogs();
        builder.AddTelemetry();
        builder
            .Services.AddKeeping(new DataFolder(options.DataFolder))
            .AddHostedService<KeepCheckpoints>()
            .AddHostedService<KeepSound>()
            .Configure<HostOptions>(host => host.ShutdownTimeout = StopWithin);
    }
}
