using FsCheck.Xunit;
using Stepdesk.Core.Practice.Authoring;
using Stepdesk.Engine.Practice;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>Whatever an author types, it is read or it is said where it cannot be.</summary>
public sealed class YamlTests
{
    static readonly string Whole = File.ReadAllText(
        Path.Combine(Repository.Folder, "scenarios/04-feature-request/scenario.yaml")
    );

    // What authors slip on, and what a keyboard does by itself.
    static readonly string[] Slips =
    [
        ": ",
        "  : : [broken\n",
        "\n  : x\n",
        "[",
        "}",
        "- ",
        "\t",
        "\"",
        "'",
        "|",
        ">",
        "&a",
        "*a",
        "!!x ",
        "%",
        "@",
        "`",
        "? ",
        "#",
        "\n",
        "---\n",
        "...\n",
        "\u0000",
    ];

    [Property(MaxTest = 400)]
    public void A_slip_anywhere_is_read_or_reported_with_its_line(ushort place, byte slip, byte cut)
    {
        var at = place * Whole.Length / (ushort.MaxValue + 1);
        var text = Whole[..at] + Slips[slip % Slips.Length] + Whole[Math.Min(Whole.Length, at + (cut % 4))..];
        var found = new List<Diagnostic>();

        var node = Yaml.Read("scenario.yaml", text, found);

        Assert.Equal(node is null, found.Count > 0);
        Assert.All(found, f => Assert.InRange(f.Place.Line, 1, text.Count(c => c == '\n') + 1));
    }

    [Fact]
    public void A_colon_without_a_key_is_found_near_its_line()
    {
        var found = new List<Diagnostic>();

        Assert.Null(Yaml.Read("scenario.yaml", "a: 1\nb:\n  : : [broken\n  c: 1\n", found));
        var slip = Assert.Single(found);
        Assert.Equal(("SD0001", true), (slip.Code, slip.Place.Line is 2 or 3));
    }
}
