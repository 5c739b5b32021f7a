using Microsoft.AspNetCore.HostFiltering;
using Stepdesk.Engine;
using Stepdesk.Engine.Alerts;
using Stepdesk.Engine.Chat;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Jobs;
using Stepdesk.Engine.Lookups;
using Stepdesk.Engine.Mail;
using Stepdesk.Engine.Practice;
using Stepdesk.Engine.Telemetry;
using Stepdesk.Web.Api;
using Stepdesk.Web.Hooks;
using Stepdesk.Web.Operations;
using Stepdesk.Web.Shared;

namespace Stepdesk.Web;

/// <summary>Where an installation lives and answers.</summary>
/// <param name="DataFolder">Holds the embedded database, settings and keys.</param>
/// <param name="Database">A PostgreSQL connection string, or null for the embedded database.</param>
/// <param name="Urls">Where to listen, as Kestrel reads it; port 0 takes a free one.</param>
public sealed record SiteOptions(string DataFolder, string? Database = null, string Urls = "http://127.0.0.1:5180")
{
    /// <summary>Whether this node does what the desk does by itself. A test that moves the clock does it itself.</summary>
    public bool Jobs { get; init; } = true;

    /// <summary>Whether a desk without telemetry has a simulated platform to ask, as a demonstration does.</summary>
    public bool Simulates { get; init; }

    public string Connection => Database ?? Databases.Embedded(DataFolder);

    /// <summary>
    /// Tried out on one's own machine: plain http, answered on the loopback address only and known by no https address.
    /// </summary>
    public bool IsPlain(string publicUrl) =>
        !publicUrl.StartsWith("https:", StringComparison.OrdinalIgnoreCase)
        && Urls.Split(';')
            .All(url => Uri.TryCreate(url, UriKind.Absolute, out var at) && at is { Scheme: "http", IsLoopback: true });

    /// <summary>Stops a start after which nobody could sign in: cookies are kept to https, whatever it is reached by.</summary>
    /// <exception cref="TroubleException">It says what to set.</exception>
    internal void Check(string publicUrl)
    {
        if (Array.Find(Urls.Split(';'), url => !url.StartsWith("http", StringComparison.OrdinalIgnoreCase)) is { } none)
            throw new TroubleException(
                $"'{none}' is no address to listen on. Name one such as http://127.0.0.1:5180 with --urls."
            );
        var isKnown =
            Uri.TryCreate(publicUrl, UriKind.Absolute, out var known)
            && known is { Scheme: "https", Host: not ("0.0.0.0" or "[::]") };
        if (!isKnown && !IsPlain(publicUrl))
            throw new TroubleException(
                $"At {Urls} others could open this desk but not sign in: its cookies are kept to https. Put a web server with a certificate in front of it and name the https address that people open in the setting Mail:PublicUrl, or listen on http://127.0.0.1 only."
            );
    }
}

/// <summary>Puts the application together: the table of contents of everything that answers.</summary>
public static class Site
{
    /// <summary>Builds the site; <paramref name="replace"/> lets a test put its own clock or outside in.</summary>
    public static WebApplication Build(SiteOptions options, Action<IServiceCollection>? replace = null)
    {
        DataFolder.Make(options.DataFolder);
        var builder = WebApplication.CreateBuilder(
            // Installed as a tool the current folder is the user's, and static files would be looked for there.
            // The list of static files is found by the application's name, also when a test is the entry.
            new WebApplicationOptions
            {
                ApplicationName = typeof(Site).Assembly.GetName().Name,
                ContentRootPath = AppContext.BaseDirectory,
            }
        );
        Settings.Of(() =>
            builder
                .Configuration.AddJsonFile(
                    Path.GetFullPath(Path.Combine(options.DataFolder, "stepdesk.json")),
                    optional: true,
                    reloadOnChange: false
                )
                .AddEnvironmentVariables("STEPDESK_")
        );
        builder.WebHost.UseUrls(options.Urls).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

        builder.WebHost.UseStaticWebAssets();
        var mail = Settings.Of(() => MailSettings.Read(builder.Configuration, options));
        builder
            .Services.AddEngine(options.Connection)
            .AddMail(mail)
            .AddPractice()
            .AddChat(Settings.Of(() => ChatSettings.Read(builder.Configuration)))
            .AddTelemetry(Settings.Of(() => TelemetrySettings.Read(builder.Configuration, options)))
            .AddLookups(Settings.Of(() => LookupSettings.Read(builder.Configuration, options)))
            .AddSingleton(Settings.Of(() => AlertSettings.Read(builder.Configuration)))
            .AddSingleton<AlertIntake>()
            .AddSingleton<AlertShelf>();
        builder.Services.AddBrowser(options.IsPlain(mail.PublicUrl)).AddApi();
        builder.AddOperations(options);
        if (options.Jobs)
            builder.Services.AddJobs();
        replace?.Invoke(builder.Services);

        var proxies = Settings.Of(() => ProxySettings.Read(builder.Configuration));
        options.Check(mail.PublicUrl);

        // By plain http the desk is this machine's own; a page elsewhere that had its own name lead here is not let in.
        if (options.IsPlain(mail.PublicUrl))
            builder.Services.Configure<HostFilteringOptions>(hosts =>
                hosts.AllowedHosts = ["127.0.0.1", "localhost", "[::1]", new Uri(mail.PublicUrl).Host]
            );

        var site = builder.Build();
        site.UseProxies(proxies);
        site.UseBrowser(mail.PublicUrl);
        site.MapBrowser();
        site.MapApi();
        site.MapAlerts();
        site.MapHealth();
        return site;
    }
}
