using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Service;

namespace Stepdesk.Core.Practice.Measures;

/// <summary>What the runs of one class came to together.</summary>
/// <param name="Class">The class the runs were given; null for those that were given none.</param>
/// <param name="Judged">In how many of them the scenario says which class is right.</param>
/// <param name="Right">In how many of those it was this one.</param>
/// <param name="Lines">One for each that any of the runs has a figure of.</param>
public sealed record ClassMeasures(
    ClassOfService? Class,
    int Runs,
    int Judged,
    int Right,
    IReadOnlyList<MeasureLine> Lines
)
{
    /// <summary>By class, those without one last, beside what is promised. A run with no figure at all is in none of it.</summary>
    public static IReadOnlyList<ClassMeasures> Of(IEnumerable<RunMeasures> runs, ServicePolicy promised) =>
        [
            .. from run in runs
            where run.Times.Count > 0
            group run by run.Class into same
            orderby same.Key ?? (ClassOfService)int.MaxValue
            select new ClassMeasures(
                same.Key,
                same.Count(),
                same.Count(r => r.Right.Count > 0),
                same.Count(r => r.Class is { } chosen && r.Right.Contains(chosen)),
                [
                    .. from run in same
                    from time in run.Times
                    group time.Value by time.Key into times
                    orderby times.Key
                    select MeasureLine.Of(times.Key, times, WithinOf(times.Key, same.Key, promised)),
                ]
            ),
        ];

    static TimeSpan? WithinOf(RunMeasured what, ClassOfService? given, ServicePolicy promised) =>
        TargetOf(what, promised.Of(given)) is { } target
        // A run is measured by the wall clock, so of working time only that which is all time can be held against it.
        && (target.Counting is Counting.Elapsed || promised.CalendarOf(given, null).Calendar.IsAlways)
            ? target.Within
            : null;

    static Target? TargetOf(RunMeasured what, ClassPolicy promised) =>
        what switch
        {
            RunMeasured.Logging => promised.Log,
            RunMeasured.FirstResponse => promised.Acknowledge,
            RunMeasured.LongestSilence => promised.Update?.Target(isWaiting: false),
            RunMeasured.TimeToEscalate => promised.Alert,
            RunMeasured.TimeToResolve => promised.Resolve,
            _ => null,
        };
}

/// <summary>One measure over the runs of a class.</summary>
/// <param name="Count">How many of the runs have a figure.</param>
/// <param name="Median">Half took at most so long; a time that occurred.</param>
/// <param name="Target">What the desk promises about it; null where it promises nothing that can be held against it.</param>
public sealed record MeasureLine(RunMeasured What, int Count, TimeSpan Median, TimeSpan Worst, TimeSpan? Target)
{
    public bool IsMissed => Median > Target + Check.Grace;

    public static MeasureLine Of(RunMeasured what, IEnumerable<TimeSpan> times, TimeSpan? target)
    {
        var all = times.Order().ToList();
        // The nearest rank, as in reports of the desk.
        return new(what, all.Count, all[(all.Count - 1) / 2], all[^1], target);
    }
}
