using System.Globalization;
using System.Text.RegularExpressions;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;

namespace Stepdesk.Core.Practice.Judging;

/// <summary>A message that carries these facts, attached or in words, and of others at least one.</summary>
public sealed record Carries(Pattern In, IReadOnlyList<string> All, IReadOnlyList<string> Any, bool Ask) : Check
{
    public override Ruling Judge(Story story, Scenario scenario)
    {
        var sent = story.Of(In).ToList();
        if (sent.Count == 0)
            return None("carries", In);
        var enough = sent.FindAll(e => !Lacking(e).Any());
        if (enough.Count > 0)
            return new(
                Outcome.Met,
                [.. enough.SelectMany(e => Words(e, scenario))],
                [],
                new("verdict-carries-met", ("what", Called.Happened(enough)))
            );
        var best = sent.MinBy(e => Lacking(e).Count())!;
        IReadOnlyList<string> missing = [.. Lacking(best)];
        return new(
            Outcome.NotMet,
            Cite([best]),
            missing,
            new("verdict-carries-not", ("what", Called.Happened([best])), ("missing", Called.Facts(missing)))
        );
    }

    IEnumerable<string> Lacking(SessionEvent sent)
    {
        var carried = sent.Carried.ToList();
        foreach (var fact in All.Except(carried, StringComparer.Ordinal))
            yield return fact;
        if (Any.Count > 0 && !Any.Any(carried.Contains))
            yield return string.Join(" / ", Any);
        if (Ask && !sent.Data.Has("ask"))
            yield return "ask";
    }

    IEnumerable<Cited> Words(SessionEvent sent, Scenario scenario)
    {
        var words = Spoken.Of(sent);
        yield return new(sent.Seq);
        foreach (var fact in All.Concat(Any).Select(scenario.FactOf).OfType<Fact>())
            if (fact.SaidIn(words).FirstOrDefault() is { } excerpt)
                yield return new(sent.Seq, excerpt);
    }

    public override IEnumerable<Pattern> Patterns => [In];

    public override IEnumerable<string> Facts => All.Concat(Any);
}

/// <summary>Whoever said when they would be in touch again, was.</summary>
public sealed record PromiseKept(IReadOnlyList<string> To) : Check
{
    public override Ruling Judge(Story story, Scenario scenario)
    {
        var promises = story
            .Events.Where(e => e.Data.Has("next_contact") && e.Data.All("to").Any(p => To.Count == 0 || To.Contains(p)))
            .ToList();
        var rested = new List<SessionEvent>();
        foreach (var promise in promises)
        {
            var due = DateTimeOffset.Parse(promise.Data.One("next_contact")!, CultureInfo.InvariantCulture) + Grace;
            if (Kept(story, promise, due) is { } contact)
                rested.AddRange([promise, contact]);
            else if (story.Events.FirstOrDefault(e => e.At > due && IsContact(e, promise)) is { } late)
                return new(
                    Outcome.NotMet,
                    Cite([promise, late]),
                    [],
                    new(
                        "verdict-promise-late",
                        ("what", Called.Happened([promise])),
                        ("due", $"{due - Grace:HH:mm}"),
                        ("at", late.At.Date == due.Date ? $"{late.At:HH:mm}" : $"{late.At:dd/MM HH:mm}")
                    )
                );
            else
                return new(
                    Outcome.NotMet,
                    Cite([promise]),
                    [EventTypes.MessageSent],
                    new("verdict-promise-broken", ("what", Called.Happened([promise])), ("due", $"{due - Grace:HH:mm}"))
                );
        }
        return promises.Count == 0
            ? new(Outcome.NotApplicable, [], [], new("verdict-promise-none"))
            : new(Outcome.Met, Cite(rested), [], new("verdict-promise-met", ("count", promises.Count)));
    }

    // Once somebody confirmed there is nothing left to promise them; an end before the hour breaks no word either.
    static SessionEvent? Kept(Story story, SessionEvent promise, DateTimeOffset due)
    {
        foreach (var later in story.Events)
            if (later.Seq > promise.Seq && later.At <= due)
            {
                if (
                    IsContact(later, promise)
                    || later.Type is EventTypes.TicketClosed or EventTypes.Ended
                    || story.IsConfirmedBy(later, promise)
                )
                    return later;
            }
        return story.End <= due ? story.Events[^1] : null;
    }

    static bool IsContact(SessionEvent later, SessionEvent promise) =>
        later.Seq > promise.Seq
        && later.Type is EventTypes.MessageSent or EventTypes.EscalationSent
        && later.Data.All("to").Any(promise.Data.All("to").Contains);

    public override IEnumerable<Pattern> Patterns => [];
}

/// <summary>Something handed in, in which each of these things is said.</summary>
public sealed record Artifact(string Kind, IReadOnlyList<(Said Label, Wording Words)> Says) : Check
{
    public override Ruling Judge(Story story, Scenario scenario)
    {
        var handed = story.Events.Where(e => e.Type is EventTypes.Submitted && e.Data.One("kind") == Kind).ToList();
        if (handed.Count == 0)
            return new(IfNone, [], [Kind], new("verdict-artifact-none", ("what", Called.What(Kind))));
        var whole = handed.FindAll(e => !Lacking(e).Any());
        if (whole.Count > 0)
            return new(
                Outcome.Met,
                [
                    .. whole.SelectMany(e =>
                        Says.Select(s => new Cited(e.Seq, s.Words.All(Spoken.Of(e)).First())).Prepend(new Cited(e.Seq))
                    ),
                ],
                [],
                new("verdict-artifact-met", ("what", Called.Happened(whole)))
            );
        IReadOnlyList<Said> missing = [.. Lacking(handed[^1])];
        // Who says some of it has thought about it, and may have said the rest in words nobody foresaw.
        var isUnsure = missing.Count < Says.Count;
        return new(
            isUnsure ? Outcome.NeedsMentor : Outcome.NotMet,
            Cite([handed[^1]]),
            [.. missing.Select(m => m.En)],
            new(
                isUnsure ? "verdict-artifact-unsure" : "verdict-artifact-not",
                ("what", Called.Happened([handed[^1]])),
                ("missing", Called.Labels(missing))
            )
        );
    }

    IEnumerable<Said> Lacking(SessionEvent handed)
    {
        var words = Spoken.Of(handed);
        return Says.Where(s => !s.Words.In(words)).Select(s => s.Label);
    }

    public override IEnumerable<Pattern> Patterns => [];

    public override IEnumerable<string> HandIns => [Kind];
}

/// <summary>What somebody wrote in an event, all of it, for reading.</summary>
static partial class Spoken
{
    // "Ok", "asdf", "16 5-25 standard": whoever writes that tells nobody anything.
    const int FewestWords = 4;

    /// <summary>Whether something was written, and too little for anybody to learn from it.</summary>
    public static bool IsHardlyAnything(SessionEvent said) =>
        Of(said).Folded is { Length: > 0 } text
        && Word().Matches(text).Select(w => w.Value).Distinct(StringComparer.Ordinal).Count() < FewestWords;

    [GeneratedRegex(@"[a-z]{2,}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    public static FoldedText Of(SessionEvent said) =>
        FoldedText.Of(string.Join('\n', Trainee.SpokenFields.SelectMany(said.Data.All)));
}
