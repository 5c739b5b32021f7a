using System.Globalization;
using System.Net.Sockets;
using Stepdesk.Core.History;

namespace Stepdesk.Engine.Lookups;

/// <summary>Everything that can come back instead of an answer, and what it means to who asked.</summary>
static class LookupTrouble
{
    public static readonly Refusal Busy = new("lookup-is-busy");
    public static readonly Refusal TooSlow = new("lookup-took-too-long");
    public static readonly Refusal Unreachable = new("lookup-cannot-be-reached");
    public static readonly Refusal Failing = new("lookup-is-failing");
    public static readonly Refusal NotLetIn = new("lookup-not-let-in");
    public static readonly Refusal NotFound = new("lookup-not-found");
    public static readonly Refusal LedAway = new("lookup-was-led-away");
    public static readonly Refusal TooLarge = new("lookup-answer-is-too-large");
    public static readonly Refusal Empty = new("lookup-answer-is-empty");
    public static readonly Refusal Unreadable = new("lookup-answer-is-unreadable");
    public static readonly Refusal FieldsMissing = new("lookup-answer-lacks-fields");
    public static readonly Refusal Unexpected = new("lookup-answer-is-unexpected");

    /// <summary>How long a system that is busy is left alone when it does not say, and at most when it does.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(5);

    /// <summary>Why an answer of this status is none; null when it is one.</summary>
    public static Refusal? Of(int status) =>
        status switch
        {
            200 => null,
            204 => Empty,
            401 or 403 => NotLetIn with { Detail = Written(status) },
            404 or 410 => NotFound with { Detail = Written(status) },
            408 or 504 => TooSlow,
            413 => TooLarge,
            >= 500 => Failing with { Detail = Written(status) },
            _ => Unexpected with { Detail = Written(status) },
        };

    /// <summary>What an exception on the way means; null when it is nobody's but ours, or the caller's own stop.</summary>
    public static Refusal? Of(Exception failure, CancellationToken stop) =>
        failure switch
        {
            OperationCanceledException when stop.IsCancellationRequested => null,
            OperationCanceledException => TooSlow,
            HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => TooLarge,
            // What was packed and cannot be unpacked.
            InvalidDataException => Unreadable,
            HttpRequestException or IOException or SocketException => Unreachable,
            _ => null,
        };

    /// <summary>Whether the system may have heard what it was asked: only before there is a connection it has not.</summary>
    public static bool WasSent(Exception failure) =>
        failure
            is not HttpRequestException
            {
                HttpRequestError: HttpRequestError.ConnectionError
                    or HttpRequestError.NameResolutionError
                    or HttpRequestError.SecureConnectionError
            };

    public static string Seconds(TimeSpan time) =>
        Math.Max(1, Math.Ceiling(time.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    static string Written(int status) => status.ToString(CultureInfo.InvariantCulture);
}
