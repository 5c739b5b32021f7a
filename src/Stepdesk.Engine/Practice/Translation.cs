using System.Globalization;
using Stepdesk.Core.Broadcasts;
using Stepdesk.Core.History;
using Stepdesk.Core.Practice;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Practice;

/// <summary>
/// What the trainee did at the desk, as moves of the session: the one table. What it does not name says nothing to the
/// people of a session, such as who owns a ticket.
/// </summary>
sealed class Translation(Db db, Held held, IReadOnlyDictionary<int, Character> cast, SessionTelemetry telemetry)
{
    readonly Shown shown = new(
        db,
        held.Session,
        (question, asOf) => telemetry.Narrowed(held.Row.Id, held.Session, question, asOf)
    );

    Session Session => held.Session;

    /// <summary>The moves an event comes to, in order.</summary>
    /// <param name="act">All events of the act it is part of.</param>
    public async Task<IReadOnlyList<Move>> OfAsync(Heard heard, IReadOnlyList<Heard> act, CancellationToken stop)
    {
        var isMain = heard.Ticket == held.Row.Ticket;
        return heard.What.What switch
        {
            Logged e when isMain => [Created(e, heard, act)],
            // The class a report was logged with is part of logging it.
            Classified
                when heard.Before.Version == 1 && act.Any(h => h.Ticket == heard.Ticket && h.What.What is Logged) => [],
            Classified e when isMain =>
            [
                Changed(
                    ("class", Name(e.Class)),
                    ("priority", Name(heard.Then.Priority)),
                    ("affected", Number(e.Affected?.Count)),
                    ("reason", e.Justification)
                ),
            ],
            PrioritySet e when isMain => [Changed(("priority", Name(e.Priority)))],
            CategorySet { Category: { } category } when isMain => [Changed(("category", category))],
            TagsSet { Tags: { Count: > 0 } tags } when isMain => [new("classify", Fields.None.With("tags", tags))],
            AffectedSet { Affected: { } affected } when isMain => [Changed(("affected", Number(affected.Count)))],
            Linked e when isMain => await LinkedAsync(e.Ticket, e.Kind, stop),
            // Who merges reports of one fault has found that they are one.
            TookIn e when isMain => await LinkedAsync(e.Ticket, LinkKind.HasDuplicate, stop),
            Replied e => Told(
                Requester(heard.Then),
                DeskWords.AsSent(Session, cast, heard.Then, e),
                TagOf(heard),
                e.NextUpdateAt,
                heard,
                e.Attachments
            ),
            HandedOver e => Told(Requester(heard.Then), e.Text, "delivery", null, heard, e.Attachments),
            // What the desk writes by itself is nobody's word: it names no hour and greets nobody.
            RequesterTold e when DeskWords.IsForm(e.Text) => [],
            RequesterTold e => Told(Requester(heard.Then), e.Text, "update", e.NextUpdateAt, heard, []),
            Briefed e => Told(Known(e.Readers), e.Text, "update", e.NextUpdateAt, heard, e.Attachments),
            EscalationWithdrawn e => Told(Known(e.Readers), e.Text, "withdrawal", null, heard, []),
            Escalated e when isMain => await EscalatedAsync(e, heard, stop),
            ApprovalAsked e when isMain && Known(e.Approvers) is { Count: > 0 } asked => [Asked(e, asked, heard)],
            ApprovalWithdrawn e => Told(Known(e.Readers), e.Text, "withdrawal", null, heard, []),
            Noted e => [new("note", Fields.Of(("text", e.Text)))],
            Diagnosed e =>
            [
                new(
                    "note",
                    WithSome(
                        Fields.Of(("text", e.Text), ("tag", "decision")),
                        "attached",
                        (await shown.OnAsync(heard.Ticket, null, stop))
                            .Concat(shown.Said(e.Text))
                            .Distinct(StringComparer.Ordinal)
                    )
                ),
            ],
            FindingKept { Remark.Length: > 0 } e =>
            [
                new("note", WithSome(Fields.Of(("text", e.Remark), ("tag", "evidence")), "attached", shown.By(e))),
            ],
            Resolved e =>
            [
                .. Told(
                    Requester(heard.Then),
                    DeskWords.AsSent(Session, cast, heard.Then, e),
                    "resolution",
                    null,
                    heard,
                    e.Attachments
                ),
                .. isMain ? [Solved(e, heard)] : Array.Empty<Move>(),
            ],
            TrendNoted e when isMain =>
            [
                new(
                    "trend",
                    Fields.Of(("text", e.Text.Length > 0 ? e.Text : Text.Of("practice-no-pattern", Session.Language)))
                ),
            ],
            Closed when isMain => [new("close", Fields.None)],
            _ => [],
        };
    }

    /// <summary>The move that telling many of an incident comes to, in the language of the session.</summary>
    public IReadOnlyList<Move> OfTold(Recorded told) =>
        told.What switch
        {
            BroadcastSent e => [Broadcast("known", e.Tellings, e.Readers, e.NextUpdateAt, told)],
            BroadcastUpdated e => [Broadcast("update", e.Tellings, e.Readers, e.NextUpdateAt, told)],
            BroadcastWithdrawn e => [Broadcast("over", e.Tellings, e.Readers, null, told)],
            _ => [],
        };

    Move Broadcast(
        string tag,
        IReadOnlyList<Telling> tellings,
        IEnumerable<int> readers,
        DateTimeOffset? next,
        Recorded told
    )
    {
        var said = tellings.FirstOrDefault(t => t.Language == Session.Language) ?? tellings[0];
        string[] lines = [said.Affects, said.Text];
        return new(
            "broadcast",
            WithSome(
                Fields.Of(
                    ("title", said.Title),
                    ("text", string.Join('\n', lines.Where(l => l.Length > 0))),
                    ("tag", tag),
                    ("next_contact", Wait(next, told.Moment.When))
                ),
                "to",
                Known(readers)
            )
        );
    }

    Move Created(Logged e, Heard heard, IReadOnlyList<Heard> act)
    {
        var decided = act.FirstOrDefault(h => h.Ticket == heard.Ticket && h.What.What is Classified);
        var classified = decided?.What.What as Classified;
        var fields = Fields.Of(
            ("title", e.Title),
            ("description", e.Description.Length > 0 ? e.Description : e.Title),
            ("requester", cast[e.Requester].Id),
            ("class", classified is null ? null : Name(classified.Class)),
            ("priority", classified is null ? null : Name(decided!.Then.Priority)),
            ("affected", Number((classified?.Affected ?? e.Affected)?.Count)),
            ("category", e.Category),
            (
                "due",
                classified?.Deadline is { } due ? SessionLog.Written(due.ToOffset(Session.Story.Start.Offset)) : null
            )
        );
        return new("create", WithSome(fields, "tags", e.Tags));
    }

    static Move Changed(params ReadOnlySpan<(string, string?)> fields) => new("classify", Fields.Of(fields));

    async Task<IReadOnlyList<Move>> LinkedAsync(int ticket, LinkKind kind, CancellationToken stop)
    {
        if (kind is not (LinkKind.HasDuplicate or LinkKind.Related))
            return [];
        var other = await db.Tickets.FindAsync([ticket], stop);
        return other is not null && cast.TryGetValue(other.Requester, out var reporter)
            ? [new("link", Fields.Of(("requester", reporter.Id), ("kind", Name(kind))))]
            : [];
    }

    static Move Solved(Resolved e, Heard heard) =>
        new(
            "resolve",
            Fields.Of(
                ("cause", e.Cause.Length > 0 ? e.Cause : e.Text),
                ("resolution", e.ForwardedTo is { } to ? $"{e.Text} ({to})" : e.Text),
                ("spent", Durations.Written(heard.What.Moment.When - heard.Then.ReportedAt))
            )
        );

    IReadOnlyList<Move> Told(
        IReadOnlyList<string> to,
        string text,
        string tag,
        DateTimeOffset? next,
        Heard heard,
        IReadOnlyList<Attachment> files
    )
    {
        if (to.Count == 0)
            return [];
        var says = Fields.Of(("text", text), ("channel", "mail"), ("tag", tag), ("next_contact", Wait(next, heard)));
        says = WithSome(says.With("to", to), "files", files.Select(f => f.Name));
        return [new("message", WithSome(says, "reports", ReportBook.Among(files, Session)))];
    }

    // People react to what was attached first and to the words second; both are here as the form has them.
    async Task<IReadOnlyList<Move>> EscalatedAsync(Escalated e, Heard heard, CancellationToken stop)
    {
        var language = Session.Language;
        string?[] lines =
        [
            e.Summary,
            e.Since is { } since ? Text.Of("practice-since", language, ("time", Hour(since))) : null,
            e.Affected is { } count ? Text.Of("practice-affected", language, ("count", count)) : null,
            e.Impact,
        ];
        var attached = await shown.OnAsync(heard.Ticket, e.Pins, stop);
        return
        [
            .. Known(e.Readers)
                // When the requester hears next is promised to the requester, and to nobody who is asked for help.
                .Select(to => new Move(
                    "escalate",
                    WithSome(
                        WithSome(
                            Fields.Of(
                                ("to", to),
                                ("text", string.Join('\n', lines.Where(l => l is { Length: > 0 }))),
                                ("ask", e.Ask)
                            ),
                            "tried",
                            e.Tried.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                        ),
                        "attached",
                        attached
                    )
                )),
        ];
    }

    // What a mail asks by its form, a person asks in words; people of a session answer those.
    Move Asked(ApprovalAsked e, IReadOnlyList<string> asked, Heard heard) =>
        new(
            "ask-approval",
            Fields
                .Of(
                    ("purpose", Name(e.Purpose)),
                    (
                        "text",
                        string.Join(
                            '\n',
                            (string[])[e.Why, .. e.Fields, Text.Of("practice-ask", e.Purpose, Session.Language)]
                        )
                    ),
                    ("within", Wait(e.Until, heard))
                )
                .With("to", asked)
                .With("fields", e.Fields)
        );

    // The first answer somebody gets on their ticket is its acknowledgement.
    static string TagOf(Heard heard) => heard.Before.Answers.Any() ? "update" : "ack";

    IReadOnlyList<string> Requester(Ticket ticket) => Known([ticket.Requester]);

    IReadOnlyList<string> Known(IEnumerable<int> people) =>
        [.. people.Where(cast.ContainsKey).Select(p => cast[p].Id).Distinct(StringComparer.Ordinal)];

    // A promise is kept to the minute.
    static string? Wait(DateTimeOffset? next, Heard heard) => Wait(next, heard.What.Moment.When);

    static string? Wait(DateTimeOffset? next, DateTimeOffset when) =>
        next is { } at && at > when
            ? Durations.Written(TimeSpan.FromSeconds(Math.Ceiling((at - when).TotalSeconds)))
            : null;

    string Hour(DateTimeOffset at) =>
        at.ToOffset(Session.Story.Start.Offset).ToString("HH:mm", CultureInfo.InvariantCulture);

    static string Name<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName($"{value}");

    static string? Number(int? count) => count?.ToString(CultureInfo.InvariantCulture);

    static Fields WithSome(Fields fields, string name, IEnumerable<string> texts) =>
        texts.ToList() is { Count: > 0 } some ? fields.With(name, some) : fields;
}
