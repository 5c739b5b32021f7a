using Microsoft.EntityFrameworkCore;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Mail;

namespace Stepdesk.Web.Operations;

/// <summary>Whether the desk lives, and whether it may be sent work. Says nothing that a stranger may not know.</summary>
static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder site)
    {
        var health = site.MapGroup("/health").AllowAnonymous().ExcludeFromDescription();
        health.MapGet("/live", () => Results.Ok(new { status = "live" }));
        health.MapGet("/ready", ReadyAsync);
    }

    static async Task<IResult> ReadyAsync(
        IDbContextFactory<Db> databases,
        Soundness soundness,
        FetchMail fetch,
        TimeProvider clock,
        CancellationToken stop
    )
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(stop);
            if (await db.SchemaAsync(stop) is not Schema.Current and var schema)
                return NotReady($"schema is {schema.ToString().ToLowerInvariant()}");
            await db.TryWritingAsync(stop);
            if (soundness.IsDamaged)
                return NotReady("database is damaged");
            var lag = await Lag.OfAsync(db, clock.GetUtcNow(), stop);
            return Results.Ok(
                new
                {
                    status = "ready",
                    outbox = new
                    {
                        owed = lag.Owed,
                        seconds = lag.OwedForSeconds,
                        stuck = lag.Stuck,
                    },
                    mail = new { waiting = lag.Waiting, seconds = lag.WaitingForSeconds },
                    // What another server does is no reason to send nobody here.
                    mailbox = fetch.Trouble is { } trouble
                        ? new
                        {
                            failing = trouble.Why,
                            seconds = (long)(clock.GetUtcNow() - trouble.Since).TotalSeconds,
                        }
                        : null,
                }
            );
        }
        catch (Exception failure) when (Troubles.Say(failure) is not null)
        {
            soundness.Saw(failure);
            return NotReady(soundness.IsDamaged ? "database is damaged" : "database cannot be written to");
        }
    }

    static IResult NotReady(string why) =>
        Results.Json(new { status = "not ready", why }, statusCode: StatusCodes.Status503ServiceUnavailable);
}
