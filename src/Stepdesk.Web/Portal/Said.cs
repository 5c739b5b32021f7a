using Stepdesk.Core.History;
using Stepdesk.Core.Tickets;
using Stepdesk.Web.Agents;
using Stepdesk.Web.Shared;

namespace Stepdesk.Web.Portal;

/// <summary>An event as the customer may see it. What is not named here is internal: new events stay hidden until somebody decides.</summary>
public sealed record Said(Recorded What, bool IsMine, string Who, string? Text, IReadOnlyList<Attachment> Files)
{
    public static Said? Of(Recorded r, Guest guest, Words words)
    {
        var mine = r.Moment.Who.PersonId == guest.Person.Id;
        var support = words.Of("portal-team", ("who", Entry.NameOf(r.Moment.Who, guest.Sheet, words)));
        return r.What switch
        {
            Logged e => new(
                r,
                true,
                words[mine || r.Moment.Who.PersonId is null ? "portal-you" : "portal-for-you"],
                e.Description,
                e.Attachments
            ),
            CustomerWrote e => new(r, true, e.From ?? words["portal-you"], e.Text, e.Attachments),
            Replied e => new(r, false, support, e.Text, e.Attachments),
            HandedOver e => new(r, false, support, e.Text, e.Attachments),
            Resolved e => new(r, false, support, e.Text, e.Attachments),
            Confirmed e => new(
                r,
                true,
                words[e.OnBehalf ? "portal-confirmed-for" : "portal-confirmed"],
                e.OnBehalf ? null : e.Comment,
                []
            ),
            Disputed e => new(r, true, words["portal-disputed"], e.Reason, []),
            Reminded e => new(r, false, words.Of("portal-team", ("who", words.DeskName)), e.Text, []),
            RequesterTold e => new(r, false, words.Of("portal-team", ("who", words.DeskName)), e.Text, []),
            ClosedUnconfirmed => new(r, false, words["portal-closed-unconfirmed"], null, []),
            Closed or Cancelled => new(r, false, words["portal-closed"], null, []),
            Reopened => new(r, false, words["portal-reopened"], null, []),
            _ => null,
        };
    }
}
