using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Stepdesk.Core.Words;

/// <summary>Every sentence the desk says, by key, in English and Vietnamese. Tables stand beside, one per area.</summary>
public static partial class Text
{
    static readonly FrozenDictionary<string, Sentence> Sentences = (
        (Sentence[])
            [
                .. AccountWords.All,
                .. AdviceWords.All,
                .. AlarmWords.All,
                .. AlertWords.All,
                .. ApiWords.All,
                .. BroadcastWords.All,
                .. BroadcastRefusals.All,
                .. ApprovalWords.All,
                .. ApprovalWords.Elsewhere,
                .. ApprovalRefusals.All,
                .. AssignmentWords.All,
                .. ChatWords.All,
                .. DeskWords.All,
                .. EscalationWords.All,
                .. EscalationRefusals.All,
                .. FixedWords.All,
                .. LetterWords.All,
                .. LookupWords.All,
                .. MailWords.All,
                .. QueryWords.All,
                .. QueueWords.All,
                .. MergeWords.All,
                .. SplitWords.All,
                .. RefusalWords.All,
                .. ViewWords.All,
                .. UiWords.All,
                .. StepWords.All,
                .. TicketWords.All,
                .. EventWords.All,
                .. PolicyWords.All,
                .. ReportWords.All,
                .. PortalWords.All,
                .. PracticeWords.All,
                .. VerdictWords.All,
                .. PracticePageWords.All,
                .. DebriefWords.All,
                .. ImportWords.All,
                .. MentorWords.All,
                .. SessionWords.All,
                .. ReviewWords.All,
                .. ReadinessWords.All,
                .. CalibrationWords.All,
                .. RecordWords.All,
                .. ProposalWords.All,
                .. SuggestWords.All,
                .. TelemetryWords.All,
                .. GuideWords.All,
                .. TemplateWords.All,
                .. TemplatePageWords.All,
            ]
    ).ToFrozenDictionary(s => s.Key);

    public static IReadOnlyCollection<string> Keys => Sentences.Keys;

    public static bool Knows(string key) => Sentences.ContainsKey(key);

    /// <summary>The sentence with its <c>{name}</c> places filled. An unknown key throws: a test fails before a user sees it.</summary>
    public static string Of(string key, Language language, params ReadOnlySpan<(string Name, object? Value)> with)
    {
        if (!Sentences.TryGetValue(key, out var sentence))
            throw new KeyNotFoundException($"No sentence has the key '{key}'.");
        var text = language is Language.Vi ? sentence.Vi : sentence.En;
        foreach (var (name, value) in with)
            text = text.Replace(
                $"{{{name}}}",
                Convert.ToString(value, CultureInfo.InvariantCulture),
                StringComparison.Ordinal
            );
        return text;
    }

    /// <summary>The word of a desk's own value: <c>step-follow_up</c>, <c>class-priority</c>.</summary>
    public static string Of<T>(string area, T value, Language language)
        where T : struct, Enum =>
        Of($"{area}-{JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString())}", language);

    /// <summary>The refusal in the reader's language, with its detail where the sentence has a place for it.</summary>
    public static string Of(History.Refusal refusal, Language language) =>
        refusal.Calendar is { } calendar
            ? Of(
                "calendar-is-wrong",
                language,
                ("name", calendar),
                ("why", Of(refusal with { Calendar = null }, language))
            )
        : refusal.Choices is { } choices
            ? Of("choice-is-wrong", language, ("detail", refusal.Detail), ("choices", string.Join(", ", choices)))
        : Of($"refusal-{refusal.Code}", language, ("detail", DetailOf(refusal, language)));

    static string? DetailOf(History.Refusal refusal, Language language) =>
        refusal.Parts is { } parts ? string.Join("; ", parts.Select(part => Of($"part-{part}", language)))
        : refusal.Code.StartsWith("calendar-window", StringComparison.Ordinal) && refusal.Detail is { } windows
            ? Weekday().Replace(windows, day => Of($"day-{Day(day.Value)}", language))
        : refusal.Detail;

    // Calendars are written with short names of weekdays; sentences say them whole.
    [GeneratedRegex(@"\b(mon|tue|wed|thu|fri|sat|sun)\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Weekday();

    static string Day(string written) =>
        Enum.GetNames<DayOfWeek>()
            .First(d => d.StartsWith(written, StringComparison.OrdinalIgnoreCase))
            .ToLowerInvariant();
}

/// <summary>One sentence in both languages.</summary>
public sealed record Sentence(string Key, string En, string Vi);
