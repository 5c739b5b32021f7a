using System.Globalization;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Reviews;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Redaction;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Practice;
using Words = Stepdesk.Web.Shared.Words;

namespace Stepdesk.Web.Practice;

/// <summary>Makes the record of a run that is over, in the reader's language. One record is one export: stand-ins are its own.</summary>
sealed class RecordMaking
{
    readonly ReviewedSession of;
    readonly Words words;
    readonly Telling telling;
    readonly Redactor redactor = new();
    readonly SortedDictionary<Sensitive, int> removed = [];
    readonly IReadOnlyList<string> known;

    // Who stands in what the author wrote: nobody of the desk does.
    readonly IReadOnlyList<string> cast;

    RecordMaking(ReviewedSession of, Words words) =>
        (this.of, this.words, telling, cast, known) = (
            of,
            words,
            new(of.Of.Session, words, words["role-trainee"]),
            [.. Parts(Cast(of))],
            [.. Parts(Cast(of).Append(of.Of.Inside.Name).Concat(of.Names.Values))]
        );

    /// <summary>The record of a run.</summary>
    public static async Task<Record> OfAsync(ReviewedSession of, Words words, Db db, CancellationToken stop) =>
        new RecordMaking(of, words).Make(await DeskOf.ReadAsync(db, of.Of, stop));

    Record Make(IReadOnlyList<DeskTicket> tickets)
    {
        var run = of.Run;
        var made = new Record
        {
            Session = of.Of.Row.Id,
            Scenario = of.Of.Scenario.Title.In(words.Language),
            ScenarioId = of.Of.Scenario.Id,
            Branch = of.Of.IsBranchKnown ? of.Of.Session.Branch : null,
            Mode = words.Of("practice-mode", of.Of.Row.Mode),
            StartedAt = of.Of.Row.StartedAt,
            Percent = run.Review.Confirmed?.Percent ?? run.Percent,
            IsConfirmed = run.Review.Confirmed is not null,
            Result = words[
                run.Review.Confirmed is { } confirmed
                    ? (confirmed.Passed ? "review-passed" : "review-not-passed")
                    : (run.Passes ? "debrief-passes" : "debrief-fails")
            ],
            Ticket = tickets.Where(t => t.IsMain).Select(Ticket).FirstOrDefault() ?? Told(of.Of.Session.Story),
            Others = [.. tickets.Where(t => !t.IsMain).Select(Ticket)],
            Mails = [.. run.Events.Where(IsMail).Select(Mail)],
            Timeline =
            [
                .. Course
                    .Together(run.Events.Where(e => !Course.IsMachinery(e.Type)), tickets)
                    .Select(m => m.Desk is { } beside ? Moment(beside) : Moment(m.Happened!)),
            ],
            Evidence = [.. run.Events.Where(e => e.Type is EventTypes.FactRevealed).Select(Moment)],
            Written = [.. Written()],
            Lines = [.. run.Lines.Select(Line)],
        };
        return made with { Removed = [.. removed.Select(r => new Removed(r.Key, r.Value))] };
    }

    RecordTicket Ticket(DeskTicket of) => Ticket(of.Number, of.Ticket, of.Requester?.Name.In(words.Language) ?? "");

    RecordTicket Ticket(int number, Ticket ticket, string requester) =>
        new(
            number,
            Clean(ticket.Title),
            Clean(ticket.Description),
            Clean(requester),
            ticket.Class is { } service ? words.Of("class", service) : "",
            Clean(ticket.Justification),
            words.Of("priority", ticket.Priority),
            ticket.Affected?.Count,
            Clean(Core.Words.Slug.InWords(ticket.Category ?? "")),
            [.. ticket.Tags.Select(Clean)],
            There(ticket.ReportedAt),
            There(ticket.AcknowledgedAt),
            There(ticket.ResolvedAt),
            There(ticket.ClosedAt),
            OdooList.StageOf(ticket),
            ticket.Priority
        );

    // A run that was worked elsewhere, or by a script, has no desk: its ticket is what its own events say of it.
    RecordTicket? Told(Story story)
    {
        if (story.Ticket is not { } logged)
            return null;
        var (requester, service, rank) = (
            Now("requester"),
            Known<ClassOfService>("class"),
            Known<Priority>("priority")
        );
        var (answered, resolved, closed) = (
            story.Events.FirstOrDefault(e =>
                e.Type is EventTypes.MessageSent && e.Data.All("to").Contains(requester, StringComparer.Ordinal)
            ),
            story.First("ticket.resolved"),
            story.First(EventTypes.TicketClosed)
        );
        return new(
            1,
            Clean(Now("title") ?? ""),
            Clean(Now("description") ?? ""),
            Clean(telling.NameOf(requester)),
            service is { } known ? words.Of("class", known) : "",
            Clean(Now("reason") ?? ""),
            rank is { } ranked ? words.Of("priority", ranked) : "",
            int.TryParse(Now("affected"), CultureInfo.InvariantCulture, out var affected) ? affected : null,
            Clean(Core.Words.Slug.InWords(Now("category") ?? "")),
            [.. story.Field("tags")?.Data.All("tags").Select(Clean) ?? []],
            There(story.First(EventTypes.MailReceived)?.At ?? logged.At),
            There(answered?.At),
            There(resolved?.At),
            There(closed?.At),
            OdooList.StageOf(
                isResolved: (resolved ?? closed) is not null,
                isAtWork: story.First(EventTypes.EscalationSent) is not null,
                isAnswered: answered is not null
            ),
            rank ?? Priority.Normal
        );

        string? Now(string field) => story.Field(field)?.Data.One(field);

        T? Known<T>(string field)
            where T : struct, Enum =>
            Enum.TryParse<T>(Now(field)?.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var value)
                ? value
                : null;
    }

    RecordMail Mail(SessionEvent sent) =>
        new(
            sent.At,
            Clean(telling.NameOf(sent.Actor)),
            Clean(
                sent.Data.All("to") is { Count: > 0 } to
                    ? string.Join(", ", to.Select(telling.NameOf))
                    : telling.NameOf(SessionEvent.Trainee)
            ),
            Clean(telling.Said(sent) ?? "")
        );

    RecordMoment Moment(SessionEvent happened) =>
        new(happened.Seq, happened.At, Clean(telling.Line(happened)), Clean(telling.Said(happened) ?? ""));

    RecordMoment Moment(DeskMoment beside) => new(0, beside.At, Clean(telling.Line(beside)), Clean(beside.Said ?? ""));

    IEnumerable<RecordText> Written()
    {
        foreach (var handed in of.Run.Events.Where(e => e.Type is EventTypes.Submitted))
            yield return new(
                Clean(telling.KindOf(handed.Data.One("kind"))),
                handed.At,
                Clean(handed.Data.One("text") ?? "")
            );
        foreach (var line in of.Run.Lines)
        foreach (var revision in line.Review.Revisions)
            if (revision is { Written: { } again, HandedInAt: not null })
                yield return new(
                    Clean($"{words["review-said-new"]} · {line.Line.Id}"),
                    There(again.At),
                    Clean(again.Text)
                );
    }

    RecordLine Line(ReviewedLine line) =>
        new(
            line.Line.Id,
            Clean(line.Line.Asks.In(words.Language), cast),
            line.Verdict.Outcome,
            words.Of("outcome", line.Verdict.Outcome),
            Clean(line.Verdict.Sentence.In(words.Language)),
            line.Outcome,
            words.Of("outcome", line.Outcome),
            line.Outcome is Outcome.NotApplicable ? null : line.Points,
            line.Outcome is Outcome.NotApplicable ? null : line.Line.Weight,
            Clean(
                string.Join(
                    '\n',
                    ((Word?[])[line.Review.Grade?.Word, line.Review.Ruled?.Word, line.Review.Contest?.Answer])
                        .OfType<Word>()
                        .Select(w => w.Text)
                        .Where(t => t.Length > 0)
                        // An answer that sets a verdict right is its reason too.
                        .Distinct(StringComparer.Ordinal)
                )
            )
        );

    string Clean(string text) => Clean(text, known);

    string Clean(string text, IReadOnlyList<string> names)
    {
        var redacted = redactor.Redact(text, names);
        foreach (var one in redacted.Removed)
            removed[one.Kind] = removed.GetValueOrDefault(one.Kind) + one.Count;
        return Visible.Of(redacted.Text);
    }

    static bool IsMail(SessionEvent happened) =>
        happened.Type is EventTypes.MailReceived or EventTypes.MessageSent or EventTypes.EscalationSent;

    DateTimeOffset There(DateTimeOffset at) => at.ToOffset(of.Of.Scenario.Start.Offset);

    DateTimeOffset? There(DateTimeOffset? at) => at is { } known ? There(known) : null;

    // Teams are no people.
    static IEnumerable<string> Cast(ReviewedSession of) =>
        of
            .Of.Scenario.Cast.Where(c => c.Audience is not Core.Practice.Scenarios.Audience.Technical)
            .SelectMany(c => (string[])[c.Name.Vi, c.Name.En])
            .Concat(of.Of.Scenario.Mentioned);

    // People are called by their whole name, and in Vietnamese by the last one or two parts of it; what two are called
    // stands there twice.
    static IEnumerable<string> Parts(IEnumerable<string> names) =>
        names
            .Distinct(StringComparer.Ordinal)
            .Select(name => name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .SelectMany(parts =>
                Enumerable
                    .Range(1, Math.Min(2, parts.Length))
                    .Select(n => string.Join(' ', parts[^n..]))
                    .Append(string.Join(' ', parts))
                    .Distinct(StringComparer.Ordinal)
            )
            .Where(name => name.Length > 1);
}
