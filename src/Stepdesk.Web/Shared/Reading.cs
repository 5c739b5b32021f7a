using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Mail;

namespace Stepdesk.Web.Shared;

/// <summary>
/// Which language a request is answered in: the one chosen in this browser (set from the person at sign-in), else
/// that of the customer whose link it is, else what the browser asks for, else the desk's.
/// </summary>
static class Reading
{
    public const string Cookie = "stepdesk-language";

    public static void UseWords(this WebApplication site) =>
        site.Use(
            async (context, next) =>
            {
                // Files and the API speak no sentences of this kind.
                if (
                    context.GetEndpoint()?.Metadata is { } endpoint
                    && (
                        endpoint.GetMetadata<ComponentTypeMetadata>() is not null
                        || endpoint.GetMetadata<SpeaksMetadata>() is not null
                    )
                )
                {
                    var world = context.Features.Get<Entered>()?.Row ?? await LiveAsync(context);
                    var language =
                        Chosen(context.Request)
                        ?? await GuestsAsync(context)
                        ?? Asked(context.Request)
                        ?? world?.Language
                        ?? Language.En;
                    context.RequestServices.GetRequiredService<Words>().ReadBy(language, world);
                }
                await next(context);
            }
        );

    // The page that says that the database is away is shown without it.
    static async Task<WorldRow?> LiveAsync(HttpContext context)
    {
        try
        {
            return await context.RequestServices.GetRequiredService<LiveWorld>().FindAsync(context.RequestAborted);
        }
        catch (Exception failure)
            when (Troubles.Say(failure) is not null
                && context.Request.Path.StartsWithSegments("/problem", StringComparison.Ordinal)
            )
        {
            return null;
        }
    }

    /// <summary>Lets an endpoint that answers with a piece of a page speak its reader's language, as pages do.</summary>
    public static TBuilder Speaks<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new SpeaksMetadata());

    sealed record SpeaksMetadata;

    /// <summary>The language this browser was told to use, if it was.</summary>
    public static Language? Chosen(HttpRequest request) => Of(request.Cookies[Cookie]);

    /// <summary>Remembers the language in this browser.</summary>
    public static void Choose(HttpContext context, Language language) =>
        Preferences.Keep(context, Cookie, language.ToString().ToLowerInvariant());

    public static Language? Of(string? code) =>
        code?.Split('-')[0].ToLowerInvariant() switch
        {
            "en" => Language.En,
            "vi" => Language.Vi,
            _ => null,
        };

    // Here and not on the page: the page's frame is written before the page.
    static async Task<Language?> GuestsAsync(HttpContext context)
    {
        var services = context.RequestServices;
        if (
            context.GetRouteValue("token") is not string token
            || PersonOf(services.GetRequiredService<Signer>(), token) is not { } person
        )
            return null;
        return await services
            .GetRequiredService<Db>()
            .People.Where(p => p.Id == person)
            .Select(p => (Language?)p.Language)
            .SingleOrDefaultAsync(context.RequestAborted);
    }

    // The token of a customer's link or of an approver's: none is both.
    static int? PersonOf(Signer signer, string token) =>
        signer.ReadLink(token)?.Person ?? signer.ReadApprovalLink(token)?.Person;

    static Language? Asked(HttpRequest request) =>
        request
            .GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(l => l.Quality ?? 1)
            .Select(l => Of(l.Value.Value))
            .FirstOrDefault(l => l is not null);
}
