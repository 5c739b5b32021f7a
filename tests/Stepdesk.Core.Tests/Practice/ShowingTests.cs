using Stepdesk.Core.Practice.Scenarios;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>What a row of an answer has to show before it brings a fact to light.</summary>
public sealed class ShowingTests
{
    static readonly DateTimeOffset Day = new(2026, 3, 9, 14, 20, 0, TimeSpan.FromHours(7));

    [Theory]
    [InlineData("20s..", "real", "33012.4", true)]
    [InlineData("20s..", "seconds", "33.0", true)]
    [InlineData("20s..", "seconds", "33012.4", true)]
    // Thirty milliseconds, or a share.
    [InlineData("20s..", "real", "33.0", false)]
    [InlineData("20s..", "timespan", "00:00:33.012", true)]
    [InlineData("20s..", "dynamic", "[1204.5,33012.4]", true)]
    [InlineData("20s..", "dynamic", "[1204.5", false)]
    [InlineData("20s..", "long", "33012", false)]
    // How many there are is no time.
    [InlineData("20s..", "long", "33", false)]
    [InlineData("..5s", "long", "33", false)]
    [InlineData("..5s", "real", "1204.5", true)]
    [InlineData("20s..", "real", "1204.5", false)]
    [InlineData("20s..", "string", "33012.4", false)]
    [InlineData("20s..", "real", null, false)]
    [InlineData("75..", "real", "85", true)]
    [InlineData("75..100", "real", "100.5", false)]
    [InlineData("95%..", "real", "100", true)]
    [InlineData("95%..", "real", "0.99", true)]
    [InlineData("95%..", "long", "100", false)]
    [InlineData("403", "string", "403", true)]
    [InlineData("403", "long", "403", true)]
    [InlineData("403", "string", "14032", false)]
    [InlineData("timeout", "string", "Execution Timeout Expired.", true)]
    [InlineData("WEB101-HN-2024", "dynamic", """{"ClassCode":"WEB101-HN-2024"}""", true)]
    [InlineData("WEB101-HN-2024", "string", "WEB101-HN-20241", false)]
    [InlineData("08:56..08:58", "datetime", "2026-03-09T01:57:12Z", true)]
    [InlineData("08:56..08:58", "datetime", "2026-03-09T08:57:12Z", false)]
    public void A_cell_shows_it_or_not(string asked, string type, string? cell, bool shows) =>
        Assert.Equal(
            shows,
            Showing
                .Read(asked, Day)!
                .IsIn(
                    [type],
                    [
                        [cell],
                    ]
                )
        );

    [Fact]
    public void All_of_it_stands_in_one_row()
    {
        var slow = Showing.Read("WEB101-HN-2024, 20s..", Day)!;

        Assert.True(
            slow.IsIn(
                ["string", "real"],
                [
                    ["DATA101-SG", "1200"],
                    ["WEB101-HN-2024", "33000"],
                ]
            )
        );
        Assert.False(
            slow.IsIn(
                ["string", "real"],
                [
                    ["DATA101-SG", "33000"],
                    ["WEB101-HN-2024", "1200"],
                ]
            )
        );
    }

    [Theory]
    [InlineData("20m..")]
    [InlineData("..")]
    [InlineData("a..b")]
    [InlineData("20s..90%")]
    [InlineData("14:00..20s")]
    [InlineData("WEB101, ")]
    public void What_no_row_can_show_is_no_showing(string asked) => Assert.Null(Showing.Read(asked, Day));
}
