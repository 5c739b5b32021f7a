namespace Stepdesk.Core.Practice.Sessions;

/// <summary>Every kind of event a session can have, with what it says. A scenario may name no other.</summary>
public static class EventTypes
{
    public const string Started = "session.started";
    public const string Ended = "session.ended";
    public const string Paused = "session.paused";
    public const string RuleFired = "rule.fired";
    public const string VariableSet = "variable.set";
    public const string FactRevealed = "fact.revealed";
    public const string Refused = "attempt.refused";
    public const string MentorHinted = "mentor.hinted";
    public const string MentorInjected = "mentor.injected";
    public const string MailReceived = "mail.received";
    public const string ChatReceived = "chat.received";
    public const string CallReceived = "call.received";
    public const string FixLive = "fix.live";
    public const string Queried = "telemetry.queried";
    public const string TicketCreated = "ticket.created";
    public const string TicketChanged = "ticket.field_changed";
    public const string TicketClosed = "ticket.closed";

    /// <summary>What of a message says which ways round the trouble it offers.</summary>
    public const string Workarounds = "workarounds";

    public const string MessageSent = "message.sent";
    public const string EscalationSent = "escalation.sent";
    public const string BroadcastSent = "broadcast.sent";
    public const string ApprovalRequested = "approval.requested";
    public const string ApprovalGranted = "approval.granted";
    public const string ApprovalDenied = "approval.denied";
    public const string NoteAdded = "note.added";
    public const string TestRun = "test.run";
    public const string WatchStarted = "watch.started";
    public const string WatchEnded = "watch.ended";
    public const string Confirmed = "customer.confirmed";
    public const string Disputed = "customer.disputed";
    public const string ReportExtracted = "report.extracted";
    public const string Submitted = "deliverable.submitted";

    static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        [Started] =
        [
            "scenario",
            "version",
            "hash",
            "seed",
            "branch",
            "language",
            "script",
            "source",
            "shows",
            "assumed",
            "clocks",
        ],
        [Ended] = ["reason"],
        [Paused] = ["reason", "rule"],
        [RuleFired] = ["rule", "n"],
        [VariableSet] = ["name", "value"],
        [FactRevealed] = ["fact"],
        [Refused] = ["verb", "code", "detail", "parts"],
        [MentorHinted] = ["about"],
        [MentorInjected] = ["injection", "reason"],
        [MailReceived] = ["from", "line", "key", "text"],
        [ChatReceived] = ["from", "line", "key"],
        [CallReceived] = ["from", "line", "key"],
        [FixLive] = ["key"],
        ["incident.grew"] = ["key"],
        ["incident.relapsed"] = ["key"],
        ["fix.partial"] = ["key"],
        [ApprovalGranted] = ["key"],
        [ApprovalDenied] = ["key"],
        [Confirmed] = ["key"],
        [Disputed] = ["key"],
        [WatchEnded] = ["for"],
    };

    /// <summary>Fields that the session adds to what the trainee said.</summary>
    static readonly Dictionary<string, string[]> Added = new(StringComparer.Ordinal)
    {
        [MessageSent] = ["mentions", "understood", "unclear", "workarounds", "unattached", "drawn", "personal"],
        [EscalationSent] = ["mentions", "understood", "unclear"],
        [BroadcastSent] = ["mentions"],
        [ApprovalRequested] = ["mentions", "understood", "unclear"],
        [NoteAdded] = ["mentions"],
        [TestRun] = ["result"],
        [ReportExtracted] = ["file"],
        [Submitted] = ["mentions"],
        ["ticket.resolved"] = ["mentions"],
        ["kb.drafted"] = ["mentions"],
        ["trend.noted"] = ["mentions"],
    };

    /// <summary>Only people of the scenario can cause these: nobody confirms for a customer.</summary>
    public static bool IsSomebodyElses(string type) =>
        Known.ContainsKey(type) && !type.StartsWith("session.", StringComparison.Ordinal);

    /// <summary>What an effect of a scenario may emit.</summary>
    public static IEnumerable<string> Emitted =>
        [
            FixLive,
            "fix.partial",
            "incident.grew",
            "incident.relapsed",
            ApprovalGranted,
            ApprovalDenied,
            Confirmed,
            Disputed,
            MentorHinted,
        ];

    /// <summary>What a trainee sees happen without looking for it: what others say and do to them, and the end of a watch.</summary>
    public static bool IsSeen(string type) =>
        type
            is MailReceived
                or ChatReceived
                or CallReceived
                or FactRevealed
                or ApprovalGranted
                or ApprovalDenied
                or Confirmed
                or Disputed
                or WatchEnded
                or Paused
                or Ended;

    public static bool Exists(string type) => FieldsOf(type) is not null;

    /// <summary>What an event of the type may say; null for a type there is not.</summary>
    public static IReadOnlyList<string>? FieldsOf(string type)
    {
        IEnumerable<string> own = Known.TryGetValue(type, out var known) ? known : [];
        var asked = Verbs.All.Where(v => v.Event == type).SelectMany(v => v.Fields).Select(f => f.Name);
        IEnumerable<string> added = Added.TryGetValue(type, out var more) ? more : [];
        string[] all = [.. own.Concat(asked).Concat(added).Distinct(StringComparer.Ordinal)];
        return all.Length > 0 || Verbs.All.Any(v => v.Event == type) ? all : null;
    }

    public static IEnumerable<string> All =>
        Known
            .Keys.Concat(Verbs.All.Select(v => v.Event))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
}
