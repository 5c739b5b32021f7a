using System.Globalization;
using Microsoft.Net.Http.Headers;
using Stepdesk.Core.People;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Door;

namespace Stepdesk.Web.Api;

/// <summary>Who calls, in which language they want to be answered, and on which terms they act.</summary>
sealed record Caller(Actor Me, Language Language, Terms Terms)
{
    public const string KeyHeader = "Idempotency-Key";

    public static ValueTask<Caller> BindAsync(HttpContext context) =>
        ValueTask.FromResult<Caller>(
            new(
                Shared.Me.Of(context.User)
                    ?? throw new InvalidOperationException("An endpoint asks for a caller without requiring one."),
                LanguageOf(context.Request),
                new()
                {
                    Key = context.Request.Headers[KeyHeader] is [{ Length: > 0 } key] ? key : null,
                    IfVersion = VersionOf(context.Request.Headers.IfMatch),
                }
            )
        );

    /// <summary>The first of our languages the caller asks for; English when there is none.</summary>
    public static Language LanguageOf(HttpRequest request) =>
        request
            .GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.Value?.Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(l => l is "vi" or "en")
            is "vi"
            ? Language.Vi
            : Language.En;

    public static string ETagOf(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>Whether a request names, as the version it read, what cannot be one.</summary>
    public static bool IsVersionUnclear(HttpRequest request) => VersionOf(request.Headers.IfMatch) is NoVersion;

    static int? VersionOf(Microsoft.Extensions.Primitives.StringValues header) =>
        header.Count == 0 ? null
        : !EntityTagHeaderValue.TryParseList(header, out var tags) || tags is not [var tag] ? NoVersion
        : tag.Equals(EntityTagHeaderValue.Any) ? null
        : !tag.IsWeak
        && int.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
        : NoVersion;

    const int NoVersion = -1;
}
