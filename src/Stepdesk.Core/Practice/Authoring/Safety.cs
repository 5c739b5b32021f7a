using System.Text.RegularExpressions;
using Stepdesk.Core.Redaction;

namespace Stepdesk.Core.Practice.Authoring;

/// <summary>Nothing in a scenario can reach anybody, and nothing in it is a secret.</summary>
static partial class Safety
{
    public static void Check(Manuscript manuscript, List<Diagnostic> found)
    {
        Node?[] written = [manuscript.Scenario, manuscript.LinesVi, manuscript.LinesEn, manuscript.Rubric];
        foreach (var text in written.OfType<Node>().Concat(manuscript.Runs.Values).SelectMany(Texts))
        {
            foreach (var host in Hosts().Matches(text.Text).Select(m => m.Groups["host"].Value.ToLowerInvariant()))
                if (!Reserved.IsHost(host))
                    found.Add(
                        new(
                            "SD0207",
                            text.Place,
                            $"{host} may belong to somebody. Use a name that ends in .example or .test."
                        )
                    );
        }
        // A bad run may give a secret away: that is what it is for.
        foreach (var text in written.OfType<Node>().SelectMany(Texts))
            if (Redactor.FirstSecret(Sight.Plain(text.Text)) is not null)
                found.Add(new("SD0208", text.Place, "This looks like a password, a token or a key. Take it out."));
    }

    static IEnumerable<TextNode> Texts(Node node) =>
        node switch
        {
            TextNode text => [text],
            ListNode list => list.Items.SelectMany(Texts),
            MapNode map => map.Entries.SelectMany(e => Texts(e.Value)),
            _ => [],
        };

    [GeneratedRegex(
        @"(@|https?://|\bwww\.)(?<host>[A-Za-z0-9][A-Za-z0-9-]*(\.[A-Za-z0-9-]+)+)",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Hosts();
}
