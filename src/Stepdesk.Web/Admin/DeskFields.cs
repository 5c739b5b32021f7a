using System.Globalization;
using Stepdesk.Core.History;
using Stepdesk.Core.Service;

namespace Stepdesk.Web.Admin;

/// <summary>What holds for the whole desk, in fields: how many people make which class, and who works by which calendar.</summary>
static class DeskFields
{
    public static readonly Refusal NoNumber = new("people-are-no-number");

    public const string PriorityFrom = "priority-from";
    public const string ExpediteFrom = "expedite-from";
    public const string Calendar = "calendar";

    public static string CalendarOf(int team) => string.Create(CultureInfo.InvariantCulture, $"team.{team}.calendar");

    public static void FillThresholds(Typed typed, ServicePolicy policy)
    {
        typed.Set(PriorityFrom, policy.Thresholds.PriorityFrom);
        typed.Set(ExpediteFrom, policy.Thresholds.ExpediteFrom);
    }

    public static Thresholds ReadThresholds(Typed typed)
    {
        var thresholds = new Thresholds(People(typed, PriorityFrom), People(typed, ExpediteFrom));
        if (typed.IsRight && PolicyRules.Check(thresholds) is { } wrong)
            typed.Refuse(ExpediteFrom, wrong);
        return thresholds;
    }

    public static void FillCalendars(Typed typed, ServicePolicy policy, IEnumerable<int> teams)
    {
        typed[Calendar] = policy.Calendar;
        foreach (var team in teams)
            typed[CalendarOf(team)] = policy.Teams.FirstOrDefault(t => t.Team == team)?.Calendar ?? "";
    }

    public static ServicePolicy ReadCalendars(Typed typed, ServicePolicy policy, IReadOnlyCollection<int> teams) =>
        policy with
        {
            Calendar = typed.CalendarName(Calendar, policy) ?? policy.Calendar,
            Teams =
            [
                // A team that is gone keeps its line: its tickets may still run.
                .. policy.Teams.Where(t => !teams.Contains(t.Team)),
                .. from team in teams
                let name = typed.CalendarName(CalendarOf(team), policy)
                where name is not null
                select new TeamCalendar(team, name),
            ],
        };

    /// <summary>The calendar chosen; null when none of its own was.</summary>
    public static string? CalendarName(this Typed typed, string field, ServicePolicy policy)
    {
        if (typed[field] is not { Length: > 0 } name)
            return null;
        if (policy.Calendars.All(c => c.Name != name))
            typed.Refuse(field, PolicyRules.CalendarUnknown with { Detail = name });
        return name;
    }

    static int People(Typed typed, string field)
    {
        if (int.TryParse(typed[field].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var people))
            return people;
        typed.Refuse(field, NoNumber with { Detail = typed[field] });
        return 0;
    }
}
