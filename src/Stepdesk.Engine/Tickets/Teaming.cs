using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.Assignment;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Tickets;

/// <summary>Adds teams, and says how each gives out its tickets.</summary>
public sealed class Teaming(IDbContextFactory<Db> databases, Worlds worlds, TimeProvider real)
{
    public const int LongestName = 60;
    public static readonly Refusal NameMissing = new("team-name-is-missing");
    public static readonly Refusal NameTaken = new("team-name-is-taken");
    public static readonly Refusal Changed = new("assignment-rule-has-changed");

    /// <summary>Adds a team to the live desk, or says why not.</summary>
    public async Task<(TeamRow? Team, Refusal? Refusal)> AddAsync(string name, Actor me, CancellationToken stop)
    {
        if (!Permissions.MaySetTeams(me))
            return (null, Refusals.NotAllowed);
        var line = Plain.Line(name);
        if (line.Length is 0 or > LongestName)
            return (null, NameMissing);
        var world = worlds.Live;
        await using var db = await databases.CreateDbContextAsync(stop);
        TeamRow? team = null;
        // Two at once meet at the name or at the stream, whichever comes first; a third cannot tell either from the other.
        var edit = await db.EditAsync(
            Streams.World(world.Id),
            world.Id,
            NameTaken,
            after: null,
            new(world.Now, me),
            real.GetUtcNow().ToMicroseconds(),
            async _ =>
            {
                var id = await db.NextNumberAsync("teams", stop);
                if (await db.Teams.AnyAsync(t => t.World == world.Id && t.Name == line, stop))
                    return NameTaken;
                db.Teams.Add(
                    team = new()
                    {
                        Id = id,
                        World = world.Id,
                        Name = line,
                    }
                );
                return new TeamAdded(id, line);
            },
            stop
        );
        return edit.Refusal is { } refusal ? (null, refusal) : (team, null);
    }

    /// <summary>Keeps the rule as the next version, or says why not.</summary>
    /// <param name="after">The version that was looked at; another edit since then refuses this one.</param>
    public async Task<(TeamRule? Set, Refusal? Refusal)> SetRuleAsync(
        int team,
        AssignmentRule rule,
        int after,
        Actor me,
        CancellationToken stop
    )
    {
        if (!Permissions.MaySetAssignment(me))
            return (null, Refusals.NotAllowed);
        if (rule.Check() is { } wrong)
            return (null, wrong);
        var world = worlds.Live;
        await using var db = await databases.CreateDbContextAsync(stop);
        if (await Assignees.CheckTeamAsync(db, world.Id, team, stop) is { } noSuchTeam)
            return (null, noSuchTeam);
        var edit = await db.EditAsync(
            Streams.Assignment(world.Id, team),
            world.Id,
            Changed,
            after,
            new(world.Now, me),
            real.GetUtcNow().ToMicroseconds(),
            _ => Task.FromResult<Decision>(new AssignmentSet(rule)),
            stop
        );
        return edit.Refusal is { } refusal ? (null, refusal) : (new(edit.Version, rule), null);
    }
}
