namespace Stepdesk.Engine.Simulation.Incidents;

/// <summary>
/// Queries on the data of one class take half a minute, and near half of them time out. They hold connections, so the
/// pool is close to full; the others get one still and feel almost nothing.
/// </summary>
sealed class OneClassIsSlow : Incident
{
    static readonly TimeSpan Ramp = TimeSpan.FromMinutes(6);

    static readonly Failure QueryTimedOut = new(
        "System.Data.SqlClient.SqlException",
        "Execution Timeout Expired. The timeout period elapsed prior to completion of the operation or the server is not responding.",
        "LessonProgress.ReadAsync"
    );

    static readonly Failure PoolTimedOut = new(
        "System.InvalidOperationException",
        "Timeout expired. The timeout period elapsed prior to obtaining a connection from the pool.",
        "ConnectionPool.TakeAsync"
    );

    public override Outcome Change(Visit visit, Outcome usual)
    {
        var force = Force(visit.Local, Ramp);
        if (force is 0)
            return usual;
        if (!visit.IsOf(Platform.SlowClass) || !visit.Operation.OnClassData)
            return usual with { Milliseconds = usual.Milliseconds * (1 + .1 * force) };
        var draws = visit.Draws;
        var slow = usual.Milliseconds * (1 - force) + draws.Duration("slow", 33_000, 38_000) * force;
        if (!draws.Chance("times-out", .52 * force))
            return usual with
            {
                Milliseconds = slow,
                Succeeded = true,
                OfDatabase = .93,
                Warning = $"SlowQueryWarning: {slow * .93 / 1000:0.0} s: {visit.Operation.Query}",
            };
        return draws.Chance("pool-empty", .12)
            ? Outcome.Failed(draws.Duration("waited", 30_200, 31_000), "500", PoolTimedOut) with
            {
                OfDatabase = .01,
            }
            : Outcome.Failed(Math.Max(slow, 30_400), "500", QueryTimedOut) with
            {
                OfDatabase = .95,
                DatabaseFailed = true,
            };
    }

    public override (double InUse, double Waiting) Pool(DateTime local, Draws draws)
    {
        var force = Force(local, Ramp);
        return force is 0 ? base.Pool(local, draws) : (35 + draws.Between("pool", 47, 60) * force, 15 * force);
    }
}
