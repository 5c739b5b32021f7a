namespace Stepdesk.Core.Practice.Sessions;

/// <summary>What a field of a move holds.</summary>
public enum FieldKind
{
    Text,
    Texts,
    Person,
    People,
    Facts,
    Duration,
    Instant,
    Number,
    Class,
    Priority,
    Probe,
    Article,
    Link,
    Columns,
}

/// <summary>A field of a move.</summary>
public sealed record VerbField(string Name, FieldKind Kind, bool Required = false);

/// <summary>Something a trainee can do, and the event it becomes.</summary>
public sealed record Verb(string Name, string Event, params IReadOnlyList<VerbField> Fields)
{
    /// <summary>Only once there is a ticket.</summary>
    public bool NeedsTicket { get; init; }
}

/// <summary>Everything a trainee can do. None of it writes in somebody else's name, and none says when it happened.</summary>
public static class Verbs
{
    public static IReadOnlyList<Verb> All { get; } =
    [
        new("look", "lookup.performed", Needed("system"), Free("subject")),
        new(
            "query",
            EventTypes.Queried,
            Needed("table"),
            new("name", FieldKind.Texts),
            new("split", FieldKind.Texts),
            new("filter", FieldKind.Texts),
            new("from", FieldKind.Instant, true),
            new("to", FieldKind.Instant),
            new("shown", FieldKind.Texts),
            new("rows", FieldKind.Number),
            new("shows", FieldKind.Texts)
        ),
        new(
            "classify",
            EventTypes.TicketChanged,
            new("class", FieldKind.Class),
            new("priority", FieldKind.Priority),
            new("affected", FieldKind.Number),
            Free("category"),
            new("tags", FieldKind.Texts),
            Free("reason")
        ),
        new(
            "create",
            EventTypes.TicketCreated,
            Needed("title"),
            Needed("description"),
            new("requester", FieldKind.Person, true),
            new("class", FieldKind.Class),
            new("priority", FieldKind.Priority),
            new("affected", FieldKind.Number),
            Free("category"),
            new("tags", FieldKind.Texts),
            new("due", FieldKind.Instant)
        ),
        new("note", EventTypes.NoteAdded, Needed("text"), Free("tag"), new("attached", FieldKind.Facts)),
        new(
            "message",
            EventTypes.MessageSent,
            new("to", FieldKind.People, true),
            Needed("text"),
            Free("channel"),
            Free("tag"),
            new("next_contact", FieldKind.Duration),
            new("asks", FieldKind.Texts),
            new("offers", FieldKind.Texts),
            new("attached", FieldKind.Facts),
            new("files", FieldKind.Texts),
            // Those of the files that are as they were drawn here.
            new("reports", FieldKind.Texts)
        ),
        new(
            "escalate",
            EventTypes.EscalationSent,
            new("to", FieldKind.Person, true),
            Needed("text"),
            Free("ask"),
            new("tried", FieldKind.Texts),
            new("next_contact", FieldKind.Duration),
            new("attached", FieldKind.Facts)
        )
        {
            NeedsTicket = true,
        },
        // Many at once, and on the pages: whoever is named is who of them the scenario knows.
        new(
            "broadcast",
            EventTypes.BroadcastSent,
            Needed("title"),
            Needed("text"),
            new("to", FieldKind.People),
            Free("tag"),
            new("next_contact", FieldKind.Duration)
        ),
        new(
            "ask-approval",
            EventTypes.ApprovalRequested,
            new("to", FieldKind.People, true),
            Needed("text"),
            Needed("purpose"),
            new("fields", FieldKind.Texts, true),
            new("within", FieldKind.Duration),
            new("asks", FieldKind.Texts)
        )
        {
            NeedsTicket = true,
        },
        new("test", EventTypes.TestRun, new("target", FieldKind.Probe, true), Free("as")),
        new("watch", EventTypes.WatchStarted, new("for", FieldKind.Duration, true), Free("target")),
        new("resolve", "ticket.resolved", Needed("cause"), Needed("resolution"), new("spent", FieldKind.Duration))
        {
            NeedsTicket = true,
        },
        new("link", "ticket.linked", new("requester", FieldKind.Person, true), new("kind", FieldKind.Link, true))
        {
            NeedsTicket = true,
        },
        new("reset-link", "account.reset_link_sent", Account) { NeedsTicket = true },
        new("reactivate", "account.reactivated", Account) { NeedsTicket = true },
        // Refused nowhere: that a password was set for somebody is what a line of a rubric has to be able to see.
        new("set-password", "account.password_set", Account) { NeedsTicket = true },
        // Data that leave their house: which columns were drawn, and narrowed to what, is all a rubric needs to see.
        new(
            "extract",
            EventTypes.ReportExtracted,
            new("fields", FieldKind.Columns, true),
            new("filter", FieldKind.Texts)
        )
        {
            NeedsTicket = true,
        },
        new("article", "article.linked", new VerbField("article", FieldKind.Article, true)) { NeedsTicket = true },
        new("draft", "kb.drafted", Needed("title"), Needed("text")),
        new("trend", "trend.noted", Needed("text")),
        new Verb("close", EventTypes.TicketClosed, []) { NeedsTicket = true },
        new("submit", EventTypes.Submitted, Needed("kind"), Needed("text")),
        new Verb("finish", EventTypes.Ended, []),
    ];

    public static Verb? Find(string name) => All.FirstOrDefault(v => v.Name == name);

    /// <summary>Whose account it is.</summary>
    static VerbField Account => new("account", FieldKind.Person, true);

    static VerbField Needed(string name) => new(name, FieldKind.Text, true);

    static VerbField Free(string name) => new(name, FieldKind.Text);
}
