using Microsoft.AspNetCore.Components.Endpoints;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Accounts;

namespace Stepdesk.Web.Shared;

/// <summary>
/// Which language a request is answered in: the one chosen in this browser (set from the person at sign-in), else
/// what the browser asks for, else the desk's.
/// </summary>
static class Reading
{
    public const string Cookie = "stepdesk-language";

    public static void UseWords(this WebApplication site) =>
        site.Use(
            async (context, next) =>
            {
                // Files and the API speak no sentences of this kind.
                if (context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
                {
                    var world = await context
                        .RequestServices.GetRequiredService<LiveWorld>()
                        .FindAsync(context.RequestAborted);
                    var language = Chosen(context.Request) ?? Asked(context.Request) ?? world?.Language ?? Language.En;
                    context.RequestServices.GetRequiredService<Words>().ReadBy(language, world);
                }
                await next(context);
            }
        );

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

    static Language? Asked(HttpRequest request) =>
        request
            .GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(l => l.Quality ?? 1)
            .Select(l => Of(l.Value.Value))
            .FirstOrDefault(l => l is not null);
}
