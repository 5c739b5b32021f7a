using Stepdesk.Core.Service.Calendars;

namespace Stepdesk.Core.Service;

/// <summary>The promises a new desk starts with.</summary>
public static class Shipped
{
    /// <summary>The name of the calendar that never closes.</summary>
    public const string Always = "24x7";

    /// <summary>The name of the calendar of office hours, ready to be given to a team.</summary>
    public const string Office = "office";

    /// <summary>
    /// Whoever works on it hears in time to keep the promise; the leads hear of a breach, and again when an Expedite
    /// ticket is still unanswered.
    /// </summary>
    public static readonly IReadOnlyList<Alarm> Alarms =
    [
        new(Level.TwoThirds, [Recipient.Owner], [Means.Notice]),
        new(Level.Breach, [Recipient.Owner, Recipient.Leads], [Means.Notice]),
        new(new(Offset: TimeSpan.FromMinutes(15)), [Recipient.Leads], [Means.Notice, Means.Mail])
        {
            Class = ClassOfService.Expedite,
        },
    ];

    /// <summary>For tests and for tickets older than the first stored policy: a desk in Vietnam.</summary>
    public static readonly ServicePolicy Policy = In("Asia/Ho_Chi_Minh");

    /// <summary>Looks up the shipped policy, whichever version is asked for.</summary>
    public static readonly Policies Policies = _ => Policy;

    /// <summary>The shipped promises for a desk in this zone (IANA).</summary>
    public static ServicePolicy In(string zone) =>
        new(
            new(PriorityFrom: 5, ExpediteFrom: 26),
            [
                new(ClassOfService.Standard, Priority.Normal, Minutes(15), Minutes(30))
                {
                    Update = Daily,
                    Return = Hours(8),
                    FollowUp = Polite,
                },
                new(ClassOfService.Priority, Priority.High, Minutes(15), Minutes(15))
                {
                    Update = new(TimeSpan.FromMinutes(60), TimeSpan.FromHours(24)),
                    Return = Hours(1),
                    FollowUp = Polite,
                },
                new(ClassOfService.Expedite, Priority.Urgent, Minutes(15), Minutes(5))
                {
                    Update = Quarterly,
                    UpdateStakeholders = Quarterly,
                    Alert = Minutes(5),
                    Package = Minutes(10),
                    Return = Minutes(15),
                    FollowUp = Polite,
                    Calendar = Always,
                },
                new(ClassOfService.FixedDeadline, Priority.Normal, Minutes(15), Minutes(30))
                {
                    Update = Daily,
                    Return = Hours(8),
                    FollowUp = Polite,
                },
            ],
            [new(Always, Calendar.Always(zone)), new(Office, OfficeHours(zone))],
            Always,
            Teams: []
        )
        {
            Alarms = Alarms,
        };

    static Cadence Daily => new(TimeSpan.FromHours(24), TimeSpan.FromHours(24));

    static Cadence Quarterly => new(TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(15));

    // Long enough for a week off and a weekend; each message says how to answer.
    static FollowUp Polite => new([TimeSpan.FromDays(2), TimeSpan.FromDays(3)], TimeSpan.FromDays(5));

    static Target Minutes(int minutes) => new(TimeSpan.FromMinutes(minutes));

    static Target Hours(int hours) => new(TimeSpan.FromHours(hours));

    static Calendar OfficeHours(string zone) =>
        new()
        {
            Zone = zone,
            Windows =
            [
                .. from day in (DayOfWeek[])
                    [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday]
                from window in (Window[])
                    [
                        new(day, new TimeSpan(8, 30, 0), new TimeSpan(12, 0, 0)),
                        new(day, new TimeSpan(13, 30, 0), new TimeSpan(17, 30, 0)),
                    ]
                select window,
            ],
        };
}
