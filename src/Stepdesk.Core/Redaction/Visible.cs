using System.Globalization;
using System.Text;

namespace Stepdesk.Core.Redaction;

/// <summary>
/// Text as it leaves the desk in a file: what turns writing round, is not seen, or steers a machine is spelled out, so
/// that what is read is what stands there.
/// </summary>
public static class Visible
{
    /// <summary>Such characters as <c>⟨U+202E⟩</c>; line ends and tabs stay, and so does what joins one picture sign.</summary>
    public static string Of(string text)
    {
        if (!text.Any(IsHidden))
            return text;
        var shown = new StringBuilder(text.Length);
        foreach (var letter in text)
            if (IsHidden(letter))
                shown.Append(CultureInfo.InvariantCulture, $"⟨U+{(int)letter:X4}⟩");
            else
                shown.Append(letter);
        return shown.ToString();
    }

    static bool IsHidden(char letter) =>
        letter switch
        {
            '\n' or '\t' or '\u200C' or '\u200D' => false,
            '\u2028' or '\u2029' or '\uFFFE' or '\uFFFF' => true,
            _ => char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format,
        };
}
