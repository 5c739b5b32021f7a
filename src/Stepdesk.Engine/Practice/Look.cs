using Stepdesk.Core.Practice.Sessions;

namespace Stepdesk.Engine.Practice;

/// <summary>One use of a table.</summary>
sealed class Look(string table)
{
    public string Table => table;
    public DateTimeOffset? From { get; set; }
    public DateTimeOffset? To { get; set; }

    /// <summary>Only some of its rows were taken.</summary>
    public bool IsGlimpse { get; set; }

    /// <summary>Its rows were counted, compared or put in order before anything was taken of them.</summary>
    public bool IsSummed { get; set; }
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);
    public List<string> Splits { get; } = [];
    public List<string> Filters { get; } = [];

    /// <summary>Texts that each of its rows says, since all were narrowed to them.</summary>
    public List<string> Said { get; } = [];

    /// <summary>Numbers that all of its rows are above.</summary>
    public List<string> Above { get; } = [];

    /// <summary>What a column was called that was made on the way.</summary>
    public Dictionary<string, string> Aliases { get; } = new(StringComparer.Ordinal);

    /// <summary>The later of two bounds; whichever there is.</summary>
    public static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other > one ? other ?? one : one;

    /// <summary>The earlier of two bounds; whichever there is.</summary>
    public static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other < one ? other ?? one : one;
}

/// <summary>What was looked at of one table.</summary>
/// <param name="Fields">Those of its event.</param>
/// <param name="Said">Texts that each row of the answer says, whichever columns it has.</param>
/// <param name="Above">Numbers that each row is above.</param>
sealed record TableLook(Fields Fields, IReadOnlyList<string> Said, IReadOnlyList<string> Above);
