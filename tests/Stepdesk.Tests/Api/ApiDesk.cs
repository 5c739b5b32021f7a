using Stepdesk.Core.People;

namespace Stepdesk.Tests.Api;

/// <summary>One desk for a whole class of tests that do not get in each other's way, with An, an agent.</summary>
public sealed class ApiDesk : IAsyncLifetime
{
    public DeskApp App { get; private set; } = null!;
    internal Client An { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App = await DeskApp.StartAsync();
        An = await Client.OfAsync(App, Role.Agent, "An");
    }

    public async ValueTask DisposeAsync()
    {
        An.Dispose();
        await App.DisposeAsync();
    }
}
