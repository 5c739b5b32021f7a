using FsCheck.Xunit;
using Stepdesk.Core.History;
using Stepdesk.Core.Service;
using Stepdesk.Core.Service.Calendars;
using Stepdesk.Core.Tests.Tickets;
using Stepdesk.Core.Tickets;
using static Stepdesk.Core.Tests.Story;

namespace Stepdesk.Core.Tests.Service;

/// <summary>What history says about time, each fact once.</summary>
public sealed class TimeFactsTests
{
    [Theory]
    [InlineData(30, true)]
    [InlineData(31, false)]
    public void A_first_response_counts_from_the_report_to_its_arrival(int minutes, bool kept)
    {
        var facts = Facts((0, InOffice), (5, new Replied("We are on it", null, [])), (minutes, Arrived(2)));

        var response = Assert.Single(facts.Measures);
        Assert.Equal(
            (Measured.FirstResponse, TimeSpan.FromMinutes(minutes), kept, Nine.AddMinutes(minutes)),
            (response.What, response.Working, response.Kept, response.At)
        );
    }

    [Fact]
    public void Nights_count_in_wall_time_and_not_in_working_time()
    {
        // Seven hours and a half of the office lie between Monday nine and Tuesday nine.
        var facts = Facts(
            (0, InOffice),
            (0, new Replied("We are on it", null, [])),
            (0, Arrived(2)),
            (24 * 60, new Replied("Still on it", null, [])),
            (24 * 60, Arrived(4))
        );

        var gap = facts.Measures[^1];
        Assert.Equal(
            (Measured.UpdateGap, TimeSpan.FromHours(24), TimeSpan.FromHours(7.5), true),
            (gap.What, gap.At - gap.From, gap.Working, gap.Kept)
        );
    }

    [Fact]
    public void What_comes_back_is_measured_again_without_the_time_its_solution_stood()
    {
        var facts = Facts(
            (0, InOffice),
            (0, new Replied("We are on it", null, [])),
            (0, Arrived(2)),
            (0, new Diagnosed("Locked out")),
            (60, Solved),
            (60, Arrived(5)),
            (90, new Disputed("Still locked")),
            (150, Solved),
            (150, Arrived(8)),
            (180, new Confirmed(null, OnBehalf: false))
        );

        Assert.Equal(
            [TimeSpan.FromMinutes(60), TimeSpan.FromMinutes(120)],
            facts.Measures.Where(m => m.What is Measured.TimeToResolve).Select(m => m.Working)
        );
        var confirmed = Assert.Single(facts.Measures, m => m.What is Measured.TimeToConfirm);
        Assert.Equal((TimeSpan.FromMinutes(30), null), (confirmed.Working, confirmed.Kept));
    }

    [Fact]
    public void A_breach_says_what_broke_it_and_who_had_the_ticket()
    {
        var facts = Facts(
            (0, InOffice),
            (1, new Assigned(1, 9)),
            (40, new ClockBroken(ClockName.Acknowledgement, 1, Nine.AddMinutes(40)) { Because = Change.Reclassified })
        );

        Assert.Equal(
            new Breach(ClockName.Acknowledgement, new(3, null, 1, 9), Nine.AddMinutes(40), Change.Reclassified),
            Assert.Single(facts.Breaches)
        );
    }

    [Property(Arbitrary = [typeof(Walk.Any)], MaxTest = 200, EndSize = 60)]
    public void Nothing_that_happens_later_takes_a_fact_back(Walk walk)
    {
        var history = Walk.History(walk.Play());
        var whole = TimeFacts.Of(history, Desk.Policies);

        Assert.Equal(history.Count(r => r.What is ClockBroken), whole.Breaches.Count);
        Assert.All(whole.Measures, m => Assert.InRange(m.Working, TimeSpan.Zero, m.At - m.From));
        for (var length = 0; length < history.Count; length += 7)
        {
            var part = TimeFacts.Of(history.Take(length), Desk.Policies);
            Assert.Equal(part.Measures, whole.Measures.Take(part.Measures.Count));
            Assert.Equal(part.Breaches, whole.Breaches.Take(part.Breaches.Count));
        }
    }

    [Theory]
    [InlineData("2026-04-01", "Asia/Ho_Chi_Minh", "2026-03-31T17:00:00Z")]
    [InlineData("2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00Z")]
    [InlineData("2026-03-30", "Europe/Berlin", "2026-03-29T22:00:00Z")]
    // Clocks jump over midnight: the day begins at one.
    [InlineData("2026-09-06", "America/Santiago", "2026-09-06T04:00:00Z")]
    public void A_date_begins_as_it_does_in_its_zone(string date, string zone, string instant) =>
        Assert.Equal(DateTimeOffset.Parse(instant), LocalDates.Begin(DateOnly.Parse(date), zone));

    static readonly Logged InOffice = ((Logged)ALoggedTicket[0]) with { Policy = 1 };

    static TimeFacts Facts(params (int Minutes, Event What)[] history) =>
        TimeFacts.Of(
            history.Select((h, i) => new Recorded(i + 1, new(Nine.AddMinutes(h.Minutes), An), h.What)),
            Desk.Policies
        );
}
