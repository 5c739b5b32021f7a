using Stepdesk.Core.History;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Door;

/// <summary>What the outside must hear about an event.</summary>
static class Effects
{
    public static IEnumerable<OutboxRow> Of(World world, int ticket, Recorded recorded)
    {
        if (recorded.What is IMessage)
            yield return new()
            {
                World = world.Id,
                Ticket = ticket,
                Version = recorded.Version,
                Effect = "mail",
                DueAt = recorded.Moment.When,
            };
    }
}
