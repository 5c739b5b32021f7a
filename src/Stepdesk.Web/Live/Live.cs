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
        site.MapGet("/live", (Changes changes, Visit visit) => Listen(changes, visit.Stop)).RequireAuthorization();

    static ServerSentEventsResult<int> Listen(Changes changes, CancellationToken stop) =>
        TypedResults.ServerSentEvents(EventsAsync(changes, stop));

    static async IAsyncEnumerable<SseItem<int>> EventsAsync(
        Changes changes,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        var waiting = Channel.CreateBounded<int>(
            new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest }
        );
        using var listening = changes.Listen(ticket => waiting.Writer.TryWrite(ticket));
        await foreach (var ticket in waiting.Reader.ReadAllAsync(stop))
            yield return new(ticket, "ticket");
    }
}
