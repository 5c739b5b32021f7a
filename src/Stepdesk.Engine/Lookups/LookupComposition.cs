using Microsoft.Extensions.DependencyInjection;

namespace Stepdesk.Engine.Lookups;

/// <summary>Puts the systems of the settings together.</summary>
public static class LookupComposition
{
    public static IServiceCollection AddLookups(this IServiceCollection services, LookupOptions options)
    {
        foreach (var connection in options.Systems)
            services.AddSingleton<ILookupSystem>(parts => new HttpLookupSystem(
                connection,
                parts.GetRequiredService<TimeProvider>()
            ));
        if (options.Simulated)
            foreach (var place in Enumerable.Range(0, SimulatedStaff.Names.Count))
                services.AddSingleton(parts =>
                    SimulatedStaff.All(parts.GetRequiredService<TimeProvider>()).ElementAt(place)
                );
        return services.AddSingleton<LookupSystems>().AddSingleton<LookingUp>().AddSingleton<AccountActing>();
    }
}
