using Microsoft.EntityFrameworkCore;
using Stepdesk.Engine.Data;

namespace Stepdesk.Web.Api.Tickets;

/// <summary>The names behind the numbers of one answer, read at once.</summary>
sealed class Names
{
    Dictionary<int, string> people = [];
    Dictionary<int, string> teams = [];

    public static async Task<Names> ReadAsync(
        Db db,
        IEnumerable<int?> people,
        IEnumerable<int?> teams,
        CancellationToken stop
    )
    {
        var (persons, groups) = (Once(people), Once(teams));
        return new()
        {
            people = await db.People.Where(p => persons.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, stop),
            teams =
                groups.Count == 0
                    ? []
                    : await db.Teams.Where(t => groups.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Name, stop),
        };
    }

    public PersonName? Person(int? id) => id is { } person ? new(person, people.GetValueOrDefault(person, "")) : null;

    public TeamName? Team(int? id) => id is { } team ? new(team, teams.GetValueOrDefault(team, "")) : null;

    static List<int> Once(IEnumerable<int?> ids) => [.. ids.OfType<int>().Distinct()];
}
