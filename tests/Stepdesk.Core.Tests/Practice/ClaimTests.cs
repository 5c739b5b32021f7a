using Stepdesk.Core.Practice;
using Stepdesk.Core.Practice.Authoring;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Outcome = Stepdesk.Core.Practice.Judging.Outcome;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>
/// Sentences as engineers write them, each as a note in a run that ships: what is not so is seen, and what is true or states
/// nothing is left alone. What fails a run cannot be made good, so of the latter there may be none.
/// </summary>
public sealed class ClaimTests
{
    public static TheoryData<string> Situations => [.. Written.Keys];

    [Theory]
    [MemberData(nameof(Situations))]
    public void What_is_not_so_is_seen_and_nothing_else_is(string situation)
    {
        var (events, scenario) = Before(situation);

        var wrong = Written[situation]
            .Where(s => IsSeen(s.Text, events, scenario) != (s.Mark is '-'))
            .Select(s =>
                s.Mark switch
                {
                    '-' => "not seen",
                    '~' => "seen by now, so it is one of \"-\"",
                    _ => "PUNISHED",
                } + $": {s.Text}"
            )
            .ToList();

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {Written[situation].Count}\n{string.Join('\n', wrong)}");
    }

    static bool IsSeen(string text, IReadOnlyList<SessionEvent> events, Scenario scenario)
    {
        var words = FoldedText.Of(text);
        var mentions = scenario.Facts.Where(f => f.SaidIn(words).Any()).Select(f => f.Id);
        var note = new SessionEvent(
            events.Count + 1,
            events[^1].At.AddMinutes(1),
            EventTypes.NoteAdded,
            SessionEvent.Trainee,
            Fields.Of(("text", text)).With("mentions", [.. mentions]),
            []
        );
        var claims = scenario.Rubric.Single(l => l.Check is Supported);
        var ruling = Judge.Of(scenario, [.. events, note]).Of(claims.Id).Ruling;
        return ruling.Outcome is Outcome.Violated && ruling.Evidence.Any(c => c.Seq == note.Seq && c.Words is not null);
    }

    // The run up to, and without, the first event of a type.
    static (IReadOnlyList<SessionEvent> Events, Scenario Scenario) Before(string situation)
    {
        var (folder, run, until) = situation.Split(' ') is [var f, var r, var u] ? (f, r, u) : default;
        var (scenario, manuscript) = Shipped.Read(folder);
        var script = ScriptReader.Read(manuscript.Runs[run], scenario, []);
        var played = Rehearsal.Play(scenario, scenario.Tests.First(t => t.Run == run), script, 7).Events;
        Assert.Contains(played, e => e.Type == until);
        return ([.. played.TakeWhile(e => e.Type != until)], scenario);
    }

    static readonly Dictionary<string, List<(char Mark, string Text)>> Written = Read();

    static Dictionary<string, List<(char Mark, string Text)>> Read()
    {
        var written = new Dictionary<string, List<(char Mark, string Text)>>(StringComparer.Ordinal);
        var situation = "";
        foreach (
            var line in File.ReadLines(
                Path.Combine(Repository.Folder, "tests", "Stepdesk.Core.Tests", "golden", "claims.txt")
            )
        )
            if (line.StartsWith('@'))
                written.Add(situation = line[1..].Trim(), []);
            else if (line is [('-' or '+' or '~') and var mark, ' ', .. var text])
                written[situation].Add((mark, text));
            else if (line is not ("" or ['#', ..]))
                throw new FormatException($"A sentence without a mark: {line}");
        return written;
    }
}
