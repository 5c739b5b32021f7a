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
        var verdicts = scenario.Rubric.Select(line => Of(line, story, scenario)).ToList();
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

    static Verdict Of(RubricLine line, Story story, Scenario scenario)
    {
        var ruling = line.In(story.Branch)
            ? Weighed(line.Check.Judge(story, scenario), story)
            : new(Outcome.NotApplicable, [], [], new("verdict-other-branch"));
        return new(
            line.Id,
            ruling.Outcome,
            ruling.Outcome is Outcome.Met ? line.Weight : 0,
            line.Weight,
            line.Critical,
            ruling,
            Texts.TextRules.Version,
            new(In(ruling.Sentence, scenario, Language.Vi), In(ruling.Sentence, scenario, Language.En))
        );
    }

    // That something was written is seen by its event; whether it was worth writing is not. A rule cannot tell, but it can
    // tell when there is next to nothing.
    static Ruling Weighed(Ruling ruling, Story story)
    {
        if (ruling.Outcome is not Outcome.Met)
            return ruling;
        var cited = ruling.Evidence.Select(e => e.Seq).ToHashSet();
        return
            story.Events.FirstOrDefault(e =>
                cited.Contains(e.Seq) && e.Actor == SessionEvent.Trainee && Spoken.IsHardlyAnything(e)
            )
                is { } empty
            ? new(
                Outcome.NeedsMentor,
                ruling.Evidence,
                [],
                new("verdict-hardly-anything", ("what", FormattableString.Invariant($"#{empty.Seq} {empty.At:HH:mm}")))
            )
            : ruling;
    }

    static string In(Phrase phrase, Scenario scenario, Language language) =>
        Text.Of(
            phrase.Key,
            language,
            [.. phrase.With.Select(w => w.Value is Calling called ? (w.Name, (object?)called(scenario, language)) : w)]
        );
}
