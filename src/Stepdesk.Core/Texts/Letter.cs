using Stepdesk.Core.Words;

namespace Stepdesk.Core.Texts;

/// <summary>For whom a text is written, by what they can be told and how.</summary>
public enum Reader
{
    /// <summary>Who reported it or runs the class it is about: no jargon, no promise of a fix.</summary>
    Customer = 1,

    /// <summary>Who decides: figures, options and a question.</summary>
    Manager,

    /// <summary>Who can help: the facts, as technical as they are.</summary>
    Specialist,
}

/// <summary>A text as somebody is about to send it, with what is known beside it.</summary>
/// <param name="Language">The language it is written in; English words in a Vietnamese mail are understood all the same.</param>
public sealed record Letter(string Text, Reader To, Language Language)
{
    /// <summary>The number of its ticket, as it is written, such as <c>#00042</c>; null where there is none to name.</summary>
    public string? Ticket { get; init; }

    /// <summary>What is true of this case and of no other.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>Names of the reader: any word of them greets by name. Without one a name after a title does.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];
    public bool HasAttachment { get; init; }

    /// <summary>Where it greets nobody, it is sent with a greeting by name.</summary>
    public bool IsGreetedBySender { get; init; }

    /// <summary>Others read it too, each in a mail of their own.</summary>
    public bool IsForSeveral { get; init; }

    /// <summary>The next contact is promised in a field of its own.</summary>
    public bool PromisesContact { get; init; }

    /// <summary>By when the next contact is asked for, as its reader is told, where it is promised for later.</summary>
    public string? LatestContact { get; init; }

    /// <summary>It tells the solution; null where that has to be read from the text.</summary>
    public bool? IsResolution { get; init; }

    /// <summary>Texts it should not be a copy of: the template, what was sent in another case.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];
}

/// <summary>What a text either does or does not.</summary>
public enum TextRule
{
    /// <summary>It greets its reader by name.</summary>
    Greeting = 1,

    /// <summary>It names what this case is about.</summary>
    SpecificIssue,
    Empathy,

    /// <summary>It says what is being done.</summary>
    NextStep,

    /// <summary>It says when the reader hears next.</summary>
    NextContact,

    /// <summary>It promises no time by which something is mended or delivered.</summary>
    FixPromise,

    /// <summary>It names its own ticket and no other.</summary>
    TicketNumber,

    /// <summary>It spares a reader who is no technician the words of technicians.</summary>
    Jargon,

    /// <summary>It holds nothing that lets somebody in.</summary>
    Secret,

    /// <summary>Nothing is left to be filled in.</summary>
    Placeholder,

    /// <summary>What it says is attached is.</summary>
    AnnouncedAttachment,

    /// <summary>It asks whether the solution works.</summary>
    AsksForConfirmation,

    /// <summary>It tells the manager in figures what is affected.</summary>
    Impact,

    /// <summary>It gives the manager at least two ways to go.</summary>
    Options,

    /// <summary>It asks the manager for a decision.</summary>
    Decision,

    /// <summary>It is not a copy of another.</summary>
    Copy,
}

/// <summary>How a text stands to a rule. What is not found is no fault by itself: a person has to look.</summary>
public enum TextOutcome
{
    Met = 1,
    NotFound,
    Violated,

    /// <summary>Only a reader can tell.</summary>
    NeedsMentor,
}

/// <summary>What a rule says of a text.</summary>
/// <param name="Start">Where the words stand that it rests on; null where it rests on none.</param>
/// <param name="Length">How many characters they are.</param>
public sealed record Finding(TextRule Rule, TextOutcome Outcome, int? Start = null, int Length = 0)
{
    /// <summary>The words it rests on.</summary>
    public string? Span(string text) => Start is { } start ? text.Substring(start, Length) : null;
}
