using Stepdesk.Engine.Lookups;

namespace Stepdesk.Web;

/// <summary>Reads section <c>Lookups</c> of stepdesk.json or of the environment (<c>STEPDESK_Lookups__Systems__0__Secret</c>).</summary>
static class LookupSettings
{
    public static LookupOptions Read(IConfiguration settings, SiteOptions site)
    {
        // A misspelt setting would otherwise be a field or a limit that silently is not there.
        var lookups =
            settings.GetSection("Lookups").Get<LookupOptions>(o => o.ErrorOnUnknownConfiguration = true)
            ?? new LookupOptions();
        return (site.Simulates && lookups is { Systems: [] } ? new() { Simulated = true } : lookups).Checked();
    }
}
