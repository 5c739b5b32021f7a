using System.Globalization;

namespace Stepdesk.Core.Words;

/// <summary>An instant as it is written to somebody who may be anywhere: with its date and its offset.</summary>
public static class WrittenTime
{
    public static string Of(DateTimeOffset at, TimeZoneInfo zone, Language language)
    {
        var there = TimeZoneInfo.ConvertTime(at, zone);
        var offset = there.Offset.ToString(
            there.Offset < TimeSpan.Zero ? @"\-hh\:mm" : @"\+hh\:mm",
            CultureInfo.InvariantCulture
        );
        var form = language is Language.Vi ? "HH:mm 'ngày' dd/MM/yyyy" : "d MMMM yyyy, HH:mm";
        return $"{there.ToString(form, CultureInfo.InvariantCulture)} (UTC{offset})";
    }
}
