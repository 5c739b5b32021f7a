using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Mail;

namespace Stepdesk.Engine.Practice;

public static class PracticeComposition
{
    /// <summary>The practice ground: worlds beside the live one, and the sessions that are played in them.</summary>
    public static IServiceCollection AddPractice(this IServiceCollection services) =>
        services
            .AddSingleton<Library>()
            .AddSingleton<Onlooker>()
            .AddSingleton<SimulatedWorlds>()
            .AddSingleton<IOtherWorlds>(parts => parts.GetRequiredService<SimulatedWorlds>())
            .AddSingleton<Starting>()
            .AddSingleton<EarlierLooks>()
            .AddSingleton<Arrivals>()
            .AddSingleton<SessionTelemetry>()
            .AddSingleton<Beat>()
            .AddSingleton<Reviews>()
            .AddSingleton<Calibrations>()
            .AddSingleton<RunResults>()
            .AddSingleton<Sending>()
            .AddSingleton(parts => new TakingOver(
                parts.GetRequiredService<IDbContextFactory<Db>>(),
                parts.GetRequiredService<Library>(),
                parts.GetRequiredService<Starting>()
            ))
            .AddSingleton<Comparing>()
            .AddSingleton<Progresses>()
            .AddSingleton<CohortMeasures>()
            .AddSingleton(parts => new Sessions(
                parts.GetRequiredService<IDbContextFactory<Db>>(),
                parts.GetRequiredService<Library>(),
                parts.GetRequiredService<SimulatedWorlds>(),
                parts.GetRequiredService<Starting>(),
                parts.GetRequiredService<Arrivals>(),
                parts.GetRequiredService<SessionTelemetry>(),
                parts.GetRequiredService<PayOutbox>(),
                parts.GetRequiredService<Watch>(),
                parts.GetRequiredService<TimeProvider>()
            ));
}
