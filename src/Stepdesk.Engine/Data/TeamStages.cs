using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.Service;

namespace Stepdesk.Engine.Data;

/// <summary>The stages of a team as they are now. Every edit is a version in a stream of its own.</summary>
/// <param name="Version">Counts the edits; 0 means the shipped ones.</param>
public sealed record TeamStages(int Version, IReadOnlyList<Stage> Stages)
{
    /// <summary>Those of a team, or of the tickets that have none.</summary>
    public static async Task<TeamStages> ReadAsync(Db db, int world, int? team, CancellationToken stop)
    {
        var stream = Streams.Stages(world, team);
        var last = await db
            .History.AsNoTracking()
            .Where(e => e.Stream == stream)
            .OrderByDescending(e => e.Version)
            .FirstOrDefaultAsync(stop);
        return last is null
            ? new(0, Core.Service.Stages.Shipped)
            : new(last.Version, ((StagesSet)last.Read().What).Stages);
    }
}
