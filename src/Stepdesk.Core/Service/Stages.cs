using Stepdesk.Core.History;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Service;

/// <summary>A column of a team's board: a name of the team's own for a part of one step.</summary>
/// <param name="Id">Stays when the name changes; 0 until the desk has given one.</param>
/// <param name="Name">Empty means the step's own name, in the reader's language.</param>
public sealed record Stage(int Id, string Name, Step Step);

/// <summary>An edit of a team's stages: the next version, whole. Stream <c>stages/1/3</c>.</summary>
public sealed record StagesSet(IReadOnlyList<Stage> Stages) : Event;

/// <summary>What a team's stages must be, and where a ticket stands among them.</summary>
public static class Stages
{
    public const int Most = 30;
    public const int LongestName = 60;
    public static readonly Refusal TooMany = new("too-many-stages");
    public static readonly Refusal NameTooLong = new("stage-name-is-too-long");
    public static readonly Refusal IdTaken = new("stage-id-is-taken");
    public static readonly Refusal NameTaken = new("stage-name-is-taken");
    public static readonly Refusal OutOfOrder = new("stages-are-out-of-order");
    public static readonly Refusal StepMissing = new("stage-of-a-step-is-missing");

    /// <summary>The steps that have stages. Reception has none: a card is a ticket that was logged.</summary>
    public static IReadOnlyList<Step> Columns { get; } = [.. Enum.GetValues<Step>().Skip(1)];

    /// <summary>One for each step, until a team says otherwise.</summary>
    public static IReadOnlyList<Stage> Shipped { get; } = [.. Columns.Select(step => new Stage((int)step, "", step))];

    /// <summary>Why a team cannot work with these, or null.</summary>
    public static Refusal? Check(IReadOnlyList<Stage> stages) =>
        stages.Count > Most ? TooMany
        : stages.Any(s => Plain.Line(s.Name).Length > LongestName) ? NameTooLong
        : stages.Where(s => s.Id is not 0).GroupBy(s => s.Id).Any(same => same.Count() > 1) ? IdTaken
        : stages.GroupBy(Title).Any(same => same.Count() > 1) ? NameTaken
        : !stages.Select(s => s.Step).SequenceEqual(stages.Select(s => s.Step).Order()) ? OutOfOrder
        : Columns.Any(step => stages.All(s => s.Step != step)) || stages.Any(s => !Columns.Contains(s.Step))
            ? StepMissing
        : null;

    /// <summary>The stage a ticket of this step is in: the one chosen for it, else the first of its step.</summary>
    public static Stage Of(this IReadOnlyList<Stage> stages, Step step, int? chosen) =>
        stages.FirstOrDefault(s => s.Step == step && s.Id == chosen) ?? stages.First(s => s.Step == step);

    /// <summary>What was chosen for the ticket in the step it is in.</summary>
    public static int? ChosenOn(Ticket ticket) =>
        ticket.ChosenStage is { } chosen && chosen.Step == Steps.Current(ticket) ? chosen.Stage : null;

    // Two stages with the step's own name are told apart by nothing.
    static string Title(Stage stage) =>
        Plain.Line(stage.Name) is { Length: > 0 } name ? Fold.Of(name) : $"step {stage.Step}";
}
