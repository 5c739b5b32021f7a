using Stepdesk.Core.Practice.Authoring;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>What the page for authors says is what the program reads.</summary>
public sealed class FormatPageTests
{
    [Fact]
    public void The_page_ends_with_what_the_program_prints() =>
        Assert.EndsWith(
            FormatPage.Write(),
            File.ReadAllText(Path.Combine(Repository.Folder, "docs/practice.md")),
            StringComparison.Ordinal
        );
}
