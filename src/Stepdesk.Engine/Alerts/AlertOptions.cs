using System.Text.RegularExpressions;
using MimeKit;

namespace Stepdesk.Engine.Alerts;

/// <summary>Who may send alerts, and in whose name they are reported: section <c>Alerts</c> of the settings.</summary>
public sealed partial class AlertOptions
{
    /// <summary>SHA-256, in hex, of each secret that may stand in the address; two while one replaces the other.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>The address of those who watch the systems; answers on a ticket of an alert go there.</summary>
    public string Reporter { get; init; } = "";

    public string ReporterName { get; init; } = "Azure Monitor";

    /// <summary>Whether addresses are masked in what is shown of an alert.</summary>
    public bool Sensitive { get; init; }

    public bool IsOn => Secrets.Count > 0;

    /// <summary>Stops the start with every mistake in the settings, named as they are written there.</summary>
    public AlertOptions Checked() =>
        Mistakes().ToList() is { Count: > 0 } mistakes
            ? throw new InvalidOperationException($"The alert settings are wrong. {string.Join(" ", mistakes)}")
            : this;

    IEnumerable<string> Mistakes()
    {
        for (var i = 0; i < Secrets.Count; i++)
            if (!Hash().IsMatch(Secrets[i]))
                yield return $"Alerts:Secrets:{i} must be the SHA-256 of a secret, 64 hexadecimal digits; never the secret.";
        if (IsOn && (!MailboxAddress.TryParse(Reporter, out var address) || address.Address != Reporter))
            yield return "Alerts:Reporter must be the mail address of those who watch the systems.";
        if (IsOn && string.IsNullOrWhiteSpace(ReporterName))
            yield return "Alerts:ReporterName is missing.";
    }

    [GeneratedRegex("^[0-9a-fA-F]{64}\\z", RegexOptions.None, 1000)]
    private static partial Regex Hash();
}
