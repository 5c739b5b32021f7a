using System.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Stepdesk.Core.Broadcasts;
using Stepdesk.Core.History;
using Stepdesk.Core.Queries;
using Stepdesk.Core.Service;
using Stepdesk.Core.Templates;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Broadcasts;
using Stepdesk.Engine.Lookups;
using Stepdesk.Engine.Telemetry;
using Stepdesk.Engine.Templates;
using Stepdesk.Web.Api.Tickets;
using Stepdesk.Web.Queries;

namespace Stepdesk.Web.Api;

/// <summary>Every "no" of the API, as problem details whose type ends in the refusal's code.</summary>
static class Problems
{
    public const string Type = "urn:stepdesk:problem:";

    public static readonly Refusal SignInNeeded = new("sign-in-needed");
    public static readonly Refusal NothingHere = new("nothing-here");
    public static readonly Refusal WrongMethod = new("method-not-possible");
    public static readonly Refusal WrongContent = new("content-type-not-read");
    public static readonly Refusal TooLarge = new("body-is-too-large");
    public static readonly Refusal NotJson = new("json-cannot-be-read");
    public static readonly Refusal RequestUnclear = new("request-cannot-be-read");
    public static readonly Refusal CursorUnknown = new("cursor-is-unknown");
    public static readonly Refusal NoSuchFile = new("no-such-file");
    public static readonly Refusal Hindered = new("desk-is-hindered");
    public static readonly Refusal Broken = new("desk-has-failed");
    public static readonly Refusal FieldUnknown = new("field-is-unknown");
    public static readonly Refusal FieldTwice = new("field-is-given-twice");
    public static readonly Refusal VersionUnclear = new("version-cannot-be-read");
    public static readonly Refusal FieldMissing = new("field-is-missing");
    public static readonly Refusal FieldWrong = new("field-is-wrong");
    public static readonly Refusal ViewUnknown = new("view-is-unknown");

    /// <summary>The refusal with the field or the values it is about.</summary>
    public static Refusal About(this Refusal refusal, string what) => refusal with { Detail = what };

    /// <summary>The field or parameter is none of the words it could be.</summary>
    public static Refusal NoneOf<T>(string field)
        where T : struct, Enum => FieldWrong with { Detail = field, Choices = Choice.Words<T>() };

    public static ProblemHttpResult Of(Refusal refusal, Language language)
    {
        var status = StatusOf(refusal);
        return TypedResults.Problem(
            new ProblemDetails
            {
                Type = Type + refusal.Code,
                Status = status,
                Title = Text.Of($"status-{status}", language),
                Detail = Text.Of(refusal, language),
                Extensions = Extensions(refusal),
            }
        );
    }

    static Dictionary<string, object?> Extensions(Refusal refusal)
    {
        var more = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["code"] = refusal.Code,
            ["traceId"] = Activity.Current?.Id,
        };
        if (refusal.Parts is { } missing)
            more["missing"] = missing;
        return more;
    }

    /// <summary>The codes that are not conflicts, with their status.</summary>
    public static IReadOnlyDictionary<string, int> Codes => Statuses;

    static int StatusOf(Refusal refusal) => Statuses.GetValueOrDefault(refusal.Code, StatusCodes.Status409Conflict);

    // What is not listed is a rule of the desk and a conflict with how things stand.
    static readonly Dictionary<string, int> Statuses = new(StringComparer.Ordinal)
    {
        [Refusals.NoSuchTicket.Code] = StatusCodes.Status404NotFound,
        [Refusals.NotAllowed.Code] = StatusCodes.Status403Forbidden,
        [Refusals.Changed.Code] = StatusCodes.Status412PreconditionFailed,
        [Refusals.KeyReused.Code] = StatusCodes.Status422UnprocessableEntity,
        [SignInNeeded.Code] = StatusCodes.Status401Unauthorized,
        [NothingHere.Code] = StatusCodes.Status404NotFound,
        [Tokens.NoSuchToken.Code] = StatusCodes.Status404NotFound,
        [NoSuchFile.Code] = StatusCodes.Status404NotFound,
        [ApplyPolicy.NoSuchPolicy.Code] = StatusCodes.Status404NotFound,
        [ClockEndpoints.NoSuchClock.Code] = StatusCodes.Status404NotFound,
        [ClockEndpoints.NoSuchCalendar.Code] = StatusCodes.Status400BadRequest,
        [BroadcastAction.NoSuchBroadcast.Code] = StatusCodes.Status404NotFound,
        [Broadcasting.Changed.Code] = StatusCodes.Status412PreconditionFailed,
        [TemplateBook.NoSuchTemplate.Code] = StatusCodes.Status404NotFound,
        [Templating.Changed.Code] = StatusCodes.Status412PreconditionFailed,
        [LiquidText.TooLong.Code] = StatusCodes.Status422UnprocessableEntity,
        [LiquidText.VariableUnknown.Code] = StatusCodes.Status422UnprocessableEntity,
        [LiquidText.TagUnknown.Code] = StatusCodes.Status422UnprocessableEntity,
        [LiquidText.FilterUnknown.Code] = StatusCodes.Status422UnprocessableEntity,
        [LiquidText.Unreadable.Code] = StatusCodes.Status422UnprocessableEntity,
        [LiquidText.Unclosed.Code] = StatusCodes.Status422UnprocessableEntity,
        [LiquidText.TooDeep.Code] = StatusCodes.Status422UnprocessableEntity,
        [Filling.Failed.Code] = StatusCodes.Status422UnprocessableEntity,
        [WrongMethod.Code] = StatusCodes.Status405MethodNotAllowed,
        [WrongContent.Code] = StatusCodes.Status415UnsupportedMediaType,
        [TooLarge.Code] = StatusCodes.Status413PayloadTooLarge,
        [NotJson.Code] = StatusCodes.Status400BadRequest,
        [RequestUnclear.Code] = StatusCodes.Status400BadRequest,
        [QueryBook.NoSuchQuery.Code] = StatusCodes.Status404NotFound,
        [QueryBook.Changed.Code] = StatusCodes.Status412PreconditionFailed,
        [QueryBook.NameMissing.Code] = StatusCodes.Status400BadRequest,
        [QueryBook.NameTooLong.Code] = StatusCodes.Status400BadRequest,
        [TelemetrySources.Unknown.Code] = StatusCodes.Status404NotFound,
        [TelemetryQuestion.Empty.Code] = StatusCodes.Status400BadRequest,
        [TelemetryQuestion.TooLong.Code] = StatusCodes.Status400BadRequest,
        [TelemetryQuestion.Backwards.Code] = StatusCodes.Status400BadRequest,
        [Vetting.NotAllowed.Code] = StatusCodes.Status400BadRequest,
        [LookupSystems.Unknown.Code] = StatusCodes.Status404NotFound,
        [LookupQuestion.ParameterUnknown.Code] = StatusCodes.Status400BadRequest,
        [LookupQuestion.Missing.Code] = StatusCodes.Status400BadRequest,
        [LookupQuestion.TooLong.Code] = StatusCodes.Status400BadRequest,
        [LookupQuestion.NoEmail.Code] = StatusCodes.Status400BadRequest,
        [LookupQuestion.NoNumber.Code] = StatusCodes.Status400BadRequest,
        [LookupQuestion.NoCode.Code] = StatusCodes.Status400BadRequest,
        [LookupQuestion.Unfit.Code] = StatusCodes.Status400BadRequest,
        [AccountActing.NoSuchAction.Code] = StatusCodes.Status404NotFound,
        [EndAccountAct.NoSuchAct.Code] = StatusCodes.Status404NotFound,
        [SealedFindings.Unreadable.Code] = StatusCodes.Status400BadRequest,
        [KeepFinding.RemarkTooLong.Code] = StatusCodes.Status400BadRequest,
        [AlertRules.Changed.Code] = StatusCodes.Status412PreconditionFailed,
        [AlertRules.TooMany.Code] = StatusCodes.Status400BadRequest,
        [AlertRules.TooLong.Code] = StatusCodes.Status400BadRequest,
        [Limits.LimitWrong.Code] = StatusCodes.Status400BadRequest,
        [CursorUnknown.Code] = StatusCodes.Status400BadRequest,
        [FieldUnknown.Code] = StatusCodes.Status400BadRequest,
        [FieldTwice.Code] = StatusCodes.Status400BadRequest,
        [VersionUnclear.Code] = StatusCodes.Status400BadRequest,
        [PeopleEndpoints.AdministratorByToken.Code] = StatusCodes.Status403Forbidden,
        [FieldMissing.Code] = StatusCodes.Status400BadRequest,
        [FieldWrong.Code] = StatusCodes.Status400BadRequest,
        [ViewUnknown.Code] = StatusCodes.Status400BadRequest,
        [Hindered.Code] = StatusCodes.Status503ServiceUnavailable,
        [Broken.Code] = StatusCodes.Status500InternalServerError,
    };
}
