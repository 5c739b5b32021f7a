using Stepdesk.Engine.Practice;
using Stepdesk.Engine.Telemetry;
using Stepdesk.Web.Shared;

namespace Stepdesk.Web.Queries;

/// <summary>What can be asked where one is: the sources of the live desk, or the one platform of a practice session.</summary>
public sealed class SourcesHere(Here here, TelemetrySources live, Sessions sessions)
{
    TelemetrySources Sources =>
        field ??= here.Session is { } inside ? new([sessions.TelemetryOf(inside.Of, inside.Outside)]) : live;

    public IReadOnlyList<ITelemetrySource> All => Sources.All;

    /// <inheritdoc cref="TelemetrySources.Find"/>
    public ITelemetrySource? Find(string? name) => Sources.Find(name);
}
