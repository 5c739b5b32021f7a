using Microsoft.Playwright;
using Stepdesk.Tests;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Stepdesk.Tests;

/// <summary>Debian's Chromium, started once for all tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    IPlaywright playwright = null!;

    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        // A page that missed a change reads itself again within half a minute, and a busy machine is no fault.
        Assertions.SetDefaultExpectTimeout(60_000);
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = "/usr/bin/chromium",
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--disable-extensions",
                    "--disable-features=OptimizationGuideOnDeviceModel,OptimizationHints,Translate,MediaRouter",
                ],
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
    }
}
