using Stepdesk.Core.History;
using Stepdesk.Core.Tickets;
using static Stepdesk.Core.Tests.Story;

namespace Stepdesk.Core.Tests.Tickets;

/// <summary>Messages that ask for something else become a ticket of their own.</summary>
public sealed class SplittingTests
{
    static readonly Event[] Written =
    [
        .. ALoggedTicket, // 1
        new CustomerWrote("And the printer smokes", Channel.Mail) { MailId = 4 }, // 2
        new Replied("We are on it", null, []), // 3
        new CustomerWrote("Badly", Channel.Web) { Attachments = [new("smoke.png", "image/png", 5, "aa")] }, // 4
    ];

    static readonly Split Printer = new([4, 2, 4], "The printer smokes", "Another matter") { Into = 9 };

    [Fact]
    public void They_stay_where_they_were_written_with_where_they_went_on() =>
        Given(Written)
            .When(Printer)
            .Then(new SplitOff(9, [2, 4], "Another matter"))
            .ThenTicket(t =>
            {
                Assert.Equal([new Link(9, LinkKind.Related)], t.Links);
                Assert.Equal(9, t.SplitInto(4));
                Assert.Null(t.SplitInto(3));
            });

    [Fact]
    public void The_new_ticket_begins_with_their_words_and_files_and_says_where_it_is_from()
    {
        var wrote = Written.OfType<CustomerWrote>().ToList();
        Given([])
            .When(Printer.Report(Given(ALoggedTicket).Ticket with { Team = 3 }, wrote))
            .ThenTicket(t =>
            {
                Assert.Equal(("The printer smokes", "And the printer smokes\n\nBadly"), (t.Title, t.Description));
                Assert.Equal((7, (int?)3, Nine), (t.Requester, t.Team, t.ReportedAt));
                Assert.Null(t.Class);
            })
            .When(Printer.AsPartOf(1))
            .Then(new SplitFrom(1, [2, 4], "Another matter"))
            .ThenTicket(t => Assert.Equal([new Link(1, LinkKind.Related)], t.Links));
        var report = (Logged)
            Printer.Report(Given(ALoggedTicket).Ticket, wrote).Decide(Ticket.Unlogged, new(Nine, An)).Events[0];
        Assert.Equal("smoke.png", Assert.Single(report.Attachments).Name);
        Assert.Equal(4, report.MailId);
    }

    [Fact]
    public void Somebody_elses_mail_is_not_answered_as_the_requesters() =>
        Assert.Null(
            Printer
                .Report(
                    Given(ALoggedTicket).Ticket,
                    [new CustomerWrote("x", Channel.Mail) { MailId = 5, From = "kim@customer.example" }]
                )
                .MailId
        );

    [Theory]
    [InlineData("split-without-messages")]
    [InlineData("split-what-no-customer-wrote", 1)]
    [InlineData("split-what-no-customer-wrote", 2, 3)]
    [InlineData("split-what-no-customer-wrote", 99)]
    [InlineData("split-what-no-customer-wrote", -1)]
    [InlineData("split-off-before", 2, 4)]
    public void Only_what_the_customer_wrote_and_only_once(string refusal, params int[] messages) =>
        Given(Written, new SplitOff(8, [4], "Before"))
            .When(Printer with { Messages = messages })
            .ThenRefused(new(refusal));

    [Fact]
    public void The_new_ticket_has_a_title() =>
        Given(Written)
            .When(Printer with { Title = " " })
            .ThenRefused(Log.TitleMissing)
            .When(Printer with { Title = new('x', 201) })
            .ThenRefused(Log.TitleTooLong);

    [Fact]
    public void Why_is_said_in_words() =>
        Given(Written).When(Printer with { Why = "…" }).ThenRefused(Refusals.ReasonMissing);

    [Fact]
    public void A_merged_ticket_is_not_split() =>
        Assert.Equal(
            Merging.IsMerged,
            Transitions.Of(Given(Written, new Merged(5)).Ticket, new(Nine, An)).RefusalOf(typeof(Split))
        );
}
