using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Scalar.AspNetCore;
using Stepdesk.Core.History;
using Stepdesk.Core.Words;
using Stepdesk.Web.Api.Tickets;

namespace Stepdesk.Web.Api;

/// <summary>The REST face of the desk, version 1.</summary>
public static class Api
{
    public const string Root = "/api/v1";

    /// <summary>Bytes a JSON body may have; no text of the desk comes near it.</summary>
    public const long LongestJson = 1_000_000;

    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services
            .AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, BearerTokens>(BearerTokens.SchemeName, configureOptions: null);
        services.AddAuthorization();
        services.ConfigureHttpJsonOptions(options => Json.Configure(options.SerializerOptions));
        // What does not bind is answered in one place, by Shape, and in the caller's language.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddSingleton<FrontDesk>().AddSingleton<Reading>();
        services.AddOpenApi("v1", Describe.Configure);
        return services;
    }

    public static WebApplication MapApi(this WebApplication site)
    {
        site.UseWhen(
            context => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase),
            api => api.Use(Shape.AnswerAsync)
        );
        var api = site.MapGroup(Root)
            .RequireAuthorization(
                new AuthorizationPolicyBuilder(BearerTokens.SchemeName).RequireAuthenticatedUser().Build()
            )
            .WithMetadata(new BodyLimit(LongestJson));
        api.AddEndpointFilter(RefuseHolesAsync);
        api.MapTickets();
        api.MapChanges();
        api.MapEscalations();
        api.MapApprovals();
        api.MapFixedWork();
        api.MapBulk();
        api.MapClocks();
        api.MapLookalikes();
        api.MapSuggestion();
        api.MapReadings();
        api.MapFiles();
        api.MapPolicies();
        api.MapHolidays();
        api.MapReports();
        api.MapTelemetry();
        api.MapQueries();
        api.MapLookups();
        api.MapAlertRules();
        api.MapPeople();
        api.MapTeams();
        api.MapTokens();
        api.MapStages();
        api.MapTemplates();
        api.MapBroadcasts();
        api.MapOverrides();
        api.MapLists();
        api.MapIntake();

        site.MapOpenApi();
        site.MapScalarApiReference("/docs/api", ShowPage);
        return site;
    }

    // A hole in a list is as wrong as a word that is none of a field's.
    static ValueTask<object?> RefuseHolesAsync(EndpointFilterInvocationContext asked, EndpointFilterDelegate next) =>
        asked.Arguments.Select(Sound.Check).FirstOrDefault(flaw => flaw is not null) is { Detail: { } field }
            ? ValueTask.FromResult<object?>(
                Problems.Of(
                    Problems.FieldWrong.About(field),
                    asked.Arguments.OfType<Caller>().FirstOrDefault()?.Language ?? Language.En
                )
            )
            : next(asked);

    // Everything the page needs is in the package; its one script of its own is let in by a nonce. Its styles are made
    // while it runs, which no nonce can name.
    static void ShowPage(ScalarOptions scalar, HttpContext context)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; font-src 'self' data:; object-src 'none'; base-uri 'self'; frame-ancestors 'none'";
        scalar.WithTitle("Stepdesk API").WithNonce(nonce).DisableDefaultFonts().DisableTelemetry().DisableAgent();
    }
}
