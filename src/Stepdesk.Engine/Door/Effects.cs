using Stepdesk.Core.History;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Door;

/// <summary>What the outside must hear about an event.</summary>
static class Effects
{
    public static IEnumerable<OutboxRow> Of(World world, int ticket, Recorded recorded) =>
        Of(recorded.What).Select(effect => RowFor(effect, world, ticket, recorded));

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
            Escalated escalated => escalated.Readers.Select(OutboxRow.MailTo),
            EscalationWithdrawn withdrawn => withdrawn.Readers.Select(OutboxRow.MailTo),
            IMessage => [OutboxRow.Mail],
            _ => [],
        };
}
