using Stepdesk.Engine.Telemetry;

namespace Stepdesk.Tests.Asking;

/// <summary>Sources are named in the settings; what cannot be meant is said before anybody asks.</summary>
public sealed class TelemetrySettingsTests
{
    [Fact]
    public void Settings_that_cannot_be_meant_stop_the_start_and_say_all_at_once()
    {
        var settings = new TelemetryOptions
        {
            Azure =
            [
                new() { Name = "a b", App = "not-an-id" },
                new()
                {
                    Name = "two",
                    Workspace = Guid.Empty.ToString(),
                    Resource = "/subscriptions/x",
                    Tenant = "t",
                },
                new() { Name = "two", Resource = "/subscriptions/../../evil?x" },
            ],
            Simulated = new() { Scenario = "99" },
        };

        var said = Assert.Throws<InvalidOperationException>(() => settings.Checked()).Message;

        foreach (
            var part in (string[])
                [
                    "Azure:0:Name",
                    "Azure:0:App",
                    "Azure:1 needs exactly one",
                    "Azure:1:Tenant",
                    "Azure:2:Resource",
                    "two sources have the same Name",
                    "Simulated:Scenario",
                ]
        )
            Assert.Contains(part, said, StringComparison.Ordinal);
    }
}
