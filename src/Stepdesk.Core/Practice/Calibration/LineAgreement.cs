using Stepdesk.Core.Practice.Judging;

namespace Stepdesk.Core.Practice.Calibration;

/// <summary>One line of one example: what the rules found, and what each mentor said who judged it.</summary>
public sealed record JudgedLine(int Session, RubricLine Line, Outcome Rules, IReadOnlyList<MentorSaid> Mentors);

/// <summary>What a mentor said about a line, who could tell.</summary>
/// <param name="Value">An outcome, or a level where only mentors decide.</param>
public sealed record MentorSaid(string By, int Value);

/// <summary>
/// How far a line of a rubric is judged alike. A line whose sentence was mended is another line: what was said about the
/// old sentence tells nothing about the new one.
/// </summary>
public sealed record LineAgreement(RubricLine Line, IReadOnlyList<JudgedLine> Runs)
{
    /// <summary>Between those who judged it.</summary>
    public AgreementFigure Mentors { get; } = AgreementFigure.Between(Runs, r => Values(r), Line.Check is AskMentor);

    /// <summary>Between them and the rules; null where rules do not decide.</summary>
    public AgreementFigure? WithRules { get; } =
        Line.Check is AskMentor ? null : AgreementFigure.WithRules([.. Runs.Where(RulesDecided)]);

    /// <summary>Lines judged least alike first, so that they are the ones that are read.</summary>
    public static IReadOnlyList<LineAgreement> Of(IEnumerable<JudgedLine> judged) =>
        [
            .. judged
                .GroupBy(j => (j.Line.Id, j.Line.Asks))
                .Select(g => new LineAgreement(g.Last().Line, [.. g]))
                .OrderBy(l => Math.Min(l.Mentors.Share ?? 2, l.WithRules?.Share ?? 2)),
        ];

    /// <summary>All lines taken together, each as met or not.</summary>
    public static (AgreementFigure Mentors, AgreementFigure WithRules) Together(IReadOnlyList<JudgedLine> judged) =>
        (
            AgreementFigure.Between(judged, j => Values(j, plainly: true), ordered: false),
            AgreementFigure.WithRules([.. judged.Where(RulesDecided)])
        );

    static bool RulesDecided(JudgedLine judged) =>
        judged.Line.Check is not AskMentor && judged.Rules is not Outcome.NeedsMentor;

    static IReadOnlyList<int> Values(JudgedLine judged, bool plainly = false) =>
        [
            .. judged.Mentors.Select(m =>
                plainly && judged.Line.Check is AskMentor ask
                    ? (int)(m.Value * 2 >= ask.Levels ? Outcome.Met : Outcome.NotMet)
                    : m.Value
            ),
        ];
}

/// <summary>How far two or more agree, and by how many judgements one can tell.</summary>
/// <param name="Runs">Runs in which there is anything to compare; lines of one run say little about others.</param>
/// <param name="Judgements">What they said about these.</param>
/// <param name="Pairs">Comparisons in it.</param>
/// <param name="Share">How many of them are of the same opinion; null without any.</param>
/// <param name="Corrected">
/// The same without what chance alone would bring: Krippendorff's alpha between mentors, Cohen's kappa with the rules.
/// Null when there are too few to tell, or when everybody always chose the same.
/// </param>
public sealed record AgreementFigure(int Runs, int Judgements, int Pairs, double? Share, double? Corrected)
{
    /// <summary>With fewer, one opinion more or less turns the figure round, and it is not shown.</summary>
    public const int FewestRuns = 5;
    public const int FewestPairs = 10;

    /// <summary>Below this nothing should be concluded from such judgements (Krippendorff).</summary>
    public const double Weak = 0.667;

    public bool IsTooFew => Runs < FewestRuns || Pairs < FewestPairs;

    internal static AgreementFigure Between(
        IReadOnlyList<JudgedLine> judged,
        Func<JudgedLine, IReadOnlyList<int>> values,
        bool ordered
    )
    {
        var compared = judged.Where(j => j.Mentors.Count > 1).ToList();
        var paired = compared.ConvertAll(j => values(j));
        var figure = new AgreementFigure(
            RunsIn(compared),
            paired.Sum(u => u.Count),
            Agreement.Pairs(paired),
            Agreement.Share(paired),
            null
        );
        return figure.IsTooFew ? figure : figure with { Corrected = Agreement.Alpha(paired, ordered) };
    }

    internal static AgreementFigure WithRules(IReadOnlyList<JudgedLine> judged)
    {
        // What may not be done and was done is not met either.
        var pairs = judged
            .SelectMany(j =>
                j.Mentors.Select(m =>
                    (One: m.Value, Other: (int)(j.Rules is Outcome.Violated ? Outcome.NotMet : j.Rules))
                )
            )
            .ToList();
        var figure = new AgreementFigure(
            RunsIn(judged.Where(j => j.Mentors.Count > 0)),
            pairs.Count,
            pairs.Count,
            pairs.Count == 0 ? null : (double)pairs.Count(p => p.One == p.Other) / pairs.Count,
            null
        );
        return figure.IsTooFew ? figure : figure with { Corrected = Agreement.Kappa(pairs) };
    }

    static int RunsIn(IEnumerable<JudgedLine> judged) => judged.Select(j => j.Session).Distinct().Count();
}
