using Stepdesk.Core.History;
using Stepdesk.Core.Service;
using Stepdesk.Core.Service.Calendars;
using Stepdesk.Core.Words;
using Calendar = Stepdesk.Core.Service.Calendars.Calendar;

namespace Stepdesk.Web.Admin;

/// <summary>One calendar of the policy, in fields. Whoever used it under its old name follows it to the new one.</summary>
/// <param name="name">The calendar that is edited; null for a new one.</param>
sealed class CalendarFields(string? name)
{
    public const string Name = "name";
    public const string Zone = "zone";
    public const string Open = "open";
    public const string Holidays = "holidays";
    public const string Remove = "remove";
    const int LongestName = 60;

    /// <summary>Whether a calendar follows its windows or never closes.</summary>
    public enum Opening
    {
        Windows,
        Always,
    }

    /// <summary>Monday first, as both languages count.</summary>
    public static readonly IReadOnlyList<DayOfWeek> Week =
    [
        .. Enum.GetValues<DayOfWeek>().OrderBy(d => ((int)d + 6) % 7),
    ];

    public static string Of(DayOfWeek day) => $"{day}"[..3].ToLowerInvariant();

    public void Fill(Typed typed, ServicePolicy policy)
    {
        var named = Find(policy);
        var calendar = named?.Calendar ?? new() { Zone = policy.Named(policy.Calendar).Calendar.Zone };
        typed[Name] = named?.Name ?? "";
        typed[Zone] = calendar.Zone;
        typed[Open] = (calendar.IsAlways ? Opening.Always : Opening.Windows).ToString();
        foreach (var day in Week)
            typed[Of(day)] = DayText.Write(calendar.Windows.Where(w => w.Day == day));
        typed[Holidays] = HolidayText.Write(calendar.Holidays);
        typed[Remove] = "";
    }

    public ServicePolicy Read(Typed typed, ServicePolicy policy)
    {
        var old = Find(policy);
        if (typed[Remove].Length > 0)
            return policy with { Calendars = [.. policy.Calendars.Where(c => c != old)] };
        var named = new NamedCalendar(ReadName(typed, policy, old), ReadCalendar(typed));
        return old is null
            ? policy with
            {
                Calendars = [.. policy.Calendars, named],
            }
            : Renamed(policy, old.Name, named.Name) with
            {
                Calendars = [.. policy.Calendars.Select(c => c == old ? named : c)],
            };
    }

    /// <summary>Whether nobody works by it, so that it can go.</summary>
    public bool IsUnused(ServicePolicy policy) =>
        Find(policy) is { Name: var old }
        && policy.Calendar != old
        && policy.Classes.All(c => c.Calendar != old)
        && policy.Teams.All(t => t.Calendar != old);

    NamedCalendar? Find(ServicePolicy policy) => policy.Calendars.FirstOrDefault(c => c.Name == name);

    static string ReadName(Typed typed, ServicePolicy policy, NamedCalendar? old)
    {
        var wanted = Plain.Cut(Plain.Line(typed[Name]), LongestName);
        if (wanted is "" || policy.Calendars.Any(c => c != old && c.Name == wanted))
            typed.Refuse(Name, PolicyRules.CalendarUnnamed with { Detail = wanted });
        return wanted;
    }

    static Calendar ReadCalendar(Typed typed)
    {
        var windows = new List<Window>();
        foreach (var day in Week)
        {
            var (read, refusal) = DayText.Read(day, typed[Of(day)]);
            windows.AddRange(read);
            if (refusal is not null)
                typed.Refuse(Of(day), refusal);
        }
        var (holidays, unreadable) = HolidayText.Read(typed[Holidays]);
        if (unreadable is not null)
            typed.Refuse(Holidays, unreadable);
        var calendar = new Calendar
        {
            Zone = typed[Zone].Trim(),
            IsAlways = typed.Choice<Opening>(Open) is Opening.Always,
            Windows = windows,
            Holidays = holidays,
        };
        if (typed.IsRight && CalendarRules.Check(calendar) is { } wrong)
            typed.Refuse(FieldOf(wrong), wrong);
        return calendar;
    }

    // What is wrong with a window begins with its day.
    static string FieldOf(Refusal wrong) =>
        wrong.Code switch
        {
            "calendar-zone-is-unknown" => Zone,
            "calendar-has-no-window" => Open,
            "calendar-never-opens" => Holidays,
            _ => wrong.Detail![..3],
        };

    static ServicePolicy Renamed(ServicePolicy policy, string from, string to)
    {
        return policy with
        {
            Calendar = New(policy.Calendar)!,
            Classes = [.. policy.Classes.Select(c => c with { Calendar = New(c.Calendar) })],
            Teams = [.. policy.Teams.Select(t => t with { Calendar = New(t.Calendar)! })],
        };

        string? New(string? calendar) => calendar == from ? to : calendar;
    }
}
