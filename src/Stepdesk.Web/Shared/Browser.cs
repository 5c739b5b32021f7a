using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Engine.Data;
using Stepdesk.Web.Accounts;
using Stepdesk.Web.Admin;
using Stepdesk.Web.Agents;
using Stepdesk.Web.Live;
using Stepdesk.Web.Portal;
using Stepdesk.Web.Practice;
using Stepdesk.Web.Queries;
using Stepdesk.Web.Reports;

namespace Stepdesk.Web.Shared;

/// <summary>Everything a browser is shown: pages, what they are made of, and how people sign in to them.</summary>
public static class Browser
{
    public static IServiceCollection AddBrowser(this IServiceCollection services, bool plain)
    {
        services.AddScoped(s => s.GetRequiredService<IDbContextFactory<Db>>().CreateDbContext());
        services.AddDataProtection().SetApplicationName("stepdesk").PersistKeysToDbContext<Db>();
        services.AddSignIn(plain);
        services.AddRights();
        services.AddPortal();
        services.AddHttpContextAccessor();
        services
            .AddScoped<Here>()
            .AddScoped<SourcesHere>()
            .AddScoped<LookupsHere>()
            .AddScoped<Elsewhere>()
            .AddScoped<Words>()
            .AddScoped<Visit>()
            .AddSingleton<Uploads>()
            .AddSingleton<SealedFindings>();
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = CookieNames.For("stepdesk-form", plain);
            o.Cookie.SecurePolicy = CookieNames.Secure(plain);
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.Path = "/"; // Else it would be one of the path a session's desk answers under.
            o.SuppressXFrameOptionsHeader = true; // It says less than SecurityHeaders does for every page.
        });
        services.AddRazorComponents(o => o.MaxFormMappingCollectionSize = 100);
        return services;
    }

    /// <summary>What stands before every endpoint; once, before anything is mapped.</summary>
    public static WebApplication UseBrowser(this WebApplication site, string publicUrl)
    {
        // Behind a proxy that speaks https for us the request itself says http, and its host may be the proxy's own
        // name for us or whatever a stranger wrote there: the address we are known by decides.
        if (publicUrl.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
        {
            var known = new HostString(new Uri(publicUrl).Authority);
            site.Use(
                (context, next) =>
                {
                    (context.Request.Scheme, context.Request.Host) = (Uri.UriSchemeHttps, known);
                    return next(context);
                }
            );
        }
        site.UseSecurityHeaders();
        site.UseWhen(
            context => !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal),
            pages =>
                pages
                    .UseExceptionHandler(
                        new ExceptionHandlerOptions
                        {
                            ExceptionHandlingPath = "/problem/500",
                            CreateScopeForErrors = true,
                            StatusCodeSelector = failure =>
                                failure is BadHttpRequestException unreadable ? unreadable.StatusCode
                                : Noted(site, failure) is null ? StatusCodes.Status500InternalServerError
                                : StatusCodes.Status503ServiceUnavailable,
                        }
                    )
                    .UseWhen(
                        context => Opened.By(context.Request),
                        opened =>
                            opened.UseStatusCodePagesWithReExecute("/problem/{0}", createScopeForStatusCodePages: true)
                    )
                    .Use(
                        async (context, next) =>
                        {
                            // A refused post would otherwise post to the page that explains the refusal.
                            if (context.Request.Path.StartsWithSegments("/problem", StringComparison.Ordinal))
                                context.Request.Method = HttpMethods.Get;
                            await next(context);
                            // What a page refuses before it is drawn has the type of a page and no page.
                            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null or 0 })
                                context.Response.ContentType = null;
                        }
                    )
                    .Use(next => context => Taken.SayAsync(context, next))
        );
        site.UseWhen(
            context => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase),
            api => api.Use(Api.Shape.GuardAsync)
        );
        // Who it is decides which desk they come in to, and that decides what there is to route to.
        site.UseAuthentication();
        site.UsePracticePath();
        // After the pages above, so that they are routed to when something goes wrong.
        site.UseRouting();
        site.UsePracticePages();
        site.UseAuthorization();
        site.Use(next => context => site.Services.GetRequiredService<RequestLimits>().HoldAsync(context, next));
        site.UseWhen(
            context => !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal),
            pages => pages.Use(next => context => PostSizes.HoldPageAsync(context, next))
        );
        site.UseAntiforgery();
        site.UseWords();
        return site;
    }

    static string? Noted(WebApplication site, Exception failure)
    {
        site.Services.GetRequiredService<Soundness>().Saw(failure);
        return Troubles.Say(failure);
    }

    public static WebApplication MapBrowser(this WebApplication site)
    {
        site.MapStaticAssets();
        site.MapRazorComponents<App>();
        site.MapPreferences();
        site.MapMessages();
        site.MapFiles();
        site.MapRecords();
        site.MapDrawnReports();
        site.MapStatements();
        site.MapMeasures();
        site.MapOriginals();
        site.MapPayloads();
        site.MapReports();
        site.MapPortal();
        site.MapLive();
        site.MapAlike();
        site.MapAdvice();
        site.MapTemplatePreview();
        site.MapWhileTyping();
        return site;
    }
}
