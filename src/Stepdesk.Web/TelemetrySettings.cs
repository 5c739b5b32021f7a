using Stepdesk.Engine.Telemetry;

namespace Stepdesk.Web;

/// <summary>Reads section <c>Telemetry</c> of stepdesk.json or of the environment (<c>STEPDESK_Telemetry__Simulated__Scenario</c>).</summary>
static class TelemetrySettings
{
    public static TelemetryOptions Read(IConfiguration settings, SiteOptions site)
    {
        // A misspelt setting would otherwise be a source that silently never is there.
        var telemetry =
            settings.GetSection("Telemetry").Get<TelemetryOptions>(o => o.ErrorOnUnknownConfiguration = true)
            ?? new TelemetryOptions();
        return (
            site.Simulates && telemetry is { Simulated: null, Azure: [] } ? new() { Simulated = new() } : telemetry
        ).Checked();
    }
}
