using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Stepdesk.Engine.Lookups;

/// <summary>
/// Where a value stands in an answer: names parted by dots, such as <c>account.roles.name</c>. A number takes one of a
/// list; a name asks each of a list.
/// </summary>
public static partial class FieldPath
{
    // More than anybody reads in one field.
    const int MostOfList = 20;

    public static bool IsOne(string path) => Form().IsMatch(path);

    /// <summary>Whether there is such a place, and what stands there; nothing where it is empty.</summary>
    public static (bool IsThere, string? Value) In(JsonElement answer, string path)
    {
        var found = Follow(answer, path.Split('.')).Take(MostOfList + 1).ToList();
        if (found.Count == 0)
            return (false, null);
        var texts = found.Take(MostOfList).Select(Written).Where(t => t.Length > 0).ToList();
        if (found.Count > MostOfList)
            texts.Add("…");
        return (true, texts.Count == 0 ? null : string.Join(", ", texts));
    }

    static IEnumerable<JsonElement> Follow(JsonElement at, ReadOnlyMemory<string> path)
    {
        if (path.IsEmpty)
            return [at];
        var (name, rest) = (path.Span[0], path[1..]);
        return at.ValueKind switch
        {
            JsonValueKind.Object when at.TryGetProperty(name, out var inside) => Follow(inside, rest),
            JsonValueKind.Array
                when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) => index
            < at.GetArrayLength()
                ? Follow(at[index], rest)
                : [],
            JsonValueKind.Array => at.EnumerateArray().SelectMany(each => Follow(each, path)),
            _ => [],
        };
    }

    static string Written(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => "",
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Take(MostOfList).Select(Written)),
            _ => value.GetRawText(),
        };

    [GeneratedRegex(
        @"^[\p{L}\p{Nd}_$@-]{1,80}(\.[\p{L}\p{Nd}_$@-]{1,80}){0,9}\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Form();
}
