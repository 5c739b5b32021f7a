using Stepdesk.Core.Tickets;

namespace Stepdesk.Web.Api.Tickets;

/// <summary>One piece of evidence: an entry of the ticket, a file of it, or a link.</summary>
/// <param name="Version">The version of the ticket at which it was said.</param>
/// <param name="File">Which of the files of that entry, from 0; left out for its words.</param>
/// <param name="Link">A whole address, http or https; instead of a version.</param>
/// <param name="Note">What it shows.</param>
public sealed record NewPin(int? Version = null, int? File = null, string? Link = null, string? Note = null);

/// <summary>Specialists are asked for help. What is missing is refused by name, all of it at once.</summary>
/// <param name="Why">Why the desk cannot go on alone.</param>
/// <param name="To">As what they are asked.</param>
/// <param name="Person">The id of who is asked. Of person, team and email, name one.</param>
/// <param name="Team">The id of the team whose people are asked.</param>
/// <param name="Email">The address of who is asked, known to the desk or not.</param>
/// <param name="Channel">The name of a chat channel that is asked as well, or alone.</param>
/// <param name="Name">What to call them, should the desk not know them yet.</param>
/// <param name="Summary">What is wrong, in one line of up to 200 characters.</param>
/// <param name="Affected">How many people this is about; those of the ticket when left out.</param>
/// <param name="Since">Since when it is so.</param>
/// <param name="Tried">What was tried and looked at.</param>
/// <param name="Pins">The evidence, up to 20 pieces.</param>
/// <param name="Impact">Who cannot do what.</param>
/// <param name="Ask">What is asked of them.</param>
/// <param name="NextUpdateAt">When the requester is promised the next word.</param>
/// <param name="Short">A short alert: only why, whom, the summary and the ask; the rest is owed. Where the class promises it.</param>
/// <param name="Completes">The version of the short alert whose full package this is; it goes to the same people.</param>
/// <param name="Telling">What the requester is told; the desk's own words when left out.</param>
public sealed record NewEscalation(
    Ground? Why = null,
    Specialty? To = null,
    int? Person = null,
    int? Team = null,
    string? Email = null,
    string? Channel = null,
    string? Name = null,
    string? Summary = null,
    int? Affected = null,
    DateTimeOffset? Since = null,
    string? Tried = null,
    IReadOnlyList<NewPin>? Pins = null,
    string? Impact = null,
    string? Ask = null,
    DateTimeOffset? NextUpdateAt = null,
    bool Short = false,
    int? Completes = null,
    string? Telling = null
) : IBody
{
    TicketAction IBody.Action() => Escalate();

    internal Escalate Escalate() =>
        new(Why, To)
        {
            Person = Person,
            Team = Team,
            Channel = Channel,
            IsShort = Short,
            Completes = Completes,
            Telling = Telling,
            Package = new()
            {
                Summary = Summary ?? "",
                Affected = Affected,
                Since = Since,
                Tried = Tried ?? "",
                Pins = [.. (Pins ?? []).Select(p => new Pin(p.Version, p.File, p.Link, p.Note))],
                Impact = Impact ?? "",
                Ask = Ask ?? "",
                NextUpdateAt = NextUpdateAt,
            },
        };
}

/// <summary>An escalation is taken back.</summary>
/// <param name="Escalation">The version of the ticket that asked.</param>
/// <param name="Reason">Why help is not needed any more; those who were asked read it.</param>
public sealed record NewWithdrawal(int Escalation, string? Reason = null) : IBody
{
    TicketAction IBody.Action() => new WithdrawEscalation(Escalation, Reason ?? "");
}

/// <summary>What specialists answered elsewhere, such as by telephone; their mails come by themselves.</summary>
/// <param name="Escalation">The version of the ticket that asked.</param>
/// <param name="Text">What they said.</param>
public sealed record NewAnswer(int Escalation, string? Text = null) : IBody
{
    TicketAction IBody.Action() => new RecordAnswer(Escalation, Text ?? "");
}
