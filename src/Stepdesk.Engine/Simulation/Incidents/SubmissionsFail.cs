namespace Stepdesk.Engine.Simulation.Incidents;

/// <summary>
/// A release three minutes before an exam locks the pool of submissions: from then on none is saved, in any class, while
/// everything else works.
/// </summary>
sealed class SubmissionsFail : Incident
{
    public const string Release = "3.18.1";
    static readonly TimeSpan Ahead = TimeSpan.FromMinutes(3);

    static readonly Failure PoolTimedOut = new(
        "System.InvalidOperationException",
        "Timeout expired. The timeout period elapsed prior to obtaining a connection from the pool. All pooled connections were in use and max pool size was reached.",
        "Submissions.SaveAsync"
    );

    static readonly Failure QueryTimedOut = new(
        "System.Data.SqlClient.SqlException",
        "Execution Timeout Expired. The timeout period elapsed while waiting for a lock on submissions.",
        "Submissions.SaveAsync"
    );

    public override Operation Chosen(Visit visit) =>
        visit.Local >= From
        && visit.Class is { } of
        && Platform.ExamClasses.Contains(of.Code)
        && visit.Draws.Chance("exam", .22)
            ? Operation.Submit
            : visit.Operation;

    public override Outcome Change(Visit visit, Outcome usual)
    {
        if (!Lasts(visit.Local) || visit.Operation != Operation.Submit)
            return usual;
        return visit.Draws.Chance("pool-empty", .7)
            ? Outcome.Failed(visit.Draws.Duration("waited", 15_600, 16_400), "500", PoolTimedOut) with
            {
                OfDatabase = 0,
                Warning = "submission not saved: no connection to submit-db within 15 s",
            }
            : Outcome.Failed(visit.Draws.Duration("waited", 30_500, 31_400), "500", QueryTimedOut) with
            {
                OfDatabase = .97,
                DatabaseFailed = true,
                Warning = "submission not saved: lock wait on submissions for 30 s",
            };
    }

    public override string VersionAt(DateTime local) =>
        local >= From - Ahead && local < Until ? Release : Platform.Version;

    public override (double InUse, double Waiting) Pool(DateTime local, Draws draws) =>
        Lasts(local) ? (100, draws.Between("waiting", 18, 34)) : base.Pool(local, draws);

    public override IEnumerable<Item> Reports(DateTime minute, Draws draws)
    {
        if (minute == From - Ahead)
            yield return Deployed(minute, Release, Platform.Version);
        if (minute == Until)
            yield return Deployed(minute, Platform.Version, Release);
    }

    static Item Deployed(DateTime minute, string version, string before) =>
        new(
            TelemetryTable.CustomEvents,
            minute.AddSeconds(12),
            Trip.None with
            {
                Version = version,
            },
            new("submission-api", "submission-api-1"),
            ["Deployment", null]
        )
        {
            Dimensions = new()
            {
                ["Service"] = "submission-api",
                ["Version"] = version,
                ["Before"] = before,
                ["DeployId"] = $"dep-{version}",
            },
        };
}
