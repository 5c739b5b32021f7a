using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Engine.Accounts;

namespace Stepdesk.Engine.Data;

/// <summary>What keeps the desk's memory: backups, checkpoints, verification, erasure.</summary>
public static class Keeping
{
    public static IServiceCollection AddKeeping(this IServiceCollection services, DataFolder folder) =>
        services
            .AddSingleton(folder)
            .AddSingleton<Checkpoints>()
            .AddSingleton<Soundness>()
            .AddSingleton<VerifyHistory>()
            .AddSingleton<RebuildRows>()
            .AddSingleton<Backup>()
            .AddSingleton<Restore>()
            .AddSingleton<Erasure>()
            .AddSingleton<Opening>();
}
