namespace Stepdesk.Engine.Simulation;

/// <summary>
/// The telemetry of one minute: a function of the seed, the scenario, the minute and what is wrong during it. No minute
/// knows another, so any can be made anywhere.
/// </summary>
static class Minutes
{
    const double InLesson = 1.1;
    const double Elsewhere = .004;
    const double VideosInLesson = .2;

    /// <summary>How long after its minute an item of a visit can still come: the last heartbeat of a slow video.</summary>
    public static readonly TimeSpan Tail = TimeSpan.FromMinutes(4);

    /// <summary>The items that began in this local minute, in no order; times are as far from UTC as <paramref name="offset"/>.</summary>
    public static List<Item> Of(ulong seed, Incident incident, DateTime local, TimeSpan offset)
    {
        var number = local.Ticks / TimeSpan.TicksPerMinute;
        var items = new List<Item>();
        foreach (var of in Platform.Classes)
        foreach (var visit in Visits(of, local, Draws.Of(seed, of.Code, number), incident))
            Add(visit);
        foreach (var visit in SignIns(local, Draws.Of(seed, "sign-ins", number)))
            Add(visit);
        foreach (var visit in incident.Extra(local, Draws.Of(seed, "incident", number)))
            Add(visit);
        foreach (
            var item in Background
                .Of(local, incident, Draws.Of(seed, "background", number))
                .Concat(incident.Reports(local, Draws.Of(seed, "reports", number)))
        )
            items.Add(item with { At = Utc(item.At) });
        return items;

        void Add(Visit visit)
        {
            var outcome = incident.Change(visit, Outcome.Usual(visit));
            var version = incident.VersionAt(visit.Local);
            items.AddRange(new Writing(visit, outcome, version, incident, Utc(visit.Local)).Write());
        }

        DateTime Utc(DateTime at) => DateTime.SpecifyKind(at - offset, DateTimeKind.Utc);
    }

    static IEnumerable<Visit> Visits(SchoolClass of, DateTime local, Draws draws, Incident incident)
    {
        var meets = of.Meets(local);
        var pages = draws.Poisson("pages", of.Students.Count * (meets ? InLesson : Elsewhere));
        for (var n = 0; n < pages; n++)
        {
            var visit = Visit(n, Operation.Drawn(draws.At(n).Unit("operation")));
            yield return visit with
            {
                Operation = incident.Chosen(visit),
            };
        }
        // Videos belong to the lessons of the evening; at other hours few watch one.
        var rate =
            !meets ? Elsewhere / 10
            : of.Opens.Hours >= 18 ? VideosInLesson
            : VideosInLesson / 20;
        var videos = draws.Poisson("videos", of.Students.Count * rate);
        for (var n = 0; n < videos; n++)
            yield return Visit(1000 + n, Operation.Video);

        Visit Visit(int n, Operation operation)
        {
            var own = draws.At(n);
            return new(
                of,
                of.Students[own.Below("student", of.Students.Count)],
                operation,
                local.AddTicks((long)(own.Unit("instant") * TimeSpan.TicksPerMinute) / 10_000 * 10_000),
                operation == Operation.Video ? incident.LessonWatched(of, own) : 1 + own.Below("lesson", 6),
                own
            );
        }
    }

    static IEnumerable<Visit> SignIns(DateTime local, Draws draws)
    {
        var count = draws.Poisson("count", 1.5);
        for (var n = 0; n < count; n++)
        {
            var own = draws.At(n);
            yield return new(
                null,
                Platform.Students[own.Below("student", Platform.Students.Count)],
                Operation.Login,
                local.AddSeconds(Math.Round(own.Between("instant", 0, 60), 3)),
                0,
                own
            );
        }
    }
}
