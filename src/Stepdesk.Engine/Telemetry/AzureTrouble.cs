using System.Net;
using System.Net.Sockets;
using Azure;
using Azure.Identity;
using Stepdesk.Core.History;

namespace Stepdesk.Engine.Telemetry;

/// <summary>Everything that can come back instead of rows, and what it means to who asked.</summary>
static class AzureTrouble
{
    public static readonly Refusal SignInFailed = new("telemetry-sign-in-failed");
    public static readonly Refusal NotPermitted = new("telemetry-not-permitted");
    public static readonly Refusal NotFound = new("telemetry-not-found");
    public static readonly Refusal Busy = new("telemetry-is-busy");
    public static readonly Refusal Resting = new("telemetry-is-resting");
    public static readonly Refusal TooSlow = new("telemetry-took-too-long");
    public static readonly Refusal Unreachable = new("telemetry-cannot-be-reached");
    public static readonly Refusal Failing = new("telemetry-is-failing");
    public static readonly Refusal TooLarge = new("telemetry-answer-is-too-large");

    /// <summary>How long a source that failed is left alone when it does not say.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);
    public static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(5);

    /// <summary>Whether asking again at once would only make it worse.</summary>
    public static bool IsTheirs(Refusal refusal) =>
        refusal.Code == Busy.Code || refusal.Code == Failing.Code || refusal.Code == Unreachable.Code;

    public static TelemetryAnswer Read(HttpStatusCode status, byte[] body, TelemetryAnswer answer) =>
        (int)status switch
        {
            // No data in the workspace at all; an answer, and no rows.
            204 => answer with { Hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([])) },
            200 => AnswerJson.Read(body, answer),
            // A query that is wrong says where; any other 400 is a mistake of ours, and says what it can.
            400 => AnswerJson.ErrorOf(body) is { } error
                ? answer with
                {
                    Error = error,
                }
                : answer with
                {
                    Refusal = AnswerJson.Unreadable,
                },
            401 => answer with { Refusal = SignInFailed with { Detail = Said(body) } },
            403 => answer with { Refusal = NotPermitted with { Detail = Said(body) } },
            404 => answer with { Refusal = NotFound with { Detail = Said(body) } },
            408 or 504 => answer with { Refusal = TooSlow },
            413 => answer with { Refusal = TooLarge },
            >= 500 => answer with { Refusal = Failing with { Detail = $"{(int)status}" } },
            _ => answer with { Refusal = AnswerJson.Unreadable },
        };

    /// <summary>What an exception on the way means; null when it is nobody's but ours, or the caller's own stop.</summary>
    public static Refusal? Of(Exception failure, CancellationToken stop) =>
        failure switch
        {
            OperationCanceledException when stop.IsCancellationRequested => null,
            OperationCanceledException => TooSlow,
            AuthenticationFailedException or RequestFailedException => SignInFailed with { Detail = "" },
            HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => TooLarge,
            HttpRequestException or IOException or SocketException => Unreachable,
            _ => null,
        };

    // The code alone: a message may repeat what was sent.
    static string Said(byte[] body) => AnswerJson.ErrorOf(body)?.Code ?? "";
}
