using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Practice.Imports;

/// <summary>
/// The log of a run that happened elsewhere, as far as its record goes. Nothing is made up: who wrote what and when it
/// tells, and what it cannot tell stands in the first event, so that no line is judged by what nobody saw. Its clock
/// begins with the report, as that of a run here does.
/// </summary>
public static class Importing
{
    /// <summary>In what is shown: instants are.</summary>
    public const string Times = "times";

    /// <summary>In what is assumed: which way it turned out.</summary>
    public const string Branch = "branch";

    /// <summary>By how many clocks the record goes, where by more than one.</summary>
    public const string Clocks = "clocks";

    // Longer than anybody works on one ticket.
    static readonly TimeSpan Ever = TimeSpan.FromDays(3650);

    /// <summary>What happened, as far as the record tells.</summary>
    /// <param name="branch">Which way it turned out; the likeliest is assumed where nobody knows.</param>
    public static IReadOnlyList<SessionEvent> Log(Scenario scenario, Elsewhere from, string? branch, Language language)
    {
        var drawn = branch ?? scenario.Branches.MaxBy(b => b.Weight)!.Id;
        var session = Session.Begin(scenario with { Rules = [], Horizon = Ever }, 0, language, drawn);
        var taken = new Taken(session, from, FirstSaid(scenario));
        taken.Play();
        var first = session.Events[0];
        var data = first.Data.With("source", from.Source).With("shows", [.. taken.Shows.Order(StringComparer.Ordinal)]);
        if (branch is null && scenario.Branches.Count > 1)
            data = data.With("assumed", Branch);
        if (!IsByOneClock(scenario, from))
            data = data.With(Clocks, "2");
        return [first with { Data = data }, .. session.Events.Skip(1)];
    }

    /// <summary>
    /// Whether instants of ticket and messages can be by one clock. Odoo exports its lists in UTC, and shows messages by
    /// the clock on the wall: what is copied from there is as many hours behind the list as that clock is from UTC.
    /// </summary>
    public static bool IsByOneClock(Scenario scenario, Elsewhere from)
    {
        if (from.IsClockKnown || from.ReportedAt is not { } reported || from.Messages.Min(m => m.At) is not { } first)
            return true;
        var behind = first - reported;
        var apart = scenario.Start.Offset;
        return behind > -Hour && (apart == TimeSpan.Zero || behind < apart || behind > apart + Hour);
    }

    // Whoever answers takes that long at most, and a report is that much older than its ticket.
    static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    // The report is the first thing anybody writes.
    static Say? FirstSaid(Scenario scenario) =>
        scenario.Rules.Where(r => r.When is Elapsed).SelectMany(r => r.Then).OfType<Say>().FirstOrDefault();

    sealed class Taken(Session session, Elsewhere from, Say? report)
    {
        readonly Scenario scenario = session.Scenario;
        readonly HashSet<string> shows = new(StringComparer.Ordinal)
        {
            EventTypes.Started,
            EventTypes.Ended,
            EventTypes.MailReceived,
            EventTypes.TicketCreated,
        };

        DateTimeOffset? reported;

        public IEnumerable<string> Shows => shows;

        public void Play()
        {
            var reporter = report?.From ?? scenario.Cast.First(c => c.Audience is Audience.Customer).Id;
            // What its reporter wrote before anybody answered is the report.
            var first =
                from.Messages.OrderBy(Instant).FirstOrDefault() is { IsNote: false } earliest
                && Author(earliest, reporter) == reporter
                    ? earliest
                    : null;
            reported = from.ReportedAt ?? first?.At;
            session.Append(
                session.Story.Start,
                EventTypes.MailReceived,
                reporter,
                first is null
                    ? Fields.Of(("from", reporter), ("line", report?.Line), ("key", report?.Key))
                    : Fields.Of(("from", reporter), ("text", first.Text), ("key", report?.Key)),
                1
            );
            Director.Settle(session);
            if (reported is not null && from.Messages.All(m => m.At is not null) && IsByOneClock(scenario, from))
                shows.Add(Times);
            Do("create", Logged(reporter));
            var theirs = from.Messages.Where(m => !m.IsNote && Author(m, reporter) is null).ToList();
            foreach (var message in from.Messages.OrderBy(Instant).Where(m => m != first))
                Tell(message, reporter, theirs);
            foreach (var (kind, text) in from.Written)
                if (scenario.HandInKinds.FirstOrDefault(k => IsCalled(k, kind)) is { } known)
                {
                    shows.Add(EventTypes.Submitted);
                    Do("submit", Fields.Of(("kind", known), ("text", text)));
                }
            if (from.IsClosed)
            {
                shows.Add(EventTypes.TicketClosed);
                session.Append(There(from.ClosedAt), EventTypes.TicketClosed, SessionEvent.Trainee, Fields.None);
            }
            session.Append(
                session.Story.End,
                EventTypes.Ended,
                SessionEvent.Director,
                Fields.Of(("reason", "imported"))
            );
        }

        Fields Logged(string reporter)
        {
            var fields = Fields.Of(
                ("title", from.Title),
                ("description", from.Description is { Length: > 0 } said ? said : from.Title),
                ("requester", reporter),
                ("class", from.Class),
                ("priority", from.Priority),
                ("affected", from.Affected?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                ("category", from.Category is { Length: > 0 } category ? category : null)
            );
            return from.Tags.Count > 0 ? fields.With("tags", [.. from.Tags]) : fields;
        }

        void Tell(Wrote message, string reporter, List<Wrote> theirs)
        {
            if (Author(message, reporter) is { } by)
            {
                session.Append(
                    There(message.At),
                    EventTypes.MailReceived,
                    by,
                    Fields.Of(("from", by), ("text", message.Text))
                );
                Director.Settle(session);
                return;
            }
            var to = scenario.Cast.Where(c => IsNamed(c, message.To)).Select(c => c.Id).ToList();
            if (Team(message, to) is { } team)
            {
                shows.Add(EventTypes.EscalationSent);
                Do("escalate", Fields.Of(("to", team), ("text", message.Text)), message.At);
            }
            else if (message.IsNote)
            {
                shows.Add(EventTypes.NoteAdded);
                Do("note", Fields.Of(("text", message.Text)), message.At);
            }
            else
            {
                shows.Add(EventTypes.MessageSent);
                var tag =
                    theirs[0] == message ? "ack"
                    : theirs[^1] == message && from.IsClosed ? "resolution"
                    : "update";
                Do(
                    "message",
                    Fields
                        .Of(("text", message.Text), ("channel", "mail"), ("tag", tag))
                        .With("to", to.Count > 0 ? [.. to] : [reporter]),
                    message.At
                );
            }
        }

        // Whoever hands it in wrote what nobody of the scenario did.
        string? Author(Wrote message, string reporter) =>
            from.Requester.Length > 0 && Fold.Of(message.From) == Fold.Of(from.Requester)
                ? reporter
                : scenario.Cast.FirstOrDefault(c => IsNamed(c, message.From))?.Id;

        // What goes to specialists is passed on; elsewhere that is often a note that says so.
        string? Team(Wrote message, List<string> to)
        {
            var teams = scenario.Cast.Where(c => c.Audience is Audience.Technical).ToList();
            if (teams.Find(t => to.Contains(t.Id)) is { } named)
                return named.Id;
            if (!message.IsNote || teams.Count == 0)
                return null;
            var said = Fold.Of(message.Text);
            return
                said.Contains("escalat", StringComparison.Ordinal)
                || said.Contains("chuyen cap", StringComparison.Ordinal)
                ? (teams.Find(t => IsNamed(t, message.Text)) ?? teams[0]).Id
                : null;
        }

        static bool IsNamed(Character who, string text)
        {
            var folded = Fold.Of(text);
            return folded.Length > 0
                && (
                    ((string?[])[who.Name.Vi, who.Name.En, who.Email]).Any(name =>
                        name is { Length: > 0 } && folded.Contains(Fold.Of(name), StringComparison.Ordinal)
                    )
                );
        }

        bool IsCalled(string kind, string said) =>
            kind == said
            || Fold.Of(said) == Fold.Of(scenario.HandInCalled(kind, Language.Vi))
            || Fold.Of(said) == Fold.Of(scenario.HandInCalled(kind, Language.En));

        void Do(string verb, Fields fields, DateTimeOffset? at = null) =>
            Trainee.Act(session, new(verb, fields), There(at));

        static DateTimeOffset Instant(Wrote message) => message.At ?? DateTimeOffset.MinValue;

        // By how long after the report it was, on the scenario's own day.
        DateTimeOffset There(DateTimeOffset? at)
        {
            if (at is not { } known || reported is not { } began)
                return session.Story.End;
            var there = session.Story.Start + TimeSpan.FromSeconds(Math.Floor((known - began).TotalSeconds));
            return there > session.Story.End ? there : session.Story.End;
        }
    }
}
