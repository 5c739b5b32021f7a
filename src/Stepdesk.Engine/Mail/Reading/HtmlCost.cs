namespace Stepdesk.Engine.Mail.Reading;

/// <summary>
/// Whether HTML is small and flat enough to be built into a tree: 50,000 nested divs, half a megabyte, cost the sanitiser
/// 12 seconds. Counts what looks like a tag, wherever it stands, so no trick with comments or scripts hides any.
/// </summary>
static class HtmlCost
{
    public static bool IsModest(string html)
    {
        if (html.Length > Longest)
            return false;
        var (depth, formats, cost) = (0, 0, 0);
        for (var at = html.IndexOf('<'); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            var ends = html[at + 1] is '/';
            var name = Name(html, ends ? at + 2 : at + 1);
            if (name.IsEmpty || Contains(Flat, name))
            {
                cost += 1 + formats;
            }
            else
            {
                depth = Math.Max(0, depth + (ends ? -1 : 1));
                // A tag like <b> left open is opened again in every block after it: 200 of them times 10,000 blocks.
                formats = Contains(Formats, name) ? Math.Max(0, formats + (ends ? -1 : 1)) : formats;
                cost += 1 + formats;
            }
            if (depth > Deepest || cost > Costliest)
                return false;
        }
        return true;
    }

    static ReadOnlySpan<char> Name(string html, int at)
    {
        var end = at;
        while (end < html.Length && end - at < 12 && char.IsAsciiLetterOrDigit(html[end]))
            end++;
        return html.AsSpan(at, end - at);
    }

    static bool Contains(string[] names, ReadOnlySpan<char> name)
    {
        foreach (var one in names)
            if (name.Equals(one, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    const int Longest = 2_000_000;
    const int Deepest = 400;
    const int Costliest = 100_000;

    /// <summary>Never hold anything, or close themselves when the next of their kind comes.</summary>
    static readonly string[] Flat =
    [
        "br",
        "img",
        "hr",
        "p",
        "li",
        "td",
        "th",
        "tr",
        "meta",
        "link",
        "input",
        "col",
        "wbr",
        "dd",
        "dt",
        "area",
        "option",
        "html",
        "head",
        "body",
        "tbody",
    ];

    static readonly string[] Formats =
    [
        "a",
        "b",
        "big",
        "code",
        "em",
        "font",
        "i",
        "nobr",
        "s",
        "small",
        "strike",
        "strong",
        "tt",
        "u",
    ];
}
