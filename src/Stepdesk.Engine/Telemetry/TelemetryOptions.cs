using System.Text.RegularExpressions;
using Stepdesk.Engine.Simulation;

namespace Stepdesk.Engine.Telemetry;

/// <summary>Where telemetry is asked for: section <c>Telemetry</c> of the settings. Without it there is none.</summary>
public sealed class TelemetryOptions
{
    public IReadOnlyList<AzureConnection> Azure { get; init; } = [];

    /// <summary>A platform that does not exist, for demonstrations and practice.</summary>
    public SimulatedPlatform? Simulated { get; init; }

    /// <summary>Stops the start with every mistake in the settings, named as they are written there.</summary>
    public TelemetryOptions Checked() =>
        Mistakes().ToList() is { Count: > 0 } mistakes
            ? throw new InvalidOperationException($"The telemetry settings are wrong. {string.Join(" ", mistakes)}")
            : this;

    IEnumerable<string> Mistakes()
    {
        for (var i = 0; i < Azure.Count; i++)
            foreach (var mistake in Azure[i].Mistakes($"Telemetry:Azure:{i}"))
                yield return mistake;
        var names = Azure.Select(a => a.Name).Append(Simulated?.Name).OfType<string>().ToList();
        if (names.Distinct(StringComparer.OrdinalIgnoreCase).Count() < names.Count)
            yield return "Telemetry: two sources have the same Name.";
        if (Simulated is { } simulated && Scenario.Find(simulated.Scenario, simulated.Branch) is null)
            yield return "Telemetry:Simulated:Scenario must be one of 01 to 06; 02 has the branches A and B, and 05 A, B and C.";
    }
}

/// <summary>A simulated platform that began to go wrong a little before the desk was started.</summary>
public sealed class SimulatedPlatform
{
    public string Name { get; init; } = "simulated";
    public string Scenario { get; init; } = "02";
    public string? Branch { get; init; }
    public ulong Seed { get; init; } = 7;
}

/// <summary>One component or workspace, and how to get in. Not a record: a record would print its secret.</summary>
public sealed partial class AzureConnection
{
    public string Name { get; init; } = "";

    /// <summary>The application id of a component; or <see cref="Workspace"/>; or <see cref="Resource"/>.</summary>
    public string? App { get; init; }

    /// <summary>The id of a Log Analytics workspace.</summary>
    public string? Workspace { get; init; }

    /// <summary>The full id of a resource, <c>/subscriptions/…</c>.</summary>
    public string? Resource { get; init; }

    /// <summary>With a client and its secret; without them the machine's own identity is used.</summary>
    public string? Tenant { get; init; }
    public string? Client { get; init; }
    public string? ClientSecret { get; init; }

    /// <summary>Other apps, workspaces or resources that a query may name.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>Whether addresses and accounts are masked in what is kept.</summary>
    public bool Sensitive { get; init; }

    /// <summary>How long Azure may work on a query; it is asked to stop then.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Where it is asked. Nothing but these three is ever called.</summary>
    internal Uri Endpoint =>
        App is { } app ? new($"https://api.applicationinsights.io/v1/apps/{app}/")
        : Workspace is { } workspace ? new($"https://api.loganalytics.azure.com/v1/workspaces/{workspace}/")
        : new($"https://api.loganalytics.azure.com/v1{Resource}/");

    /// <summary>Whom a token for it is for.</summary>
    internal string Scope =>
        App is not null ? "https://api.applicationinsights.io/.default" : "https://api.loganalytics.io/.default";

    internal IEnumerable<string> Mistakes(string section)
    {
        if (!NameForm().IsMatch(Name))
            yield return $"{section}:Name must have 1 to 40 letters, digits, dots, dashes or underscores.";
        if (((string?[])[App, Workspace, Resource]).Count(p => p is not null) != 1)
            yield return $"{section} needs exactly one of App, Workspace and Resource.";
        if ((App ?? Workspace) is { } id && !Guid.TryParseExact(id, "D", out _))
            yield return $"{section}:{(App is null ? "Workspace" : "App")} must be an id such as 00000000-0000-0000-0000-000000000000.";
        // Goes into a path: nothing in it may mean something there.
        if (Resource is { } resource && !ResourceForm().IsMatch(resource))
            yield return $"{section}:Resource must be the full id of a resource, /subscriptions/….";
        var said = ((string?[])[Tenant, Client, ClientSecret]).Count(p => !string.IsNullOrEmpty(p));
        if (said is not (0 or 3))
            yield return $"{section}:Tenant, {section}:Client and {section}:ClientSecret belong together.";
        if (Patience < TimeSpan.FromMilliseconds(100) || Patience > TimeSpan.FromMinutes(10))
            yield return $"{section}:Patience must lie between 00:00:00.1 and 00:10:00.";
    }

    [GeneratedRegex(@"^[\p{L}\p{Nd}._-]{1,40}\z", RegexOptions.None, 1000)]
    private static partial Regex NameForm();

    [GeneratedRegex(
        @"^/subscriptions/[A-Za-z0-9-]{1,64}(/[A-Za-z0-9_.()-]*[A-Za-z0-9_()-]){1,12}\z",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex ResourceForm();
}
