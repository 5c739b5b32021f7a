using System.Text;

namespace Stepdesk.Engine.Mail.Reading;

/// <summary>Bytes to text when the sender's word about the character set may be wrong, missing or made up.</summary>
static class Charsets
{
    public static string Decode(ReadOnlySpan<byte> bytes, string? charset)
    {
        var encoding = Find(charset);
        if (IsUtf8(bytes) && (encoding is null || encoding.IsSingleByte))
            encoding = Encoding.UTF8; // Many say iso-8859-1 or us-ascii and write UTF-8; the reverse is never valid by accident.
        var text = (encoding ?? Western).GetString(bytes);
        // Vietnamese Windows writes letter and tone mark apart; everybody else expects one character.
        return encoding?.CodePage is Vietnamese ? Tidy(text).Normalize() : Tidy(text);
    }

    /// <summary>One line for a header: no line ends, no other controls, so that it can never grow a second header.</summary>
    public static string OneLine(string text) =>
        string.Concat(Tidy(text).Select(c => char.IsControl(c) ? ' ' : c)).Trim();

    /// <summary>Line ends as LF; NUL and other controls gone; halves of characters replaced.</summary>
    static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var rune in text.AsSpan().EnumerateRunes())
            if (rune.Value is '\n' or '\t' || !IsControl(rune.Value))
                tidy.Append(rune);
            else if (rune.Value is '\r')
                tidy.Append(rune);
        return tidy.Replace("\r\n", "\n")
            .Replace('\r', '\n')
            .Replace("\uFEFF", "", 0, Math.Min(1, tidy.Length))
            .ToString();
    }

    static bool IsControl(int value) => value is < 0x20 or 0x7F;

    static bool IsUtf8(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    static Encoding? Find(string? charset)
    {
        var name = charset?.Trim(' ', '"', '\'').ToLowerInvariant();
        if (string.IsNullOrEmpty(name))
            return null;
        // What calls itself Latin 1 is Windows 1252 on the whole web, smart quotes included.
        if (name is "us-ascii" or "ascii" or "iso-8859-1" or "latin1" or "ansi_x3.4-1968")
            return Western;
        try
        {
            return Encoding.GetEncoding(Alias(name));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Names seen in mail that the framework does not know.</summary>
    static string Alias(string name) =>
        name switch
        {
            "utf8" or "utf-8mb4" or "utf8mb4" => "utf-8",
            "gb18030-2000" or "gbk" or "cp936" => "gb18030",
            "iso-8859-8-i" => "iso-8859-8",
            "tis-620" => "windows-874",
            ['c', 'p', '1', '2', '5', _] => $"windows-{name[2..]}",
            ['i', 's', 'o', '8', '8', '5', '9', ..] => $"iso-8859{name[7..]}",
            _ => name,
        };

    static Charsets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    const int Vietnamese = 1258;
    static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
}
