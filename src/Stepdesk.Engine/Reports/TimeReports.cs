using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Reports;

/// <summary>By what a report is cut into groups.</summary>
public enum ReportBy
{
    Class = 1,
    Team,
    Person,
    Month,
}

/// <summary>What a report of time is asked.</summary>
/// <param name="From">The first local date of the desk.</param>
/// <param name="To">The last one, included.</param>
/// <param name="By">By what it is cut.</param>
public sealed record TimeQuestion(DateOnly From, DateOnly To, ReportBy By)
{
    public ClassOfService? Class { get; init; }
    public int? Team { get; init; }
    public int? Person { get; init; }
}

/// <summary>What a report answers. How each figure is counted stands in docs/reports.md.</summary>
/// <param name="Zone">The desk's zone, in which its dates and months are.</param>
public sealed record TimeReport(
    TimeQuestion Question,
    string Zone,
    IReadOnlyList<TimeLine> Times,
    IReadOnlyList<BreachLine> Breaches
);

/// <summary>One measure in one group.</summary>
/// <param name="Group">A class, team or person by number, or a month as 202603; null for tickets that have none.</param>
/// <param name="Promised">How many of them had a promise.</param>
/// <param name="Kept">How many of those were kept.</param>
public sealed record TimeLine(
    int? Group,
    Measured What,
    int Count,
    Middle Working,
    Middle Wall,
    int Promised,
    int Kept
);

/// <summary>Half were at most the median, nine of ten at most the 90th percentile; both are times that occurred.</summary>
public sealed record Middle(TimeSpan Median, TimeSpan P90);

/// <summary>The broken promises of one clock in one group, by what broke them.</summary>
/// <param name="RanOut">The promised time passed.</param>
/// <param name="Reclassified">A change of class left a deadline that had passed.</param>
/// <param name="Otherwise">A change of team or policy did.</param>
public sealed record BreachLine(int? Group, ClockName Clock, int RanOut, int Reclassified, int Otherwise);

/// <summary>Adds up the facts about time of the live world. Rows are streamed, and only their lengths are held.</summary>
public sealed class TimeReports(IDbContextFactory<Db> databases, Worlds worlds)
{
    /// <summary>Years; a longer report has more months than anybody reads.</summary>
    public const int MostYears = 10;

    public static readonly Refusal DatesImpossible = new("report-dates-are-impossible");

    /// <summary>The answer, or why there is none.</summary>
    public async Task<(TimeReport? Report, Refusal? Refusal)> ReadAsync(TimeQuestion asked, CancellationToken stop)
    {
        if (
            asked.From > asked.To
            || asked.From.Year < 1970
            || asked.To.Year > 9000
            || asked.To.Year - asked.From.Year > MostYears
        )
            return (null, DatesImpossible);
        var world = worlds.Live.Id;
        await using var db = await databases.CreateDbContextAsync(stop);
        var zone =
            await db.Worlds.Where(w => w.Id == world).Select(w => w.Zone).SingleOrDefaultAsync(stop) ?? "Etc/UTC";
        var groups = new Groups(asked, zone);
        return (
            new(
                asked,
                zone,
                await TimesAsync(groups.Within(db.Measures.Where(m => m.World == world)), groups, stop),
                await BreachesAsync(groups.Within(db.Breaches.Where(b => b.World == world)), groups, stop)
            ),
            null
        );
    }

    static async Task<IReadOnlyList<TimeLine>> TimesAsync(
        IQueryable<MeasureRow> rows,
        Groups groups,
        CancellationToken stop
    )
    {
        var times = new Dictionary<(int Group, Measured What), Times>();
        await foreach (var row in rows.AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
        {
            var key = (groups.Of(row) ?? Nobody, row.What);
            if (!times.TryGetValue(key, out var sum))
                times.Add(key, sum = new());
            sum.Add(row);
        }
        return
        [
            .. times
                .OrderBy(t => t.Key.What)
                .ThenBy(t => t.Key.Group)
                .Select(t => t.Value.Line(t.Key.Group is Nobody ? null : t.Key.Group, t.Key.What)),
        ];
    }

    static async Task<IReadOnlyList<BreachLine>> BreachesAsync(
        IQueryable<BreachRow> rows,
        Groups groups,
        CancellationToken stop
    )
    {
        var lines = new Dictionary<(int Group, ClockName Clock), BreachLine>();
        await foreach (var row in rows.AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
        {
            var group = groups.Of(row);
            var key = (group ?? Nobody, row.Clock);
            var line = lines.GetValueOrDefault(key) ?? new(group, row.Clock, 0, 0, 0);
            lines[key] = row.Because switch
            {
                null => line with { RanOut = line.RanOut + 1 },
                Change.Reclassified => line with { Reclassified = line.Reclassified + 1 },
                _ => line with { Otherwise = line.Otherwise + 1 },
            };
        }
        return [.. lines.OrderBy(l => l.Key.Clock).ThenBy(l => l.Key.Group).Select(l => l.Value)];
    }

    // Comes last.
    const int Nobody = int.MaxValue;

    sealed class Times
    {
        readonly List<long> working = [];
        readonly List<long> wall = [];
        int promised;
        int kept;

        public void Add(MeasureRow row)
        {
            working.Add(row.Working);
            wall.Add(row.Wall);
            promised += row.Kept is null ? 0 : 1;
            kept += row.Kept is true ? 1 : 0;
        }

        public TimeLine Line(int? group, Measured what) =>
            new(group, what, wall.Count, MiddleOf(working), MiddleOf(wall), promised, kept);

        static Middle MiddleOf(List<long> times)
        {
            times.Sort();
            return new(At(50), At(90));

            // The nearest rank: a time that occurred, also among few.
            TimeSpan At(int percent) => TimeSpan.FromMicroseconds(times[((times.Count * percent + 99) / 100) - 1]);
        }
    }
}
