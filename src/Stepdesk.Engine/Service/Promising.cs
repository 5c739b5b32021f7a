using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Service;

/// <summary>
/// Edits the desk's policy. An edit is a new version; tickets that run keep theirs until it is applied to them, which can
/// be looked at before.
/// </summary>
public sealed class Promising(
    IDbContextFactory<Db> databases,
    Worlds worlds,
    PolicyBook book,
    Desk desk,
    TimeProvider real
)
{
    public static readonly Refusal Changed = new("policy-has-changed");

    /// <summary>Its detail names the alarm.</summary>
    public static readonly Refusal NoChat = new("policy-alarm-by-chat");
    const int Batch = 200;

    /// <summary>Keeps the policy as the next version, or says why not.</summary>
    /// <param name="after">The version that was looked at; another edit since then refuses this one.</param>
    public async Task<(int Version, Refusal? Refusal)> SetAsync(
        ServicePolicy policy,
        int after,
        Actor me,
        CancellationToken stop
    )
    {
        if (!Permissions.MaySetPolicy(me))
            return (0, Refusals.NotAllowed);
        if ((Sound.Check(policy) ?? PolicyRules.Check(policy)) is { } wrong)
            return (0, wrong);
        var world = worlds.Live;
        if (WithoutChannel(policy, world) is { } unheard)
            return (0, unheard);
        await using var db = await databases.CreateDbContextAsync(stop);
        var edit = await db.EditAsync(
            Streams.Policy(world.Id),
            world.Id,
            Changed,
            after,
            new(world.Now, me),
            real.GetUtcNow().ToMicroseconds(),
            DecideAsync,
            stop
        );
        return (edit.Version, edit.Refusal);

        async Task<Decision> DecideAsync(int version)
        {
            // One that is gone keeps its line: its tickets may still run.
            var before = (await book.UpToAsync(db, world.Id, version, stop))(version);
            foreach (var team in policy.Teams.Select(t => t.Team).Except(before.Teams.Select(t => t.Team)))
                if (await Assignees.CheckTeamAsync(db, world.Id, team, stop) is { } noSuchTeam)
                    return noSuchTeam;
            return new PolicySet(policy);
        }
    }

    // The core knows no channels: whether there is one is a matter of how this desk is set up.
    static Refusal? WithoutChannel(ServicePolicy policy, World world) =>
        !world.Chats.Any(c => c.TakesAlarms)
        && (policy.Alarms ?? []).ToList().FindIndex(a => a.By.Contains(Means.Chat)) is >= 0 and var place
            ? NoChat with
            {
                Detail = FormattableString.Invariant($"alarms[{place}]"),
            }
            : null;

    /// <summary>
    /// Every open ticket with the clocks this version would change, none where nothing would, in the order of their ids
    /// and as they are found.
    /// </summary>
    public async IAsyncEnumerable<PolicyEffect> PreviewAsync(
        int version,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        var now = worlds.Live.Now;
        await using var db = await databases.CreateDbContextAsync(stop);
        await foreach (var (id, number, ticket) in OpenAsync(db, stop))
        {
            var current = ticket.Treatment!.Policy;
            var policies = await book.UpToAsync(db, worlds.Live.Id, Math.Max(version, ticket.LatestPolicy), stop);
            yield return new(
                id,
                number,
                current == version
                    ? []
                    : Changes(
                        Clocks.Of(ticket, policies).ToList(),
                        Clocks.Under(ticket, version, policies, now).ToList(),
                        now
                    )
            );
        }
    }

    /// <summary>Why this version may not be applied, or null.</summary>
    public async Task<Refusal?> MayApplyAsync(int version, Actor me, CancellationToken stop)
    {
        if (!Permissions.MaySetPolicy(me))
            return Refusals.NotAllowed;
        await using var db = await databases.CreateDbContextAsync(stop);
        return version < 0 || version > await book.LatestAsync(db, worlds.Live.Id, stop)
            ? ApplyPolicy.NoSuchPolicy
            : null;
    }

    /// <summary>
    /// Applies the version to every open ticket on another, each in a transaction of its own: interrupted and begun
    /// again, it goes on with those that are left. Every open ticket comes once it is dealt with.
    /// </summary>
    public async IAsyncEnumerable<AppliedTo> ApplyAsync(
        int version,
        Actor me,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        await foreach (var (id, _, ticket) in OpenAsync(db, stop))
        {
            // One that closed meanwhile refuses, and nothing is owed to it any more.
            var isChanged =
                ticket.Treatment!.Policy != version
                && (await desk.ActAsync(id, new ApplyPolicy(version), me, stop: stop)).Refusal is null;
            yield return new(id, isChanged);
        }
    }

    async IAsyncEnumerable<(int Id, int Number, Ticket Ticket)> OpenAsync(
        Db db,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        for (var from = 0; ; )
        {
            var rows = await db
                .Tickets.AsNoTracking()
                .Where(t => t.World == worlds.Live.Id && t.IsOpen && t.Id > from)
                .OrderBy(t => t.Id)
                .Select(t => new { t.Id, t.Number })
                .Take(Batch)
                .ToListAsync(stop);
            if (rows.Count == 0)
                yield break;
            from = rows[^1].Id;
            var streams = rows.ConvertAll(r => Streams.Ticket(r.Id));
            var histories = (
                await db.History.AsNoTracking().Where(e => streams.Contains(e.Stream)).ToListAsync(stop)
            ).ToLookup(e => e.Stream);
            foreach (var row in rows)
                yield return (
                    row.Id,
                    row.Number,
                    Ticket.From(histories[Streams.Ticket(row.Id)].OrderBy(e => e.Version).Select(e => e.Read()))
                );
        }
    }

    static List<ClockChange> Changes(List<Clock> before, List<Clock> after, DateTimeOffset now) =>
        [
            .. from clock in before.Concat(after).Select(c => (c.Name, c.Cycle)).Distinct()
            let was = before.Find(c => (c.Name, c.Cycle) == clock)
            let will = after.Find(c => (c.Name, c.Cycle) == clock)
            where was?.DueAt != will?.DueAt || was?.At(now) != will?.At(now)
            select new ClockChange(
                clock.Name,
                was?.DueAt,
                will?.DueAt,
                will?.At(now) is ClockState.Broken && was?.At(now) is not ClockState.Broken
            ),
        ];
}

/// <summary>Whether a policy was applied to one ticket; not, when it had it already or was closed meanwhile.</summary>
public sealed record AppliedTo(int Ticket, bool IsChanged);

/// <summary>What applying a policy would do to one ticket.</summary>
public sealed record PolicyEffect(int Ticket, int Number, IReadOnlyList<ClockChange> Clocks);

/// <summary>A clock before and after; null where it is not promised or stands still.</summary>
/// <param name="Breaks">Applying it breaks the promise at once.</param>
public sealed record ClockChange(ClockName Name, DateTimeOffset? DueAt, DateTimeOffset? WouldBeDueAt, bool Breaks);
