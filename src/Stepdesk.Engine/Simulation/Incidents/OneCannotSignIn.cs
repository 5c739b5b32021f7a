namespace Stepdesk.Engine.Simulation.Incidents;

/// <summary>One teacher is rejected seven times within forty minutes, and everybody else signs in as ever.</summary>
sealed class OneCannotSignIn : Incident
{
    static readonly int[] Tries = [0, 2, 5, 11, 19, 28, 39];

    public override IEnumerable<Visit> Extra(DateTime minute, Draws draws)
    {
        if (Lasts(minute) && Tries.Contains((int)(minute - From).TotalMinutes))
            yield return new(
                null,
                Platform.Teacher,
                Operation.Login,
                minute.AddSeconds(draws.Between("second", 5, 50)),
                0,
                draws
            );
    }

    public override Outcome Change(Visit visit, Outcome usual) =>
        visit.Student == Platform.Teacher
            ? Outcome.Failed(visit.Draws.Duration("time", 220, 480), "401") with
            {
                Reason = "password_expired",
            }
            : usual;
}
