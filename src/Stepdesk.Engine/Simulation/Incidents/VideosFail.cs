using System.Globalization;
using Stepdesk.Kql.Columns;

namespace Stepdesk.Engine.Simulation.Incidents;

/// <summary>Videos do not play, for one of three reasons that look the same to those who watch.</summary>
sealed class VideosFail(VideoCause cause) : Incident
{
    static readonly Failure NotPlayed = new(
        "MediaError",
        "MEDIA_ERR_SRC_NOT_SUPPORTED: cannot load media",
        "play",
        "player.js"
    );
    static readonly Failure Blocked = new("MediaError", "net::ERR_BLOCKED_BY_CLIENT", "load", "player.js");

    // Ramps up by six of a hundred a minute until about two of three fail.
    const double First = .35;
    const double Growth = .06;
    const double Worst = .63;

    public override int LessonWatched(SchoolClass of, Draws draws) =>
        of.Code == Platform.VideoClass && draws.Chance("this-lesson", .7) ? 3 : base.LessonWatched(of, draws);

    public override Outcome Change(Visit visit, Outcome usual)
    {
        if (!Lasts(visit.Local) || visit.Operation != Operation.Video)
            return usual;
        var draws = visit.Draws;
        return cause switch
        {
            VideoCause.Content when visit.IsOf(Platform.VideoClass) && visit.Lesson == 3 => Outcome.Failed(
                draws.Duration("time", 40, 70),
                draws.Chance("gone", .05) ? "404" : "403",
                NotPlayed
            ),
            VideoCause.Network when draws.Chance("edge", Share(visit.Local)) => Outcome.Failed(
                draws.Duration("time", 9000, 18_000),
                draws.Unit("code") switch
                {
                    < .5 => "504",
                    < .75 => "502",
                    _ => "503",
                },
                NotPlayed
            ),
            VideoCause.User when IsBlocked(visit) => Outcome.Failed(draws.Duration("time", 8, 20), "0", Blocked) with
            {
                NeverSent = true,
            },
            _ => usual,
        };
    }

    // What signs the address of a video writes until when it holds; what expired is refused.
    public override void Describe(Visit visit, DynamicBag dimensions)
    {
        var expired =
            cause is VideoCause.Content && visit.IsOf(Platform.VideoClass) && visit.Lesson == 3 && Lasts(visit.Local);
        dimensions["SignedUrlExpiry"] = (expired ? From : visit.Local.Date.AddHours(visit.Local.Hour + 6)).ToString(
            "yyyy-MM-ddTHH:mm:ss",
            CultureInfo.InvariantCulture
        );
    }

    double Share(DateTime local) => Math.Min(Worst, First + Growth * (local - From).TotalMinutes);

    // Four of the class with one provider and the same extension in the browser.
    static bool IsBlocked(Visit visit) => visit.IsOf(Platform.VideoClass) && visit.Student is { Provider: "Viettel" };
}

/// <summary>Why videos do not play.</summary>
enum VideoCause
{
    /// <summary>The address of one lesson's video expired.</summary>
    Content,

    /// <summary>The edge that delivers all of them is ill.</summary>
    Network,

    /// <summary>Something in the browsers of a few stops the player.</summary>
    User,
}
