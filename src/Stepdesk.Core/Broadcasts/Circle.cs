using Stepdesk.Core.History;
using Stepdesk.Core.People;

namespace Stepdesk.Core.Broadcasts;

/// <summary>
/// Whom a broadcast is for, in groups the desk knows of itself. It is asked anew for each update: who reported the same
/// meanwhile hears of it too.
/// </summary>
public sealed record Circle
{
    /// <summary>Longer lists are no choice any more.</summary>
    public const int Most = 50;

    public static readonly Refusal TooLong = new("circle-is-too-long");
    public static readonly Refusal DomainUnreadable = new("circle-domain-is-unreadable");

    /// <summary>Who reported the ticket or one tied to it, and the stakeholders of all of them.</summary>
    public bool Linked { get; init; }

    /// <summary>Everybody whose address is at one of these mail domains.</summary>
    public IReadOnlyList<string> Domains { get; init; } = [];

    /// <summary>The colleagues of these teams.</summary>
    public IReadOnlyList<int> Teams { get; init; } = [];

    /// <summary>Everybody who is one of these at the desk.</summary>
    public IReadOnlyList<Role> Roles { get; init; } = [];

    /// <summary>These people.</summary>
    public IReadOnlyList<int> People { get; init; } = [];

    /// <summary>The same in the one form that is kept: domains in small letters and without what stands before them, nothing twice.</summary>
    public Circle Tidy() =>
        this with
        {
            Domains = [.. Domains.Select(TidyDomain).Where(d => d.Length > 0).Distinct(StringComparer.Ordinal)],
            Teams = [.. Teams.Distinct()],
            Roles = [.. Roles.Where(r => r is not Role.System).Distinct()],
            People = [.. People.Distinct()],
        };

    /// <summary>Why these groups cannot be asked; null when they can.</summary>
    internal Refusal? Check() =>
        Math.Max(Math.Max(Domains.Count, Teams.Count), People.Count) > Most ? TooLong
        : Domains.FirstOrDefault(d => !IsDomain(d)) is { } wrong
            ? DomainUnreadable with
            {
                Detail = Words.Plain.Cut(wrong, 60),
            }
        : null;

    static string TidyDomain(string written) =>
        Words.Plain.Line(written) is var line && line.LastIndexOf('@') is var at
            ? line[(at + 1)..].Trim().Trim('.').ToLowerInvariant()
            : "";

    static bool IsDomain(string domain) =>
        domain.Length <= 253
        && domain.Split('.') is { Length: > 1 } labels
        && labels.All(l => l is { Length: > 0 and < 64 } && l.All(c => char.IsLetterOrDigit(c) || c is '-'));
}
