using System.Text.RegularExpressions;
using Stepdesk.Core.History;
using Stepdesk.Engine.Data;
using Stepdesk.Web;

namespace Stepdesk.Tests;

/// <summary>What the documents say about the code is so.</summary>
public sealed partial class GlossaryTests
{
    static readonly ILookup<string, Type> Types = ((Type[])[typeof(Event), typeof(Db), typeof(Site)])
        .SelectMany(t => t.Assembly.GetTypes())
        .ToLookup(t => t.Name);

    public static TheoryData<string> CodeNames =>
        [
            .. Repository
                .Read("GLOSSARY.md")
                .Split('\n')
                .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
                .SelectMany(line => CodeName().Matches(line.Split('|')[^2]))
                .Select(name => name.Groups["name"].Value)
                .Distinct(),
        ];

    [Theory]
    [MemberData(nameof(CodeNames))]
    public void A_word_of_the_glossary_is_a_word_of_the_code(string name)
    {
        var parts = name.Split('.');

        Assert.Contains(Types[parts[0]], type => parts.Length == 1 || type.GetProperty(parts[1]) is not null);
    }

    [Fact]
    public void Every_word_has_a_meaning_a_translation_and_a_type() =>
        Assert.All(
            Repository.Read("GLOSSARY.md").Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)),
            line => Assert.Equal(4, line.Trim('|', ' ').Split('|').Count(cell => cell.Trim().Length > 0))
        );

    [Fact]
    public void What_the_documents_at_the_root_point_to_is_there() =>
        Assert.Empty(
            from document in Repository.Files
            where
                document.EndsWith(".md", StringComparison.Ordinal) && !document.Contains('/', StringComparison.Ordinal)
            from Match link in LocalLink().Matches(Repository.Read(document))
            let path = link.Groups["path"].Value
            where !Path.Exists(Path.Combine(Repository.Folder, path))
            select $"{document} points to {path}"
        );

    [GeneratedRegex(@"`(?<name>[\w.]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CodeName();

    [GeneratedRegex(
        @"\]\((?<path>[\w./-]+)\)|`(?<path>(src|tests|docs|bench)/[\w./-]+)`",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex LocalLink();
}
