using System.Text.RegularExpressions;

namespace Stepdesk.Kql.Tests;

/// <summary>
/// The rules of the public documentation of the language, one heading each: what a query answers, with the types of its
/// columns, or that it is refused and why.
/// </summary>
public sealed partial class DocumentedTests
{
    private const string Folder = "tests/Stepdesk.Kql.Tests/Documented";

    [GeneratedRegex(
        @"^## (?<rule>[^\n]+)\n\n```kusto\n(?<query>(?:(?!\n```).)+)\n```\n\n(?<answer>(?:[^#\n][^\n]*\n)+)",
        RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        5000
    )]
    private static partial Regex Rule();

    private static IEnumerable<(string Rule, string Query, string Answer)> Rules() =>
        from file in Directory.GetFiles(Repository.PathOf(Folder), "*.md").Order(StringComparer.Ordinal)
        from Match rule in Rule().Matches(File.ReadAllText(file))
        select (rule.Groups["rule"].Value, rule.Groups["query"].Value, rule.Groups["answer"].Value);

    public static TheoryData<string, string, string> All() => [.. Rules()];

    [Theory]
    [MemberData(nameof(All))]
    public void A_query_answers_as_documented(string rule, string query, string answer)
    {
        var found = KqlQuery.Run(query, SampleTables.Catalog, SampleTables.Now);

        var text = found.Error is { } error ? $"Refused: {error.Message.En}\n" : TextTable.Typed(found.Table!);
        Assert.True(answer == text, $"{rule}\n\n{text}");
    }

    [Fact]
    public void Every_heading_has_its_query_and_its_answer() =>
        Assert.Equal(
            Directory
                .GetFiles(Repository.PathOf(Folder), "*.md")
                .Sum(f => File.ReadLines(f).Count(l => l.StartsWith("## ", StringComparison.Ordinal))),
            Rules().Count()
        );
}
