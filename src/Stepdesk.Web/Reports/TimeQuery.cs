using System.Globalization;
using Stepdesk.Core.Service;
using Stepdesk.Engine.Reports;
using Stepdesk.Web.Shared;

namespace Stepdesk.Web.Reports;

/// <summary>A question about time as it stands in an address, for the page and its file alike.</summary>
static class TimeQuery
{
    /// <summary>What cannot be read is as if it had not been asked for: this month and the two before, by class.</summary>
    public static TimeQuestion Read(IQueryCollection query, Words words)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(words.Now, words.Zone).DateTime);
        return new(
            DateOf(query["from"]) ?? new DateOnly(today.Year, today.Month, 1).AddMonths(-2),
            DateOf(query["to"]) ?? today,
            WordOf<ReportBy>(query["by"]) ?? ReportBy.Class
        )
        {
            Class = WordOf<ClassOfService>(query["class"]),
            Team = NumberOf(query["team"]),
            Person = NumberOf(query["person"]),
        };
    }

    public static string Write(TimeQuestion asked)
    {
        (string Name, string? Value)[] parts =
        [
            ("from", Date(asked.From)),
            ("to", Date(asked.To)),
            ("by", Words.Snake(asked.By)),
            ("class", asked.Class is { } of ? Words.Snake(of) : null),
            ("team", asked.Team?.ToString(CultureInfo.InvariantCulture)),
            ("person", asked.Person?.ToString(CultureInfo.InvariantCulture)),
        ];
        return $"?{string.Join('&', parts.Where(p => p.Value is not null).Select(p => $"{p.Name}={p.Value}"))}";
    }

    /// <summary>A date as addresses and date fields write it.</summary>
    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The date a field or an address says; null when it says none that a report can begin or end at.</summary>
    public static DateOnly? DateOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date.Year is >= 1970 and <= 9000
            ? date
            : null;

    static int? NumberOf(string? text) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;

    static T? WordOf<T>(string? text)
        where T : struct, Enum
    {
        foreach (var word in Enum.GetValues<T>())
            if (Words.Snake(word) == text)
                return word;
        return null;
    }
}
