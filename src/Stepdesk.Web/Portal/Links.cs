using Microsoft.AspNetCore.Http.HttpResults;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Mail;
using Stepdesk.Web.Agents;
using Stepdesk.Web.Shared;

namespace Stepdesk.Web.Portal;

/// <summary>What else answers behind a customer's link, and how often one address may post there.</summary>
static class Links
{
    /// <summary>The rate limit on posts to customers' pages.</summary>
    public const string Limit = "customer-page";

    public static IServiceCollection AddPortal(this IServiceCollection services) =>
        services.AddSingleton(new RequestLimit(Limit, Most: 60, Segments: 1));

    public static void MapPortal(this IEndpointRouteBuilder site) =>
        site.MapGet("/t/{token}/files/{sha256}", FetchAsync);

    static async Task<Results<FileContentHttpResult, NotFound>> FetchAsync(
        string token,
        string sha256,
        Signer signer,
        Visit visit,
        Db db
    ) =>
        await Guest.FindAsync(db, signer, token, visit.Stop) is { } guest
        && await Mailed.FindAsync(guest.Sheet, sha256, guest.Actor, db, visit.Stop) is var (file, content)
            ? Mailed.Download(file, content)
            : TypedResults.NotFound();
}
