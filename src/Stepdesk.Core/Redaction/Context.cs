namespace Stepdesk.Core.Redaction;

/// <summary>The words before a value, by which it is known what it is.</summary>
static class Context
{
    /// <summary>How far before a value its word may stand, in characters.</summary>
    const int Reach = 32;

    /// <summary>Whether one of the words stands before this place, on its line and in its sentence.</summary>
    /// <param name="words">In lower case and without marks.</param>
    public static bool Names(this Sight sight, int at, IReadOnlyList<string> words, int reach = Reach)
    {
        var from = Math.Max(0, at - reach);
        var before = sight.Bare.AsSpan(from, at - from);
        // What was said on another line or in a sentence before is about something else.
        if (before.LastIndexOfAny('\n', ';', '\r') is >= 0 and var line)
            before = before[(line + 1)..];
        if (before.LastIndexOf(". ", StringComparison.Ordinal) is >= 0 and var stop)
            before = before[(stop + 2)..];
        foreach (var word in words)
            for (var start = 0; before[start..].IndexOf(word, StringComparison.Ordinal) is >= 0 and var found; )
            {
                start += found;
                if (
                    (start == 0 || !char.IsLetterOrDigit(before[start - 1]))
                    && (start + word.Length == before.Length || !char.IsLetter(before[start + word.Length]))
                )
                    return true;
                start++;
            }
        return false;
    }

    /// <summary>Whether the characters stand for themselves, and not within a longer word or code.</summary>
    public static bool IsWhole(this Sight sight, int start, int end) =>
        !IsPart(sight.Text, start - 1) && !IsPart(sight.Text, end);

    /// <summary>Whether a word begins here.</summary>
    public static bool Begins(this Sight sight, int start) => !IsPart(sight.Text, start - 1);

    static bool IsPart(string text, int at) =>
        at >= 0 && at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_');
}
