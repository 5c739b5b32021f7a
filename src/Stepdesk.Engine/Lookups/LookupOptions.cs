using System.Text.RegularExpressions;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Engine.Lookups;

/// <summary>The systems that can be asked for a ticket: section <c>Lookups</c> of the settings. Without it there are none.</summary>
public sealed class LookupOptions
{
    public IReadOnlyList<LookupConnection> Systems { get; init; } = [];

    /// <summary>Whether there are accounts and staff records of a school that does not exist, for demonstrations.</summary>
    public bool Simulated { get; init; }

    /// <summary>Stops the start with every mistake in the settings, named as they are written there.</summary>
    public LookupOptions Checked() =>
        Mistakes().ToList() is { Count: > 0 } mistakes
            ? throw new InvalidOperationException($"The look-up settings are wrong. {string.Join(" ", mistakes)}")
            : this;

    IEnumerable<string> Mistakes()
    {
        for (var i = 0; i < Systems.Count; i++)
            foreach (var mistake in Systems[i].Mistakes($"Lookups:Systems:{i}"))
                yield return mistake;
        var names = Systems.Select(s => s.Name).Concat(Simulated ? SimulatedStaff.Names : []).ToList();
        if (names.Distinct(StringComparer.OrdinalIgnoreCase).Count() < names.Count)
            yield return "Lookups: two systems have the same Name.";
    }
}

/// <summary>One system and the way into it. Not a record: a record would print its secret.</summary>
public sealed partial class LookupConnection
{
    public string Name { get; init; } = "";
    public TitleOptions Title { get; init; } = new();

    /// <summary>The address that is read, with places for values in braces.</summary>
    public string Url { get; init; } = "";
    public IReadOnlyList<ParameterOptions> Parameters { get; init; } = [];

    /// <summary>The header that lets the desk in, and all of what stands in it.</summary>
    public string Header { get; init; } = "Authorization";
    public string? Secret { get; init; }
    public IReadOnlyList<FieldOptions> Fields { get; init; } = [];

    /// <summary>What the system does to accounts.</summary>
    public IReadOnlyList<ActionOptions> Actions { get; init; } = [];

    /// <summary>Whether addresses are masked in what is kept.</summary>
    public bool Sensitive { get; init; }

    /// <summary>How long the system may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Bytes of an answer that are read.</summary>
    public int Largest { get; init; } = 256 * 1024;

    /// <summary>Whether the system says with 404 that it has nothing of the kind; else a 404 is a mistake of the address.</summary>
    public bool NothingIs404 { get; init; }

    // Never says an address or a secret: what stops a start is read in logs.
    internal IEnumerable<string> Mistakes(string section)
    {
        if (!NameForm().IsMatch(Name))
            yield return $"{section}:Name must have 1 to 40 lower-case letters a to z, digits and dashes, such as staff-records.";
        if (!Title.IsSaid)
            yield return $"{section}:Title needs Vi and En, each of 1 to 80 characters.";
        foreach (var wrong in ParameterOptions.Mistakes(section, Url, Parameters, mayHaveMore: false))
            yield return wrong;
        foreach (var wrong in Actions.SelectMany((a, i) => a.Mistakes($"{section}:Actions:{i}", Url)))
            yield return wrong;
        if (Actions.Select(a => a.Name).Distinct(StringComparer.Ordinal).Count() < Actions.Count)
            yield return $"{section}:Actions: two have the same Name.";
        if (Fields.Count is 0 or > LookedUp.MostFields)
            yield return $"{section}:Fields must name 1 to {LookedUp.MostFields} fields of the answer.";
        for (var i = 0; i < Fields.Count; i++)
            if (!FieldPath.IsOne(Fields[i].Path) || !Fields[i].Title.IsSaid)
                yield return $"{section}:Fields:{i} needs a Path such as account.status and a Title with Vi and En.";
        if (!HeaderForm().IsMatch(Header) || Barred.Contains(Header))
            yield return $"{section}:Header must be the name of a header that lets somebody in, such as Authorization or X-Api-Key.";
        if (Secret is not null && !SecretForm().IsMatch(Secret))
            yield return $"{section}:Secret must be the header's whole value on one line of plain characters, such as Bearer and a token.";
        if (Patience < TimeSpan.FromMilliseconds(100) || Patience > TimeSpan.FromMinutes(1))
            yield return $"{section}:Patience must lie between 00:00:00.1 and 00:01:00.";
        if (Largest is < 1024 or > 8 * 1024 * 1024)
            yield return $"{section}:Largest must lie between 1024 and 8388608 bytes.";
    }

    // What is the request's own, or would make it another.
    static readonly HashSet<string> Barred = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host",
        "Connection",
        "Content-Length",
        "Content-Type",
        "Transfer-Encoding",
        "Accept",
        "Cookie",
        "Expect",
        "Upgrade",
    };

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{0,39}\z", RegexOptions.None, 1000)]
    internal static partial Regex NameForm();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9-]{0,60}\z", RegexOptions.None, 1000)]
    private static partial Regex HeaderForm();

    [GeneratedRegex(@"^[\x21-\x7e](?:[\x20-\x7e]{0,3998}[\x21-\x7e])?\z", RegexOptions.None, 1000)]
    private static partial Regex SecretForm();
}
