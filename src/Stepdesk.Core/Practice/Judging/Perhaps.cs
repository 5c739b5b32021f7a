using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;

namespace Stepdesk.Core.Practice.Judging;

/// <summary>
/// What may have been what was wanted, in words that nobody foresaw: a mentor reads it, and it costs nobody a point.
/// </summary>
static class Perhaps
{
    const string Understood = "understood";

    /// <summary>What a mentor has to read before it can be said that nothing of the kind came.</summary>
    /// <param name="to">The number of the event before which it had to come.</param>
    /// <returns>null where nothing of the kind was said.</returns>
    public static Ruling? Was(Pattern wanted, Story story, int to, Scenario scenario)
    {
        return Read(EventTypes.Workarounds, "verdict-count-unsure", Stance.IsAdvice)
            ?? Read(Understood, "verdict-count-unread", AsksForMore);

        Ruling? Read(string field, string sentence, Func<FoldedText, bool> mayBe)
        {
            if (wanted.Fields.All(f => f.Name != field))
                return null;
            var otherwise = wanted with { Fields = [.. wanted.Fields.Where(f => f.Name != field)] };
            var said = story.Of(otherwise).Where(e => e.Seq < to && mayBe(Spoken.Of(e))).ToList();
            return said.Count == 0
                ? null
                : new(
                    Outcome.NeedsMentor,
                    [.. said.Select(e => new Cited(e.Seq))],
                    [wanted.Type],
                    new(sentence, ("what", Called.Happened(said)))
                );
        }

        // Whether one of its questions is none that its readers are known to be asked.
        bool AsksForMore(FoldedText text)
        {
            var intents = wanted
                .Fields.First(f => f.Name == Understood)
                .Of.Select(t => t.Split('.')[0])
                .Distinct(StringComparer.Ordinal)
                .SelectMany(id => scenario.Person(id)?.Intents ?? [])
                .ToList();
            return text.Questions().Any(q => !intents.Exists(i => i.IsAskedIn(q)));
        }
    }
}
