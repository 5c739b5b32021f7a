using System.Text.RegularExpressions;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;

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

/// <summary>What something is called in both languages.</summary>
public sealed class TitleOptions
{
    public string Vi { get; init; } = "";
    public string En { get; init; } = "";

    internal Called Called => new(Plain.Line(Vi), Plain.Line(En));

    internal bool IsSaid => Plain.Says(Vi) && Plain.Says(En) && Vi.Length <= 80 && En.Length <= 80;
}

/// <summary>One place for a value in the address.</summary>
public sealed class ParameterOptions
{
    public string Name { get; init; } = "";
    public TitleOptions Title { get; init; } = new();

    /// <summary>What a value has to be: <c>text</c>, <c>email</c>, <c>number</c> or <c>code</c>.</summary>
    public string Kind { get; init; } = "text";

    /// <summary>A regular expression that all of a value has to match.</summary>
    public string? Pattern { get; init; }

    /// <summary>Shown to whoever typed something else.</summary>
    public string? Example { get; init; }

    /// <summary>Whether it is about a person. An address always is.</summary>
    public bool Personal { get; init; }

    /// <summary>Whether its form begins with the requester's address.</summary>
    public bool Requester { get; init; }

    internal ParameterKind? KindOf => Choice.TryRead(Kind, out ParameterKind kind) ? kind : null;

    internal Regex? FormOf =>
        Pattern is null
            ? null
            : new($@"^(?:{Pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    internal LookupParameter Parameter =>
        new(Name, Title.Called)
        {
            Kind = KindOf!.Value,
            IsPersonal = Personal || KindOf is ParameterKind.Email,
            IsRequester = Requester,
            Form = FormOf,
            Example = Example,
        };
}

/// <summary>One thing of an answer that is shown and kept.</summary>
public sealed class FieldOptions
{
    /// <summary>Where it stands in the answer, such as <c>account.status</c>.</summary>
    public string Path { get; init; } = "";
    public TitleOptions Title { get; init; } = new();

    /// <summary>Whether it is about a person: colleagues read it on the ticket, nobody reads it elsewhere.</summary>
    public bool Personal { get; init; }

    internal LookupPart Part => new(Path, Title.Called) { IsPersonal = Personal ? true : null };
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
        var (template, mistake) = UrlTemplate.Read(Url);
        if (mistake is not null)
            yield return $"{section}:Url {mistake}";
        foreach (var wrong in Parameters.SelectMany((p, i) => Mistakes(p, $"{section}:Parameters:{i}")))
            yield return wrong;
        var names = Parameters.Select(p => p.Name).ToList();
        if (template is not null && (names.Count != template.Names.Count || template.Names.Except(names).Any()))
            yield return $"{section}:Parameters must name each place of Url once: {(template.Names.Count == 0 ? "it has none" : string.Join(", ", template.Names))}.";
        if (names.Count > LookedUp.MostAsked)
            yield return $"{section}:Parameters may be {LookedUp.MostAsked} at most.";
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

    static IEnumerable<string> Mistakes(ParameterOptions parameter, string section)
    {
        if (!parameter.Title.IsSaid)
            yield return $"{section}:Title needs Vi and En, each of 1 to 80 characters.";
        if (parameter.KindOf is null)
            yield return $"{section}:Kind must be {string.Join(" or ", Choice.Words<ParameterKind>())}.";
        if (!IsPattern(parameter))
            yield return $"{section}:Pattern must be a regular expression without look-around and back references.";
    }

    static bool IsPattern(ParameterOptions parameter)
    {
        try
        {
            _ = parameter.FormOf;
            return true;
        }
        catch (Exception wrong) when (wrong is ArgumentException or NotSupportedException)
        {
            return false;
        }
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
    private static partial Regex NameForm();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9-]{0,60}\z", RegexOptions.None, 1000)]
    private static partial Regex HeaderForm();

    [GeneratedRegex(@"^[\x21-\x7e](?:[\x20-\x7e]{0,3998}[\x21-\x7e])?\z", RegexOptions.None, 1000)]
    private static partial Regex SecretForm();
}
