using Stepdesk.Engine.Alerts;

namespace Stepdesk.Web;

/// <summary>Reads section <c>Alerts</c> of stepdesk.json or of the environment (<c>STEPDESK_Alerts__Reporter</c>).</summary>
static class AlertSettings
{
    public static AlertOptions Read(IConfiguration settings) =>
        (
            settings.GetSection("Alerts").Get<AlertOptions>(o => o.ErrorOnUnknownConfiguration = true)
            ?? new AlertOptions()
        ).Checked();
}
