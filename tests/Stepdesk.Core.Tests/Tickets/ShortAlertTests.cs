using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using static Stepdesk.Core.Tests.Story;
using static Stepdesk.Core.Tests.Tickets.EscalationTests;

namespace Stepdesk.Core.Tests.Tickets;

/// <summary>A short alert goes first, and owes the rest to whoever read it and a word to the requester.</summary>
public sealed class ShortAlertTests
{
    [Fact]
    public void An_alert_owes_the_full_package_within_ten_minutes()
    {
        var story = Emergency.When(Alert());
        var alert = story.Ticket.Escalations[0].Version;
        story.ThenDue(ClockName.Package, Nine.AddMinutes(10)).ThenDue(ClockName.Return, Nine.AddMinutes(15));

        // An answer does not settle it, and the rest goes to whoever got the alert.
        story.AfterMinutes(5).When(new HearFrom(Dev, "On it")).ThenNoClock(ClockName.Return);
        story.ThenDue(ClockName.Package, Nine.AddMinutes(10));
        story.When(new Escalate(null, null) { Completes = alert, Package = Full });

        story.ThenNoClock(ClockName.Package);
        var asked = Assert.Single(story.Ticket.Escalations);
        Assert.Equal(story.Ticket.Briefings[^1].Version, asked.Package!.Version);
        Assert.Equal([Dev], story.Ticket.Briefings[^1].Receipts.Select(r => r.Reader));
        Assert.Equal(
            Escalate.NoPackageOwed,
            Refused(story, new Escalate(null, null) { Completes = alert, Package = Full })
        );
    }

    [Fact]
    public void An_alert_says_as_much_as_it_must_and_only_where_it_is_promised()
    {
        Assert.Equal(
            ["why", "specialty", "whom", "summary", "ask"],
            Refused(Emergency, new Escalate(null, null) { IsShort = true }).Parts
        );
        Assert.Equal(Escalate.NoShortAlert, Refused(Given(AnAcknowledgedTicket).And(Standard), Alert()));
        Assert.Equal(Escalate.NoShortAlert, Refused(Given(ALoggedTicket), Alert()));
        Assert.Equal(
            Escalate.NoPackageOwed,
            Refused(Emergency, new Escalate(null, null) { Completes = 4, Package = Full })
        );
    }

    [Fact]
    public void An_alert_that_arrived_keeps_the_promise_to_alert()
    {
        var story = Emergency.When(Alert());
        story
            .AfterMinutes(2)
            .And(new Delivered(story.Ticket.Escalations[0].Version, "m@desk.example") { Reader = Dev });

        story.ThenClock(ClockName.Alert, ClockState.Met);
    }

    [Fact]
    public void The_package_an_alert_owed_tells_the_requester_when_they_hear_next()
    {
        var story = Emergency.When(Alert());
        var alert = story.Ticket.Escalations[0].Version;
        var rest = new Escalate(null, null) { Completes = alert, Package = Full };

        story.AfterMinutes(5).When(rest with { Telling = "They know all of it now." });

        var told = story.Ticket.Outgoing[^1];
        Assert.Equal((true, Full.NextUpdateAt), (told.IsTelling, told.NextUpdateAt));
        story.And(Arrived(told.Version)).ThenDue(ClockName.Update, Full.NextUpdateAt!.Value);
    }

    [Fact]
    public void The_rest_of_an_alert_goes_to_nobody_else()
    {
        var story = Emergency.When(Alert());
        var rest = Ask() with { Completes = story.Ticket.Escalations[0].Version };

        Assert.Equal(Escalate.GoesToTheSame, Refused(story, rest with { Person = Ops, Readers = [Ops] }));
        Assert.Equal(Escalate.GoesToTheSame, Refused(story, rest with { Person = null, Team = 1, Readers = [Ops] }));
        Assert.Equal(Escalate.GoesToTheSame, Refused(story, rest with { Channel = "ops" }));
        story.When(rest).ThenNoClock(ClockName.Package);
    }
}
