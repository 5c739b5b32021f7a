using System.Text;

namespace Stepdesk.Core.Mail;

/// <summary>
/// Characters that turn the direction of text around: with them "exe.fdp" reads as "pdf.exe". Shown by their number, so
/// that a reader sees that something is there.
/// </summary>
public static class UnseenMarks
{
    public static bool IsIn(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('\u202A', '\u202E') || text.ContainsAnyInRange('\u2066', '\u2069');

    /// <summary>The text with every such mark written out, as in <c>‹U+202E›</c>.</summary>
    public static string Show(string text)
    {
        if (!IsIn(text))
            return text;
        var shown = new StringBuilder(text.Length + 16);
        foreach (var c in text)
            if (IsIn([c]))
                shown.Append($"‹U+{(int)c:X4}›");
            else
                shown.Append(c);
        return shown.ToString();
    }
}
