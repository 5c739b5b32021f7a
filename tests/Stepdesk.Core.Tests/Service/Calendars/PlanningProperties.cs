using FsCheck.Xunit;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Core.Tests.Service.Calendars;

/// <summary>Planning back from a date, over clocks that change, holidays and nights.</summary>
[Properties(Arbitrary = [typeof(AnyCalendar)], MaxTest = 300)]
public sealed class PlanningProperties
{
    [Property]
    public void From_the_latest_beginning_exactly_the_amount_is_left_and_a_tick_later_it_is_not(Question asked)
    {
        if (asked.Calendar.Latest(asked.End, asked.Amount) is not { } begin)
            return;
        Assert.True(begin <= asked.End);
        Assert.Equal(asked.Amount, asked.Calendar.Elapsed(begin, asked.End, []));
        if (asked.Amount > TimeSpan.Zero)
            Assert.True(asked.Calendar.Elapsed(begin.AddTicks(1), asked.End, []) < asked.Amount);
    }

    [Property]
    public void Whoever_begins_at_the_latest_is_done_in_time(Question asked) =>
        Assert.True(
            asked.Calendar.Latest(asked.End, asked.Amount) is not { } begin
                || asked.Calendar.Due(begin, asked.Amount, []) <= asked.End
        );

    [Property]
    public void More_work_is_never_begun_later(Question asked) =>
        Assert.True(
            !(
                asked.Calendar.Latest(asked.End, asked.Amount + asked.More)
                > asked.Calendar.Latest(asked.End, asked.Amount)
            )
        );

    [Property]
    public void A_calendar_that_is_ever_open_has_a_beginning_for_all_work(Question asked) =>
        Assert.Equal(
            asked.Calendar.Due(asked.Start, asked.Amount, []) is not null,
            asked.Calendar.Latest(asked.Start, asked.Amount) is not null
        );

    [Property]
    public void Parts_follow_one_another_without_a_gap_and_leave_the_buffer(Question asked)
    {
        PlanPart[] parts = [new("a", 45), new("b", 1), new("c", 17 * 60)];
        if (PlanMilestones.Back(asked.Calendar, asked.End, parts, asked.More) is not { } plan)
            return;
        Assert.Equal(parts.Select(p => p.Name), plan.Select(m => m.Name));
        Assert.Equal(plan.Skip(1).Select(m => m.BeginBy), plan.SkipLast(1).Select(m => m.DoneBy));
        Assert.Equal(asked.More, asked.Calendar.Elapsed(plan[^1].DoneBy, asked.End, []));
        Assert.All(
            plan,
            m => Assert.Equal(TimeSpan.FromMinutes(m.Minutes), asked.Calendar.Elapsed(m.BeginBy, m.DoneBy, []))
        );
        Assert.Equal(
            TimeSpan.FromMinutes(parts.Sum(p => p.Minutes)) + asked.More,
            asked.Calendar.Elapsed(plan[0].BeginBy, asked.End, [])
        );
    }
}
