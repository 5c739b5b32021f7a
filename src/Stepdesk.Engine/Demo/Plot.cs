using Stepdesk.Core.People;

namespace Stepdesk.Engine.Demo;

/// <summary>Two months of a desk: which stories happen to whom, when, and how far they come. Pure; the same seed tells the same.</summary>
sealed class Plot(
    Cast cast,
    IReadOnlyDictionary<string, int> teams,
    IReadOnlyList<Played<Colleague>> staff,
    IReadOnlyList<Played<Customer>> customers,
    Random chance,
    DateTimeOffset end
)
{
    public const int Tickets = 300;
    public const int Days = 60;

    // What stands in the queue right now, by minutes ago: an answer not yet due, soon due and overdue among them.
    static readonly (int MinutesAgo, Fate Fate)[] Now =
    [
        (1, Fate.Unseen),
        (4, Fate.Unseen),
        (9, Fate.Unseen),
        (21, Fate.Unseen),
        (26, Fate.Unseen),
        (37, Fate.Unseen),
        (95, Fate.Unseen),
        (48, Fate.Closes),
        (70, Fate.Acknowledged),
        (120, Fate.Closes),
        (160, Fate.Diagnosed),
        (190, Fate.Closes),
    ];

    // What is left from the last days, by hours ago.
    static readonly (int HoursAgo, Fate Fate)[] Left =
    [
        (20, Fate.Acknowledged),
        (23, Fate.Acknowledged),
        (27, Fate.Acknowledged),
        (44, Fate.Acknowledged),
        (52, Fate.Acknowledged),
        (22, Fate.Diagnosed),
        (29, Fate.Diagnosed),
        (46, Fate.Diagnosed),
        (70, Fate.Diagnosed),
        (75, Fate.Diagnosed),
        (98, Fate.Diagnosed),
        (120, Fate.Diagnosed),
        (30, Fate.Untold),
        (55, Fate.Untold),
        (31, Fate.Unconfirmed),
        (42, Fate.Unconfirmed),
        (66, Fate.Unconfirmed),
        (78, Fate.Unconfirmed),
        (99, Fate.Unconfirmed),
        (125, Fate.Unconfirmed),
        (150, Fate.Unconfirmed),
        (200, Fate.Unconfirmed),
        (310, Fate.Unconfirmed),
        (420, Fate.Unconfirmed),
        (45, Fate.Confirmed),
        (69, Fate.Confirmed),
        (94, Fate.Confirmed),
    ];

    readonly List<Scene> scenes = [];
    int told;

    public IReadOnlyList<Scene> Scenes()
    {
        // Whoever looks in meets an emergency under way.
        Tell(end.AddMinutes(-41), Fate.Diagnosed, Story.All.First(s => s.Affected[0] > 25));
        foreach (var (minutes, fate) in Now)
            Tell(end.AddMinutes(-minutes).AddSeconds(-chance.Next(50)), fate);
        foreach (var (hours, fate) in Left)
            Tell(Hours.Staffed(chance, end.AddHours(-hours).AddMinutes(-chance.Next(50))), fate);
        while (told < Tickets)
            TellWithDuplicates(Hours.Report(chance, end.AddHours(-4), Days), Befalls());
        return scenes;
    }

    Fate Befalls() =>
        chance.Next(100) switch
        {
            < 2 => Fate.Spam,
            < 3 => Fate.Mistake,
            < 5 => Fate.Withdrawn,
            < 10 => Fate.Disputed,
            < 13 => Fate.Returns,
            < 20 => Fate.Unstudied,
            _ => Fate.Closes,
        };

    void TellWithDuplicates(DateTimeOffset reportedAt, Fate fate)
    {
        var story = Story.All[chance.Next(Story.All.Count)];
        var strikesMany = story.Affected[0] >= 5 && fate is Fate.Closes or Fate.Unstudied;
        var twins = strikesMany ? Math.Min(chance.Next(3), Tickets - told - 1) : 0;
        var number = told;
        var tale = Tell(reportedAt, fate, story, [.. Enumerable.Range(number + 1, twins)]);
        for (var twin = 0; twin < twins; twin++)
            Tell(reportedAt.AddMinutes(chance.Next(3, 25)), Fate.Closes, story, [], (number, tale.SolvedAt));
    }

    Tale Tell(
        DateTimeOffset reportedAt,
        Fate fate,
        Story? story = null,
        IReadOnlyList<int>? duplicatedBy = null,
        (int, DateTimeOffset)? duplicateOf = null
    )
    {
        story ??= Story.All[chance.Next(Story.All.Count)];
        var customer = Pick(customers, c => story.From.Contains(c.Of.Part) && story.In(c.Of.Language) is not null);
        var agent = Pick(staff, s => s.Of.Team == story.Team && s.Actor.Role is Role.Agent or Role.Lead);
        var colleague = Pick(staff, s => s.Id != agent.Id && s.Actor.Role is Role.Agent or Role.Lead);
        var director = Pick(
            customers,
            c => c.Of.Part is Part.Director && c.Of.Language == customer.Of.Language && c.Id != customer.Id
        );
        var affected = chance.Next(story.Affected[0], story.Affected[1] + 1);
        var outline = new Outline(
            told++,
            story,
            customer,
            agent,
            colleague,
            teams[story.Team],
            reportedAt,
            fate,
            affected
        )
        {
            Director = director,
            DuplicateOf = duplicateOf,
            DuplicatedBy = duplicatedBy ?? [],
        };
        var tale = new Tale(outline, cast, chance, end);
        scenes.AddRange(tale.Tell());
        return tale;
    }

    Played<T> Pick<T>(IReadOnlyList<Played<T>> from, Func<Played<T>, bool> fits)
    {
        var fitting = from.Where(fits).ToList();
        return fitting[chance.Next(fitting.Count)];
    }
}
