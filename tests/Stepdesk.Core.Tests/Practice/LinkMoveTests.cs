using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>What somebody else reported hangs together with the ticket; what nobody reported does not.</summary>
public sealed class LinkMoveTests
{
    static readonly DateTimeOffset Start = Shipped.Slow.Start;

    static readonly Move Create = new(
        "create",
        Fields.Of(("title", "LMS"), ("description", "chậm"), ("requester", "ha"), ("class", "priority"))
    );

    static Move Link(string requester, string kind = "has_duplicate") =>
        new("link", Fields.Of(("requester", requester), ("kind", kind)));

    static Session Begun() => Session.Begin(Shipped.Slow, 1, Language.Vi, "pool");

    [Theory]
    [InlineData("has_duplicate")]
    [InlineData("related")]
    public void Somebody_who_has_written_can_be_linked(string kind)
    {
        var session = Begun();
        Assert.Null(Trainee.Act(session, Create, Start.AddMinutes(2)));

        // The second class writes once the first has been left alone for three quarters of an hour.
        Assert.Null(Trainee.Act(session, Link("minh", kind), Start.AddMinutes(50)));

        var linked = Assert.Single(session.Events, e => e.Type == "ticket.linked");
        Assert.Equal(("minh", kind), (linked.Data.One("requester"), linked.Data.One("kind")));
    }

    [Theory]
    [InlineData("minh", "has_duplicate", "practice-no-report")]
    [InlineData("dev", "related", "practice-no-report")]
    [InlineData("ha", "has_duplicate", "practice-own-report")]
    [InlineData("nobody", "related", "practice-unknown-name")]
    [InlineData("minh", "cousin", "practice-field-unreadable")]
    public void What_does_not_hang_together_is_refused(string requester, string kind, string code)
    {
        var session = Begun();
        Assert.Null(Trainee.Act(session, Create, Start.AddMinutes(2)));

        Assert.Equal(code, Trainee.Act(session, Link(requester, kind), Start.AddMinutes(3))?.Code);
        Assert.DoesNotContain(session.Events, e => e.Type == "ticket.linked");
    }

    [Fact]
    public void There_has_to_be_a_ticket_first() =>
        Assert.Equal("practice-no-ticket", Trainee.Act(Begun(), Link("ha"), Start.AddMinutes(1))?.Code);
}
