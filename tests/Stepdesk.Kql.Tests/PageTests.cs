using System.Text.RegularExpressions;

namespace Stepdesk.Kql.Tests;

/// <summary>Every query of docs/kql.md and of the corpus answers the table printed below it.</summary>
public sealed partial class PageTests
{
    private const string Page = "docs/kql.md";
    private const string Corpus = "tests/Stepdesk.Kql.Tests/Corpus";

    [GeneratedRegex(
        @"```kusto\n(?<query>(?:(?!\n```).)+)\n```\n\n(?<table>(?:\|[^\n]*\n)*)",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        5000
    )]
    private static partial Regex Example();

    private static IEnumerable<(string File, string Query, string Table)> Examples()
    {
        string[] files = [Repository.PathOf(Page), .. Directory.GetFiles(Repository.PathOf(Corpus), "*.md").Order()];
        foreach (var file in files)
        {
            foreach (Match example in Example().Matches(File.ReadAllText(file)))
            {
                yield return (Path.GetFileName(file), example.Groups["query"].Value, example.Groups["table"].Value);
            }
        }
    }

    public static TheoryData<string, string, string> Queries() => [.. Examples()];

    [Theory]
    [MemberData(nameof(Queries))]
    public void A_query_answers_the_table_below_it(string file, string query, string table)
    {
        var answer = KqlQuery.Run(query, SampleTables.Catalog, SampleTables.Now);

        Assert.True(answer.Table is not null, $"{file}: {answer.Error?.Message.En}");
        Assert.Equal(table, TextTable.Of(answer.Table));
    }

    [Fact]
    public void The_page_has_at_least_sixty_queries() =>
        Assert.True(Examples().Count(e => e.File == Path.GetFileName(Page)) >= 60);

    /// <summary>Text that is still being typed: every beginning of a query gets an answer or a diagnostic.</summary>
    [Theory]
    [MemberData(nameof(Queries))]
    public void Every_beginning_of_a_query_is_answered(string file, string query, string table)
    {
        for (var length = 0; length < query.Length; length++)
        {
            var answer = KqlQuery.Run(query[..length], SampleTables.Catalog, SampleTables.Now);

            Assert.True(
                answer.Table is not null || answer.Error is not null,
                $"{file}: {query[..length]} before {table}"
            );
        }
    }
}
