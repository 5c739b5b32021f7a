using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Tickets;

/// <summary>Edits the stages of a team. Tickets stay in their steps; one whose stage is gone is in the first of its step.</summary>
public sealed class Staging(IDbContextFactory<Db> databases, Worlds worlds, TimeProvider real)
{
    public static readonly Refusal Changed = new("stages-have-changed");
    public static readonly Refusal NoSuchStage = new("no-such-stage-to-keep");

    /// <summary>Keeps the stages as the next version, or says why not. New ones have the id 0 and get one.</summary>
    /// <param name="after">The version that was looked at; another edit since then refuses this one.</param>
    public async Task<(TeamStages? Set, Refusal? Refusal)> SetAsync(
        int? team,
        IReadOnlyList<Stage> wanted,
        int after,
        Actor me,
        CancellationToken stop
    )
    {
        if (!Permissions.MaySetStages(me))
            return (null, Refusals.NotAllowed);
        if (Sound.Check(wanted) is { } unsound)
            return (null, unsound);
        var named = wanted.Select(s => s with { Name = Plain.Line(s.Name) }).ToList();
        if (Stages.Check(named) is { } wrong)
            return (null, wrong);
        var (world, stream) = (worlds.Live, Streams.Stages(worlds.Live.Id, team));
        await using var db = await databases.CreateDbContextAsync(stop);
        if (await Assignees.CheckTeamAsync(db, world.Id, team, stop) is { } noSuchTeam)
            return (null, noSuchTeam);
        IReadOnlyList<Stage> stages = [];
        var edit = await db.EditAsync(
            stream,
            world.Id,
            Changed,
            after,
            new(world.Now, me),
            real.GetUtcNow().ToMicroseconds(),
            DecideAsync,
            stop
        );
        return edit.Refusal is { } refusal ? (null, refusal) : (new(edit.Version, stages), null);

        async Task<Decision> DecideAsync(int version)
        {
            // A number given once is never given to another stage: tickets remember it.
            var given = (await db.StreamAsync(stream, stop))
                .SelectMany(r => ((StagesSet)r.Read().What).Stages)
                .Concat(Stages.Shipped)
                .Select(s => s.Id)
                .ToHashSet();
            if (named.Any(s => s.Id is not 0 && !given.Contains(s.Id)))
                return NoSuchStage;
            var next = given.Max();
            stages = named.ConvertAll(s => s.Id is 0 ? s with { Id = ++next } : s);
            return new StagesSet(stages);
        }
    }
}
