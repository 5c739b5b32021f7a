using Microsoft.AspNetCore.Http.HttpResults;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Mail;
using Stepdesk.Web.Shared;

namespace Stepdesk.Web.Agents;

/// <summary>What customers sent, as they sent it: formatted text and files. Shown apart, with nothing allowed.</summary>
static class Mailed
{
    /// <summary>
    /// For a document that a stranger wrote. It was made safe before it was stored; this holds if that failed: no
    /// script, no request, an origin of its own, and only our own page may frame it.
    /// </summary>
    const string Policy =
        "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; "
        + "frame-ancestors 'self'";

    public static void MapMessages(this IEndpointRouteBuilder site) =>
        site.MapGet("/tickets/{id:int}/messages/{version:int}", ShowAsync).RequireAuthorization().InPractice();

    public static void MapFiles(this IEndpointRouteBuilder site) =>
        site.MapGet("/tickets/{id:int}/files/{sha256}", FetchAsync).RequireAuthorization().InPractice();

    static async Task<Results<ContentHttpResult, NotFound>> ShowAsync(
        int id,
        int version,
        Visit visit,
        Here here,
        Db db
    )
    {
        var sheet = await Sheet.ReadAsync(db, here.World.Id, id, visit.Me, visit.Stop);
        var html = sheet?.History.FirstOrDefault(r => r.Version == version)?.What switch
        {
            Logged e => e.Html,
            CustomerWrote e => e.Html,
            PartyWrote e => e.Html,
            ApproverWrote e => e.Html,
            _ => null,
        };
        if (html is null)
            return TypedResults.NotFound();
        visit.Http.Response.Headers.ContentSecurityPolicy = Policy;
        visit.Http.Response.Headers.XFrameOptions = "SAMEORIGIN";
        return TypedResults.Content(
            $"<!DOCTYPE html><meta charset=\"utf-8\"><base target=\"_blank\"><style>{Style}</style>{html}",
            "text/html; charset=utf-8"
        );
    }

    // Mails are written for white paper.
    const string Style =
        "body{font:15px/1.5 sans-serif;color:#1b1f24;background:#fff;margin:12px;overflow-wrap:anywhere}";

    static async Task<Results<FileContentHttpResult, NotFound>> FetchAsync(
        int id,
        string sha256,
        Visit visit,
        Here here,
        Db db
    ) =>
        await Sheet.ReadAsync(db, here.World.Id, id, visit.Me, visit.Stop) is { } sheet
        && await FindAsync(sheet, sha256, visit.Me, db, visit.Stop) is var (file, content)
            ? Download(file, content)
            : TypedResults.NotFound();

    /// <summary>A file of this ticket by its hash; a hash alone opens nothing.</summary>
    public static async Task<(Attachment File, byte[] Content)?> FindAsync(
        Sheet sheet,
        string sha256,
        Actor reader,
        Db db,
        CancellationToken stop
    )
    {
        var file = sheet
            .History.Where(r => Visibility.MayKnowOf(reader, r.What))
            .SelectMany(r => Files.Of(r.What))
            .FirstOrDefault(f => f.Sha256 == sha256);
        if (file is null)
            return null;
        var content = await Files.ContentAsync(db, sha256, stop);
        return content is null ? null : (file, content);
    }

    /// <summary>Always as a download: what a stranger made is never opened in our origin.</summary>
    public static FileContentHttpResult Download(Attachment file, byte[] content) =>
        TypedResults.File(content, FileNames.Type(file.Type), FileNames.Safe(file.Name));
}
