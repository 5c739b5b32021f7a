using System.Collections.Frozen;
using System.Net;
using System.Text;
using MimeKit.Text;

namespace Stepdesk.Engine.Mail.Reading;

/// <summary>
/// Rewrites HTML as a short, shallow, well-nested text of safe tags, before anything builds a tree of it: 50,000 nested
/// divs, half a megabyte, cost a parser 8 seconds and a sanitiser 12. Works on the stream of tags in linear time. What is
/// too deep or too much loses its tags and keeps its words.
/// </summary>
sealed class FlatHtml
{
    readonly StringBuilder output = new();
    readonly List<string> open = [];
    int tags;

    public static string Of(string html)
    {
        var flat = new FlatHtml();
        var tokens = new HtmlTokenizer(new StringReader(html));
        string? skipping = null;
        while (tokens.ReadNextToken(out var token))
            switch (token)
            {
                case HtmlTagToken tag when skipping is not null:
                    skipping =
                        tag.IsEndTag && tag.Name.Equals(skipping, StringComparison.OrdinalIgnoreCase) ? null : skipping;
                    break;
                case HtmlTagToken { IsEndTag: false } tag when SafeMarkup.Wordless.Contains(tag.Name):
                    skipping = tag.IsEmptyElement ? null : tag.Name;
                    break;
                case HtmlTagToken tag when SafeMarkup.Tags.Contains(tag.Name):
                    flat.Tag(tag, tag.Name.ToLowerInvariant());
                    break;
                case HtmlDataToken { Kind: HtmlTokenKind.Data or HtmlTokenKind.CData } data when skipping is null:
                    flat.output.Append(WebUtility.HtmlEncode(data.Data));
                    break;
                default:
                    break;
            }
        flat.CloseDownTo(0);
        return flat.output.ToString();
    }

    void Tag(HtmlTagToken tag, string name)
    {
        if (tag.IsEndTag)
        {
            if (Innermost(name, Walls.Contains(name) ? Tables : Walls) is >= 0 and var at)
                CloseDownTo(at);
            return;
        }
        CloseWhatEndsHere(name);
        var isVoid = SafeMarkup.Void.Contains(name);
        if (tags >= SafeMarkup.MostTags || !isVoid && open.Count >= SafeMarkup.Deepest)
            return;
        tags++;
        output.Append('<').Append(name);
        foreach (var attribute in tag.Attributes.Take(MostAttributes))
            if (SafeMarkup.Attributes.Contains(attribute.Name) && attribute.Value?.Length <= LongestValue)
                output.Append($" {attribute.Name.ToLowerInvariant()}=\"{WebUtility.HtmlEncode(attribute.Value)}\"");
        output.Append('>');
        if (!isVoid)
            open.Add(name);
    }

    /// <summary>
    /// The ends HTML lets people leave out. A browser that finds them missing reopens every bold and italic in each new
    /// block, which is how a small mail becomes a large tree.
    /// </summary>
    void CloseWhatEndsHere(string name)
    {
        if (SafeMarkup.Blocks.Contains(name))
            Close(Paragraph, Walls);
        if (name is "li")
            Close(Item, Lists);
        else if (name is "dd" or "dt")
            Close(Definition, Lists);
        else if (name is "a")
            Close(Link, Walls);
        else if (name is "td" or "th")
            Close(Cell, Tables);
        else if (name is "tr")
            Close(Row, Tables);
        else if (name is "tbody" or "thead" or "tfoot" or "caption" or "colgroup")
            Close(Group, Tables);
    }

    /// <summary>Closes the outermost of these tags that stands inside the nearest wall.</summary>
    void Close(FrozenSet<string> these, FrozenSet<string> walls)
    {
        var found = -1;
        for (var i = open.Count - 1; i >= 0 && !walls.Contains(open[i]); i--)
            if (these.Contains(open[i]))
                found = i;
        if (found >= 0)
            CloseDownTo(found);
    }

    int Innermost(string name, FrozenSet<string> walls)
    {
        for (var i = open.Count - 1; i >= 0; i--)
            if (open[i] == name)
                return i;
            else if (walls.Contains(open[i]))
                break;
        return -1;
    }

    void CloseDownTo(int count)
    {
        for (var i = open.Count - 1; i >= count; i--)
            output.Append($"</{open[i]}>");
        open.RemoveRange(count, open.Count - count);
    }

    const int MostAttributes = 50;
    const int LongestValue = 300_000;

    static readonly FrozenSet<string> Tables = SafeMarkup.Set("table");
    static readonly FrozenSet<string> Walls = SafeMarkup.Set("table td th caption");
    static readonly FrozenSet<string> Lists = SafeMarkup.Set("ul ol dl table td th caption");
    static readonly FrozenSet<string> Paragraph = SafeMarkup.Set("p");
    static readonly FrozenSet<string> Item = SafeMarkup.Set("li");
    static readonly FrozenSet<string> Definition = SafeMarkup.Set("dd dt");
    static readonly FrozenSet<string> Link = SafeMarkup.Set("a");
    static readonly FrozenSet<string> Cell = SafeMarkup.Set("td th");
    static readonly FrozenSet<string> Row = SafeMarkup.Set("tr td th caption colgroup");
    static readonly FrozenSet<string> Group = SafeMarkup.Set("tbody thead tfoot tr td th caption colgroup");
}
