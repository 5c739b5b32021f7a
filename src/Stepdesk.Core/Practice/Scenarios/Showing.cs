using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Stepdesk.Core.Practice.Scenarios;

/// <summary>
/// What one row of an answer has to show: <c>WEB101-HN-2024, 20s..</c> is a row of that class with a time of 20 seconds or
/// more. A part is a text, or a range of numbers, of times (<c>s</c>), of shares (<c>%</c>) or of hours (<c>14:00..14:10</c>),
/// or how much failed: <c>failed</c>, <c>failed 3..</c>, <c>failed 95%..</c>, and <c>80%.. of failed</c> of all that did.
/// </summary>
public sealed partial record Showing(string Written, IReadOnlyList<ShownPart> Parts)
{
    /// <summary>As authors write it; null for what no row can show.</summary>
    /// <param name="day">The day of which an hour is.</param>
    public static Showing? Read(string text, DateTimeOffset day)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries).Select(p => ShownPart.Read(p, day)).ToList();
        return parts.Contains(null) ? null : new(text, [.. parts.OfType<ShownPart>()]);
    }

    /// <summary>Whether one row of an answer shows all of it.</summary>
    /// <param name="types">Of each column.</param>
    /// <param name="rows">Each cell as text.</param>
    public bool IsIn(IReadOnlyList<string> types, IReadOnlyList<IReadOnlyList<string?>> rows) =>
        rows.Any(row =>
            Parts.All(part =>
                row.Zip(types)
                    .Any(cell => (!ComparesRows || cell.Second != ShownPart.Said) && part.IsIn(cell.First, cell.Second))
            )
        );

    // What all were narrowed to sets no row apart.
    bool ComparesRows => Parts.Any(p => p.Unit is ShownPart.OfFailed);
}

/// <summary>A text, or a range of what its unit says.</summary>
public sealed partial record ShownPart(string Text, double From, double To, string Unit)
{
    /// <summary>The type of numbers in an answer that counted seconds; telemetry itself counts milliseconds.</summary>
    public const string SecondsType = "seconds";

    /// <summary>Before the type of a number that a row is above, and says no more of.</summary>
    public const char Above = '>';

    /// <summary>The type of a text that all rows were narrowed to.</summary>
    public const string Said = "said";

    /// <summary>The type of numbers that say how many there are of something: none that anything has.</summary>
    public const string Count = "count";

    /// <summary>The type of the cell that says how many of a row failed.</summary>
    public const string Failed = "failed";

    /// <summary>The type of the cell that says how many of a hundred of a row failed.</summary>
    public const string FailedShare = "failed%";

    /// <summary>The type of the cell that says how many of a hundred that failed are those of a row.</summary>
    public const string OfFailed = "of failed";

    const string Seconds = "s";
    const string Share = "%";
    const string Hour = ":";
    const string Word = "word";

    public static ShownPart? Read(string text, DateTimeOffset day)
    {
        if (text.Length == 0)
            return null;
        if (OfFailures(text, day) is { } failures)
            return failures;
        if (!text.Contains("..", StringComparison.Ordinal))
            return new(text, 0, 0, Word);
        if (Range().Match(text) is not { Success: true } range)
            return null;
        var (from, to) = (range.Groups["from"].Value, range.Groups["to"].Value);
        if (range.Groups["hour"].Success)
            return new(text, Instant(from, day), Instant(to, day), Hour);
        var (unit, other) = (range.Groups["of"].Value, range.Groups["upto"].Value);
        return from.Length + to.Length == 0 || (from.Length > 0 && to.Length > 0 && unit != other)
            ? null
            : new(
                text,
                Number(from) ?? double.NegativeInfinity,
                Number(to) ?? double.PositiveInfinity,
                from.Length > 0 ? unit : other
            );
    }

    static ShownPart? OfFailures(string text, DateTimeOffset day) =>
        text is Failed ? new(text, 1, double.PositiveInfinity, Failed)
        : text.StartsWith(Failed + " ", StringComparison.Ordinal)
            ? Read(text[Failed.Length..].Trim(), day) switch
            {
                { Unit: "" } many => many with { Text = text, Unit = Failed },
                { Unit: Share } share => share with { Text = text, Unit = FailedShare },
                _ => null,
            }
        : text.EndsWith(" " + OfFailed, StringComparison.Ordinal)
        && Read(text[..^OfFailed.Length].Trim(), day) is { Unit: Share } part
            ? part with
            {
                Text = text,
                Unit = OfFailed,
            }
        : null;

    /// <summary>Whether a cell, or one of the values of a series, is this.</summary>
    public bool IsIn(string? cell, string type) =>
        cell is not null
        && (type is "dynamic" && cell.StartsWith('[') ? Values(cell) : [(cell, type)]).Any(v => Is(v.Item1, v.Item2));

    // That something takes more than a second does not say that it takes less than five.
    bool Is(string value, string type) =>
        type.StartsWith(Above) ? double.IsPositiveInfinity(To) && IsOf(value, type[1..]) : IsOf(value, type);

    bool IsOf(string value, string type) =>
        Unit switch
        {
            Failed or FailedShare or OfFailed => type == Unit && Number(value) is { } failed && Holds(failed),
            _ when type is Count or Failed or FailedShare or OfFailed => false,
            Word => type is "string" or "dynamic" or "guid" or Said ? Stands(value) : value.Equals(Text, Ignoring),
            Hour => DateTimeOffset.TryParse(value, Culture, DateTimeStyles.AssumeUniversal, out var at)
                && Holds(at.ToUnixTimeSeconds()),
            Seconds when type is "timespan" => TimeSpan.TryParse(value, Culture, out var time)
                && Holds(time.TotalSeconds),
            _ => IsNumber(type)
                && Number(value) is { } number
                && Unit switch
                {
                    // How many there are of something is no time and no share.
                    Seconds => !IsWhole(type) && Holds(InSeconds(number, type)),
                    Share => !IsWhole(type) && (Holds(number) || Holds(number * Hundred)),
                    _ => Holds(number),
                },
        };

    const StringComparison Ignoring = StringComparison.OrdinalIgnoreCase;
    const double Thousand = 1000;
    const double Hundred = 100;

    static CultureInfo Culture => CultureInfo.InvariantCulture;

    bool Holds(double number) => From <= number && number <= To;

    // 403 does not stand in 14032, nor in the middle of an id.
    bool Stands(string value)
    {
        for (var at = value.IndexOf(Text, Ignoring); at >= 0; at = value.IndexOf(Text, at + 1, Ignoring))
            if (
                (at == 0 || !char.IsLetterOrDigit(value[at - 1]))
                && (at + Text.Length == value.Length || !char.IsLetterOrDigit(value[at + Text.Length]))
            )
                return true;
        return false;
    }

    static IEnumerable<(string, string)> Values(string series)
    {
        try
        {
            using var read = JsonDocument.Parse(series);
            return
            [
                .. read
                    .RootElement.EnumerateArray()
                    .Select(v => (v.ToString(), v.ValueKind is JsonValueKind.Number ? "real" : "string")),
            ];
        }
        catch (JsonException)
        {
            // A cell that was cut holds no series.
            return [];
        }
    }

    static bool IsNumber(string type) => IsWhole(type) || type is "real" or "double" or "decimal" or SecondsType;

    // Beside what was divided there may be what was not.
    static double InSeconds(double number, string type) =>
        type is SecondsType && number < Thousand ? number : number / Thousand;

    static bool IsWhole(string type) => type is "int" or "long";

    static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, Culture, out var number) && double.IsFinite(number) ? number : null;

    static double Instant(string hour, DateTimeOffset day) =>
        new DateTimeOffset(day.Date + TimeOnly.Parse(hour, Culture).ToTimeSpan(), day.Offset).ToUnixTimeSeconds();

    [GeneratedRegex(
        @"^((?<hour>(?<from>([01][0-9]|2[0-3]):[0-5][0-9])\.\.(?<to>([01][0-9]|2[0-3]):[0-5][0-9]))|((?<from>[0-9]+(\.[0-9]+)?)(?<of>[s%])?)?\.\.((?<to>[0-9]+(\.[0-9]+)?)(?<upto>[s%])?)?)$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Range();
}
