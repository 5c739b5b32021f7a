using System.Globalization;
using System.Security.Cryptography;
using Stepdesk.Core.History;

namespace Stepdesk.Engine.Data;

/// <summary>The names of streams, and the one way to add to them.</summary>
public static class Streams
{
    public static string Ticket(int id) => string.Create(CultureInfo.InvariantCulture, $"ticket/{id}");

    /// <summary>The ticket a stream is about; null when it is about something else.</summary>
    public static int? TicketIdOf(string stream) =>
        stream.StartsWith("ticket/", StringComparison.Ordinal)
        && int.TryParse(stream.AsSpan("ticket/".Length), CultureInfo.InvariantCulture, out var id)
            ? id
            : null;

    public static string Person(int id) => string.Create(CultureInfo.InvariantCulture, $"person/{id}");

    /// <summary>What the desk promises in a world.</summary>
    public static string Policy(int world) => string.Create(CultureInfo.InvariantCulture, $"policy/{world}");

    /// <summary>The stages of a team's board, or of the tickets that have no team.</summary>
    public static string Stages(int world, int? team) =>
        string.Create(CultureInfo.InvariantCulture, $"stages/{world}/{team ?? 0}");

    /// <summary>How a team gives out its tickets.</summary>
    public static string Assignment(int world, int team) =>
        string.Create(CultureInfo.InvariantCulture, $"assignment/{world}/{team}");

    /// <summary>The texts that messages are begun from in a world.</summary>
    public static string Templates(int world) => string.Create(CultureInfo.InvariantCulture, $"templates/{world}");

    /// <summary>What many were told of known incidents in a world.</summary>
    public static string Broadcasts(int world) => string.Create(CultureInfo.InvariantCulture, $"broadcasts/{world}");

    /// <summary>What becomes of the alerts of monitoring.</summary>
    public static string AlertRules(int world) => string.Create(CultureInfo.InvariantCulture, $"alert-rules/{world}");

    /// <summary>The queries of telemetry that are kept in a world.</summary>
    public static string Queries(int world) => string.Create(CultureInfo.InvariantCulture, $"queries/{world}");

    /// <summary>What real sources of telemetry were asked.</summary>
    public static string QueryRuns(int world) => string.Create(CultureInfo.InvariantCulture, $"query-runs/{world}");

    /// <summary>What simulated platforms were asked at a desk.</summary>
    public static string QueryTries(int world) => string.Create(CultureInfo.InvariantCulture, $"query-tries/{world}");

    /// <summary>Which runs mentors judge blind, and what they made of them.</summary>
    public static string Calibration(int world) => string.Create(CultureInfo.InvariantCulture, $"calibration/{world}");

    public static string World(int id) => string.Create(CultureInfo.InvariantCulture, $"world/{id}");

    /// <summary>What happened in a practice session.</summary>
    public static string Session(int id) => string.Create(CultureInfo.InvariantCulture, $"session/{id}");

    /// <summary>Adds an event after the last row of its stream, chained to it. The caller holds the stream.</summary>
    public static HistoryRow Append(
        this Db db,
        string stream,
        int world,
        HistoryRow? previous,
        Moment moment,
        DateTimeOffset recordedAt,
        Event what,
        string? cause = null
    )
    {
        var skeleton = new Skeleton(
            stream,
            (previous?.Version ?? 0) + 1,
            world,
            moment.When,
            recordedAt,
            moment.Who.Id,
            EventNames.NameOf(what),
            cause
        );
        var row = HistoryRow.After(previous, skeleton, what, RandomNumberGenerator.GetBytes(Chain.SaltSize));
        db.History.Add(row);
        return row;
    }

    /// <summary>Both databases keep microseconds, so an instant must hold nothing finer before it is hashed.</summary>
    public static DateTimeOffset ToMicroseconds(this DateTimeOffset at) =>
        new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
