using Stepdesk.Core.History;
using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Diagnostics;

namespace Stepdesk.Engine.Telemetry;

/// <summary>
/// Somewhere telemetry can be asked for: a subscription of Azure, or a simulated platform. Both answer in the shape of
/// Azure's query API, so nobody who shows, keeps or exports an answer needs to know which it was.
/// </summary>
public interface ITelemetrySource
{
    /// <summary>What people call it; unique within a desk.</summary>
    string Name { get; }

    TelemetryKind Kind { get; }

    /// <summary>Whether what is kept of an answer is masked first.</summary>
    bool IsSensitive { get; }

    /// <summary>Asks. It answers in every case: what went wrong is in the answer.</summary>
    Task<TelemetryAnswer> AskAsync(TelemetryQuestion question, CancellationToken stop);

    /// <summary>The tables and columns there are, for completion.</summary>
    Task<IReadOnlyList<TelemetryTableSeen>> DescribeAsync(CancellationToken stop);
}

public enum TelemetryKind
{
    /// <summary>Application Insights or Log Analytics, asked over the network.</summary>
    Azure = 1,

    /// <summary>A platform that does not exist; answered here.</summary>
    Simulated,
}

/// <summary>A query and the time it is about; the time narrows what the query itself says.</summary>
public sealed record TelemetryQuestion(string Text, DateTimeOffset? From = null, DateTimeOffset? To = null)
{
    /// <summary>Characters a query may have: Azure's own limit is higher, nobody's patience is.</summary>
    public const int Longest = 20_000;

    public static readonly Refusal Empty = new("telemetry-query-is-empty");
    public static readonly Refusal TooLong = new("telemetry-query-is-too-long");
    public static readonly Refusal Backwards = new("telemetry-time-is-backwards");

    /// <summary>Why it cannot be asked anywhere.</summary>
    public Refusal? Unfit =>
        string.IsNullOrWhiteSpace(Text) ? Empty
        : Text.Length > Longest ? TooLong
        : From > To ? Backwards
        : null;
}

/// <summary>A table one may ask for.</summary>
public sealed record TelemetryTableSeen(string Name, IReadOnlyList<AnswerColumn> Columns);

/// <summary>A column of an answer, with its type as Azure names it.</summary>
public sealed record AnswerColumn(string Name, string Type);

/// <summary>What is wrong with a query: by the engine that read it, with the place where it knows one.</summary>
public sealed record QueryError(string Code, string Message, int? Line = null, int? Column = null);

/// <summary>What came back. Exactly one of rows, error and refusal is the point; an error or a refusal has no rows.</summary>
public sealed record TelemetryAnswer(string Source, DateTimeOffset AsOf)
{
    public TimeSpan Elapsed { get; init; }
    public IReadOnlyList<AnswerColumn> Columns { get; init; } = [];

    /// <summary>Each cell as text: numbers and instants as they were sent, a dynamic as JSON, null where there was none.</summary>
    public IReadOnlyList<IReadOnlyList<string?>> Rows { get; init; } = [];

    /// <summary>How many rows came; more than <see cref="Rows"/> when there were too many to show.</summary>
    public int RowCount { get; init; }

    /// <summary>What <c>render</c> asked for, resolved against the columns.</summary>
    public Chart? Chart { get; init; }

    /// <summary>Why the rows are not all there are, in the words of whoever cut them; null when they are.</summary>
    public string? Partial { get; init; }

    /// <summary>What the source found wrong with the query.</summary>
    public QueryError? Error { get; init; }

    /// <summary>Why there is no answer although the query may be right.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>What our own reading of the query says, with repairs.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>SHA-256 over columns and rows as they came: two answers with one hash are the same answer.</summary>
    public string Hash { get; init; } = "";

    public bool HasRows => Error is null && Refusal is null;
}
