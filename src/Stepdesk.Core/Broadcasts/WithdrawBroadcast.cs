using Stepdesk.Core.History;

namespace Stepdesk.Core.Broadcasts;

/// <summary>
/// Tells that an incident is over. From then on it is shown nowhere; who heard of it hears this once, and nobody else
/// does.
/// </summary>
public sealed record WithdrawBroadcast(int Number) : BroadcastAction
{
    public override Decision Decide(BroadcastBook book, Moment moment) =>
        book.Find(Number) is not { } broadcast ? NoSuchBroadcast
        // Twice is once; other words would be lost without anybody knowing.
        : broadcast.IsOver
            ? IsSame(Tellings, broadcast.Latest.Tellings) ? Decision.Nothing
                : Over
        : Broadcasts.Tellings.Check(Tellings, broadcast.Latest.Tellings, isOver: true, Meant) is { } unfit ? unfit
        : new BroadcastWithdrawn(Number, Tellings, broadcast.Readers);
}
