using System.Text.Json;
using System.Text.RegularExpressions;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Engine.Alerts;

/// <summary>
/// Everything an alert says, by name: each kind of it says something else, and tomorrow's says more. What only holds other
/// parts lends them no name.
/// </summary>
static partial class AlertFields
{
    static readonly string[] Holders =
    [
        "essentials",
        "alertContext",
        "condition",
        "properties",
        "customProperties",
        "dimensions",
        "Dimensions",
    ];

    // Claims are about whoever signed in, versions about the form; rows are read as rows.
    static readonly string[] Unsaid =
    [
        "claims",
        "dataSources",
        "essentialsVersion",
        "alertContextVersion",
        "SearchResults",
    ];

    // First what every alert says, last what an administrator added to it.
    static readonly string[] Order = ["essentials", "alertContext", "customProperties"];

    public static IReadOnlyList<(string, string?)> Of(JsonElement data) =>
        [
            .. Order
                .Select(name => data.TryGetProperty(name, out var part) ? part : default)
                .SelectMany(part => Walk("", part))
                .Take(LookedUp.MostFields),
        ];

    /// <summary>What is in no form, as it came, in pieces that can be kept.</summary>
    public static IReadOnlyList<(string, string?)> Of(string text) =>
        [
            .. text.Chunk(Finding.LongestCell)
                .Take(LookedUp.MostFields)
                .Select(piece => ("", (string?)new string(piece))),
        ];

    static IEnumerable<(string, string?)> Walk(string name, JsonElement said) =>
        said.ValueKind switch
        {
            JsonValueKind.Object when Pair(said) is { } pair => [(Below(name, "dimension"), pair)],
            JsonValueKind.Object => said.EnumerateObject()
                .Where(p => !Unsaid.Contains(p.Name))
                .SelectMany(p => Walk(Holders.Contains(p.Name) ? name : Below(name, p.Name), p.Value)),
            JsonValueKind.Array => Many(name, [.. said.EnumerateArray()]),
            JsonValueKind.String when said.GetString() is { Length: > 0 } text => [(name, Read(name, text))],
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => [(name, said.GetRawText())],
            _ => [],
        };

    static IEnumerable<(string, string?)> Many(string name, JsonElement[] items)
    {
        if (items.Length == 0)
            return [];
        if (items.All(i => i.ValueKind is JsonValueKind.Object))
            return items.SelectMany((item, i) => Walk(Nth(name, i), item));
        var texts = items.Select(i => i.ValueKind is JsonValueKind.String ? i.GetString() : i.GetRawText());
        return [(name, string.Join(", ", texts))];
    }

    // Nearly every alert has one condition, whose parts need no number.
    static string Nth(string name, int i)
    {
        var bare = name is "allOf" ? "" : name;
        return i == 0 || bare.EndsWith("imensions", StringComparison.Ordinal) ? bare : $"{bare} {i + 1}".Trim();
    }

    static string? Pair(JsonElement said) =>
        said.TryGetProperty("name", out var name)
        && said.TryGetProperty("value", out var value)
        && name.ValueKind is JsonValueKind.String
        && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? $"{name.GetString()} = {value}"
            : null;

    static string Below(string name, string part) => name.Length == 0 ? part : $"{name}.{part}";

    static string? Read(string name, string text) =>
        name.Contains("link", StringComparison.OrdinalIgnoreCase) ? Link(text)
        : name.EndsWith("ommunication", StringComparison.Ordinal) || name.EndsWith("Content", StringComparison.Ordinal)
            ? Markup().Replace(text, " ")
        : text;

    // Shown with where it leads, and never as something to press.
    static string? Link(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var to) && to.Scheme == Uri.UriSchemeHttps
            ? $"{to.IdnHost} ({text})"
            : null;

    [GeneratedRegex("<[^<>]{0,500}>", RegexOptions.NonBacktracking)]
    private static partial Regex Markup();
}
