namespace Stepdesk.Engine.Demo;

/// <summary>The rhythm of an education company: classes in the evening and at the weekend, quiet nights.</summary>
static class Hours
{
    /// <summary>Vietnam has no daylight saving time.</summary>
    public static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    // Reports by hour of the day, from midnight: a morning peak when desks open, a higher one when classes begin.
    static readonly int[] ByHour = [0, 0, 0, 0, 0, 0, 1, 3, 7, 8, 7, 5, 3, 5, 6, 6, 6, 7, 9, 11, 8, 4, 1, 0];

    // From Sunday. Saturday is the day with most classes.
    static readonly int[] ByDay = [6, 10, 8, 8, 8, 9, 11];

    /// <summary>When somebody reports on one of the days before <paramref name="end"/>.</summary>
    public static DateTimeOffset Report(Random chance, DateTimeOffset end, int days)
    {
        for (; ; )
        {
            var day = end.ToOffset(Vietnam).AddDays(-chance.Next(days));
            if (chance.Next(12) >= ByDay[(int)day.DayOfWeek])
                continue;
            var midnight = new DateTimeOffset(day.Date, Vietnam);
            var at = midnight.AddHours(Pick(chance, ByHour)).AddSeconds(chance.Next(3600));
            if (at < end)
                return at.ToUniversalTime();
        }
    }

    /// <summary>The same instant while the desk is staffed, else soon after it opens again.</summary>
    public static DateTimeOffset Staffed(Random chance, DateTimeOffset at) => Within(chance, at, 8, 22);

    /// <summary>The same instant while people are awake, else some time in the morning.</summary>
    public static DateTimeOffset Awake(Random chance, DateTimeOffset at) => Within(chance, at, 7, 23);

    static DateTimeOffset Within(Random chance, DateTimeOffset at, int opens, int closes)
    {
        var local = at.ToOffset(Vietnam);
        if (local.Hour >= opens && local.Hour < closes)
            return at;
        var midnight = new DateTimeOffset(local.Date, Vietnam).AddDays(local.Hour >= closes ? 1 : 0);
        return midnight.AddHours(opens).AddSeconds(chance.Next(60, 2400)).ToUniversalTime();
    }

    static int Pick(Random chance, int[] weights)
    {
        var left = chance.Next(weights.Sum());
        for (var i = 0; ; i++)
            if ((left -= weights[i]) < 0)
                return i;
    }
}
