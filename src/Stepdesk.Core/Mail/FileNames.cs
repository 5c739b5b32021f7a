using System.Globalization;
using System.Text;

namespace Stepdesk.Core.Mail;

/// <summary>Names strangers give to files, made safe to show and to save.</summary>
public static class FileNames
{
    /// <summary>The name without paths, unseen characters and words that systems keep for devices; empty when nothing is left.</summary>
    public static string Clean(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return "";
        // Normalise first and judge after: a zero-width space before ".htaccess" must not save it from the rules below.
        var seen = Compose(Seen(name));
        var last = seen[(seen.LastIndexOfAny(['/', '\\']) + 1)..];
        var plain = string.Concat(last.Select(c => Reserved.Contains(c) ? '_' : c)).Trim(' ', '.');
        return Shorten(Device(plain) ? $"_{plain}" : plain);
    }

    static string Seen(string name)
    {
        var seen = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
            if (rune == Rune.ReplacementChar || !IsUnseen(rune))
                seen.Append(Rune.IsWhiteSpace(rune) ? " " : rune.ToString());
        return seen.ToString();
    }

    /// <summary>Controls, direction marks and zero-width characters, which make one name look like another.</summary>
    static bool IsUnseen(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse;

    /// <summary>A Mac sends "ả" as two characters; stored as one, it is found again.</summary>
    static string Compose(string text) => text.Normalize(NormalizationForm.FormC);

    static bool Device(string name) => Devices.Contains(name.Split('.', 2)[0].Trim().ToUpperInvariant());

    static string Shorten(string name)
    {
        if (name.Length <= Longest)
            return name;
        var dot = name.LastIndexOf('.');
        var ending = dot > 0 && name.Length - dot <= LongestEnding ? name[dot..] : "";
        var cut = Longest - ending.Length;
        if (char.IsHighSurrogate(name[cut - 1]))
            cut--;
        return name[..cut].TrimEnd(' ', '.') + ending;
    }

    const int Longest = 120;
    const int LongestEnding = 12;
    const string Reserved = "<>:\"|?*";

    static readonly HashSet<string> Devices =
    [
        "CON",
        "PRN",
        "AUX",
        "NUL",
        "CONIN$",
        "CONOUT$",
        .. from port in (string[])["COM", "LPT"] from digit in "0123456789¹²³" select $"{port}{digit}",
    ];
}
