using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.Assignment;

namespace Stepdesk.Engine.Data;

/// <summary>How a team gives out its tickets now. Every edit is a version in a stream of its own.</summary>
/// <param name="Version">Counts the edits; 0 means the shipped rule.</param>
public sealed record TeamRule(int Version, AssignmentRule Rule)
{
    public static async Task<TeamRule> ReadAsync(Db db, int world, int team, CancellationToken stop)
    {
        var stream = Streams.Assignment(world, team);
        var last = await db
            .History.AsNoTracking()
            .Where(e => e.Stream == stream)
            .OrderByDescending(e => e.Version)
            .FirstOrDefaultAsync(stop);
        return last is null
            ? new(0, AssignmentRule.Shipped)
            : new(last.Version, ((AssignmentSet)last.Read().What).Rule);
    }
}
