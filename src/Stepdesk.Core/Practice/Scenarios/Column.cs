namespace Stepdesk.Core.Practice.Scenarios;

/// <summary>A column a report can have; whose is personal says something about somebody.</summary>
public sealed record Column(string Id, Said Title, bool IsPersonal)
{
    /// <summary>What can stand in it; rows that are alike in all these columns of a report become one.</summary>
    public IReadOnlyList<string> Of { get; init; } = [];

    /// <summary>The column to whose texts its own are dealt, in their order and as many to each.</summary>
    public string? PartOf { get; init; }

    /// <summary>What says who somebody is: with it nothing is summed up.</summary>
    public IReadOnlyList<string> Each { get; init; } = [];

    /// <summary>A number of which rows that become one have the sum.</summary>
    public Spread? Sum { get; init; }

    /// <summary>A number of which rows that become one have the mean.</summary>
    public Spread? Mean { get; init; }

    public bool IsNumber => Sum is not null || Mean is not null;
}

/// <summary>Whole numbers from the least to the most.</summary>
public sealed record Spread(int Min, int Max);

/// <summary>The file that drawing a report gives, where it comes to one.</summary>
/// <param name="Name">What the file is called, without number and ending.</param>
/// <param name="Comes">Holds at the drawing that gives it; another gives none.</param>
public sealed record ReportFile(Said Name, Condition Comes);
