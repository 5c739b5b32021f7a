using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Texts;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Practice.Judging;

/// <summary>
/// What messages say, by rules that are precise rather than clever. A tone that is not found asks the mentor; only what
/// can be told for sure counts against somebody.
/// </summary>
/// <param name="Every">Each such message has to, not just one.</param>
public sealed record TextCheck(Pattern In, IReadOnlyList<string> Rules, bool Every) : Check
{
    public override Ruling Judge(Story story, Scenario scenario)
    {
        var sent = story.Of(In).ToList();
        if (sent.Count == 0)
            return None("text", In);
        var read = sent.ConvertAll(e => (Event: e, Found: Read(e, scenario)));
        // Something forbidden is forbidden in each of them.
        var violated = read.FindAll(r => r.Found.Any(f => f.Outcome is TextOutcome.Violated));
        if (violated.Count > 0)
            return new(
                Outcome.Violated,
                [
                    .. from r in violated
                    from f in r.Found
                    where f.Outcome is TextOutcome.Violated
                    select new Cited(r.Event.Seq, f.Where),
                ],
                [.. Lacking(violated, TextOutcome.Violated)],
                violated.FindAll(r => r.Found.Any(IsSecret)) is { Count: > 0 } secrets
                    ? new("verdict-text-secret", ("what", Called.Happened(secrets.ConvertAll(r => r.Event))))
                    : Sentence("verdict-text-violated", violated, TextOutcome.Violated)
            );
        var whole = read.FindAll(r => r.Found.All(f => f.Outcome is TextOutcome.Met));
        if (Every ? whole.Count == read.Count : whole.Count > 0)
            return new(
                Outcome.Met,
                [
                    .. from r in whole
                    from f in r.Found
                    select new Cited(r.Event.Seq, f.Where) { IsForSilence = Demands.Forbids(f.Name) },
                ],
                [],
                new("verdict-text-met", ("what", Called.Happened([.. whole.Select(r => r.Event)])))
            );
        var rest = read.FindAll(r => !whole.Contains(r));
        var sure = rest.FindAll(r => r.Found.Any(f => f.IsSure));
        return sure.Count > 0 && (Every || sure.Count == rest.Count)
            ? new(
                Outcome.NotMet,
                Cite(sure.Select(r => r.Event)),
                [.. Lacking(sure, TextOutcome.NotFound)],
                Sentence("verdict-text-not", sure, TextOutcome.NotFound)
            )
            : new(
                Outcome.NeedsMentor,
                Cite(rest.Select(r => r.Event)),
                [.. Lacking(rest, TextOutcome.NotFound)],
                Sentence("verdict-text-unsure", rest, TextOutcome.NotFound)
            );
    }

    IReadOnlyList<Demanded> Read(SessionEvent said, Scenario scenario)
    {
        var people = said.Data.All("to").Select(scenario.Person).OfType<Character>().ToList();
        var letter = new Letter(
            Spoken.Of(said).Source,
            // Whoever reads along with a customer reads what a customer reads.
            people.Select(p => p.Audience).DefaultIfEmpty(Audience.Technical).Min() switch
            {
                Audience.Customer => Reader.Customer,
                Audience.Manager => Reader.Manager,
                _ => Reader.Specialist,
            },
            Language.Vi
        )
        {
            Names = [.. people.SelectMany(p => (string[])[p.Name.Vi, p.Name.En])],
            Facts = [.. scenario.Facts.Select(f => new Texts.Fact([.. f.Mentions.Select(m => m.Expression)]))],
            PromisesContact = said.Data.Has("next_contact"),
            HasAttachment = said.Data.Has("files"),
            // Whoever chose to ask has asked.
            IsResolution = !said.Data.Has("asks"),
        };
        return Demands.Find(letter, Rules, [.. people.SelectMany(p => p.Greetings)]);
    }

    static bool IsSecret(Demanded found) => found is { Name: Judging.Demands.NoSecret, Outcome: TextOutcome.Violated };

    static IEnumerable<string> Lacking(
        List<(SessionEvent Event, IReadOnlyList<Demanded> Found)> read,
        TextOutcome outcome
    ) =>
        read.SelectMany(r => r.Found)
            .Where(f => f.Outcome == outcome)
            .Select(f => f.Name)
            .Distinct(StringComparer.Ordinal);

    static Phrase Sentence(
        string key,
        List<(SessionEvent Event, IReadOnlyList<Demanded> Found)> read,
        TextOutcome outcome
    ) =>
        new(
            key,
            ("what", Called.Happened([read[0].Event])),
            ("rules", Called.Demands(Lacking(read, outcome))),
            ("words", read[0].Found.FirstOrDefault(f => f.Outcome == outcome)?.Where?.Text)
        );

    public override IEnumerable<Pattern> Patterns => [In];
}
