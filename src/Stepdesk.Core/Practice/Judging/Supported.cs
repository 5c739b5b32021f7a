using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;

namespace Stepdesk.Core.Practice.Judging;

/// <summary>
/// Nothing was said that had not come to light by then, no number that is another than what had, and no id that nobody was
/// shown.
/// </summary>
public sealed record Supported(IReadOnlyList<Pattern> In) : Check
{
    public override Ruling Judge(Story story, Scenario scenario)
    {
        var (rested, wrong) = (new List<SessionEvent>(), new List<Claim>());
        var count = 0;
        foreach (var said in In.SelectMany(story.Of).DistinctBy(e => e.Seq).OrderBy(e => e.Seq))
        {
            foreach (var fact in said.Data.All("mentions").Select(scenario.FactOf).OfType<Fact>())
                if (story.RevealOf(fact.Id) is { } reveal && reveal.Seq < said.Seq)
                {
                    rested.AddRange([said, reveal]);
                    count++;
                }
                else if (scenario.ClaimsOf(fact, Spoken.Of(said)).FirstOrDefault() is { } words)
                    wrong.Add(new(new(said.Seq, words), fact.Id, null));
            wrong.AddRange(Figures(said, story, scenario));
        }
        // What nobody had looked up weighs more than what somebody had, and says otherwise.
        return wrong.OrderBy(w => w.Seen is not null).FirstOrDefault() is { } first
                ? new(
                    Outcome.Violated,
                    [.. wrong.Select(w => w.Said).OrderBy(c => c.Seq)],
                    [
                        .. wrong
                            .Where(w => w.Seen is null)
                            .Select(w => w.Fact)
                            .OfType<string>()
                            .Distinct(StringComparer.Ordinal),
                    ],
                    Sentence(first, story)
                )
                {
                    Counter = Cite(wrong.Select(w => w.Seen).OfType<SessionEvent>()),
                }
            : count == 0 ? new(Outcome.NotApplicable, [], [], new("verdict-supported-none"))
            : new(Outcome.Met, Cite(rested), [], new("verdict-supported-met", ("count", count)));
    }

    static Phrase Sentence(Claim claim, Story story)
    {
        var what = Called.Happened([story.Events.First(e => e.Seq == claim.Said.Seq)]);
        return claim.Seen is { } seen
            ? new(
                "verdict-supported-contradicted",
                ("what", what),
                ("words", claim.Said.Words!.Text),
                ("at", $"{seen.At:HH:mm}"),
                ("fact", Called.Facts([claim.Fact!]))
            )
            : new("verdict-supported-violated", ("what", what), ("words", claim.Said.Words!.Text));
    }

    // Where a number was stated, and what had come to light of it last by then. What the trainee was shown is no lie.
    static IEnumerable<Claim> Figures(SessionEvent said, Story story, Scenario scenario)
    {
        var spoken = Spoken.Of(said);
        ShownNumbers? shown = null;
        foreach (var figure in scenario.Figures)
        {
            var known = figure
                .Facts.Where(f => scenario.FactOf(f)?.In(story.Branch) is true)
                .Select(f => (Fact: f, Reveal: story.RevealOf(f)))
                .Where(f => f.Reveal?.Seq < said.Seq)
                .OrderBy(f => f.Reveal!.Seq)
                .LastOrDefault();
            if (known.Reveal is null && !figure.Always || figure.Until.Any(f => story.RevealOf(f)?.Seq < said.Seq))
                continue;
            foreach (var stated in figure.WrongIn(spoken, () => Shown().Of(figure)).Where(s => !Shown().Hold(s)))
                yield return new(new(said.Seq, stated.Words), known.Fact ?? figure.Facts[0], known.Reveal);
        }
        foreach (var ids in scenario.Ids)
        foreach (var words in ids.MadeUpIn(spoken, id => Shown().Names(id)))
            yield return new(new(said.Seq, words), null, null);

        ShownNumbers Shown() => shown ??= new(story, scenario, said.Seq);
    }

    public override IEnumerable<Pattern> Patterns => In;

    /// <summary>What was said and may not have been.</summary>
    /// <param name="Seen">What says otherwise; null when nobody had looked it up.</param>
    sealed record Claim(Cited Said, string? Fact, SessionEvent? Seen);
}
