using Stepdesk.Core.Service.Calendars;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Reports;

/// <summary>Which facts a report is asked about, and into which group each belongs.</summary>
sealed class Groups
{
    readonly TimeQuestion asked;
    readonly DateTimeOffset from;
    readonly DateTimeOffset end;
    readonly List<int> months = [];
    readonly List<DateTimeOffset> begins = [];

    /// <summary>Dates and months begin as they do in the zone, across changes of its clocks too.</summary>
    public Groups(TimeQuestion asked, string zone)
    {
        this.asked = asked;
        (from, end) = (LocalDates.Begin(asked.From, zone), LocalDates.Begin(asked.To.AddDays(1), zone));
        for (
            var month = new DateOnly(asked.From.Year, asked.From.Month, 1);
            month <= asked.To;
            month = month.AddMonths(1)
        )
        {
            months.Add((month.Year * 100) + month.Month);
            begins.Add(LocalDates.Begin(month, zone));
        }
    }

    /// <summary>The rows that are asked about.</summary>
    public IQueryable<T> Within<T>(IQueryable<T> rows)
        where T : class, ITimeRow
    {
        rows = rows.Where(r => r.At >= from && r.At < end);
        if (asked.Class is { } of)
            rows = rows.Where(r => r.Class == of);
        if (asked.Team is { } team)
            rows = rows.Where(r => r.Team == team);
        if (asked.Person is { } person)
            rows = rows.Where(r => r.Owner == person);
        return rows;
    }

    /// <summary>The group of a row within; null when it has none.</summary>
    public int? Of(ITimeRow row) =>
        asked.By switch
        {
            ReportBy.Class => (int?)row.Class,
            ReportBy.Team => row.Team,
            ReportBy.Person => row.Owner,
            _ => MonthOf(row.At),
        };

    int MonthOf(DateTimeOffset at)
    {
        var found = begins.BinarySearch(at);
        return months[found >= 0 ? found : ~found - 1];
    }
}
