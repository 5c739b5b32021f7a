using Microsoft.AspNetCore.Http.HttpResults;
using Stepdesk.Engine.Mail;
using Stepdesk.Web.Shared;

namespace Stepdesk.Web.Admin;

/// <summary>Mails that became no ticket, bit for bit as they came.</summary>
static class Originals
{
    public static void MapOriginals(this IEndpointRouteBuilder site) =>
        site.MapGet("/admin/mail/{id:long}", FetchAsync).RequireAuthorization(Rights.SeeMail);

    // Always as a download: what a stranger made is never opened in our origin.
    static async Task<Results<FileContentHttpResult, NotFound>> FetchAsync(long id, MailAside aside, Visit visit) =>
        await aside.RawAsync(id, visit.Stop) is { } raw
            ? TypedResults.File(raw, "application/octet-stream", $"mail-{id}.eml")
            : TypedResults.NotFound();
}
