using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tests.Tickets;

/// <summary>What is sent along as evidence says which it is, in the language of who reads it.</summary>
public sealed class PinnedTests
{
    static readonly FindingKept LookedUp = new(
        "base",
        true,
        "Phạm Hồng Nhung",
        default,
        [new("field", "string"), new("value", "string")],
        [
            ["status", "Active"],
            ["mail", "nhung@campus.example"],
        ],
        2,
        "",
        ""
    )
    {
        LookedUp = new(
            "base",
            new("Base (tài khoản)", "Base (accounts)"),
            [new("subject", new("Tra gì hoặc ai", "What or whom"))],
            [new("status", new("Tình trạng", "Status")), new("mail", new("", "")) { IsPersonal = true }]
        ),
    };

    static readonly FindingKept Queried = new(
        "telemetry",
        true,
        "requests\n| where success == false\n| summarize n=count() by resultCode",
        default,
        [new("resultCode", "string"), new("n", "long")],
        [
            ["500", "583"],
            ["504", "2"],
        ],
        2,
        "",
        ""
    );

    [Theory]
    [InlineData(Language.En, "Looked up: Base (accounts)", "Phạm Hồng Nhung; Status: Active; ***")]
    [InlineData(Language.Vi, "Tra cứu: Base (tài khoản)", "Phạm Hồng Nhung; Tình trạng: Active; ***")]
    public void A_look_up_is_told_in_one_language(Language language, string name, string line)
    {
        Assert.Equal(name, Pinned.Name(LookedUp, language));
        Assert.Equal(line, Pinned.Line(LookedUp, language));
        Assert.DoesNotContain(" / ", Pinned.Of(LookedUp, language), StringComparison.Ordinal);
    }

    [Fact]
    public void A_query_says_what_was_asked_and_its_first_figures() =>
        Assert.Equal(
            "requests | where success == false | summarize n=count() by resultCode: resultCode 500, n 583",
            Pinned.Line(Queried, Language.En).Replace(" …", "", StringComparison.Ordinal)
        );

    [Fact]
    public void What_somebody_said_to_it_or_called_its_chart_stands_for_the_query()
    {
        Assert.StartsWith(
            "Failed by code: resultCode 500",
            Pinned.Line(Queried with { Chart = new("bar", "Failed by code", null, [], []) }, Language.En),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "All time out: resultCode 500",
            Pinned.Line(Queried with { Remark = "All time out" }, Language.En),
            StringComparison.Ordinal
        );
    }
}
