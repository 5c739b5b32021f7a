using FsCheck;
using FsCheck.Xunit;
using Stepdesk.Core.Assignment;
using Stepdesk.Core.Service.Calendars;

namespace Stepdesk.Core.Tests.Assignment;

/// <summary>Whom a ticket goes to, and what is said of those it does not go to.</summary>
public sealed class HandTests
{
    // Monday, 09:00 in Vietnam.
    static readonly DateTimeOffset Now = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);

    static readonly AssignmentRule InTurn = new(Handing.RoundRobin);
    static readonly AssignmentRule Fewest = new(Handing.LeastLoaded);

    [Fact]
    public void By_hand_nobody_is_chosen() => Assert.Null(Hand.Out(AssignmentRule.Shipped, [new(1, 0, null)], Now));

    [Fact]
    public void In_turn_everybody_gets_as_many_as_the_others_and_who_never_had_one_is_first()
    {
        List<Member> team = [new(1, 9, 8), new(2, 0, 7), new(3, 5, null)];
        Assert.Equal(3, Hand.Out(InTurn, team, Now)!.To);

        var given = new List<int>();
        for (var turn = 0; turn < 9; turn++)
        {
            var to = Hand.Out(InTurn, team, Now)!.To!.Value;
            given.Add(to);
            var at = team.FindIndex(m => m.Person == to);
            team[at] = team[at] with { Turn = 9 + turn };
        }
        Assert.Equal([3, 2, 1, 3, 2, 1, 3, 2, 1], given);
    }

    [Fact]
    public void The_least_loaded_is_chosen_and_of_equals_whose_turn_it_is()
    {
        var handed = Hand.Out(Fewest, [new(1, 3, null), new(2, 1, 8), new(3, 1, 7)], Now)!;
        Assert.Equal((3, 1), (handed.To, handed.Open));
    }

    [Fact]
    public void Who_is_away_off_work_or_full_is_passed_over_and_each_is_said_why()
    {
        var handed = Hand.Out(
            Fewest with
            {
                Most = 4,
            },
            [
                new(4, 4, null),
                new(1, 0, null) { Away = new(Now.AddDays(-1), Now.AddDays(1)) },
                new(2, 0, null) { Hours = At("13:00", "17:00") },
                new(3, 3, null) { Hours = At("08:00", "12:00") },
            ],
            Now
        )!;
        Assert.Equal(3, handed.To);
        Assert.Equal(
            [new(1, PassedOver.Away), new(2, PassedOver.OffHours), new(4, PassedOver.Full)],
            handed.PassedOver
        );
    }

    [Fact]
    public void Where_nobody_can_it_stays_and_that_is_said_of_each()
    {
        var handed = Hand.Out(InTurn, [new(1, 0, null) { Away = new(Now, null) }], Now)!;
        Assert.Null(handed.To);
        Assert.Equal(PassedOver.Away, Assert.Single(handed.PassedOver).Why);
        Assert.Null(Hand.Out(InTurn, [], Now)!.To);
    }

    [Theory]
    [InlineData(0, false)] // from this instant on
    [InlineData(-1, true)]
    [InlineData(60, true)] // back at this one
    [InlineData(59, false)]
    public void Away_begins_with_its_first_instant_and_ends_before_its_last(int minutes, bool isThere) =>
        Assert.Equal(
            isThere,
            Hand.Out(InTurn, [new(1, 0, null) { Away = new(Now, Now.AddHours(1)) }], Now.AddMinutes(minutes))!.To
                is not null
        );

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(500, true)]
    [InlineData(501, false)]
    public void A_limit_is_a_number_of_tickets_somebody_can_have(int most, bool isFine) =>
        Assert.Equal(isFine, new AssignmentRule(Handing.LeastLoaded, most).Check() is null);

    [Property]
    public void Whoever_is_chosen_can_be_and_nobody_who_can_has_a_better_claim(
        NonEmptyArray<(int Open, int Turn, bool IsAway)> team,
        bool fewest,
        PositiveInt most
    )
    {
        var rule = new AssignmentRule(fewest ? Handing.LeastLoaded : Handing.RoundRobin, most.Get);
        var members = team
            .Get.Select(
                (m, i) =>
                    new Member(i, Math.Abs(m.Open % 9), m.Turn % 5 == 0 ? null : Math.Abs(m.Turn % 50))
                    {
                        Away = m.IsAway ? new(Now, null) : null,
                    }
            )
            .ToList();
        var handed = Hand.Out(rule, members, Now)!;
        var able = members.Where(m => m.Away is null && m.Open < most.Get).ToList();

        Assert.Equal(members.Count - able.Count, handed.PassedOver.Count);
        Assert.Equal(able.Count > 0, handed.To is not null);
        if (handed.To is not { } to)
            return;
        var chosen = Assert.Single(able, m => m.Person == to);
        Assert.DoesNotContain(able, m => fewest && m.Open < chosen.Open);
        Assert.DoesNotContain(able, m => (!fewest || m.Open == chosen.Open) && (m.Turn ?? 0) < (chosen.Turn ?? 0));
    }

    static Calendar At(string from, string to) =>
        new()
        {
            Zone = "Asia/Ho_Chi_Minh",
            Windows =
            [
                new(
                    DayOfWeek.Monday,
                    TimeSpan.Parse(from, System.Globalization.CultureInfo.InvariantCulture),
                    TimeSpan.Parse(to, System.Globalization.CultureInfo.InvariantCulture)
                ),
            ],
        };
}
