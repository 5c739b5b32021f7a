using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.History;
using Stepdesk.Engine.Simulation;

namespace Stepdesk.Engine.Telemetry;

/// <summary>The sources of a desk by name, in the order of the settings.</summary>
public sealed class TelemetrySources(IEnumerable<ITelemetrySource> sources)
{
    public static readonly Refusal Unknown = new("telemetry-source-is-unknown");

    public IReadOnlyList<ITelemetrySource> All { get; } = [.. sources];

    /// <summary>The source of this name; the first when no name is said.</summary>
    public ITelemetrySource? Find(string? name) =>
        string.IsNullOrEmpty(name)
            ? All is [var first, ..]
                ? first
                : null
            : All.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>Puts the sources of the settings together.</summary>
public static class TelemetryComposition
{
    // Long enough for somebody to have reported it.
    static readonly TimeSpan SinceOnset = TimeSpan.FromMinutes(35);

    public static IServiceCollection AddTelemetry(this IServiceCollection services, TelemetryOptions options)
    {
        foreach (var connection in options.Azure)
            services.AddSingleton<ITelemetrySource>(parts => new AzureTelemetrySource(
                connection,
                CredentialOf(connection),
                parts.GetRequiredService<TimeProvider>()
            ));
        if (options.Simulated is { } simulated)
            services.AddSingleton<ITelemetrySource>(parts =>
                SourceOf(simulated, parts.GetRequiredService<TimeProvider>())
            );
        return services.AddSingleton<TelemetrySources>().AddSingleton<QueryShelf>();
    }

    static TokenCredential CredentialOf(AzureConnection connection) =>
        connection is { Tenant: { } tenant, Client: { } client, ClientSecret: { } secret }
            ? new ClientSecretCredential(tenant, client, secret)
            : new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned);

    /// <summary>A platform whose incident began shortly before now, wherever on its own day that is.</summary>
    internal static PracticeTelemetrySource SourceOf(SimulatedPlatform platform, TimeProvider clock)
    {
        var scenario = Scenario.Find(platform.Scenario, platform.Branch)!;
        var now = clock.GetUtcNow();
        // The platform stands in the zone where its clock shows the right hour; a zone has whole minutes.
        var there = (scenario.Onset ?? scenario.Opens) + SinceOnset;
        var away = TimeSpan.FromMinutes(Math.Floor((there - now.TimeOfDay).TotalMinutes));
        if (away > TimeSpan.FromHours(12))
            away -= TimeSpan.FromDays(1);
        else if (away < TimeSpan.FromHours(-12))
            away += TimeSpan.FromDays(1);
        var start = now.ToOffset(away);
        return new(
            platform.Name,
            new SimulatedTelemetry(scenario, platform.Seed, start.AddHours(-2.5), DateOnly.FromDateTime(start.Date)),
            clock
        );
    }
}
