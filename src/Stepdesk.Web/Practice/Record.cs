using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Redaction;

namespace Stepdesk.Web.Practice;

/// <summary>
/// What is handed in of a run, made from its log: nothing in it was typed a second time. Names, addresses, telephones and
/// secrets are taken out of every text in it, and it says how many of which.
/// </summary>
public sealed record Record
{
    /// <summary>The run's number; its trainee's name is not in it.</summary>
    public required int Session { get; init; }
    public required string Scenario { get; init; }

    /// <summary>By which name a program knows the scenario, and the branch it took.</summary>
    public required string ScenarioId { get; init; }
    public required string? Branch { get; init; }
    public required string Mode { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public required string Result { get; init; }
    public required int Percent { get; init; }
    public required bool IsConfirmed { get; init; }

    /// <summary>The ticket as it stood at the end; null when none was logged.</summary>
    public RecordTicket? Ticket { get; init; }

    /// <summary>Whatever else was logged in the run, such as further reports of the same.</summary>
    public IReadOnlyList<RecordTicket> Others { get; init; } = [];
    public required IReadOnlyList<RecordMail> Mails { get; init; }
    public required IReadOnlyList<RecordMoment> Timeline { get; init; }

    /// <summary>What came to light, and when.</summary>
    public required IReadOnlyList<RecordMoment> Evidence { get; init; }
    public required IReadOnlyList<RecordText> Written { get; init; }
    public required IReadOnlyList<RecordLine> Lines { get; init; }

    /// <summary>How many of what was taken out.</summary>
    public IReadOnlyList<Removed> Removed { get; init; } = [];
}

/// <summary>The ticket, in the words of the desk and in those of Odoo's list.</summary>
/// <param name="Stage">The column it would stand in at an Odoo desk.</param>
public sealed record RecordTicket(
    int Number,
    string Title,
    string Description,
    string Requester,
    string Class,
    string Justification,
    string Priority,
    int? Affected,
    string Category,
    IReadOnlyList<string> Tags,
    DateTimeOffset ReportedAt,
    DateTimeOffset? AcknowledgedAt,
    DateTimeOffset? ResolvedAt,
    DateTimeOffset? ClosedAt,
    string Stage,
    Core.Service.Priority Rank
);

/// <summary>A message as it was sent or came in.</summary>
public sealed record RecordMail(DateTimeOffset At, string From, string To, string Text);

/// <summary>Something that happened, in a sentence, with what was said.</summary>
/// <param name="Seq">Its number in the session's log; 0 where it happened at the desk beside it.</param>
public sealed record RecordMoment(int Seq, DateTimeOffset At, string What, string Text);

/// <summary>What the trainee wrote to be handed in; what was written again stands behind what it was.</summary>
public sealed record RecordText(string Kind, DateTimeOffset At, string Text);

/// <summary>A line of the rubric: what was found, and what a mentor made of it.</summary>
/// <param name="Points">Null where it did not come up, as <paramref name="OutOf"/> is.</param>
public sealed record RecordLine(
    string Id,
    string Asks,
    Outcome Rules,
    string RulesSay,
    string Because,
    Outcome Outcome,
    string Says,
    double? Points,
    double? OutOf,
    string Mentor
);
