using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.Service;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;

namespace Stepdesk.Web.Admin;

/// <summary>What every page about the policy needs, read once.</summary>
/// <param name="Latest">The version in force; 0 is the shipped one.</param>
/// <param name="Policies">Every version up to it.</param>
/// <param name="Teams">The desk's teams by name.</param>
public sealed record PolicySheet(int Latest, Policies Policies, IReadOnlyDictionary<int, string> Teams)
{
    public static async Task<PolicySheet> ReadAsync(Db db, PolicyBook book, CancellationToken stop)
    {
        var latest = await book.LatestAsync(db, WorldRow.Live, stop);
        var teams = await db
            .Teams.AsNoTracking()
            .Where(t => t.World == WorldRow.Live)
            .OrderBy(t => t.Name)
            .Select(t => KeyValuePair.Create(t.Id, t.Name))
            .ToListAsync(stop);
        return new(
            latest,
            await book.UpToAsync(db, WorldRow.Live, latest, stop),
            new OrderedDictionary<int, string>(teams)
        );
    }

    public ServicePolicy Now => Policies(Latest);

    /// <summary>The policy in words.</summary>
    public PolicyText Text(Language language) => new(language, team => Teams.GetValueOrDefault(team, $"#{team}"));
}
