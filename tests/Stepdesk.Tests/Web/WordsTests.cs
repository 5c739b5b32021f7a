using System.Text.RegularExpressions;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Reports;
using Stepdesk.Engine.Service;
using Stepdesk.Kql.Writing;
using Stepdesk.Web.Queries;

namespace Stepdesk.Tests.Web;

/// <summary>Every sentence the pages ask for is there, in both languages and with the same places to fill.</summary>
public sealed partial class WordsTests
{
    [Fact]
    public void Every_key_written_in_a_page_has_a_sentence()
    {
        var keys = Directory
            .EnumerateFiles(Path.Combine(Root(), "src", "Stepdesk.Web"), "*.*", SearchOption.AllDirectories)
            .Where(file =>
                file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal)
            )
            .SelectMany(file => Key().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["key"].Value)
            .ToHashSet();

        Assert.True(keys.Count > 100, "The pages' keys were not found.");
        Assert.All(keys, Says);
    }

    [Fact]
    public void Every_word_of_the_desk_that_pages_show_has_a_sentence()
    {
        Assert.All(
            All<Step>("step")
                .Concat(All<ClassOfService>("class"))
                .Concat(All<Priority>("priority"))
                .Concat(All<ClockName>("clock"))
                .Concat(All<ClockState>("clock-state"))
                .Concat(All<Role>("role"))
                .Concat(All<Channel>("channel"))
                .Concat(All<ResolutionKind>("resolution"))
                .Concat(All<CancelReason>("cancelled"))
                .Concat(All<LinkKind>("link"))
                .Concat(All<AffectedSource>("source"))
                .Concat(All<Recipient>("recipient"))
                .Concat(All<Means>("means"))
                .Concat(All<Counting>("counting"))
                .Concat(All<SkippedBecause>("skipped"))
                .Concat(All<DayOfWeek>("day"))
                .Concat(All<Measured>("measured"))
                .Concat(All<ReportBy>("report-by"))
                .Concat(All<GuidedTest>("guide-test"))
                .Concat(All<GuidedFigure>("guide-figure"))
                .Concat(All<GuidedOrder>("guide-order"))
                .Concat(All<GuidedChart>("guide-chart"))
                .Concat(All<GuidedFault>("guide-fault"))
                .Concat(GuideForm.Steps.Keys.Select(step => $"guide-every-{step}")),
            Says
        );
    }

    [Fact]
    public void Both_languages_fill_the_same_places()
    {
        Assert.All(Text.Keys, key => Assert.Equal(Places(key, Language.En), Places(key, Language.Vi)));
        Assert.All(Text.Keys, key => Assert.NotEmpty(Text.Of(key, Language.En)));
        Assert.All(Text.Keys, key => Assert.NotEmpty(Text.Of(key, Language.Vi)));
    }

    [Fact]
    public void Every_notice_has_a_sentence() =>
        Assert.All(
            (Type[])
                [
                    typeof(ClockWarned),
                    typeof(ClockBroken),
                    typeof(ClockOverdue),
                    typeof(ClassProposed),
                    typeof(CustomerWrote),
                    typeof(Confirmed),
                    typeof(Disputed),
                    typeof(Bounced),
                    typeof(Assigned),
                ],
            type => Says($"notice-{Snake(type.Name)}")
        );

    static void Says(string key) => Assert.True(Text.Knows(key), $"No sentence has the key '{key}'.");

    static IEnumerable<string> All<T>(string area)
        where T : struct, Enum => Enum.GetNames<T>().Select(name => $"{area}-{Snake(name)}");

    static string Snake(string name) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    static SortedSet<string> Places(string key, Language language) =>
        [.. Place().Matches(Text.Of(key, language)).Select(m => m.Value)];

    static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Stepdesk.slnx")))
            folder = folder.Parent;
        return folder.FullName;
    }

    // Words["key"], words.Of("key", …), words["key"]; keys put together at run time are listed in the other tests.
    [GeneratedRegex(
        """[Ww]ords(?:\["(?<key>[a-z0-9_-]+)"\]|\.Of\("(?<key>[a-z0-9_-]+)", ?\()""",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Key();

    [GeneratedRegex(@"\{[a-z]+\}", RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}
