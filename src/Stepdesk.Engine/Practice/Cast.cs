using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Practice;

/// <summary>Who of a world's people is who of its scenario. Addresses say it, as they do at a desk.</summary>
static class Cast
{
    /// <summary>Where the trainee is reached in every world.</summary>
    public const string TraineeAddress = "trainee@desk.example";

    public static string AddressOf(Character character) => character.Email ?? $"{character.Id}@practice.example";

    /// <summary>The characters there are as people of the world, by their ids as people.</summary>
    public static async Task<IReadOnlyDictionary<int, Character>> ReadAsync(
        Db db,
        int world,
        Scenario scenario,
        CancellationToken stop
    )
    {
        var byKey = scenario.Cast.ToDictionary(c => People.KeyOf(AddressOf(c)));
        var people = await db
            .People.Where(p => p.World == world)
            .Select(p => new { p.Id, p.EmailKey })
            .ToListAsync(stop);
        return people.Where(p => byKey.ContainsKey(p.EmailKey)).ToDictionary(p => p.Id, p => byKey[p.EmailKey]);
    }
}
