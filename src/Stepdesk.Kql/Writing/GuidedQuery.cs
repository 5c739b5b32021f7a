using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Writing;

/// <summary>What somebody chose who does not write the language yet: <see cref="QueryWriter"/> writes it for them.</summary>
/// <param name="Table">The table it begins with.</param>
/// <param name="Columns">What the table has.</param>
public sealed record GuidedQuery(string Table, IReadOnlyList<Field> Columns)
{
    /// <summary>How far back; null leaves the time alone.</summary>
    public TimeSpan? Within { get; init; }

    public IReadOnlyList<GuidedFilter> Filters { get; init; } = [];

    /// <summary>What is computed of all rows together; null shows the rows.</summary>
    public GuidedFigure? Figure { get; init; }

    /// <summary>Of what; a count is of rows and needs none.</summary>
    public GuidedColumn? Of { get; init; }

    /// <summary>For each of what.</summary>
    public IReadOnlyList<GuidedColumn> By { get; init; } = [];

    /// <summary>For each piece of time of this length.</summary>
    public TimeSpan? Every { get; init; }

    /// <summary>By which rows are sorted, or else by their time; a summary is sorted by its figure.</summary>
    public GuidedColumn? SortBy { get; init; }

    /// <summary>Null leaves their order alone. A summary over time is shown whole, in the order of time.</summary>
    public GuidedOrder? Order { get; init; }

    public int? Take { get; init; }

    /// <summary>The chart of a summary; rows are drawn as none.</summary>
    public GuidedChart? Chart { get; init; }
}

/// <summary>A column, or what a bag in it holds under a name.</summary>
public sealed record GuidedColumn(string Name, string? Property = null);

/// <summary>Which rows are meant.</summary>
/// <param name="Value">As typed.</param>
public sealed record GuidedFilter(GuidedColumn Column, GuidedTest Test, string Value = "");

/// <summary>What is asked of a value.</summary>
public enum GuidedTest
{
    Is,
    IsNot,
    IsAnyOf,
    Has,
    HasNot,
    Contains,
    ContainsNot,
    StartsWith,
    EndsWith,
    Above,
    AtLeast,
    Below,
    AtMost,
    IsEmpty,
    IsNotEmpty,
}

/// <summary>What is computed of rows together.</summary>
public enum GuidedFigure
{
    Count,
    Distinct,
    Average,
    Sum,
    Smallest,
    Largest,
    Median,
    Percentile95,
    Percentile99,
}

/// <summary>The largest or newest first, or last.</summary>
public enum GuidedOrder
{
    Down,
    Up,
}

/// <summary>How a summary is drawn.</summary>
public enum GuidedChart
{
    Time,
    Columns,
    Bars,
    Pie,
}

/// <summary>Why it cannot be written.</summary>
public enum GuidedFault
{
    /// <summary>The table has no such column.</summary>
    NoSuchColumn,

    /// <summary>It must be said what it is computed of.</summary>
    NeedsColumn,

    /// <summary>Only numbers and durations can be added up.</summary>
    NotSummable,

    /// <summary>The table has no column of time.</summary>
    NoTime,
    NotANumber,
    NotATime,
    NotADuration,
    NotTrueOrFalse,
    NotAnId,

    /// <summary>Such values are alike or not, and none comes before another.</summary>
    NotOrdered,
}

/// <summary>The query, or why there is none and what it is about.</summary>
public sealed record Written(string? Text, GuidedFault? Fault = null, string? About = null);
