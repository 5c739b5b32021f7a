using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Stepdesk.Core.History;
using Stepdesk.Engine.Data;
using Stepdesk.Web.Shared;

namespace Stepdesk.Web.Api;

/// <summary>The most bytes a body may have; the last one named on an endpoint counts.</summary>
sealed record BodyLimit(long Bytes);

/// <summary>Answers requests whose shape is wrong, so that no endpoint meets them and no answer is without words.</summary>
static partial class Shape
{
    public static Task AnswerAsync(HttpContext context, RequestDelegate next) =>
        context.GetEndpoint()?.Metadata.GetMetadata<BodyLimit>() is { } limit
            ? PostSizes.HoldAsync(
                context,
                limit.Bytes,
                () => SayAsync(context, Problems.TooLarge),
                () => AnswerSoundAsync(context, next)
            )
            : AnswerSoundAsync(context, next);

    static async Task AnswerSoundAsync(HttpContext context, RequestDelegate next)
    {
        if (Caller.IsVersionUnclear(context.Request))
        {
            await SayAsync(context, Problems.VersionUnclear);
            return;
        }
        // A misspelt filter would otherwise be no filter, and nobody would notice.
        if (UnknownOf(context) is { } unknown)
        {
            await SayAsync(context, Problems.FieldUnknown.About(unknown));
            return;
        }
        if ((context.Request.Headers[Caller.KeyHeader].Count > 1 ? Caller.KeyHeader : TwiceOf(context)) is { } twice)
        {
            await SayAsync(context, Problems.FieldTwice.About(twice));
            return;
        }
        await next(context);
        if (!context.Response.HasStarted && (UnsaidOf(context) ?? Unsaid(context.Response.StatusCode)) is { } refusal)
            await SayAsync(context, refusal);
    }

    /// <summary>Answers what went wrong with a request, from before it is known whose it is.</summary>
    public static async Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            await SayAsync(context, Of(bad));
        }
        catch (Exception failure) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            // The answer is the problem; the log has the failure.
            Log.Failed(
                context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Stepdesk.Api"),
                failure
            );
            context.RequestServices.GetRequiredService<Soundness>().Saw(failure);
            await SayAsync(context, Troubles.Say(failure) is null ? Problems.Broken : Problems.Hindered);
        }
    }

    static Task SayAsync(HttpContext context, Refusal refusal) =>
        Problems.Of(refusal, Caller.LanguageOf(context.Request)).ExecuteAsync(context);

    static string? UnknownOf(HttpContext context) =>
        context.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<BodyLimit>() is not null
            ? context.Request.Query.Keys.FirstOrDefault(said =>
                !endpoint
                    .Metadata.GetOrderedMetadata<IParameterBindingMetadata>()
                    .Any(p => p.Name.Equals(said, StringComparison.OrdinalIgnoreCase))
            )
            : null;

    static string? TwiceOf(HttpContext context) =>
        context
            .GetEndpoint()
            ?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>()
            .FirstOrDefault(p =>
                context.Request.Query[p.Name].Count > 1 && p.ParameterInfo.ParameterType is { IsArray: false }
            )
            ?.Name;

    // What binds a request does not say which of the parameters that may be left out it could not read.
    static Refusal? UnsaidOf(HttpContext context) =>
        context.Response.StatusCode is StatusCodes.Status400BadRequest
        && context
            .GetEndpoint()
            ?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>()
            .FirstOrDefault(p => p.HasTryParse && !IsReadable(p, context.Request.Query[p.Name]))
            is { } parameter
            ? Problems.FieldWrong.About(parameter.Name)
            : null;

    static bool IsReadable(IParameterBindingMetadata parameter, string? said)
    {
        if (string.IsNullOrEmpty(said))
            return true;
        var type = parameter.ParameterInfo.ParameterType;
        try
        {
            return TypeDescriptor
                .GetConverter(Nullable.GetUnderlyingType(type) ?? type)
                .ConvertFromString(null, CultureInfo.InvariantCulture, said)
                is not null;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or NotSupportedException)
        {
            return false;
        }
    }

    static Refusal? Unsaid(int status) =>
        status switch
        {
            StatusCodes.Status404NotFound => Problems.NothingHere,
            StatusCodes.Status405MethodNotAllowed => Problems.WrongMethod,
            StatusCodes.Status413PayloadTooLarge => Problems.TooLarge,
            StatusCodes.Status415UnsupportedMediaType => Problems.WrongContent,
            StatusCodes.Status400BadRequest => Problems.RequestUnclear,
            _ => null,
        };

    static Refusal Of(BadHttpRequestException bad) =>
        bad.InnerException is JsonException json ? Of(json)
        : Parameter().Match(bad.Message) is { Success: true } parameter
            ? Problems.FieldWrong.About(parameter.Groups["name"].Value)
        : Unsaid(bad.StatusCode) ?? Problems.RequestUnclear;

    // The framework tells these apart by their messages only. Tests would notice if it changed its words.
    static Refusal Of(JsonException json) =>
        json.InnerException is JsonException ? Problems.NotJson
        : Unmapped().Match(json.Message) is { Success: true } unmapped
            ? Problems.FieldUnknown.About(unmapped.Groups["name"].Value)
        : Twice().Match(json.Message) is { Success: true } twice ? Problems.FieldTwice.About(twice.Groups["name"].Value)
        : Missing().Match(json.Message) is { Success: true } missing
            ? Problems.FieldMissing.About(missing.Groups["name"].Value)
        : json.Path is ['$', '.', .. var field]
            ? Problems.FieldWrong with
            {
                Detail = field,
                Choices = (json as Json.NoSuchWordException)?.Words,
            }
        : Problems.NotJson;

    [GeneratedRegex("""^Failed to bind parameter "[^"]* (?<name>\w+)" """, RegexOptions.None, 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex("^The JSON property '(?<name>[^']*)' could not be mapped", RegexOptions.None, 1000)]
    private static partial Regex Unmapped();

    [GeneratedRegex("^Duplicate property '(?<name>[^']*)' encountered", RegexOptions.None, 1000)]
    private static partial Regex Twice();

    [GeneratedRegex("missing required properties including: '(?<name>[^']*)'", RegexOptions.None, 1000)]
    private static partial Regex Missing();

    static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A request failed.")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
