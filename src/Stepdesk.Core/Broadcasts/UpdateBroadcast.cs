using Stepdesk.Core.History;

namespace Stepdesk.Core.Broadcasts;

/// <summary>
/// Tells how an incident stands: everybody who was told of it, and who came into the circle meanwhile. That there is no
/// news is news, so the same words with a new promise are an update.
/// </summary>
public sealed record UpdateBroadcast(int Number, DateTimeOffset? NextUpdateAt) : BroadcastAction
{
    public override Decision Decide(BroadcastBook book, Moment moment)
    {
        if (book.Find(Number) is not { } broadcast)
            return NoSuchBroadcast;
        var latest = broadcast.Latest;
        var readers = broadcast.Readers.Union(Readers).Order().ToList();
        return broadcast.IsOver ? Over
            : Broadcasts.Tellings.Check(Tellings, latest.Tellings, isOver: false, Meant) is { } unfit ? unfit
            : NextUpdateAt == latest.NextUpdateAt && IsSame(Tellings, latest.Tellings)
                ? ToldAlready with
                {
                    Detail = $"{Number}",
                }
            : WhyNotNext(NextUpdateAt, moment) is { } promise ? promise
            // Who was told once is not counted again: only newcomers make it a larger matter.
            : readers.Count > broadcast.Readers.Count && WhyNotTo(readers) is { } many ? many
            : new BroadcastUpdated(Number, Tellings, NextUpdateAt!.Value, readers);
    }
}
