using System.Globalization;

namespace Stepdesk.Core.Reading;

/// <summary>Hours without a word for one, which the day beside them tells: "by 10 on Monday", "by 9.30 tomorrow", "trước 9 sáng mai".</summary>
static class BareHours
{
    // "On", "next".
    const int MostBetween = 2;

    /// <summary>The phrase with the hour that stands there; null when none does.</summary>
    public static TimePhrase? At(Passage passage, TimePhrase to, int at)
    {
        if (Of(passage, at) is not { } time || !IsAfterPreposition(passage, at))
            return null;
        return IsBeforeDay(passage, at) || to.HasDay && passage[at - 1].Token.Exact is "at" && IsLast(passage, at + 1)
            ? to with
            {
                Last = at,
                Clock = time,
                IsOf24 = passage.Text[passage[at].Start] is '0',
            }
            : null;
    }

    static TimeSpan? Of(Passage passage, int at)
    {
        var item = passage[at];
        if (item.Is(TokenKind.Number) || item.Is(Meaning.Count))
            return
                Number.At(passage, at) is { Low: >= 1 and <= 12 and var hour, High: var most, Last: var last }
                && most == hour
                && last == at
                ? TimeSpan.FromHours(hour)
                : null;
        // 9.30 is a version or a decimal everywhere else.
        return
            item.Is(TokenKind.Code)
            && passage.Text[item.Start..item.End].Split('.') is [{ Length: 1 or 2 } hours, { Length: 2 } minutes]
            && int.TryParse(hours, NumberStyles.None, CultureInfo.InvariantCulture, out var h)
            && int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var m)
            && h < 24
            && m < 60
            ? new(h, m, 0)
            : null;
    }

    static bool IsAfterPreposition(Passage passage, int at) =>
        passage[at].Tongue is Tongue.English
            ? passage[at - 1].Token.Exact is "by" or "before" or "at"
            : passage[at - 1].Is(Meaning.Before)
                || passage[at - 1].Is(Meaning.Due)
                || passage[at - 1].Token.Bare is "luc";

    static bool IsBeforeDay(Passage passage, int at)
    {
        var next = at + 1;
        if (passage[at].Tongue is Tongue.English)
        {
            while (
                next <= at + MostBetween
                && (
                    passage[next].Token.Exact is "on"
                    || passage[next].Is(Meaning.Next)
                    || passage[next].Is(Meaning.This)
                )
            )
                next++;
            return passage[next].Is(Meaning.DayRef)
                || passage[next].Is(Meaning.Weekday)
                || passage[next].Is(Meaning.DayPart)
                || passage[at].Is(TokenKind.Code) && passage[next].Is(Meaning.AmPm);
        }
        // Without marks "sang" is also a word for to.
        return passage[next].Is(Meaning.Weekday)
            || passage[next].Is(Meaning.DayPart)
                && (
                    passage[at].Tongue is Tongue.Vietnamese
                    || passage[next + 1].Is(Meaning.DayRef)
                    || passage[next + 1].Is(Meaning.Weekday)
                );
    }

    static bool IsLast(Passage passage, int at) =>
        passage[at].Is(TokenKind.Break) || passage[at].Is(Meaning.Stop) || passage[at].Is(Meaning.Comma);
}
