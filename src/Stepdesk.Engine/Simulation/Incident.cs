using Stepdesk.Kql.Columns;

namespace Stepdesk.Engine.Simulation;

/// <summary>What is wrong with the platform for a while. Times are local; what it changes it changes only while it lasts.</summary>
abstract class Incident
{
    /// <summary>Since when.</summary>
    public DateTime From { get; init; } = DateTime.MaxValue;

    /// <summary>When it was mended.</summary>
    public DateTime Until { get; init; } = DateTime.MaxValue;

    /// <summary>How a visit goes while it lasts.</summary>
    public virtual Outcome Change(Visit visit, Outcome usual) => usual;

    /// <summary>How many milliseconds it takes between the browser and the platform, there and back.</summary>
    public virtual double OnTheWay(Visit visit, double usual) => usual;

    /// <summary>Who is seen to do it: where somebody sits may be part of what is wrong.</summary>
    public virtual Student Seen(Visit visit) => visit.Student;

    /// <summary>How much more often than by the mix an operation of a class is done: an exam is mostly submissions.</summary>
    public virtual Operation Chosen(Visit visit) => visit.Operation;

    /// <summary>Which lesson of a class is watched.</summary>
    public virtual int LessonWatched(SchoolClass of, Draws draws) => 1 + draws.Below("lesson", 6);

    /// <summary>What those who suffer do beside the usual.</summary>
    public virtual IEnumerable<Visit> Extra(DateTime minute, Draws draws) => [];

    /// <summary>Which version runs.</summary>
    public virtual string VersionAt(DateTime local) => Platform.Version;

    /// <summary>Connections in use of a hundred, and queries that wait for one.</summary>
    public virtual (double InUse, double Waiting) Pool(DateTime local, Draws draws) =>
        (draws.Between("pool", 28, 42), 0);

    /// <summary>What the platform itself says about it.</summary>
    public virtual IEnumerable<Item> Reports(DateTime minute, Draws draws) => [];

    /// <summary>What else a video says of itself.</summary>
    public virtual void Describe(Visit visit, DynamicBag dimensions) { }

    public bool Lasts(DateTime local) => local >= From && local < Until;

    /// <summary>From 0 at the beginning to 1 when it is in full force; 0 while it does not last.</summary>
    protected double Force(DateTime local, TimeSpan ramp) =>
        Lasts(local) ? Math.Min(1, Math.Max(.05, (local - From) / ramp)) : 0;
}

/// <summary>An ordinary day.</summary>
sealed class NoIncident : Incident;
