using System.Text.RegularExpressions;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Practice.Authoring;

/// <summary>
/// Whoever is called by name in a scenario stands in one of its lists, so that a record of a run can leave the name out.
/// </summary>
static partial class SpokenOf
{
    public static void Check(Scenario scenario, Atlas atlas, List<Diagnostic> found)
    {
        var known = scenario
            .Cast.SelectMany(c => (string[])[c.Name.Vi, c.Name.En, c.Address.Vi, c.Address.En])
            .Concat(scenario.Mentioned)
            .SelectMany(name => name.Split(' '))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var line in scenario.Lines.Keys)
            Check(scenario.Lines.Of(line), atlas.Said(line));
        foreach (var fact in scenario.Facts)
            Check(fact.Says, atlas.Of("facts", fact.Id));

        void Check(Said said, Place place)
        {
            foreach (
                var name in Enum.GetValues<Language>()
                    .SelectMany(language => Called().Matches(said.In(language)))
                    .Select(m => m.Groups["name"].Value)
                    .Where(name => !known.Contains(name))
                    .Distinct(StringComparer.Ordinal)
            )
                found.Add(
                    new(
                        "SD0215",
                        place,
                        $"'{name}' is nobody of the scenario. Add the name to mentioned, or to actors."
                    )
                );
        }
    }

    [GeneratedRegex(
        @"\b([Aa]nh|[Cc]hị|[Tt]hầy|[Cc]ô|[Bb]ạn|[Ee]m|Mr\.?|Ms\.?|Mrs\.?) (?<name>\p{Lu}\p{Ll}+)\b",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
    )]
    private static partial Regex Called();
}
