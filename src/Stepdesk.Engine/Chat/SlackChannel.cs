using System.Text.Json.Nodes;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Chat;

/// <summary>
/// A channel behind an incoming webhook as Slack has them. The message stands in blocks, and in short as text for chats
/// that know only that.
/// </summary>
sealed class SlackChannel(ChannelOptions options, Webhook webhook) : IChatOut, IDisposable
{
    const int MostBytes = 60_000;

    // Slack refuses a message with a longer text in one block, or a longer header.
    const int LongestText = 2_900;
    const int LongestHeader = 150;

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
                ["text"] = $"*{Escape(card.Heading)}*\n{Escape(card.Summary)}\n{Link(card.Open.Label, card.Open.Url)}",
                ["blocks"] = new JsonArray([.. Blocks(card)]),
            }
        );

    static IEnumerable<JsonNode> Blocks(ChatCard card)
    {
        yield return new JsonObject
        {
            ["type"] = "header",
            ["text"] = Unmarked(Plain.Cut((card.IsUrgent ? "⚠ " : "") + card.Heading, LongestHeader)),
        };
        yield return Section(Unmarked(card.Summary));
        // At most ten fit beside each other.
        foreach (var facts in card.Facts.Chunk(10))
            yield return new JsonObject
            {
                ["type"] = "section",
                ["fields"] = new JsonArray([.. facts.Select(f => Unmarked($"{f.Name}\n{f.Value}"))]),
            };
        foreach (var text in card.Texts.Concat(card.Evidence))
        {
            if (text.Title.Length > 0)
                yield return Section(Marked($"*{Escape(text.Title)}*"));
            yield return Section(text.Link is { } link ? Marked(Link(text.Text, link)) : Unmarked(text.Text));
        }
        foreach (var note in card.Notes)
            yield return new JsonObject { ["type"] = "context", ["elements"] = new JsonArray(Unmarked(note)) };
        yield return Section(Marked(string.Join(" · ", card.Links.Select(link => Link(link.Label, link.Url)))));
    }

    static JsonObject Section(JsonObject text) => new() { ["type"] = "section", ["text"] = text };

    // What somebody wrote: no marks, no mentions, no pictures out of colons.
    static JsonObject Unmarked(string text) =>
        new()
        {
            ["type"] = "plain_text",
            ["text"] = text,
            ["emoji"] = false,
        };

    static JsonObject Marked(string text) => new() { ["type"] = "mrkdwn", ["text"] = text };

    static string Link(string text, string url) =>
        $"<{Escape(url).Replace("|", "%7C", StringComparison.Ordinal)}|{Escape(text.Length > 0 ? text : url).Replace('|', '/').Replace('\n', ' ')}>";

    // The three that Slack gives a meaning everywhere; a mention begins with one of them.
    static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
}
