using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.People;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Demo;
using Stepdesk.Engine.Mail;

namespace Stepdesk.Web.Cli;

/// <summary><c>serve</c>: runs the product and prints one line when it answers.</summary>
static class Serve
{
    static readonly Option<string> Urls = new("--urls")
    {
        Description = "Where to listen.",
        DefaultValueFactory = _ => "http://127.0.0.1:5180",
    };
    static readonly Option<bool> Demo = new("--demo")
    {
        Description = "Fill an empty desk with invented people and two months of tickets; no mail leaves.",
    };
    static readonly Option<bool> Empty = new("--empty")
    {
        Description = "Begin with an empty desk; refused where there is one.",
    };

    public static Command Command()
    {
        var serve = new Command("serve", "Runs the product; prints one line 'ready URL' when it answers.")
        {
            Urls,
            Demo,
            Empty,
        };
        serve.Validators.Add(result =>
        {
            if (result.GetValue(Demo) && result.GetValue(Empty))
                result.AddError("Choose --demo or --empty.");
        });
        serve.SetAction(RunAsync);
        return serve;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        await using var site = Site.Build(
            Place.Read(parsed) with
            {
                Urls = parsed.GetRequiredValue(Urls),
                Simulates = parsed.GetValue(Demo),
            }
        );
        using var serving = Serving.Begin(site.Services.GetRequiredService<DataFolder>());
        using var alone = Serving.Alone(site.Services.GetRequiredService<DataFolder>());
        if (alone is null)
            await Commands.SayAsync(
                "Another desk runs on this data folder already. Both work on the same tickets; stop one if that is not meant."
            );
        await using (var db = await DatabaseAsync(site, stop))
        {
            await UpgradeAsync(db, stop);
            await site.Services.GetRequiredService<Checkpoints>().DemandKnownAsync(db, stop);
            if (parsed.GetValue(Empty) && await db.History.AnyAsync(stop))
                throw new TroubleException(
                    "There is a desk here already. Leave out --empty, or choose another --data."
                );
            if (!parsed.GetValue(Demo) && await DemoDesk.IsUnfinishedAsync(db, stop))
                throw new TroubleException(
                    "The demo desk here was not filled to its end. Start it with --demo once more, or choose another --data."
                );
            if (alone is not null)
                await Claims.FreeAsync(db, stop);
        }
        if (
            parsed.GetValue(Demo)
            && await site
                .Services.GetRequiredService<DemoDesk>()
                .FillAsync(site.Services.GetRequiredService<TimeProvider>().GetUtcNow(), stop: stop)
                is { } refusal
        )
            return await Tool.RefuseAsync(refusal);

        try
        {
            await site.StartAsync(stop);
        }
        catch
        {
            // What has begun already would else find its services gone, and say so below the one line that matters.
            await site.StopAsync(CancellationToken.None);
            throw;
        }
        await Console.Out.WriteLineAsync($"ready {site.Urls.First()}");
        var practising = Task.CompletedTask;
        if (parsed.GetValue(Demo))
        {
            await SayHowToSignInAsync(site, stop);
            practising = PractiseAsync(site);
        }
        await site.WaitForShutdownAsync(stop);
        await practising;
        return Commands.Done;
    }

    static readonly TimeSpan Quiet = TimeSpan.FromSeconds(3);

    // Whoever watches a large desk come up after an upgrade should not take it for dead.
    static async Task UpgradeAsync(Db db, CancellationToken stop)
    {
        var upgraded = Task.Run(() => db.UpgradeAsync(stop), stop);
        if (await Task.WhenAny(upgraded, Task.Delay(Quiet, stop)) != upgraded)
            await Commands.SayAsync(
                "The database is brought up to date. On a desk of many tickets that takes minutes; it answers once that is done."
            );
        await upgraded;
    }

    static async Task SayHowToSignInAsync(WebApplication site, CancellationToken stop)
    {
        await using var db = await DatabaseAsync(site, stop);
        var staff = await db
            .People.Where(p => p.World == WorldRow.Live && p.IsActive && p.Role != Role.Customer)
            .OrderBy(p => p.Id)
            .Select(p => new { p.Role, p.Email })
            .Take(100)
            .ToListAsync(stop);
        await Console.Out.WriteLineAsync($"Open {site.Urls.First()} and sign in, password {DemoDesk.Password}:");
        foreach (var person in staff.DistinctBy(p => p.Role).OrderByDescending(p => p.Role))
            await Console.Out.WriteLineAsync($"  {person.Role.ToString().ToLowerInvariant(), -14} {person.Email}");
    }

    // Whoever tries the desk need not wait for it.
    static async Task PractiseAsync(WebApplication site)
    {
        var stop = site.Lifetime.ApplicationStopping;
        try
        {
            await Task.Run(() => site.Services.GetRequiredService<PractisedRuns>().PlayAsync(stop), stop);
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            // The next start goes on with it.
        }
        catch (Exception failure)
        {
            var why = Troubles.Say(failure) ?? $"{failure.GetType().Name}: {failure.Message}";
            await Commands.SayAsync(
                $"The practice runs of the demo could not all be played, and the next start goes on with them. {why}"
            );
        }
    }

    static Task<Db> DatabaseAsync(WebApplication site, CancellationToken stop) =>
        site.Services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync(stop);
}
