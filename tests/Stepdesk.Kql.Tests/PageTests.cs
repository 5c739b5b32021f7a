using System.Text.RegularExpressions;

namespace Stepdesk.Kql.Tests;

/// <summary>Every query of docs/kql.md answers what the page says.</summary>
public sealed partial class PageTests
{
    private const string Page = "docs/kql.md";

    [GeneratedRegex(@"^### (?<title>.+)\n\n```kusto\n(?<query>[^`]+)\n```\n\n(?<table>(?:\|.*\n)*)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Example();

    private static MatchCollection Examples() => Example().Matches(File.ReadAllText(Repository.PathOf(Page)) + "\n");

    public static TheoryData<string, string, string> Queries()
    {
        var data = new TheoryData<string, string, string>();
        foreach (Match example in Examples())
        {
            data.Add(example.Groups["title"].Value, example.Groups["query"].Value, example.Groups["table"].Value);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public void A_query_of_the_page_answers_the_table_below_it(string title, string query, string table)
    {
        var answer = KqlQuery.Run(query, SampleTables.Catalog, SampleTables.Now);

        Assert.True(answer.Table is not null, $"{title}: {answer.Error?.Message.En}");
        Assert.Equal(table, TextTable.Of(answer.Table));
    }

    [Fact]
    public void The_page_has_at_least_sixty_queries() => Assert.True(Examples().Count >= 60);
}
