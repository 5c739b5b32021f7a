using Stepdesk.Core.History;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Core.Tests.Tickets;

/// <summary>One move, before and after.</summary>
public sealed record Turn(
    TicketAction Action,
    Moment Moment,
    Ticket Before,
    Decision Decision,
    IReadOnlyList<Recorded> Events,
    Ticket After
);
