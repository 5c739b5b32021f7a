namespace Stepdesk.Core.Practice.Sessions;

/// <summary>
/// Something that happened in a session. <paramref name="Causes"/> are the numbers of the earlier events because of
/// which it did: a debrief and a verdict follow them back.
/// </summary>
/// <param name="At">Simulated time.</param>
/// <param name="Actor">Who did it: <see cref="Trainee"/>, <see cref="Director"/>, or somebody of the scenario.</param>
public sealed record SessionEvent(
    int Seq,
    DateTimeOffset At,
    string Type,
    string Actor,
    Fields Data,
    IReadOnlyList<int> Causes
)
{
    /// <summary>The person who practises.</summary>
    public const string Trainee = "trainee";

    /// <summary>What the session does by itself.</summary>
    public const string Director = "director";

    /// <summary>Whoever looks on and sends something in; history keeps which of the mentors it was.</summary>
    public const string Mentor = "mentor";

    /// <summary>What it rests on, whether attached or said in words.</summary>
    public IEnumerable<string> Carried => Data.All("attached").Union(Data.All("mentions"), StringComparer.Ordinal);
}
