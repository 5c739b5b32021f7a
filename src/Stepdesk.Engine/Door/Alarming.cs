using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Door;

/// <summary>
/// Tells people what was noticed about a clock, as the policy's alarms say: by notices, and by mails and cards in chats
/// that are owed. All are written with the event, so that it is told exactly as often as it is noticed.
/// </summary>
/// <remarks>Who several levels were for that passed since the last look is told once, of the last of them.</remarks>
static class Alarming
{
    // Whoever is named comes first; of a large team or many leads, the first are enough.
    const int Most = 100;

    public static async Task AddAsync(
        Db db,
        World world,
        int id,
        Ticket ticket,
        Policies policies,
        Recorded recorded,
        CancellationToken stop
    )
    {
        if (recorded.What is not ClockEvent noticed)
            return;
        var alarms = Clocks.AlarmsWith(noticed, ticket, policies, recorded.Moment.When).ToList();
        foreach (var reader in await ReadersAsync(db, world, ticket, alarms, Means.Notice, stop))
            db.Notices.Add(Notices.RowFor(reader.Id, world, id, recorded));
        foreach (var reader in await ReadersAsync(db, world, ticket, alarms, Means.Mail, stop))
            db.Outbox.Add(Effects.RowFor(OutboxRow.AlarmTo(reader.Id), world, id, recorded));
        if (alarms.Exists(a => a.By.Contains(Means.Chat)))
            foreach (var channel in world.Chats.Where(c => c.TakesAlarms))
                db.Outbox.Add(Effects.RowFor(OutboxRow.ChatAlarmTo(channel.Name), world, id, recorded));
    }

    static async Task<List<PersonRow>> ReadersAsync(
        Db db,
        World world,
        Ticket ticket,
        List<Alarm> alarms,
        Means by,
        CancellationToken stop
    )
    {
        var to = alarms.Where(a => a.By.Contains(by)).SelectMany(a => a.To).ToHashSet();
        if (to.Count == 0)
            return [];
        var named = new List<int>();
        if (to.Contains(Recipient.Owner) && ticket.Owner is { } owner)
            named.Add(owner);
        if (to.Contains(Recipient.Stakeholders))
            named.AddRange(ticket.Parties.Where(p => p.As is Audience.Stakeholders).Select(p => p.Person));
        var team = to.Contains(Recipient.Team) ? ticket.Team : null;
        var leads = to.Contains(Recipient.Leads) || (to.Contains(Recipient.Owner) && ticket.Owner is null);
        var readers = await FindAsync(db, world, named, team, leads, by, stop);
        return readers.Count > 0 ? readers : await FindAsync(db, world, [], null, leads: true, by, stop);
    }

    static Task<List<PersonRow>> FindAsync(
        Db db,
        World world,
        List<int> named,
        int? team,
        bool leads,
        Means by,
        CancellationToken stop
    ) =>
        db
            .People.AsNoTracking()
            .Where(p => p.World == world.Id && p.IsActive)
            // Who does not work at the desk has no place to read notices.
            .Where(p => by != Means.Notice || p.Role != Role.Customer)
            .Where(p =>
                named.Contains(p.Id)
                || (team != null && p.Team == team && p.Role != Role.Customer)
                || (leads && Permissions.ToldOfUnowned.Contains(p.Role))
            )
            .OrderByDescending(p => named.Contains(p.Id))
            .ThenBy(p => p.Id)
            .Take(Most)
            .ToListAsync(stop);
}
