using Stepdesk.Engine.Simulation.Incidents;

namespace Stepdesk.Engine.Simulation;

/// <summary>
/// A simulated day of the platform: what goes wrong on it, and the hours worth looking at. Hours are local, at the offset
/// the caller's clock has.
/// </summary>
public sealed record Scenario(string Id, string? Branch, TimeSpan Opens, TimeSpan Closes, TimeSpan? Onset)
{
    /// <summary>The day of the shipped stories, a Monday.</summary>
    public static readonly DateOnly Day = new(2026, 3, 9);

    /// <summary>How long it lasts when nobody says when it was mended.</summary>
    public TimeSpan Lasts { get; init; }

    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("01", null, Hours(0), Hours(9), new(7, 52, 0)) { Lasts = Minutes(60) },
        new("02", "A", Hours(12), Hours(16), Hours(14)) { Lasts = Minutes(67) },
        new("02", "B", Hours(12), Hours(16), Hours(14)) { Lasts = Minutes(67) },
        new("03", null, Hours(8), Hours(11), Hours(9)) { Lasts = Minutes(65) },
        new("04", null, Hours(8), Hours(12), null),
        new("05", "A", Hours(18), Hours(21), new(19, 40, 0)) { Lasts = Minutes(65) },
        new("05", "B", Hours(18), Hours(21), new(19, 40, 0)) { Lasts = Minutes(65) },
        new("05", "C", Hours(18), Hours(21), new(19, 40, 0)) { Lasts = Minutes(65) },
        new("06", null, Hours(8), Hours(12), null),
    ];

    /// <summary>The scenario somebody means by "02", "2" or "s02-slow-lms", and by a branch where there are several.</summary>
    public static Scenario? Find(string id, string? branch)
    {
        var digits = new string([.. id.TrimStart('s', 'S').TakeWhile(char.IsAsciiDigit)]).PadLeft(2, '0');
        return All.FirstOrDefault(s =>
            s.Id == digits
            && (
                string.IsNullOrEmpty(branch)
                || s.Branch is null
                || string.Equals(s.Branch, branch, StringComparison.OrdinalIgnoreCase)
            )
        );
    }

    /// <summary>The day a branch of a scenario names: "03", or "05 B" where there are several.</summary>
    public static Scenario? Named(string name) =>
        name.Split(' ', 2) is [var id, var branch] ? Find(id, branch) : Find(name, null);

    /// <summary>What is wrong on a day, until it is mended.</summary>
    internal Incident On(DateTime day, DateTime? mended = null)
    {
        if (Onset is not { } onset)
            return new NoIncident();
        var from = day.Date + onset;
        var until = mended ?? from + Lasts;
        return (Id, Branch) switch
        {
            ("01", _) => new OneCannotSignIn { From = from, Until = until },
            ("02", "A") => new OneClassIsSlow { From = from, Until = until },
            ("02", _) => new RoomIsSlow { From = from, Until = until },
            ("03", _) => new SubmissionsFail { From = from, Until = until },
            ("05", "A") => new VideosFail(VideoCause.Content) { From = from, Until = until },
            ("05", "B") => new VideosFail(VideoCause.Network) { From = from, Until = until },
            ("05", _) => new VideosFail(VideoCause.User) { From = from, Until = until },
            _ => new NoIncident(),
        };
    }

    static TimeSpan Hours(int hours) => TimeSpan.FromHours(hours);

    static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);
}
