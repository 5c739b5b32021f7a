using System.Text;

namespace Stepdesk.Core.Redaction;

/// <summary>Text that somebody can read, in Base64.</summary>
static class Base64Text
{
    /// <summary>What it says; null when it is anything else.</summary>
    public static string? Read(string word)
    {
        var plain = word.Replace('-', '+')
            .Replace('_', '/')
            .Replace("\r", "", StringComparison.Ordinal)
            .Replace("\n", "", StringComparison.Ordinal)
            .TrimEnd('=');
        if (plain.Length % 4 is 1)
            return null;
        var bytes = new byte[plain.Length];
        if (!Convert.TryFromBase64String(plain.PadRight((plain.Length + 3) / 4 * 4, '='), bytes, out var length))
            return null;
        try
        {
            var text = Strict.GetString(bytes, 0, length);
            return text.Any(c => char.IsControl(c) && !char.IsWhiteSpace(c)) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
}
