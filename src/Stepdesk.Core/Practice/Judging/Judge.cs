using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Practice.Judging;

/// <summary>
/// How a session went, line by line: a pure function of the events, the rubric and the lexicon. Every verdict names the
/// events it rests on, so nobody has to believe it.
/// </summary>
public static class Judge
{
    public static Report Of(Scenario scenario, IReadOnlyList<SessionEvent> events)
    {
        var story = Story.Of(events);
        var sent = Injections.In(events);
        var without = sent.Count > 0 ? Story.Of(Injections.TakenOut(events)) : null;
        var verdicts = scenario
            .Rubric.Select(line => Of(line, Ruled(line, story, scenario), scenario))
            .Select((verdict, at) => Excused(scenario.Rubric[at], verdict, without, sent, scenario))
            .ToList();
        var counted = verdicts.FindAll(v => v.Outcome is not (Outcome.NotApplicable or Outcome.NeedsMentor));
        var (points, outOf) = (counted.Sum(v => v.Points), counted.Sum(v => v.OutOf));
        var share = outOf > 0 ? points / outOf : 0;
        return new(
            verdicts,
            points,
            outOf,
            share,
            share >= scenario.Passing.Share
                && (!scenario.Passing.EveryCritical || counted.TrueForAll(v => !v.Critical || v.Outcome is Outcome.Met))
        );
    }

    static Ruling Ruled(RubricLine line, Story story, Scenario scenario) =>
        line.In(story.Branch)
            ? Imported.Of(line, Weighed(line.Check.Judge(story, scenario), story), story)
            : new(Outcome.NotApplicable, [], [], new("verdict-other-branch"));

    // What is missed only because a mentor sent something in was nobody's duty to begin with.
    static Verdict Excused(
        RubricLine line,
        Verdict verdict,
        Story? without,
        IReadOnlyList<SessionEvent> sent,
        Scenario scenario
    ) =>
        verdict.Outcome is Outcome.NotMet or Outcome.Violated
        && without is not null
        && Ruled(line, without, scenario).Outcome is not (Outcome.NotMet or Outcome.Violated)
            ? Of(
                line,
                new(
                    Outcome.NotApplicable,
                    [.. sent.Select(e => new Cited(e.Seq)).Concat(verdict.Ruling.Evidence).OrderBy(c => c.Seq)],
                    [],
                    new(
                        "verdict-injected",
                        ("said", (Calling)((_, language) => verdict.Sentence.In(language))),
                        ("what", Called.Happened(sent))
                    )
                ),
                scenario
            )
            : verdict;

    static Verdict Of(RubricLine line, Ruling ruling, Scenario scenario) =>
        new(
            line.Id,
            ruling.Outcome,
            ruling.Outcome is Outcome.Met ? line.Weight : 0,
            line.Weight,
            line.Critical,
            ruling,
            Texts.TextRules.Version,
            new(In(ruling.Sentence, scenario, Language.Vi), In(ruling.Sentence, scenario, Language.En))
        );

    // That something was written is seen by its event; whether it was worth writing is not. A rule cannot tell, but it can
    // tell when there is next to nothing.
    static Ruling Weighed(Ruling ruling, Story story)
    {
        if (ruling.Outcome is not Outcome.Met)
            return ruling;
        var cited = ruling.Evidence.Where(e => !e.IsForSilence).Select(e => e.Seq).ToHashSet();
        return
            story.Events.FirstOrDefault(e =>
                cited.Contains(e.Seq) && e.Actor == SessionEvent.Trainee && Spoken.IsHardlyAnything(e)
            )
                is { } empty
            ? new(
                Outcome.NeedsMentor,
                ruling.Evidence,
                [],
                new("verdict-hardly-anything", ("what", Called.Happened([empty])))
            )
            : ruling;
    }

    static string In(Phrase phrase, Scenario scenario, Language language)
    {
        var said = Text.Of(
            phrase.Key,
            language,
            [.. phrase.With.Select(w => w.Value is Calling called ? (w.Name, (object?)called(scenario, language)) : w)]
        );
        // It may begin with what something is called within a sentence.
        return char.ToUpperInvariant(said[0]) + said[1..];
    }
}
