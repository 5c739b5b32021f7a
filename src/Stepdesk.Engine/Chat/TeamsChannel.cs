using System.Text;
using System.Text.Json.Nodes;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Chat;

/// <summary>A channel of Microsoft Teams behind an incoming webhook of its Workflows: a message with an Adaptive Card.</summary>
sealed class TeamsChannel(ChannelOptions options, Webhook webhook) : IChatOut, IDisposable
{
    /// <summary>Teams takes 28 KB; a thousand bytes are a KB to some and not to others.</summary>
    internal const int MostBytes = 28_000;

    // One text alone may fill most of a card.
    const int LongestText = 20_000;

    public string Name => options.Name;
    public Specialty? For => options.For;
    public bool TakesAlarms => options.Alarms;

    public async Task<Unposted?> PostAsync(ChatCard card, CancellationToken stop) =>
        Fitting.Fit(card, c => Write(c).Length, MostBytes, LongestText) is { } fitted
            ? await webhook.PostAsync(Write(fitted), stop)
            : new Unposted("too-large", ForGood: true);

    public void Dispose() => webhook.Dispose();

    static byte[] Write(ChatCard card) =>
        ChatJson.Write(
            new JsonObject
            {
                ["type"] = "message",
                ["attachments"] = new JsonArray(
                    new JsonObject
                    {
                        ["contentType"] = "application/vnd.microsoft.card.adaptive",
                        ["contentUrl"] = null,
                        ["content"] = Content(card),
                    }
                ),
            }
        );

    static JsonObject Content(ChatCard card) =>
        new()
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.5",
            // What a notification shows, and a program that knows no cards.
            ["fallbackText"] = $"{card.Heading}: {card.Summary}",
            ["msteams"] = new JsonObject { ["width"] = "Full" },
            ["body"] = new JsonArray([.. Body(card)]),
            // What a button of any other kind sends goes to a bot, and behind an incoming webhook there is none.
            ["actions"] = new JsonArray([
                .. card.Links.Select(link => new JsonObject
                {
                    ["type"] = "Action.OpenUrl",
                    ["title"] = link.Label,
                    ["url"] = link.Url,
                }),
            ]),
        };

    static IEnumerable<JsonNode> Body(ChatCard card)
    {
        yield return Said(
            Markdown.Escape(card.Heading),
            ("weight", "Bolder"),
            ("color", card.IsUrgent ? "Attention" : "Accent")
        );
        yield return Said(Markdown.Escape(card.Summary), ("size", "Large"), ("weight", "Bolder"));
        if (card.Facts.Count > 0)
            yield return new JsonObject
            {
                ["type"] = "FactSet",
                ["facts"] = new JsonArray([
                    .. card.Facts.Select(f => new JsonObject
                    {
                        ["title"] = Markdown.Escape(f.Name),
                        ["value"] = Markdown.Escape(f.Value),
                    }),
                ]),
            };
        foreach (var text in card.Texts.Concat(card.Evidence))
        {
            if (text.Title.Length > 0)
                yield return Said(Markdown.Escape(text.Title), ("weight", "Bolder"), ("spacing", "Medium"));
            yield return Said(
                text.Link is { } link ? Markdown.Link(text.Text, link) : Markdown.Escape(text.Text),
                ("spacing", text.Title.Length > 0 ? "None" : "Small")
            );
        }
        foreach (var note in card.Notes)
            yield return Said(Markdown.Escape(note), ("size", "Small"), ("spacing", "Medium"), ("isSubtle", true));
    }

    static JsonObject Said(string text, params ReadOnlySpan<(string Name, JsonNode Value)> look)
    {
        var block = new JsonObject
        {
            ["type"] = "TextBlock",
            ["text"] = text,
            ["wrap"] = true,
        };
        foreach (var (name, value) in look)
            block[name] = value;
        return block;
    }
}

/// <summary>The Markdown of a card: what somebody wrote stays as they wrote it.</summary>
static class Markdown
{
    // Each of them begins or ends something in a line; with a backslash before it, it is itself.
    const string Signs = @"\`*_[]()<>&~|!";

    /// <summary>Plain text so that nothing in it is read as a mark.</summary>
    public static string Escape(string text)
    {
        var lines = text.Split('\n').Select(EscapeLine);
        // A single line end would be a blank.
        return string.Join("\n\n", lines.Where(line => line.Length > 0));
    }

    /// <summary>A link with what it shows; the address is one that a form took, and has no blanks.</summary>
    public static string Link(string text, string url)
    {
        var safe = url.Replace("\\", "%5C", StringComparison.Ordinal)
            .Replace("(", "%28", StringComparison.Ordinal)
            .Replace(")", "%29", StringComparison.Ordinal)
            .Replace("<", "%3C", StringComparison.Ordinal)
            .Replace(">", "%3E", StringComparison.Ordinal);
        return $"[{EscapeLine((text.Length > 0 ? text : url).Replace('\n', ' '))}]({safe})";
    }

    static string EscapeLine(string line)
    {
        // Blanks before a line would make code of it, or nothing.
        var text = line.Trim();
        var escaped = new StringBuilder(text.Length + 16);
        var number = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        for (var i = 0; i < text.Length; i++)
        {
            // A heading, a quote, a list, a rule, a table: these mean something where a line begins.
            if (
                Signs.Contains(text[i], StringComparison.Ordinal)
                || (i == 0 && text[i] is '#' or '-' or '+' or '=')
                || (i > 0 && i == number && text[i] is '.' or ')')
            )
                escaped.Append('\\');
            escaped.Append(text[i]);
        }
        // Teams would put a date of its own in place of {{DATE(…)}}.
        return escaped.Replace("{{", "{\u200B{").ToString();
    }
}
