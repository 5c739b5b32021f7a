using Stepdesk.Core.Practice.Scenarios;

namespace Stepdesk.Core.Practice.Sessions;

/// <summary>
/// What was set going and has not happened yet. A message is answered once: whoever has answered it does not say any more
/// that they will try or did not understand, and whoever tries already does not say so again. All of it follows from the
/// events, so it is the same at any pace and in a session taken up again.
/// </summary>
sealed class Waiting(Session session)
{
    /// <summary>So often the same is said to whoever asks for it again; then there is nothing new to it.</summary>
    const int MostOften = 2;

    readonly List<Due> due = [];

    /// <summary>What happens next.</summary>
    public Due? Next => due.MinBy(d => d.Turn);

    public void Add(Due wanted)
    {
        if (wanted.Effect is not Say say)
            due.Add(wanted);
        else if (Instead(say) is { } then)
            due.Add(wanted with { Effect = then });
    }

    /// <summary>Takes out what has happened, and what need not happen any more because of it.</summary>
    public void Take(SessionEvent happened)
    {
        // An effect names the event that set it going as its first cause, and comes in the order in which it was due.
        if (
            happened.Type is EventTypes.RuleFired or EventTypes.FactRevealed
            || happened.Causes is not [var cause, ..]
            || due.Where(d => d.Cause == cause).MinBy(d => d.Turn) is not { } done
        )
            return;
        due.Remove(done);
        if (done.Effect is not Say said)
            return;
        var root = RootOf(done);
        foreach (var other in due.Where(d => d.Effect is Say say && say.From == said.From).ToList())
            if (said.Tries is not null && Is(happened, ((Say)other.Effect!).Line))
                due.Remove(other);
            // Whoever finds that it works does not complain of the same message that it does not.
            else if (
                said is { Kind: SayKind.Outcome, Tries: { } trial }
                && Is(happened, trial.Line)
                && ((Say)other.Effect!).Kind is SayKind.Ruled
                && RootOf(other) == root
            )
                due.Remove(other);
            else if (!IsWeak(said) && IsWeak((Say)other.Effect!) && RootOf(other) <= root)
                GiveWay(other, said);
    }

    void GiveWay(Due other, Say said)
    {
        var say = (Say)other.Effect!;
        // Whoever was asked two things has answered one of them: the other is answered once it was tried.
        if (said.Kind is SayKind.Answer && say.Kind is SayKind.Outcome)
            return;
        due.Remove(other);
        if (said.Kind is SayKind.Answer && say is { Kind: SayKind.Announcement, Tries: { } trial })
            due.Add(other with { At = other.At + trial.After.Mode, Effect = say.Outcome });
    }

    // What is said instead of it, which may be itself or nothing.
    Say? Instead(Say say)
    {
        var before = session.Events.Where(e => e.Actor == say.From && e.Data.Has("line")).ToList();
        var waits = due.Select(d => d.Effect).OfType<Say>().Where(s => s.From == say.From).ToList();
        return say.Kind switch
        {
            SayKind.Announcement when waits.Exists(s => s.Kind is SayKind.Announcement or SayKind.Outcome) => null,
            SayKind.Announcement when before.Exists(e => Is(e, say.Line) || Is(e, say.Tries!.Line)) => say.Outcome,
            SayKind.Answer when waits.Exists(s => s.Line == say.Line) => null,
            SayKind.Answer when before.Count(e => Is(e, say.Line)) >= MostOften => null,
            _ => say,
        };
    }

    bool Is(SessionEvent said, string line) => said.Data.One("line") == session.Scenario.Lines.In(session.Branch, line);

    static bool IsWeak(Say say) => say.Kind is SayKind.Announcement or SayKind.Outcome or SayKind.Unclear;

    // What of the trainee's it comes from.
    int RootOf(Due one)
    {
        var at = one.Cause;
        while (at > 0 && session.Events[at - 1] is { } cause && cause.Actor != SessionEvent.Trainee)
            at = cause.Causes.DefaultIfEmpty(0).Max();
        return at;
    }
}

/// <summary>Something that will happen: an effect of a rule, or the end of a watch where there is none.</summary>
internal sealed record Due(DateTimeOffset At, int Order, int Place, int Cause, Effect? Effect)
{
    /// <summary>By instant; at one instant by the file, then by what was set going first.</summary>
    public (DateTimeOffset, int, int, int) Turn => (At, Order, Cause, Place);
}
