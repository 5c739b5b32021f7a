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
            ? line.Check.Judge(story, scenario)
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

    static string In(Phrase phrase, Scenario scenario, Language language) =>
        Text.Of(
            phrase.Key,
            language,
            [.. phrase.With.Select(w => w.Value is Calling called ? (w.Name, (object?)called(scenario, language)) : w)]
        );
}
