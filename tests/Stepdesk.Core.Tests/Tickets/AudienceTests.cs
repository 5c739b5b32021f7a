using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using static Stepdesk.Core.Tests.Story;

namespace Stepdesk.Core.Tests.Tickets;

/// <summary>Who hears of a ticket beside its requester, and what the desk promises them.</summary>
public sealed class AudienceTests
{
    const int Manager = 21;
    const int Developer = 22;

    static readonly Classified Expedited = new(ClassOfService.Expedite, Priority.Urgent, "53 users", new(53), null);

    static Story Emergency => Given(AnAcknowledgedTicket).And(Expedited);

    [Fact]
    public void A_message_goes_to_everybody_in_its_audience_and_to_nobody_else()
    {
        var story = Emergency
            .When(new Involve(Manager, Audience.Stakeholders))
            .When(new Involve(Developer, Audience.Specialists))
            .When(new Brief(Audience.Stakeholders, "Three classes cannot submit"));

        story.Then(new Briefed(Audience.Stakeholders, "Three classes cannot submit", null, [], [Manager]));
    }

    [Fact]
    public void What_others_are_told_is_no_answer_to_the_requester()
    {
        var story = Given(ALoggedTicket)
            .And(new Involved(Manager, Audience.Stakeholders))
            .When(new Brief(Audience.Stakeholders, "We are on it"));
        story.And(new Delivered(3, "m@desk.example") { Reader = Manager });

        story.ThenStep(Step.InitialResponse).ThenTicket(t => Assert.Null(t.AcknowledgedAt));
        Assert.DoesNotContain(story.Ticket.Outgoing, m => m.Version == 3);
        Assert.False(Visibility.MayKnowOf(Lan, new Briefed(Audience.Stakeholders, "", null, [], [])));
        Assert.False(Visibility.MayKnowOf(Lan, new PartyWrote(Developer, Audience.Specialists, "")));
    }

    [Fact]
    public void Nobody_is_written_to_who_is_not_there() =>
        Emergency.When(new Brief(Audience.Specialists, "Help")).ThenRefused(Brief.NobodyThere);

    [Fact]
    public void The_requester_is_nobody_else()
    {
        Emergency.When(new Brief(Audience.Requester, "Hello")).ThenRefused(Brief.ForRequester);
        Emergency.When(new Involve(7, Audience.Stakeholders)).ThenRefused(Involve.AsRequester);
        Emergency.When(new Involve(Manager, Audience.Requester)).ThenRefused(Involve.AsRequester);
    }

    [Fact]
    public void Stakeholders_of_an_emergency_hear_every_quarter_of_an_hour()
    {
        var story = Emergency.When(new Involve(Manager, Audience.Stakeholders));
        story.ThenDue(ClockName.StakeholderUpdate, story.Now.AddMinutes(15)).AfterMinutes(10);
        story.When(new Brief(Audience.Stakeholders, "Cause found")).AfterMinutes(1);
        story.ThenDue(ClockName.StakeholderUpdate, Nine.AddMinutes(15));
        var sent = story.Ticket.Version;
        story.And(new Delivered(sent, "m@desk.example") { Reader = Manager });
        story.ThenDue(ClockName.StakeholderUpdate, story.Now.AddMinutes(15));
        story.AfterMinutes(15).And(new Bounced(sent, "5.1.1", null) { Reader = Manager });
        story.ThenDue(ClockName.StakeholderUpdate, Nine.AddMinutes(15)).When(new Release(Manager));
        story.ThenNoClock(ClockName.StakeholderUpdate);
    }

    [Fact]
    public void Stakeholders_who_are_taken_off_and_on_wait_where_they_left_off()
    {
        var story = Emergency.When(new Involve(Manager, Audience.Stakeholders));
        story.ThenDue(ClockName.StakeholderUpdate, Nine.AddMinutes(15)).AfterMinutes(8);
        story.When(new Release(Manager)).AfterMinutes(60).When(new Involve(Manager, Audience.Stakeholders));
        story.ThenDue(ClockName.StakeholderUpdate, story.Now.AddMinutes(7));

        // Another in their place takes over their wait.
        story.When(new Release(Manager)).When(new Involve(Developer, Audience.Stakeholders));
        story.ThenDue(ClockName.StakeholderUpdate, story.Now.AddMinutes(7));
    }

    [Fact]
    public void Who_joins_or_leaves_changes_nothing_for_the_others()
    {
        var story = Emergency.When(new Involve(Manager, Audience.Stakeholders)).AfterMinutes(5);
        story.When(new Involve(Developer, Audience.Stakeholders)).AfterMinutes(5).When(new Release(Manager));
        story.ThenDue(ClockName.StakeholderUpdate, Nine.AddMinutes(15));

        story.AfterMinutes(4).When(new Involve(Manager, Audience.Stakeholders)).When(new Release(Developer));
        story.ThenDue(ClockName.StakeholderUpdate, Nine.AddMinutes(15));
    }

    [Fact]
    public void Who_writes_to_themselves_alerts_nobody()
    {
        var story = Emergency.When(new Involve(1, Audience.Specialists));
        story.When(new Brief(Audience.Specialists, "I am on it")).ThenRefused(Escalate.ReachesNobody);

        story.When(new Involve(Developer, Audience.Specialists)).When(new Brief(Audience.Specialists, " . "));
        story.ThenRefused(Refusals.TextMissing);
        story.When(new Brief(Audience.Specialists, "\u3164")).ThenRefused(Refusals.TextMissing);

        story.When(new Brief(Audience.Specialists, "No class can submit"));
        story.Then(new Briefed(Audience.Specialists, "No class can submit", null, [], [Developer]));
    }

    [Fact]
    public void A_promise_to_stakeholders_rules_their_clock_only()
    {
        var promised = Nine.AddHours(2);
        var story = Emergency
            .When(new Involve(Manager, Audience.Stakeholders))
            .When(new Brief(Audience.Stakeholders, "At eleven we know more") { NextUpdateAt = promised });
        story.And(new Delivered(story.Ticket.Version, "m@desk.example") { Reader = Manager });

        story.ThenDue(ClockName.StakeholderUpdate, promised).ThenDue(ClockName.Update, Nine.AddMinutes(15));
    }

    [Fact]
    public void Other_classes_promise_stakeholders_nothing() =>
        Given(AnAcknowledgedTicket)
            .When(new Involve(Manager, Audience.Stakeholders))
            .ThenNoClock(ClockName.StakeholderUpdate)
            .ThenNoClock(ClockName.Alert);

    [Fact]
    public void Specialists_are_alerted_within_five_minutes_of_the_report()
    {
        var story = Emergency.When(new Involve(Developer, Audience.Specialists)).AfterMinutes(5);
        story.When(new Brief(Audience.Specialists, "500 on submit")).ThenClock(ClockName.Alert, ClockState.Warning);
        story.And(new Delivered(story.Ticket.Version, "m@desk.example") { Reader = Developer });
        story.ThenClock(ClockName.Alert, ClockState.Met);
    }

    [Fact]
    public void An_alert_that_left_too_late_stays_late()
    {
        var story = Emergency.When(new Involve(Developer, Audience.Specialists)).AfterMinutes(5.01);
        story.When(new Brief(Audience.Specialists, "500 on submit"));
        story.And(new Delivered(story.Ticket.Version, "m@desk.example") { Reader = Developer });
        story.ThenClock(ClockName.Alert, ClockState.Broken);
    }

    [Fact]
    public void A_specialists_answer_ends_no_wait_and_reopens_nothing()
    {
        var story = Emergency
            .When(new Involve(Developer, Audience.Specialists))
            .When(new WaitFor(WaitingOn.Customer, "A screenshot"))
            .When(new HearFrom(Developer, "Deployed a fix"))
            .ThenTicket(t => Assert.NotNull(t.Waiting));
        story.When(new HearFrom(Manager, "And?")).ThenRefused(HearFrom.NotInvolved);
    }

    [Fact]
    public void Each_delivery_is_recorded_once_and_for_whom_it_was()
    {
        var story = Emergency
            .When(new Involve(Manager, Audience.Stakeholders))
            .When(new Brief(Audience.Stakeholders, "Soon"));
        var sent = story.Ticket.Version;
        story.When(new RecordDelivery(sent, "m@desk.example")).ThenRefused(RecordDelivery.NoSuchMessage);
        story
            .When(new RecordDelivery(sent, "m@desk.example") { Reader = Developer })
            .ThenRefused(RecordDelivery.NoSuchMessage);
        story.When(new RecordDelivery(sent, "m@desk.example") { Reader = Manager });
        story.Then(new Delivered(sent, "m@desk.example") { Reader = Manager });
        story.When(new RecordDelivery(sent, "m@desk.example") { Reader = Manager }).ThenNothing();
        story.When(new RecordBounce(sent, "5.1.1") { Reader = Manager });
        story.Then(new Bounced(sent, "5.1.1", null) { Reader = Manager });
    }
}
