using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Mail;
using Stepdesk.Engine.Practice;
using Stepdesk.Web;

namespace Stepdesk.Tests;

/// <summary>
/// The real application on a real, empty database and a real port, with a clock the test moves. SQLite, or PostgreSQL
/// when STEPDESK_TEST_DATABASE says so: the same tests hold on both.
/// </summary>
public sealed class DeskApp : IAsyncDisposable
{
    // Checking every scenario costs as much as some twenty tests, and no test changes one that ships.
    static readonly Library Scenarios = new(NullLogger<Library>.Instance);

    string folder = Path.Combine(Path.GetTempPath(), $"stepdesk-{Guid.NewGuid():n}");
    WebApplication site = null!;
    bool isAnother;

    /// <summary>Monday 2026-03-02, 09:00 in Vietnam.</summary>
    public FakeTimeProvider Clock { get; private init; } = new(new DateTimeOffset(2026, 3, 2, 2, 0, 0, TimeSpan.Zero));

    public IServiceProvider Services => site.Services;
    public Desk Desk => Services.GetRequiredService<Desk>();
    public People People => Services.GetRequiredService<People>();

    /// <summary>Every mail that "left".</summary>
    public Drawer Drawer => Services.GetRequiredService<Drawer>();
    public Uri Address => new(site.Urls.First());
    public string DataFolder => folder;
    public string Connection { get; private set; } = "";

    /// <summary>Starts an empty desk. <paramref name="replace"/> puts other parts in, such as a real mail server.</summary>
    /// <param name="settings">What its stepdesk.json says.</param>
    public static async Task<DeskApp> StartAsync(
        Action<IServiceCollection>? replace = null,
        bool jobs = false,
        string? settings = null
    )
    {
        var app = new DeskApp();
        if (settings is not null)
        {
            Engine.Data.DataFolder.Make(app.folder);
            await File.WriteAllTextAsync(Path.Combine(app.folder, "stepdesk.json"), settings);
        }
        app.Build(replace, jobs);
        await Blank.CopyToAsync(app.Connection);
        await app.site.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    /// <summary>Starts another node of this desk: a second application on the same database, under the same clock.</summary>
    public async Task<DeskApp> AnotherAsync(Action<IServiceCollection>? replace = null, bool jobs = false)
    {
        var node = new DeskApp
        {
            folder = folder,
            Clock = Clock,
            isAnother = true,
        };
        node.Build(replace, jobs);
        await node.site.StartAsync(TestContext.Current.CancellationToken);
        return node;
    }

    void Build(Action<IServiceCollection>? replace, bool jobs)
    {
        var name = Path.GetFileName(folder).Replace('-', '_');
        var options = new SiteOptions(
            folder,
            Postgres.Connection is { } server ? $"{server};Database={name}" : null,
            "http://127.0.0.1:0"
        )
        {
            Jobs = jobs,
            Simulates = true,
        };
        Connection = options.Connection;
        site = Site.Build(
            options,
            services =>
            {
                services.AddLogging(logging => logging.ClearProviders());
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
                // The product's figure costs a sixth of a second a password, and nearly every test has one.
                services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1_000);
                services.Replace(ServiceDescriptor.Singleton(Scenarios));
                services.Replace(ServiceDescriptor.Singleton<IMailOut>(p => p.GetRequiredService<Drawer>()));
                replace?.Invoke(services);
            }
        );
    }

    public Db Database() => Services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContext();

    /// <summary>A person with a password, so that they can sign in.</summary>
    public async Task<PersonRow> PersonAsync(Role role, string name = "An", string? email = null)
    {
        var (person, refusal) = await People.AddAsync(
            new(
                name,
                email ?? $"{name.ToLowerInvariant()}@desk.example",
                role,
                Language.En,
                role is Role.Customer ? null : Password
            ),
            Actor.System("tests")
        );
        Assert.Null(refusal);
        return person!;
    }

    public const string Password = "correct horse battery";

    /// <summary>A ticket Lan reported just now.</summary>
    public async Task<int> LoggedAsync(string title = "Cannot log in", string by = "Lan")
    {
        var customer = await People.CustomerAsync(by, $"{by.ToLowerInvariant()}@customer.example", Language.Vi);
        var outcome = await Desk.LogAsync(
            WorldRow.Live,
            new Log(title, "Since 8:00", customer.Id, Channel.Web),
            customer.AsActor
        );
        Assert.Null(outcome.Refusal);
        return outcome.Ticket;
    }

    public async ValueTask DisposeAsync()
    {
        await site.StopAsync();
        await site.DisposeAsync();
        if (isAnother)
            return;
        await Blank.DropAsync(Connection);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
