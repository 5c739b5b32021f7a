using System.Globalization;
using System.Text.Json;
using Stepdesk.Core.History;
using Stepdesk.Core.Service;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;

namespace Stepdesk.Web.Shared;

/// <summary>The desk's sentences and times as this reader reads them: their language, the desk's zone.</summary>
public sealed class Words(Here here)
{
    static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public Language Language { get; private set; }
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;
    public string DeskName { get; private set; } = "Stepdesk";
    public bool IsDemo { get; private set; }
    public DateTimeOffset Now => here.World.Now;

    public string this[string key] => Text.Of(key, Language);

    public string Of(string key, params ReadOnlySpan<(string Name, object? Value)> with) =>
        Text.Of(key, Language, with);

    public string Of(Refusal refusal) => Text.Of(refusal, Language);

    /// <summary>The word of a desk's own value: <c>step-follow_up</c>, <c>class-priority</c>.</summary>
    public string Of<T>(string area, T value)
        where T : struct, Enum => Text.Of(area, value, Language);

    /// <summary>The name of a stage: the team's, else its step's.</summary>
    public string Of(Stage stage) => stage.Name.Length > 0 ? stage.Name : Of("step", stage.Step);

    /// <summary>An enum value as it is stored and as styles name it.</summary>
    public static string Snake<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    public string Full(DateTimeOffset at) =>
        Language is Language.Vi
            ? Local(at).ToString("HH:mm 'ngày' dd/MM/yyyy", Vietnamese)
            : Local(at).ToString("d MMM yyyy, HH:mm", English);

    /// <summary>The weekday and the date.</summary>
    public string Day(DateOnly day) =>
        Language is Language.Vi
            ? day.ToString("dddd, dd/MM/yyyy", Vietnamese)
            : day.ToString("ddd d MMM yyyy", English);

    /// <summary>The weekday and the date of an instant at the desk.</summary>
    public string Day(DateTimeOffset at) => Day(DateOnly.FromDateTime(Local(at).DateTime));

    /// <summary>To the second, where it is not a full minute.</summary>
    public string Exact(DateTimeOffset at) =>
        Local(at).Second == 0 ? Full(at)
        : Language is Language.Vi ? Local(at).ToString("HH:mm:ss 'ngày' dd/MM/yyyy", Vietnamese)
        : Local(at).ToString("d MMM yyyy, HH:mm:ss", English);

    /// <summary>As telemetry tells it, in UTC: the time, and the day where it is another than that of <paramref name="beside"/>.</summary>
    public string Utc(DateTimeOffset at, DateTimeOffset? beside = null) =>
        at.UtcDateTime.ToString(
            at.UtcDateTime.Date == (beside ?? at).UtcDateTime.Date ? "HH:mm"
                : Language is Language.Vi ? "HH:mm dd/MM"
                : "d MMM HH:mm",
            Language is Language.Vi ? Vietnamese : English
        );

    /// <summary>As short as it can be: the time today, the day this year, else the date.</summary>
    public string Short(DateTimeOffset at)
    {
        var (there, today) = (Local(at), Local(Now).Date);
        return (Language, there.Date == today, there.Year == today.Year) switch
        {
            (_, true, _) => there.ToString("HH:mm", CultureInfo.InvariantCulture),
            (Language.Vi, _, true) => there.ToString("HH:mm dd/MM", Vietnamese),
            (Language.Vi, _, _) => there.ToString("dd/MM/yyyy", Vietnamese),
            (_, _, true) => there.ToString("d MMM HH:mm", English),
            _ => there.ToString("d MMM yyyy", English),
        };
    }

    /// <summary>How far away: "in 12 min", "3 h ago".</summary>
    public string Relative(DateTimeOffset at) => Span(at < Now ? "ago" : "in", (at - Now).Duration());

    /// <summary>How much too late: "12 min late".</summary>
    public string Late(TimeSpan by) => Span("late", by);

    /// <summary>What <see cref="Relative"/> and <see cref="Late"/> say, for the page to go on saying it as time passes.</summary>
    public string Times =>
        JsonSerializer.Serialize(
            (
                from how in (string[])["in", "late", "ago"]
                from unit in (string[])["moment", "minutes", "hours-minutes", "hours", "days"]
                select $"{how}-{unit}"
            ).ToDictionary(key => key, key => this[$"time-{key}"])
        );

    /// <summary>A number with at most so many digits behind its point, or its comma.</summary>
    public string Decimal(double number, int digits) =>
        Math.Round(number, digits)
            .ToString(CultureInfo.InvariantCulture)
            .Replace('.', Language is Language.Vi ? ',' : '.');

    /// <summary>How long: "45 min", "7 h 30 min", "2 days".</summary>
    public string Length(TimeSpan time) =>
        time switch
        {
            { TotalMinutes: < 1 } => Of("length-seconds", ("n", (int)time.TotalSeconds)),
            { TotalHours: < 1 } => Of("length-minutes", ("n", (int)time.TotalMinutes)),
            { Minutes: 0, TotalHours: <= 48 } => Of("length-hours", ("n", (int)time.TotalHours)),
            { TotalHours: <= 48 } => Of("length-hours-minutes", ("n", (int)time.TotalHours), ("m", time.Minutes)),
            _ => Of("length-days", ("n", (int)time.TotalDays), ("h", time.Hours)),
        };

    /// <summary>From when to when, the day said once where it is the same.</summary>
    public string Range(DateTimeOffset from, DateTimeOffset to) =>
        Local(from).Date == Local(to).Date
            ? $"{Short(from)}–{Local(to).ToString("HH:mm", CultureInfo.InvariantCulture)}"
            : $"{Short(from)} – {Short(to)}";

    string Span(string how, TimeSpan span) =>
        span switch
        {
            { TotalMinutes: < 1 } => this[$"time-{how}-moment"],
            { TotalHours: < 1 } => Of($"time-{how}-minutes", ("n", (int)span.TotalMinutes)),
            { TotalHours: < 10 } => Of(
                $"time-{how}-hours-minutes",
                ("n", (int)span.TotalHours),
                ("m", span.Minutes.ToString("00", CultureInfo.InvariantCulture))
            ),
            { TotalDays: < 2 } => Of($"time-{how}-hours", ("n", (int)span.TotalHours)),
            _ => Of($"time-{how}-days", ("n", (int)span.TotalDays)),
        };

    /// <summary>For a <c>datetime-local</c> field.</summary>
    public string? Field(DateTimeOffset? at) => at is { } known ? Field(known) : null;

    /// <inheritdoc cref="Field(DateTimeOffset?)"/>
    public string Field(DateTimeOffset at) => Local(at).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Sets the reader, once per request.</summary>
    public void ReadBy(Language language, WorldRow? world)
    {
        Language = language;
        if (world is null)
            return;
        (DeskName, IsDemo) = (world.Name, world.IsDemo);
        if (TimeZoneInfo.TryFindSystemTimeZoneById(world.Zone, out var zone))
            Zone = zone;
    }

    DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);
}
