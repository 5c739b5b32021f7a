using Stepdesk.Engine.Telemetry;

namespace Stepdesk.Web.Queries;

/// <summary>What the query page posts.</summary>
public sealed class QueryForm
{
    public string? Source { get; set; }
    public string? Text { get; set; }

    /// <summary>Which time, by its name in the list.</summary>
    public string? Last { get; set; }

    /// <summary>Where the cursor stood, when a script could tell.</summary>
    public int? At { get; set; }

    /// <summary>A repair: where in the text, how much, and what comes there, as <c>12:3:text</c>.</summary>
    public string? Repair { get; set; }

    /// <summary>
    /// What is wanted but to run it: <c>save</c>, <c>save-new</c> or <c>drop</c> it, or to have one written: <c>guide</c>
    /// shows it, <c>guide-add</c> adds it to the text, <c>guide-run</c> also runs it.
    /// </summary>
    public string? Do { get; set; }
    public GuideForm? Guide { get; set; }

    /// <summary>Whether the steps stood open, when a script could tell.</summary>
    public bool IsGuideOpen { get; set; }
    public string? Name { get; set; }
    public bool IsShared { get; set; }

    /// <summary>The kept query that was opened, and its version.</summary>
    public int? Saved { get; set; }
    public int? SavedVersion { get; set; }

    /// <summary>For pinning: the finding as it was sealed, what was said to it, and the ticket's number.</summary>
    public string? Finding { get; set; }
    public string? Remark { get; set; }
    public int? Number { get; set; }
    public string? Key { get; set; }

    /// <summary>The text with one kind of line end, and with the repair that was chosen.</summary>
    public string Written
    {
        get
        {
            var text = (Text ?? "").ReplaceLineEndings("\n");
            return
                Repair?.Split(':', 3) is [var at, var length, var instead]
                && int.TryParse(at, out var from)
                && int.TryParse(length, out var much)
                && from >= 0
                && much >= 0
                && from + much <= text.Length
                ? text[..from] + instead + text[(from + much)..]
                : text;
        }
    }
}

/// <summary>The time a question is narrowed to, as the list offers it.</summary>
static class Times
{
    public const string AsWritten = "as-written";
    public const string Usual = "last-4h";

    static readonly (string Name, TimeSpan? Span)[] Offered =
    [
        ("last-30m", TimeSpan.FromMinutes(30)),
        ("last-1h", TimeSpan.FromHours(1)),
        (Usual, TimeSpan.FromHours(4)),
        ("last-24h", TimeSpan.FromHours(24)),
        ("last-7d", TimeSpan.FromDays(7)),
        (AsWritten, null),
    ];

    public static IEnumerable<string> All => Offered.Select(o => o.Name);

    /// <summary>The time that somebody asked about, where it is one of the list; what was narrowed to none is as written.</summary>
    public static string? Of(QueryShelf.Run? run) =>
        run is null ? null
        : run.Asked.From is not { } from ? AsWritten
        : Offered.OrderBy(o => o.Span is { } span ? (run.At - from - span).Duration() : TimeSpan.MaxValue).First().Name;

    /// <summary>The question about this time until now; an unknown name narrows nothing.</summary>
    public static TelemetryQuestion About(string text, string? name, DateTimeOffset now) =>
        SpanOf(name) is { } span ? new(text, now - span, null) : new(text);

    public static TimeSpan? SpanOf(string? name) => Array.Find(Offered, o => o.Name == name).Span;
}

/// <summary>Several queries in one text, parted by empty lines: which of them is meant, and where it begins.</summary>
static class Blocks
{
    /// <summary>The query in which the cursor stands, or the first; where it begins in the whole.</summary>
    public static (int Offset, string Text) At(string all, int? cursor)
    {
        var blocks = Of(all).ToList();
        return blocks.Count == 0 ? (0, all) : blocks.LastOrDefault(b => cursor is { } at && b.Offset <= at, blocks[0]);
    }

    /// <summary>The text with one more query at its end, and where that begins; nothing that was written goes.</summary>
    public static (string Text, int Offset) With(string all, string query)
    {
        var before = all.TrimEnd();
        before = before.Length == 0 ? "" : before + "\n\n";
        return (before + query, before.Length);
    }

    /// <summary>The query that is being written, as far as the cursor: begun by the empty line before it.</summary>
    public static (int Offset, string Text) Before(string all, int cursor)
    {
        var written = all[..Math.Clamp(cursor, 0, all.Length)];
        // Something will stand there, which makes a block of what may be blank yet.
        var offset = Of(written + "x").Last().Offset;
        return (offset, written[offset..]);
    }

    /// <summary>Each query and where it begins.</summary>
    public static IEnumerable<(int Offset, string Text)> Of(string all)
    {
        var begin = 0;
        var fenced = false;
        for (var line = 0; line < all.Length; )
        {
            var end = all.IndexOf('\n', line) is var found and >= 0 ? found : all.Length;
            var text = all.AsSpan(line, end - line);
            // An empty line within a text of several lines belongs to it.
            if (text.Count("```") % 2 == 1)
                fenced = !fenced;
            if (!fenced && text.IsWhiteSpace())
            {
                if (HasText(begin, line))
                    yield return (begin, all[begin..line].TrimEnd());
                begin = end + 1;
            }
            line = end + 1;
        }
        if (begin < all.Length && HasText(begin, all.Length))
            yield return (begin, all[begin..].TrimEnd());

        bool HasText(int from, int to) => !all.AsSpan(from, to - from).IsWhiteSpace();
    }
}
