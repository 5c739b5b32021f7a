using System.Globalization;
using Stepdesk.Core.Broadcasts;
using Stepdesk.Core.Service;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Templates;

/// <summary>What the variables of templates stand for on one ticket. What is not known is null, and says nothing.</summary>
/// <param name="Now">When it is written.</param>
/// <param name="Zone">The desk's: times are said in it.</param>
public sealed record Values(DateTimeOffset Now, TimeZoneInfo Zone)
{
    public string? Customer { get; init; }
    public int? Number { get; init; }
    public string? Title { get; init; }
    public ClassOfService? Class { get; init; }
    public int? Affected { get; init; }
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>Who writes; nobody where the desk writes by itself.</summary>
    public string? Agent { get; init; }
    public string? Team { get; init; }
    public string? Desk { get; init; }
    public string? Solution { get; init; }

    /// <summary>What many are told of the incident that the ticket seems to report too.</summary>
    public Edition? Incident { get; init; }

    /// <summary>By the names that templates use, as this reader reads them.</summary>
    public IReadOnlyDictionary<string, string?> In(Language language) =>
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["customer"] = OneLine(Customer),
            ["number"] = Number?.ToString(CultureInfo.InvariantCulture),
            ["title"] = OneLine(Title),
            ["class"] = Class is { } known ? Text.Of("class", known, language) : null,
            ["affected"] = Affected?.ToString(CultureInfo.InvariantCulture),
            ["deadline"] = Deadline is { } deadline ? WrittenTime.Of(deadline, Zone, language) : null,
            ["agent"] = OneLine(Agent),
            ["team"] = OneLine(Team),
            ["desk"] = OneLine(Desk),
            ["solution"] = Plain.Text(Solution) is { Length: > 0 } solution ? solution : null,
            ["incident"] = IncidentIn(language),
            ["now"] = WrittenTime.Of(Now, Zone, language),
        };

    string? IncidentIn(Language language) =>
        Incident is not { } edition
            ? null
            : Text.Of(
                edition.NextUpdateAt is null ? "incident-told" : "incident-told-promising",
                language,
                ("title", edition.In(language).Title),
                ("text", edition.In(language).Text),
                ("time", edition.NextUpdateAt is { } next ? WrittenTime.Of(next, Zone, language) : null)
            );

    // An empty text would count as something said in a condition of Liquid.
    static string? OneLine(string? text) => Plain.Line(text) is { Length: > 0 } line ? line : null;

    /// <summary>A ticket that does not exist, to see a template filled before there is one.</summary>
    public static Values Sample(Language language, string desk, DateTimeOffset now, TimeZoneInfo zone) =>
        new(now, zone)
        {
            Customer = Text.Of("sample-customer", language),
            Number = 1042,
            Title = Text.Of("sample-title", language),
            Class = ClassOfService.Priority,
            Affected = 12,
            Deadline = now + TimeSpan.FromDays(2),
            Agent = Text.Of("sample-agent", language),
            Team = Text.Of("sample-team", language),
            Desk = desk,
            Solution = Text.Of("sample-solution", language),
            Incident = new(
                1,
                now,
                "",
                EditionKind.Known,
                [
                    new(
                        language,
                        Text.Of("sample-incident-title", language),
                        Text.Of("sample-incident-text", language),
                        ""
                    ),
                ],
                now + TimeSpan.FromMinutes(30),
                []
            ),
        };
}
