using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Stepdesk.Engine.Accounts;
using Stepdesk.Web.Shared;

namespace Stepdesk.Web.Api;

/// <summary>Signs a program in by <c>Authorization: Bearer sd_…</c>, looked up anew on every request.</summary>
sealed class BearerTokens(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logs,
    UrlEncoder encoder,
    Tokens tokens
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string SchemeName = "Token";
    const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();
        if (await tokens.FindAsync(header[Bearer.Length..].Trim(), Context.RequestAborted) is not { } person)
            return AuthenticateResult.Fail("The token is unknown or was revoked.");
        var identity = new ClaimsIdentity(Me.Claims(person.Id, person.Role), SchemeName);
        return AuthenticateResult.Success(new(new(identity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.Of(Problems.SignInNeeded, Caller.LanguageOf(Request)).ExecuteAsync(Context);
    }
}
