namespace Stepdesk.Engine.Simulation.Incidents;

/// <summary>
/// The network of the room one class sits in lets hardly anything through: the platform answers it as ever, and its
/// browsers wait a minute for what was answered in a second.
/// </summary>
sealed class RoomIsSlow : Incident
{
    static readonly TimeSpan Ramp = TimeSpan.FromMinutes(3);

    public override double OnTheWay(Visit visit, double usual) =>
        visit.IsOf(Platform.SlowClass)
            ? usual + visit.Draws.Duration("way", 62_000, 95_000) * Force(visit.Local, Ramp)
            : usual;

    // They sit in one room and leave by one line, until they are told of another way.
    public override Student Seen(Visit visit) =>
        visit.IsOf(Platform.SlowClass) && visit.Local < Until
            ? visit.Student with
            {
                City = "Hanoi",
                Provider = "VNPT",
            }
            : visit.Student;
}
