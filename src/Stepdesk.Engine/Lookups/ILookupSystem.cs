using System.Text.RegularExpressions;
using Stepdesk.Core.History;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;

namespace Stepdesk.Engine.Lookups;

/// <summary>
/// Another system that knows something about an account, a person, a release, and perhaps does something to an account.
/// The real ones answer over the network, those of demonstrations and practice answer here; whoever asks, shows or keeps
/// an answer need not know which it was.
/// </summary>
public interface ILookupSystem
{
    /// <summary>What settings and programs call it; unique within a desk.</summary>
    string Name { get; }

    /// <summary>What people call it.</summary>
    Called Title { get; }

    bool IsSimulated { get; }

    /// <summary>Whether addresses are masked in what is kept of its answers.</summary>
    bool IsSensitive { get; }

    /// <summary>What a question says, in order.</summary>
    IReadOnlyList<LookupParameter> Parameters { get; }

    /// <summary>What it does to accounts; nothing as a rule.</summary>
    IReadOnlyList<LookupAction> Actions { get; }

    /// <summary>Asks, and changes nothing. It answers in every case: what went wrong is in the answer.</summary>
    Task<LookupAnswer> AskAsync(LookupQuestion question, CancellationToken stop);

    /// <summary>Has it do something to an account. Asked again by one key it does it once.</summary>
    Task<ActionAnswer> DoAsync(LookupAction action, LookupQuestion question, string key, CancellationToken stop);
}

/// <summary>Something a system does to an account, such as sending a link to reset a password.</summary>
/// <param name="NeedsApproval">Whether somebody has to have agreed to it.</param>
public sealed record LookupAction(
    string Name,
    Called Title,
    IReadOnlyList<LookupParameter> Parameters,
    bool NeedsApproval
);

/// <summary>What came of an action, and why not where it was not done or nobody knows.</summary>
public sealed record ActionAnswer(AccountEnding Ending, Refusal? Why = null)
{
    public static readonly ActionAnswer Done = new(AccountEnding.Done);
}

/// <summary>One of a few values.</summary>
public sealed record LookupChoice(string Value, Called Title);

/// <summary>A part of a question to a system.</summary>
public sealed record LookupParameter(string Name, Called Title)
{
    public ParameterKind Kind { get; init; } = ParameterKind.Text;
    public bool IsOptional { get; init; }

    /// <summary>Whether it is about a person, and so read by colleagues alone.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>Whether its form begins with the address of the ticket's requester.</summary>
    public bool IsRequester { get; init; }

    /// <summary>What all of a value has to look like, where an administrator said so.</summary>
    public Regex? Form { get; init; }

    /// <summary>The only values there are; any that fits when there are none here.</summary>
    public IReadOnlyList<LookupChoice> Choices { get; init; } = [];

    /// <summary>An example of a value that fits.</summary>
    public string? Example { get; init; }
}

/// <summary>What a value has to be.</summary>
public enum ParameterKind
{
    /// <summary>Anything on one line.</summary>
    Text = 1,

    /// <summary>A mail address.</summary>
    Email,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>Letters a to z, digits, dots, dashes and underscores.</summary>
    Code,
}

/// <summary>What a system answered, or why it did not. An answer without fields says that there is nothing of the kind.</summary>
public sealed record LookupAnswer(DateTimeOffset AsOf)
{
    public IReadOnlyList<LookupField> Fields { get; init; } = [];

    /// <summary>SHA-256 over the answer as it came.</summary>
    public string Hash { get; init; } = "";

    /// <summary>Why there is no answer.</summary>
    public Refusal? Refusal { get; init; }
}

/// <summary>One field of an answer; without a value where the system has none.</summary>
public sealed record LookupField(LookupPart Part, string? Value);

/// <summary>The systems of a desk by name, in the order of the settings.</summary>
public sealed class LookupSystems(IEnumerable<ILookupSystem> systems)
{
    public static readonly Refusal Unknown = new("lookup-system-is-unknown");

    public IReadOnlyList<ILookupSystem> All { get; } = [.. systems];

    public ILookupSystem? Find(string? name) =>
        All.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase));
}
