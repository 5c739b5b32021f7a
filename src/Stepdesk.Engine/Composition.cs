using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Broadcasts;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Demo;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Reports;
using Stepdesk.Engine.Service;
using Stepdesk.Engine.Templates;
using Stepdesk.Engine.Tickets;

namespace Stepdesk.Engine;

/// <summary>Puts the engine together. What a host must add: a clock and the outgoing mail of the live world.</summary>
public static class Composition
{
    public static IServiceCollection AddEngine(this IServiceCollection services, string connection)
    {
        services.AddDatabase(connection);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        // OWASP's figure for PBKDF2-HMAC-SHA512; the framework's default is 100,000.
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = 220_000);
        return services
            .AddSingleton<Worlds>()
            .AddSingleton<Changes>()
            .AddSingleton<PolicyBook>()
            .AddSingleton<Recent>()
            .AddSingleton<Promising>()
            .AddSingleton<TimeReports>()
            .AddSingleton<Desk>()
            .AddSingleton<Watch>()
            .AddSingleton<People>()
            .AddSingleton<Colleagues>()
            .AddSingleton<Membership>()
            .AddSingleton<Presence>()
            .AddSingleton<Tokens>()
            .AddSingleton<SignedIn>()
            .AddSingleton<DemoDesk>()
            .AddSingleton<PractisedRuns>()
            .AddSingleton<Involving>()
            .AddSingleton<Escalating>()
            .AddSingleton<Approving>()
            .AddSingleton<Queue>()
            .AddSingleton<Staging>()
            .AddSingleton<Teaming>()
            .AddSingleton<HandOutWaiting>()
            .AddSingleton<TemplateShelf>()
            .AddSingleton<Templating>()
            .AddSingleton<Drafts>()
            .AddSingleton<BroadcastShelf>()
            .AddSingleton<Broadcasting>()
            .AddSingleton<WatchBroadcasts>()
            .AddSingleton<KnownIncidents>()
            .AddSingleton<Setup>()
            .AddSingleton<LiveWorld>();
    }
}
