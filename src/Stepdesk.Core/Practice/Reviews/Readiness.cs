using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Practice.Reviews;

/// <summary>How far somebody has come. What a stage asks for is what has to be there; that they are ready, a mentor says.</summary>
public enum PracticeStage
{
    /// <summary>Works real tickets beside a colleague.</summary>
    Beside = 1,

    /// <summary>Works real tickets alone.</summary>
    Alone,
}

/// <summary>What somebody has shown in practice: the confirmed results, and nothing that is not confirmed.</summary>
/// <param name="Scenarios">All there are to practise on.</param>
public sealed record Progress(
    int Trainee,
    IReadOnlyList<Scenario> Scenarios,
    IReadOnlyList<ConfirmedRun> Runs,
    IReadOnlyList<StageReached> Reached
)
{
    /// <summary>What a competence has to come to in the best confirmed run, in per cent.</summary>
    public const int Enough = 66;

    const int ScenariosBeside = 2;

    /// <summary>What rubrics ask for, in the order in which a ticket asks for it.</summary>
    public IReadOnlyList<string> Competences { get; } =
    [.. Order.Intersect(Scenarios.SelectMany(s => s.Rubric).Select(l => l.Competence), StringComparer.Ordinal)];

    static readonly string[] Order =
    [
        "reception",
        "classification",
        "investigation",
        "escalation",
        "communication",
        "verification",
        "closing",
        "trend",
    ];

    /// <summary>The best confirmed result of a competence in a scenario, in per cent; null where there is none.</summary>
    public int? Best(string scenario, string competence) =>
        Runs.Where(r => r.Scenario == scenario)
            .SelectMany(r => r.Result.Competences)
            .Where(c => c.Competence == competence)
            .Max(c => (int?)c.Percent);

    public bool HasPassed(string scenario) => Runs.Any(r => r.Scenario == scenario && r.Result.Passed);

    public StageReached? Of(PracticeStage stage) => Reached.LastOrDefault(r => r.Stage == stage);

    /// <summary>What a stage asks for and is not there.</summary>
    public IReadOnlyList<Lack> Missing(PracticeStage stage)
    {
        var lacks = new List<Lack>();
        var open = Scenarios.Where(s => !HasPassed(s.Id)).Select(s => s.Id).ToList();
        var needed = stage is PracticeStage.Alone ? Scenarios.Count : Math.Min(ScenariosBeside, Scenarios.Count);
        if (stage is PracticeStage.Alone && Of(PracticeStage.Beside) is null)
            lacks.Add(new("stage-before", []));
        if (Scenarios.Count - open.Count < needed)
            lacks.Add(
                new(stage is PracticeStage.Alone ? "every-scenario" : "two-scenarios", open)
                {
                    Still = needed - (Scenarios.Count - open.Count),
                }
            );
        var weak = Competences.Where(c => Scenarios.Max(s => Best(s.Id, c) ?? 0) < Enough).ToList();
        if (weak.Count > 0)
            lacks.Add(new("competences", weak));
        if (stage is PracticeStage.Alone && !Runs.Any(r => r.IsAssessed && r.Result.Passed))
            lacks.Add(new("assessed", []));
        return lacks;
    }
}

/// <summary>A run whose result a mentor has confirmed.</summary>
public sealed record ConfirmedRun(int Session, string Scenario, bool IsAssessed, Confirmation Result);

/// <summary>A stage a mentor found somebody ready for.</summary>
public sealed record StageReached(PracticeStage Stage, Word Word);

/// <summary>Something a stage asks for and is not there: <c>part-{Key}</c>, and which scenarios or competences it is about.</summary>
public sealed record Lack(string Key, IReadOnlyList<string> Of)
{
    /// <summary>How many of them are still needed, where it is not each.</summary>
    public int Still { get; init; }
}

/// <summary>A mentor says, in a sentence of their own, that somebody is ready. No sum of points says it.</summary>
public sealed record ConfirmReadiness(PracticeStage Stage, string Sentence)
{
    public static readonly Refusal Own = new("readiness-own");
    public static readonly Refusal SentenceMissing = new("readiness-sentence-missing");
    public static readonly Refusal Already = new("readiness-already");
    public static readonly Refusal NoStage = new("readiness-no-stage");

    /// <summary>What is missing, all of it at once.</summary>
    public static Refusal NotYet(IEnumerable<Lack> lacks) =>
        new("readiness-not-yet") { Parts = [.. lacks.Select(l => l.Key)] };

    public Decision Decide(Progress progress, Moment moment) =>
        moment.Who.PersonId == progress.Trainee ? Own
        : !Permissions.MayReviewPractice(moment.Who) ? ReviewAction.NotAllowed
        : !Enum.IsDefined(Stage) ? NoStage
        : progress.Of(Stage) is { } reached
            ? reached.Word.By == moment.Who.Id && reached.Word.Text == Plain.Text(Sentence) ? Decision.Nothing
                : Already
        : progress.Missing(Stage) is { Count: > 0 } lacks ? NotYet(lacks)
        : !Plain.SaysInWords(Sentence) ? SentenceMissing
        : Sentence.Length > Plain.Longest ? ReviewAction.TextTooLong
        : new ReadinessConfirmed(Stage) { Sentence = Plain.Text(Sentence) };
}

/// <summary>A mentor found somebody ready for the next stage; in the stream of that person.</summary>
public sealed record ReadinessConfirmed(PracticeStage Stage) : Event
{
    [Personal]
    public string Sentence { get; init; } = "";
}
