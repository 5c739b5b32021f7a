namespace Stepdesk.Engine.Simulation;

/// <summary>One thing somebody does on the platform, before it is known how it goes.</summary>
sealed record Visit(SchoolClass? Class, Student Student, Operation Operation, DateTime Local, int Lesson, Draws Draws)
{
    public string LessonId => Class is null ? "" : $"LSN-{Class.Course}-{Lesson:00}";

    public bool IsOf(string classCode) => Class?.Code == classCode;
}

/// <summary>What is thrown or reported when something fails.</summary>
sealed record Failure(string Type, string Message, string Method, string Assembly = "Denise.Data");

/// <summary>How a visit went.</summary>
sealed record Outcome(double Milliseconds, string Code)
{
    public bool Succeeded { get; init; } = true;
    public Failure? Failure { get; init; }

    /// <summary>The share of the time that the database took.</summary>
    public double OfDatabase { get; init; } = .5;
    public bool DatabaseFailed { get; init; }

    /// <summary>Stopped in the browser: nothing of it reached a server.</summary>
    public bool NeverSent { get; init; }

    /// <summary>Why a sign-in was rejected.</summary>
    public string? Reason { get; init; }

    /// <summary>A warning the service wrote beside it.</summary>
    public string? Warning { get; init; }

    public static Outcome Failed(double milliseconds, string code, Failure? failure = null) =>
        new(milliseconds, code) { Succeeded = false, Failure = failure };

    /// <summary>How it goes as a rule, with the few failures that any platform has and that explain nothing.</summary>
    public static Outcome Usual(Visit visit)
    {
        var draws = visit.Draws;
        var time = draws.Duration("time", visit.Operation.Half, visit.Operation.Most);
        var share = draws.Between("database", .35, .65);
        if (visit.Operation == Operation.Login)
            return draws.Chance("rejected", .035)
                ? Failed(time, "401") with
                {
                    Reason = "wrong_password",
                }
                : new(time, "200") { OfDatabase = share };
        if (visit.Operation == Operation.Video)
            return new(time, "206") { OfDatabase = .2 };
        return draws.Unit("herring") switch
        {
            < .003 when visit.Operation != Operation.Submit => Failed(time * .2, "404"),
            < .004 when visit.Operation == Operation.Poll => Failed(time * .2, "401"),
            _ => new(time, visit.Operation == Operation.Submit ? "201" : "200") { OfDatabase = share },
        };
    }
}
