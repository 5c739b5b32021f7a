using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;

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
            return None("text", In.Type);
        var read = sent.ConvertAll(e => (Event: e, Found: Read(e, scenario)));
        // Something forbidden is forbidden in each of them.
        var violated = read.FindAll(r => r.Found.Exists(f => f.Outcome is TextOutcome.Violated));
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
                Sentence("verdict-text-violated", violated, TextOutcome.Violated)
            );
        var whole = read.FindAll(r => r.Found.TrueForAll(f => f.Outcome is TextOutcome.Met));
        if (Every ? whole.Count == read.Count : whole.Count > 0)
            return new(
                Outcome.Met,
                [.. from r in whole from f in r.Found select new Cited(r.Event.Seq, f.Where)],
                [],
                new("verdict-text-met", ("what", Names(whole.Select(r => r.Event))))
            );
        var rest = read.FindAll(r => !whole.Contains(r));
        var sure = rest.FindAll(r => r.Found.Exists(f => f.IsSure));
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

    List<TextFinding> Read(SessionEvent said, Scenario scenario)
    {
        var people = said.Data.All("to").Select(scenario.Person).OfType<Character>().ToList();
        var letter = new Letter(Spoken.Of(said))
        {
            // Whoever reads along with a customer reads what a customer reads.
            Audience = people.Count == 0 ? Audience.Technical : people.Min(p => p.Audience),
            Greetings = [.. people.SelectMany(p => p.Greetings)],
            Facts = scenario.Facts,
            NextContact = said.Data.Has("next_contact"),
            HasFiles = said.Data.Has("files"),
            Asks = said.Data.Has("asks"),
        };
        return [.. Rules.Select(letter.Find)];
    }

    static IEnumerable<string> Lacking(List<(SessionEvent Event, List<TextFinding> Found)> read, TextOutcome outcome) =>
        read.SelectMany(r => r.Found)
            .Where(f => f.Outcome == outcome)
            .Select(f => f.Rule)
            .Distinct(StringComparer.Ordinal);

    static Phrase Sentence(string key, List<(SessionEvent Event, List<TextFinding> Found)> read, TextOutcome outcome) =>
        new(
            key,
            ("what", Name(read[0].Event)),
            ("rules", string.Join(", ", Lacking(read, outcome))),
            ("words", read[0].Found.FirstOrDefault(f => f.Outcome == outcome)?.Where?.Text)
        );

    public override IEnumerable<Pattern> Patterns => [In];
}
