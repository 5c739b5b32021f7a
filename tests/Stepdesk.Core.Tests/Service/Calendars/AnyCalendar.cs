using FsCheck;
using FsCheck.Fluent;
using Stepdesk.Core.Service.Calendars;

namespace Stepdesk.Core.Tests.Service.Calendars;

/// <summary>A question to a calendar, with everything on quarters of an hour but the start and the amount.</summary>
public sealed record Question(
    Calendar Calendar,
    DateTimeOffset Start,
    TimeSpan Amount,
    TimeSpan More,
    IReadOnlyList<Pause> Pauses
)
{
    public DateTimeOffset End => Start + (Amount + More) * 2;

    public DateTimeOffset? Due => Calendar.Due(Start, Amount, Pauses);

    public override string ToString() =>
        $"{Calendar.Zone} always {Calendar.IsAlways}, {string.Join(", ", Calendar.Windows)}; "
        + $"{string.Join(", ", Calendar.Holidays)}; from {Start:O} {Amount} + {More}; {string.Join(", ", Pauses)}";
}

/// <summary>Questions about times when clocks change, in zones of every kind.</summary>
public static class AnyCalendar
{
    static readonly (string Zone, DateTimeOffset Changes)[] Places =
    [
        ("Asia/Ho_Chi_Minh", At(2026, 3, 29, 1)),
        ("UTC", At(2026, 3, 29, 1)),
        ("Europe/Berlin", At(2026, 3, 29, 1)),
        ("Europe/Berlin", At(2026, 10, 25, 1)),
        ("America/New_York", At(2026, 3, 8, 7)),
        ("America/New_York", At(2026, 11, 1, 6)),
        // Half an hour only.
        ("Australia/Lord_Howe", At(2026, 4, 4, 15)),
        ("Australia/Lord_Howe", At(2026, 10, 3, 15)),
        // At midnight: the day of the change begins at 01:00.
        ("America/Santiago", At(2026, 9, 6, 4)),
        // A whole date that never was.
        ("Pacific/Apia", At(2011, 12, 30, 10)),
    ];

    public static Arbitrary<Question> Questions() =>
        Arb.From(
            from place in Gen.Elements(Places)
            from always in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
            from windows in Gen.NonEmptyListOf(Window)
            from holidays in Gen.ListOf(
                Gen.Choose(-6, 6)
                    .Select(d => new Holiday(DateOnly.FromDateTime(place.Changes.Date).AddDays(d), $"Day {d}"))
            )
            from start in Gen.Choose(-4 * 24 * 3600, 24 * 3600)
            from amount in Amount
            from more in Amount
            from pauses in Gen.ListOf(PauseAround(place.Changes))
            select new Question(
                new()
                {
                    Zone = place.Zone,
                    IsAlways = always,
                    Windows = [.. windows.Take(5)],
                    Holidays = [.. holidays.Take(4)],
                },
                place.Changes.AddSeconds(start),
                amount,
                more,
                [.. pauses.Take(4)]
            )
        );

    static Gen<Window> Window =>
        from day in Gen.Elements(Enum.GetValues<DayOfWeek>())
        from opens in Gen.OneOf(Gen.Choose(0, 95), Gen.Choose(0, 20))
        from length in Gen.OneOf(Gen.Choose(1, 8), Gen.Choose(1, 96))
        select new Window(day, TimeSpan.FromMinutes(15 * opens), TimeSpan.FromMinutes(15 * (opens + length)));

    static Gen<TimeSpan> Amount =>
        Gen.OneOf(
            Gen.Choose(0, 40).Select(q => TimeSpan.FromMinutes(15 * q)),
            Gen.Choose(0, 30 * 3600).Select(s => TimeSpan.FromSeconds(s)),
            Gen.Choose(1, int.MaxValue).Select(t => TimeSpan.FromTicks(t))
        );

    static Gen<Pause> PauseAround(DateTimeOffset changes) =>
        from begins in Gen.Choose(-5 * 96, 2 * 96)
        from length in Gen.Choose(0, 96)
        select new Pause(changes.AddMinutes(15 * begins), changes.AddMinutes(15 * (begins + length)));

    static DateTimeOffset At(int year, int month, int day, int hour) =>
        new(year, month, day, hour, 0, 0, TimeSpan.Zero);
}
