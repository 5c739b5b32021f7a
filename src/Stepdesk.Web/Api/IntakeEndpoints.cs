using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Mail;

namespace Stepdesk.Web.Api;

/// <summary>What became of a mail.</summary>
/// <param name="Id">The id of its ticket; null when it is none's, such as a bounce that belongs nowhere.</param>
/// <param name="Number">What people call that ticket.</param>
/// <param name="Mail">The number it is stored under.</param>
/// <param name="State">Stored: it is safe and will be tried again. Handled. Quarantined: kept for somebody to look at.</param>
/// <param name="Error">Why it is in quarantine.</param>
public sealed record MailTaken(int? Id, int? Number, long Mail, MailState State, string? Error);

/// <summary>Mail that reaches the desk by another way than its mailbox.</summary>
static class IntakeEndpoints
{
    const long LongestMail = 25 * 1024 * 1024;
    const string Mail = "message/rfc822";

    public static void MapIntake(this IEndpointRouteBuilder api) =>
        api.MapPost("/intake/mail", TakeMail)
            .WithTags("Intake")
            .WithName(nameof(TakeMail))
            .WithSummary("Hand in a mail, raw as it came")
            .WithDescription(
                "For those who may log tickets. Answered only once the mail is stored for good; the same mail handed in twice is one mail and one ticket."
            )
            .Accepts<byte[]>(Mail)
            .WithMetadata(new BodyLimit(LongestMail))
            .Refuses(400, 403, 413, 415);

    static async Task<Results<Created<MailTaken>, ProblemHttpResult>> TakeMail(
        Stream body,
        Caller caller,
        Inbox inbox,
        IDbContextFactory<Db> databases,
        CancellationToken stop
    )
    {
        if (!Permissions.MayHandInMail(caller.Me))
            return Problems.Of(Refusals.NotAllowed, caller.Language);
        using var raw = new MemoryStream();
        await body.CopyToAsync(raw, stop);
        if (raw.Length == 0)
            return Problems.Of(Problems.RequestUnclear, caller.Language);

        // The mailbox it is filed under says who handed it in.
        var taken = await inbox.IntakeAsync(raw.ToArray(), MailRow.HandedInBy(caller.Me.Id), stop);
        await using var db = await databases.CreateDbContextAsync(stop);
        var number = await db
            .Tickets.Where(t => t.Id == taken.Ticket)
            .Select(t => (int?)t.Number)
            .SingleOrDefaultAsync(stop);
        return TypedResults.Created(
            taken.Ticket is { } ticket ? $"{Api.Root}/tickets/{ticket}" : null,
            new MailTaken(taken.Ticket, number, taken.Mail, taken.State, taken.Error)
        );
    }
}
