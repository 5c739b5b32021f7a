using System.Globalization;
using Stepdesk.Core.History;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Web.Shared;

/// <summary>
/// Reads what was typed where a number, a date and time or one of a few words belongs. An empty field says nothing; of
/// those that say nothing one could read, the first becomes the refusal, so that nothing is dropped in silence.
/// </summary>
/// <param name="zone">The zone times are typed in.</param>
public sealed class Typed(TimeZoneInfo zone)
{
    public static readonly Refusal NoNumber = new("number-is-unreadable");
    public static readonly Refusal NoTime = new("date-is-unreadable");
    public static readonly Refusal ChoiceUnknown = new("choice-is-unknown");

    /// <summary>Why what was typed cannot be used, or null.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>What a <c>datetime-local</c> field says.</summary>
    public DateTimeOffset? Time(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var there))
            return Unread(NoTime);
        // At the ends of time a zone would lead beyond them.
        if (there.Year is 1 or 9999)
            return Unread(Refusals.TooFarAway);
        return new DateTimeOffset(there, zone.GetUtcOffset(there)).ToUniversalTime();
    }

    /// <summary>What a number field says. A number beyond all counting becomes the greatest there is.</summary>
    public int? Number(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            Unread(NoNumber);
            return null;
        }
        return (int)Math.Clamp(number, int.MinValue, int.MaxValue);
    }

    /// <summary>What was chosen from a list. A list of ours offers nothing else, but anybody can post.</summary>
    public T? Chosen<T>(string? text)
        where T : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (Core.Words.Choice.TryRead<T>(text, out var chosen))
            return chosen;
        Unread(ChoiceUnknown);
        return null;
    }

    /// <summary>What was chosen from a list that always has something chosen; the first of it, when that is nothing we know.</summary>
    public T Choice<T>(string? text)
        where T : struct, Enum
    {
        if (Chosen<T>(text) is { } chosen)
            return chosen;
        Unread(ChoiceUnknown);
        return Enum.GetValues<T>()[0];
    }

    DateTimeOffset? Unread(Refusal refusal)
    {
        Refusal ??= refusal;
        return null;
    }
}
