using System.Text;
using MimeKit.Text;

namespace Stepdesk.Engine.Mail.Reading;

/// <summary>
/// The words of an HTML body, for reading, searching and quoting. Works on the stream of tags and never builds a tree, so
/// that no nesting can slow it.
/// </summary>
static class HtmlText
{
    public static string Of(string html)
    {
        var text = new Writer();
        var tokens = new HtmlTokenizer(new StringReader(html));
        string? skipping = null;
        while (tokens.ReadNextToken(out var token))
            switch (token)
            {
                case HtmlTagToken tag when skipping is not null:
                    skipping = tag.IsEndTag && tag.Name.Equals(skipping, Ignoring) ? null : skipping;
                    break;
                case HtmlTagToken { IsEndTag: false, IsEmptyElement: false } tag when Unread.Contains(tag.Name):
                    skipping = tag.Name;
                    break;
                case HtmlTagToken tag:
                    text.Tag(tag.Name.ToLowerInvariant(), tag.IsEndTag);
                    break;
                case HtmlDataToken { Kind: HtmlTokenKind.Data or HtmlTokenKind.CData } data when skipping is null:
                    text.Words(data.Data);
                    break;
                default:
                    break;
            }
        return text.ToString();
    }

    const StringComparison Ignoring = StringComparison.OrdinalIgnoreCase;
    static readonly HashSet<string> Unread = new(StringComparer.OrdinalIgnoreCase) { "script", "style", "title" };

    /// <summary>Lays words out in lines as a browser would, with quotes marked as mail marks them.</summary>
    sealed class Writer
    {
        readonly StringBuilder text = new();
        int quotes;
        int preformatted;
        int newLines;
        bool space;

        public void Tag(string name, bool ends)
        {
            switch (name)
            {
                case "br":
                    newLines++;
                    break;
                case "p" or "h1" or "h2" or "h3" or "h4" or "ul" or "ol" or "table" or "hr":
                    Break(2);
                    break;
                case "div" or "tr" or "dt" or "dd" or "section" or "article" or "header" or "footer":
                    Break(1);
                    break;
                case "li" when !ends:
                    Break(1);
                    Words("- ");
                    space = true;
                    break;
                case "td" or "th":
                    space = true;
                    break;
                case "pre":
                    Break(1);
                    preformatted = Math.Max(0, preformatted + (ends ? -1 : 1));
                    break;
                case "blockquote":
                    Break(1);
                    quotes = Math.Clamp(quotes + (ends ? -1 : 1), 0, 10);
                    break;
                default:
                    break;
            }
        }

        public void Words(string data)
        {
            foreach (var c in data)
                if (preformatted > 0 && c is '\n')
                    newLines++;
                else if (c is ' ' or '\t' or '\r' or '\n' or '\u00A0')
                    space = true;
                else if (c is '\u200B' or '\u200C' or '\u00AD' or '\u034F' or '\uFEFF' || char.IsControl(c))
                    continue; // Newsletters pad their first line with characters nobody sees.
                else
                    Write(c);
        }

        public override string ToString() => text.ToString().Trim();

        void Break(int lines)
        {
            if (newLines < lines)
                newLines = lines;
        }

        void Write(char c)
        {
            Flush();
            if (space && text.Length > 0 && text[^1] is not ('\n' or ' '))
                text.Append(' ');
            space = false;
            text.Append(c);
        }

        /// <summary>Owed line ends, at most one of them empty, each line with the quote marks of where it stands.</summary>
        void Flush()
        {
            if (newLines is 0)
                return;
            for (var i = 0; i < Math.Min(newLines, 2) && text.Length > 0; i++)
                text.Append('\n');
            newLines = 0;
            space = false;
            if (quotes > 0)
                text.Append('>', quotes).Append(' ');
        }
    }
}
