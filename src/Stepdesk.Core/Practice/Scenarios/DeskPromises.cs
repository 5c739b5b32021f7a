using Stepdesk.Core.Service;

namespace Stepdesk.Core.Practice.Scenarios;

/// <summary>
/// What the desk of a scenario promises its customers for one class of service, where that is not what a desk ships with:
/// its clocks then say what the trainee was told to keep.
/// </summary>
/// <param name="Acknowledge">From the report until an answer.</param>
/// <param name="Update">From one message to the next, also while others are waited for.</param>
public sealed record DeskPromises(ClassOfService Class, TimeSpan? Acknowledge, TimeSpan? Update)
{
    /// <summary>The classes as authors name them.</summary>
    public static IReadOnlyList<(string Name, ClassOfService Class)> Classes { get; } =
    [
        ("standard", ClassOfService.Standard),
        ("priority", ClassOfService.Priority),
        ("expedite", ClassOfService.Expedite),
        ("fixed_deadline", ClassOfService.FixedDeadline),
    ];

    /// <summary>The shipped promises of a desk in this zone (IANA), with these instead of theirs.</summary>
    public static ServicePolicy In(string zone, IReadOnlyList<DeskPromises> promises)
    {
        var shipped = Shipped.In(zone);
        return shipped with
        {
            Classes =
            [
                .. shipped.Classes.Select(c =>
                    promises.Where(p => p.Class == c.Class).Aggregate(c, (of, p) => p.On(of))
                ),
            ],
        };
    }

    ClassPolicy On(ClassPolicy shipped) =>
        shipped with
        {
            Acknowledge = Acknowledge is { } within
                ? shipped.Acknowledge with
                {
                    Within = within,
                }
                : shipped.Acknowledge,
            Update = Update is { } every ? new Cadence(every, every) : shipped.Update,
        };
}
