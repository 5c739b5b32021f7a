using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using static Stepdesk.Core.Tests.Story;

namespace Stepdesk.Core.Tests.Tickets;

public sealed class LoggingTests
{
    static readonly Log Report = new("Cannot log in", "Since 8:00", 7, Channel.Web);

    [Fact]
    public void A_report_becomes_a_ticket() =>
        Given([])
            .When(Report)
            .Then(new Logged("Cannot log in", "Since 8:00", 7, Channel.Web, Nine))
            .ThenTicket(t => Assert.Equal((true, Nine, 7), (t.IsOpen, t.LoggedAt, t.Requester)));

    [Fact]
    public void A_report_is_kept_tidy() =>
        Given([])
            .When(
                Report with
                {
                    Title = " Cannot\r\nlog in\0 ",
                    Description = "one\r\ntwo\n\n",
                    Category = " Log In ",
                    Tags = ["SSO", "sso", " single sign on"],
                }
            )
            .Then(
                new Logged("Cannot log in", "one\ntwo", 7, Channel.Web, Nine)
                {
                    Category = "log-in",
                    Tags = ["single-sign-on", "sso"],
                }
            );

    [Fact]
    public void A_report_can_be_classified_at_once() =>
        Given([])
            .When(Report with { Affected = new(16), Class = new(ClassOfService.Priority, "16 people") })
            .Then(
                new Logged("Cannot log in", "Since 8:00", 7, Channel.Web, Nine) { Affected = new(16) },
                new Classified(ClassOfService.Priority, Priority.High, "16 people", new(16), null)
            );

    [Fact]
    public void A_class_that_cannot_stand_refuses_the_whole_report() =>
        Given([])
            .When(Report with { Class = new(ClassOfService.Priority, " ") })
            .ThenRefused(Classify.NotJustified)
            .When(Report with { Class = new(ClassOfService.FixedDeadline, "Friday") })
            .ThenRefused(Classify.DeadlineMissing);

    [Fact]
    public void Logging_twice_is_logging_once() => Given(ALoggedTicket).When(Report).ThenNothing();

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    [InlineData("\0")]
    [InlineData("\u200B \u2060")]
    public void A_ticket_has_a_title(string title) =>
        Given([]).When(Report with { Title = title }).ThenRefused(Log.TitleMissing);

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void A_title_has_at_most_200_characters(int length, bool fits)
    {
        var story = Given([]).When(Report with { Title = $" {new string('a', length)} " });
        if (fits)
            story.ThenTicket(t => Assert.Equal(length, t.Title.Length));
        else
            story.ThenRefused(Log.TitleTooLong);
    }

    [Theory]
    [InlineData(100_000, true)]
    [InlineData(100_001, false)]
    public void A_description_has_at_most_a_hundred_thousand_characters(int length, bool fits)
    {
        var story = Given([]).When(Report with { Description = new string('a', length) });
        if (fits)
            story.ThenTicket(t => Assert.Equal(length, t.Description.Length));
        else
            story.ThenRefused(Refusals.TextTooLong);
    }

    [Fact]
    public void A_mail_is_cut_because_it_cannot_be_given_back() =>
        Given([])
            .When(Report with { MailId = 3, Title = new string('a', 900), Description = new string('b', 900_000) })
            .ThenTicket(t => Assert.Equal((Log.LongestTitle, Plain.Longest), (t.Title.Length, t.Description.Length)));

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Nobody_reports_from_the_future(int seconds, bool stands)
    {
        var at = Nine.AddSeconds(seconds);
        var story = Given([]).When(Report with { ReportedAt = at });
        if (stands)
            story.ThenTicket(t => Assert.Equal((at, at), (t.ReportedAt, t.LastCustomerAt)));
        else
            story.ThenRefused(Log.ReportedLater);
    }

    [Fact]
    public void People_are_not_counted_below_zero() =>
        Given([]).When(Report with { Affected = new(-1) }).ThenRefused(SetAffected.Negative);

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public void A_report_has_at_most_twenty_tags(int count, bool stands)
    {
        var story = Given([]).When(Report with { Tags = [.. Enumerable.Range(0, count).Select(i => $"tag {i}")] });
        if (stands)
            story.ThenTicket(t => Assert.Equal(count, t.Tags.Count));
        else
            story.ThenRefused(SetTags.TooMany);
    }
}
