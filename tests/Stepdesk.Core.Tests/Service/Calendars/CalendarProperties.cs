using FsCheck.Xunit;
using Stepdesk.Core.Service.Calendars;

namespace Stepdesk.Core.Tests.Service.Calendars;

/// <summary>What holds for every calendar, whatever is asked of it.</summary>
[Properties(Arbitrary = [typeof(AnyCalendar)], MaxTest = 500)]
public sealed class CalendarProperties
{
    static readonly TimeSpan AWhile = TimeSpan.FromDays(21);

    [Property(MaxTest = 300)]
    public void It_says_what_a_finger_on_the_clock_says(Question asked)
    {
        var slow = new SlowCalendar(asked.Calendar, asked.Pauses);

        Assert.Equal(
            slow.Elapsed(asked.Start, asked.End),
            asked.Calendar.Elapsed(asked.Start, asked.End, asked.Pauses)
        );
        var due = asked.Due;
        Assert.Equal(slow.Due(asked.Start, asked.Amount, AWhile), due < asked.Start + AWhile ? due : null);
    }

    [Property]
    public void Asking_for_more_or_from_later_is_never_due_earlier(Question asked)
    {
        var due = asked.Due;

        Assert.True(due >= asked.Start);
        Assert.True(due <= asked.Calendar.Due(asked.Start, asked.Amount + asked.More, asked.Pauses));
        Assert.True(due <= asked.Calendar.Due(asked.Start + asked.More, asked.Amount, asked.Pauses));
    }

    [Property]
    public void Exactly_the_amount_has_passed_when_it_is_due_and_not_a_tick_earlier(Question asked)
    {
        var (calendar, due) = (asked.Calendar, asked.Due!.Value);

        Assert.Equal(asked.Amount, calendar.Elapsed(asked.Start, due, asked.Pauses));
        if (asked.Amount > TimeSpan.Zero)
            Assert.True(calendar.Elapsed(asked.Start, due.AddTicks(-1), asked.Pauses) < asked.Amount);
    }

    [Property]
    public void What_is_due_in_two_parts_is_due_as_one(Question asked)
    {
        if (asked.More > TimeSpan.Zero)
            Assert.Equal(
                asked.Calendar.Due(asked.Start, asked.Amount + asked.More, asked.Pauses),
                asked.Calendar.Due(asked.Due!.Value, asked.More, asked.Pauses)
            );
    }

    [Property]
    public void Elapsed_time_adds_up(Question asked)
    {
        var (calendar, middle) = (asked.Calendar, asked.Start + asked.More);

        Assert.Equal(
            calendar.Elapsed(asked.Start, asked.End, asked.Pauses),
            calendar.Elapsed(asked.Start, middle, asked.Pauses) + calendar.Elapsed(middle, asked.End, asked.Pauses)
        );
    }

    [Property]
    public void A_pause_takes_away_what_would_have_counted_within_it(Question asked)
    {
        if (asked.Pauses.Count == 0)
            return;
        var (calendar, pause) = (asked.Calendar, asked.Pauses[0]);

        var within = calendar.Elapsed(Later(pause.From, asked.Start), Earlier(pause.To!.Value, asked.End), []);

        Assert.Equal(
            calendar.Elapsed(asked.Start, asked.End, []) - within,
            calendar.Elapsed(asked.Start, asked.End, [pause])
        );
    }

    [Property]
    public void Pauses_count_once_in_any_order_and_any_number_of_pieces(Question asked)
    {
        var pieces = asked
            .Pauses.Reverse()
            .SelectMany(p => (Pause[])[p with { To = p.From.AddMinutes(7) }, p, p with { From = p.To!.Value }])
            .Where(p => p.To <= asked.Pauses.Max(a => a.To))
            .Where(p => asked.Pauses.Any(a => a.From <= p.From && p.To <= a.To))
            .ToList();

        Assert.Equal(asked.Due, asked.Calendar.Due(asked.Start, asked.Amount, pieces));
        Assert.Equal(
            asked.Calendar.Elapsed(asked.Start, asked.End, asked.Pauses),
            asked.Calendar.Elapsed(asked.Start, asked.End, pieces)
        );
    }

    [Property]
    public void A_pause_without_end_leaves_due_only_what_was_due_when_it_began(Question asked)
    {
        var due = asked.Due!.Value;

        Assert.Equal(due, Paused(due));
        Assert.Null(Paused(due.AddTicks(-1)));

        DateTimeOffset? Paused(DateTimeOffset from) =>
            asked.Calendar.Due(asked.Start, asked.Amount, [.. asked.Pauses, new(from, null)]);
    }

    [Property]
    public void Spans_are_the_whole_line_in_order_and_add_up(Question asked)
    {
        var spans = asked.Calendar.Spans(asked.Start, asked.End, asked.Pauses).ToList();

        DateTimeOffset[] cuts = [asked.Start, .. spans.Select(s => s.To)];
        Assert.Equal(asked.End, cuts[^1]);
        Assert.Equal(cuts[..^1], spans.Select(s => s.From));
        Assert.All(spans, s => Assert.True(s.From < s.To));
        Assert.All(spans.Zip(spans.Skip(1)), two => Assert.NotEqual(Why(two.First), Why(two.Second)));
        Assert.All(
            spans,
            s =>
                Assert.Equal(
                    s.Kind is SpanKind.Counted ? s.To - s.From : TimeSpan.Zero,
                    asked.Calendar.Elapsed(s.From, s.To, asked.Pauses)
                )
        );
        var open = asked.Calendar with { Holidays = [] };
        Assert.All(
            spans.Where(s => s.Kind is SpanKind.Holiday),
            s =>
            {
                Assert.Contains(asked.Calendar.Holidays, h => h.Name == s.Holiday);
                Assert.Equal(s.To - s.From, open.Elapsed(s.From, s.To, []));
            }
        );

        static (SpanKind, string?) Why(Core.Service.Calendars.Span span) => (span.Kind, span.Holiday);
    }

    [Property]
    public void It_does_not_matter_how_an_instant_is_written(Question asked)
    {
        var elsewhere = TimeSpan.FromHours(-9.5);
        var pauses = asked
            .Pauses.Select(p => new Pause(p.From.ToOffset(elsewhere), p.To?.ToOffset(elsewhere)))
            .ToList();

        Assert.Equal(asked.Due, asked.Calendar.Due(asked.Start.ToOffset(elsewhere), asked.Amount, pauses));
    }

    [Property]
    public void A_zone_without_changes_only_moves_the_answer(Question asked)
    {
        var seven = TimeSpan.FromHours(7);
        var here = asked.Calendar with { Zone = "Asia/Ho_Chi_Minh" };
        // A sign after Etc/ counts the other way.
        var there = asked.Calendar with
        {
            Zone = "Etc/GMT+5",
        };
        var apart = TimeSpan.FromHours(12);

        Assert.Equal(
            here.Due(asked.Start, asked.Amount, asked.Pauses) + apart,
            there.Due(
                asked.Start + apart,
                asked.Amount,
                [.. asked.Pauses.Select(p => new Pause(p.From + apart, p.To + apart))]
            )
        );
        Assert.Equal(seven, here.Due(asked.Start, asked.Amount, [])!.Value.Offset);
    }

    static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
