using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Stepdesk.Core.History;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Core.Tests.Tickets;

/// <summary>What holds for every ticket, whatever happens to it.</summary>
[Properties(Arbitrary = [typeof(Walk.Any)], MaxTest = 300, EndSize = 60)]
public sealed class TicketProperties
{
    [Property]
    public void A_ticket_is_the_fold_of_what_was_stored_about_it(Walk walk)
    {
        var turns = walk.Play();
        var history = Walk.History(turns);

        var read = Ticket.From(history.Select(r => r with { What = Reread(r.What, erased: false) }));

        Assert.Equal(history.Count, read.Version);
        Assert.Equal(Shown(turns.Count > 0 ? turns[^1].After : read), Shown(read));
    }

    [Property]
    public void An_erased_ticket_still_tells_when_what_happened(Walk walk)
    {
        var history = Walk.History(walk.Play());
        var whole = Ticket.From(history);

        var erased = Ticket.From([
            .. history.Select(r => r with { What = Reread(r.What, erased: true) }),
            new(history.Count + 1, history[^1].Moment, new Erased([1], "Asked for", "Art. 17")),
        ]);

        Assert.Equal("", erased.Title);
        Assert.Equal(Steps.Of(whole).SelectMany(s => s.Evidence), Steps.Of(erased).SelectMany(s => s.Evidence));
        Assert.Equal(Clocks.Of(whole, Desk.Policies), Clocks.Of(erased, Desk.Policies));
    }

    [Property]
    public void A_step_goes_back_only_when_something_came_back(Walk walk) =>
        Assert.All(
            walk.Play(),
            turn =>
                Assert.True(
                    Steps.Current(turn.After) >= Steps.Current(turn.Before)
                        || turn.Events.Any(e => e.What is Bounced or Disputed or Reopened)
                )
        );

    [Property]
    public void Nobody_closes_what_is_unconfirmed_but_the_desk_after_it_asked_again(Walk walk) =>
        Assert.All(
            walk.Play(),
            turn =>
            {
                var isOverridden = turn.Events.Any(e => e.What is Overridden);
                if (turn.Events.Any(e => e.What is Closed))
                    Assert.NotNull(turn.After.ResolvedAt);
                if (turn.Events.Any(e => e.What is Closed) && !isOverridden)
                    Assert.Equal((true, true), (turn.After.ConfirmedAt is not null, turn.After.ResolvedAt is not null));
                if (turn.Events.Any(e => e.What is ClosedUnconfirmed))
                {
                    Assert.IsType<CheckClocks>(turn.Action);
                    Assert.True(turn.Before.Outgoing[^1] is { IsReminder: true, ArrivedAt: not null });
                }
                else if (
                    turn.After is { ClosedAt: not null, CancelledAs: null }
                    && turn.Before.ClosedAt is null
                    && !isOverridden
                )
                    Assert.NotNull(turn.After.ConfirmedAt);
                if (turn.Events.Any(e => e.What is Cancelled))
                    Assert.Null(turn.Before.ResolvedAt);
            }
        );

    [Property]
    public void A_ticket_is_acknowledged_exactly_while_a_message_arrived_and_did_not_bounce(Walk walk)
    {
        var turns = walk.Play();
        foreach (var turn in turns)
        {
            var history = Walk.History(turns)
                .TakeWhile(r => r.Version <= turn.After.Version)
                .Select(r => r.What)
                .ToList();
            var arrived = history.OfType<Delivered>().Where(d => d.Reader is null).Select(d => d.Message);
            var bounced = history.OfType<Bounced>().Where(b => b.Reader is null).Select(b => b.Message);
            var noAnswers = turn.After.Outgoing.Where(m => m.IsReminder || m.IsTelling).Select(m => m.Version);
            Assert.Equal(arrived.Except(bounced).Except(noAnswers).Any(), turn.After.AcknowledgedAt is not null);
        }
    }

    [Property]
    public void Doing_twice_what_states_a_fact_is_doing_it_once(Walk walk) =>
        Assert.All(
            walk.Play(),
            turn =>
            {
                // Saying something again is saying more; these may repeat.
                if (
                    turn.Action
                    is Reply
                        or Brief
                        or Escalate
                        or RecordAnswer
                        or HearFrom
                        or NoteQuestion
                        or NoteAnswer
                        or Negotiate
                        or HandOver
                        or AskApproval
                        or HearApprover
                        or Note
                        or KeepFinding
                        or ActOnAccount
                        or Diagnose
                        or NoteTrend
                        or Write
                        or KeepAutomatic
                        or HearReporter
                )
                    return;
                var inForce = turn.After.Treatment!.Policy;
                if (turn.Decision.Refusal is null)
                    Assert.Empty(
                        turn.Action.Under(inForce, Desk.Policies(inForce)).Decide(turn.After, turn.Moment).Events
                    );
            }
        );

    [Property]
    public void Nothing_is_solved_while_an_approval_stands_in_the_way(Walk walk) =>
        Assert.All(
            walk.Play(),
            turn =>
            {
                if (
                    turn.Action is Resolve
                    && turn.Events.Any(e =>
                        e.What
                            is Resolved
                            {
                                Kind: ResolutionKind.Fix or ResolutionKind.Workaround or ResolutionKind.Answered
                            }
                    )
                )
                    Assert.All(
                        turn.Before.Approvals.Where(a => turn.Before.IsHeldBy(a, turn.Moment.When)),
                        held =>
                            Assert.Contains(
                                turn.After.Overrides,
                                o => o.Mark.Version > held.Version && Overriding.Codes.Contains(o.Refusal)
                            )
                    );
            }
        );

    [Property]
    public void What_approvers_decided_stays_whatever_happens_later(Walk walk)
    {
        var decided = new Dictionary<int, ApprovalState>();
        foreach (var turn in walk.Play())
        foreach (var asked in turn.After.Approvals)
        {
            Assert.Equal(asked.Words.Count, asked.Words.DistinctBy(v => v.Approver).Count());
            Assert.DoesNotContain(asked.Words, v => v.Approver == turn.After.Requester);
            var state = asked.StateAt(turn.Moment.When);
            if (decided.TryGetValue(asked.Version, out var before))
                Assert.Equal(before, state);
            if (state is not ApprovalState.Awaited)
                decided[asked.Version] = state;
        }
    }

    [Property]
    public void A_refusal_changes_nothing(Walk walk) =>
        Assert.All(
            walk.Play(),
            turn =>
            {
                if (turn.Decision.Refusal is not null)
                    Assert.Empty(turn.Decision.Events);
            }
        );

    [Property]
    public void Every_notice_comes_once_and_in_its_time(Walk walk)
    {
        var history = Walk.History(walk.Play());
        var noticed = history.Where(r => r.What is ClockEvent).ToList();

        Assert.Distinct(
            noticed.Select(r =>
            {
                var what = (ClockEvent)r.What;
                // A breach comes once, whatever level it was found at; the others once for each level, and once more
                // for an update that is due at another time.
                var due = what is ClockWarned { Clock: ClockName.Update or ClockName.StakeholderUpdate }
                    ? what.DueAt
                    : (DateTimeOffset?)null;
                return (what.GetType(), what.Clock, what.Cycle, what is ClockBroken ? null : what.Level, due);
            })
        );
        Assert.All(
            noticed,
            r =>
                Assert.True(
                    r.What switch
                    {
                        ClockBroken { Because: not null } broken => r.Moment.When >= broken.DueAt,
                        ClockBroken broken => r.Moment.When > broken.DueAt,
                        ClockOverdue overdue => r.Moment.When >= overdue.DueAt + overdue.Level!.Offset,
                        ClockEvent warned => r.Moment.When <= warned.DueAt,
                        _ => false,
                    }
                )
        );
    }

    [Property]
    public void What_was_broken_stays_broken(Walk walk) =>
        Assert.All(
            walk.Play(),
            turn =>
                Assert.All(
                    Clocks
                        .Of(turn.After, Desk.Policies)
                        .Where(c => turn.After.HasNoticed<ClockBroken>(c.Name, c.Cycle)),
                    clock => Assert.Equal(ClockState.Broken, clock.At(turn.Moment.When))
                )
        );

    [Property]
    public void The_watch_never_looks_too_late_and_never_in_vain(Walk walk)
    {
        var turns = walk.Play();
        if (turns.LastOrDefault(t => t.Decision.Refusal is null) is not { } last)
            return;

        var ticket = last.After;
        if (Clocks.NextCheck(ticket, Desk.Policies) is not { } check)
            Assert.Empty(Done(last.Moment.When.AddYears(1)));
        else
        {
            Assert.Empty(Done(check.AddTicks(-1)));
            Assert.NotEmpty(Done(check.AddTicks(1)));
        }

        IEnumerable<object> Done(DateTimeOffset now) =>
            [
                .. Clocks.Notices(ticket, Desk.Policies, now),
                .. Holding.Lapses(ticket, now),
                .. Holding.Reminders(ticket, now),
                .. Following.Due(ticket, Desk.Policies(ticket.Treatment!.Policy), now) is { } due
                    ? [due]
                    : (object[])[],
            ];
    }

    [Property]
    public void Whoever_looks_when_told_to_always_comes_to_an_end(Walk walk)
    {
        var turns = walk.Play();
        if (turns.LastOrDefault(t => t.Decision.Refusal is null) is not { } last)
            return;

        var (ticket, looks) = (last.After, 0);
        while (Clocks.NextCheck(ticket, Desk.Policies) is { } check)
        {
            var now = check.AddTicks(1);
            TicketEvent[] noted =
            [
                .. Clocks.Notices(ticket, Desk.Policies, now),
                .. Holding.Lapses(ticket, now),
                .. Holding.Reminders(ticket, now),
            ];
            foreach (var what in noted)
                ticket = ticket.After(new(ticket.Version + 1, new(now, Story.An), what));
            // A reminder and the close are the only other things there are to do; they need a delivery to go on.
            if (Following.Due(ticket, Desk.Policies(ticket.Treatment!.Policy), now) is not null)
                return;
            Assert.True(Clocks.NextCheck(ticket, Desk.Policies) is not { } next || next > check);
            Assert.True(++looks < 200);
        }
    }

    [Property]
    public void A_level_is_never_noticed_after_a_later_one(Walk walk)
    {
        var noticed = Walk.History(walk.Play()).Select(r => r.What).OfType<ClockEvent>();

        Assert.All(
            noticed.GroupBy(n => (n.Clock, n.Cycle)),
            clock =>
            {
                var order = clock
                    .Select(n =>
                        n switch
                        {
                            ClockWarned => 0,
                            ClockBroken => 1,
                            _ => 2,
                        }
                    )
                    .ToList();
                Assert.Equal(order.Order(), order);
                var late = clock
                    .Where(n => n is not ClockWarned)
                    .Select(n => n.Level?.Offset ?? TimeSpan.Zero)
                    .ToList();
                Assert.Equal(late.Order(), late);
            }
        );
    }

    /// <summary>Else the properties above would hold of nothing.</summary>
    [Fact]
    public void Lives_made_of_chance_come_to_everything_there_is()
    {
        var events = Walk
            .Any.Walks()
            .Generator.Sample(4000, new Rnd(1), 60)
            .SelectMany(w => w.Play())
            .SelectMany(t => t.Events);

        var seen = events
            .Select(e => e.What is ClockEvent c ? $"{EventNames.NameOf(c)} {c.Clock}" : EventNames.NameOf(e.What))
            .ToHashSet();
        Assert.Empty(Expected().Except(seen));

        static IEnumerable<string> Expected() =>
            [
                .. Specimen
                    .EventTypes.Where(t => t.IsSubclassOf(typeof(TicketEvent)) && !t.IsSubclassOf(typeof(ClockEvent)))
                    .Select(t => EventNames.NameOf(Specimen.Of(t)))
                    .Except(["logged"]),
                .. from clock in Enum.GetValues<ClockName>().Except([ClockName.Reception, ClockName.FollowUp])
                from kind in (string[])["clock_warned", "clock_broken", "clock_overdue"]
                select $"{kind} {clock}",
            ];
    }

    static Event Reread(Event what, bool erased)
    {
        var (kind, data) = (EventNames.NameOf(what), EventNames.Write(what));
        return EventNames.Read(kind, erased ? EventNames.Erase(kind, data) : data);
    }

    // Records with lists compare by reference; their text does not.
    static string Shown(Ticket ticket) =>
        JsonSerializer.Serialize(ticket with { Noticed = [] }) + string.Join(',', ticket.Noticed.Select(Story.Stored));
}
