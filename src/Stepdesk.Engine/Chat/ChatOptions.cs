using System.Text.RegularExpressions;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;

namespace Stepdesk.Engine.Chat;

/// <summary>The desk's chat channels: section <c>Chat</c> of the settings. Without it there are none.</summary>
public sealed class ChatOptions
{
    public IReadOnlyList<ChannelOptions> Channels { get; init; } = [];

    /// <summary>How long a chat may take to answer one message.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Stops the start with every mistake in the settings, named as they are written there.</summary>
    public ChatOptions Checked() =>
        Mistakes().ToList() is { Count: > 0 } mistakes
            ? throw new InvalidOperationException($"The chat settings are wrong. {string.Join(" ", mistakes)}")
            : this;

    IEnumerable<string> Mistakes()
    {
        for (var i = 0; i < Channels.Count; i++)
            foreach (var mistake in Channels[i].Mistakes($"Chat:Channels:{i}"))
                yield return mistake;
        if (Channels.Select(c => c.Name).Distinct(StringComparer.Ordinal).Count() < Channels.Count)
            yield return "Chat: two channels have the same Name.";
        if (Patience < TimeSpan.FromMilliseconds(100) || Patience > TimeSpan.FromMinutes(1))
            yield return "Chat:Patience must lie between 00:00:00.1 and 00:01:00.";
    }
}

/// <summary>One channel and the way into it. Not a record: a record would print its address, which is its key.</summary>
public sealed partial class ChannelOptions
{
    /// <summary>What it is called at the desk; part of what is owed, and so of one form.</summary>
    public string Name { get; init; } = "";

    /// <summary>How a message is written: <c>teams</c> or <c>slack</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The webhook's address. Whoever knows it can write into the channel.</summary>
    public string Url { get; init; } = "";

    /// <summary>Every escalation to this specialty goes there as well, such as <c>operations</c>.</summary>
    public string? Specialty { get; init; }

    /// <summary>Whether the policy's alarms by chat go there.</summary>
    public bool Alarms { get; init; }

    internal ChatKind? KindOf => Choice.TryRead(Kind, out ChatKind kind) ? kind : null;

    internal Specialty? For => Choice.TryRead(Specialty, out Specialty specialty) ? specialty : null;

    // Never says the address itself: what stops a start is read in logs.
    internal IEnumerable<string> Mistakes(string section)
    {
        if (!NameForm().IsMatch(Name))
            yield return $"{section}:Name must have 1 to 40 lower-case letters a to z, digits and dashes, such as ops-alerts.";
        if (KindOf is null)
            yield return $"{section}:Kind must be {string.Join(" or ", Enum.GetValues<ChatKind>().Select(Choice.Word))}.";
        if (Specialty is not null && For is null)
            yield return $"{section}:Specialty must be one of {string.Join(", ", Enum.GetValues<Specialty>().Select(Choice.Word))}, or left out.";
        if (!Uri.TryCreate(Url, UriKind.Absolute, out var url))
            yield return $"{section}:Url must be the whole address of the webhook, https://….";
        else if (url.Scheme != Uri.UriSchemeHttps && !(url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
            yield return $"{section}:Url must begin with https://; http:// only for this machine.";
        else if (url.UserInfo.Length > 0 || url.Fragment.Length > 0)
            yield return $"{section}:Url must hold no user name and no part after #.";
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{0,39}\z", RegexOptions.None, 1000)]
    private static partial Regex NameForm();
}

/// <summary>How a message is written.</summary>
public enum ChatKind
{
    /// <summary>Microsoft Teams, an incoming webhook of its Workflows.</summary>
    Teams = 1,

    /// <summary>Slack's incoming webhooks, which others take too.</summary>
    Slack,
}
