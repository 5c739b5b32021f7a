using System.Text.Json;
using Stepdesk.Core.Texts;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tests.Texts;

/// <summary>
/// Sentences as support engineers write them, by the rule they are about. What looks like it and is not has to be left alone;
/// what is not found goes to the mentor, and there should be little of it.
/// </summary>
public sealed class TextRuleTableTests
{
    public static TheoryData<string> Rules => [.. Read("text-rules.txt").Keys];

    [Theory]
    [MemberData(nameof(Rules))]
    public void What_a_sentence_does_is_found_and_nothing_else_is(string rule)
    {
        var wrong = Read("text-rules.txt")[rule]
            .Where(s => IsFound(rule, s.Text) != (s.Mark is '+'))
            .Select(s =>
                s.Mark switch
                {
                    '+' => "not found",
                    '~' => "found by now, so it is one of \"+\"",
                    _ => "WRONGLY FOUND",
                } + $": {s.Text}"
            )
            .ToList();

        Assert.True(wrong.Count == 0, $"{rule}: {wrong.Count}\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public void Sentences_nobody_thought_of_are_read_as_well()
    {
        var read = Read("text-rules-fresh.txt")
            .SelectMany(rule => rule.Value.Select(s => (s.Mark, IsFound: IsFound(rule.Key, s.Text), Rule: rule.Key)))
            .ToList();
        var (found, wrongly) = (read.Count(s => s is ('+', true, _)), read.Count(s => s is ('-', true, _)));

        Assert.True(
            found >= MostlyFound && wrongly <= SeldomWrong,
            string.Join(
                '\n',
                read.GroupBy(s => s.Rule)
                    .Select(g =>
                        $"{g.Key}: {g.Count(s => s is ('+', true, _))} of {g.Count(s => s.Mark is '+')}, wrongly {g.Count(s => s is ('-', true, _))} of {g.Count(s => s.Mark is '-')}"
                    )
                    .Append($"{found} found, {wrongly} wrongly")
            )
        );
    }

    const int MostlyFound = 94;
    const int SeldomWrong = 1;

    static bool IsFound(string rule, string text)
    {
        var name = rule.Split(' ')[0];
        var to = name is "impact" or "options" or "decision" ? Reader.Manager : Reader.Customer;
        var letter = new Letter(text, to, rule.EndsWith("vi", StringComparison.Ordinal) ? Language.Vi : Language.En)
        {
            Names = name is "greeting" ? ["Nguyễn Thu Hà", "Phạm Ngọc Lan", "Trần Văn Phong"] : [],
            IsResolution = name is "asks_confirmation",
        };
        var sought = name is "asks_confirmation" ? TextRule.AsksForConfirmation : Named[name];
        return TextRules.Check(letter, [sought]).Single().Outcome is TextOutcome.Met;
    }

    static readonly Dictionary<string, TextRule> Named = Enum.GetValues<TextRule>()
        .ToDictionary(r => JsonNamingPolicy.SnakeCaseLower.ConvertName($"{r}"), StringComparer.Ordinal);

    static Dictionary<string, List<(char Mark, string Text)>> Read(string file)
    {
        var written = new Dictionary<string, List<(char Mark, string Text)>>(StringComparer.Ordinal);
        var rule = "";
        foreach (
            var line in File.ReadLines(Path.Combine(Repository.Folder, "tests", "Stepdesk.Core.Tests", "golden", file))
        )
            if (line.StartsWith('@'))
                written.Add(rule = line[1..].Trim(), []);
            else if (line is [('-' or '+' or '~') and var mark, ' ', .. var text])
                written[rule].Add((mark, text));
            else if (line is not ("" or ['#', ..]))
                throw new FormatException($"A sentence without a mark: {line}");
        return written;
    }
}
