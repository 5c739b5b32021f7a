using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using static Stepdesk.Core.Tests.Story;

namespace Stepdesk.Core.Tests.Tickets;

/// <summary>What comes from the customer, and what only looks like it.</summary>
public sealed class WritingTests
{
    static readonly Write Word = new("It happened again", Channel.Web);
    static readonly TimeSpan TwoWeeks = TimeSpan.FromDays(14);

    [Fact]
    public void A_customer_writes_on_an_open_ticket() =>
        Given(ALoggedTicket)
            .AfterMinutes(5)
            .When(Word with { From = "mai@customer.example" }, by: Lan)
            .Then(new CustomerWrote("It happened again", Channel.Web) { From = "mai@customer.example" })
            .ThenTicket(t => Assert.Equal(Nine.AddMinutes(5), t.LastCustomerAt));

    [Fact]
    public void A_word_needs_text_or_a_file()
    {
        var file = new Attachment("shot.png", "image/png", 10, new('0', 64));
        Given(ALoggedTicket)
            .When(Word with { Text = " " }, by: Lan)
            .ThenRefused(Refusals.TextMissing)
            .When(Word with { Text = new('a', 100_001) }, by: Lan)
            .ThenRefused(Refusals.TextTooLong)
            .When(Word with { Text = " ", Attachments = [file] }, by: Lan)
            .Then(new CustomerWrote("", Channel.Web) { Attachments = [file] });
    }

    [Fact]
    public void A_mail_is_cut_because_it_cannot_be_given_back() =>
        Given(ALoggedTicket)
            .When(new Write(new('a', 900_000), Channel.Mail) { MailId = 4 }, by: Lan)
            .Then(new CustomerWrote(new('a', Plain.Longest), Channel.Mail) { MailId = 4 });

    [Fact]
    public void Writing_within_two_weeks_reopens() =>
        Given(AClosedTicket)
            .After(TwoWeeks)
            .When(Word, by: Lan)
            .Then(new Reopened(""), new CustomerWrote("It happened again", Channel.Web))
            .ThenTicket(t => Assert.Equal((true, 1), (t.IsOpen, t.ReopenCount)));

    [Fact]
    public void Later_it_is_a_new_matter() =>
        Given(AClosedTicket)
            .After(TwoWeeks + TimeSpan.FromTicks(1))
            .When(Word, by: Lan)
            .ThenRefused(Reopen.ClosedLongAgo);

    [Fact]
    public void A_ticket_cancelled_by_mistake_comes_back_when_its_customer_writes() =>
        Given(ACancelledTicket)
            .When(Word, by: Lan)
            .Then(new Reopened(""), new CustomerWrote("It happened again", Channel.Web))
            .ThenTicket(t => Assert.Null(t.CancelledAs));

    [Fact]
    public void More_spam_is_kept_and_reopens_nothing() =>
        Given(ALoggedTicket, new Cancelled(CancelReason.Spam, "Lottery"))
            .After(TimeSpan.FromDays(30))
            .When(Word, by: Lan)
            .Then(new CustomerWrote("It happened again", Channel.Web))
            .ThenTicket(t => Assert.False(t.IsOpen));

    [Fact]
    public void What_a_machine_answers_is_kept_and_moves_nothing() =>
        Given(AClosedTicket)
            .AfterMinutes(5)
            .When(new KeepAutomatic(" Out of office\r\n", "lan@customer.example", 5))
            .Then(new AutomaticReceived("Out of office", "lan@customer.example", 5))
            .ThenTicket(t => Assert.Equal((false, Nine), (t.IsOpen, t.LastCustomerAt)));
}
