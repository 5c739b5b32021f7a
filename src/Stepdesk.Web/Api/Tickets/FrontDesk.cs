using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Web.Api.Tickets;

/// <summary>Who asked for help.</summary>
/// <param name="Name">As they are called; their address when left out.</param>
public sealed record NewRequester(string Email, string? Name = null);

/// <summary>A ticket to be logged.</summary>
/// <param name="Title">Up to 200 characters.</param>
/// <param name="Requester">Left out by a customer, who is the requester.</param>
/// <param name="Channel">How the report reached the desk.</param>
/// <param name="ReportedAt">When it was reported; now, when left out. The promises count from here.</param>
/// <param name="Team">The id of the team that takes it.</param>
/// <param name="Class">The class of service. A deadline alone means fixed_deadline.</param>
/// <param name="Justification">Why this class. Left out, history says that no reason was given.</param>
/// <param name="Affected">How many people cannot work as they should.</param>
/// <param name="Deadline">By when a fixed_deadline ticket is needed.</param>
public sealed record NewTicket(
    string? Title = null,
    string? Description = null,
    NewRequester? Requester = null,
    Channel Channel = Channel.Api,
    DateTimeOffset? ReportedAt = null,
    int? Team = null,
    ClassOfService? Class = null,
    string? Justification = null,
    Affected? Affected = null,
    DateTimeOffset? Deadline = null,
    string? Category = null,
    IReadOnlyList<string>? Tags = null
)
{
    internal Log For(int requester, Language language) =>
        new(Title ?? "", Description ?? "", requester, Channel)
        {
            ReportedAt = ReportedAt,
            Team = Team,
            Class = (Class ?? (Deadline is null ? null : ClassOfService.FixedDeadline)) is { } wanted
                ? new(wanted, Justification ?? Reason(language)) { Affected = Affected, Deadline = Deadline }
                : null,
            Affected = Affected,
            Category = Category,
            Tags = Tags ?? [],
        };

    // A class may be named without a reason here, and nobody makes one up for whoever named it.
    string Reason(Language language) =>
        Text.Of(Class is null ? "justification-deadline" : "justification-none", language);
}

/// <summary>Logs a ticket for whoever asked for help.</summary>
sealed class FrontDesk(IDbContextFactory<Db> databases, Desk desk, People people, Worlds worlds)
{
    public async Task<Outcome> LogAsync(NewTicket wanted, Caller caller, CancellationToken stop)
    {
        // Asked before anybody is made known: a refused ticket leaves no customer behind.
        var draft = wanted.For(requester: 0, caller.Language);
        var refusal = Permissions.May(caller.Me, draft)
            ? draft.Decide(Ticket.Unlogged, new(worlds.Live.Now, caller.Me)).Refusal
            : Refusals.NotAllowed;
        var requester = 0;
        refusal ??= await TeamAsync(wanted, stop);
        if (refusal is null)
            (requester, refusal) = await RequesterAsync(wanted, caller, stop);
        return refusal is null
            ? await desk.LogAsync(worlds.Live.Id, wanted.For(requester, caller.Language), caller.Me, caller.Terms, stop)
            : new(0, 0, [], refusal);
    }

    async Task<Refusal?> TeamAsync(NewTicket wanted, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await Assignees.CheckTeamAsync(db, worlds.Live.Id, wanted.Team, stop);
    }

    async Task<(int Person, Refusal? Refusal)> RequesterAsync(NewTicket wanted, Caller caller, CancellationToken stop)
    {
        if (wanted.Requester is null)
            return caller.Me.IsStaff
                ? (0, Problems.FieldMissing.About("requester"))
                : (caller.Me.PersonId!.Value, null);
        if (!People.IsAddress(wanted.Requester.Email))
            return (0, People.EmailInvalid);
        if (!caller.Me.IsStaff)
            return await IsAsync(caller, wanted.Requester.Email, stop)
                ? (caller.Me.PersonId!.Value, null)
                : (0, Refusals.NotAllowed);
        var person = await people.CustomerAsync(
            wanted.Requester.Name ?? "",
            wanted.Requester.Email,
            caller.Language,
            stop
        );
        return (person.Id, null);
    }

    // Looked up by the caller's own id: a customer learns nothing about other addresses.
    async Task<bool> IsAsync(Caller caller, string email, CancellationToken stop)
    {
        var key = People.KeyOf(email);
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.People.AnyAsync(p => p.Id == caller.Me.PersonId && p.EmailKey == key, stop);
    }
}
