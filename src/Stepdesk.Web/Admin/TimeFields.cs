using Stepdesk.Core.History;
using Stepdesk.Core.Service;
using Stepdesk.Core.Words;

namespace Stepdesk.Web.Admin;

/// <summary>Times and how they count, in fields. The counting of a field stands in a second one beside it.</summary>
static class TimeFields
{
    public static readonly Refusal Unreadable = new("time-is-unreadable");
    public static readonly Refusal Missing = new("time-is-missing");

    public static string CountingOf(string field) => $"{field}.counting";

    /// <summary>Writes a promised time; nothing is promised by an empty field.</summary>
    public static void Fill(this Typed typed, string field, TimeSpan? time, Counting counting, Language language)
    {
        typed[field] = time is { } promised ? Lengths.Write(promised, language) : "";
        typed.Set(CountingOf(field), counting);
    }

    public static Target? Target(this Typed typed, string field) =>
        typed.Time(field) is { } within ? new(within, typed.Choice<Counting>(CountingOf(field))) : null;

    /// <summary>A promise that must be made.</summary>
    public static Target NeededTarget(this Typed typed, string field) =>
        new(typed.NeededTime(field), typed.Choice<Counting>(CountingOf(field)));

    public static TimeSpan NeededTime(this Typed typed, string field)
    {
        if (typed[field].Trim() is "")
            typed.Refuse(field, Missing);
        return typed.Time(field) ?? TimeSpan.Zero;
    }

    /// <summary>The time of a field; null when it is empty or, with a word beside it, when it cannot be promised.</summary>
    public static TimeSpan? Time(this Typed typed, string field) => typed.Time(field, typed[field].Trim());

    /// <summary>Several times with commas between.</summary>
    public static IReadOnlyList<TimeSpan> Times(this Typed typed, string field) =>
        [
            .. typed[field]
                .Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(text => typed.Time(field, text) ?? TimeSpan.Zero),
        ];

    static TimeSpan? Time(this Typed typed, string field, string text)
    {
        if (text is "")
            return null;
        if (Lengths.Read(text) is not { } time)
            typed.Refuse(field, Unreadable with { Detail = Plain.Cut(text, 100) });
        else if (!PolicyRules.IsPossible(time))
            typed.Refuse(field, PolicyRules.TimeImpossible with { Detail = text });
        else
            return time;
        return null;
    }
}
