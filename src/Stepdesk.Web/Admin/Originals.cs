using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Stepdesk.Engine.Alerts;
using Stepdesk.Engine.Mail;
using Stepdesk.Web.Shared;

namespace Stepdesk.Web.Admin;

/// <summary>Mails that became no ticket, bit for bit as they came; and alerts, without what opens doors.</summary>
static class Originals
{
    public static void MapOriginals(this IEndpointRouteBuilder site) =>
        site.MapGet("/admin/mail/{id:long}", FetchAsync).RequireAuthorization(Rights.SeeMail);

    public static void MapPayloads(this IEndpointRouteBuilder site) =>
        site.MapGet("/admin/alerts/{id:long}", FetchAlertAsync).RequireAuthorization(Rights.SetAlertRules);

    // Always as a download: what a stranger made is never opened in our origin.
    static async Task<Results<FileContentHttpResult, NotFound>> FetchAsync(long id, MailAside aside, Visit visit) =>
        await aside.RawAsync(id, visit.Stop) is { } raw
            ? TypedResults.File(raw, "application/octet-stream", $"mail-{id}.eml")
            : TypedResults.NotFound();

    static async Task<Results<FileContentHttpResult, NotFound>> FetchAlertAsync(
        long id,
        AlertShelf shelf,
        Visit visit
    ) =>
        await shelf.PayloadAsync(id, visit.Stop) is { } payload
            ? TypedResults.File(Encoding.UTF8.GetBytes(payload), "application/octet-stream", $"alert-{id}.json")
            : TypedResults.NotFound();
}
