using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Stepdesk.Core.Words;

namespace Stepdesk.Engine.Alerts;

/// <summary>
/// What an alert of Azure Monitor says, in the common schema. Everything in it is somebody else's text: cut, on one line,
/// and never followed. What is in no schema we know is kept as text.
/// </summary>
public sealed record Alert
{
    // What a person reads of a value; the rest of a longer one helps nobody.
    const int LongestValue = 300;
    const int LongestText = 4000;
    const int MostDetails = 24;

    /// <summary>What is the same alert sent again: its id and whether it began or ended.</summary>
    public required string Key { get; init; }

    /// <summary>What belongs together: the same rule about the same things.</summary>
    public required string Group { get; init; }
    public bool IsKnown { get; init; }
    public bool IsResolved { get; init; }
    public string Rule { get; init; } = "";
    public string Severity { get; init; } = "";
    public string Target { get; init; } = "";
    public string Description { get; init; } = "";

    /// <summary>What watches: metrics, logs, the health of services.</summary>
    public string Service { get; init; } = "";

    /// <summary>Everything it is about.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];
    public DateTimeOffset? At { get; init; }

    /// <summary>The query behind it, for who wants to ask it again.</summary>
    public string Query { get; init; } = "";

    /// <summary>What else it says, by name.</summary>
    public IReadOnlyList<(string Name, string Value)> Details { get; init; } = [];

    /// <summary>Everything it says that people can read, by name and in order.</summary>
    public IReadOnlyList<(string Name, string? Value)> Fields { get; init; } = [];

    /// <summary>The rows it brings along, of a query it was asked of.</summary>
    public AlertRows? Rows { get; init; }

    /// <summary>SHA-256 over what came.</summary>
    public string Hash { get; init; } = "";

    /// <summary>What it is called; empty where it could not be read.</summary>
    public string Title => string.Join(" · ", ((string[])[Severity, Rule, Target]).Where(part => part.Length > 0));

    /// <summary>The tag that the tickets of its group carry.</summary>
    public string Tag => $"alert-{HashOf(Group)[..10]}";

    /// <summary>Reads what came; it never fails.</summary>
    public static Alert Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new() { MaxDepth = 32 });
            return Read(document.RootElement) is { } alert
                ? alert with
                {
                    Hash = Convert.ToHexStringLower(SHA256.HashData(body.Span)),
                }
                : Unknown(body);
        }
        catch (JsonException)
        {
            return Unknown(body);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate in a text.
            return Unknown(body);
        }
    }

    static Alert? Read(JsonElement root)
    {
        if (
            Text(root, "schemaId") is not "azureMonitorCommonAlertSchema"
            || Of(root, "data") is not { } data
            || Of(data, "essentials") is not { } essentials
            || Of(essentials, "alertId") is not { ValueKind: JsonValueKind.String } named
            || named.GetString() is not { Length: > 0 } id
        )
            return null;
        var context = Of(data, "alertContext");
        var rule = Text(essentials, "alertRule") ?? "";
        var targets = Texts(essentials, "alertTargetIDs").Concat(Texts(essentials, "alertTargetIds")).ToList();
        // What says neither who fired nor about what would share a ticket with everything else that does not.
        if (rule.Length == 0 && targets.Count == 0)
            return null;
        var resolved = Text(essentials, "monitorCondition") is "Resolved";
        var conditions =
            Of(context, "condition") is { } condition && Of(condition, "allOf") is { } all ? Items(all) : [];
        return new()
        {
            IsKnown = true,
            Key = HashOf($"{id}\n{(resolved ? "resolved" : "fired")}"),
            Group = string.Join(
                '\n',
                [
                    Text(essentials, "alertRuleId") ?? rule,
                    .. targets.Order(StringComparer.Ordinal),
                    .. conditions.SelectMany(Dimensions).Order(StringComparer.Ordinal),
                ]
            ),
            IsResolved = resolved,
            Rule = Short(rule),
            Severity = Short(Text(essentials, "severity")),
            Target = Short(
                Texts(essentials, "configurationItems").FirstOrDefault() ?? targets.FirstOrDefault()?.Split('/')[^1]
            ),
            Description = Plain.Cut(Plain.Text(Text(essentials, "description")), LongestText),
            At = Instant(essentials, resolved ? "resolvedDateTime" : "firedDateTime"),
            Query = Plain.Cut(
                Plain.Text(
                    conditions.Select(c => Text(c, "searchQuery")).FirstOrDefault(q => q is not null)
                        ?? Text(context, "SearchQuery")
                ),
                LongestText
            ),
            Details =
            [
                .. conditions.SelectMany(Condition).Concat(Window(context)).Concat(Custom(data)).Take(MostDetails),
            ],
            Service = Short(Text(essentials, "monitoringService")),
            Resources = [.. targets.Concat(Texts(essentials, "configurationItems"))],
            Fields = AlertFields.Of(data),
            Rows = AlertRows.Of(context),
        };
    }

    // All of them together: a sender that is set up wrongly sends many, and they are one problem.
    static Alert Unknown(ReadOnlyMemory<byte> body)
    {
        var (hash, text) = (
            Convert.ToHexStringLower(SHA256.HashData(body.Span)),
            Plain.Text(Encoding.UTF8.GetString(body.Span))
        );
        return new()
        {
            Key = hash,
            Hash = hash,
            Group = "unknown",
            Description = Plain.Cut(text, LongestText),
            Fields = AlertFields.Of(text),
        };
    }

    static IEnumerable<(string, string)> Condition(JsonElement of)
    {
        foreach (
            var name in (string[])
                ["metricName", "metricMeasureColumn", "timeAggregation", "operator", "threshold", "metricValue"]
        )
            if (Text(of, name) is { Length: > 0 } value)
                yield return (name, Short(value));
        foreach (var dimension in Dimensions(of))
            yield return ("dimension", Short(dimension));
    }

    static IEnumerable<string> Dimensions(JsonElement of) =>
        Of(of, "dimensions") is { } dimensions
            ? Items(dimensions).Select(d => $"{Text(d, "name")} = {Text(d, "value")}")
            : [];

    static IEnumerable<(string, string)> Window(JsonElement? context)
    {
        if (Of(context, "condition") is { } condition)
            foreach (var name in (string[])["windowStartTime", "windowEndTime"])
                if (Text(condition, name) is { Length: > 0 } value)
                    yield return (name, Short(value));
    }

    static IEnumerable<(string, string)> Custom(JsonElement data) =>
        Of(data, "customProperties") is { ValueKind: JsonValueKind.Object } custom
            ? custom.EnumerateObject().Select(p => (Short(p.Name), Short(Written(p.Value))))
            : [];

    static JsonElement? Of(JsonElement? of, string name) =>
        of is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty(name, out var said) ? said : null;

    // Thresholds come as text or as numbers.
    static string? Text(JsonElement? of, string name) => Of(of, name) is { } said ? Written(said) : null;

    static string? Written(JsonElement said) =>
        said.ValueKind switch
        {
            JsonValueKind.String => said.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => said.GetRawText(),
            _ => null,
        };

    static IEnumerable<string> Texts(JsonElement of, string name) =>
        Of(of, name) is { } many ? Items(many).Select(Written).OfType<string>() : [];

    static IEnumerable<JsonElement> Items(JsonElement many) =>
        many.ValueKind is JsonValueKind.Array ? many.EnumerateArray().Take(100) : [];

    static DateTimeOffset? Instant(JsonElement of, string name) =>
        DateTimeOffset.TryParse(
            Text(of, name),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var at
        )
            ? at
            : null;

    static string Short(string? text) => Plain.Cut(Plain.Line(text), LongestValue);

    static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
