using Stepdesk.Core.Tickets;

namespace Stepdesk.Engine.Door;

/// <summary>One chat channel of a world, such as one in Teams or Slack: its name, what gets there, and the way there.</summary>
public interface IChatOut
{
    string Name { get; }

    /// <summary>As what its readers are asked by every escalation to this specialty; null where only by name.</summary>
    Specialty? For { get; }

    /// <summary>Whether alarms by chat go there.</summary>
    bool TakesAlarms { get; }

    /// <summary>Hands the card over. Null when the chat accepted it, else why not.</summary>
    Task<Unposted?> PostAsync(ChatCard card, CancellationToken stop);
}

/// <summary>Why a card did not get into its channel.</summary>
/// <param name="Status">What the chat answered, as a number, or the kind of failure; never an address or a text.</param>
/// <param name="ForGood">Asking again would get the same answer.</param>
/// <param name="Wait">How long the chat asked to be left alone.</param>
public sealed record Unposted(string Status, bool ForGood = false, TimeSpan? Wait = null);

/// <summary>What a channel is told, before it has a form. Everything in it is plain text.</summary>
/// <param name="Heading">What it is.</param>
/// <param name="Summary">What it is about, in a line.</param>
/// <param name="Open">Leads to the ticket, for who works at the desk.</param>
public sealed record ChatCard(string Heading, string Summary, CardLink Open)
{
    /// <summary>Somebody has to look now.</summary>
    public bool IsUrgent { get; init; }
    public IReadOnlyList<(string Name, string Value)> Facts { get; init; } = [];
    public IReadOnlyList<CardText> Texts { get; init; } = [];

    /// <summary>Where colleagues answer; null when nothing is asked.</summary>
    public CardLink? Answer { get; init; }

    /// <summary>Where the card leads, what is asked for first.</summary>
    public IEnumerable<CardLink> Links => Answer is null ? [Open] : [Answer, Open];

    /// <summary>Gets shorter before anything else does.</summary>
    public IReadOnlyList<CardText> Evidence { get; init; } = [];

    /// <summary>What stands small at the end.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What is added to <see cref="Notes"/> when something had to be left out.</summary>
    public string CutNote { get; init; } = "";
}

/// <summary>A part of a card under a title of its own, perhaps empty; a link has what it shows as its text.</summary>
public sealed record CardText(string Title, string Text)
{
    public string? Link { get; init; }
}

public sealed record CardLink(string Label, string Url);
