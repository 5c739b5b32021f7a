using System.Globalization;
using Stepdesk.Core.Practice.Scenarios;

namespace Stepdesk.Core.Practice.Sessions;

/// <summary>
/// Decides who does what next, and when. It jumps from the earliest instant at which something happens to the next, so
/// a session looks the same whether somebody advances it every second or once an hour.
/// </summary>
public static class Director
{
    /// <summary>More than this at one instant is a scenario that answers itself.</summary>
    const int MostAtOnce = 500;

    /// <summary>Lets everything happen that is due until the instant, the instant included.</summary>
    public static void AdvanceTo(Session session, DateTimeOffset instant)
    {
        var (at, steps) = (session.Story.End, 0);
        while (!session.IsOver && Earliest(session) is { } next && next.At <= Min(instant, session.LatestEnd))
        {
            (at, steps) = next.At > at ? (next.At, 0) : (at, steps + 1);
            if (steps > MostAtOnce)
                Pause(session, at, next.Rule?.Id ?? session.Events[next.Due!.Cause - 1].Data.One("rule"));
            else if (next.Rule is { } rule)
                Fire(session, rule, at);
            else
                Do(session, next.Due!);
        }
        if (!session.IsOver && instant >= session.LatestEnd)
            session.Append(
                session.LatestEnd,
                EventTypes.Ended,
                SessionEvent.Director,
                Fields.Of(("reason", "horizon"))
            );
    }

    /// <summary>What happens at once because of the last event.</summary>
    internal static void Settle(Session session)
    {
        Reveal(session, session.Events[^1]);
        AdvanceTo(session, session.Story.End);
    }

    /// <summary>When something happens next if the trainee does nothing; null when nothing does.</summary>
    public static DateTimeOffset? NextInstant(Session session) => session.IsOver ? null : Earliest(session)?.At;

    static Turn? Earliest(Session session)
    {
        Turn? earliest = session.Next is { } due ? new(due.At, due.Order, due, null) : null;
        foreach (var rule in session.Rules)
            if (InstantOf(session, rule) is { } at && (earliest is null || IsBefore(at, rule.Order, earliest)))
                earliest = new(at, rule.Order, null, rule);
        return earliest;
    }

    // What a rule set going comes before the rule itself fires again.
    static bool IsBefore(DateTimeOffset at, int order, Turn than) => (at, order).CompareTo((than.At, than.Order)) < 0;

    static DateTimeOffset? InstantOf(Session session, Rule rule)
    {
        var last = session.LastOf(rule);
        return last.Count >= rule.Repeat ? null : Held(session, rule, last).Next(session.Story.End);
    }

    /// <summary>Whether an event of a story would set a rule going at once.</summary>
    internal static bool IsSetGoing(Session session, Rule rule, Story story, DateTimeOffset at, int seq) =>
        session.LastOf(rule) is var last
        && last.Count < rule.Repeat
        && Held(story, rule, last).At(at)?.Contains(seq) is true;

    static Spells Held(Session session, Rule rule, Firing last) => Held(session.Story, rule, last);

    static Spells Held(Story story, Rule rule, Firing last)
    {
        var held = rule.When.In(story, last);
        return rule.Unless is { } unless ? held.And(unless.In(story, Firing.NotYet).Not()) : held;
    }

    static void Fire(Session session, Rule rule, DateTimeOffset at)
    {
        var last = session.LastOf(rule);
        session.Append(
            at,
            EventTypes.RuleFired,
            SessionEvent.Director,
            Fields.Of(("rule", rule.Id), ("n", (last.Count + 1).ToString(CultureInfo.InvariantCulture))),
            [.. Held(session, rule, last).At(at) ?? []]
        );
    }

    static void Do(Session session, Due due)
    {
        // Whoever asks why must find the rule first, and behind it what made the rule fire.
        IReadOnlyList<int> causes = [due.Cause];
        var happened = due.Effect switch
        {
            Say say => Said(session, due, Tried(session, say, due.At)),
            Emit emit => session.Append(due.At, emit.Type, emit.By, Fields.Of(("key", emit.Key)), causes),
            Assign set => session.Append(
                due.At,
                EventTypes.VariableSet,
                SessionEvent.Director,
                Fields.Of(("name", set.Name), ("value", set.Value)),
                causes
            ),
            _ => session.Append(
                due.At,
                EventTypes.WatchEnded,
                SessionEvent.Director,
                Fields.Of(("for", session.Events[due.Cause - 1].Data.One("for"))),
                causes
            ),
        };
        Reveal(session, happened);
    }

    static SessionEvent Said(Session session, Due due, Say say) =>
        session.Append(
            due.At,
            say.ByMail ? EventTypes.MailReceived : EventTypes.ChatReceived,
            say.From,
            Fields.Of(
                ("from", say.From),
                ("line", session.Scenario.Lines.In(session.Branch, say.Line)),
                ("key", say.Key)
            ),
            due.Cause
        );

    static Say Tried(Session session, Say say, DateTimeOffset at) =>
        say is { Kind: SayKind.Outcome, Tries: { } trial }
        && trial.Works.In(session.Story, Firing.NotYet).At(at) is not null
            ? say with
            {
                Line = trial.Line,
                Key = trial.Line,
            }
            : say;

    static void Reveal(Session session, SessionEvent happened)
    {
        foreach (var fact in session.Facts)
            if (session.Story.RevealOf(fact.Id) is null && fact.Reveals.Any(r => r.Matches(happened)))
                session.Append(
                    happened.At,
                    EventTypes.FactRevealed,
                    SessionEvent.Director,
                    Fields.Of(("fact", fact.Id)),
                    happened.Seq
                );
    }

    // An author's mistake stops the session, and a mentor is shown which rule it was. It never takes the desk along.
    static void Pause(Session session, DateTimeOffset at, string? rule) =>
        session.Append(
            at,
            EventTypes.Paused,
            SessionEvent.Director,
            Fields.Of(("reason", "rules-without-end"), ("rule", rule))
        );

    static DateTimeOffset Min(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    /// <summary>What comes next: something that was due, or a rule that begins to hold.</summary>
    sealed record Turn(DateTimeOffset At, int Order, Due? Due, Rule? Rule);
}
