using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Engine.Data;

namespace Stepdesk.Web.Cli;

/// <summary><c>serve</c>: runs the product and prints one line when it answers.</summary>
static class Serve
{
    static readonly Option<string> Urls = new("--urls")
    {
        Description = "Where to listen.",
        DefaultValueFactory = _ => "http://127.0.0.1:5180",
    };

    public static Command Command()
    {
        var serve = new Command("serve", "Runs the product; prints one line 'ready URL' when it answers.") { Urls };
        serve.SetAction(
            async (parsed, stop) =>
            {
                var site = Site.Build(Place.Read(parsed) with { Urls = parsed.GetRequiredValue(Urls) });
                await using (
                    var db = await site.Services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync(stop)
                )
                    await db.UpgradeAsync(stop);
                await site.StartAsync(stop);
                await Console.Out.WriteLineAsync($"ready {site.Urls.First()}");
                await site.WaitForShutdownAsync(stop);
            }
        );
        return serve;
    }
}
