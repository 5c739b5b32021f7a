using Stepdesk.Core.Service;

namespace Stepdesk.Core.Tests;

/// <summary>A desk that changed its promises twice.</summary>
static class Desk
{
    /// <summary>The shipped promises; then office hours and eight hours to resolve; then four, where a team has its own.</summary>
    public static ServicePolicy Policies(int version) =>
        version switch
        {
            0 => Shipped.Policy,
            1 => Office,
            _ => Faster,
        };

    /// <summary>Everything in office hours, resolved within eight of them, and alarms at every kind of level.</summary>
    public static readonly ServicePolicy Office = Shipped.Policy with
    {
        Alarms =
        [
            .. from level in (Level[])
                [
                    new(Percent: 50),
                    new(Percent: 80),
                    new(Offset: TimeSpan.FromMinutes(-5)),
                    Level.Breach,
                    new(Offset: TimeSpan.FromMinutes(15)),
                    new(Offset: TimeSpan.FromMinutes(60)),
                ]
            select new Alarm(level, [Recipient.Team], [Means.Mail]),
        ],
        Calendar = Shipped.Office,
        Classes = [.. Shipped.Policy.Classes.Select(c => c with { Resolve = new(TimeSpan.FromHours(8)) })],
    };

    /// <summary>Office hours for team 1 alone, four hours to resolve, and none promised for Standard.</summary>
    public static readonly ServicePolicy Faster = Shipped.Policy with
    {
        Teams = [new(1, Shipped.Office)],
        Classes =
        [
            .. Shipped.Policy.Classes.Select(c =>
                c.Class is ClassOfService.Standard ? c : c with { Resolve = new(TimeSpan.FromHours(4)) }
            ),
        ],
    };
}
