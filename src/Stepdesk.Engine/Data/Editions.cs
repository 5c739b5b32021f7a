using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;

namespace Stepdesk.Engine.Data;

/// <summary>What is edited as versions of one stream: the policy, the stages of a team, the templates.</summary>
static class Editions
{
    /// <summary>
    /// Adds what is decided as the next version, in a transaction of its own. An edit by somebody else since
    /// <paramref name="after"/> refuses it, and so does one at the same instant.
    /// </summary>
    /// <param name="changed">What is said to the later of two editors.</param>
    /// <param name="after">The version that was looked at; null leaves it to the decision which edits it minds.</param>
    /// <param name="decide">What happens after the version it is given, or why nothing may.</param>
    public static async Task<Edit> EditAsync(
        this Db db,
        string stream,
        int world,
        Refusal changed,
        int? after,
        Moment moment,
        DateTimeOffset recordedAt,
        Func<int, Task<Decision>> decide,
        CancellationToken stop
    )
    {
        try
        {
            await using var work = await db.BeginAsync(stop);
            var last = await db
                .History.Where(e => e.Stream == stream)
                .OrderByDescending(e => e.Version)
                .FirstOrDefaultAsync(stop);
            if (after is not null && (last?.Version ?? 0) != after)
                return new(changed);
            var decision = await decide(last?.Version ?? 0);
            if (decision.Refusal is { } refusal)
                return new(refusal);
            foreach (var what in decision.Events)
                last = db.Append(stream, world, last, moment, recordedAt, what);
            await db.SaveChangesAsync(stop);
            await work.CommitAsync(stop);
            return new(null, last?.Version ?? 0);
        }
        catch (DbUpdateException failure) when (db.IsDuplicate(failure))
        {
            return new(changed);
        }
    }
}

/// <summary>What came of an edit: the version there is now, or why it was refused.</summary>
readonly record struct Edit(Refusal? Refusal, int Version = 0);
