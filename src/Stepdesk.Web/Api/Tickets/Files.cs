using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Web.Api.Tickets;

/// <summary>Files that came or went with messages. They are handed over, never run or shown in the desk's own pages.</summary>
static class Files
{
    // Pictures no browser takes for a document. SVG is one, so it is not here.
    static readonly HashSet<string> SafeRasters = new(StringComparer.OrdinalIgnoreCase)
    {
        "image/png",
        "image/jpeg",
        "image/gif",
        "image/webp",
    };

    public static void MapFiles(this IEndpointRouteBuilder api) =>
        api.MapGet("/tickets/{id:int}/files/{version:int}/{index:int}", ReadFile)
            .WithTags("Tickets")
            .WithName(nameof(ReadFile))
            .WithSummary("Download a file of a message")
            .Produces<byte[]>(StatusCodes.Status200OK, "application/octet-stream")
            .Refuses(404);

    static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ReadFile(
        [Description("The ticket's id.")] int id,
        [Description("The version of the message.")] int version,
        [Description("Which of its files, from 0.")] int index,
        Caller caller,
        Reading reading,
        HttpResponse response,
        CancellationToken stop
    )
    {
        await using var open = await reading.OpenAsync(id, caller.Me, stop);
        if (open is null)
            return Problems.Of(Refusals.NoSuchTicket, caller.Language);
        var file = open
            .History.Where(e => e.Version == version)
            .Select(e => e.Read().What)
            .Where(what => Visibility.MayKnowOf(caller.Me, what))
            .SelectMany(what => Saying.Of(what)?.Files ?? [])
            .ElementAtOrDefault(index);
        var content = file is null ? null : await Engine.Mail.Files.ContentAsync(open.Db, file.Sha256, stop);
        if (content is null)
            return Problems.Of(Problems.NoSuchFile, caller.Language);

        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(
            content,
            SafeRasters.Contains(file!.Type) ? file.Type : "application/octet-stream",
            file.Name
        );
    }
}
