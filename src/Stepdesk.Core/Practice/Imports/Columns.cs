using System.Globalization;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Practice.Imports;

/// <summary>A list somebody exported: its first row names the columns, by the labels of either language or by field names.</summary>
sealed class Columns
{
    readonly Dictionary<string, int> places = [];

    public Columns(IReadOnlyList<string> header)
    {
        foreach (var (at, name) in header.Index())
            places.TryAdd(Bare(name), at);
    }

    public string Names => string.Join(", ", places.Keys.Where(k => k.Length > 0));

    public bool Has(params ReadOnlySpan<string> names) => Place(names) is not null;

    /// <summary>Whether it is the first column of all.</summary>
    public bool AreFirst(params ReadOnlySpan<string> names) => Place(names) is 0;

    /// <summary>What stands in the first of these columns that there is; empty where nothing does.</summary>
    public string Text(IReadOnlyList<string> row, params ReadOnlySpan<string> names) =>
        Place(names) is { } at && at < row.Count ? Unguarded(row[at].Trim()) : "";

    int? Place(ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (places.TryGetValue(name, out var at))
                return at;
        return null;
    }

    // "stage_id/name", "Class of Service (Technical Support)": what stands behind says only where it comes from.
    static string Bare(string name) => Fold.Of(name.Split('/', '(')[0].Trim());

    // A list is guarded against being read as a formula, and says False for nothing.
    static string Unguarded(string text) =>
        text is ['\'', '=' or '+' or '-' or '@', ..] ? text[1..]
        : text is "False" ? ""
        : text;
}

/// <summary>Instants as lists and people write them. What names no offset is by the clock it was written by.</summary>
static class WrittenAt
{
    static readonly string[] Forms =
    [
        "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd HH:mm",
        "yyyy-MM-dd'T'HH:mm:ss",
        "dd/MM/yyyy HH:mm:ss",
        "dd/MM/yyyy HH:mm",
        "HH:mm dd/MM/yyyy",
        "HH:mm:ss dd/MM/yyyy",
        "d/M/yyyy H:mm",
    ];

    public static DateTimeOffset? Read(string text, TimeZoneInfo zone)
    {
        var bare = text.Replace(",", "", StringComparison.Ordinal).Trim();
        if (
            DateTime.TryParseExact(bare, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var there)
            && there.Year > 1
        )
            return new(there, zone.GetUtcOffset(there));
        // Only what says its own offset is an instant for sure.
        return
            bare.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(bare, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? at
            : null;
    }
}
