using System.Globalization;
using Stepdesk.Core.History;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Reviews;

namespace Stepdesk.Web.Practice;

/// <summary>What a form about a run that is over holds.</summary>
public sealed class ReviewForm
{
    public string? Do { get; set; }
    public string? Line { get; set; }
    public string? Seq { get; set; }
    public string? Level { get; set; }
    public string? Outcome { get; set; }
    public string? Text { get; set; }

    /// <summary>Up to which version of the run's history the page had been read.</summary>
    public string? Seen { get; set; }

    /// <summary>What is wanted; null when the form is none of ours.</summary>
    public ReviewAction? Action()
    {
        var (line, text) = (Line ?? "", Text ?? "");
        ReviewAction? wanted = Do switch
        {
            "grade" => new GradeLine(line, Number(Level) ?? -1) { Comment = text },
            "accept" => new AcceptLine(line),
            "ask" => new AskRevision(line, Number(Seq), text),
            "override" => new OverrideVerdict(line, To ?? Core.Practice.Judging.Outcome.NeedsMentor, text),
            "remark" => new CommentMoment(Number(Seq) ?? 0, text),
            "contest" => new ContestLine(line, text),
            "answer" => new AnswerContest(line, text) { Outcome = To, Level = Number(Level) },
            "confirm" => new ConfirmRun { Remark = text },
            "again" => new HandInAgain(),
            _ => null,
        };
        return wanted is null ? null : wanted with { Seen = Number(Seen) };
    }

    Outcome? To => Enum.TryParse<Outcome>(Outcome, out var outcome) && Enum.IsDefined(outcome) ? outcome : null;

    static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>Where the forms of a page about a run lead, and what became of the one that came back.</summary>
/// <param name="Address">The page.</param>
/// <param name="Seen">What the reader has read up to.</param>
/// <param name="Refusal">Why the form that came back was refused.</param>
/// <param name="Typed">What it held.</param>
public sealed record ReviewTalk(string Address, int Seen, Func<Task> ActAsync, Refusal? Refusal, ReviewForm? Typed)
{
    /// <summary>What was typed into this very form, where it was refused.</summary>
    public ReviewForm? Back(string what, string? line, int? seq) =>
        Refusal is not null
        && Typed is { } typed
        && typed.Do == what
        && (line is null || typed.Line == line)
        && (what is not "remark" || typed.Seq == seq?.ToString(CultureInfo.InvariantCulture))
            ? typed
            : null;
}
