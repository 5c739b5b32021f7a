namespace Stepdesk.Core.Reading;

/// <summary>How many people a mail says are affected.</summary>
/// <param name="Low">The fewest it can be.</param>
/// <param name="High">The most; null when there is no end: "50+".</param>
/// <param name="Groups">How many classes or kinds of people it was added up from; 1 when it was said as one number.</param>
/// <param name="Span">Where it was read.</param>
public sealed record AffectedReading(int Low, int? High, int Groups, Span Span)
{
    /// <summary>The words said about, a few, dozens: no counted number.</summary>
    public bool IsRough { get; init; }

    /// <summary>It is the number of one class, and how many classes was not said.</summary>
    public bool IsOfEach { get; init; }

    /// <summary>It is a part of more people, who are not affected.</summary>
    public bool IsPart { get; init; }

    /// <summary>It was counted from those who can.</summary>
    public bool IsOthers { get; init; }

    /// <summary>Nothing is wrong for them where they are named: they are asked for, or something is.</summary>
    public bool IsRequested { get; init; }
}

/// <summary>Chooses among the numbers of people in a mail the one that says how many are affected.</summary>
static class AffectedReader
{
    public static AffectedReading? Read(params ReadOnlySpan<Passage> passages)
    {
        var crowds = new List<Crowd>();
        foreach (var passage in passages)
            crowds.AddRange(Crowd.In(passage));
        return Chosen([.. crowds.Where(c => c.Low <= Quantity.Most)]) is { } crowd
            ? new(
                (int)crowd.Low,
                crowd.High <= Quantity.Most ? (int)crowd.High : null,
                crowd.Mentions.Count > 1 ? crowd.Mentions.Count : crowd.Mentions[0].Groups,
                crowd.Span
            )
            {
                IsRough = crowd.IsVague || crowd.Mentions.Any(m => m.IsAbout),
                IsOfEach = crowd.Mentions.Any(m => m.IsOfEach),
                IsPart = crowd.IsPart,
                IsOthers = crowd.IsOthers,
                IsRequested = crowd.IsRequested,
            }
            : null;
    }

    /// <summary>
    /// What was corrected; else what holds rather than what was at first; else what somebody has trouble with rather than how many there are, said
    /// rather than counted from those who have none; else a number rather than "a few"; else what holds now; else a total; else the most. Of equals the first.
    /// </summary>
    static Crowd? Chosen(List<Crowd> crowds)
    {
        if (crowds.FindLast(c => c.IsCorrected) is { } corrected)
            return corrected;
        crowds = Preferred(crowds, c => !c.IsEarlier);
        crowds = Preferred(crowds, c => !c.IsStock);
        crowds = Preferred(crowds, c => c.IsHit);
        crowds = Preferred(crowds, c => !c.IsDerived);
        crowds = Preferred(crowds, c => !c.IsVague);
        if (crowds.FindLast(c => c.IsNow) is { } now)
            return now;
        crowds = Preferred(crowds, c => c.IsTotal);
        return crowds.MaxBy(c => c.Low);
    }

    static List<Crowd> Preferred(List<Crowd> crowds, Predicate<Crowd> are) =>
        crowds.Exists(are) ? crowds.FindAll(are) : crowds;
}
