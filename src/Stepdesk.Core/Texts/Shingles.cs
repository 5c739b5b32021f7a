using Stepdesk.Core.Words;

namespace Stepdesk.Core.Texts;

/// <summary>Whether one text is a copy of another: by the runs of words they have in common.</summary>
public static class Shingles
{
    const int Run = 4;
    const double Alike = 0.8;

    /// <summary>More than four fifths of the shorter one's runs of words stand in the other. Too short a text is no copy.</summary>
    public static bool AreAlike(string a, string b)
    {
        var (first, second) = (Of(a), Of(b));
        var fewer = Math.Min(first.Count, second.Count);
        return fewer >= Run && first.Count(second.Contains) > Alike * fewer;
    }

    static HashSet<string> Of(string text)
    {
        var words = Fold.Words(text).ToList();
        return
        [
            .. Enumerable
                .Range(0, Math.Max(0, words.Count - Run + 1))
                .Select(i => string.Join(' ', words.Skip(i).Take(Run))),
        ];
    }
}
