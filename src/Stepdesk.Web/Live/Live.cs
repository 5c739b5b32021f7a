using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http.HttpResults;
using Stepdesk.Engine.Door;
using Stepdesk.Web.Shared;

namespace Stepdesk.Web.Live;

/// <summary>
/// Tells open pages that something changed. Ids only: the page reads again, as its reader, and so shows nothing that
/// reader may not see.
/// </summary>
static class LiveChanges
{
    // A browser that misses a few learns of the next; what it reads then is whole.
    const int MostWaiting = 100;

    public static void MapLive(this IEndpointRouteBuilder site) =>
        site.MapGet(
                "/live",
                (Changes changes, IHostApplicationLifetime host, Visit visit) =>
                    Listen(changes, host.ApplicationStopping, visit.Stop)
            )
            .RequireAuthorization()
            .InPractice();

    static ServerSentEventsResult<int> Listen(Changes changes, CancellationToken stopping, CancellationToken stop) =>
        TypedResults.ServerSentEvents(EventsAsync(changes, stopping, stop));

    static async IAsyncEnumerable<SseItem<int>> EventsAsync(
        Changes changes,
        CancellationToken stopping,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        var waiting = Channel.CreateBounded<int>(
            new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest }
        );
        // Else a desk that is asked to stop would wait for every open page until it is out of time.
        await using var ending = stopping.Register(() => waiting.Writer.TryComplete());
        using var listening = changes.Listen(ticket => waiting.Writer.TryWrite(ticket));
        // Headers leave with the first event; until then a browser takes itself for not connected.
        yield return new(0, "open");
        await foreach (var ticket in waiting.Reader.ReadAllAsync(stop))
            yield return new(ticket, "ticket");
    }
}
