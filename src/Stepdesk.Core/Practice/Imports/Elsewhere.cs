using Stepdesk.Core.History;

namespace Stepdesk.Core.Practice.Imports;

/// <summary>A ticket that was worked on elsewhere, as far as its record tells of it.</summary>
/// <param name="Source">What kind of record it is, <see cref="Record"/> or <see cref="Odoo"/>.</param>
/// <param name="Requester">What the one who reported it is called there.</param>
public sealed record Elsewhere(string Source, string Title, string Requester)
{
    public const string Record = "record";
    public const string Odoo = "odoo";

    public string Description { get; init; } = "";
    public string? Class { get; init; }
    public string? Priority { get; init; }
    public int? Affected { get; init; }
    public string? Category { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];
    public DateTimeOffset? ReportedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public bool IsClosed { get; init; }

    /// <summary>Whether it is known by which clock its own instants are, beside those of its messages.</summary>
    public bool IsClockKnown { get; init; } = true;
    public IReadOnlyList<Wrote> Messages { get; init; } = [];

    /// <summary>What was handed in with it: justification, reflection and what else the scenario asks for.</summary>
    public IReadOnlyList<(string Kind, string Text)> Written { get; init; } = [];
}

/// <summary>A message of the record. Where the record has no time for it, its place says what came before.</summary>
/// <param name="To">Whom it was for; empty where the record does not say.</param>
public sealed record Wrote(DateTimeOffset? At, string From, string To, string Text, bool IsNote);

/// <summary>Why a record cannot be taken over, with what to do about it.</summary>
public static class ImportRefusals
{
    public static readonly Refusal Empty = new("import-empty");
    public static readonly Refusal TooLarge = new("import-too-large");
    public static readonly Refusal NoScenario = new("import-no-scenario");

    /// <summary>The record says itself of which scenario it is.</summary>
    public static Refusal OtherScenario(string its) => new("import-other-scenario", its);

    public static Refusal NoBranch(string those) => new("import-no-branch", those);

    /// <summary>It is none of the kinds of files that can be read.</summary>
    public static Refusal Unreadable(string what) => new("import-unreadable", what);

    public static Refusal NotARecord(string found) => new("import-not-a-record", found);

    public static Refusal NoSubject(string columns) => new("import-no-subject", columns);

    public static readonly Refusal NoTicket = new("import-no-ticket");

    public static Refusal SeveralTickets(string those) => new("import-several-tickets", those);

    public static Refusal NoSuchTicket(string those) => new("import-no-such-ticket", those);

    public static Refusal NoMessages(string columns) => new("import-no-messages", columns);

    public static Refusal NoTime(string said) => new("import-no-time", said);
}
