using System.Globalization;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Texts;
using Stepdesk.Core.Words;
using Refusal = Stepdesk.Core.History.Refusal;

namespace Stepdesk.Core.Practice.Sessions;

/// <summary>
/// What the trainee does, as events. People react to what was chosen and attached first, and to wording second: what a
/// message speaks of and asks for is worked out here, once, and stands in the log for everybody to see.
/// </summary>
public static class Trainee
{
    /// <summary>How often somebody asks politely what was meant before a mentor is told.</summary>
    public const int PoliteQuestions = 2;

    public static readonly Refusal IsOver = new("practice-is-over");
    public static readonly Refusal NoTicket = new("practice-no-ticket");
    public static readonly Refusal TicketExists = new("practice-ticket-exists");
    public static readonly Refusal AlreadyClosed = new("practice-already-closed");

    /// <summary>Only a simulated person confirms, so a trainee cannot close on a feeling.</summary>
    public static readonly Refusal NotConfirmed = new("practice-not-confirmed");

    /// <summary>Only what somebody has looked at can be attached.</summary>
    public static Refusal NotSeen(string detail) => new("practice-not-seen", detail);

    /// <summary>Each is drawn anew whenever somebody looks for it.</summary>
    public const int MostReports = 40;

    public static readonly Refusal TooManyReports = new("practice-too-many-reports");

    /// <summary>Only what was drawn can be attached as drawn.</summary>
    public static Refusal NotDrawn(string detail) => new("practice-not-drawn", detail);

    /// <summary>Only what somebody reported can hang together with anything.</summary>
    public static Refusal NoReport(string detail) => new("practice-no-report", detail);

    /// <summary>A ticket does not hang together with itself.</summary>
    public static Refusal OwnReport(string detail) => new("practice-own-report", detail);

    /// <summary>The clock went on already; what happened stays as it is.</summary>
    public static readonly Refusal InThePast = new("practice-in-the-past");

    /// <summary>Lets happen what is due, then the move, then what follows from it at once. Why not, where it may not be.</summary>
    public static Refusal? Act(Session session, Move wanted, DateTimeOffset at)
    {
        if (at < session.Story.End)
            return InThePast;
        Director.AdvanceTo(session, at);
        if (session.IsOver)
            return IsOver;
        var (move, unreadable) = wanted.Read(session);
        if (move is null)
            return unreadable;
        if (WhyNot(session, move) is { } refusal)
        {
            Keep(session, move.Verb, refusal, at);
            return refusal;
        }
        session.Append(at, Verbs.Find(move.Verb)!.Event, SessionEvent.Trainee, Told(session, move, at));
        Director.Settle(session);
        return null;
    }

    /// <summary>Something the trainee tried elsewhere, at the desk itself, and could not.</summary>
    public static void Tried(Session session, string verb, Refusal refusal, DateTimeOffset at)
    {
        if (at < session.Story.End)
            return;
        Director.AdvanceTo(session, at);
        if (!session.IsOver)
            Keep(session, verb, refusal, at);
    }

    // What somebody tried and could not is part of the run: a mentor wants to see it.
    static void Keep(Session session, string verb, Refusal refusal, DateTimeOffset at)
    {
        session.Append(
            at,
            EventTypes.Refused,
            SessionEvent.Trainee,
            WithSome(
                Fields.Of(("verb", verb), ("code", refusal.Code), ("detail", refusal.Detail)),
                "parts",
                refusal.Parts ?? []
            )
        );
        Director.Settle(session);
    }

    static Refusal? WhyNot(Session session, Move move)
    {
        var ticket = session.Story.Ticket;
        var closed = session.Story.First(EventTypes.TicketClosed);
        return move.Verb switch
        {
            "create" when ticket is not null => TicketExists,
            "extract" when session.Events.Count(e => e.Type is EventTypes.ReportExtracted) >= MostReports =>
                TooManyReports,
            "close" when closed is not null => AlreadyClosed,
            _ when Verbs.Find(move.Verb)!.NeedsTicket && ticket is null => NoTicket,
            "close" when session.Story.First(EventTypes.Confirmed) is null => NotConfirmed,
            "link" => WhyNotLinked(session, move.Fields.One("requester")!),
            _ when move.Fields.All("reports").FirstOrDefault(name => Drawing.Named(session, name) is null)
                    is { } none => NotDrawn(none),
            _ => move.Fields.All("attached").FirstOrDefault(fact => session.Story.RevealOf(fact) is null) is { } unseen
                ? NotSeen(unseen)
                : null,
        };
    }

    static Refusal? WhyNotLinked(Session session, string reporter) =>
        session.Story.Ticket!.Data.One("requester") == reporter ? OwnReport(reporter)
        : session.Events.Any(e => e.Actor == reporter && e.Type is EventTypes.MailReceived or EventTypes.ChatReceived)
            ? null
        : NoReport(reporter);

    static Fields Told(Session session, Move move, DateTimeOffset at)
    {
        var told = move.Fields;
        if (Durations.Read(told.One("next_contact") ?? "") is { } wait)
            told = told.With("next_contact", SessionLog.Written(at + wait));
        if (move.Verb is "test")
            told = told.With("result", Works(session, told.One("target")!, at) ? "ok" : "failed");
        if (move.Verb is "extract")
            told = Drawing.WithFile(session, told, at);
        told = Drawing.WithDrawn(session, told);
        if (move.Verb is "query" && !told.Has("to"))
            told = told.With("to", SessionLog.Written(at));
        var words = FoldedText.Of(string.Join('\n', SpokenFields.SelectMany(told.All)));
        told = WithSome(told, "mentions", session.Scenario.Facts.Where(f => f.SaidIn(words).Any()).Select(f => f.Id));
        // The first that its readers hear is a first word, whatever else it is; one who was told before hears no first word.
        if (move.Verb is "message" && told.Has("to") && !told.All("to").Any(to => IsTold(session, to)))
            told = told.With("tag", [.. told.All("tag").Append("ack").Distinct(StringComparer.Ordinal)]);
        if (move.Verb is "message")
            told = WithSome(
                WithSome(told, "unattached", told.Has("files") ? [] : Announced(words.Source)),
                "workarounds",
                session
                    .Scenario.Workarounds.Where(w => told.All("offers").Contains(w.Id) || w.IsOfferedIn(words))
                    .Select(w => w.Id)
            );
        return move.Verb is "message" or "escalate" or "ask-approval"
            ? Understood(session, Verbs.Find(move.Verb)!.Event, told, words, at)
            : told;
    }

    static bool IsTold(Session session, string person) =>
        session.Story.Of(new(EventTypes.MessageSent, [new("to", [person])])).Any();

    // The words by which a message says that something comes with it.
    static IEnumerable<string> Announced(string text) =>
        TextRules
            .Check(new(text, Reader.Customer, Language.Vi), [TextRule.AnnouncedAttachment])
            .Select(f => f.Span(text))
            .OfType<string>();

    internal static readonly string[] SpokenFields = ["text", "ask", "tried", "cause", "resolution"];

    static Fields Understood(Session session, string type, Fields told, FoldedText words, DateTimeOffset at)
    {
        foreach (var person in told.All("to").Select(session.Scenario.Person).OfType<Character>())
        {
            var chosen = person.Intents.Where(i => told.All("asks").Contains(i.Id)).ToList();
            if (chosen.Count == 0)
                chosen = [.. person.Intents.Where(i => i.IsAskedIn(words))];
            told = WithSome(
                told,
                "understood",
                told.All("understood").Concat(chosen.Select(i => $"{person.Id}.{i.Id}"))
            );
            if (
                chosen.Count == 0
                && person.Intents.Count > 0
                && Asks(told, words)
                && !IsAnswered(session, person, type, told, at)
            )
                told = told.With("unclear", [.. told.All("unclear"), $"{person.Id}.{Asked(session, person) + 1}"]);
        }
        return told;
    }

    // Whoever has something to say to it anyway does not also say that they understood nothing.
    static bool IsAnswered(Session session, Character person, string type, Fields told, DateTimeOffset at)
    {
        var seq = session.Events[^1].Seq + 1;
        var story = Story.Of([.. session.Events, new(seq, at, type, SessionEvent.Trainee, told, [])]);
        return session.Rules.Any(rule =>
            rule.Then.Any(effect => effect is Say say && say.From == person.Id)
            && Director.IsSetGoing(session, rule, story, at, seq)
        );
    }

    // In the chat it is a choice; a mail that asks has a question mark. Whoever is told that it works is asked by that.
    static bool Asks(Fields told, FoldedText words) =>
        told.One("tag") is "question"
        || (
            told.One("channel") is "mail"
            && told.One("tag") is "ack" or "update"
            && words.Source.Contains('?', StringComparison.Ordinal)
        );

    static int Asked(Session session, Character person) =>
        session.Events.Count(e =>
            e.Data.All("unclear").Any(u => u.StartsWith($"{person.Id}.", StringComparison.Ordinal))
        );

    static bool Works(Session session, string probe, DateTimeOffset at) =>
        session.Scenario.Probes.First(p => p.Id == probe).Works.In(session.Story, Firing.NotYet).At(at) is not null;

    static Fields WithSome(Fields fields, string name, IEnumerable<string> texts) =>
        texts.ToList() is { Count: > 0 } some ? fields.With(name, some) : fields;

    /// <summary>The rules by which people answer what they are asked, and ask what they did not understand.</summary>
    internal static IEnumerable<Rule> Answers(Character person, int order, Func<string, bool> byMail)
    {
        foreach (var intent in person.Intents)
        {
            var kind = intent.Tries is null ? SayKind.Answer : SayKind.Announcement;
            var answer = Line(intent.Id, kind) with { Tries = intent.Tries };
            yield return On("understood", [$"{person.Id}.{intent.Id}"], intent.Id, answer, Rule.Always) with
            {
                Unless = intent.Unless,
            };
            // Whoever said that they will try tells what came of it.
            if (intent.Tries is { } trial)
                yield return new(
                    $"{answer.Key}.tried",
                    order,
                    new Happened(
                        new(
                            answer.ByMail ? EventTypes.MailReceived : EventTypes.ChatReceived,
                            [new("key", [answer.Key])]
                        )
                    ),
                    null,
                    Rule.Always,
                    [answer.Outcome with { After = trial.After }]
                );
        }
        string[] unclear = [.. Enumerable.Range(1, PoliteQuestions).Select(n => Numbered(person, n))];
        yield return On("unclear", unclear, "unclear", Line("unclear", SayKind.Unclear), PoliteQuestions);
        yield return On(
            "unclear",
            [Numbered(person, PoliteQuestions + 1)],
            "not-understood",
            new Emit(Delay.None, EventTypes.MentorHinted, SessionEvent.Director, person.Id),
            1
        );

        Rule On(string field, IReadOnlyList<string> of, string id, Effect effect, int repeat) =>
            new(
                $"{person.Id}.{id}",
                order,
                new AnyOf([
                    new Happened(new(EventTypes.MessageSent, [new(field, of)])),
                    new Happened(new(EventTypes.EscalationSent, [new(field, of)])),
                    new Happened(new(EventTypes.ApprovalRequested, [new(field, of)])),
                ]),
                null,
                repeat,
                [effect]
            );

        Say Line(string id, SayKind kind) =>
            new(person.ReplyAfter, person.Id, $"{person.Id}.{id}", $"{person.Id}.{id}", byMail(person.Id))
            {
                Kind = kind,
            };
    }

    static string Numbered(Character person, int n) => string.Create(CultureInfo.InvariantCulture, $"{person.Id}.{n}");
}
