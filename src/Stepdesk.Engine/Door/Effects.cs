using Stepdesk.Core.History;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Door;

/// <summary>What the outside must hear about an event.</summary>
static class Effects
{
    public static IEnumerable<OutboxRow> Of(World world, int ticket, Recorded recorded) =>
        Of(recorded.What).Select(effect => RowFor(effect, world, ticket, recorded));

    /// <summary>What must be said on duplicates too: a message on each of them, and a solution on one that joins late.</summary>
    /// <param name="then">The ticket after the event.</param>
    public static IEnumerable<(int Version, int Duplicate)> Carried(Recorded recorded, Ticket then) =>
        recorded.What switch
        {
            Linked { Kind: LinkKind.HasDuplicate } late when then is { Resolution: { } solved } =>
            [
                (solved.Version, late.Ticket),
            ],
            TookIn late when then is { Resolution: { } solved } && Merging.ToldIn(then).Contains(late.Ticket) =>
            [
                (solved.Version, late.Ticket),
            ],
            // Whose work is cancelled goes on by themselves; what is closed was told, and whoever writes again reopens it.
            var what when Carry.IsForAll(what) || what is Cancelled => Duplicates(then)
                .Concat(Merging.ToldIn(then))
                .Select(t => (recorded.Version, t)),
            var what when Carry.IsEnd(what) => Duplicates(then).Select(t => (recorded.Version, t)),
            _ => [],
        };

    static IEnumerable<int> Duplicates(Ticket ticket) =>
        ticket.Links.Where(l => l.Kind is LinkKind.HasDuplicate).Select(l => l.Ticket);

    public static OutboxRow RowFor(string effect, World world, int ticket, Recorded recorded) =>
        new()
        {
            World = world.Id,
            Ticket = ticket,
            Version = recorded.Version,
            Effect = effect,
            DueAt = recorded.Moment.When,
        };

    static IEnumerable<string> Of(Event what) =>
        what switch
        {
            Briefed briefed => briefed.Readers.Select(OutboxRow.MailTo),
            Escalated escalated => ToAll(escalated.Readers, escalated.Channels),
            EscalationWithdrawn withdrawn => ToAll(withdrawn.Readers, withdrawn.Channels),
            ApprovalAsked asked => ToAll(asked.Approvers, asked.Channels),
            ApproversReminded reminded => ToAll(reminded.Readers, channels: null),
            ApproverRedirected redirected => ToAll(redirected.Readers, channels: null),
            ApprovalWithdrawn withdrawn => ToAll(withdrawn.Readers, withdrawn.Channels),
            IMessage => [OutboxRow.Mail],
            _ => [],
        };

    static IEnumerable<string> ToAll(IEnumerable<int> readers, IEnumerable<string>? channels) =>
        readers.Select(OutboxRow.MailTo).Concat((channels ?? []).Select(OutboxRow.ChatTo));
}
