using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Texts;

namespace Stepdesk.Core.Practice.Judging;

/// <summary>
/// Which texts of a run are nearly somebody else's: what was handed in, held against what was handed in elsewhere and by
/// the author, and messages against the author's. Messages of two trainees may well be alike, since a desk offers both the
/// same templates. A mentor is told and decides; no line is judged by it.
/// </summary>
public static class Likenesses
{
    /// <summary>The texts of a run that are nearly somebody else's, in the order in which they are asked for and were sent.</summary>
    /// <param name="run">What happened in the run.</param>
    /// <param name="model">What happened in the author's good run of the same branch; empty where there is none.</param>
    /// <param name="elsewhere">What was handed in for other runs, those first that are to be named first.</param>
    public static IReadOnlyList<Likeness> Of(
        IReadOnlyList<SessionEvent> run,
        IReadOnlyList<SessionEvent> model,
        IReadOnlyList<HandedIn> elsewhere
    )
    {
        var (handedIn, sent) = (Handed(model).ToList(), Sent(model).ToList());
        return
        [
            .. from text in Handed(run)
            let other = elsewhere.FirstOrDefault(o => o.Kind == text.Kind && Shingles.AreAlike(o.Text, text.Text))
            where other is not null || handedIn.Exists(m => m.Kind == text.Kind && Shingles.AreAlike(m.Text, text.Text))
            select new Likeness(text.Seq, other?.Session),
            .. from text in Sent(run)
            where sent.Exists(m => Shingles.AreAlike(m.Text, text.Text))
            select new Likeness(text.Seq, null),
        ];
    }

    // The latest of each kind: what was written over is no matter.
    static IEnumerable<Written> Handed(IReadOnlyList<SessionEvent> run) =>
        Texts(run, EventTypes.Submitted).GroupBy(t => t.Kind, StringComparer.Ordinal).Select(of => of.Last());

    static IEnumerable<Written> Sent(IReadOnlyList<SessionEvent> run) => Texts(run, EventTypes.MessageSent);

    static IEnumerable<Written> Texts(IReadOnlyList<SessionEvent> run, string type) =>
        run.Where(e => e.Type == type && e.Actor == SessionEvent.Trainee && e.Data.One("text") is not null)
            .Select(e => new Written(e.Seq, e.Data.One("kind") ?? "", e.Data.One("text")!));

    sealed record Written(int Seq, string Kind, string Text);
}

/// <summary>A text that was handed in for a run.</summary>
/// <param name="Session">The number of the run.</param>
public sealed record HandedIn(int Session, string Kind, string Text);

/// <summary>A text that is nearly somebody else's.</summary>
/// <param name="Seq">The event with which it was said.</param>
/// <param name="Session">The other run; null where it is the author's good run.</param>
public sealed record Likeness(int Seq, int? Session);
