using System.Text.RegularExpressions;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;

namespace Stepdesk.Engine.Lookups;

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

    /// <summary>What is wrong with an address and the parameters that fill its places.</summary>
    /// <param name="mayHaveMore">Whether parameters may go elsewhere than into the address.</param>
    internal static IEnumerable<string> Mistakes(
        string section,
        string url,
        IReadOnlyList<ParameterOptions> parameters,
        bool mayHaveMore
    )
    {
        var (template, mistake) = UrlTemplate.Read(url);
        if (mistake is not null)
            yield return $"{section}:Url {mistake}";
        foreach (var wrong in parameters.SelectMany((p, i) => p.Mistakes($"{section}:Parameters:{i}")))
            yield return wrong;
        var names = parameters.Select(p => p.Name).ToList();
        if (
            template is not null
            && (
                names.Distinct(StringComparer.Ordinal).Count() < names.Count
                || template.Names.Except(names).Any()
                || (!mayHaveMore && names.Count > template.Names.Count)
            )
        )
            yield return $"{section}:Parameters must name each place of Url once: {(template.Names.Count == 0 ? "it has none" : string.Join(", ", template.Names))}.";
        if (names.Count > LookedUp.MostAsked)
            yield return $"{section}:Parameters may be {LookedUp.MostAsked} at most.";
    }

    IEnumerable<string> Mistakes(string section)
    {
        if (!LookupConnection.NameForm().IsMatch(Name))
            yield return $"{section}:Name must have 1 to 40 lower-case letters a to z, digits and dashes.";
        if (!Title.IsSaid)
            yield return $"{section}:Title needs Vi and En, each of 1 to 80 characters.";
        if (KindOf is null)
            yield return $"{section}:Kind must be {string.Join(" or ", Choice.Words<ParameterKind>())}.";
        if (!IsPattern)
            yield return $"{section}:Pattern must be a regular expression without look-around and back references.";
    }

    bool IsPattern
    {
        get
        {
            try
            {
                _ = FormOf;
                return true;
            }
            catch (Exception wrong) when (wrong is ArgumentException or NotSupportedException)
            {
                return false;
            }
        }
    }

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

/// <summary>One thing a system does to an account: a POST with the values as JSON, and a key by which it is done once.</summary>
public sealed class ActionOptions
{
    public string Name { get; init; } = "";
    public TitleOptions Title { get; init; } = new();

    /// <summary>Where it is asked for; at the same machine as the system itself.</summary>
    public string Url { get; init; } = "";
    public IReadOnlyList<ParameterOptions> Parameters { get; init; } = [];

    /// <summary>Whether somebody has to have agreed to it on the ticket.</summary>
    public bool Approval { get; init; }

    internal LookupAction Action => new(Name, Title.Called, [.. Parameters.Select(p => p.Parameter)], Approval);

    internal IEnumerable<string> Mistakes(string section, string system)
    {
        if (!LookupConnection.NameForm().IsMatch(Name))
            yield return $"{section}:Name must have 1 to 40 lower-case letters a to z, digits and dashes, such as reset-link.";
        if (!Title.IsSaid)
            yield return $"{section}:Title needs Vi and En, each of 1 to 80 characters.";
        foreach (var wrong in ParameterOptions.Mistakes(section, Url, Parameters, mayHaveMore: true))
            yield return wrong;
        if (Parameters.Count == 0)
            yield return $"{section}:Parameters must say whose account it is.";
        // The secret is for one machine.
        if (
            UrlTemplate.Read(system).Template is { } there
            && UrlTemplate.Read(Url).Template is { } here
            && !there.IsAt(here)
        )
            yield return $"{section}:Url must be at the same machine as the system's own.";
    }
}
