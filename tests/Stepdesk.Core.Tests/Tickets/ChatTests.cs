using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using static Stepdesk.Core.Tests.Story;

namespace Stepdesk.Core.Tests.Tickets;

/// <summary>Asking for help in a chat channel: beside a person, or alone.</summary>
public sealed class ChatTests
{
    const int Dev = 22;
    static readonly Actor Chat = Actor.System("chat");
    static readonly ChatOffer[] Offers = [new("ops", Specialty.Operations), new("leads")];

    static Story Emergency =>
        Given(AnAcknowledgedTicket)
            .And(new Classified(ClassOfService.Expedite, Priority.Urgent, "53 users", new(53), null));

    static Escalate Ask(Specialty specialty = Specialty.Development, string? channel = null, int? person = Dev) =>
        new(Ground.BusinessImpact, specialty)
        {
            Person = person,
            Readers = person is { } one ? [one] : [],
            Channel = channel,
            Chats = Offers,
            Package = new()
            {
                Summary = "Submissions fail with HTTP 500",
                Since = Nine.AddMinutes(-30),
                Tried = "Other classes, other browsers",
                Pins = [new(1)],
                Impact = "53 exams cannot be handed in",
                Ask = "Roll the release back",
                NextUpdateAt = Nine.AddHours(1),
            },
        };

    static Escalate Alert(string channel) =>
        Ask(channel: channel, person: null) with
        {
            IsShort = true,
            Package = new() { Summary = "Submissions fail", Ask = "Look at once" },
        };

    [Fact]
    public void The_channel_of_a_specialty_hears_of_it_beside_the_person()
    {
        var asked = Emergency.When(Ask(Specialty.Operations)).Decided.OfType<Escalated>().Single();

        Assert.Equal([Dev], asked.Readers);
        Assert.Equal(["ops"], asked.Channels!);
    }

    [Fact]
    public void A_channel_that_is_named_may_be_asked_alone_and_nobody_joins_the_ticket()
    {
        var story = Emergency.When(Ask(channel: "leads", person: null));

        Assert.Empty(story.Decided.OfType<Involved>());
        var asked = Assert.Single(story.Ticket.Escalations);
        Assert.Equal((0, "leads"), (asked.Readers.Count, asked.Channels.Single()));
        story.ThenClock(ClockName.Return, ClockState.Running);
        story.When(new RecordAnswer(asked.Version, "Rolled back"));
        Assert.False(story.Ticket.Escalations[0].IsOpen);
    }

    [Fact]
    public void Where_no_channel_is_meant_the_event_says_nothing_of_any() =>
        Assert.Null(Emergency.When(Ask()).Decided.OfType<Escalated>().Single().Channels);

    [Fact]
    public void A_channel_there_is_not_is_refused_with_those_there_are()
    {
        Assert.Equal(
            Escalate.NoSuchChannel with
            {
                Detail = "ops, leads",
            },
            Refusal(Ask(channel: "opps", person: null))
        );
        Assert.Equal(Escalate.NoChannels, Refusal(Ask(channel: "ops", person: null) with { Chats = [] }));
    }

    [Fact]
    public void A_channel_of_the_specialty_makes_up_for_nobody_who_was_named()
    {
        Assert.Equal(Involve.AsRequester, Refusal(Ask(Specialty.Operations, person: 7)));
        Assert.Equal(Escalate.ReachesNobody, Refusal(Ask(Specialty.Operations, person: null) with { Team = 3 }));
        Assert.Equal(["whom"], Refusal(Ask(Specialty.Operations, person: null))!.Parts!);
    }

    [Fact]
    public void Specialists_are_alerted_once_the_chat_accepted_it_and_not_before()
    {
        var story = Emergency.When(Ask(channel: "leads", person: null));
        var sent = story.Ticket.Escalations[0].Version;
        story.ThenClock(ClockName.Alert, ClockState.Running);

        story.AfterMinutes(1).When(new RecordChatPost(sent, "leads"), Chat);

        story.Then(new ChatPosted(sent, "leads"));
        Assert.Equal(story.Now, story.Ticket.AlertedAt);
        story.ThenClock(ClockName.Alert, ClockState.Met);
    }

    [Fact]
    public void What_failed_for_good_alerts_nobody()
    {
        var story = Emergency.When(Ask(channel: "leads", person: null));
        var sent = story.Ticket.Escalations[0].Version;

        story.When(new RecordChatFailure(sent, "leads", "410"), Chat);

        story.Then(new ChatFailed(sent, "leads", "410"));
        Assert.Null(story.Ticket.AlertedAt);
        Assert.True(story.Ticket.Briefings[^1].Chats.Single().HasFailed);
        story.When(new RecordChatPost(sent, "leads"), Chat).Then();
    }

    [Fact]
    public void Twice_is_once_and_a_message_that_never_was_is_refused()
    {
        var story = Emergency.When(Ask(channel: "leads", person: null));
        var sent = story.Ticket.Escalations[0].Version;
        story.When(new RecordChatPost(sent, "leads"), Chat);

        story.When(new RecordChatPost(sent, "leads"), Chat).Then();
        story.When(new RecordChatFailure(sent, "leads", "500"), Chat).Then();
        story.When(new RecordChatPost(sent, "ops"), Chat).ThenRefused(RecordDelivery.NoSuchMessage);
        story.When(new RecordChatFailure(sent + 90, "leads", "500"), Chat).ThenRefused(RecordDelivery.NoSuchMessage);
    }

    [Fact]
    public void The_package_and_the_withdrawal_go_where_the_alert_went()
    {
        var story = Emergency.When(Alert("leads"));
        var alert = story.Ticket.Escalations[0].Version;

        // Of a channel that is gone it is said later that it did not get there.
        var package = Ask(person: null) with
        {
            Why = null,
            To = null,
            Completes = alert,
            Chats = [],
        };
        Assert.Equal(["leads"], story.When(package).Decided.OfType<Escalated>().Single().Channels!);
        Assert.Equal(
            ["leads"],
            story
                .When(new WithdrawEscalation(alert, "Found it"))
                .Decided.OfType<EscalationWithdrawn>()
                .Single()
                .Channels!
        );
    }

    static Refusal? Refusal(TicketAction action) => action.Decide(Emergency.Ticket, new(Emergency.Now, An)).Refusal;
}
